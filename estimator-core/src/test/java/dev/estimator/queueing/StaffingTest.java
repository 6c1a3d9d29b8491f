package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.perHour;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StaffingTest {
    /** 12 servers are always busy. */
    private static final Staffing BASE = Staffing.of(qps(100), ms(120));

    /**
     * Printed in the README of pyworkforce: 100 calls in half an hour, of 3 min, 80 % of them answered in 20 s take 14
     * agents, who answer 88.835 %; 17.413 % wait.
     */
    @Test
    void forWait_pyworkforce() {
        Staffing.Staff agents = Staffing.of(perHour(200), minutes(3)).forWait(80, seconds(20));
        assertThat(agents.servers().value()).isEqualTo(14);
        assertNear(0.7142857142857143, agents.utilization().value());
        ErlangC calls = ErlangC.of(perHour(200), minutes(3), agents.servers());
        assertNear(0.8883500191794669, calls.serviceLevel(seconds(20)).value());
        assertNear(0.1741319335950498, calls.waitProbability().value());
    }

    /** R's ErlangC 0.1.0: 12 agents answer 64 % in 20 s; mpmath: 13 answer 79.6 %, so 80 % take 14. */
    @Test
    void forWait_callCentre() {
        Staffing calls = Staffing.of(perHour(200), minutes(3));
        assertThat(calls.forWait(64, seconds(20)).servers().value()).isEqualTo(12);
        assertThat(calls.forWait(80, seconds(20)).servers().value()).isEqualTo(14);
    }

    /**
     * No wait at all for 99 %: python fractions, {@code b = a*b/(k + a*b)} and {@code C = b/(1 - r + r*b)}, for a =
     * 48/5 give 0.0109 with 18 servers and 0.0052 with 19.
     */
    @Test
    void forWait_noneAtAll() {
        Staffing few = Staffing.of(qps(80), ms(120));
        assertThat(few.forWait(99, ms(0)).servers().value()).isEqualTo(19);
        assertThat(few.forWaitProbability(percent(1)).servers().value()).isEqualTo(19);
        assertNear(
                few.forWaitProbability(percent(1)).squareRootRule().value(),
                few.forWait(99, ms(0)).squareRootRule().value());
    }

    /** mpmath with 30 digits, all numbers of servers tried in turn; a million erlangs of 100 ms each. */
    @Test
    void aMillionServers() {
        Staffing large = Staffing.of(qps(1e7), ms(100));
        assertThat(large.forWait(99, ms(1)).servers().value()).isEqualTo(1_000_406);
        assertThat(large.forMeanWait(ms(0.01)).servers().value()).isEqualTo(1_001_293);
        assertThat(large.forWaitProbability(percent(20)).servers().value()).isEqualTo(1_001_062);
        assertThat(large.forLatency(99, ms(461)).servers().value()).isEqualTo(1_000_168);
    }

    /** The rule is within one of the exact count for many servers: 1 + β√a, β of 0.2 being 1.0615162754. */
    @Test
    void squareRootRule() {
        Staffing.Staff staff = Staffing.of(qps(1e7), ms(100)).forWaitProbability(percent(20));
        assertNear(1_001_061.5162754187, staff.squareRootRule().value());
        assertThat(staff.squareRootRule().value()).isCloseTo(staff.servers().value(), within(1.0));
    }

    /** mpmath: the root of Halfin and Whitt's {@code 1 ÷ (1 + β Φ(β) ÷ φ(β)) − 0.5}. */
    @Test
    void beta() {
        assertNear(0.5060544689891808, Staffing.beta(percent(50)).value(), 1e-12);
    }

    @Test
    void goals_areMetByThemAndByNoFewer() {
        ErlangC served = queue(BASE.forMeanWait(ms(6)));
        assertThat(served.meanWait()).isLessThanOrEqualTo(ms(6));
        assertThat(fewer(served).meanWait()).isGreaterThan(ms(6));
        served = queue(BASE.forWait(99, ms(20)));
        assertThat(served.waitPercentile(99)).isLessThanOrEqualTo(ms(20));
        assertThat(fewer(served).waitPercentile(99)).isGreaterThan(ms(20));
        served = queue(BASE.forLatency(95, ms(400)));
        assertThat(served.latencyPercentile(95)).isLessThanOrEqualTo(ms(400));
        assertThat(fewer(served).latencyPercentile(95)).isGreaterThan(ms(400));
        served = queue(BASE.forWaitProbability(percent(3)));
        assertThat(served.waitProbability()).isLessThanOrEqualTo(percent(3));
        assertThat(fewer(served).waitProbability()).isGreaterThan(percent(3));
    }

    private static ErlangC queue(Staffing.Staff staff) {
        return ErlangC.of(qps(100), ms(120), staff.servers());
    }

    private static ErlangC fewer(ErlangC queue) {
        return ErlangC.of(
                queue.arrivalRate(), queue.serviceTime(), queue.servers().minus(count(1)));
    }

    @Test
    void servers_explain() {
        assertThat(BASE.forWait(99, ms(20)).utilization().explain()).hasToString("""
                assumed
                  arrival rate     = 100 req/s
                  service time     = 120 ms
                  longest p99 wait = 20 ms
                calculated
                  load = arrival rate × service time
                       = 100 req/s × 120 ms
                       = 12
                  servers = fewest for arrival rate × service time with p99 wait ≤ longest p99 wait
                          = fewest for 100 req/s × 120 ms with p99 wait ≤ 20 ms
                          = 20
                  utilization = load ÷ servers
                              = 12 ÷ 20
                              = 60%""");
    }

    /** README of pyworkforce: 14 positions at 71.4 %, for which a max_occupancy of 85 % would be met by 12. */
    @Test
    void withMaxUtilization_waitsBind() {
        Staffing.Staff staff =
                Staffing.of(perHour(200), minutes(3)).forWait(80, seconds(20)).withMaxUtilization(percent(85));
        assertThat(staff.servers().value()).isEqualTo(14);
        assertThat(staff.binding()).isEqualTo("waits");
        assertThat(staff).asString().startsWith("14 servers at 71.4%, bound by waits; the square-root rule gives ");
    }

    /** 10 ÷ 65 % is 15.4. */
    @Test
    void withMaxUtilization_utilizationBinds() {
        Staffing.Staff staff =
                Staffing.of(perHour(200), minutes(3)).forWait(80, seconds(20)).withMaxUtilization(percent(65));
        assertThat(staff.servers().value()).isEqualTo(16);
        assertThat(staff.binding()).isEqualTo("utilization");
        assertThat(staff.utilization().value()).isEqualTo(0.625);
        assertThat(staff).asString().startsWith("16 servers at 62.5%, bound by utilization; ");
        assertThat(staff.servers().explain().toString())
                .contains("servers for waits and utilization = max(servers for waits, servers for utilization)")
                .contains("= max(14, 16)");
    }

    @Test
    void withMaxUtilization_ofNothing() {
        Staffing.Staff staff = Staffing.of(perHour(200), minutes(3)).forWait(80, seconds(20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> staff.withMaxUtilization(percent(0)))
                .withMessage("mostBusy must be above 0% but was 0%");
    }

    /** By the same search at 80 and 120 req/s. */
    @Test
    void servers_ofARange() {
        Staffing uncertain = Staffing.of(assume("arrivals", between(qps(80), qps(120))), BASE.serviceTime());
        Staffing.Staff staff = uncertain.forWait(99, ms(20));
        assertThat(staff.servers().p5())
                .isEqualTo(Staffing.of(qps(80), ms(120)).forWait(99, ms(20)).servers());
        assertThat(staff.servers().p95())
                .isEqualTo(Staffing.of(qps(120), ms(120)).forWait(99, ms(20)).servers());
        assertThat(staff).asString().startsWith("20 (17 … 23) servers at 58.8% (");
    }

    @Test
    void toString_saysHowMany() {
        assertThat(BASE).hasToString("a load of 12: at least 13 servers");
        assertThat(Staffing.of(qps(4.35), seconds(100))).hasToString("a load of 435: at least 436 servers");
        assertThat(BASE.forWait(99, ms(20))).hasToString("20 servers at 60%; the square-root rule gives 19");
        assertThat(BASE.forWait(99, ms(20)).squareRootRule().explain().toString())
                .contains("  load and reserve by the square-root rule = approximation by the square-root rule for ");
        assertThat(Staffing.of(qps(1e7), ms(100)).forWait(99, ms(1)))
                .hasToString("1,000,406 servers at 99.959%; the square-root rule gives 1,000,406");
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Staffing.of(qps(0), BASE.serviceTime()))
                .withMessage("arrivalRate must be above zero but was 0 req/s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.forMeanWait(ms(0)))
                .withMessage("wait must be above zero but was 0 s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.forLatency(99, ms(552)))
                .withMessage("latency must be above the p99 latency without any wait, 552.6 ms, but was 552 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Staffing.of(qps(10), ms(10)).forLatency(99, ms(46)))
                .withMessage("latency must be above the p99 latency without any wait, 46.05 ms, but was 46 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.forWaitProbability(percent(100)))
                .withMessage("waitProbability must be above 0% and below 100% but was 100%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.forWait(100, ms(20)))
                .withMessage("percent must be above 0 and below 100 but was 100.0");
    }

    @Test
    void tooManyServers() {
        assertThatThrownBy(() -> Staffing.of(qps(1e12), ms(100)).forMeanWait(ms(1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "fewest for arrival rate (1tn req/s) × service time (100 ms) with mean wait ≤ longest mean wait (1 ms)"
                                + " has no answer: there must be a load, below a billion, and a limit that servers can meet");
    }

    /** Service of 20 ms alone has a p95 of 60 ms. The words come last. */
    @Test
    void toString_noNumberIsEnough() {
        Staffing staffing = Staffing.of(qps(200), uniform(ms(10), ms(20)));
        assertThat(staffing.forLatency(95, ms(50)).toString())
                .matches(
                        "utilization .*, servers: p50 \\d, p95 beyond any number: no number is enough in 33.\\d% of cases");
    }

    @Test
    void withMaxUtilization_again() {
        Staffing.Staff staff =
                Staffing.of(perHour(200), minutes(3)).forWait(80, seconds(20)).withMaxUtilization(percent(65));
        assertThatThrownBy(() -> staff.withMaxUtilization(percent(90)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the utilization has a limit already");
    }
}
