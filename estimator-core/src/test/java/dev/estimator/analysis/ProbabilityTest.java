package dev.estimator.analysis;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.normal;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbabilityTest {
    private static final double Z95 = 1.6448536269514722;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private static final Count USERS = assume("users", between(million(5), million(20)));
    private static final Ratio PEAK = assume("peak", between(ratio(2), ratio(5)));
    private static final Qps RATE = USERS.times(count(20)).per(DAY).times(PEAK).named("rate");
    private static final Count SERVERS = RATE.div(qps(700)).ceil().named("servers");

    private static final Bytes TEXT = assume("text", normal(kb(40), kb(3)));
    private static final Bytes PICTURE = assume("picture", normal(kb(90), kb(4)));
    /** 130 kB ± 5 kB. */
    private static final Bytes PAGE = TEXT.plus(PICTURE).named("page");

    /** As above in packets of 8 kB. */
    private static final Count PACKETS = PAGE.div(kb(8)).ceil().named("packets");

    private static double rateAtMost(double perSecond) {
        double median = 1e7 * 20 / 86_400 * Math.sqrt(10);
        double sigma = Math.hypot(Math.log(4), Math.log(2.5)) / (2 * Z95);
        return NORMAL.cumulativeProbability(Math.log(perSecond / median) / sigma);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1500, 4000, 7319.25, 15_000, 40_000})
    void isAtMost_exact(double limit) {
        Probability probability = probabilityThat(RATE).isAtMost(qps(limit));
        assertThat(probability.figure().isExact()).isTrue();
        assertThat(probability.share().value()).isCloseTo(rateAtMost(limit), within(1e-8));
        assertThat(probabilityThat(RATE).isAtLeast(qps(limit)).share().value())
                .isCloseTo(1 - rateAtMost(limit), within(1e-8));
    }

    /** At most n servers are as likely as a rate that n of them serve; at least n, more than one server less serves. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 25})
    void isAtMost_ceiling(int n) {
        assertShare(rateAtMost(700.0 * n), probabilityThat(SERVERS).isAtMost(count(n)), 1e-8);
        assertShare(rateAtMost(700.0 * n), probabilityThat(SERVERS).isAtMost(count(n + 0.5)), 1e-8);
        assertShare(1 - rateAtMost(700.0 * (n - 1)), probabilityThat(SERVERS).isAtLeast(count(n)), 1e-8);
        assertShare(1 - rateAtMost(700.0 * n), probabilityThat(SERVERS).isAtLeast(count(n + 0.5)), 1e-8);
    }

    /** The seed is fixed: none of these is off by more than two standard errors of independent draws. */
    @ParameterizedTest
    @ValueSource(doubles = {122, 128, 130, 137})
    void isAtMost_drawn(double limit) {
        double expected = NORMAL.cumulativeProbability((limit - 130) / 5);
        Probability atMost = probabilityThat(PAGE).isAtMost(kb(limit));
        Probability atLeast = probabilityThat(PAGE).isAtLeast(kb(limit));
        assertThat(atMost.figure().isExact()).isFalse();
        double off = 2 * Math.sqrt(expected * (1 - expected) / (1 << 14));
        assertShare(expected, atMost, off);
        assertShare(1 - expected, atLeast, off);
        assertThat(atMost.share().value() + atLeast.share().value()).isCloseTo(1, within(1e-12));
        assertThat(atMost.figure().low()).isLessThan(atMost.share());
        assertThat(atLeast.figure().low()).isLessThan(atLeast.share());
        assertThat(atLeast.figure().high()).isGreaterThan(atLeast.share());
    }

    @Test
    void isAtMost_drawnCeiling() {
        double expected = NORMAL.cumulativeProbability((8 * 17 - 130) / 5.0);
        assertShare(expected, probabilityThat(PACKETS).isAtMost(count(17)), 1e-3);
        assertShare(1 - expected, probabilityThat(PACKETS).isAtLeast(count(18)), 1e-3);
    }

    @Test
    void isAtMost_oneOf() {
        Count dice = oneOf(count(1), count(2), count(3), count(4), count(5), count(6));
        assertShare(4.0 / 6, probabilityThat(dice).isAtMost(count(4)), 1e-15);
        assertShare(3.0 / 6, probabilityThat(dice).isAtLeast(count(4)), 1e-15);
        assertShare(0, probabilityThat(dice).isAtMost(count(0)), 0);
        assertShare(1, probabilityThat(dice).isAtLeast(count(0)), 0);
    }

    /** Available at most 99 % is a low one, 5 %. */
    @Test
    void isAtMost_availability() {
        Availability web = assume("web", between(percentUp(99), percentUp(99.9)));
        assertShare(0.05, probabilityThat(web).isAtMost(percentUp(99)), 1e-8);
        assertShare(0.95, probabilityThat(web).isAtLeast(percentUp(99)), 1e-8);
        Availability both = web.times(assume("db", between(percentUp(99.99), percentUp(99.999))));
        Probability atLeast = probabilityThat(both).isAtLeast(percentUp(99));
        assertThat(atLeast.figure().isExact()).isFalse();
        assertThat(atLeast.share().value()).isBetween(0.94, 0.95);
        assertThat(probabilityThat(both).isAtMost(percentUp(99)).share().value())
                .isBetween(0.05, 0.06);
    }

    @ParameterizedTest
    @CsvSource({"1500, 15000", "4000, 7319.25", "7319.25, 7319.25"})
    void isBetween_exact(double low, double high) {
        Probability probability = probabilityThat(RATE).isBetween(qps(low), qps(high));
        assertThat(probability.figure().isExact()).isTrue();
        assertShare(rateAtMost(high) - rateAtMost(low), probability, 2e-8);
    }

    /**
     * Both ends belong to it: from n to m servers are as likely as a rate that more than n − 1 and at most m of them
     * serve.
     */
    @Test
    void isBetween_ceiling() {
        assertShare(
                rateAtMost(700.0 * 25) - rateAtMost(700.0 * 2),
                probabilityThat(SERVERS).isBetween(count(3), count(25)),
                2e-8);
        Count dice = oneOf(count(1), count(2), count(3), count(4), count(5), count(6));
        assertShare(3.0 / 6, probabilityThat(dice).isBetween(count(2), count(4)), 1e-15);
        assertShare(1.0 / 6, probabilityThat(dice).isBetween(count(4), count(4)), 1e-15);
    }

    /** Off by no more than two standard errors at each end; the interval is as wide as those of both ends together. */
    @Test
    void isBetween_drawn() {
        double expected =
                NORMAL.cumulativeProbability((137 - 130) / 5.0) - NORMAL.cumulativeProbability((128 - 130) / 5.0);
        Probability inside = probabilityThat(PAGE).isBetween(kb(128), kb(137));
        Probability upTo = probabilityThat(PAGE).isAtMost(kb(137));
        Probability from = probabilityThat(PAGE).isAtLeast(kb(128));
        assertShare(expected, inside, 4 * Math.sqrt(0.25 / (1 << 14)));
        assertThat(inside.figure().isExact()).isFalse();
        assertThat(inside.halfWidth()).isCloseTo(upTo.halfWidth() + from.halfWidth(), within(1e-15));
        assertThat(inside.share().value())
                .isCloseTo(upTo.share().value() + from.share().value() - 1, within(1e-12));
    }

    /** Held as its complement, so low and high change places. */
    @Test
    void isBetween_availability() {
        Availability web = assume("web", between(percentUp(99), percentUp(99.9)));
        assertShare(0.9, probabilityThat(web).isBetween(percentUp(99), percentUp(99.9)), 1e-8);
    }

    @Test
    void isBetween_lowAboveHigh() {
        assertThatThrownBy(() -> probabilityThat(SERVERS).isBetween(count(4), count(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("low must not be above high but was 4, and high 3");
    }

    @Test
    void probabilityThat_ofASimulation() {
        Simulation simulation = Simulation.of(PAGE, SERVERS).withSamples(1 << 16);
        Probability more = probabilityThat(PAGE, simulation).isAtMost(kb(137));
        assertThat(more.halfWidth())
                .isLessThan(probabilityThat(PAGE).isAtMost(kb(137)).halfWidth() / 2);
        assertThatThrownBy(() -> probabilityThat(TEXT, simulation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text");
    }

    @Test
    void isAtMost_certain() {
        assertThat(probabilityThat(count(3)).isAtMost(count(3))).hasToString("100%, exact");
        assertThat(probabilityThat(count(3)).isAtMost(count(2.9))).hasToString("0%, exact");
        assertThat(probabilityThat(count(3)).isAtLeast(count(3))).hasToString("100%, exact");
        assertThat(probabilityThat(count(3)).isAtLeast(count(3.1))).hasToString("0%, exact");
        assertThat(probabilityThat(count(3)).isAtLeast(count(3)).isAtLeast(percent(100)))
                .isEqualTo(Verdict.HOLDS);
    }

    @Test
    void isAtMost_otherCurrency() {
        Money cost = assume("cost", between(usd(3), usd(5)));
        assertThatThrownBy(() -> probabilityThat(cost).isAtMost(eur(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currencies must be the same but were USD and EUR: convert one at a rate of your choice");
    }

    @Test
    void isAtLeast_exact() {
        Probability half = probabilityThat(uniform(kb(0), kb(8))).isAtMost(kb(4));
        assertThat(half.isAtLeast(percent(50))).isEqualTo(Verdict.HOLDS);
        assertThat(half.isAtLeast(Share.of(0.5 + 1e-9))).isEqualTo(Verdict.FAILS);
    }

    /** A percentile of a ceiling that needs no draws: the same for every seed, also as near as can be. */
    @Test
    void isAtLeast_exactCeiling_sameForEverySeed() {
        Limit<Count> limit = limit(SERVERS).atMost(count(20));
        double truth = limit.probability().share().value();
        for (double off : new double[] {-1e-9, 0, 1e-9}) {
            Set<Verdict> verdicts = verdicts(limit, Share.of(truth + off), 100);
            assertThat(verdicts).containsExactly(off > 0 ? Verdict.FAILS : Verdict.HOLDS);
        }
    }

    /**
     * A percentile of a ceiling that is drawn, 200 times from other seeds: never both HOLDS and FAILS, and never the
     * wrong one. Each opposite pair would take an error of six standard errors, so no test fails by chance.
     */
    @ParameterizedTest
    @ValueSource(doubles = {-0.1, -0.03, -0.01, -0.003, -0.0003, 0, 0.0003, 0.003, 0.01, 0.03, 0.1})
    void isAtLeast_drawnCeiling_neverContradictsItself(double off) {
        Limit<Count> limit = limit(PACKETS).atMost(count(17));
        double truth = NORMAL.cumulativeProbability((8 * 17 - 130) / 5.0);
        Set<Verdict> verdicts = verdicts(limit, Share.of(truth + off), 200);
        assertThat(verdicts).doesNotContain(off > 0 ? Verdict.HOLDS : Verdict.FAILS);
        if (Math.abs(off) < 0.001) {
            assertThat(verdicts).contains(Verdict.UNDECIDED);
        }
        if (Math.abs(off) >= 0.1) {
            assertThat(verdicts).doesNotContain(Verdict.UNDECIDED);
        }
    }

    /** Of 1,024 draws few are beyond the 99.9th percentile and in some simulations none. */
    @ParameterizedTest
    @ValueSource(doubles = {99.7, 99.85, 99.9, 99.95, 99.99})
    void isAtLeast_rare(double confidence) {
        double z = NORMAL.inverseCumulativeProbability(0.999);
        Limit<Bytes> limit = limit(PAGE).atMost(kb(130 + 5 * z));
        Set<Verdict> verdicts = verdicts(limit, percent(confidence), 200);
        assertThat(verdicts).doesNotContain(confidence > 99.9 ? Verdict.HOLDS : Verdict.FAILS);
    }

    private static Set<Verdict> verdicts(Limit<?> limit, Share confidence, int seeds) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (int seed = 0; seed < seeds; seed++) {
            Simulation simulation =
                    Simulation.of(limit.quantity()).withSamples(1 << 10).withSeed(seed);
            verdicts.add(limit.probability(simulation).isAtLeast(confidence));
        }
        return verdicts;
    }

    @Test
    void limit_holds() {
        assertThat(limit(SERVERS).atMost(count(11)).holds()).isTrue();
        assertThat(limit(SERVERS).atMost(count(10)).holds()).isFalse();
        assertThat(limit(SERVERS).atLeast(count(11)).holds()).isTrue();
        assertThat(limit(SERVERS).atLeast(count(12)).holds()).isFalse();
        assertThat(limit(SERVERS).atMost(count(11)).holdsWith(percent(95))).isEqualTo(Verdict.FAILS);
        assertThat(limit(SERVERS).atMost(count(40)).holdsWith(percent(95))).isEqualTo(Verdict.HOLDS);
        assertThat(limit(SERVERS).atLeast(count(4)).holdsWith(percent(95))).isEqualTo(Verdict.HOLDS);
    }

    /** It was '95%, exact' beside a limit that fails with 95 %: Φ(1.6421) = 0.94971. */
    @Test
    void toString_exactlyBelow() {
        Count load = assume("load", between(count(100), count(1000)));
        assertThat(probabilityThat(load).isAtMost(count(998))).hasToString("94.97%, exact");
        assertThat(probabilityThat(load).isAtMost(count(1000))).hasToString("95%, exact");
        assertThat(limit(load).atMost(count(998)).holdsWith(percent(95))).isEqualTo(Verdict.FAILS);
    }

    @Test
    void toString_exactAndDrawn() {
        assertThat(probabilityThat(SERVERS).isAtMost(count(20))).hasToString("90%, exact");
        assertThat(probabilityThat(PAGE).isAtMost(kb(137))).hasToString("92.2% ± 0.8%");
        assertThat(probabilityThat(PAGE).isAtMost(kb(1000))).hasToString("at least 99.96%");
        assertThat(probabilityThat(PAGE).isAtLeast(kb(1000))).hasToString("at most 0.04%");
        assertThat(probabilityThat(SERVERS))
                .hasToString(
                        "the probability that servers ...: go on with isAtMost(limit), isAtLeast(limit) or isBetween(low, high)");
        assertThat(limit(SERVERS).atLeast(count(20))).hasToString("servers ≥ 20: fails, p5 is 5");
    }

    private static void assertShare(double expected, Probability probability, double tolerance) {
        assertThat(probability.share().value()).isCloseTo(expected, within(tolerance));
    }
}
