package dev.estimator.internal.engine;

import java.util.function.IntConsumer;

/**
 * How to draw.
 *
 * @param seed what the draws follow from
 * @param samples how many draws to begin with, a power of two
 * @param most how many draws to end with, if the tolerance is not met before
 * @param tolerance how far a percentile or mean may be off, relative to its size; 0 to draw once
 * @param threads on how many threads
 * @param mayBeExact whether to compute without draws what can be
 * @param progress is told how many draws of the current round are done
 */
public record Settings(
        long seed, int samples, int most, double tolerance, int threads, boolean mayBeExact, IntConsumer progress) {
    public static final int LEAST_SAMPLES = 1 << 10;
    public static final int MOST_SAMPLES = 1 << 22;
    private static final int USUAL_SAMPLES = 1 << 14;

    public static final Settings USUAL = new Settings(0, USUAL_SAMPLES, USUAL_SAMPLES, 0, 1, true, done -> {});

    public Settings withSeed(long newSeed) {
        return new Settings(newSeed, samples, most, tolerance, threads, mayBeExact, progress);
    }

    /** A fixed number of draws. */
    public Settings withSamples(int number) {
        return new Settings(seed, number, number, 0, threads, mayBeExact, progress);
    }

    /** As many draws as are needed. */
    public Settings withTolerance(double relative) {
        return new Settings(seed, LEAST_SAMPLES, MOST_SAMPLES, relative, threads, mayBeExact, progress);
    }

    public Settings withThreads(int number) {
        return new Settings(seed, samples, most, tolerance, number, mayBeExact, progress);
    }

    public Settings withProgress(IntConsumer listener) {
        return new Settings(seed, samples, most, tolerance, threads, mayBeExact, listener);
    }

    /** Draws also for what could be computed exactly. */
    public Settings drawingAll() {
        return new Settings(seed, samples, most, tolerance, threads, false, progress);
    }

    int perReplicate() {
        return samples / Draws.REPLICATES;
    }
}
