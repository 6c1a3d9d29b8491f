package dev.estimator.system;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import java.io.Serializable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What users do with a system: an entry, how often it is taken, and what a request then does.
 *
 * <p>The peaks of all use cases of a system are taken to come at the same time. For what runs at another time, such as
 * a batch at night, make a second {@link Architecture}. What a component {@linkplain Component#writes stores} is the
 * sum over all visits of use cases that write, unless they are {@linkplain Visit#readOnly read-only}: what only copies
 * or exports it reads.
 *
 * @param name such as 'browse', which no other use case of a system has
 * @param rate how many requests come on average
 * @param peak how many at peak, not below the average
 * @param isWrite whether its visits count as writes, unless they are {@link Visit#readOnly}
 * @param step what a request does
 */
public record UseCase(String name, Qps rate, Qps peak, boolean isWrite, Step step) implements Serializable {
    /**
     * Checks the rates and names them.
     *
     * @param name such as 'browse'
     * @param rate how many requests come on average
     * @param peak how many at peak
     * @param isWrite whether its visits count as writes, unless they are {@link Visit#readOnly}
     * @param step what a request does
     * @throws IllegalArgumentException if the peak is below the average, or the name is blank
     */
    public UseCase {
        Refusal.unreadable(name, "name");
        requireNonNull(step, "step");
        rate = Inside.ofRequests(Refusal.named(rate, "rate", name + " rate"));
        peak = Inside.ofRequests(Refusal.named(peak, "peak", name + " peak"));
        peak = Refusal.kept(peak, "peak of " + name, Side.AT_LEAST, rate);
    }

    /**
     * Obtains a use case that reads, from a model of traffic.
     *
     * @param name such as 'browse'
     * @param traffic whose reads it gets, on average and at peak; all requests if nothing was said of reads and writes
     * @param step what a request does
     * @return the use case
     * @throws IllegalArgumentException if the name is blank
     */
    public static UseCase read(String name, Traffic traffic, Step step) {
        requireGiven(name, traffic, step);
        return isMixed(traffic)
                ? read(name, traffic.readQps(), traffic.peakReadQps(), step)
                : read(name, traffic.averageQps(), traffic.peakQps(), step);
    }

    /**
     * Obtains a use case that reads.
     *
     * @param name such as 'browse'
     * @param rate how many requests come on average
     * @param peak how many at peak
     * @param step what a request does
     * @return the use case
     * @throws IllegalArgumentException if the peak is below the average, or the name is blank
     */
    public static UseCase read(String name, Qps rate, Qps peak, Step step) {
        return new UseCase(name, rate, peak, false, step);
    }

    /**
     * Obtains a use case that writes, from a model of traffic.
     *
     * @param name such as 'order'
     * @param traffic whose writes it gets, on average and at peak; all requests if nothing was said of reads and writes
     * @param step what a request does
     * @return the use case
     * @throws IllegalArgumentException if the name is blank
     */
    public static UseCase write(String name, Traffic traffic, Step step) {
        requireGiven(name, traffic, step);
        return isMixed(traffic)
                ? write(name, traffic.writeQps(), traffic.peakWriteQps(), step)
                : write(name, traffic.averageQps(), traffic.peakQps(), step);
    }

    /**
     * Obtains a use case that writes.
     *
     * @param name such as 'order'
     * @param rate how many requests come on average
     * @param peak how many at peak
     * @param step what a request does
     * @return the use case
     * @throws IllegalArgumentException if the peak is below the average, or the name is blank
     */
    public static UseCase write(String name, Qps rate, Qps peak, Step step) {
        return new UseCase(name, rate, peak, true, step);
    }

    /** Whether it says of reads and writes how many there are; else all are of the use case. */
    private static boolean isMixed(Traffic traffic) {
        return Stream.of(
                        traffic.readRate(),
                        traffic.writeRate(),
                        traffic.readShare(),
                        traffic.readsPerWrite(),
                        traffic.writesPerRead(),
                        traffic.fanOut())
                .anyMatch(Optional::isPresent);
    }

    private static void requireGiven(String name, Traffic traffic, Step step) {
        requireNonNull(name, "name");
        requireNonNull(traffic, "traffic");
        requireNonNull(step, "step");
    }

    UseCase times(Ratio factor) {
        return new UseCase(
                name,
                rate.times(factor).named(name + " rate then"),
                peak.times(factor).named(name + " peak then"),
                isWrite,
                step);
    }

    /** The visits of a component: a rate times the visits of each. Calls for trips are requests, not trips. */
    Qps at(Component component, Qps requests, Ratio often) {
        Qps visits = requests.times(often.orNamed(component.name() + " visits per " + name));
        return Inside.ofSame(visits, Demand.NO_VISITS).named(name + " at " + component.name());
    }

    /** Returns the name and how often it is done, as in 'browse: 1,200 req/s, 3,600 req/s at peak'. */
    @Override
    public String toString() {
        return name + ": " + rate + ", " + peak + " at peak";
    }
}
