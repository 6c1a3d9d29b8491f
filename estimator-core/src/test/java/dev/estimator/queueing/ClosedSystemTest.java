package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedSystemTest {
    /** A processor and two disks, of which the first limits. */
    private static final ClosedSystem BASE = ClosedSystem.builder()
            .stage("cpu", ms(605))
            .stage("disk 1", seconds(2.1))
            .stage("disk 2", seconds(1.35))
            .thinkTime(seconds(15))
            .users(count(20))
            .build();

    /**
     * R. Jain, The Art of Computer Systems Performance Analysis, 1991, table 34.1: 16 visits of 125 ms to the
     * processor, 10 of 300 ms and 5 of 200 ms to two disks, and 4 s of thinking.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 6.000, 0.100",
        "2, 7.400, 0.175",
        "3, 9.088, 0.229",
        "5, 13.256, 0.290",
        "17, 47.045, 0.333",
        "20, 56.016, 0.333"
    })
    void throughputAndLatency_jain(double users, double latency, double throughput) {
        ClosedSystem system = ClosedSystem.builder()
                .stage("cpu", seconds(16 * 0.125))
                .stage("disk A", seconds(10 * 0.3))
                .stage("disk B", seconds(5 * 0.2))
                .thinkTime(seconds(4))
                .users(count(users))
                .build();
        assertThat(system.meanLatency().to(SECONDS)).isCloseTo(latency, within(0.0005));
        assertThat(system.throughput().to(PER_SECOND)).isCloseTo(throughput, within(0.0005));
    }

    /** Python's fractions, by Buzen's convolution G(N − 1) ÷ G(N), which the code does not use. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.052479664130149567, 4.055",
        "3, 0.15151649234709555, 4.799824782",
        "20, 0.47451632798500681, 27.14818083"
    })
    void throughputAndLatency(double users, double throughput, double latency) {
        ClosedSystem system = BASE.withUsers(count(users));
        assertNear(throughput, system.throughput().to(PER_SECOND));
        assertNear(latency, system.meanLatency().to(SECONDS), 1e-9);
    }

    /** Of K equal stages and no think time the throughput is {@code N ÷ (D (N + K − 1))}, D the demand of each. */
    @Property(tries = 50)
    void throughput_balanced(
            @ForAll @IntRange(min = 1, max = 300) int users, @ForAll @IntRange(min = 1, max = 9) int stages) {
        ClosedSystem.Builder system = ClosedSystem.builder().users(count(users));
        for (int k = 0; k < stages; k++) {
            system.stage("stage " + k, ms(40));
        }
        assertNear(
                users / (0.04 * (users + stages - 1)),
                system.build().throughput().to(PER_SECOND),
                1e-12);
    }

    @Property(tries = 100)
    void bounds(
            @ForAll @IntRange(min = 1, max = 100) int users,
            @ForAll @DoubleRange(min = 0.1, max = 9) double first,
            @ForAll @DoubleRange(min = 0.1, max = 9) double second,
            @ForAll @DoubleRange(min = 0, max = 30) double think) {
        ClosedSystem system = ClosedSystem.builder()
                .users(count(users))
                .stage("a", seconds(first))
                .stage("b", seconds(second))
                .thinkTime(seconds(think))
                .build();
        double throughput = system.throughput().to(PER_SECOND);
        double latency = system.meanLatency().to(SECONDS);
        assertThat(throughput).isLessThanOrEqualTo(system.throughputBound().to(PER_SECOND) * (1 + 1e-12));
        assertThat(latency).isGreaterThanOrEqualTo(system.latencyBound().to(SECONDS) * (1 - 1e-12));
        assertNear(users, throughput * (latency + think), 1e-12);
        assertThat(system.utilization(system.bindingStage()).value()).isLessThanOrEqualTo(1);
    }

    /** D is 4.055 s and D max 2.1 s: 19.055/2.1, and 20 × 2.1 − 15. */
    @Test
    void bounds_byHand() {
        assertNear(1 / 2.1, BASE.throughputBound().to(PER_SECOND));
        assertNear(2 / 19.055, BASE.withUsers(count(2)).throughputBound().to(PER_SECOND));
        assertNear(27, BASE.latencyBound().to(SECONDS));
        assertNear(4.055, BASE.withUsers(count(2)).latencyBound().to(SECONDS));
        assertNear(19.055 / 2.1, BASE.saturation().value());
        assertThat(BASE.bindingStage()).isEqualTo("disk 1");
        assertNear(0.4745163279850068 * 1.35, BASE.utilization("disk 2").value());
    }

    /** A single user never waits, but N ÷ X − Z leaves no digit of 2 ns beside a month. */
    @Test
    void meanLatency_longThinkTime() {
        ClosedSystem rare = ClosedSystem.builder()
                .users(count(1))
                .stage("cache", seconds(2e-9))
                .thinkTime(seconds(30 * 86_400))
                .build();
        assertNear(2e-9, rare.meanLatency().to(SECONDS));
    }

    @Test
    void meanLatency_explain() {
        assertThat(BASE.meanLatency().explain()).hasToString("""
                assumed
                  users         = 20
                  think time    = 15 s
                  cpu demand    = 605 ms
                  disk 1 demand = 2.1 s
                  disk 2 demand = 1.35 s
                calculated
                  mean latency = exact MVA(users, think time, cpu demand, disk 1 demand, disk 2 demand)
                               = exact MVA(20, 15 s, 605 ms, 2.1 s, 1.35 s)
                               = 27.15 s""");
    }

    /** One user and one stage: X = 1 ÷ (D + Z), D from 1.1 to 2.9 s. */
    @Test
    void throughput_ofARange() {
        ClosedSystem system = ClosedSystem.builder()
                .stage("cpu", assume("cpu", uniform(seconds(1), seconds(3))))
                .thinkTime(seconds(5))
                .users(count(1))
                .build();
        assertNear(1 / 7.9, system.throughput().p5().to(PER_SECOND), 1e-3);
        assertNear(1 / 6.1, system.throughput().p95().to(PER_SECOND), 1e-3);
    }

    @Test
    void toString_saysWhatUsersGet() {
        assertThat(BASE).hasToString("20 users: 0.47 req/s at 27 s, bound by disk 1 from 9.1 users on");
        assertThat(ClosedSystem.builder())
                .hasToString("closed system, not built yet: go on with what is known, end with build()");
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.withUsers(count(0)))
                .withMessage("users must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.withUsers(count(2e6)))
                .withMessage("users must be at most 1M but was 2M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosedSystem.builder()
                        .stage("cpu", ms(0))
                        .users(count(1))
                        .build())
                .withMessage("cpu demand must be above zero but was 0 s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.utilization("disk"))
                .withMessage("stage must be one of [cpu, disk 1, disk 2] but was 'disk'");
        assertThatThrownBy(() -> ClosedSystem.builder().users(count(1)).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no demand is set: add at least one with stage(name, demand)");
    }

    /** It was '33 users/s'. */
    @Test
    void throughputBound_isOfRequests() {
        assertThat(ClosedSystem.builder()
                        .stage("disk", ms(30))
                        .users(count(40, "users"))
                        .thinkTime(seconds(2))
                        .build()
                        .throughputBound())
                .hasToString("20 req/s");
    }
}
