package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.days;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Says;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.Binomial;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * How likely stored data survives in shards, copies or drives of a RAID group that fail and are repaired.
 *
 * <p>Data is lost when more shards are down than the code tolerates. How soon that is, {@link #mttdl()}, and how likely
 * in a year, {@link #annualLoss()}, follow from a Markov chain: times to failure and repair are exponential, and drives
 * are repaired one after the other unless {@link #withParallelRepair()}. The mean time is far longer than the life of
 * any system: it compares designs, and {@link #lossWithin} states the probability of a loss within some years.
 *
 * <p>Storage services publish another figure, {@link #lossByFixedPeriods()}: time is divided into periods as long as a
 * repair, data is lost when more shards fail in one period than the code tolerates, and at the end of a period
 * everything is repaired. Failures in two periods, though within one repair time of each other, are not counted
 * together: with rare failures, parallel repairs and m tolerated, the true loss is {@code m + 1} times as high.
 *
 * <p>Shards fail independently of each other, at the same rate all the time. Events that destroy several at once (a
 * fire, a bad update, a mistaken delete) are left out; in practice they decide long before eleven nines.
 *
 * @see "Backblaze Durability is 99.999999999% — And Why It Doesn't Matter, backblaze.com/blog/cloud-storage-durability,
 *     2018"
 * @see "B. Beach, erasure-coding-durability, 2018, github.com/Backblaze/erasure-coding-durability"
 * @see "D. A. Patterson, G. Gibson and R. H. Katz, A Case for Redundant Arrays of Inexpensive Disks (RAID), SIGMOD
 *     1988"
 * @see "K. M. Greenan, J. S. Plank and J. J. Wylie, Mean Time to Meaningless: MTTDL, Markov Models, and Storage System
 *     Reliability, HotStorage 2010"
 */
public final class Durability implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ErasureCode scheme;
    private final Failures failures;
    private final TimeSpan repairTime;
    private final TimeSpan year;
    private final boolean isRepairParallel;

    private Durability(
            ErasureCode scheme, Failures failures, TimeSpan repairTime, TimeSpan year, boolean isRepairParallel) {
        this.scheme = requireNonNull(scheme, "scheme");
        this.failures = failures;
        this.repairTime = Refusal.aboveZero(Refusal.named(repairTime, "repairTime", "repair time"), "repairTime");
        this.year = year;
        this.isRepairParallel = isRepairParallel;
    }

    /**
     * Obtains a durability in a year of 365 d.
     *
     * @param scheme how the data is stored, or the copies
     * @param annualFailureRate how often a shard, or the drive that it lies on, fails, of each shard
     * @param repairTime how long a lost shard takes to be found, fetched and written again, above zero
     * @return the durability
     * @throws IllegalArgumentException if a time is zero
     */
    public static Durability of(ErasureCode scheme, Share annualFailureRate, TimeSpan repairTime) {
        return of(scheme, annualFailureRate, repairTime, commonYear());
    }

    /**
     * Obtains a durability.
     *
     * @param scheme how the data is stored, or the copies
     * @param annualFailureRate how often a shard, or the drive that it lies on, fails, of each shard
     * @param repairTime how long a lost shard takes to be found, fetched and written again, above zero
     * @param year how long a year is, the period of the failure rate and of the durability, above zero
     * @return the durability
     * @throws IllegalArgumentException if a time is zero
     */
    public static Durability of(ErasureCode scheme, Share annualFailureRate, TimeSpan repairTime, TimeSpan year) {
        TimeSpan period = Refusal.aboveZero(Refusal.named(year, "year"), "year");
        Share rate = Refusal.named(annualFailureRate, "annualFailureRate", "annual failure rate");
        return new Durability(scheme, new InYear(rate, period), repairTime, period, false);
    }

    /**
     * Obtains the durability of drives by their mean time between failures, as for a RAID group: 10 drives and one for
     * parity are {@code ErasureCode.of(10, 1)}.
     *
     * @param scheme how the data is stored, or the copies; a drive is a shard
     * @param mtbf after how long a drive fails, on average, above zero
     * @param repairTime how long the repair of a drive takes, on average, with what it takes to notice, above zero
     * @return the durability, in a year of 365 d
     * @throws IllegalArgumentException if a time is zero
     */
    public static Durability ofMtbf(ErasureCode scheme, TimeSpan mtbf, TimeSpan repairTime) {
        TimeSpan mean = Refusal.aboveZero(Refusal.named(mtbf, "mtbf", "MTBF"), "mtbf");
        return new Durability(scheme, new AfterMean(mean), repairTime, commonYear(), false);
    }

    private static TimeSpan commonYear() {
        return assumeDefault("year", days(365), "a common year");
    }

    /**
     * Returns the durability with all failed drives repaired at the same time rather than one after the other, which
     * affects all but what is by fixed periods.
     *
     * @return the changed durability
     */
    public Durability withParallelRepair() {
        return new Durability(scheme, failures, repairTime, year, true);
    }

    /**
     * Returns how likely a shard fails in a period: {@code p = 1 − e^(−annual failure rate × repair time ÷ year)}.
     *
     * @return the probability
     */
    public Share shardLoss() {
        return failures.within(repairTime).named("shard loss in a period");
    }

    /**
     * Returns how likely data is lost in a period: {@code P(X > m)}, where X is binomial over the k + m shards.
     *
     * @return the probability, with all its digits however small it is
     */
    public Share periodLoss() {
        int tolerated = scheme.tolerated();
        return Share.computed(
                        "approximation by fixed periods: P(more than " + tolerated + " of " + scheme.shards()
                                + " lost at {0} each)",
                        new MoreThan(tolerated, scheme.shards()),
                        shardLoss())
                .named("data loss in a period");
    }

    /**
     * Returns how likely data is lost in a year by fixed periods, as storage services publish it: {@code 1 − (1 − loss
     * in a period)^(year ÷ repair time)}. It is too low, with rare failures and m tolerated by a factor of {@code m +
     * 1} at least; {@link #annualLoss()} is not.
     *
     * @return the probability, with all its digits however small it is
     */
    public Share lossByFixedPeriods() {
        return Share.computed("1 − (1 − {0})^({1} ÷ {2})", new LossInYear(), periodLoss(), year, repairTime)
                .named("data loss in a year by fixed periods");
    }

    /**
     * Returns how likely data is lost in a year: {@code 1 − e^(−year ÷ MTTDL)}, with the {@link #mttdl()} of the Markov
     * chain. Losses come at an even rate while repairs are far faster than failures, so that this is an approximation.
     *
     * @return the probability, with all its digits however small it is
     */
    public Share annualLoss() {
        String chain = "Markov chain to " + (scheme.tolerated() + 1) + " of " + scheme.shards() + " down";
        return Share.computed(
                        "approximation 1 − e^(−{2} ÷ MTTDL), " + chain + "({0}, {1})",
                        new LossByChain(chain()),
                        failures.inYear(year),
                        repairTime,
                        year)
                .named("data loss in a year");
    }

    private FailedDrives chain() {
        return new FailedDrives(scheme.shards(), scheme.tolerated(), isRepairParallel);
    }

    /**
     * Returns how likely data is not lost in a year. It is a probability, not a share of time; but people state it in
     * nines, and it needs the digits of its complement, so it is an {@link Availability} here.
     *
     * @return {@code 1 − annual loss}, whose {@link Availability#nines()} are those of the durability
     */
    public Availability durability() {
        return Note.attach(Availability.ofUnavailability(annualLoss()), Says.OF_DATA)
                .named("durability");
    }

    /**
     * Returns how many objects are lost in a year, on average.
     *
     * @param objects how many are stored
     * @return {@code objects × annual loss}
     */
    public Count lostInYear(Count objects) {
        return Refusal.named(objects, "objects").times(annualLoss()).named("lost in a year");
    }

    /**
     * Returns the mean time until one of many objects is lost: {@code year ÷ (objects × annual loss)}. It is an
     * approximation that holds while far fewer than all are lost.
     *
     * @param objects how many are stored
     * @return the mean time between losses
     * @throws ArithmeticException if there are no objects, or none is ever lost
     */
    public TimeSpan timeToLoss(Count objects) {
        return year.div(lostInYear(objects)).named("approximate time to a loss");
    }

    /**
     * Returns the exact mean time to data loss, until more drives are down than the scheme tolerates: the mean first
     * passage time of the Markov chain that counts failed drives.
     *
     * @return the mean time to data loss of one group of drives
     * @throws ArithmeticException if it is too long for a number, or no drive ever fails
     */
    public TimeSpan mttdl() {
        return TimeSpan.computed(
                        "Markov chain to " + (scheme.tolerated() + 1) + " of " + scheme.shards() + " down",
                        chain(),
                        failures.mtbf(),
                        repairTime)
                .named("MTTDL");
    }

    /**
     * Returns the usual approximation, {@code MTBF^(m + 1) ÷ (n (n − 1) … (n − m) × MTTR^m)}, times m! if repairs are
     * parallel. It is too short, for m = 1 by a relative {@code (2n − 1) × MTTR ÷ MTBF}, and good only while that is
     * far below 1.
     *
     * @return the approximate mean time to data loss of one group of drives
     * @throws ArithmeticException if it is too long for a number, or no drive ever fails
     */
    public TimeSpan approximateMttdl() {
        TimeSpan mtbf = failures.mtbf();
        Ratio repairs = mtbf.div(repairTime).named("repairs in an MTBF");
        TimeSpan time = mtbf.div(scheme.shards());
        for (int down = 1; down <= scheme.tolerated(); down++) {
            Ratio longer = isRepairParallel && down > 1 ? repairs.times(down) : repairs;
            time = time.times(longer.div(scheme.shards() - down));
        }
        return time.named("approximate MTTDL");
    }

    /**
     * Returns the mean time until one of several groups of drives loses data: {@code MTTDL ÷ groups}. Losses come at an
     * even rate while repairs are far faster than failures, so that this is an approximation.
     *
     * @param groups how many groups there are, above zero
     * @return the mean time to data loss of all
     * @throws ArithmeticException if there is no group
     */
    public TimeSpan mttdlOf(Count groups) {
        return mttdl().div(Refusal.named(groups, "groups")).named("approximate MTTDL of all groups");
    }

    /**
     * Returns how likely a group of drives loses data in a time: {@code 1 − e^(−time ÷ MTTDL)}. Losses come at an even
     * rate while repairs are far faster than failures, so that this is an approximation.
     *
     * @param time the life of the system
     * @return the probability of a loss
     */
    public Share lossWithin(TimeSpan time) {
        return new AfterMean(mttdl()).within(Refusal.named(time, "time")).named("approximate loss within the time");
    }

    /**
     * Returns the durability and, to compare with what services publish, that by fixed periods, on lines of their own:
     * '17 + 3, 6.5 d to repair, if drives fail independently', 'repaired one by one: 99.999999982% (9.7 nines) a year,
     * MTTDL 5.68e9 y', 'by fixed periods, to compare with published figures: 99.99999999926% (11.1 nines) a year, which
     * misses failures in two periods'.
     */
    @Override
    public String toString() {
        return scheme.shortText() + ", " + repairTime + " to repair, if drives fail independently\n  repaired "
                + (isRepairParallel ? "all at once: " : "one by one: ") + durability() + " a year" + mean()
                + "\n  by fixed periods, to compare with published figures: "
                + Availability.ofUnavailability(lossByFixedPeriods()) + " a year"
                + (scheme.tolerated() == 0 ? "" : ", which misses failures in two periods");
    }

    private String mean() {
        try {
            return ", MTTDL " + mttdl();
        } catch (ArithmeticException e) {
            return ""; // infinite
        }
    }

    /** How often a shard fails, at an even rate. */
    private sealed interface Failures extends Serializable {
        /** How likely a shard fails in a time. */
        Share within(TimeSpan time);

        /** The mean time between failures. */
        TimeSpan mtbf();

        /** How often a shard fails in a year, on average. */
        Ratio inYear(TimeSpan year);
    }

    /**
     * An annual failure rate.
     *
     * @param rate the part of the shards that fails in a year
     * @param year how long that is
     */
    private record InYear(Share rate, TimeSpan year) implements Failures {
        @Override
        public Share within(TimeSpan time) {
            return Share.computed("1 − e^(−{0} × {1} ÷ {2})", new FailureInTime(), rate, time, year);
        }

        @Override
        public TimeSpan mtbf() {
            return year.div(rate.toRatio()).named("MTBF");
        }

        @Override
        public Ratio inYear(TimeSpan ofRate) {
            return rate.toRatio();
        }
    }

    /**
     * A mean time between failures.
     *
     * @param mtbf the mean time
     */
    private record AfterMean(TimeSpan mtbf) implements Failures {
        @Override
        public Share within(TimeSpan time) {
            return Share.computed("1 − e^(−{0} ÷ {1})", new TimeIsOver(), time, mtbf);
        }

        @Override
        public Ratio inYear(TimeSpan year) {
            return year.div(mtbf).named("failures in a year");
        }
    }

    /** The probability of a failure within a repair time, at an even rate. */
    private record FailureInTime() implements Formula {
        @Override
        public double apply(double... inputs) {
            return -Math.expm1(-inputs[0] * inputs[1] / inputs[2]);
        }

        @Override
        public Direction direction(int input) {
            return input < 2 ? Direction.RISING : Direction.FALLING;
        }
    }

    /** The probability that an exponential time is over. */
    private record TimeIsOver() implements Formula {
        @Override
        public double apply(double... inputs) {
            return -Math.expm1(-inputs[0] / inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }
    }

    /**
     * The Markov chain of failed drives: with i failed, n − i may fail, and one or all i are repaired.
     *
     * @param drives how many drives there are
     * @param tolerated how many may be lost
     * @param parallel whether drives are repaired at the same time
     */
    private record FailedDrives(int drives, int tolerated, boolean parallel) implements Formula {
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

    /**
     * The probability of a loss in a year, of failures in it, repair time and year; times are in repair times.
     *
     * @param chain the failed drives
     */
    private record LossByChain(FailedDrives chain) implements Formula {
        @Override
        public double apply(double... inputs) {
            double repairs = inputs[2] / inputs[1];
            return inputs[0] == 0 ? 0 : -Math.expm1(-repairs / chain.apply(repairs / inputs[0], 1));
        }

        @Override
        public Direction direction(int input) {
            return input < 2 ? Direction.RISING : Direction.FALLING;
        }
    }

    /**
     * The tail of the binomial distribution.
     *
     * @param tolerated how many may be lost
     * @param shards how many shards there are
     */
    private record MoreThan(int tolerated, int shards) implements Formula {
        @Override
        public double apply(double... inputs) {
            return Binomial.moreThan(tolerated, shards, inputs[0]);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }

    /** The probability of a loss in a year by periods, whose number need not be whole. */
    private record LossInYear() implements Formula {
        @Override
        public double apply(double... inputs) {
            return -Math.expm1(inputs[1] / inputs[2] * Math.log1p(-inputs[0]));
        }

        @Override
        public Direction direction(int input) {
            return input < 2 ? Direction.RISING : Direction.FALLING;
        }
    }
}
