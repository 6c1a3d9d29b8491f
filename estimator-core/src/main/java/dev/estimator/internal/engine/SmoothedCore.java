package dev.estimator.internal.engine;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A value that was drawn, times an independent one whose law is known: of each draw we know the whole distribution of
 * the product, so few draws are enough. The logarithms of the draws are counted on a fine grid, each shared between its
 * two neighbours.
 */
final class SmoothedCore implements Core {
    private static final int REPLICATES = Draws.REPLICATES;
    private static final int FEWEST_CELLS = 256;
    private static final int MOST_CELLS = 1 << 14;

    /** The number of cells for one standard deviation of the known law. */
    private static final double FINENESS = 32;

    private static final double TOLERANCE = 1e-10;

    private final SmoothTable factor;
    private final Moments factorMoments;
    private final double[] drawn;
    private final double least;
    private final double step;
    private final int cells;
    private final double[][] weights;
    /** The part of each replicate that is zero, and so has no logarithm. */
    private final double[] zeros = new double[REPLICATES];

    private final double[] pooled;
    private final double pooledZeros;
    private final boolean hasAtoms;

    SmoothedCore(LogLaw factor, double[] drawn) {
        this.factor = new SmoothTable(factor);
        this.factorMoments = factor.moments();
        this.drawn = drawn;
        double min = Double.MAX_VALUE;
        double max = Double.MIN_NORMAL;
        for (double value : drawn) {
            min = value > 0 ? Math.min(min, value) : min;
            max = Math.max(max, value);
        }
        if (!(max < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException("a step of the estimate is too large for any quantity in some draws");
        }
        least = Math.log(Math.min(min, max));
        double range = Math.log(max) - least;
        cells = (int) Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, FINENESS * range / factor.spread()));
        step = Math.max(range / (cells - 1), Double.MIN_NORMAL);
        weights = new double[REPLICATES][cells + 1];
        pooled = new double[cells + 1];
        share();
        pooledZeros = Replicates.mean(zeros);
        hasAtoms = hasAtoms();
    }

    private void share() {
        int perReplicate = drawn.length / REPLICATES;
        double each = 1.0 / perReplicate;
        for (int i = 0; i < drawn.length; i++) {
            int r = i / perReplicate;
            if (drawn[i] == 0) {
                zeros[r] += each;
                continue;
            }
            double position = (Math.log(drawn[i]) - least) / step;
            int cell = Math.min(cells - 1, (int) position);
            double beyond = position - cell;
            weights[r][cell] += each * (1 - beyond);
            weights[r][cell + 1] += each * beyond;
        }
        for (double[] replicate : weights) {
            for (int k = 0; k <= cells; k++) {
                pooled[k] += replicate[k] / REPLICATES;
            }
        }
    }

    @Override
    public Estimate[] quantiles(double... p) {
        return Arrays.stream(p).mapToObj(this::quantile).toArray(Estimate[]::new);
    }

    @Override
    public Estimate[] upperQuantiles(double... p) {
        return quantiles(p);
    }

    private Estimate quantile(double p) {
        double start = least + step * cells / 2;
        double y = p <= pooledZeros ? Double.NEGATIVE_INFINITY : logQuantile(pooled, pooledZeros, p, start);
        double h = Replicates.T95 * error(p <= pooledZeros ? zeros : parts(y));
        Law law = new Of(pooled, pooledZeros);
        return Estimate.drawn(Math.exp(y), law.quantile(p - h), law.quantile(p + h));
    }

    /**
     * The standard error of a probability. Where a value is drawn again and again, replicates can all be off by the
     * same.
     */
    private double error(double[] parts) {
        return Math.max(Replicates.standardError(parts), hasAtoms ? SampleCore.unresolved(drawn.length) : 0);
    }

    private boolean hasAtoms() {
        double[] sorted = Arrays.copyOf(drawn, drawn.length / REPLICATES);
        Arrays.sort(sorted);
        return IntStream.range(1, sorted.length).anyMatch(i -> sorted[i] == sorted[i - 1]);
    }

    @Override
    public Estimate cumulative(double x) {
        if (x <= 0) {
            return x < 0
                    ? Estimate.exact(0)
                    : Estimate.around(pooledZeros, error(zeros)).within(0, 1);
        }
        double[] parts = parts(Math.log(x));
        return Estimate.around(Replicates.mean(parts), error(parts)).within(0, 1);
    }

    @Override
    public Estimate mean(Chain chain) {
        double[] applied = applied(chain);
        double[] means = chain.isLinear() ? Replicates.means(applied, REPLICATES) : figures(law -> law.mean(chain));
        double mean = chain.isLinear()
                ? Replicates.mean(means)
                : new LawCore(new Of(pooled, pooledZeros)).mean(chain).value();
        return Replicates.around(mean, means, applied);
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        double[] applied = applied(chain);
        double center = Replicates.mean(Replicates.means(applied, REPLICATES));
        double deviation = new LawCore(new Of(pooled, pooledZeros))
                .standardDeviation(chain)
                .value();
        double[] deviations = figures(law -> law.standardDeviation(chain));
        double[] squares =
                Arrays.stream(applied).map(x -> (x - center) * (x - center)).toArray();
        return Replicates.around(deviation, deviations, squares);
    }

    /** What follows from the draws, times the mean of the factor. */
    private double[] applied(Chain chain) {
        double scale = factorMoments.mean();
        return Arrays.stream(drawn).map(x -> chain.apply(scale * x)).toArray();
    }

    private double[] figures(Function<LawCore, Estimate> figure) {
        return IntStream.range(0, REPLICATES)
                .mapToObj(r -> new LawCore(new Of(weights[r], zeros[r])))
                .mapToDouble(law -> figure.apply(law).value())
                .toArray();
    }

    private double[] parts(double y) {
        double[] known = new double[cells + 1];
        for (int k = 0; k <= cells; k++) {
            known[k] = factor.cumulative(y - least - k * step);
        }
        double[] parts = new double[REPLICATES];
        for (int r = 0; r < REPLICATES; r++) {
            parts[r] = zeros[r];
            for (int k = 0; k <= cells; k++) {
                parts[r] += weights[r][k] * known[k];
            }
        }
        return parts;
    }

    private double logCumulative(double[] counts, double zero, double y) {
        double sum = zero;
        for (int k = 0; k <= cells; k++) {
            sum += counts[k] * factor.cumulative(y - least - k * step);
        }
        return sum;
    }

    private double logQuantile(double[] counts, double zero, double p, double start) {
        return Roots.of(
                y -> logCumulative(counts, zero, y) - p,
                least + factor.least(),
                least + step * cells + factor.most(),
                start,
                TOLERANCE);
    }

    /** The law by the weights of some replicates. */
    private final class Of implements Law {
        private final double[] counts;
        private final double zero;

        Of(double[] counts, double zero) {
            this.counts = counts;
            this.zero = zero;
        }

        @Override
        public double quantile(double p) {
            return p <= zero ? 0 : Math.exp(logQuantile(counts, zero, p, least + step * cells / 2));
        }

        @Override
        public double cumulative(double x) {
            if (x <= 0) {
                return x < 0 ? 0 : zero;
            }
            return logCumulative(counts, zero, Math.log(x));
        }

        @Override
        public double mean() {
            return moment(1) * factorMoments.mean();
        }

        @Override
        public double standardDeviation() {
            double mean = mean();
            double squares = moment(2) * factorMoments.mean() * factorMoments.mean() * factorMoments.meanOfSquares();
            return Math.sqrt(Math.max(0, squares - mean * mean));
        }

        private double moment(int power) {
            double sum = 0;
            for (int k = 0; k <= cells; k++) {
                sum += counts[k] * Math.exp(power * (least + k * step));
            }
            return sum;
        }
    }
}
