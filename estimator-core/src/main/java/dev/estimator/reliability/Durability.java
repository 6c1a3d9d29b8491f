package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.days;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.Binomial;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;

/**
 * How likely stored data is not lost in a year.
 *
 * <p>Time is cut into periods as long as a repair. Data is lost when more shards fail in one period than the code
 * tolerates; at the end of a period all is repaired. This is the approximation that storage services publish: failures
 * that fall into two periods, though within one repair time, are not counted. While failures are rare the loss is
 * {@code m + 1} times as high where m are tolerated, as {@link Mttdl} with parallel repair has it.
 *
 * <p>Shards fail independently of each other, at the same rate all the time. What destroys several at once (a fire, a
 * bad update, a delete by mistake) is not in it, and decides in practice long before eleven nines.
 *
 * @param scheme how the data is stored, or the copies
 * @param annualFailureRate how often a shard, or the drive that it lies on, fails, of each shard
 * @param repairTime how long a lost shard takes to be found, fetched and written again, above zero
 * @param year how long a year is, the period of the failure rate and of the durability, above zero
 * @see "Backblaze Durability is 99.999999999% — And Why It Doesn't Matter, backblaze.com/blog/cloud-storage-durability,
 *     2018"
 * @see "B. Beach, erasure-coding-durability, 2018, github.com/Backblaze/erasure-coding-durability"
 */
public record Durability(ErasureCode scheme, Share annualFailureRate, TimeSpan repairTime, TimeSpan year) {
    /**
     * Checks the inputs.
     *
     * @param scheme how the data is stored, or the copies
     * @param annualFailureRate how often a shard, or the drive that it lies on, fails, of each shard
     * @param repairTime how long a lost shard takes to be found, fetched and written again, above zero
     * @param year how long a year is, the period of the failure rate and of the durability, above zero
     */
    public Durability {
        requireNonNull(scheme, "scheme");
        annualFailureRate = Refusal.named(annualFailureRate, "annualFailureRate", "annual failure rate");
        repairTime = Refusal.aboveZero(Refusal.named(repairTime, "repairTime", "repair time"), "repairTime");
        year = Refusal.aboveZero(Refusal.named(year, "year"), "year");
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
        return new Durability(scheme, annualFailureRate, repairTime, assumeDefault("year", days(365), "a common year"));
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
        return new Durability(scheme, annualFailureRate, repairTime, year);
    }

    /**
     * Returns how likely a shard fails in a period: {@code p = 1 − e^(−annual failure rate × repair time ÷ year)}.
     *
     * @return the probability
     */
    public Share shardLoss() {
        return Share.computed("1 − e^(−{0} × {1} ÷ {2})", new Failed(), annualFailureRate, repairTime, year)
                .named("shard loss in a period");
    }

    /**
     * Returns how likely data is lost in a period: {@code P(X > m)}, where X is binomial over the k + m shards.
     *
     * @return the probability, with all its digits however small it is
     */
    public Share periodLoss() {
        int tolerated = scheme().tolerated();
        return Share.computed(
                        "approximation by fixed periods: P(more than " + tolerated + " of " + scheme().shards()
                                + " lost at {0} each)",
                        new MoreThan(tolerated, scheme().shards()),
                        shardLoss())
                .named("data loss in a period");
    }

    /**
     * Returns how likely data is lost in a year: {@code 1 − (1 − loss in a period)^(year ÷ repair time)}.
     *
     * @return the probability, with all its digits however small it is
     */
    public Share annualLoss() {
        return Share.computed("1 − (1 − {0})^({1} ÷ {2})", new AtLeastOnce(), periodLoss(), year, repairTime)
                .named("data loss in a year");
    }

    /**
     * Returns how likely data is not lost in a year. It is a probability and no share of time up, but it is spoken of
     * in nines and needs the digits of its complement, so that it is an availability here: that of the data after a
     * year.
     *
     * @return {@code 1 − annual loss}, whose {@link Availability#nines()} are those of the durability
     */
    public Availability durability() {
        return Availability.ofUnavailability(annualLoss()).named("durability");
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
     * Returns how long it is until one of many objects is lost, on average: {@code year ÷ (objects × annual loss)}. It
     * is an approximation that holds while far fewer than all are lost.
     *
     * @param objects how many are stored
     * @return the mean time between losses
     * @throws ArithmeticException if there are no objects, or none is ever lost
     */
    public TimeSpan timeToLoss(Count objects) {
        return year.div(lostInYear(objects)).named("approximate time to a loss");
    }

    /**
     * Returns the durability, as in '17 + 3, 6.5 d to repair: 99.99999999926% (11.1 nines) a year, by fixed periods'.
     */
    @Override
    public String toString() {
        return scheme().shortText() + ", " + repairTime() + " to repair: " + durability() + " a year, by fixed periods";
    }

    /** Failures come at an even rate. */
    private record Failed() implements Formula {
        @Override
        public double apply(double... inputs) {
            return -Math.expm1(-inputs[0] * inputs[1] / inputs[2]);
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

    /** In as many periods as fit into a year, also if they are not whole. */
    private record AtLeastOnce() implements Formula {
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
