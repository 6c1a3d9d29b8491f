package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Program;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Assumption.By;
import dev.estimator.internal.graph.Node.Constant;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Range;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.OfRequests;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.graph.WhatIf;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.ChosenText;
import dev.estimator.internal.text.NumberFormat;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value with a unit that may also know where it came from.
 *
 * <p>A plain quantity is a number and a unit. As soon as an assumption enters a calculation, see
 * {@link Quantities#assume(String, Quantity)}, the result carries its derivation, and can {@link #explain()} itself and
 * answer {@link #given(Quantity, Quantity) what-if questions}.
 *
 * <p>Every value is finite and not negative; only what was computed from ranges can be {@linkplain #isBeyond() beyond
 * every number}, such as the wait in a queue that is overloaded. Quantities are immutable and safe for use by many
 * threads. Two are equal if they have the same type and the same value; where the value came from does not matter, nor
 * does the noun of a {@link Count} or a {@link Qps}.
 *
 * <p>Quantities, latencies, models such as {@code Traffic} and systems are serialized as Java does it, with their
 * derivation; a form that was changed is refused. Libraries that copy fields, as Kryo does, lose no range, but refuse
 * most derivations unless they are told to use Java's way.
 *
 * @param <Q> the type of quantity
 */
public abstract sealed class Quantity<Q extends Quantity<Q>> implements Comparable<Q>, Serializable
        permits Amount, Share, Availability {
    private static final long serialVersionUID = 1L;

    static {
        Inside.set(new Inside.Access() {
            @Override
            public Node node(Object quantity) {
                return ((Quantity<?>) quantity).node();
            }

            @Override
            public @Nullable Node leaf(Object quantity) {
                return ((Quantity<?>) quantity).leaf();
            }

            @Override
            public Object named(Object quantity, String name) {
                return ((Quantity<?>) quantity).orNamed(name);
            }

            @Override
            public Object quantity(Node node) {
                return QuantityFactory.of(node);
            }

            @Override
            public Inside.UnitParts unit(Object unit) {
                return new Inside.UnitParts(((Unit<?>) unit).dimension, ((Unit<?>) unit).scale);
            }

            @Override
            public Object ofKind(Object quantity, Kind kind) {
                return ((Quantity<?>) quantity).ofKind(kind);
            }
        });
    }

    /** The value in the canonical unit. */
    final double value;

    /** Where the value came from; null for a plain number. */
    @SuppressWarnings("serial") // the serial form is written in its place, and a copy by field must not lose it
    final @Nullable Node origin;

    Quantity(double value, @Nullable Node origin) {
        this.value = value;
        this.origin = origin;
    }

    /** What the value is, for those who write it. */
    abstract Kind kind();

    /** Makes a quantity of this type. */
    abstract Q make(double newValue, @Nullable Node newOrigin);

    /**
     * Gives the value a name, under which it appears as a step in explanations. A plain value becomes an assumption of
     * that name; one that has the name already stays as it is.
     *
     * @param name what the value is, such as 'peak rate'
     * @return the same value with the name
     * @throws IllegalArgumentException if the name is blank
     */
    public final Q named(String name) {
        return named(name, By.USER);
    }

    private Q named(String name, By by) {
        requireText(name, "name");
        if (origin != null && name.equals(name())) {
            return self();
        }
        Node known = origin == null ? null : Note.resolve(origin);
        if (origin == null || known instanceof Constant) { // which remembers a noun
            return make(value, new Assumption(name, Shown.named(node()), value, null, by, null, null));
        }
        return make(value, new Named(name, origin));
    }

    /**
     * Names the value unless it has a name already. Models call it for their inputs, so that a number that was typed in
     * appears under the name of the input, and an assumption of the caller under the caller's name.
     *
     * @param name what the value is to the model
     * @return the same value, with a name
     * @throws IllegalArgumentException if the name is blank
     */
    public final Q orNamed(String name) {
        requireNonNull(name, "name");
        return name() == null ? named(name, By.MODEL) : make(value, origin);
    }

    /**
     * Returns the name of this value, if it has one.
     *
     * @return the name given by {@link Quantities#assume(String, Quantity)} or {@link #named(String)}, or null
     */
    public final @Nullable String name() {
        return origin == null ? null : Note.resolve(origin).name();
    }

    /**
     * Answers a what-if question: the same calculation with one assumption replaced. Several in a row compose.
     *
     * <p>The calculation is repeated, and what a model asks of this input, such as to be at least 1, is asked of the
     * new value too. Which inputs are set together is checked when a model is built; to have that too, change the model
     * itself, as in {@code traffic.withPeakToAverage(ratio(3))}.
     *
     * @param assumption the assumption to replace, as it went into the calculation
     * @param newValue what it is instead
     * @param <A> the type of the assumption
     * @return the recomputed value
     * @throws IllegalArgumentException if this value does not depend on the assumption, or if {@code assumption} is not
     *     an assumption but a number or a result
     * @throws ArithmeticException if the calculation has no answer for the new value, or it is one that its model
     *     refuses
     */
    public final <A extends Quantity<A>> Q given(A assumption, A newValue) {
        requireNonNull(assumption, "assumption");
        requireNonNull(newValue, "newValue");
        Quantity<?> replaced = assumption;
        Node leaf = replaced.leaf();
        if (leaf instanceof Assumption || leaf instanceof Range) {
            return recomputed(WhatIf.replace(requireOrigin(), leaf, newValue.node()));
        }
        String what = leaf == null || leaf instanceof Constant ? "a plain number" : "a result";
        throw new IllegalArgumentException("assumption must be one made with assume(name, value) but " + assumption
                + " is " + what + "; name it, or replace one by its name with given(name, value)");
    }

    /**
     * Answers a what-if question about the assumption of the given name, such as one that a model made of its input.
     *
     * @param name the name of the assumption, as {@link #explain()} shows it; where several have one, as 'load (3)' and
     *     'load (5)', 'load' is all of them
     * @param newValue what it is instead
     * @return the recomputed value
     * @throws IllegalArgumentException if this value does not depend on an assumption of that name, or if it is another
     *     type of quantity
     * @throws ArithmeticException if the calculation has no answer for the new value, or it is one that its model
     *     refuses
     */
    public final Q given(String name, Quantity<?> newValue) {
        requireNonNull(newValue, "newValue");
        requireText(name, "name");
        Node leaf = WhatIf.dependsOn(requireOrigin(), name) ? null : StepLabels.labelled(node(), name);
        return recomputed(
                leaf == null
                        ? WhatIf.replace(requireOrigin(), name, newValue.node())
                        : WhatIf.replace(requireOrigin(), leaf, newValue.node()));
    }

    /**
     * Shows how the value was reached: every named step as a formula in names and in numbers, the assumptions with
     * their sources, and the defaults that nobody set.
     *
     * @return the explanation; its text is what an engineer would put on a whiteboard
     */
    public final Explanation explain() {
        return Explanation.of(List.of(this));
    }

    /**
     * As {@link #explain()}, of the last formulas only: what they use stands in them as a number, and how that was
     * reached is left out. A whole system is long.
     *
     * @param levels how many formulas deep, 1 for that of the value alone
     * @return the explanation of these
     * @throws IllegalArgumentException if it is below 1
     */
    public final Explanation explain(int levels) {
        Refusal.unless(levels >= 1, "levels", "at least 1", levels);
        return new Explainer(List.of(this)).explanation(levels);
    }

    /**
     * Writes the value in its most readable unit, with as many digits as the author wants: '$1,234.50', '×1.6667',
     * '46.3 TB', '4.50 GB'. Near 100 % they are the digits of what is missing: with two, '99.955%'. A whole number of
     * things stays whole, and cents are two digits or none; halves are rounded up. If it is uncertain, its 90 % range
     * follows, and no zeros are added, as on a page: with six '$3,498.74 ($3,030 … $4,040)'.
     *
     * @param digits how many significant decimal digits to show, 1 to 15
     * @return the text
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public final String format(int digits) {
        String bare = ChosenText.padded(shownKind(), value, NumberFormat.requireDigits(digits));
        return Summary.formatted(self(), NumberFormat.USUAL.withDigits(digits), bare);
    }

    /** Rounds where units differ by powers of ten, if at all. */
    final Q roundedTo(int digits, RoundingMode mode) {
        requireNonNull(mode, "mode");
        return rounded(new DecimalRounding(NumberFormat.requireDigits(digits), Scale.of("", 1), mode));
    }

    final Q rounded(DecimalRounding rounding) {
        double rounded = rounding.apply(value);
        return make(rounded, Trace.of(rounding, shownKind(), rounded, kind(), value, origin));
    }

    /**
     * Returns the value with all the digits that are held, in the canonical unit, such as '1234.5678 req/s'; reading it
     * back with the type's {@code parse} gives an equal quantity. A number that was typed with more than some 16 digits
     * is held as the nearest that a {@code double} can be.
     *
     * @return the long text
     */
    public final String toLongString() {
        return QuantityWriter.exact(shownKind(), value);
    }

    /**
     * Returns whether this is a range, or was computed from one.
     *
     * @return whether percentiles differ from each other
     */
    public final boolean isUncertain() {
        return origin != null && origin.isUncertain();
    }

    /**
     * Returns whether this is longer, later or more than any number, such as the 95th percentile of a wait that has no
     * end in 21 % of cases. It is larger than every other value, breaks every upper limit and keeps every lower one; in
     * a unit it is positive infinity.
     *
     * @return whether there is no number that is large enough
     */
    public final boolean isBeyond() {
        return value == Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the value with every range at its median: {@code disk.bestGuess().format(PB)} has no range.
     *
     * @return a plain number
     */
    public final Q bestGuess() {
        return likeThis(value);
    }

    /**
     * Returns the 5th percentile, the low end of the 90 % range; see {@link #percentile}.
     *
     * @return a plain number
     */
    public final Q p5() {
        return percentile(5);
    }

    /**
     * Returns the median; see {@link #percentile}. The best guess, with every range at its median, can differ from it.
     *
     * @return a plain number
     */
    public final Q p50() {
        return percentile(50);
    }

    /**
     * Returns the 95th percentile, the high end of the 90 % range; see {@link #percentile}.
     *
     * @return a plain number
     */
    public final Q p95() {
        return percentile(95);
    }

    /**
     * Returns the value that is not exceeded with the given probability; of a quantity that is not uncertain the value
     * itself. For several percentiles, the mean, or to know how exact they are, ask a {@link Simulation}.
     *
     * @param percent above 0 and below 100: 95 for the 95th percentile
     * @return a plain number; it has no derivation any more
     * @throws IllegalArgumentException if it is not between 0 and 100
     * @throws ArithmeticException if the calculation has no answer for some values of its ranges
     */
    public final Q percentile(double percent) {
        return Simulation.of(this).summary(self()).percentile(percent);
    }

    /**
     * Returns the value in its most readable unit with two or three significant digits, as in '46 TB'; if it is
     * uncertain with its 90 % range, as in '46 TB (12 … 170)'. A number of things that is whole is written whole up to
     * six digits, '1,563'. What was given and not calculated is written in a unit in which these digits are exact, if
     * there is one: '64 GiB', '1 GB/d', '1 Gbit/s'. What was calculated from assumptions is written in binary units if
     * all sizes and bandwidths among them are, '27 GiB' for a seventh of 192 GiB, else in decimal ones, and so is a
     * percentile of it. A number that was typed remembers no unit, so what was calculated from such alone is in binary
     * units only where it is exact in them, as 3 × 64 GiB is; for others see {@link Amount#format(Unit)}.
     *
     * <p>The ends of a range are on the scale of the value, '2 GB (0.9 … 4.4)', unless they are further apart than a
     * factor of 1,000. A best guess that is not within them, as may be with a sum of skewed ranges, stands behind the
     * median: 'p50 20 GB (12 … 40), best guess 10 GB'. A share or a time that is as good as nothing is written with a
     * bound, 'below 1e-12%' and 'below 0.001 ns'; {@link #toLongString} has its digits.
     */
    @Override
    public final String toString() {
        String bare = Shown.summary(node());
        return isUncertain() ? Summary.range(self(), Shown.range(node()), bare) : bare;
    }

    /** The value with four digits, as explanations state it; a range with its ends. */
    final String stated() {
        return isUncertain() ? Summary.range(self(), Shown.statedRange(node()), withoutRange()) : withoutRange();
    }

    /** The value with four digits. */
    final String withoutRange() {
        return Shown.stated(node());
    }

    /** A plain number of this type, of the same noun if there is one, and in binary or decimal units as this is. */
    final Q likeThis(double newValue) {
        Kind kind = Shown.kind(node());
        boolean isToldApart = (kind.label() != null || kind.writtenIn() != null) && !kind.equals(kind());
        return make(newValue, isToldApart ? new Constant(kind, newValue) : null);
    }

    @SuppressWarnings("unchecked") // every type is the quantity of itself
    final Q self() {
        return (Q) this;
    }

    /** The product of what was written the other way round, in the order of the author: 2 × users. */
    static <Q extends Quantity<Q>> Q turned(Q product) {
        Quantity<Q> of = product;
        return of.origin == null ? product : of.make(of.value, Trace.turned(of.origin));
    }

    /** Checks what the type cannot say: that money is in one currency. */
    void requireSameUnit(Q other) {}

    /**
     * Compares by size.
     *
     * @throws IllegalArgumentException if the two are money in different currencies
     */
    @Override
    public int compareTo(Q other) {
        requireSameUnit(other);
        return Double.compare(value, other.value);
    }

    /**
     * Whether the other has the same type, value and, if it is money, currency. Uncertain quantities are equal only if
     * they are the same calculation on the same ranges, so that one can take the place of the other.
     */
    @Override
    @SuppressWarnings("EqualsGetClass") // every quantity type is final
    public boolean equals(@Nullable Object other) {
        return other != null
                && other.getClass() == getClass()
                && Double.compare(((Quantity<?>) other).value, value) == 0
                && ((Quantity<?>) other).kind().isLike(kind())
                && ((Quantity<?>) other).isUncertain() == isUncertain()
                && (!isUncertain() || Program.isSame(node(), ((Quantity<?>) other).node()));
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value);
    }

    /** The kind with its noun, which only a derivation knows. */
    final Kind shownKind() {
        return origin == null ? kind() : origin.kind();
    }

    /** The derivation; of a plain quantity just its value. */
    final Node node() {
        return Trace.orConstant(origin, kind(), value);
    }

    /** The assumption or range that this is, whatever it was named; else what it was calculated by. */
    final @Nullable Node leaf() {
        Node leaf = origin == null ? null : Note.resolve(origin);
        while (leaf instanceof Named named) {
            leaf = Note.resolve(named.operands().get(0));
        }
        return leaf;
    }

    /** The same of another noun: what is given keeps its own inside, for it can be asked for. */
    final Quantity<?> ofKind(Kind kind) {
        return QuantityFactory.of(
                origin == null || origin instanceof Constant
                        ? new Constant(kind, value, origin instanceof Constant constant && constant.isTyped())
                        : OfRequests.called(origin, kind));
    }

    private Q recomputed(Node node) {
        return make(node.value(), node);
    }

    private Node requireOrigin() {
        if (origin == null) {
            throw new IllegalArgumentException(
                    this + " is a plain number that depends on no assumption: make one with assume(name, value)");
        }
        return origin;
    }

    static String requireText(String text, String argument) {
        return Refusal.unreadable(text, argument);
    }

    /** Checks a number and takes the sign off its zero. */
    static double nonNegative(double amount, String argument) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(argument + " must be finite and not negative but was " + amount);
        }
        return amount + 0.0;
    }

    /** Checks a product of an amount and its unit. */
    static double inRange(double canonical, double amount, String unit) {
        if (!(canonical < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "amount is too large: " + amount + " " + unit.strip() + " is beyond any quantity");
        }
        return canonical;
    }

    /**
     * Hands over to the serial form.
     *
     * @return the value and its derivation, flat
     */
    final Object writeReplace() {
        return SerialForm.of(this);
    }

    /**
     * Refuses a stream that was not written through the serial form.
     *
     * @param stream the stream
     * @throws InvalidObjectException always
     */
    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("quantities are read through their serial form");
    }
}
