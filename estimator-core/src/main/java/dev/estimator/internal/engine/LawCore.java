package dev.estimator.internal.engine;

import dev.estimator.internal.range.Rule;

/** A core whose law is known. */
record LawCore(Law law) implements Core {
    private static final double FARTHEST = 1e-12;

    /** The largest part of a moment that may lie outside for it to count as exact. */
    private static final double NEGLIGIBLE = 1e-6;

    @Override
    public Estimate[] quantiles(double... p) {
        Estimate[] found = new Estimate[p.length];
        for (int i = 0; i < p.length; i++) {
            found[i] = Estimate.exact(law.quantile(p[i]));
        }
        return found;
    }

    @Override
    public Estimate[] upperQuantiles(double... p) {
        Estimate[] found = new Estimate[p.length];
        for (int i = 0; i < p.length; i++) {
            found[i] = Estimate.exact(law.upperQuantile(p[i]));
        }
        return found;
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
        if (atoms != null) {
            return Estimate.exact(Moments.of(atoms, chain::apply).mean());
        }
        Expectation expectation = expectation(chain);
        return ofTails(expectation.mean(), expectation.farthest(), 1);
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        if (chain.isLinear()) {
            return Estimate.exact(chain.slope() * law.standardDeviation());
        }
        Rule atoms = law.atoms();
        if (atoms != null) {
            return Estimate.exact(Moments.of(atoms, chain::apply).standardDeviation());
        }
        Expectation expectation = expectation(chain);
        return ofTails(expectation.standardDeviation(), expectation.farthest(), 2);
    }

    private Expectation expectation(Chain chain) {
        return Expectation.of(law, chain, law.quantile(FARTHEST), law.quantile(1 - FARTHEST));
    }

    /** Unknown where the extreme tail matters: the inverse of a value that can reach zero has no mean at all. */
    Estimate ofTails(double moment, Chain chain, int power) {
        double least = chain.apply(law.quantile(FARTHEST));
        double most = chain.apply(law.quantile(1 - FARTHEST));
        return ofTails(moment, Math.max(Math.abs(least), Math.abs(most)), power);
    }

    private static Estimate ofTails(double moment, double farthest, int power) {
        boolean isKnown =
                FARTHEST * Math.pow(farthest, power) <= NEGLIGIBLE * Math.pow(moment, power) || farthest <= moment;
        return isKnown ? Estimate.exact(moment) : Estimate.unknown();
    }
}
