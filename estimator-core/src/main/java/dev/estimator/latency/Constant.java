package dev.estimator.latency;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Always the same time.
 *
 * @param time the time
 */
record Constant(double time) implements LatencyLaw {
    /** Longer than any time. */
    static final Constant ENDLESS = new Constant(Double.POSITIVE_INFINITY);

    @Override
    public double slower(double other) {
        return other < time ? 1 : 0;
    }

    @Override
    public double exceededBy(double share) {
        return time;
    }

    @Override
    public double mean() {
        return time;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public @Nullable Transform transform() {
        return time == 0 ? Transform.NOTHING : time < Double.POSITIVE_INFINITY ? new Transform.Delay(time) : null;
    }

    @Override
    public DoubleStream singleTimes() {
        return DoubleStream.of(time).filter(Double::isFinite);
    }
}
