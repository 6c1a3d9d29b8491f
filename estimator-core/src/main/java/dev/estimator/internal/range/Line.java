package dev.estimator.internal.range;

/** How values are laid out on the whole real line, so that any normal score is a possible value. */
public enum Line {
    /** Sizes, rates, counts: {@code y = ln x}. */
    LOG {
        @Override
        public double to(double x) {
            return StrictMath.log(x);
        }

        @Override
        public double from(double y) {
            return StrictMath.exp(y);
        }
    },
    /** Parts of a whole: {@code y = ln(x ÷ (1 − x))}. */
    ODDS {
        @Override
        public double to(double x) {
            return StrictMath.log(x) - StrictMath.log1p(-x);
        }

        @Override
        public double from(double y) {
            return y < 0 ? StrictMath.exp(y) / (1 + StrictMath.exp(y)) : 1 / (1 + StrictMath.exp(-y));
        }
    };

    public abstract double to(double x);

    public abstract double from(double y);
}
