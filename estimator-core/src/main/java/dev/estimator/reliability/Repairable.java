package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.count;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * A machine or service that fails, is repaired and works again: its mean time between failures (MTBF) and mean time to
 * repair (MTTR).
 *
 * <p>The time between failures is uptime: from the end of a repair to the next failure, which some call the mean time
 * to failure. Only the means matter, not the distributions.
 *
 * @param timeBetweenFailures how long it works from a repair to the next failure, on average, above zero
 * @param timeToRepair how long it is down after a failure, on average: until it works again, not only until someone
 *     looks at it; above zero
 * @see "R. E. Barlow and F. Proschan, Statistical Theory of Reliability and Life Testing, 1975"
 */
public record Repairable(TimeSpan timeBetweenFailures, TimeSpan timeToRepair) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param timeBetweenFailures how long it works from a repair to the next failure, on average
     * @param timeToRepair how long it is down after a failure, on average, above zero
     */
    public Repairable {
        TimeSpan mtbf = Refusal.named(timeBetweenFailures, "timeBetweenFailures", "MTBF");
        timeBetweenFailures = Refusal.aboveZero(mtbf, "timeBetweenFailures");
        timeToRepair = Refusal.aboveZero(Refusal.named(timeToRepair, "timeToRepair", "MTTR"), "timeToRepair");
    }

    /**
     * Obtains a machine or service that fails and is repaired.
     *
     * @param timeBetweenFailures its mean time between failures, above zero
     * @param timeToRepair its mean time to repair, above zero
     * @return the machine or service
     * @throws IllegalArgumentException if one of the times is zero
     */
    public static Repairable of(TimeSpan timeBetweenFailures, TimeSpan timeToRepair) {
        return new Repairable(timeBetweenFailures, timeToRepair);
    }

    /**
     * Returns how much of the time it is up: {@code A = MTBF ÷ (MTBF + MTTR)}.
     *
     * @return the availability
     */
    public Availability availability() {
        return availability("availability");
    }

    Availability availability(String name) {
        return Availability.of(timeBetweenFailures, timeToRepair).named(name);
    }

    /**
     * Returns how often it fails: {@code 1 ÷ (MTBF + MTTR)}, as it cannot fail while it is down.
     *
     * @return the rate of failures
     */
    public Qps failureRate() {
        return count(1).per(timeBetweenFailures.plus(timeToRepair)).named("failure rate");
    }

    /**
     * Returns how many failures to expect.
     *
     * @param period over how long
     * @return the mean number of failures in the period
     */
    public Count failuresIn(TimeSpan period) {
        return failureRate().times(Refusal.named(period, "period")).named("failures");
    }

    /**
     * Returns the time down in a period: {@code (1 − A) × period}.
     *
     * @param period the period, whose length is part of the question
     * @return the time down
     */
    public TimeSpan downtime(TimeSpan period) {
        return availability().downtime(period).named("downtime");
    }

    /**
     * Returns how fast repairs must be for an availability, at the present rate of failures: {@code MTTR = MTBF × (1 −
     * A) ÷ A}.
     *
     * @param target the availability to reach, above 0 % and below 100 %
     * @return the longest mean time to repair
     * @throws IllegalArgumentException if the target is 0 % or 100 %
     */
    public TimeSpan timeToRepairFor(Availability target) {
        Availability wanted = possible(target);
        return timeBetweenFailures
                .times(wanted.unavailability())
                .div(wanted.toShare())
                .named("time to repair");
    }

    /**
     * Returns how rare failures must be for an availability, at the present time to repair: {@code MTBF = MTTR × A ÷ (1
     * − A)}.
     *
     * @param target the availability to reach, above 0 % and below 100 %
     * @return the shortest mean time between failures
     * @throws IllegalArgumentException if the target is 0 % or 100 %
     */
    public TimeSpan timeBetweenFailuresFor(Availability target) {
        Availability wanted = possible(target);
        return timeToRepair.times(wanted.toShare()).div(wanted.unavailability()).named("time between failures");
    }

    /**
     * Returns the times, the availability and the failures in a year, as in 'MTBF 30 d, MTTR 1 h: 99.86% (2.9 nines),
     * 12 failures and 12 h down a year'.
     */
    @Override
    public String toString() {
        return "MTBF " + timeBetweenFailures + ", MTTR " + timeToRepair + ": " + availability() + ", "
                + failuresIn(YEAR) + " failures and " + downtime(YEAR) + " down a year";
    }

    private static Availability possible(Availability target) {
        return Refusal.between(Refusal.named(target, "target"), "target", Availability.of(0), Availability.of(1));
    }
}
