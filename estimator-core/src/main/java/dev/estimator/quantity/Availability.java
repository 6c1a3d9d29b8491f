package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.GroupUnavailability;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The share of time that something is up, such as '99.95% (3.3 nines)'.
 *
 * <p>It is held as its complement, so that twelve nines keep all their digits. Things that are combined are taken to
 * fail independently of each other; what they share must be counted once, see
 * {@link dev.estimator.reliability.CallChain}.
 */
public final class Availability extends Quantity<Availability> {
    private static final long serialVersionUID = 1L;

    Availability(double unavailability, @Nullable Node origin) {
        super(unavailability, origin);
    }

    /**
     * Obtains an availability, taken as the decimal number it is written as: the complement of 0.999 is 0.001 exactly.
     *
     * @param availability the share of time up, 0 to 1
     * @return the availability
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public static Availability of(double availability) {
        Kind.AVAILABILITY.requireAllowed(availability, "availability");
        return new Availability(decimalComplement(BigDecimal.valueOf(availability)), null);
    }

    /**
     * Obtains the availability of something that is up and down by turns.
     *
     * @param up how long it is up, on average
     * @param down how long it is down, on average
     * @return {@code up ÷ (up + down)}
     * @throws ArithmeticException if both are zero
     */
    public static Availability of(TimeSpan up, TimeSpan down) {
        return combined(Derived.UP, requireNonNull(up, "up"), requireNonNull(down, "down"));
    }

    /**
     * Obtains an availability from a percentage, taken as the decimal number it is written as.
     *
     * @param percent the percentage of time up, 0 or above 1 and up to 100; less is taken for a slip
     * @return the availability
     * @throws IllegalArgumentException if it is not between 0 and 100, or looks like a share, as 0.999 does
     */
    public static Availability ofPercent(double percent) {
        Share.part(percent, "percent");
        if (percent > 0 && percent <= 1) {
            throw new IllegalArgumentException("percent must be 0 or above 1 but was " + percent
                    + ": that looks like a share; write Availability.of(" + percent + "), or parse(\"" + percent
                    + "%\") if you mean it");
        }
        return new Availability(decimalComplement(BigDecimal.valueOf(percent).movePointLeft(2)), null);
    }

    /**
     * Obtains an availability from its complement, for those of very many nines.
     *
     * @param unavailability the share of time down, 0 to 1
     * @return the availability
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public static Availability ofUnavailability(double unavailability) {
        return new Availability(Kind.AVAILABILITY.requireAllowed(unavailability, "unavailability"), null);
    }

    /**
     * Obtains an availability from its complement, with all its digits.
     *
     * @param unavailability the share of time down
     * @return {@code 1 − unavailability}
     */
    public static Availability ofUnavailability(Share unavailability) {
        double down = requireNonNull(unavailability, "unavailability").value;
        return new Availability(
                down,
                Trace.of(Derived.UNAVAILABILITY, Kind.AVAILABILITY, down, Kind.SHARE, down, unavailability.origin));
    }

    /**
     * Obtains an availability from its nines: 3 is 99.9 %, 3.5 is 99.968 %.
     *
     * @param nines the number of nines, finite and not negative
     * @return the availability {@code 1 − 10^−nines}
     * @throws IllegalArgumentException if the number is negative, infinite or NaN
     */
    public static Availability ofNines(double nines) {
        return parse(nonNegative(nines, "nines") + " nines");
    }

    /**
     * Reads an availability, such as '99.95%', '0.9995', '3 nines' or '1 − 1e-11'. The digits are taken exactly. '99.9%
     * to 99.99%' is a {@link Quantities#between(Quantity, Quantity) range}.
     *
     * @param text what {@link #toString()} writes, or a common spelling
     * @return the availability
     * @throws QuantityFormatException if the text cannot be read or is above 100 %
     */
    public static Availability parse(String text) {
        return QuantityText.read(text, Dimension.AVAILABILITY);
    }

    /**
     * Computes an availability by a formula of one's own, as one step of the calculation; see
     * {@link Ratio#computed(String, Formula, Quantity...)}. The formula yields the complement, 1 − A.
     *
     * @param notation how the step is written: a name, or a text in which {@code {0}}, {@code {1}} stand for the inputs
     * @param formula the formula for the unavailability; gets the complements of availabilities
     * @param inputs what goes in
     * @return the result
     * @throws ArithmeticException if the formula yields no number between 0 and 1
     */
    public static Availability computed(String notation, Formula formula, Quantity<?>... inputs) {
        Node step = CustomStep.node(notation, formula, Kind.AVAILABILITY, inputs);
        return new Availability(step.value(), step);
    }

    /**
     * Returns the availability as a number. Beyond 15 nines it is 1; then ask for the {@link #unavailability()}.
     *
     * @return 0 to 1
     */
    public double value() {
        return 1 - value;
    }

    /**
     * Returns the number of nines.
     *
     * @return {@code −log₁₀(1 − A)}; infinite for something that never fails
     */
    public double nines() {
        return value == 0 ? Double.POSITIVE_INFINITY : -Math.log10(value) + 0.0;
    }

    /**
     * Returns the share of time down, with all its digits.
     *
     * @return {@code 1 − A}
     */
    public Share unavailability() {
        return new Share(value, Trace.of(Derived.UNAVAILABILITY, Kind.SHARE, value, Kind.AVAILABILITY, value, origin));
    }

    /**
     * Sees this availability as a share; of very many nines the {@link #unavailability()} has the digits.
     *
     * @return the share of time up
     */
    public Share toShare() {
        return unavailability().complement();
    }

    /**
     * Returns the time down in a period. The length of the period is part of the question: a month may be 30 d, or the
     * twelfth of a year that {@code MONTH} is, and what 99.9 % leave of them differs by 36 s.
     *
     * @param period the period
     * @return {@code (1 − A) × period}
     */
    public TimeSpan downtime(TimeSpan period) {
        return requireNonNull(period, "period").times(unavailability());
    }

    /**
     * Returns the availability of something that needs both: in series.
     *
     * @param other the availability of the other
     * @return {@code A₁ × A₂}
     */
    public Availability times(Availability other) {
        return combined(Op.SERIES, this, requireNonNull(other, "other"));
    }

    /**
     * Returns the availability of something that needs one of the two: in parallel.
     *
     * @param other the availability of the other
     * @return {@code 1 − (1 − A₁) × (1 − A₂)}
     */
    public Availability or(Availability other) {
        return combined(Derived.PARALLEL, this, requireNonNull(other, "other"));
    }

    /**
     * Returns the availability of a group of equals, of which enough must be up.
     *
     * @param needed how many must be up, 1 to {@code n}
     * @param n how many there are
     * @return the probability that at least {@code needed} of {@code n} independent ones are up
     * @throws IllegalArgumentException if not {@code 1 ≤ needed ≤ n}
     * @see "W. Kuo and M. J. Zuo, Optimal Reliability Modeling, Wiley 2003, chapter 7, the k-out-of-n system"
     */
    public Availability atLeast(int needed, int n) {
        var group = new GroupUnavailability(n);
        Refusal.unless(needed >= 1 && needed <= n, "needed", "between 1 and " + n, needed);
        double down = group.apply(value, needed);
        return new Availability(
                down,
                Trace.of(group, Kind.AVAILABILITY, down, Kind.AVAILABILITY, value, origin, Kind.COUNT, needed, null));
    }

    /** Compares by availability: the one that is down less is the greater. */
    @Override
    public int compareTo(Availability other) {
        return Double.compare(other.value, value);
    }

    /**
     * Rounds on purpose, as a step that the explanation shows.
     *
     * @param digits how many significant decimal digits to keep, 1 to 15, of the share of the time that it is down
     * @param mode up, down or to the nearest; up means more time down
     * @return the rounded availability
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public Availability rounded(int digits, RoundingMode mode) {
        return roundedTo(digits, mode);
    }

    @Override
    Kind kind() {
        return Kind.AVAILABILITY;
    }

    @Override
    Availability make(double newValue, @Nullable Node newOrigin) {
        return new Availability(newValue, newOrigin);
    }

    private static Availability combined(Function function, Quantity<?> a, Quantity<?> b) {
        double unavailability = function.apply(a.value, b.value);
        return new Availability(
                unavailability,
                Trace.of(
                        function,
                        Kind.AVAILABILITY,
                        unavailability,
                        a.kind(),
                        a.value,
                        a.origin,
                        b.kind(),
                        b.value,
                        b.origin));
    }

    private static double decimalComplement(BigDecimal availability) {
        return BigDecimal.ONE.subtract(availability).doubleValue();
    }
}
