package dev.estimator.latency;

/**
 * What a law takes where it takes none of its {@link Atoms}.
 *
 * @param law the law
 * @param atoms what is left out
 */
record Remainder(LatencyLaw law, Atoms atoms) implements LatencyLaw {
    /** The accuracy of a difference of shares. */
    private static final double ROUNDING = 1e-15;

    private double share() {
        return 1 - atoms.share();
    }

    @Override
    public double slower(double time) {
        double slow = law.slower(time) - atoms.share() * atoms.times().slower(time);
        return Math.max(0, Math.min(slow / share(), 1));
    }

    @Override
    public double exceededBy(double share) {
        return PercentileSearch.exceededBy(this, share, 0, law.exceededBy(share * share()));
    }

    @Override
    public double unknown() {
        return Math.max(law.unknown(), ROUNDING) / share();
    }

    @Override
    public double mean() {
        return Math.max(0, law.mean() - atoms.share() * atoms.times().mean()) / share();
    }
}
