package dev.estimator.internal.engine;

import dev.estimator.internal.range.Rule;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

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
                ? expected(chain, Expectation::mean, 1)
                : Estimate.exact(Moments.of(atoms, chain::apply).mean());
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        if (chain.isLinear()) {
            return Estimate.exact(chain.slope() * law.standardDeviation());
        }
        Rule atoms = law.atoms();
        return atoms == null
                ? expected(chain, Expectation::standardDeviation, 2)
                : Estimate.exact(Moments.of(atoms, chain::apply).standardDeviation());
    }

    private Estimate expected(Chain chain, ToDoubleFunction<Expectation> moment, int power) {
        double least = law.quantile(FARTHEST);
        double most = law.quantile(1 - FARTHEST);
        return ofTails(moment.applyAsDouble(Expectation.of(law, chain, least, most)), chain, power, least, most);
    }

    /** Unknown where the extreme tail matters: the inverse of a value that can reach zero has no mean at all. */
    Estimate ofTails(double moment, Chain chain, int power) {
        return ofTails(moment, chain, power, law.quantile(FARTHEST), law.quantile(1 - FARTHEST));
    }

    private static Estimate ofTails(double moment, Chain chain, int power, double least, double most) {
        double farthest = Math.max(Math.abs(chain.apply(least)), Math.abs(chain.apply(most)));
        boolean isKnown =
                FARTHEST * Math.pow(farthest, power) <= NEGLIGIBLE * Math.pow(moment, power) || farthest <= moment;
        return isKnown ? Estimate.exact(moment) : Estimate.unknown();
    }
}
