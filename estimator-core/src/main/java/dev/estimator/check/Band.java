package dev.estimator.check;

import dev.estimator.analysis.Likelihood;
import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Probability;
import dev.estimator.analysis.Questions;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.UnitOfText;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a quantity must be: at most, at least, between or within a share of something.
 *
 * @param quantity what is limited
 * @param low the limit from below, if any
 * @param high the limit from above, if any
 * @param near what both limits are derived from, if they are
 */
record Band<Q extends Quantity<Q>>(
        Q quantity,
        @Nullable Limit<Q> low,
        @Nullable Limit<Q> high,
        @Nullable Near<Q> near) {
    /** The rounding error of decimal numbers, which must not decide a check. */
    private static final double FORGIVEN = 1e-12;

    /** A target that a quantity must be near to, and how near. */
    record Near<Q extends Quantity<Q>>(Share tolerance, Q target) {}

    static <Q extends Quantity<Q>> Band<Q> atMost(Q quantity, Q bound) {
        return new Band<>(quantity, null, new Limit<>(quantity, bound, true), null);
    }

    static <Q extends Quantity<Q>> Band<Q> atLeast(Q quantity, Q bound) {
        return new Band<>(quantity, new Limit<>(quantity, bound, false), null, null);
    }

    static <Q extends Quantity<Q>> Band<Q> between(Q quantity, Q low, Q high) {
        var from = new Limit<>(quantity, low, false);
        var to = new Limit<>(quantity, high, true);
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low must not be above high but was "
                    + Shown.bound(Inside.node(from.bound())) + ", and high " + Shown.bound(Inside.node(to.bound())));
        }
        return new Band<>(quantity, from, to, null);
    }

    static <Q extends Quantity<Q>> Band<Q> within(Q quantity, Share tolerance, Q target) {
        var center = new Limit<>(quantity, target, true); // refuses a target that is uncertain or in another currency
        double value = Inside.value(center.bound());
        Q less = Wording.like(quantity, value * (1 - tolerance.value()) * (1 - FORGIVEN));
        Q more = Wording.like(quantity, value * (1 + tolerance.value()) * (1 + FORGIVEN));
        Band<Q> band = less.compareTo(more) <= 0 ? between(quantity, less, more) : between(quantity, more, less);
        return new Band<>(quantity, band.low, band.high, new Near<>(tolerance, target));
    }

    boolean isTwoSided() {
        return low != null && high != null;
    }

    List<Limit<Q>> limits() {
        return Stream.of(Optional.ofNullable(low), Optional.ofNullable(high))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The only bound, of two the upper one. */
    Q bound() {
        return high != null ? high.bound() : Objects.requireNonNull(low).bound();
    }

    boolean isKept() {
        return (low == null || low.holds()) && (high == null || high.holds());
    }

    Probability probability(Simulation simulation) {
        Likelihood<Q> likelihood = Questions.probabilityThat(quantity, simulation);
        if (low != null && high != null) {
            return likelihood.isBetween(low.bound(), high.bound());
        }
        return high != null ? likelihood.isAtMost(bound()) : likelihood.isAtLeast(bound());
    }

    /** The fewest digits that tell a value from the bounds, and the bounds from each other. */
    Digits digits(double value) {
        if (near != null && isKept()) {
            return Digits.FEW; // a value on the bound itself keeps to it, in spite of rounding
        }
        Kind kind = shownKind();
        Digits digits = Digits.FEW;
        for (Limit<Q> limit : limits()) {
            double bound = Inside.value(limit.bound());
            digits = digits.or(Digits.between(kind, value, bound))
                    .or(Digits.between(kind, Inside.value(bound()), bound));
        }
        return digits;
    }

    /** 'at most', 'at least', 'between' or 'within'. */
    String relation() {
        if (near != null) {
            return "within";
        }
        return isTwoSided() ? "between" : high != null ? "at most" : "at least";
    }

    /** '20 TB', '10 TB and 20 TB', '10% of 25 TB, 22.5 TB to 27.5 TB'. */
    String bounds(Digits digits) {
        if (low == null || high == null) {
            return bound(bound(), digits);
        }
        if (near == null) {
            return bound(low.bound(), digits) + " and " + bound(high.bound(), digits);
        }
        return near.tolerance + " of " + bound(near.target, digits) + ", " + boundText(digits, low.bound()) + " to "
                + boundText(digits, high.bound());
    }

    private String bound(Q bound, Digits digits) {
        String name = bound.name();
        String text = near == null ? boundText(digits, bound) : digits.text(shownKind(), Inside.value(bound));
        return text + (name == null ? "" : " (" + name + ")");
    }

    /**
     * A bound as it was typed, or as it follows from what it must be near to. One of two that would be rounded in the
     * unit of the other has its own: 'between $200k/y and $17.3k/month'.
     */
    String boundText(Digits digits, Q bound) {
        double value = Inside.value(bound);
        if (near != null) {
            return digits.or(Digits.MORE).text(shownKind(), value);
        }
        String text = digits.text(shownKind(), value);
        Kind own = Shown.kindBeside(Inside.node(bound), Inside.node(bound));
        return BoundText.of(shownKind(), value, text, BoundText.of(own, value, digits.text(own, value), text));
    }

    /** A bound as a reader takes it. */
    double printedBound(Digits digits, Q bound) {
        return BoundText.read(shownKind(), boundText(digits, bound));
    }

    /** A value as a reader takes it. */
    double printed(Digits digits, double value) {
        return BoundText.read(shownKind(), digits.text(shownKind(), value));
    }

    /** As {@link #shownKind} for an amount that by itself would be by a slower clock than the bound, '2.568/min'. */
    Kind kindOfClock(double amount) {
        Kind kind = shownKind();
        boolean isByUsual = kind.dimension() == Dimension.RATE && kind.writtenIn() == null;
        return isByUsual && amount < Inside.value(bound())
                ? UnitOfText.clockOf(kind, Digits.MORE.text(kind, Inside.value(bound())))
                : kind;
    }

    /** The kind in which all numbers of the check are written: in the units in which its bound was typed. */
    Kind shownKind() {
        return Shown.kindBeside(Inside.node(quantity), Inside.node(bound()));
    }
}
