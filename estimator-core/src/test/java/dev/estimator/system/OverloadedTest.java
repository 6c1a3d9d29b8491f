package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.fanOut;
import static dev.estimator.system.Step.sometimes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.report.DesignSheet;
import dev.estimator.report.Page;
import dev.estimator.report.Report;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What carries less than the peak is not up in time, however rarely it fails. */
class OverloadedTest {
    private static final Component API =
            Component.named("api").requestsPerInstance(qps(700)).upPerInstance(percentUp(99.5));

    /** Two carry 2 × 1,000 a second. */
    private static final Component STORE = Component.named("store")
            .serviceTime(ms(4), count(4))
            .instances(count(2))
            .upPerInstance(percentUp(80));

    private static Architecture of(double peak, Step step) {
        return Architecture.of(UseCase.read("read", qps(100), qps(peak), step));
    }

    /** The share of the states of all instances in which as many are up as carry the peak. */
    private static double enumerated(int instances, double each, double peak, double capacity) {
        return IntStream.range(0, 1 << instances)
                .filter(up -> Integer.bitCount(up) * capacity >= peak)
                .mapToDouble(up ->
                        Math.pow(each, Integer.bitCount(up)) * Math.pow(1 - each, instances - Integer.bitCount(up)))
                .sum();
    }

    @Test
    void availability_isThatOfTheStatesThatCarryThePeak() {
        for (double peak : new double[] {900, 1000, 1001, 2000, 2001, 3300}) {
            assertNear(
                    enumerated(2, 0.8, peak, 1000),
                    of(peak, STORE).load(STORE).availability().value());
        }
    }

    /** Of those that visit it a part is answered; the number of all instances that are up, 64 %, says nothing. */
    @Test
    void up_overloaded() {
        Architecture system = of(3300, API.calling(sometimes(percent(90), STORE)));
        assertThat(system.load(STORE).isOverloaded()).isTrue();

        assertNear(0, system.load(STORE).availability().value());
        assertNear(
                0.1 * system.load(API).availability().value(),
                system.availability("read").value());
        assertThat(system.toString())
                .containsPattern("store .* overloaded +overloaded +–\n")
                .containsPattern("read .* overloaded +overloaded +overloaded ")
                .doesNotContain("64%");
        assertThat(system.load(API).isOverloaded()).isFalse();
    }

    /** Whoever waits for what is overloaded does not give up, so that nothing takes its place; as 'served' says too. */
    @Test
    void availability_nothingTakesItsPlace() {
        Component other = Component.named("other").latency(Latency.of(ms(3))).up(percentUp(99.7));
        Component door = Component.named("door").latency(Latency.of(ms(2))).up(percentUp(98));
        Architecture all = of(3300, Step.anyOf(STORE, other));
        assertNear(0, all.availability("read").value());
        assertNear(1 / 1.65, all.served("read").value());
        assertThat(all.toString()).containsPattern("read .* overloaded +overloaded +overloaded +store");
        assertNear(0.997, all.without(STORE).availability("read").value());

        // 30 % of those that pass the door wait for the store; for the others one of door and other is enough
        Architecture some = of(11_000, Step.anyOf(door.calling(sometimes(percent(30), STORE)), other));
        assertNear(0.7 * (1 - 0.02 * 0.003), some.availability("read").value());

        Architecture cached = of(3300, Step.cacheAside(STORE, percent(80), other));
        assertNear(0, cached.availability("read").value());
        assertNear(0.997, cached.without(STORE).availability("read").value());

        // at 1,900 a second both must be up, 0.8²
        assertNear(
                1 - (1 - 0.64) * 0.003,
                of(1900, Step.anyOf(STORE, other)).availability("read").value());
    }

    /** Of 200 a door lets 110 pass; 55 of them ask a desk that cannot serve them all: fewer than 55 % are served. */
    @Test
    void served_byTwoInARow() {
        Component door = Component.named("door").requestsPerInstance(qps(110)).instances(count(1));
        Component desk = Component.named("desk").requestsPerInstance(qps(40)).instances(count(1));
        Architecture both = Architecture.of(
                UseCase.read("echo", qps(90), qps(200), door.calling(sometimes(percent(50), desk))),
                UseCase.read("ask", qps(3), qps(7), desk));
        assertThat(both.notServed())
                .isEqualTo("served at peak: echo at most 55%, ask 37.4%"
                        + "; what fails still loads what it would visit afterwards");
        assertThat(both.served("echo").explain().toString()).contains("echo served at most = 1 − max(");
        assertThat(both.served("ask").explain().toString()).contains("ask served = 1 − ");
        assertThat(SystemScenarios.of(both).toString()).contains("at most 55%");
        assertThat(DesignSheet.titled("Echo").architecture(both).toString()).contains("echo at most 55%");
    }

    @Test
    void up_ofSomeWhoDoNotNeedIt() {
        Architecture system = Architecture.of(
                UseCase.read("read", qps(100), qps(2500), API.calling(STORE)),
                UseCase.write("ping", qps(30), qps(60), API));
        assertThat(system.toString()).containsPattern("ping .* 99\\.\\d+% +nothing");
    }

    /** It has no availability of its own, but the request needs it. */
    @Test
    void up_withoutAnAvailability() {
        Component slow = Component.named("slow").requestsPerInstance(qps(50)).instances(count(3));
        assertThat(of(400, API.calling(slow)).toString())
                .containsPattern("slow .* –\n")
                .containsPattern("read .* overloaded +api, slow");
        assertThat(of(400, slow).toString()).containsPattern("read .* –");
    }

    /** Nine of ten visit the store, of which both instances are needed; all need the api. */
    @Test
    void failsAlone_saysForWhatShareOfRequests() {
        Step step = API.instances(count(1)).calling(sometimes(percent(90), STORE));
        Architecture system = of(600, step).times(ratio(3)).with(API.instances(count(3)));
        assertThat(system.toString()).containsPattern("read .* api, store \\(for 90% of requests\\)");
        Page page = Report.titled("Shop").architecture(system).page();
        for (String text : new String[] {page.text(), page.markdown(), page.csv(), page.html(), page.json()}) {
            assertThat(text).contains("api, store (for 90% of requests)");
        }
        assertThat(page.json()).containsPattern("\"singlePoints\": \\[\\s*\"api\",\\s*\"store\"\\s*\\]");
    }

    @Test
    void page_overloaded() {
        Page page =
                Report.titled("Shop").architecture(of(3300, API.calling(STORE))).page();
        assertThat(page.text())
                .containsPattern("store .* overloaded +overloaded")
                .containsPattern("read .* overloaded +overloaded +overloaded")
                .doesNotContain("64%", "which is overloaded");
        assertThat(page.html()).contains("data-label=\"up\">overloaded<");
        assertThat(page.json()).contains("\"type\": \"Availability\"").contains("\"text\": \"overloaded\"");
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
    }

    /** All shards are asked, and each works on all requests: two of a shard carry them, and one does not. */
    @Test
    void availability_doesNotRiseAsAZoneIsLost() {
        Component shards = Component.named("shards")
                .serviceTime(ms(4), count(4))
                .shards(count(2), percent(50))
                .instances(count(4))
                .zones(2, 1)
                .upPerInstance(percentUp(90));
        for (double peak : new double[] {900, 1900, 3900}) {
            Architecture before = of(peak, API.calling(every(shards))).zones(percentUp(97));
            assertThat(before.afterZoneLoss().availability("read"))
                    .as("at %s", peak)
                    .isLessThanOrEqualTo(before.availability("read"));
        }
        Architecture twice = of(900, API.calling(every(shards))).zones(percentUp(97));
        assertNear(0, twice.times(ratio(3)).availability("read").value());
    }

    /** √(9,000 × 16,000) ÷ 15 × 30 ms are 24 of 24 workers but for the error of binary numbers: all are served. */
    @Test
    void served_exactlyFull() {
        Qps peak = Quantities.between(count(9_000), count(16_000)).per(seconds(15));
        Component sink = Component.named("sink").serviceTime(ms(30), count(4)).instances(count(6));
        Architecture system = Architecture.of(UseCase.read("tail", qps(600), peak, sink));
        assertThat(system.served("tail").toString()).startsWith("100% (");
    }

    /** One of six visits is refused: of requests with several at least that many, and how many more is open. */
    @Test
    void served_ofSeveralVisits_isAtMost() {
        Component full = Component.named("full").serviceTime(ms(8), count(10)).instances(count(1));
        Component entry = Component.named("entry").serviceTime(ms(1), count(8)).instances(count(50));
        assertThat(served(1500, entry.calling(full))).isEqualTo("served at peak: u 83.3%");
        assertThat(served(750, entry.calling(full, full))).startsWith("served at peak: u at most 83.3%");
        assertThat(served(15, entry.calling(fanOut(100, full)))).startsWith("served at peak: u at most 83.3%");
        assertThat(served(3000, entry.calling(sometimes(percent(50), full)))).startsWith("served at peak: u 91.7%");
    }

    private static String served(double rate, Step step) {
        return Architecture.of(UseCase.read("u", qps(rate), qps(rate), step)).notServed();
    }
}
