package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Program;
import dev.estimator.internal.graph.Link;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.range.Bell;
import dev.estimator.internal.range.Pert;
import dev.estimator.internal.range.Skewed;
import dev.estimator.internal.range.Triangular;
import dev.estimator.internal.range.Uniform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The part of the vocabulary that makes ranges; {@link Quantities} has it all. It is public for the Tab key of JShell.
 */
public abstract sealed class Ranges permits Quantities {
    Ranges() {}

    /**
     * Obtains a range: with 90 % probability the value lies between the two. Values are log-normal, those of a share or
     * an availability logit-normal, so that none is below zero or above the whole. The best guess is the geometric
     * mean, as people take it by hand: between 1 and 100 it is 10; of a share it is that of the odds.
     *
     * <p>Each call makes a range of its own, drawn independently of all others; used twice it is one draw. Two equal
     * values are that value, without a range.
     *
     * @param low the 5th percentile, above zero
     * @param high the 95th percentile, above {@code low}; of a share or an availability below 100 %
     * @param <Q> the type of quantity
     * @return the range, a quantity like any other
     * @throws IllegalArgumentException if low is above high, or a bound is not possible
     */
    public static <Q extends Quantity<Q>> Q between(Q low, Q high) {
        if (requireNonNull(low, "low").equals(high)) {
            OtherRanges.requirePlain(low, "low");
            return low;
        }
        RangeEnds<Q> ends = RangeEnds.of(low, high).openEnded();
        return ends.range(Bell.between(ends.line(), ends.least(), ends.most()));
    }

    /**
     * Obtains a range from any two percentiles: {@code percentiles(25, mb(40), 75, mb(90))}. As
     * {@link #between(Quantity, Quantity)} it is log-normal, or logit-normal for a share or an availability.
     *
     * @param lowPercent the probability of less than {@code low}, in percent
     * @param low the lower of the two values, above zero
     * @param highPercent the probability of less than {@code high}, in percent, above {@code lowPercent}
     * @param high the higher value; of a share or an availability below 100 %
     * @param <Q> the type of quantity
     * @return the range; its best guess is the median, which need not lie between the two
     * @throws IllegalArgumentException if low is not below high, or the percentages are not in ascending order between
     *     0 and 100, or a value is not possible
     */
    public static <Q extends Quantity<Q>> Q percentiles(double lowPercent, Q low, double highPercent, Q high) {
        Refusal.unless(lowPercent > 0 && lowPercent < 100, "lowPercent", "above 0 and below 100", lowPercent);
        Refusal.unless(
                highPercent > lowPercent && highPercent < 100,
                "highPercent",
                "above lowPercent, which is " + lowPercent + ", and below 100",
                highPercent);
        RangeEnds<Q> ends = RangeEnds.of(low, high).openEnded();
        boolean isReversed = ends.isReversed();
        return ends.range(Bell.through(
                ends.line(),
                (isReversed ? 100 - highPercent : lowPercent) / 100,
                ends.least(),
                (isReversed ? 100 - lowPercent : highPercent) / 100,
                ends.most()));
    }

    /**
     * Obtains a range through three points: the percentiles 5, 50 and 95. It is log-normal with a bend (logit-normal
     * with a bend for a share or an availability), and meets any three points in ascending order exactly.
     *
     * @param low the 5th percentile, above zero
     * @param mid the median, which is the best guess
     * @param high the 95th percentile; of a share or an availability below 100 %
     * @param <Q> the type of quantity
     * @return the range
     * @throws IllegalArgumentException if the three are not in ascending order; the message names the nearest mid that
     *     is possible
     * @see "C. C. Hadlock and J. E. Bickel, Johnson Quantile-Parameterized Distributions, Decision Analysis 14 (2017)"
     */
    public static <Q extends Quantity<Q>> Q between(Q low, Q mid, Q high) {
        RangeEnds<Q> ends = RangeEnds.of(low, high).openEnded();
        double middle = ends.middle("mid", mid, true);
        return ends.range(middle, Skewed.through(ends.line(), ends.least(), middle, ends.most()));
    }

    /**
     * Obtains a range around a value: 90 % lies between {@code value × (1 − part)} and {@code value × (1 + part)}.
     *
     * @param value the best guess, above zero
     * @param part how far it may be off, above 0 % and below 100 %
     * @param <Q> the type of quantity
     * @return the range
     * @throws IllegalArgumentException if the value is zero or the part is 0 % or 100 %
     */
    public static <Q extends Amount<Q>> Q plusOrMinus(Q value, Share part) {
        requireAround(value, part);
        return between(scaled(value, 1 - part.value), value, scaled(value, 1 + part.value));
    }

    /**
     * Obtains a range around a share: 90 % lies between {@code value × (1 − part)} and {@code value × (1 + part)}.
     *
     * @param value the best guess
     * @param part how far it may be off, relative to its size, above 0 % and below 100 %
     * @return the range
     * @throws IllegalArgumentException if the value is 0 %, the part is 0 % or 100 %, or the upper end would not be
     *     below 100 %
     */
    public static Share plusOrMinus(Share value, Share part) {
        requireAround(value, part);
        double high = value.value * (1 + part.value);
        if (!(high < 1)) {
            throw new IllegalArgumentException(
                    "value plus " + part + " of it must be below 100% but " + value + " would reach "
                            + OtherRanges.percentage(high) + ": state the range itself with between(low, mid, high)");
        }
        return between(Share.of(value.value * (1 - part.value)), value, Share.of(high));
    }

    /**
     * Obtains a range in which every value is as likely as any other.
     *
     * @param low the least value
     * @param high the greatest value
     * @param <Q> the type of quantity
     * @return the range; its best guess is the middle
     * @throws IllegalArgumentException if low is not below high
     */
    public static <Q extends Quantity<Q>> Q uniform(Q low, Q high) {
        RangeEnds<Q> ends = RangeEnds.of(low, high);
        return ends.range(new Uniform(ends.least(), ends.most()));
    }

    /**
     * Obtains a range whose probability rises to the most likely value and falls from there, in straight lines. The
     * best guess is the median: of 1.1, 1.4 and 2.2 it is 1.54, as more lies above 1.4 than below.
     *
     * @param low the least value
     * @param mode the most likely value
     * @param high the greatest value
     * @param <Q> the type of quantity
     * @return the range; its best guess is the median, not the mode
     * @throws IllegalArgumentException if not {@code low ≤ mode ≤ high} and {@code low < high}
     */
    public static <Q extends Quantity<Q>> Q triangular(Q low, Q mode, Q high) {
        RangeEnds<Q> ends = RangeEnds.of(low, high);
        return ends.range(new Triangular(ends.least(), ends.middle("mode", mode, false), ends.most()));
    }

    /**
     * Obtains a range with a smooth peak at the most likely value: a beta distribution with mean {@code (low + 4 mode +
     * high) ÷ 6}, as in project planning.
     *
     * @param low the least value
     * @param mode the most likely value
     * @param high the greatest value
     * @param <Q> the type of quantity
     * @return the range; its best guess is the median, not the mode
     * @throws IllegalArgumentException if not {@code low ≤ mode ≤ high} and {@code low < high}
     * @see "D. G. Malcolm et al., Application of a Technique for Research and Development Program Evaluation, 1959"
     */
    public static <Q extends Quantity<Q>> Q pert(Q low, Q mode, Q high) {
        RangeEnds<Q> ends = RangeEnds.of(low, high);
        return ends.range(new Pert(ends.least(), ends.middle("mode", mode, false), ends.most()));
    }

    /**
     * Obtains a range from a mean and a standard deviation: a normal distribution without what lies below zero.
     *
     * @param mean the mean before truncation
     * @param sd the standard deviation before truncation, so small that at most 1 % is cut off
     * @param <Q> the type of quantity
     * @return the range
     * @throws IllegalArgumentException if the standard deviation is zero, or more than 1 % would be cut off
     */
    public static <Q extends Amount<Q>> Q normal(Q mean, Q sd) {
        return OtherRanges.normal(mean, sd);
    }

    /**
     * Obtains a range of a share from a mean and a standard deviation: a normal distribution without what lies below 0
     * % and above 100 %.
     *
     * @param mean the mean before truncation
     * @param sd the standard deviation before truncation, so small that at most 1 % is cut off
     * @return the range
     * @throws IllegalArgumentException if the standard deviation is zero, or more than 1 % would be cut off
     */
    public static Share normal(Share mean, Share sd) {
        return OtherRanges.normal(mean, sd);
    }

    /**
     * Obtains a value that is one of several, each as likely as any other; one that is given twice is twice as likely.
     *
     * @param first a value
     * @param others the others, at least one of them different
     * @param <Q> the type of quantity
     * @return the range; its best guess is the median
     * @throws IllegalArgumentException if all are the same
     */
    @SafeVarargs
    public static <Q extends Quantity<Q>> Q oneOf(Q first, Q... others) {
        List<Q> values = new ArrayList<>(List.of(requireNonNull(first, "first")));
        for (Q other : requireNonNull(others, "others")) {
            values.add(requireNonNull(other, "each of others"));
        }
        return OtherRanges.discrete(
                "values", values, values.stream().map(v -> 1.0).toList());
    }

    /**
     * Obtains a value that is one of several: {@code oneOf(Map.of(kb(1), percent(80), mb(2), percent(20)))}.
     *
     * @param chances the values with their probabilities, which add up to 100 %
     * @param <Q> the type of quantity
     * @return the range; its best guess is the median
     * @throws IllegalArgumentException if the probabilities do not add up to 100 %, or there is one value only
     */
    public static <Q extends Quantity<Q>> Q oneOf(Map<Q, Share> chances) {
        List<Q> values = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        Refusal.whole(chances, "chances").forEach((value, chance) -> {
            OtherRanges.requirePlain(chance, "each of the chances");
            if (chance.value > 0) {
                values.add(value);
                weights.add(chance.value);
            }
        });
        double sum = weights.stream().mapToDouble(w -> w).sum();
        if (!chances.isEmpty()) {
            OtherRanges.requireWhole(sum, "chances");
        }
        return OtherRanges.discrete("chances", values, weights);
    }

    /**
     * Obtains a range from measurements, such as from monitoring: each is as likely as any other, and nothing else can
     * be.
     *
     * @param values what was measured, at least two different values
     * @param <Q> the type of quantity
     * @return the range; its best guess is the median
     * @throws IllegalArgumentException if there are no two different values
     */
    public static <Q extends Quantity<Q>> Q measured(List<Q> values) {
        return OtherRanges.discrete(
                "values",
                Refusal.copy(values, "values"),
                values.stream().map(v -> 1.0).toList());
    }

    /**
     * Makes an uncertain value move together with another: where the one is high, the other tends to be high as well,
     * or low if the correlation is negative. Use what this returns in place of the first value.
     *
     * <p>The two keep their ranges; their normal scores are correlated (a Gaussian copula). Several such statements in
     * one estimate must fit together. A value that is used twice is one draw without this.
     *
     * @param value an assumption or a range
     * @param other another one
     * @param correlation between −1 and 1, exclusive
     * @param <Q> the type of the first
     * @return the first value, moving together with the other
     * @throws IllegalArgumentException if the two are not two different ranges, or the correlation is not possible
     *     beside those stated before
     */
    public static <Q extends Quantity<Q>> Q correlated(Q value, Quantity<?> other, double correlation) {
        requireNonNull(value, "value");
        requireNonNull(other, "other");
        if (!(correlation > -1 && correlation < 1)) {
            throw new IllegalArgumentException("correlation must be between -1 and 1, exclusive, but was " + correlation
                    + (correlation == 1 ? ": for values that always move together use one value twice" : ""));
        }
        Quantity<?> first = value;
        if (rangeOf(first, "value").equals(rangeOf(other, "other"))) {
            throw new IllegalArgumentException("other must be another range but was the same, " + other);
        }
        Node linked = Trace.apply(new Link(correlation), first.shownKind(), List.of(first.node(), other.node()));
        Program.of(List.of(linked));
        return value.make(first.value, linked);
    }

    private static Node rangeOf(Quantity<?> quantity, String argument) {
        Node node = Note.resolve(quantity.node());
        while (node instanceof Named named) {
            node = Note.resolve(named.operands().get(0));
        }
        if (node.shape() == null) {
            throw new IllegalArgumentException(argument + " must be a range or an assumption that is one but was "
                    + quantity + (node.isUncertain() ? ", a result: correlate what it was calculated from" : ""));
        }
        return node;
    }

    /** A multiple of a plain number, as plain as that. */
    private static <Q extends Amount<Q>> Q scaled(Q value, double factor) {
        Quantity<?> product = value.times(factor);
        return value.likeThis(product.value);
    }

    private static void requireAround(Quantity<?> value, Share part) {
        OtherRanges.requirePlain(value, "value");
        OtherRanges.requirePlain(part, "part");
        if (!(value.value > 0)) {
            throw new IllegalArgumentException("value must be above zero but was " + value);
        }
        if (!(part.value > 0 && part.value < 1)) {
            throw new IllegalArgumentException("part must be above 0% and below 100% but was " + part
                    + (part.value == 1 ? ": state the range itself with between(low, high)" : ""));
        }
    }
}
