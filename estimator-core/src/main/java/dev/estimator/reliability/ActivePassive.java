package dev.estimator.reliability;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.Objects;

/**
 * A pair: one member works, and the other is a running standby that takes over when the first fails.
 *
 * <p>Failover takes time, and it does not always succeed: a failure may go unnoticed, or the standby may not come up.
 * Then the pair is down until the first is repaired. The two fail independently of each other, in standby too; times
 * between failures, repairs and failovers are exponential; each is repaired by itself. During a failover, and after one
 * that did not succeed, the standby may fail and the first may be repaired.
 *
 * @param member how often each of the two fails and how fast it is repaired
 * @param failoverTime how long it takes to notice, to decide and to switch, on average, at most the MTTR
 * @param failoverSuccess the coverage: the share of failures after which the other takes over
 * @see "T. F. Arnold, The concept of coverage and its effect on the reliability model of a repairable system, IEEE
 *     Transactions on Computers C-22 (3), 1973"
 */
public record ActivePassive(Repairable member, TimeSpan failoverTime, Share failoverSuccess) implements Serializable {
    /**
     * Checks the inputs.
     *
     * @param member how often each of the two fails and how fast it is repaired
     * @param failoverTime how long it takes to notice, to decide and to switch, on average, at most the MTTR
     * @param failoverSuccess the coverage: the share of failures after which the other takes over
     */
    public ActivePassive {
        Objects.requireNonNull(member, "member");
        failoverSuccess = Refusal.named(failoverSuccess, "failoverSuccess", "failover success");
        TimeSpan failover = Refusal.named(failoverTime, "failoverTime", "failover time");
        failoverTime = Refusal.kept(failover, "failoverTime", Side.AT_MOST, member.timeToRepair());
    }

    /**
     * Obtains a pair.
     *
     * @param member how often each of the two fails and how fast it is repaired
     * @param failoverTime how long it takes until the other has taken over, at most the MTTR
     * @param failoverSuccess the share of failures after which it does
     * @return the pair
     * @throws IllegalArgumentException if the failover time is above the MTTR
     */
    public static ActivePassive of(Repairable member, TimeSpan failoverTime, Share failoverSuccess) {
        return new ActivePassive(member, failoverTime, failoverSuccess);
    }

    /**
     * Returns how much of the time the pair works. With {@code u = MTTR ÷ (MTBF + MTTR)}, the share of time in which
     * each is down, the success {@code c} and {@code w = failover time ÷ (failover time + (1 − u) × MTTR)}, the share
     * of time down is {@code u² + u (1 − u)² (1 − c + c w)}: both down, failover without success, and during failover.
     * If failover takes no time and always succeeds, this is the availability of two in parallel.
     *
     * @return the availability of the pair
     */
    public Availability availability() {
        Availability each = member().availability("member");
        Share takingOver = failoverTime
                .div(failoverTime.plus(member().timeToRepair().times(each.toShare())))
                .toShare()
                .named("share of time taking over");
        Share notTakenOver = failoverSuccess
                .complement()
                .plus(failoverSuccess.times(takingOver))
                .named("not taken over");
        Share inVain = each.toShare().times(each.toShare()).times(notTakenOver).named("other up, not taken over");
        return Availability.ofUnavailability(
                        each.unavailability().times(each.unavailability().plus(inVain)))
                .named("availability");
    }

    /**
     * Returns the downtime after a failure of the working member, if the standby is up and stays up: {@code c ×
     * failover time + (1 − c) × MTTR}.
     *
     * @return the mean time down after a failure
     */
    public TimeSpan downtimePerFailure() {
        return failoverTime
                .times(failoverSuccess)
                .plus(member().timeToRepair().times(failoverSuccess.complement().named("failed failovers")))
                .named("downtime per failure");
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
     * Returns the availability and what a failure costs, as in 'active-passive: 99.998% (4.8 nines), a failure costs 90
     * s'.
     */
    @Override
    public String toString() {
        return "active-passive: " + availability() + ", a failure costs " + downtimePerFailure();
    }
}
