package dev.estimator.quantity;

import static dev.estimator.quantity.NearRange.assertNear;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.measured;
import static dev.estimator.quantity.Quantities.money;
import static dev.estimator.quantity.Quantities.normal;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.pert;
import static dev.estimator.quantity.Quantities.plusOrMinus;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.triangular;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.estimator.internal.engine.Distribution;
import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RangesTest {
    /** Each scramble is so many draws, one in each part of that size. */
    private static final double PART = 1.0 / 1024;

    /**
     * A range and what must come out of it, in canonical units, in the order of the canonical values.
     *
     * @param what the factory
     * @param plain a plain number of the same type
     */
    private record Case<Q extends Quantity<Q>>(String what, Q plain, Q range, double low, double best, double high) {
        @Override
        public String toString() {
            return plain.getClass().getSimpleName() + " " + what;
        }
    }

    /** Ranges from 3 to 11 of some size by all factories; the percentiles are those of ShapesTest. */
    private static <Q extends Quantity<Q>> List<Case<?>> cases(double size, DoubleFunction<Q> of) {
        Q five = of.apply(5 * size);
        boolean isReversed = five instanceof Availability;
        Q low = of.apply((isReversed ? 11 : 3) * size);
        Q high = of.apply((isReversed ? 3 : 11) * size);
        double geometric = Math.sqrt(33) * size;
        double odds = Math.sqrt(33 * size * size / ((1 - 3 * size) * (1 - 11 * size)));
        boolean isPart = isReversed || five instanceof Share;
        double middle = isPart ? odds / (1 + odds) : geometric;
        return List.of(
                scaled("between two", size, five, between(low, high), 3, middle / size, 11),
                scaled("between three", size, five, between(low, five, high), 3, 5, 11),
                scaled("uniform", size, five, uniform(low, high), 3.4, 7, 10.6),
                scaled(
                        "triangular",
                        size,
                        five,
                        triangular(low, five, high),
                        3.8944271909999157,
                        6.101020514433644,
                        9.450806661517033),
                scaled(
                        "pert",
                        size,
                        five,
                        pert(low, five, high),
                        3.611523131298631,
                        5.51048136364558,
                        8.25926654400911),
                scaled("oneOf", size, five, oneOf(low, five, high), 3, 5, 11),
                scaled(
                        "oneOf with chances",
                        size,
                        five,
                        oneOf(Map.of(low, percent(30), five, percent(45), high, percent(25))),
                        3,
                        5,
                        11),
                scaled("measured", size, five, measured(List.of(five, low, high, five)), 3, 5, 11));
    }

    private static <Q extends Amount<Q>> List<Case<?>> amounts(double size, DoubleFunction<Q> of) {
        Q five = of.apply(5 * size);
        List<Case<?>> cases = new ArrayList<>(cases(size, of));
        cases.add(scaled("plusOrMinus", size, five, plusOrMinus(five, percent(40)), 3, 5, 7));
        cases.add(scaled(
                "normal",
                size,
                five,
                normal(of.apply(7 * size), of.apply(3 * size)),
                2.318593434599582,
                7.036906001264444,
                11.948892463820867));
        return cases;
    }

    private static <Q extends Quantity<Q>> Case<Q> scaled(
            String what, double size, Q plain, Q range, double low, double best, double high) {
        return new Case<>(what, plain, range, low * size, best * size, high * size);
    }

    static List<Case<?>> cases() {
        List<Case<?>> cases = new ArrayList<>();
        cases.addAll(amounts(1000, Quantities::qps));
        cases.addAll(amounts(7000, Quantities::bytes));
        cases.addAll(amounts(11e6, v -> bytes(v).per(seconds(1))));
        cases.addAll(amounts(0.013, Quantities::seconds));
        cases.addAll(amounts(170, v -> count(v, "posts")));
        cases.addAll(amounts(1.9, Quantities::ratio));
        cases.addAll(amounts(23, Quantities::usd));
        cases.addAll(amounts(2900, v -> money(v, "JPY")));
        cases.addAll(amounts(3.1e-11, v -> usd(v).per(bytes(1))));
        cases.addAll(amounts(0.0037, v -> eur(v).per(count(1))));
        cases.addAll(amounts(4.1e-5, v -> usd(v).per(seconds(1))));
        cases.addAll(cases(0.043, Share::of));
        cases.addAll(cases(0.00047, Availability::ofUnavailability));
        double part = 0.053;
        Share five = Share.of(5 * part);
        cases.add(scaled("plusOrMinus", part, five, plusOrMinus(five, percent(40)), 3, 5, 7));
        cases.add(new Case<>(
                "normal",
                five,
                normal(Share.of(0.6), Share.of(0.17)),
                0.3199325034177834,
                0.5980601119473115,
                0.8659843562176247));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>> void statedIntervalComesOut(Case<Q> the) {
        assertEquals(the.plain.getClass(), the.range.getClass());
        assertKind(the.plain, the.range);
        assertTrue(the.range.isUncertain());
        boolean isReversed = the.plain instanceof Availability;
        assertNear(the.low, isReversed ? the.range.p95() : the.range.p5());
        assertNear(the.high, isReversed ? the.range.p5() : the.range.p95());
        assertTrue(the.range.p5().compareTo(the.range.p95()) < 0);
    }

    /** What was calculated from a size remembers whether that was in binary units. */
    private static void assertKind(Quantity<?> plain, Quantity<?> of) {
        assertEquals(plain.shownKind(), of.shownKind().inUnitsOf(plain.shownKind()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>> void bestGuessIsTheMedian(Case<Q> the) {
        assertNear(the.best, the.range);
        assertNear(the.best, the.range.p50());
        assertFalse(the.range.p50().isUncertain());
        assertKind(the.plain, the.range.p50());
    }

    /**
     * Each scramble of a Sobol sequence has one draw in every 1024th part of probability, so percentiles of all draws
     * are off by no more than that part: the interval that the engine states is widened to it, and there are no false
     * alarms.
     */
    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>> void statedIntervalIsThatOfTheDraws(Case<Q> the) {
        Quantity<?> range = the.range;
        Distribution drawn = drawn(range);
        assertDrawn(the.low, drawn, 0.05);
        assertDrawn(the.best, drawn, 0.5);
        assertDrawn(the.high, drawn, 0.95);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>> void noDrawIsImpossible(Case<Q> the) {
        Quantity<?> range = the.range;
        Distribution drawn = drawn(range);
        assertTrue(drawn.quantile(1e-9).value() >= 0);
        assertTrue(drawn.quantile(1 - 1e-9).value() <= range.kind().dimension().largest());
    }

    private static Distribution drawn(Quantity<?> range) {
        Engine.Result result = Engine.run(List.of(range.node()), Settings.USUAL.drawingAll());
        assertEquals(1 << 14, result.samples());
        return result.distributions().get(0);
    }

    private static void assertDrawn(double stated, Distribution drawn, double p) {
        double least =
                Math.min(drawn.quantile(p).low(), drawn.quantile(p - PART).value());
        double most =
                Math.max(drawn.quantile(p).high(), drawn.quantile(p + PART).value());
        assertTrue(stated >= least && stated <= most, () -> stated + " is not between " + least + " and " + most);
    }

    @Test
    void between_sharesNearTheEnds() {
        Share wide = between(Share.of(1e-6), Share.of(1 - 1e-6));
        assertEquals(0.5, wide.value(), 1e-9);
        assertNear(1e-6, wide.p5());
        assertEquals(1e-6, 1 - wide.p95().value(), 1e-15);
        assertTrue(drawn(wide).quantile(1 - 1e-9).value() <= 1);
    }
}
