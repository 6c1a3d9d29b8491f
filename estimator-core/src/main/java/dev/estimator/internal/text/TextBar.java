package dev.estimator.internal.text;

/** A part of a whole as a line of text: '43% █████████'. */
public final class TextBar {
    private static final int WIDTH = 20;
    private static final String FULL = "█";

    private TextBar() {}

    /** The percentage and the bar; what is more than the whole is a whole bar. */
    public static String of(double share) {
        if (share == Double.POSITIVE_INFINITY) {
            return FULL.repeat(WIDTH) + " " + QuantityWriter.BEYOND;
        }
        long percent = Math.round(share * 100);
        String bar = blocks(share);
        return (percent < 10 ? " " : "") + percent + "% " + bar + " ".repeat(WIDTH - bar.length());
    }

    /** The bar alone, beside a number that says more than a whole percentage. */
    public static String blocks(double share) {
        return FULL.repeat((int) Math.round(Math.min(1, share) * WIDTH));
    }
}
