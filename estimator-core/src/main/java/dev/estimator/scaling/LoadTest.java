package dev.estimator.scaling;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.io.Serializable;
import java.util.List;
import org.immutables.value.Value;

/**
 * The throughputs that a load test measured at several loads, and the scalability that they show.
 *
 * <p>The universal scalability law is fitted by least squares of the throughputs, with a contention from 0 to 1 and a
 * coherency not below 0. Its errors are those of independent measurements with the same spread at every load.
 *
 * @see "N. J. Gunther, Guerrilla Capacity Planning, Springer 2007, chapter 5"
 */
@Value.Immutable(copy = false)
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class LoadTest implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FEWEST_LOADS = 3;

    LoadTest() {}

    /**
     * Returns the measurements.
     *
     * @return points at three distinct loads at least, of which several may be at one
     */
    public abstract List<Point> points();

    @Value.Check
    void check() {
        long loads = points().stream().map(Point::concurrency).distinct().count();
        Refusal.unless(
                loads >= FEWEST_LOADS,
                "points",
                "at " + FEWEST_LOADS + " distinct loads or more",
                "at " + loads,
                "the law has three coefficients");
    }

    /**
     * Fits the universal scalability law, by Levenberg–Marquardt from several starts. A coefficient that would be out
     * of bounds, below 0 or a contention above 1, is held at that bound, with a warning; the others are then fitted
     * with it.
     *
     * @return the fit, with its errors and warnings
     * @throws ArithmeticException if the loads are too close together to tell
     * @see "J. J. Moré, The Levenberg-Marquardt Algorithm: Implementation and Theory, Lecture Notes in Mathematics 630,
     *     1978"
     */
    @Value.Lazy
    public ScalabilityFit fit() {
        double[] loads = points().stream()
                .mapToDouble(point -> point.concurrency().value())
                .toArray();
        double[] throughputs = points().stream()
                .mapToDouble(point -> point.throughput().to(Units.PER_SECOND))
                .toArray();
        return new ScalabilityFit(this, UslFit.of(loads, throughputs));
    }

    /** Returns the number of points and the loads, as in '6 points from 1 to 32'. */
    @Override
    public String toString() {
        return points().size() + " points from " + least() + " to " + most() + "; ask for fit()";
    }

    final Count least() {
        return points().stream().map(Point::concurrency).min(Count::compareTo).orElseThrow();
    }

    final Count most() {
        return points().stream().map(Point::concurrency).max(Count::compareTo).orElseThrow();
    }

    /**
     * Begins a load test.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the points of a load test. */
    public static final class Builder extends ImmutableLoadTest.Builder {
        Builder() {}

        /**
         * Adds a measurement.
         *
         * @param concurrency the mean number of requests in flight, or of processors, above zero
         * @param throughput the throughput at that load, above zero
         * @return this builder
         * @throws IllegalArgumentException if one of them is zero or a range
         */
        public Builder point(Count concurrency, Qps throughput) {
            return addPoints(new Point(concurrency, throughput));
        }

        /**
         * Adds a measurement of throughput and latency; by Little's law the concurrency is {@code X × R}.
         *
         * @param throughput the throughput, above zero
         * @param meanLatency the mean latency at that throughput, above zero
         * @return this builder
         * @throws IllegalArgumentException if one of them is zero or a range
         */
        public Builder point(Qps throughput, TimeSpan meanLatency) {
            return point(
                    requireNonNull(throughput, "throughput").times(requireNonNull(meanLatency, "meanLatency")),
                    throughput);
        }

        /** Returns what is being built, and that {@code build()} is still to be called. */
        @Override
        public String toString() {
            return Unbuilt.of("load test");
        }
    }

    /**
     * A measurement at one load.
     *
     * @param concurrency the mean number of requests in flight, or of processors, above zero
     * @param throughput the throughput at that load, from 1e-100 to 1e100 req/s
     */
    public record Point(Count concurrency, Qps throughput) implements Serializable {
        private static final double LEAST = 1e-100;
        private static final double MOST = 1e100;

        /**
         * Refuses what cannot have been measured.
         *
         * @param concurrency the mean number of requests in flight, or of processors, above zero
         * @param throughput the throughput at that load, from 1e-100 to 1e100 req/s
         */
        public Point {
            Refusal.aboveZero(concurrency, "concurrency");
            Refusal.aboveZero(throughput, "throughput");
            Refusal.unless(!concurrency.isUncertain(), "concurrency", "one measured number", concurrency);
            Refusal.unless(!throughput.isUncertain(), "throughput", "one measured number", throughput);
            double perSecond = throughput.to(Units.PER_SECOND);
            Refusal.unless(
                    perSecond >= LEAST && perSecond <= MOST,
                    "throughput",
                    "from 1e-100 to 1e100 req/s, so that its square can be computed,",
                    perSecond + " req/s");
        }

        /** Returns the point, as in '35: 12k req/s'. */
        @Override
        public String toString() {
            return concurrency + ": " + throughput;
        }
    }
}
