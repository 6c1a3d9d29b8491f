package dev.estimator.internal.engine;

import dev.estimator.internal.range.Gauss;
import dev.estimator.internal.range.Rule;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The core of a region, whose law is known. Percentiles go through the region, means do not: they are averaged where the region is
 * smooth, and drawn where it is not.
 *
 * @param known the core by itself
 * @param region what leads from the core to the result
 * @param drawn draws of the result
 */
record RegionCore(LawCore known, Region region, Supplier<Core> drawn) implements Core {
    private static final int STEPS_FOR_ONE = 8;
    private static final int FARTHEST_SCORE = 7;

    /** What half of the steps may change. */
    private static final double TOLERATED = 1e-9;

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

    @Override
    public Estimate mean(Chain chain) {
        Moments moments = moments();
        return moments == null ? drawn.get().mean(Chain.none()) : known.ofTails(moments.mean(), chain, 1);
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        Moments moments = moments();
        return moments == null
                ? drawn.get().standardDeviation(Chain.none())
                : known.ofTails(moments.standardDeviation(), chain, 2);
    }

    /**
     * Of few values one by one, else by the trapezoidal rule over normal scores, which converges faster than any power of its step where a
     * function is smooth: then every other point says the same. Null if they do not.
     */
    private @Nullable Moments moments() {
        Rule atoms = known.law().atoms();
        if (atoms != null) {
            return Moments.of(atoms, region::apply);
        }
        int n = 2 * STEPS_FOR_ONE * FARTHEST_SCORE + 1;
        double[] values = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double z = i / (double) STEPS_FOR_ONE - FARTHEST_SCORE;
            values[i] = region.computed(known.law().at(z));
            weights[i] = Gauss.density(z) / STEPS_FOR_ONE;
        }
        double[] someValues = new double[n / 2 + 1];
        double[] someWeights = new double[n / 2 + 1];
        for (int i = 0; i < someValues.length; i++) {
            someValues[i] = values[2 * i];
            someWeights[i] = 2 * weights[2 * i];
        }
        Moments all = Moments.of(new Rule(values, weights), x -> x);
        Moments some = Moments.of(new Rule(someValues, someWeights), x -> x);
        boolean isSmooth = isSame(all.mean(), some.mean()) && isSame(all.meanOfSquares(), some.meanOfSquares());
        return isSmooth ? all : null;
    }

    private static boolean isSame(double a, double b) {
        return Math.abs(a - b) <= TOLERATED * a;
    }
}
