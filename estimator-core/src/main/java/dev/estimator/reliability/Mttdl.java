package dev.estimator.reliability;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import org.immutables.value.Value;

/**
 * The mean time to data loss of a group of drives, from which failed ones are repaired.
 *
 * <p>Drives fail independently of each other, after times that are exponentially distributed, as are repairs. The mean
 * is far longer than any system lives: it compares designs, and {@link #lossWithin} says what it means for a life of
 * some years.
 *
 * @see "D. A. Patterson, G. Gibson and R. H. Katz, A Case for Redundant Arrays of Inexpensive Disks (RAID), SIGMOD
 *     1988"
 * @see "K. M. Greenan, J. S. Plank and J. J. Wylie, Mean Time to Meaningless: MTTDL, Markov Models, and Storage System
 *     Reliability, HotStorage 2010"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class Mttdl implements WithMttdl {
    private static final int MOST_DRIVES = 1_000_000;

    Mttdl() {}

    /**
     * Returns how many drives the group has, n.
     *
     * @return the drives, at least 1
     */
    public abstract int drives();

    /**
     * Returns how many drives may be down at once without loss, m.
     *
     * @return from 0 to below the drives
     */
    public abstract int tolerated();

    /**
     * Returns after how long a drive fails, on average.
     *
     * @return the mean time between failures of one drive, above zero
     */
    public abstract TimeSpan mtbf();

    /**
     * Returns how long the repair of a drive takes, on average, with what it takes to notice.
     *
     * @return the mean time to repair, above zero
     */
    public abstract TimeSpan repairTime();

    /**
     * Returns whether all failed drives are repaired at the same time, rather than one after the other; one after the
     * other unless set.
     *
     * @return whether repairs are parallel
     */
    @Value.Default
    public boolean parallelRepair() {
        return false;
    }

    @Value.Check
    void check() {
        Refusal.unless(drives() >= 1 && drives() <= MOST_DRIVES, "drives", "between 1 and " + MOST_DRIVES, drives());
        Refusal.unless(
                tolerated() >= 0 && tolerated() < drives(),
                "tolerated",
                "from 0 to below drives, which is " + drives() + ",",
                tolerated());
        mtbfNamed();
        repairTimeNamed();
    }

    /**
     * Returns the mean time until more drives are down than may be, exactly: the mean first passage of the Markov chain
     * that counts the drives that are down.
     *
     * @return the mean time to data loss of one group
     * @throws ArithmeticException if it is too long for a number
     */
    public TimeSpan exact() {
        return TimeSpan.computed(
                        "Markov chain to " + (tolerated() + 1) + " of " + drives() + " down",
                        new Chain(drives(), tolerated(), parallelRepair()),
                        mtbfNamed(),
                        repairTimeNamed())
                .named("MTTDL");
    }

    /**
     * Returns the usual approximation, {@code MTBF^(m + 1) ÷ (n (n − 1) … (n − m) × MTTR^m)}, times m! if repairs are
     * parallel. It is too short, with m = 1 by a part of {@code (2n − 1) × MTTR ÷ MTBF}, and good only while that is
     * far below 1.
     *
     * @return the approximate mean time to data loss of one group
     * @throws ArithmeticException if it is too long for a number
     */
    public TimeSpan approximate() {
        Ratio repairs = mtbfNamed().div(repairTimeNamed()).named("repairs in an MTBF");
        TimeSpan time = mtbfNamed().div(drives());
        for (int down = 1; down <= tolerated(); down++) {
            Ratio longer = parallelRepair() && down > 1 ? repairs.times(down) : repairs;
            time = time.times(longer.div(drives() - down));
        }
        return time.named("approximate MTTDL");
    }

    /**
     * Returns the mean time until one of several groups loses data: {@code exact ÷ groups}. Losses come at an even rate
     * while repairs are far faster than failures, so that this is an approximation.
     *
     * @param groups how many groups there are, above zero
     * @return the mean time to data loss of all
     * @throws ArithmeticException if there is no group
     */
    public TimeSpan ofGroups(Count groups) {
        return exact().div(Refusal.named(groups, "groups")).named("approximate MTTDL of all groups");
    }

    /**
     * Returns how likely a group loses data in a time: {@code 1 − e^(−time ÷ MTTDL)}. Losses come at an even rate while
     * repairs are far faster than failures, so that this is an approximation.
     *
     * @param time the life of the system
     * @return the probability of a loss
     */
    public Share lossWithin(TimeSpan time) {
        return Share.computed("1 − e^(−{0} ÷ {1})", new Within(), Refusal.named(time, "time"), exact())
                .named("approximate loss within the time");
    }

    /** Returns the mean time, as in '11 drives, 1 may fail: MTTDL 935 y'. */
    @Override
    public String toString() {
        return drives() + (drives() == 1 ? " drive, " : " drives, ") + (tolerated() == 0 ? "none" : tolerated())
                + " may fail: MTTDL " + exact();
    }

    /**
     * Begins a mean time to data loss.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the drives of a group and their repair. */
    public static final class Builder extends ImmutableMttdl.Builder {
        Builder() {}

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("mean time to data loss");
        }
    }

    private TimeSpan mtbfNamed() {
        return Refusal.aboveZero(mtbf().orNamed("MTBF"), "mtbf");
    }

    private TimeSpan repairTimeNamed() {
        return Refusal.aboveZero(repairTime().orNamed("repair time"), "repairTime");
    }

    /**
     * Drives down, counted: n − i may fail, one or all i are repaired.
     *
     * @param drives how many drives there are
     * @param tolerated how many may be lost
     * @param parallel whether drives are repaired at the same time
     */
    private record Chain(int drives, int tolerated, boolean parallel) implements Formula {
        @Override
        public double apply(double... inputs) {
            return BirthDeath.timeToReach(
                    tolerated + 1, down -> (drives - down) / inputs[0], down -> (parallel ? down : 1) / inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }
    }

    /** An exponential time is over. */
    private record Within() implements Formula {
        @Override
        public double apply(double... inputs) {
            return -Math.expm1(-inputs[0] / inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }
    }
}
