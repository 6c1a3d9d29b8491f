package dev.estimator.internal.engine;

import dev.estimator.internal.text.Beyond;
import java.util.Arrays;

/** How likely an output has which values. */
public final class Distribution {
    private final Core core;
    private final Chain chain;
    /** What it is called when the value is beyond every number; empty if it never is. */
    private final String cause;

    Distribution(Core core, Chain chain, String cause) {
        this.core = core;
        this.chain = chain;
        this.cause = cause;
    }

    /** In how many cases the value is beyond every number. */
    public Beyond beyond() {
        double share = cause.isEmpty() ? 0 : 1 - cumulative(Double.MAX_VALUE).value();
        return share > 0 ? new Beyond(share, cause) : Beyond.NONE;
    }

    /** The least values that are not exceeded with the given probabilities. */
    public Estimate[] quantiles(double... p) {
        Estimate[] ofCore = chain.isIncreasing()
                ? core.quantiles(p)
                : core.upperQuantiles(Arrays.stream(p).map(x -> 1 - x).toArray());
        return Arrays.stream(ofCore).map(e -> e.through(chain)).toArray(Estimate[]::new);
    }

    public Estimate quantile(double p) {
        return quantiles(p)[0];
    }

    /** The probability of at most x. */
    public Estimate cumulative(double x) {
        double boundary = chain.isEmpty() ? x : chain.boundary(x);
        Estimate below = boundary < 0 ? Estimate.exact(0) : core.cumulative(boundary);
        Estimate inside = below.within(0, 1);
        return chain.isIncreasing() ? inside : inside.complement();
    }

    /** How far percentiles and mean are off at most, relative to their size, before any rounding up. */
    double worstError() {
        double worst = beyond().isPossible() ? 0 : core.mean(Chain.none()).relativeHalfWidth();
        for (Estimate estimate : core.quantiles(0.05, 0.5, 0.95, 0.99)) {
            worst = Math.max(worst, estimate.relativeHalfWidth());
        }
        return worst;
    }

    public Estimate mean() {
        return core.mean(chain);
    }

    public Estimate standardDeviation() {
        return core.standardDeviation(chain);
    }
}
