package dev.estimator.internal.engine;

import java.util.function.Supplier;

/**
 * The core of a region, whose law is known. Percentiles go through the region. Means do not: they are averaged where
 * the region is smooth, and drawn where it is not.
 *
 * @param known the core by itself
 * @param region what leads from the core to the result
 * @param drawn draws of the result
 */
record RegionCore(LawCore known, Region region, Supplier<Core> drawn) implements Core {
    @Override
    public Estimate[] quantiles(double... p) {
        return known.quantiles(p);
    }

    @Override
    public Estimate[] upperQuantiles(double... p) {
        return known.upperQuantiles(p);
    }

    @Override
    public Estimate cumulative(double x) {
        return known.cumulative(x);
    }

    /** The mean of the result. */
    @Override
    public Estimate mean(Chain chain) {
        return region.moments().isKnown()
                ? known.ofTails(region.moments().mean(), region, 1)
                : drawn.get().mean(Chain.none());
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        return region.moments().isKnown()
                ? known.ofTails(region.moments().standardDeviation(), region, 2)
                : drawn.get().standardDeviation(Chain.none());
    }
}
