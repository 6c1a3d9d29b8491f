package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Stages of several servers. Numbers are from the enumeration of all states of the product form (Gordon and Newell
 * 1967) in Python's fractions, which the code does not use.
 */
class ClosedSystemServersTest {
    private static final ClosedSystem BASE = ClosedSystem.builder()
            .stage("cpu", ms(605))
            .stage("disk 1", seconds(2.1), count(3))
            .stage("disk 2", seconds(1.35), count(2))
            .thinkTime(seconds(15))
            .users(count(12))
            .build();

    @ParameterizedTest
    @CsvSource({
        "1,  0.0524796641301495670, 0,                     0,                    0,                      4.055",
        "3,  0.1570846574020809290, 0.0395975915306002147, 0,                    0.003384666030464780008, 4.0979822575610650",
        "12, 0.6103632364191551153, 0.2935302191142018437, 0.1177864207371194034, 0.1941073240835457729,  4.6604239639348670"
    })
    void meanValues(int users, double throughput, double cpu, double disk1, double disk2, double latency) {
        ClosedSystem system = BASE.withUsers(count(users));
        assertNear(throughput, system.throughput().to(PER_SECOND), 1e-13);
        assertThat(system.meanWait("cpu").to(SECONDS)).isCloseTo(cpu, near(cpu));
        assertThat(system.meanWait("disk 1").to(SECONDS)).isCloseTo(disk1, near(disk1));
        assertThat(system.meanWait("disk 2").to(SECONDS)).isCloseTo(disk2, near(disk2));
        assertNear(latency, system.meanLatency().to(SECONDS), 1e-13);
    }

    /** No think time; and so many servers that nobody waits for them. */
    @Test
    void meanValues_otherSystems() {
        ClosedSystem noThinking = ClosedSystem.builder()
                .stage("cpu", ms(605), count(2))
                .stage("disk 1", seconds(2.1), count(5))
                .stage("disk 2", seconds(1.35))
                .users(count(12))
                .build();
        assertNear(0.7407282287100034, noThinking.throughput().to(PER_SECOND), 1e-13);
        assertNear(12.09921318084419, noThinking.meanWait("disk 2").to(SECONDS), 1e-13);
        ClosedSystem roomy = ClosedSystem.builder()
                .stage("workers", seconds(2), count(40))
                .stage("database", seconds(3.5), count(2))
                .thinkTime(seconds(4))
                .users(count(9))
                .build();
        assertNear(0.5653330435143962, roomy.throughput().to(PER_SECOND), 1e-13);
        assertNear(0, roomy.meanWait("workers").to(SECONDS));
        assertNear(6.419819482072811, roomy.meanWait("database").to(SECONDS), 1e-13);
    }

    /** One server said and one unsaid are the same, by two algorithms: convolution and mean value analysis. */
    @Property(tries = 60)
    void oneServerEach_asMeanValueAnalysis(
            @ForAll @IntRange(min = 1, max = 300) int users,
            @ForAll @DoubleRange(min = 0.1, max = 9) double first,
            @ForAll @DoubleRange(min = 0.1, max = 9) double second,
            @ForAll @DoubleRange(min = 0, max = 30) double think) {
        double[] demands = {first, second, 1.7};
        ClosedNetwork single = ClosedNetwork.of(users, think, demands, new double[] {1, 1, 1});
        ClosedNetwork several =
                ClosedNetwork.of(users, think, new double[] {first, second, 1.7, 1e-12}, new double[] {1, 1, 1, 2});
        assertNear(single.throughput(), several.throughput(), 1e-10);
        assertThat(several.waits()[1]).isCloseTo(single.waits()[1], near(single.waits()[1], 1e-9));
    }

    /** Little's law over the whole, which no step uses, far into saturation: no digits are lost. */
    @ParameterizedTest
    @CsvSource({"5000, 8, 30, 0.4", "20000, 64, 0, 0.055", "300, 400, 2, 0.055", "9000, 500, 20, 0.0055"})
    void meanLatency_littlesLaw(int users, int servers, double think, double bottleneck) {
        ClosedSystem system = ClosedSystem.builder()
                .stage("web", ms(900), count(servers))
                .stage("database", seconds(bottleneck), count(3))
                .stage("disk", ms(0.9))
                .thinkTime(seconds(think))
                .users(count(users))
                .build();
        double cycle = system.meanLatency().to(SECONDS) + think;
        assertNear(users, system.throughput().to(PER_SECOND) * cycle, 1e-10);
        assertThat(system.throughput().to(PER_SECOND))
                .isLessThanOrEqualTo(system.throughputBound().to(PER_SECOND) * (1 + 1e-12));
        assertThat(cycle - think).isGreaterThanOrEqualTo(system.latencyBound().to(SECONDS) * (1 - 1e-12));
        assertThat(system.bindingStage()).isEqualTo("database");
        assertThat(system.utilization("database").value()).isLessThanOrEqualTo(1);
    }

    /** Of 2.1 s by three servers and 1.35 s by two 0.7 and 0.675 s count. */
    @Test
    void bounds_byHand() {
        assertNear(1 / 0.7, BASE.withUsers(count(900)).throughputBound().to(PER_SECOND));
        assertNear(19.055 / 0.7, BASE.saturation().value());
        assertThat(BASE.bindingStage()).isEqualTo("disk 1");
        assertNear(0.6103632364191551 * 0.675, BASE.utilization("disk 2").value());
    }

    @Test
    void stages_addUp() {
        assertNear(
                BASE.meanLatency().to(SECONDS),
                BASE.meanLatency("cpu")
                        .plus(BASE.meanLatency("disk 1"))
                        .plus(BASE.meanLatency("disk 2"))
                        .to(SECONDS));
        assertNear(
                0.6103632364191551 * 0.19410732408354578,
                BASE.meanQueue("disk 2").value());
    }

    /** Single servers as well: Jain, table 34.1, of 2 users (R of the processor 2.333 s of which 2 s are service). */
    @Test
    void meanLatency_ofAStageOfOneServer() {
        ClosedSystem system = ClosedSystem.builder()
                .stage("cpu", seconds(2))
                .stage("disk A", seconds(3))
                .stage("disk B", seconds(1))
                .thinkTime(seconds(4))
                .users(count(2))
                .build();
        assertNear(2.4, system.meanLatency("cpu").to(SECONDS));
        assertNear(3.9, system.meanLatency("disk A").to(SECONDS));
        assertNear(1.1, system.meanLatency("disk B").to(SECONDS));
    }

    @Test
    void meanWait_explain() {
        assertThat(BASE.meanWait("disk 2").explain().toString())
                .contains(
                        "disk 2 mean wait = exact convolution of the wait at disk 2(users, think time, cpu demand, 1,")
                .contains("disk 1 servers = 3");
        assertThat(BASE).asString().startsWith("12 users: 0.61 req/s at 4.7 s, bound by disk 1 from 27 users on");
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosedSystem.builder()
                        .stage("cpu", ms(5), count(2.5))
                        .users(count(1))
                        .build())
                .withMessageContaining("cpu servers must be a whole number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosedSystem.builder()
                        .stage("cpu", ms(5), count(20_000))
                        .users(count(1))
                        .build())
                .withMessage("cpu servers must be at most 500 but was 20,000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosedSystem.builder()
                        .stage("cpu", ms(5))
                        .putServers("disk", count(2))
                        .users(count(1))
                        .build())
                .withMessage("stage must be one of [cpu] but was 'disk'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.meanWait("tape"))
                .withMessage("stage must be one of [cpu, disk 1, disk 2] but was 'tape'");
    }

    private static org.assertj.core.data.Offset<Double> near(double value) {
        return near(value, 1e-13);
    }

    private static org.assertj.core.data.Offset<Double> near(double value, double relative) {
        return org.assertj.core.data.Offset.offset(relative * Math.abs(value) + 1e-15);
    }

    @Test
    void stage_twice() {
        assertThatThrownBy(() -> ClosedSystem.builder()
                        .stage("cpu", TimeSpan.of(50, Units.MILLISECONDS), Count.of(4))
                        .stage("cpu", TimeSpan.of(20, Units.MILLISECONDS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stages must have different names but two were 'cpu'");
    }
}
