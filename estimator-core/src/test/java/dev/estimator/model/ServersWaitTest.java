package dev.estimator.model;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.queueing.Staffing;
import org.junit.jupiter.api.Test;

/** Servers counted by how long requests wait, in place of a target utilization. */
class ServersWaitTest {
    private static final Qps PEAK = assume("peak rate", qps(900), "load test");

    // a = 45 erlangs. In exact fractions (Erlang's recurrence), P(wait > 20 ms) = C e^(−(c − 45) × 20/50) is 1.38 %
    // with 52 workers
    // and 0.72 % with 53, so 53 ÷ 8 = 6.6 servers.
    private static final Servers BASE = servers(PEAK);

    @Test
    void needed_isExactForTheWait() {
        assertThat(BASE.needed("requests")).isEqualTo(count(7));
        assertThat(BASE.utilization("requests").toString()).isEqualTo("80.4%"); // 45 ÷ 56
        assertThat(BASE.toString()).isEqualTo("7 servers, bound by requests");
    }

    @Test
    void needed_zonesAndSpares() {
        Servers inZones = BASE.withSpares(count(1)).withZones(count(3)).withZonesThatMayFail(count(1));
        assertThat(inZones.servers()).isEqualTo(count(12));
        assertThat(inZones.utilizationAfterZoneLoss("requests").value()).isEqualTo(45.0 / 64);
    }

    @Test
    void limitsByNeed_waitsBesideOtherLimits() {
        Servers both = Servers.builder()
                .limit("memory", gb(300), gb(64))
                .addAllLimits(BASE.limits())
                .build();
        assertThat(both.limitsByNeed()).containsExactly("memory", "requests"); // 6.70 and 6.62
    }

    @Test
    void needed_explanation() {
        assertThat(BASE.needed().explain().toString()).isEqualTo("""
                assumed
                  peak rate          = 900 req/s  (load test)
                  service time       = 50 ms
                  longest p99 wait   = 20 ms
                  workers per server = 8
                calculated
                  servers = fewest for peak rate × service time with p99 wait ≤ longest p99 wait
                          = fewest for 900 req/s × 50 ms with p99 wait ≤ 20 ms
                          = 53
                  servers by requests = ⌈servers ÷ workers per server⌉
                                      = ⌈53 ÷ 8⌉
                                      = 7""");
    }

    @Test
    void needed_whatIf() {
        // a = 60: 1.71 % with 67 workers, 0.93 % with 68; 68 ÷ 8 = 8.5.
        assertThat(BASE.needed().given(PEAK, qps(1200))).isEqualTo(count(9));
    }

    @Test
    void needed_range() {
        Count servers =
                servers(assume("peak rate", between(qps(600), qps(1350)))).needed();
        // a = 30 needs 37 workers and a = 67.5 needs 76, by exact fractions.
        assertThat(servers.toString()).isEqualTo("7 (5 … 10)");
    }

    @Test
    void limit_partOfAWorker() {
        var builder = Servers.builder();
        var staff = Staffing.of(PEAK, ms(50)).forWait(99, ms(20));
        assertThatThrownBy(() -> builder.limit("requests", staff, count(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workersPerServer must be above zero but was 0");
        assertThatThrownBy(() -> builder.limit("requests", staff, count(2.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workersPerServer must be a whole number but was 2.5");
    }

    private static Servers servers(Qps peak) {
        return Servers.builder()
                .limit("requests", Staffing.of(peak, ms(50)).forWait(99, ms(20)), count(8))
                .build();
    }
}
