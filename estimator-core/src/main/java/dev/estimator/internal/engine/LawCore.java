package dev.estimator.internal.engine;

import java.util.Arrays;

/** A core whose law is known. */
record LawCore(Law law) implements Core {
    /** A chain of steps like a ceiling is followed step by step up to so many; finer ones are taken for smooth. */
    private static final int MOST_STEPS = 1000;

    private static final int CELLS = 2000;
    private static final double FARTHEST = 1e-10;

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
        return Estimate.exact(chain.isLinear() ? chain.apply(law.mean()) : moments(chain)[0]);
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        return Estimate.exact(chain.isLinear() ? chain.slope() * law.standardDeviation() : moments(chain)[1]);
    }

    /** Mean and standard deviation by the probability of each interval on which the result hardly changes. */
    private double[] moments(Chain chain) {
        double from = law.quantile(FARTHEST);
        double to = law.quantile(1 - FARTHEST);
        double[] ends = stepEnds(chain, from, to);
        if (ends.length == 0) {
            ends = cells(from, to);
        }
        double before = 0;
        double mean = 0;
        double squares = 0;
        double start = from;
        double origin = chain.apply(law.quantile(0.5));
        for (double end : ends) {
            double upTo = end >= to ? 1 : law.cumulative(end);
            double value = (chain.apply(start) + chain.apply(end)) / 2 - origin;
            mean += (upTo - before) * value;
            squares += (upTo - before) * value * value;
            before = upTo;
            start = Math.nextUp(end);
        }
        return new double[] {origin + mean, Math.sqrt(Math.max(0, squares - mean * mean))};
    }

    /** Where a step function has its steps; nothing if it is no step function or has too many. */
    private static double[] stepEnds(Chain chain, double from, double to) {
        if (!chain.isIncreasing() || chain.apply(to) - chain.apply(from) > MOST_STEPS) {
            return new double[0];
        }
        double[] ends = new double[MOST_STEPS];
        double start = from;
        for (int i = 0; i < MOST_STEPS; i++) {
            ends[i] = Math.min(to, chain.boundary(chain.apply(start)));
            boolean isSmooth = ends[i] - start <= (to - from) / MOST_STEPS;
            if (ends[i] >= to) {
                return Arrays.copyOf(ends, i + 1);
            }
            if (isSmooth && i > 0) {
                return new double[0];
            }
            start = Math.nextUp(ends[i]);
        }
        return new double[0];
    }

    /** Equal in the logarithm if the value ranges over several powers of ten, else equal. */
    private static double[] cells(double from, double to) {
        double[] ends = new double[CELLS];
        boolean isLog = from > 0 && to / from > 2;
        for (int i = 0; i < CELLS; i++) {
            double part = (i + 1.0) / CELLS;
            ends[i] = isLog ? from * Math.pow(to / from, part) : from + (to - from) * part;
        }
        ends[CELLS - 1] = to;
        return ends;
    }
}
