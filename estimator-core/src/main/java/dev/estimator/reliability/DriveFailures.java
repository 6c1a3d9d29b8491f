package dev.estimator.reliability;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.days;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * Failures of drives, counted over the time that the drives ran, and the annual failure rate that follows.
 *
 * <p>The rate is failures ÷ (drive days ÷ 365), whenever drives were added or removed. A rate from few failures is
 * uncertain, which {@link #range()} takes into account.
 *
 * @param failures how many drives failed
 * @param driveTime how long all drives ran, added up: a thousand drives for a day are a thousand days; above zero
 * @see "E. Pinheiro, W.-D. Weber and L. A. Barroso, Failure Trends in a Large Disk Drive Population, FAST 2007, for
 *     rates by age"
 * @see "Backblaze Drive Stats, backblaze.com/cloud-storage/resources/hard-drive-test-data"
 */
public record DriveFailures(Count failures, TimeSpan driveTime) implements Serializable {
    /** A year of drive days. */
    private static final TimeSpan YEAR = days(365).named("year");

    /** A range holds 90 %, 5 % on either side. */
    private static final double CONFIDENCE = 0.95;

    /**
     * Checks the inputs.
     *
     * @param failures how many drives failed
     * @param driveTime how long all drives ran, added up: a thousand drives for a day are a thousand days
     */
    public DriveFailures {
        failures = Refusal.named(failures, "failures");
        driveTime = Refusal.aboveZero(Refusal.named(driveTime, "driveTime", "drive time"), "driveTime");
    }

    /**
     * Obtains failures that were counted.
     *
     * @param failures how many drives failed
     * @param driveTime how long all drives ran, added up, above zero: {@code days(3_125_133)} for as many drive days
     * @return the failures and the time
     * @throws IllegalArgumentException if no drive ran
     */
    public static DriveFailures of(Count failures, TimeSpan driveTime) {
        return new DriveFailures(failures, driveTime);
    }

    /**
     * Returns the annual failure rate of a drive with a mean time between failures: {@code 365 d ÷ MTBF}. It is a rate:
     * without replacement, {@code 1 − e^−rate} of the drives fail in the first year.
     *
     * @param mtbf the mean time between failures, at least a year
     * @return the failures in a year for each drive
     * @throws IllegalArgumentException if it is less than a year: more than 100 % would fail
     */
    public static Share annualRateOf(TimeSpan mtbf) {
        Refusal.unless(
                requireNonNull(mtbf, "mtbf").compareTo(YEAR) >= 0,
                "mtbf",
                "at least a year of 365 d",
                mtbf,
                "the rate is above 100%");
        return YEAR.div(mtbf.orNamed("MTBF")).toShare().named("annual failure rate");
    }

    /**
     * Returns the mean time between failures of a drive with an annual failure rate: {@code 365 d ÷ rate}.
     *
     * @param annualRate the failures in a year for each drive, above 0 %
     * @return the mean time between failures
     * @throws ArithmeticException if the rate is 0 %
     */
    public static TimeSpan mtbfOf(Share annualRate) {
        return YEAR.div(Refusal.named(annualRate, "annualRate", "annual failure rate"))
                .named("MTBF");
    }

    /**
     * Returns how likely at least one bit cannot be read, while so much is read as a rebuild takes: {@code 1 − (1 − 1 ÷
     * n)^bits}, where n is on how many bits the data sheet promises at most one such error. Errors are taken as
     * independent of each other. Data sheets state a limit; most drives do better, so that it is the chance at most.
     *
     * @param read how much is read, as {@link ErasureCode#readForRepair} says
     * @param bitsPerError the bits read for one error, n, at least 1: {@code count(1e15)}
     * @return the probability of an unrecoverable read error
     * @throws IllegalArgumentException if it is less than one bit
     * @see "G. F. Hughes and J. F. Murray, Reliability and Security of RAID Storage Systems and D2D Archives Using SATA
     *     Disk Drives, ACM Transactions on Storage 1(1), 2005"
     */
    public static Share readError(Bytes read, Count bitsPerError) {
        Count bits =
                Refusal.atLeast(Refusal.named(bitsPerError, "bitsPerError", "bits per read error"), "bitsPerError", 1);
        return Share.computed("1 − (1 − 1 ÷ {1}) ^ bits of {0}", new ReadError(), Refusal.named(read, "read"), bits)
                .named("unrecoverable read error");
    }

    /**
     * Returns the annual failure rate that was observed: {@code failures × 365 d ÷ drive time}.
     *
     * @return the failures in a year for each drive
     * @throws ArithmeticException if it is above 100 %: the drives ran for too short a time
     */
    public Share annualRate() {
        return share(seen(), "annual failure rate");
    }

    /**
     * Returns the annual failure rate as a range, for further calculations: its ends are the exact lower and upper 95 %
     * confidence bounds of a Poisson count, and its middle is the observed rate. It is an assumption, so that results
     * computed from it are uncertain too.
     *
     * @return the annual failure rate as a range, which holds the true one with at least 90 % confidence
     * @throws ArithmeticException if nothing failed, for then only {@link #rateAtMost} is known, or if a rate is above
     *     100 %
     * @throws IllegalArgumentException if the count or the time is itself a range
     */
    public Share range() {
        if (!(failures().value() > 0)) {
            throw new ArithmeticException("the annual failure rate has no least value, as nothing failed: ask for"
                    + " rateAtMost(percent(95)), which is " + text(most(Share.of(CONFIDENCE))));
        }
        Share confidence = Share.of(CONFIDENCE);
        Share range =
                Quantities.between(plain(rateAtLeast(confidence)), plain(annualRate()), plain(rateAtMost(confidence)));
        return assume("annual failure rate", range, counted());
    }

    /**
     * Returns the lower confidence bound of the annual failure rate: {@code ½ χ²(1 − confidence; 2 failures) ÷ years}.
     *
     * @param confidence how sure to be, below 100 %
     * @return the lower bound of the rate; 0 % if nothing failed
     * @throws ArithmeticException if the confidence is 0 % or 100 %, or the rate above 100 %
     * @see "F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28, 1936"
     */
    public Share rateAtLeast(Share confidence) {
        return share(least(confidence), "annual failure rate at least");
    }

    /**
     * Returns the upper confidence bound of the annual failure rate: {@code ½ χ²(confidence; 2 failures + 2) ÷ years}.
     * It exists even if nothing failed: with 95 % it is 3.0 failures, the rule of three.
     *
     * @param confidence how sure to be, below 100 %
     * @return the upper bound of the rate
     * @throws ArithmeticException if the confidence is 0 % or 100 %, or the rate above 100 %
     * @see "F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28, 1936"
     */
    public Share rateAtMost(Share confidence) {
        return share(most(confidence), "annual failure rate at most");
    }

    /**
     * Returns the rate and its 90 % interval, as in '57 failures in 8.6k y of drives: 0.67% a year (0.53% … 0.83%)', or
     * in failures of each drive a year if that may be above 100 %.
     */
    @Override
    public String toString() {
        Ratio least = least(Share.of(CONFIDENCE));
        Ratio most = most(Share.of(CONFIDENCE));
        return counted() + ": "
                + (isShare(most)
                        ? text(seen()) + " a year (" + text(least) + " … " + text(most) + ")"
                        : Count.of(seen().value()) + " failures of each a year (" + Count.of(least.value()) + " … "
                                + Count.of(most.value()) + ")");
    }

    private String counted() {
        double failed = failures().value();
        return Count.of(failed) + (failed == 1 ? " failure in " : " failures in ") + driveTime() + " of drives";
    }

    private Ratio seen() {
        return YEAR.times(failures).div(driveTime);
    }

    private Ratio least(Share confidence) {
        return bound("Poisson lower bound", false, confidence);
    }

    private Ratio most(Share confidence) {
        return bound("Poisson upper bound", true, confidence);
    }

    private Ratio bound(String notation, boolean isUpper, Share confidence) {
        Count failed = Count.computed(notation, new Bound(isUpper), failures, Refusal.named(confidence, "confidence"));
        return YEAR.times(failed).div(driveTime);
    }

    private static Share share(Ratio rate, String name) {
        if (!isShare(rate)) {
            throw new ArithmeticException("the " + name + " has no answer: it is " + text(rate)
                    + ", above 100%, as the drives ran for too short a time");
        }
        return rate.toShare().named(name);
    }

    private static String text(Ratio rate) {
        return isShare(rate) ? rate.toShare().toString() : Count.of(rate.value()) + " failures a year";
    }

    /** Whether a rate is at most 100 %, but for what {@link Ratio#toShare} takes for rounding. */
    private static boolean isShare(Ratio rate) {
        return rate.value() < 1 + 1e-12;
    }

    private static Share plain(Share share) {
        return Share.of(share.value());
    }

    /** Of the bytes that are read and the bits for one error. */
    private record ReadError() implements Formula {
        private static final int BITS = 8;

        @Override
        public double apply(double... inputs) {
            return inputs[0] == 0 ? 0 : -Math.expm1(BITS * inputs[0] * Math.log1p(-1 / inputs[1]));
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }
    }

    /**
     * Of a count and the confidence: a bound of its mean.
     *
     * @param isUpper whether it is the upper one
     */
    private record Bound(boolean isUpper) implements Formula {
        @Override
        public double apply(double... inputs) {
            if (!(inputs[1] > 0 && inputs[1] < 1)) {
                return Double.NaN;
            }
            return isUpper ? PoissonBounds.upper(inputs[0], inputs[1]) : PoissonBounds.lower(inputs[0], inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return isUpper || input == 0 ? Direction.RISING : Direction.UNKNOWN;
        }

        @Override
        public String condition() {
            return "the confidence must be above 0% and below 100%";
        }
    }
}
