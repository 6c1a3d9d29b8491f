package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * Members that share the load; when one fails, the others carry all of it if they can.
 *
 * <p>The group counts as down while the members that are up cannot carry all of the load. It is also down for the
 * requests that still go to a failed member until the failure is detected. Members fail independently of each other.
 *
 * @param member what there are several of
 * @param members how many members there are, at least 2
 * @param utilization how much of each member the load takes while all are up, above 0 %
 * @param detectionTime how long a failed member still gets requests, until it is noticed and routed around, on average,
 *     at most until its repair
 * @see "B. Beyer, C. Jones, J. Petoff and N. R. Murphy, Site Reliability Engineering, O'Reilly 2016, chapter 22"
 */
public record ActiveActive(Repairable member, int members, Share utilization, TimeSpan detectionTime)
        implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param member what there are several of
     * @param members how many members there are, at least 2
     * @param utilization how much of each member the load takes while all are up, above 0 %
     * @param detectionTime how long a failed member still gets requests, until it is noticed and routed around, on
     *     average, at most until its repair
     */
    public ActiveActive {
        requireNonNull(member, "member");
        Refusal.unless(members >= 2, "members", "at least 2", members);
        utilization = Refusal.aboveZero(Refusal.named(utilization, "utilization"), "utilization");
        TimeSpan detection = Refusal.named(detectionTime, "detectionTime", "detection time");
        detectionTime = Refusal.kept(detection, "detectionTime", Side.AT_MOST, member.timeToRepair());
    }

    /**
     * Obtains members whose failures are detected at once, so that no failed member gets requests.
     *
     * @param member what there are several of
     * @param members how many members there are, at least 2
     * @param utilization how much of each member the load takes while all are up, above 0 %
     * @return the group
     * @throws IllegalArgumentException if an input is not as said
     */
    public static ActiveActive of(Repairable member, int members, Share utilization) {
        return new ActiveActive(member, members, utilization, assumeDefault("detection time", seconds(0), "not set"));
    }

    /**
     * Obtains members that share the load.
     *
     * @param member what there are several of
     * @param members how many members there are, at least 2
     * @param utilization how much of each member the load takes while all are up, above 0 %
     * @param detectionTime how long a failed member still gets requests, until it is noticed and routed around, on
     *     average, at most until its repair
     * @return the group
     * @throws IllegalArgumentException if an input is not as said
     */
    public static ActiveActive of(Repairable member, int members, Share utilization, TimeSpan detectionTime) {
        return new ActiveActive(member, members, utilization, detectionTime);
    }

    /**
     * Returns how many members must be up to carry the load: {@code ⌈members × utilization⌉}.
     *
     * @return the members needed
     */
    public Count needed() {
        return ratio(members()).times(utilization).ceil().named("needed");
    }

    /**
     * Returns how many members may be down while the others carry the load.
     *
     * @return the members that are not needed
     */
    public Count spares() {
        return count(members()).minus(needed()).named("spares");
    }

    /**
     * Returns the utilization of the remaining members: {@code utilization × members ÷ (members − failed)}.
     *
     * @param failed how many have failed, fewer than all
     * @return the load as a part of what they can carry; above 1 they cannot
     * @throws IllegalArgumentException if not {@code 0 ≤ failed < members}
     */
    public Ratio utilizationAfterLossOf(int failed) {
        Refusal.unless(
                failed >= 0 && failed < members(), "failed", "from 0 to " + (members() - 1) + ", all but one,", failed);
        return utilization
                .toRatio()
                .times(ratio(members()).div(ratio(members() - failed)))
                .named("utilization after loss");
    }

    /**
     * Returns how much of the load is served: the tail of the binomial distribution, for the time with enough members
     * up, less the requests that go to a failed member before it is detected, {@code detection time ÷ (MTBF + MTTR)} of
     * all requests whatever the number of members.
     *
     * @return the availability
     */
    public Availability availability() {
        return enoughUp().times(routed()).named("availability");
    }

    /**
     * Returns the time for which the whole group would have to be down to lose as many requests as one failure does:
     * {@code detection time ÷ members} if the rest carries the load, and otherwise until the repair.
     *
     * @return the mean time down after a failure
     */
    public TimeSpan downtimePerFailure() {
        TimeSpan felt = spares().value() >= 1 ? detectionTime.div(members()) : member().timeToRepair();
        return felt.named("downtime per failure");
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
     * Returns the availability, and the cost and utilization after a failure, as in 'active-active: 99.9998% (5.7
     * nines), a failure costs 5 s and leaves the rest at 80%'.
     */
    @Override
    public String toString() {
        return "active-active: " + availability() + ", a failure costs " + downtimePerFailure()
                + " and leaves the rest at " + percent(utilizationAfterLossOf(1));
    }

    private static String percent(Ratio utilization) {
        return utilization.value() <= 1 ? utilization.toShare().toString() : utilization + " of what it can carry";
    }

    private Availability enoughUp() {
        Availability each = member().availability("availability of a member");
        return Inside.atLeast(needed(), members(), each).named("enough members up");
    }

    private Availability routed() {
        TimeSpan cycle = member().timeBetweenFailures().plus(member().timeToRepair());
        return Availability.ofUnavailability(detectionTime.div(cycle).toShare()).named("requests routed to those");
    }
}
