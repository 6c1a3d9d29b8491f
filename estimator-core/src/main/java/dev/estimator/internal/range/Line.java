package dev.estimator.internal.range;

/** How values are laid out on the whole real line, so that any normal score is a possible value. */
public enum Line {
    /** Sizes, rates, counts: {@code y = ln x}. */
    LOG,
    /** Parts of a whole: {@code y = ln(x ÷ (1 − x))}. */
    ODDS;

    public double to(double x) {
        return this == LOG ? StrictMath.log(x) : StrictMath.log(x) - StrictMath.log1p(-x);
    }

    public double from(double y) {
        if (this == LOG) {
            return StrictMath.exp(y);
        }
        return y < 0 ? StrictMath.exp(y) / (1 + StrictMath.exp(y)) : 1 / (1 + StrictMath.exp(-y));
    }
}
