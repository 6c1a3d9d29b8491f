package dev.estimator.internal.engine;

import dev.estimator.internal.range.Rule;
import java.util.Arrays;

/** A core whose law is known. */
record LawCore(Law law) implements Core {
    private static final double FARTHEST = 1e-12;

    /** The largest part of a moment that may lie outside for it to count as exact. */
    private static final double NEGLIGIBLE = 1e-6;

    @Override
    public Estimate[] quantiles(double... p) {
        return Arrays.stream(p).map(law::quantile).mapToObj(Estimate::exact).toArray(Estimate[]::new);
    }

    @Override
    public Estimate[] upperQuantiles(double... p) {
        return Arrays.stream(p)
                .map(law::upperQuantile)
                .mapToObj(Estimate::exact)
                .toArray(Estimate[]::new);
    }

    @Override
    public Estimate cumulative(double x) {
        return Estimate.exact(law.cumulative(x));
    }

    @Override
    public Estimate mean(Chain chain) {
        if (chain.isLinear()) {
            return Estimate.exact(chain.apply(law.mean()));
        }
        Rule atoms = law.atoms();
        return atoms == null
                ? ofTails(expectation(chain).mean(), chain, 1)
                : Estimate.exact(Moments.of(atoms, chain::apply).mean());
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        if (chain.isLinear()) {
            return Estimate.exact(chain.slope() * law.standardDeviation());
        }
        Rule atoms = law.atoms();
        return atoms == null
                ? ofTails(expectation(chain).standardDeviation(), chain, 2)
                : Estimate.exact(Moments.of(atoms, chain::apply).standardDeviation());
    }

    /** Unknown where the extreme tail matters: the inverse of a value that can reach zero has no mean at all. */
    Estimate ofTails(double moment, Chain chain, int power) {
        double farthest = Math.max(
                Math.abs(chain.apply(law.quantile(FARTHEST))), Math.abs(chain.apply(law.quantile(1 - FARTHEST))));
        boolean isKnown =
                FARTHEST * Math.pow(farthest, power) <= NEGLIGIBLE * Math.pow(moment, power) || farthest <= moment;
        return isKnown ? Estimate.exact(moment) : Estimate.unknown();
    }

    private Expectation expectation(Chain chain) {
        return Expectation.of(law, chain, law.quantile(FARTHEST), law.quantile(1 - FARTHEST));
    }
}
