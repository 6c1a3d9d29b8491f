package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.MONTHS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.system.Step.readThrough;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Runway;
import dev.estimator.caching.Popularity;
import dev.estimator.caching.TtlCache;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A system together with models of one thing: growth, time to live, what holds without independence. */
class OtherModelsTest {
    private static final Component EDGE = Component.named("edge").latency(Latency.exponential(ms(20)));
    private static final Component ORIGIN =
            Component.named("origin").serviceTime(ms(4), count(2)).instances(count(3));

    private static Architecture site(Qps load) {
        return Architecture.of(UseCase.read("get", load, load.times(ratio(2)), readThrough(EDGE, percent(90), ORIGIN)));
    }

    /**
     * 2 × 3,000 × 10 % × 4 ms ÷ 6 are 40 % of the workers: ln 2.5 ÷ ln 1.05 = 18.78 months, half a year more than one.
     */
    @Test
    void runway_untilTheHeadroomIsUsedUp() {
        Growth growth = Growth.compound(percent(5), MONTH).startingOn(LocalDate.of(2027, 1, 1));
        TimeSpan runway = site(qps(3000)).runway(growth);
        assertNear(Math.log(2.5) / Math.log(1.05), runway.to(MONTHS));
        assertThat(Runway.of(runway)).hasToString("fits 1 y 6 months");
        assertThat(growth.reachedOn(Runway.of(runway)).date()).isBetween("2028-07-20", "2028-07-31");
        assertThat(runway.explain().toString()).contains("headroom", "monthly growth");
    }

    /**
     * It does not fit now where 20 % × load × 4 ms is above 6, which is drawn; the longest runway is that of the least
     * load.
     */
    @Test
    void runway_ofRange() {
        Qps load = assume("load", between(qps(1000), qps(16_000)));
        TimeSpan runway = site(load).runway(Growth.compound(percent(9), MONTH));
        double full = 6 / (2 * 0.1 * 0.004);
        assertThat(probabilityThat(runway).isAtMost(seconds(0)).share().value())
                .isCloseTo(probabilityThat(load).isAtLeast(qps(full)).share().value(), within(1e-3));
        double months = Math.log(full / load.p5().to(PER_SECOND)) / Math.log(1.09);
        assertThat(runway.p95().to(MONTHS)).isCloseTo(months, within(1e-3 * months));
        assertNear(0, runway.p5().to(MONTHS));
    }

    @Test
    void runway_withoutGrowth() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> site(qps(3000)).runway(Growth.compound(percent(0), YEAR)))
                .withMessage("×1 never reaches ×2.5: with 0% every year it does not grow");
    }

    /** 40 edges get 75 req/s each for one object: rT = 4,500 in a minute, so that 1 in 4,501 requests is a fetch. */
    @Test
    void withHits_ofOneObjectThatExpires() {
        Architecture site = site(qps(3000));
        TtlCache edge = TtlCache.setAtFill(site.load(EDGE).rate().div(count(40)), minutes(1));
        assertNear(
                3000 / 4501.0,
                site.withHits(EDGE, edge.hitRatio()).load(ORIGIN).rate().to(PER_SECOND),
                1e-10);
        assertNear(
                edge.residualLoad().times(count(40).toRatio()).to(PER_SECOND),
                site.withHits(EDGE, edge.hitRatio()).load(ORIGIN).rate().to(PER_SECOND),
                1e-10);
    }

    /**
     * Many objects: what reaches the origin is what the cache says to leave, and what-ifs of the traffic go through
     * both.
     */
    @Test
    void withHits_ofManyObjectsThatExpire() {
        Popularity objects = Popularity.of(million(1), ratio(0.9));
        Qps load = assume("load", qps(3000));
        Architecture site = site(load);
        TtlCache edge = TtlCache.setAtFill(site.load(EDGE).rate(), minutes(5)).withPopularity(objects);
        Qps reaching = site.withHits(EDGE, edge.hitRatio()).load(ORIGIN).rate();
        assertNear(edge.residualLoad().to(PER_SECOND), reaching.to(PER_SECOND), 1e-9);
        TtlCache busier = TtlCache.setAtFill(qps(9000), minutes(5)).withPopularity(objects);
        assertNear(
                busier.residualLoad().to(PER_SECOND),
                reaching.given(load, qps(9000)).to(PER_SECOND),
                1e-9);
    }

    /** Of exponential times of 20 and 30 ms one of two exceeds its p99.5 with 1 % at most: (20 + 30) × ln 200. */
    @Test
    void latency_percentileWithoutIndependence() {
        Component next = Component.named("next").latency(Latency.exponential(ms(30)));
        Latency both = Architecture.of(UseCase.read("get", qps(5), qps(7), EDGE.calling(next)))
                .latency("get");
        assertNear(50 * Math.log(200), both.percentileWithoutIndependence(99).to(MILLISECONDS), 1e-12);
        assertThat(both.percentileWithoutIndependence(99)).isGreaterThan(both.p99());
    }

    /** Lines and work of one component, calls at once and calls of some requests have a bound too. */
    @Test
    void latency_percentileWithoutIndependenceOfLines() {
        Component slow = Component.named("slow")
                .serviceTime(ms(11), count(3))
                .instances(count(4))
                .threads(count(30));
        Step step = slow.calling(Step.atOnce(ORIGIN, EDGE), Step.sometimes(percent(25), Step.fanOut(3, ORIGIN)));
        Latency whole =
                Architecture.of(UseCase.read("get", qps(90), qps(130), step)).latency("get");
        for (double percent : new double[] {50, 90, 99, 99.9}) {
            assertThat(whole.percentileWithoutIndependence(percent)).isGreaterThan(whole.percentile(percent));
        }
    }
}
