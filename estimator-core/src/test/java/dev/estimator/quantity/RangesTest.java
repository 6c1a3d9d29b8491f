package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.correlated;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.measured;
import static dev.estimator.quantity.Quantities.money;
import static dev.estimator.quantity.Quantities.normal;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.pert;
import static dev.estimator.quantity.Quantities.plusOrMinus;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.triangular;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Refusals.assertNoAnswer;
import static dev.estimator.quantity.Refusals.assertRefused;
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
import org.junit.jupiter.params.provider.ValueSource;

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
        assertEquals(the.plain.shownKind(), the.range.shownKind());
        assertTrue(the.range.isUncertain());
        boolean isReversed = the.plain instanceof Availability;
        assertNear(the.low, isReversed ? the.range.p95() : the.range.p5());
        assertNear(the.high, isReversed ? the.range.p5() : the.range.p95());
        assertTrue(the.range.p5().compareTo(the.range.p95()) < 0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>> void bestGuessIsTheMedian(Case<Q> the) {
        assertNear(the.best, the.range);
        assertNear(the.best, the.range.p50());
        assertFalse(the.range.p50().isUncertain());
        assertEquals(the.plain.shownKind(), the.range.p50().shownKind());
    }

    /**
     * Each scramble of a Sobol sequence has one draw in every 1024th part of probability, so percentiles of all draws are off by
     * no more than that part: the interval that the engine states is widened to it, and there are no false alarms.
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

    private static void assertNear(double expected, Quantity<?> actual) {
        assertEquals(expected, actual.value, 1e-9 * expected);
    }

    @Test
    void between_sharesNearTheEnds() {
        Share wide = between(Share.of(1e-6), Share.of(1 - 1e-6));
        assertEquals(0.5, wide.value(), 1e-9);
        assertNear(1e-6, wide.p5());
        assertEquals(1e-6, 1 - wide.p95().value(), 1e-15);
        assertTrue(drawn(wide).quantile(1 - 1e-9).value() <= 1);
    }

    @Test
    void between_twelveNines() {
        Availability range = between(Availability.ofNines(9), Availability.ofNines(12));
        assertNear(1e-9, range.p5());
        assertNear(1e-12, range.p95());
        assertNear(Math.sqrt(1e-21), range);
    }

    @Test
    void between_threePointsOfAnAvailability() {
        Availability range = between(percentUp(99), percentUp(99.95), percentUp(99.99));
        assertNear(1e-2, range.p5());
        assertNear(5e-4, range.p50());
        assertNear(1e-4, range.p95());
    }

    @Test
    void between_anyNoun() {
        Count mixed = between(count(3, "posts"), count(5, "photos"));
        assertNear(3, mixed.p5());
        assertEquals("3", mixed.p5().toString());
        assertEquals(
                "3 posts", between(count(3, "posts"), count(5, "posts")).p5().toString());
    }

    @Test
    void between_eachCallIsARangeOfItsOwn() {
        Bytes one = between(kb(3), kb(7));
        Bytes other = between(kb(3), kb(7));
        assertEquals(ratio(1), one.div(one).p95());
        assertTrue(one.div(other).p95().value() > 1.5);
    }

    @Test
    void between_lowNotBelowHigh() {
        assertRefused("low must be below high but they were 4 kB and 1 kB", () -> between(kb(4), kb(1)));
        assertRefused("low must be below high but they were 4 kB and 4 kB", () -> uniform(kb(4), kb(4)));
        assertRefused(
                "low must be below high but they were 99% (2 nines) and 90% (1 nine)",
                () -> between(percentUp(99), percentUp(90)));
    }

    @Test
    void between_asGoodAsEqual() {
        String message = "low and high must differ by more than a billionth but were 4000.0 B and 4000.000001 B";
        assertRefused(message, () -> between(bytes(4000), bytes(4000.000001)));
        assertRefused(message, () -> uniform(bytes(4000), bytes(4000.000001)));
        assertRefused(message, () -> triangular(bytes(4000), bytes(4000), bytes(4000.000001)));
    }

    @Test
    void between_zero() {
        assertRefused(
                "low must be above zero but was 0 B: take the smallest value that you would bet on, or uniform(low, high)",
                () -> between(kb(0), kb(4)));
        assertRefused(
                "low must be above zero but was 0%: take the smallest value that you would bet on, or uniform(low, high)",
                () -> between(percent(0), percent(4)));
    }

    @Test
    void between_theWhole() {
        assertRefused(
                "a bound must be inside of 0% and 100% but they were 10% and 100%: take the most extreme value that you"
                        + " would bet on, or uniform(low, high)",
                () -> between(percent(10), percent(100)));
        assertRefused(
                "a bound must be inside of 0% and 100% but they were 0% and 99% (2 nines): take the most extreme value that"
                        + " you would bet on, or uniform(low, high)",
                () -> between(percentUp(0), percentUp(99)));
        assertRefused(
                "high must be below 100% but was 100%: something that may never fail is no range",
                () -> between(percentUp(90), percentUp(100)));
    }

    @Test
    void between_mixedCurrencies() {
        String message = "currencies must be the same but were USD and EUR: convert one at a rate of your choice";
        assertRefused(message, () -> between(usd(1), eur(3)));
        assertRefused(message, () -> between(usd(1), eur(2), usd(3)));
        assertRefused(message, () -> between(usd(1).per(gb(1)), eur(3).per(gb(1))));
        assertRefused(message, () -> normal(usd(5), eur(1)));
        assertRefused(message, () -> oneOf(usd(5), eur(1)));
    }

    @Test
    void between_notPlain() {
        assertRefused(
                "low must be a plain number but 6 kB has been named, calculated or is a range itself",
                () -> between(assume("a", kb(3)).times(2), kb(50)));
        assertRefused(
                "high must be a plain number but 5 kB has been named, calculated or is a range itself",
                () -> uniform(kb(3), kb(5).named("b")));
        assertRefused(
                "mid must be a plain number but 5.5 kB (5 … 6) has been named, calculated or is a range itself",
                () -> between(kb(3), between(kb(5), kb(6)), kb(7)));
        assertRefused(
                "mode must be a plain number but 4 kB has been named, calculated or is a range itself",
                () -> pert(kb(3), kb(4).named("usual"), kb(7)));
        assertRefused(
                "value must be a plain number but 4 kB has been named, calculated or is a range itself",
                () -> plusOrMinus(kb(4).named("usual"), percent(30)));
        assertRefused(
                "part must be a plain number but 30% has been named, calculated or is a range itself",
                () -> plusOrMinus(kb(4), percent(30).named("error")));
        assertRefused(
                "part must be a plain number but 24.7% (20% … 30%) has been named, calculated or is a range itself",
                () -> plusOrMinus(percent(4), between(percent(20), percent(30))));
        assertRefused(
                "sd must be a plain number but 1 kB has been named, calculated or is a range itself",
                () -> normal(kb(4), kb(1).named("spread")));
        assertRefused(
                "each of the values must be a plain number but 4 kB has been named, calculated or is a range itself",
                () -> oneOf(kb(3), kb(4).named("usual")));
        assertRefused(
                "each of the chances must be a plain number but 60% has been named, calculated or is a range itself",
                () -> oneOf(Map.of(kb(3), assume("hit", percent(60)), kb(4), percent(40))));
    }

    @Test
    void between_midOutside() {
        assertRefused(
                "mid must be between 3 kB and 5 kB but was 2 kB; the nearest that is possible is just above 3 kB",
                () -> between(kb(3), kb(2), kb(5)));
        assertRefused(
                "mid must be between 3 kB and 5 kB but was 7 kB; the nearest that is possible is just below 5 kB",
                () -> between(kb(3), kb(7), kb(5)));
        assertRefused(
                "mid must be between 3 kB and 5 kB but was 3 kB; the nearest that is possible is just above 3 kB",
                () -> between(kb(3), kb(3), kb(5)));
        assertRefused(
                "mid must be between 99% (2 nines) and 99.9% (3 nines) but was 98% (1.7 nines); the nearest that is"
                        + " possible is just above 99% (2 nines)",
                () -> between(percentUp(99), percentUp(98), percentUp(99.9)));
        assertRefused(
                "mid must be between 99% (2 nines) and 99.9% (3 nines) but was 99.99% (4 nines); the nearest that is"
                        + " possible is just below 99.9% (3 nines)",
                () -> between(percentUp(99), percentUp(99.99), percentUp(99.9)));
    }

    @Test
    void between_tooWide() {
        assertRefused(
                "the range from 1e-200 B to 1 B is too wide: its lower tail is nothing but zero",
                () -> between(bytes(1e-200), bytes(1)));
        assertRefused(
                "the range from 1 B to 1e170 QB is too wide: its tail goes beyond any quantity",
                () -> between(bytes(1), bytes(1e200)));
        assertRefused(
                "the range from 1 B to 1e170 QB is too wide: its tail goes beyond any quantity",
                () -> between(bytes(1), bytes(2), bytes(1e200)));
    }

    @Test
    void plusOrMinus_aNearlyWholePart() {
        Bytes range = plusOrMinus(kb(40), Share.of(0.999999));
        assertNear(0.04, range.p5());
        assertNear(40_000, range);
        assertNear(79_999.96, range.p95());
    }

    @Test
    void plusOrMinus_part() {
        assertRefused("part must be above 0% and below 100% but was 0%", () -> plusOrMinus(kb(3), percent(0)));
        assertRefused(
                "part must be above 0% and below 100% but was 100%: state the range itself with between(low, high)",
                () -> plusOrMinus(kb(3), percent(100)));
        assertRefused(
                "part must be above 0% and below 100% but was 100%: state the range itself with between(low, high)",
                () -> plusOrMinus(percent(3), percent(100)));
    }

    @Test
    void plusOrMinus_zero() {
        assertRefused("value must be above zero but was 0 B", () -> plusOrMinus(kb(0), percent(10)));
        assertRefused("value must be above zero but was 0%", () -> plusOrMinus(percent(0), percent(10)));
    }

    @Test
    void plusOrMinus_shareReachesTheWhole() {
        assertRefused(
                "value plus 90% of it must be below 100% but 70% would reach 133%: state the range itself with"
                        + " between(low, mid, high)",
                () -> plusOrMinus(percent(70), percent(90)));
        assertRefused(
                "value plus 25% of it must be below 100% but 80% would reach 100%: state the range itself with"
                        + " between(low, mid, high)",
                () -> plusOrMinus(percent(80), percent(25)));
    }

    @Test
    void plusOrMinus_tooLarge() {
        assertNoAnswer("1.5e278 QB × 1.9 is too large for any Bytes", () -> plusOrMinus(bytes(1.5e308), percent(90)));
    }

    @Test
    void uniform_fromZeroToTheWhole() {
        assertNear(0.05, uniform(percent(0), percent(100)).p5());
        assertNear(0.95, uniform(percentUp(0), percentUp(100)).p5());
        assertNear(200, uniform(bytes(0), kb(4)).p5());
    }

    @Test
    void triangular_modeAtAnEnd() {
        assertNear(3202.5645241528287, triangular(kb(3), kb(3), kb(11)).p5());
        assertNear(10797.43547584717, triangular(kb(3), kb(11), kb(11)).p95());
    }

    @Test
    void triangular_modeOutside() {
        assertRefused(
                "mode must be from 3 kB to 5 kB but was 2 kB; the nearest that is possible is 3 kB",
                () -> triangular(kb(3), kb(2), kb(5)));
        assertRefused(
                "mode must be from 3 kB to 5 kB but was 8 kB; the nearest that is possible is 5 kB",
                () -> pert(kb(3), kb(8), kb(5)));
        assertRefused(
                "mode must be from 99% (2 nines) to 99.9% (3 nines) but was 99.99% (4 nines); the nearest that is"
                        + " possible is 99.9% (3 nines)",
                () -> pert(percentUp(99), percentUp(99.99), percentUp(99.9)));
    }

    @Test
    void triangular_ofAnySize() {
        assertNear(
                9.450806661517033e250,
                triangular(count(3e250), count(5e250), count(11e250)).p95());
        assertNear(
                3.6115231312986313e+307,
                pert(count(3e307), count(5e307), count(11e307)).p5());
    }

    @Test
    void pert_modeAtAnEnd() {
        assertNear(3081.649746504092, pert(kb(3), kb(3), kb(11)).p5());
        assertNear(10918.350253495908, pert(kb(3), kb(11), kb(11)).p95());
    }

    @Test
    void normal_sd() {
        assertRefused("sd must be above zero but was 0 B", () -> normal(kb(3), kb(0)));
        assertRefused(
                "sd must be more than a billionth of the mean but they were 1.0E-9 B and 5.0E9 B",
                () -> normal(gb(5), bytes(1e-9)));
    }

    @Test
    void normal_tooMuchCutOff() {
        assertRefused(
                "sd must be so small that at most 1% lies below zero but with mean 3 kB and sd 2 kB 6.68% would: for"
                        + " something so uncertain use between(low, high)",
                () -> normal(kb(3), kb(2)));
        assertRefused(
                "sd must be so small that at most 1% lies below zero or above 100% but with mean 90% and sd 10% 15.9%"
                        + " would: for something so uncertain use between(low, high)",
                () -> normal(percent(90), percent(10)));
        assertRefused(
                "sd must be so small that at most 1% lies below zero but with mean 0 B and sd 1 kB 50% would: for"
                        + " something so uncertain use between(low, high)",
                () -> normal(kb(0), kb(1)));
    }

    @Test
    void normal_tooWide() {
        assertRefused(
                "the range with mean 1.7e278 QB and sd 1e277 QB is too wide: its tail goes beyond any quantity",
                () -> normal(bytes(1.7e308), bytes(1e307)));
    }

    @Test
    void oneOf_twiceIsTwiceAsLikely() {
        assertEquals(kb(3), oneOf(kb(3), kb(8), kb(3), kb(3)).p50());
        assertEquals(kb(3), oneOf(kb(3), kb(8), kb(3), kb(3)).percentile(75));
        assertEquals(kb(8), oneOf(kb(3), kb(8), kb(3), kb(3)).percentile(76));
    }

    @Test
    void oneOf_chancesAddUpInBinaryToLess() {
        Bytes range = oneOf(Map.of(
                kb(2), percent(70), kb(3), percent(10), kb(5), percent(10), kb(7), percent(5), kb(90), percent(5)));
        assertEquals(kb(7), range.p95());
        assertEquals(kb(2), range.p50());
    }

    @Test
    void oneOf_nothingToChooseFrom() {
        assertRefused(
                "values must have two different values at least but all were 3 kB: a value without alternatives is a plain"
                        + " number",
                () -> oneOf(kb(3), kb(3), kb(3)));
        assertRefused(
                "chances must have two different values at least but all were 3 kB: a value without alternatives is a plain"
                        + " number",
                () -> oneOf(Map.of(kb(3), percent(100), kb(5), percent(0))));
        assertRefused("chances must not be empty", () -> oneOf(Map.<Bytes, Share>of()));
    }

    @Test
    void oneOf_chances() {
        assertRefused(
                "chances must add up to 100% but add up to 90%",
                () -> oneOf(Map.of(kb(3), percent(70), kb(5), percent(20))));
        assertRefused(
                "chances must add up to 100% but add up to 100.1%",
                () -> oneOf(Map.of(kb(3), percent(70), kb(5), percent(30.1))));
        assertRefused(
                "chances must add up to 100% but add up to 0%",
                () -> oneOf(Map.of(kb(3), percent(0), kb(5), percent(0))));
    }

    @Test
    void measured_tooFew() {
        assertRefused("values must not be empty", () -> measured(List.<Bytes>of()));
        assertRefused(
                "values must have two different values at least but all were 4 kB: a value without alternatives is a plain"
                        + " number",
                () -> measured(List.of(kb(4), kb(4))));
    }

    @Test
    void measured_percentilesAreAmongTheValues() {
        List<Bytes> values = new ArrayList<>();
        for (int i = 100; i > 0; i--) {
            values.add(kb(i));
        }
        Bytes range = measured(values);
        assertEquals(kb(5), range.p5());
        assertEquals(kb(50), range.p50());
        assertEquals(kb(95), range.p95());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1.5, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void correlated_outOfRange(double bad) {
        assertRefused(
                "correlation must be between -1 and 1, exclusive, but was " + bad,
                () -> correlated(between(kb(3), kb(7)), between(kb(2), kb(11)), bad));
    }

    @Test
    void correlated_one() {
        assertRefused(
                "correlation must be between -1 and 1, exclusive, but was 1.0: for values that always move together use one"
                        + " value twice",
                () -> correlated(between(kb(3), kb(7)), between(kb(2), kb(11)), 1));
    }

    @Test
    void correlated_withItself() {
        Bytes size = between(kb(3), kb(7));
        assertRefused(
                "other must be another range but was the same, 4.6 kB (3 … 7)", () -> correlated(size, size, 0.5));
        assertRefused(
                "other must be another range but was the same, 4.6 kB (3 … 7)",
                () -> correlated(size.named("size"), size, 0.5));
    }

    @Test
    void correlated_notARange() {
        Bytes size = between(kb(3), kb(7));
        assertRefused(
                "other must be a range or an assumption that is one but was 3 kB", () -> correlated(size, kb(3), 0.5));
        assertRefused(
                "value must be a range or an assumption that is one but was 3 kB",
                () -> correlated(kb(3).named("page"), size, 0.5));
        assertRefused(
                "value must be a range or an assumption that is one but was 9.2 kB (6 … 14), a result: correlate what it"
                        + " was calculated from",
                () -> correlated(size.times(2), between(kb(2), kb(11)), 0.5));
    }

    @Test
    void correlated_contradictory() {
        Bytes size = between(kb(3), kb(7));
        Qps rate = assume("rate", between(qps(20), qps(50)));
        assertRefused(
                "the correlation of '4.583 kB' and 'rate' must be stated once but was 0.5 and 0.6",
                () -> correlated(correlated(size, rate, 0.5), rate, 0.6));
        assertRefused(
                "the correlation of '4.583 kB' and 'rate' must be stated once but was 0.5 and 0.6",
                () -> correlated(rate, size, 0.5)
                        .times(correlated(size, rate, 0.6))
                        .p95());
        assertEquals(
                "145 kB/s (1.2 Mbit/s) (no range: the correlation of '4.583 kB' and 'rate' must be stated once but was 0.5"
                        + " and 0.6)",
                correlated(rate, size, 0.5).times(correlated(size, rate, 0.6)).toString());
    }

    @Test
    void correlated_statedTwiceTheSame() {
        Bytes size = between(kb(3), kb(7));
        Qps rate = between(qps(20), qps(50));
        Bandwidth once = correlated(rate, size, 0.5).times(size);
        Bandwidth twice = correlated(rate, size, 0.5).times(correlated(size, rate, 0.5));
        assertEquals(once.p95(), twice.p95());
    }

    @Test
    void correlated_notPositiveDefinite() {
        Ratio a = assume("a", between(ratio(2), ratio(5)));
        Ratio b = assume("b", between(ratio(3), ratio(7)));
        Ratio c = assume("c", between(ratio(4), ratio(11)));
        assertRefused(
                "correlations must fit together but no values can have these: 'a' and 'b' 0.9, 'a' and 'c' 0.8, 'b' and 'c'"
                        + " -0.7; make some weaker, or state those of the other pairs",
                () -> correlated(correlated(a, b, 0.9), correlated(c, b, -0.7), 0.8));
    }
}
