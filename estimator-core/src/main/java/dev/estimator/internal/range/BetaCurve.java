package dev.estimator.internal.range;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The lower half of a beta distribution by normal score, for those who ask for very many values: its log odds are so
 * smooth that quintics through values, slopes and curvatures at a few scores leave an error of 10⁻¹¹. Each of those
 * scores is reached from the one before in a step or two of Newton's.
 */
final class BetaCurve {
    /** Quantiles below this score, one in 90,000, are not in the table. */
    static final double FARTHEST = 4.25;

    private static final int STEPS_FOR_ONE = 8;
    private static final int STEPS = (int) (FARTHEST * STEPS_FOR_ONE);
    private static final double STEP = 1.0 / STEPS_FOR_ONE;
    private static final int MOST_ROUNDS = 50;
    private static final double ROUNDING = 1e-14;
    private static final double[] PROBABILITIES = new double[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            PROBABILITIES[i] = Gauss.cumulative(score(i));
        }
    }

    private final BetaDistribution beta;
    private final double a;
    private final double b;

    /** Log odds at each score, and their first and second derivatives times one and two steps. */
    private final double[] odds = new double[STEPS + 1];

    private final double[] slopes = new double[STEPS + 1];
    private final double[] curvatures = new double[STEPS + 1];

    BetaCurve(double a, double b) {
        this.a = a;
        this.b = b;
        beta = BetaDistribution.of(a, b);
        double guess = first();
        for (int i = 0; i <= STEPS; i++) {
            odds[i] = solved(PROBABILITIES[i], guess);
            slopes[i] = slope(i) * STEP;
            curvatures[i] = curvature(i) * STEP * STEP;
            guess = odds[i] + slopes[i] + curvatures[i] / 2;
        }
    }

    /** The quantile at a score between −{@link #FARTHEST} and 0. */
    double at(double z) {
        double position = (z + FARTHEST) * STEPS_FOR_ONE;
        int i = Math.min((int) position, STEPS - 1);
        return part(quintic(i, position - i));
    }

    private static double score(int i) {
        return i * STEP - FARTHEST;
    }

    private static double part(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** Far below, the probability is a power: {@code xᵃ ÷ (a B(a, b))}. */
    private double first() {
        double small = 1e-30;
        double perPower = beta.logDensity(small) - (a - 1) * Math.log(small) - Math.log(a);
        double log = Math.min((Math.log(PROBABILITIES[0]) - perPower) / a, -1);
        return log - Math.log1p(-Math.exp(log));
    }

    /**
     * Newton's method for the logarithm of the probability, which is nearly straight in the log odds. What is left
     * after a step is about its square.
     */
    private double solved(double p, double guess) {
        double u = guess;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double x = part(u);
            double found = beta.cumulativeProbability(x);
            double step = Math.log(found / p) * found / density(x);
            u -= step;
            if (step * step <= ROUNDING) {
                break;
            }
        }
        return u;
    }

    /** Of the log odds. */
    private double density(double x) {
        return beta.density(x) * x * (1 - x);
    }

    private double slope(int i) {
        return Gauss.density(score(i)) / density(part(odds[i]));
    }

    /** From the derivative of the logarithm of the slope. */
    private double curvature(int i) {
        double slope = slopes[i] / STEP;
        return slope * (-score(i) - (a - (a + b) * part(odds[i])) * slope);
    }

    private double quintic(int i, double s) {
        double rise = odds[i + 1] - odds[i] - slopes[i] - curvatures[i] / 2;
        double turn = slopes[i + 1] - slopes[i] - curvatures[i];
        double bend = curvatures[i + 1] - curvatures[i];
        double c3 = 10 * rise - 4 * turn + bend / 2;
        double c4 = -15 * rise + 7 * turn - bend;
        double c5 = 6 * rise - 3 * turn + bend / 2;
        return odds[i] + s * (slopes[i] + s * (curvatures[i] / 2 + s * (c3 + s * (c4 + s * c5))));
    }
}
