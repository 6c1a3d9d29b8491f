package dev.estimator.analysis;

/** How a quantity grows with the periods that pass. */
enum GrowthLaw {
    /** Each period adds a part of the amount at its start: {@code (1 + r)ᵗ}. */
    PART("(1 + {0})^({1} ÷ {2})", "ln({0} ÷ {1}) ÷ ln(1 + {2})") {
        @Override
        double factor(double rate, double periods) {
            double base = 1 + rate;
            // 1 + r would lose the last digits of a small rate, which count over many periods
            double lost = rate - (base - 1);
            return Math.pow(base, periods) * Math.exp(periods * lost / base);
        }

        @Override
        double periodsUntil(double factor, double rate) {
            return Math.log(factor) / Math.log1p(rate);
        }
    },
    /** Each period multiplies the amount: {@code fᵗ}. */
    FACTOR("{0}^({1} ÷ {2})", "ln({0} ÷ {1}) ÷ ln({2})") {
        @Override
        double factor(double rate, double periods) {
            return Math.pow(rate, periods);
        }

        @Override
        double periodsUntil(double factor, double rate) {
            return Math.log(factor) / Math.log(rate);
        }

        @Override
        boolean isGrowth(double rate) {
            return rate > 1;
        }
    },
    /** Each period adds the same, a part of the first amount: {@code 1 + r t}. */
    LINEAR("1 + {0} × {1} ÷ {2}", "({0} ÷ {1} − 1) ÷ {2}") {
        @Override
        double factor(double rate, double periods) {
            return 1 + rate * periods;
        }

        @Override
        double periodsUntil(double factor, double rate) {
            return (factor - 1) / rate;
        }
    };

    private final String factorNotation;
    private final String runwayNotation;

    GrowthLaw(String factorNotation, String runwayNotation) {
        this.factorNotation = factorNotation;
        this.runwayNotation = runwayNotation;
    }

    /** The factor after a number of periods. */
    abstract double factor(double rate, double periods);

    /** The number of periods until a factor is reached; the inverse of {@link #factor}. */
    abstract double periodsUntil(double factor, double rate);

    /** Whether a quantity grows at this rate. */
    boolean isGrowth(double rate) {
        return rate > 0;
    }

    String factorNotation() {
        return factorNotation;
    }

    String runwayNotation() {
        return runwayNotation;
    }
}
