package dev.estimator.analysis;

/** How a quantity grows with the periods that pass. */
enum GrowthLaw {
    /** Each period adds a part of the amount at its start: {@code (1 + r)ᵗ}. */
    PART("(1 + {0})^({2} ÷ {1})", "ln({0} ÷ {1}) ÷ ln(1 + {2})"),
    /** Each period multiplies the amount: {@code fᵗ}. */
    FACTOR("{0}^({2} ÷ {1})", "ln({0} ÷ {1}) ÷ ln({2})"),
    /** Each period adds the same, a part of the first amount: {@code 1 + r t}. */
    LINEAR("1 + {0} × {2} ÷ {1}", "({0} ÷ {1} − 1) ÷ {2}");

    private final String factorNotation;
    private final String runwayNotation;

    GrowthLaw(String factorNotation, String runwayNotation) {
        this.factorNotation = factorNotation;
        this.runwayNotation = runwayNotation;
    }

    /** The factor after a number of periods. */
    double factor(double rate, double periods) {
        if (this == LINEAR) {
            return 1 + rate * periods;
        }
        return this == FACTOR ? Math.pow(rate, periods) : ofPart(rate, periods);
    }

    /** 1 + r would lose the last digits of a small rate, which count over many periods. */
    private static double ofPart(double rate, double periods) {
        double base = 1 + rate;
        double lost = rate - (base - 1);
        return Math.pow(base, periods) * Math.exp(periods * lost / base);
    }

    /** The number of periods until a factor is reached; the inverse of {@link #factor}. */
    double periodsUntil(double factor, double rate) {
        if (this == LINEAR) {
            return (factor - 1) / rate;
        }
        return Math.log(factor) / (this == FACTOR ? Math.log(rate) : Math.log1p(rate));
    }

    /** Whether a quantity grows at this rate. */
    boolean isGrowth(double rate) {
        return rate > (this == FACTOR ? 1 : 0);
    }

    String factorNotation() {
        return factorNotation;
    }

    String runwayNotation() {
        return runwayNotation;
    }
}
