package dev.estimator.queueing;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Erf;

/**
 * The square-root rule: with β√a servers more than the load a, the share that waits hardly depends on the load.
 *
 * @see "S. Halfin and W. Whitt, Heavy-Traffic Limits for Queues with Many Exponential Servers, Operations Research
 *     29(3), 1981"
 */
final class HalfinWhitt {
    private static final double ROOT_OF_TWO = Math.sqrt(2);
    private static final double LOG_ROOT_OF_TWO_PI = Math.log(2 * Math.PI) / 2;
    private static final double RELATIVE = 1e-14;
    private static final double ABSOLUTE = 1e-300;
    private static final double LEAST = 1e-290;
    private static final int MOST_EVALUATIONS = 2000;

    private HalfinWhitt() {}

    /** The share that waits: {@code α = 1/(1 + βΦ(β)/φ(β))}; 1 at β = 0. */
    static double waitProbability(double beta) {
        double logOdds = logOdds(beta);
        return logOdds > 0 ? Math.exp(-logOdds) / (1 + Math.exp(-logOdds)) : 1 / (1 + Math.exp(logOdds));
    }

    /** The β at which so large a share waits; NaN if none or everyone may. */
    static double beta(double waitProbability) {
        if (!(waitProbability > 0 && waitProbability < 1)) {
            return Double.NaN;
        }
        double logOdds = Math.log1p(-waitProbability) - Math.log(waitProbability);
        return root(beta -> logOdds(beta) - logOdds);
    }

    /** Where a function that rises with β passes zero. */
    static double root(DoubleUnaryOperator rising) {
        double high = 1;
        while (rising.applyAsDouble(high) < 0) {
            high *= 2;
        }
        double low = high / 2;
        while (low > LEAST && rising.applyAsDouble(low) > 0) {
            low /= 2;
        }
        return new BrentSolver(RELATIVE, ABSOLUTE, 0).solve(MOST_EVALUATIONS, rising::applyAsDouble, low, high);
    }

    /** {@code ln(βΦ(β)/φ(β))}, the odds of not waiting. */
    private static double logOdds(double beta) {
        double normal = Erf.erfc(-beta / ROOT_OF_TWO) / 2;
        return Math.log(beta * normal) + beta * beta / 2 + LOG_ROOT_OF_TWO_PI;
    }
}
