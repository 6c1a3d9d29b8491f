package dev.estimator.latency;

import dev.estimator.internal.numeric.GeometricSum;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A request that is given up after a timeout and tried again, at last in vain.
 *
 * @param law how long a try would take
 * @param tries how many there are at most; one try is a request with a timeout
 * @param timeout when a try is given up
 * @param backoff the wait before the next try
 */
record RetriedLaw(LatencyLaw law, int tries, double timeout, double backoff) implements LatencyLaw {
    /** More tries than this hardly ever fail in a row. */
    private static final int MOST_TRIES = 16;

    /** Tries last {@code timeout} each, with waits between. */
    @Override
    public double slower(double time) {
        double whole = Math.min(Math.floor(time / (timeout + backoff)), tries - 1.0);
        double within = time - whole * (timeout + backoff);
        double failed = Math.pow(law.slower(timeout), whole);
        if (within < timeout) {
            return time < 0 ? 1 : failed * law.slower(within);
        }
        return whole < tries - 1.0 ? failed * law.slower(timeout) : 0;
    }

    @Override
    public double exceededBy(double share) {
        return PercentileSearch.exceededBy(this, share, 0, longest());
    }

    @Override
    public double unknown() {
        return law.unknown();
    }

    @Override
    public double openStart() {
        return law.openStart();
    }

    @Override
    public boolean isOnGrid(double share) {
        return law.isOnGrid(share);
    }

    /**
     * Each try that is made adds the mean time of a request cut off at the timeout; each retry also adds its backoff.
     */
    @Override
    public double mean() {
        double once = tries == 1 ? NumericMean.of(this) : new RetriedLaw(law, 1, timeout, 0).mean();
        double failed = law.slower(timeout);
        return once * GeometricSum.of(failed, tries) + backoff * failed * GeometricSum.of(failed, tries - 1.0);
    }

    /** The atoms of each of the first tries, and the longest time. */
    @Override
    public DoubleStream singleTimes() {
        return DoubleStream.concat(
                DoubleStream.of(longest()),
                IntStream.range(0, Math.min(tries, MOST_TRIES))
                        .mapToObj(this::singleTimesOfTry)
                        .flatMapToDouble(times -> times));
    }

    private DoubleStream singleTimesOfTry(int before) {
        return law.singleTimes().filter(time -> time < timeout).map(time -> before * (timeout + backoff) + time);
    }

    private double longest() {
        return tries * timeout + (tries - 1) * backoff;
    }
}
