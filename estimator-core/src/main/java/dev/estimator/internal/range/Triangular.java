package dev.estimator.internal.range;

/**
 * A density that rises to the mode and falls from there, in straight lines.
 *
 * @param low the least value
 * @param mode the most likely value
 * @param high the greatest value
 */
public record Triangular(double low, double mode, double high) implements Shape {
    private static final int POINTS_A_SIDE = 24;

    @Override
    public double quantile(double p) {
        return p <= belowMode()
                ? low + (high - low) * Math.sqrt(p * belowMode())
                : high - (high - low) * Math.sqrt((1 - p) * aboveMode());
    }

    @Override
    public double quantileFromTop(double q) {
        return q < aboveMode()
                ? high - (high - low) * Math.sqrt(q * aboveMode())
                : low + (high - low) * Math.sqrt((1 - q) * belowMode());
    }

    @Override
    public double cumulative(double x) {
        if (x <= low || x >= high) {
            return x <= low ? 0 : 1;
        }
        return x <= mode
                ? (x - low) / (high - low) * ((x - low) / (mode - low))
                : 1 - (high - x) / (high - low) * ((high - x) / (high - mode));
    }

    @Override
    public double lowest() {
        return low;
    }

    @Override
    public double highest() {
        return high;
    }

    @Override
    public boolean isSmooth() {
        return false;
    }

    /** The density has a kink at the mode, so each side is averaged by itself. */
    @Override
    public Rule rule() {
        double width = high - low;
        if (mode == low) {
            return falling(width);
        }
        Rule rising = Rule.legendre(POINTS_A_SIDE, low, mode).weighted(x -> 2 * ((x - low) / (mode - low)) / width);
        return mode == high ? rising : rising.and(falling(width));
    }

    private Rule falling(double width) {
        return Rule.legendre(POINTS_A_SIDE, mode, high).weighted(x -> 2 * ((high - x) / (high - mode)) / width);
    }

    private double belowMode() {
        return (mode - low) / (high - low);
    }

    private double aboveMode() {
        return (high - mode) / (high - low);
    }
}
