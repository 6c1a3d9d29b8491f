package dev.estimator.reliability;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import org.immutables.value.Value;

/**
 * A pair of which one works and the other stands by, running, to take over when the first fails.
 *
 * <p>Taking over takes time, and it does not always succeed: a failure that is not noticed, a standby that does not come up. Then
 * the pair is down until the first is repaired. The two fail independently of each other, also while they stand by; times
 * between failures and to repair are exponential; each has its own repair; that the other fails in the short time of taking over is
 * neglected.
 *
 * @see "T. F. Arnold, The concept of coverage and its effect on the reliability model of a repairable system, IEEE Transactions on
 *     Computers C-22 (3), 1973"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class ActivePassive implements WithActivePassive {
    ActivePassive() {}

    /**
     * Returns what there are two of.
     *
     * @return how often each fails and how fast it is repaired
     */
    @Value.Parameter
    public abstract Repairable member();

    /**
     * Returns how long it takes from a failure until the other has taken over.
     *
     * @return the time to notice, to decide and to switch, on average
     */
    @Value.Parameter
    public abstract TimeSpan failoverTime();

    /**
     * Returns how often it succeeds, the coverage.
     *
     * @return the share of failures after which the other takes over
     */
    @Value.Parameter
    public abstract Share failoverSuccess();

    /**
     * Obtains a pair.
     *
     * @param member how often each of the two fails and how fast it is repaired
     * @param failoverTime how long it takes until the other has taken over
     * @param failoverSuccess the share of failures after which it does
     * @return the pair
     */
    public static ActivePassive of(Repairable member, TimeSpan failoverTime, Share failoverSuccess) {
        return ImmutableActivePassive.of(member, failoverTime, failoverSuccess);
    }

    /**
     * Returns how much of the time the pair works. With {@code r = MTTR ÷ MTBF}, the success {@code c} and
     * {@code f = c × failover time ÷ MTBF}, the share of time down is
     * {@code (f + (1 − c) r + (1 + c) r²/2) ÷ (1 + f + 2 r + (1 + c) r²/2)}: while taking over, after failing to, and when both are
     * down. If taking over takes no time and always succeeds, it is that of two in parallel.
     *
     * @return the availability of the pair
     */
    public Availability availability() {
        return Availability.computed(
                        "Markov model of a pair", new Pair(), member().mtbf(), member().mttr(), failover(), success())
                .named("availability");
    }

    /**
     * Returns how long a failure of the working one is felt, if the other is up: {@code c × failover time + (1 − c) × MTTR}.
     *
     * @return the mean time down after a failure
     */
    public TimeSpan downtimePerFailure() {
        return failover()
                .times(success())
                .plus(member().mttr().times(success().complement().named("failed failovers")))
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

    /** Returns the availability and what a failure costs, as in 'active-passive: 99.998% (4.8 nines), a failure costs 90 s'. */
    @Override
    public String toString() {
        return "active-passive: " + availability() + ", a failure costs " + downtimePerFailure();
    }

    private TimeSpan failover() {
        return failoverTime().orNamed("failover time");
    }

    private Share success() {
        return failoverSuccess().orNamed("failover success");
    }

    /** The states are both up, taking over, failed to take over, one up, none up; only sums of what is not negative. */
    private record Pair() implements Formula {
        @Override
        public double apply(double... inputs) {
            double perUptime = 1 / inputs[0];
            double repair = inputs[1] * perUptime;
            double success = inputs[3];
            double takingOver = success * inputs[2] * perUptime;
            double bothDown = (1 + success) * repair * repair / 2;
            double down = takingOver + (1 - success) * repair + bothDown;
            return down / (1 + takingOver + 2 * repair + bothDown);
        }
    }
}
