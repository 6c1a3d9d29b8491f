package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In the cases of a range in which a limit of requests or a network is full, nobody gets an answer in time. */
class FullWithoutLineTest {
    private static final Qps LOAD = assume("load", between(qps(40), qps(120)));
    private static final Component BARE =
            Component.named("pa").requestsPerInstance(qps(70)).instances(count(1));
    private static final Component PA = BARE.latency(Latency.ofP50P99(ms(300), ms(900)));
    private static final Component TINY =
            Component.named("tiny").serviceTime(ms(9), count(1)).instances(count(1));

    /**
     * By Python's statistics.NormalDist: above ln 70 of a normal logarithm with the mean ½ ln(40 × 120) and the
     * deviation ln 3 ÷ (2 × 1.6448536).
     */
    private static final double PA_FULL = 0.48768604566567;

    /** Above ln(1 ÷ 0.009). */
    private static final double TINY_FULL = 0.07862225957437;

    /** Where a law is turned around it is searched for. */
    private static final double SEARCHED = 1e-6;

    private static final TimeSpan DEADLINE = seconds(2);

    private static Architecture of(Step step) {
        return Architecture.of(UseCase.write("pay", LOAD, LOAD, step));
    }

    private static <Q extends Quantity<Q>> double beyond(Q quantity) {
        return Simulation.of(quantity)
                .summary(quantity)
                .probabilityBeyond()
                .value()
                .value();
    }

    @Test
    void beyond_inAsManyCasesAsTheLimitIsExceeded() {
        Architecture pay = of(TINY.calling(PA));
        assertNear(PA_FULL, beyond(pay.mean("pay")), SEARCHED);
        assertNear(PA_FULL, beyond(pay.latency("pay").p50()), SEARCHED);
        assertNear(PA_FULL, beyond(pay.load(PA).meanLatency()), SEARCHED);
        assertNear(PA_FULL, beyond(pay.load(PA).latency().p99()), SEARCHED);
        assertNear(TINY_FULL, beyond(pay.load(TINY).meanLatency()), SEARCHED);
        Map<String, TimeSpan> parts = pay.contributions("pay");
        assertThat(parts.keySet()).containsExactly("tiny", "pa");
        assertNear(PA_FULL, beyond(List.copyOf(parts.values()).get(1)), SEARCHED);
        assertThat(pay.toString()).contains("overloaded in 48.8% of cases").doesNotContain("7.86%");
    }

    /** In these cases all are late, in the others as many as where nothing limits. */
    @Test
    void late_all() {
        Architecture pay = of(TINY.calling(PA));
        Architecture free = of(TINY.calling(PA.requestsPerInstance(qps(7000))));
        assertThat(pay.late("pay", DEADLINE).percentile(51).value())
                .isLessThan(0.01)
                .isEqualTo(free.late("pay", DEADLINE).percentile(51).value());
        assertThat(pay.late("pay", DEADLINE).percentile(51.5).value()).isOne();
        Architecture sure = Architecture.of(UseCase.write("pay", qps(90), qps(90), TINY.calling(PA)));
        assertThat(sure.late("pay", DEADLINE).value()).isOne();
    }

    /** As where it is certain. */
    @Test
    void beyond_ofANetwork() {
        Bandwidth most = mbPerSecond(0.07);
        Component wire = Component.named("wire")
                .latency(Latency.of(ms(3)))
                .bandwidth(most)
                .instances(count(1));
        assertNear(PA_FULL, beyond(of(wire.receiving(bytes(1000))).mean("pay")), SEARCHED);
    }

    /** What is refused is answered at once: 90 visits a second hold threads for 1 ms and a visit of what takes 70. */
    @Test
    void callersThreads_doNotWaitForWhatIsRefused() {
        Component front = Component.named("front")
                .threads(count(500))
                .latency(Latency.of(ms(1)))
                .instances(count(1));
        assertThat(beyond(of(front.calling(PA)).load(front).utilization("threads")))
                .isZero();
        Architecture sure = Architecture.of(UseCase.write("pay", qps(90), qps(90), front.calling(PA)));
        double visit = PA.traits().latency().orElseThrow().mean().to(SECONDS);
        assertNear(
                90 * (0.001 + visit) / 500,
                sure.load(front).utilization("threads").value(),
                1e-9);
    }

    @Test
    void beyond_ofAllSteps() {
        for (Step step : List.of(
                Step.tied(PA),
                Step.hedged(percent(5), PA),
                Step.atOnce(TINY, PA),
                Step.every(PA),
                Step.retried(3, percent(0.0001), PA),
                Step.anyOf(PA, TINY))) {
            assertThat(beyond(of(step).mean("pay"))).as(step.toString()).isGreaterThan(0.45);
            assertThat(beyond(of(step).latency("pay").p99()))
                    .as(step.toString())
                    .isGreaterThan(0.45);
        }
        assertThat(beyond(of(Step.inSequence(TINY, Step.async(PA))).mean("pay")))
                .isLessThan(0.1);
    }

    /** A limit without a time is told of whoever waits for it; of what takes no time at all nothing is known. */
    @Test
    void beyond_ofWhatTakesNoTime() {
        Architecture pay = of(TINY.calling(BARE));
        assertNear(PA_FULL, beyond(pay.mean("pay")), SEARCHED);
        assertNear(PA_FULL, beyond(pay.latency("pay").p99()), SEARCHED);
        assertThat(pay.load(BARE).hasLatency()).isFalse();
        assertThatThrownBy(() -> pay.load(BARE).latency()).hasMessageContaining("must take time");
        assertThatThrownBy(() -> pay.load(BARE).meanLatency()).hasMessageContaining("must take time");
        assertThatThrownBy(() -> of(BARE).mean("pay")).hasMessageContaining("must take time");
        assertThatThrownBy(() -> of(BARE).latency("pay")).hasMessageContaining("must take time");
        assertThat(of(BARE).contributions("pay")).isEmpty();
    }

    /** What can't be full stays as it was: instances that were sized, and limits that no case reaches. */
    @Test
    void within_asBefore() {
        Component sized = Component.named("pa").latency(Latency.of(ms(300))).requestsPerInstance(qps(70));
        for (Component some : List.of(sized, sized.instances(count(1000)))) {
            assertThat(of(some).mean("pay").isUncertain()).isFalse();
            assertThat(of(some).mean("pay").explain().toString()).doesNotContain("full");
        }
    }

    /** Another limit that is uncertain does not hide it. */
    @Test
    void certain_besideAnUncertainLimit() {
        TimeSpan time = assume("time", between(ms(1), ms(5)));
        Component both = BARE.serviceTime(time, count(4));
        Architecture pay = Architecture.of(UseCase.write("pay", qps(90), qps(90), both));
        assertThatThrownBy(() -> pay.mean("pay"))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("129% of the requests would be used");
        assertThat(pay.late("pay", DEADLINE).value()).isOne();
        assertThat(pay.toString()).containsPattern("pay .* overloaded +overloaded");
    }

    @Test
    void explained() {
        assertThat(of(PA).mean("pay").explain().toString())
                .contains("wait where pa is full = nothing, endless where pa utilization ≥ 100%");
        assertNear(
                of(PA.requestsPerInstance(qps(7000))).mean("pay").to(MILLISECONDS),
                of(PA).mean("pay").to(MILLISECONDS));
    }

    /** What is sent to all instances of another follows from their number, and that from how long they wait here. */
    @Test
    void network_toAllInstancesOfWhatCallsBack() {
        Component hub = Component.named("hub")
                .serviceTime(ms(1), count(8))
                .instances(count(2))
                .bandwidth(mbPerSecond(50));
        Component chat = Component.named("chat").serviceTime(ms(3), count(8)).threads(count(20));
        Architecture system = Architecture.of(
                UseCase.read(
                        "spread",
                        qps(500),
                        qps(1500),
                        hub.sending(kb(2)).receiving(kb(1)).calling(Step.async(Step.every(chat.sending(kb(1)))))),
                UseCase.read(
                        "ask",
                        qps(50),
                        qps(100),
                        chat.calling(hub.sending(kb(1)).receiving(kb(1)))));
        // 1,500/s × 3 ms on each leave (0.7 − 0.5625) × 8 workers for 100/s × 3 ms
        assertThat(system.load(chat).instances().value()).isEqualTo(1);
        assertThat(system.toString()).contains("hub", "chat");
    }
}
