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
        int length = (int) Math.round(Math.min(1, share) * WIDTH);
        return (percent < 10 ? " " : "") + percent + "% " + FULL.repeat(length) + " ".repeat(WIDTH - length);
    }
}
