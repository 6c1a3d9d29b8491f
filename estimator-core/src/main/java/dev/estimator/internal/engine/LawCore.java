package dev.estimator.internal.engine;

import dev.estimator.internal.range.Rule;
import java.util.Arrays;

/** A core whose law is known. */
record LawCore(Law law) implements Core {
    private static final double FARTHEST = 1e-12;

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
        return Estimate.exact(
                atoms == null
                        ? expectation(chain).mean()
                        : Moments.of(atoms, chain::apply).mean());
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        if (chain.isLinear()) {
            return Estimate.exact(chain.slope() * law.standardDeviation());
        }
        Rule atoms = law.atoms();
        return Estimate.exact(
                atoms == null
                        ? expectation(chain).standardDeviation()
                        : Moments.of(atoms, chain::apply).standardDeviation());
    }

    private Expectation expectation(Chain chain) {
        return Expectation.of(law, chain, law.quantile(FARTHEST), law.quantile(1 - FARTHEST));
    }
}
