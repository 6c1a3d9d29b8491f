package dev.estimator.internal.engine;

import java.util.function.IntConsumer;

/**
 * How to draw.
 *
 * @param seed what the draws follow from
 * @param samples how many draws to begin with, a power of two; 0 for as many as are usual
 * @param most how many draws to end with, if the tolerance is not met before; 0 for as many as are usual
 * @param tolerance how far a percentile or mean may be off, relative to its size; 0 to draw once
 * @param threads on how many threads
 * @param mayBeExact whether to compute without draws what can be
 * @param withMeans whether means will be asked for, so that what they need is drawn together; else they draw by
 *     themselves
 * @param progress is told how many draws of the current round are done
 */
public record Settings(
        long seed,
        int samples,
        int most,
        double tolerance,
        int threads,
        boolean mayBeExact,
        boolean withMeans,
        IntConsumer progress) {
    public static final int LEAST_SAMPLES = 1 << 10;
    public static final int MOST_SAMPLES = 1 << 22;
    private static final int USUAL_SAMPLES = 1 << 14;

    /** Of a slow formula: an end of a range is then within about 2 %, where of 1,024 it was off by 12 %. */
    public static final int SLOW_SAMPLES = 1 << 12;

    /** Tells nobody. */
    static final class Silent implements IntConsumer {
        @Override
        public void accept(int done) {}
    }

    public static final Settings USUAL = new Settings(0, 0, 0, 0, 1, true, false, new Silent());

    public Settings withSeed(long newSeed) {
        return new Settings(newSeed, samples, most, tolerance, threads, mayBeExact, withMeans, progress);
    }

    /** A fixed number of draws. */
    public Settings withSamples(int number) {
        return new Settings(seed, number, number, 0, threads, mayBeExact, withMeans, progress);
    }

    /** As many draws as are needed, for means too. */
    public Settings withTolerance(double relative) {
        return new Settings(seed, LEAST_SAMPLES, MOST_SAMPLES, relative, threads, mayBeExact, true, progress);
    }

    public Settings withThreads(int number) {
        return new Settings(seed, samples, most, tolerance, number, mayBeExact, withMeans, progress);
    }

    public Settings withProgress(IntConsumer listener) {
        return new Settings(seed, samples, most, tolerance, threads, mayBeExact, withMeans, listener);
    }

    /** Draws also for what could be computed exactly. */
    public Settings drawingAll() {
        return new Settings(seed, samples, most, tolerance, threads, false, withMeans, progress);
    }

    /** Draws what means need beside what percentiles need. */
    public Settings drawingForMeans() {
        return new Settings(seed, samples, most, tolerance, threads, mayBeExact, true, progress);
    }

    /** With the usual number of draws where none was asked for. */
    Settings decidedFor(Program program) {
        return samples > 0 ? this : withSamples(program.isSlow() ? SLOW_SAMPLES : USUAL_SAMPLES);
    }

    int perReplicate() {
        return samples / Draws.REPLICATES;
    }
}
