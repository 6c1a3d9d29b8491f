package dev.estimator.flow;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolTest {
    private static final Pool BASE = Pool.of(qps(500), ms(80));

    /** B. Wooldridge, HikariCP, About Pool Sizing: 3 threads with 4 connections each need 10, 8 with 3 need 17. */
    @Test
    void leastWithoutDeadlock_hikari() {
        assertThat(Pool.leastWithoutDeadlock(count(3), count(4)).value()).isEqualTo(10);
        assertThat(Pool.leastWithoutDeadlock(count(8), count(3)).value()).isEqualTo(17);
    }

    @Test
    void sizes() {
        assertNear(40, BASE.inUse().value());
        assertThat(BASE.sizeAtUtilization(percent(80)).value()).isEqualTo(50);
        assertNear(500, BASE.greatestRate(count(50), percent(80)).to(PER_SECOND));
        assertNear(2000, Pool.connections(count(40), count(50)).value());
        assertThat(Pool.instancesWithin(count(500), count(30)).value()).isEqualTo(16);
    }

    /** {@code scipy.stats.poisson.ppf(p/100, mean)}. */
    @ParameterizedTest
    @CsvSource({
        "1, 99, 4",
        "1, 50, 1",
        "40, 99, 55",
        "40, 50, 40",
        "40, 1, 26",
        "5000, 99.9, 5220",
        "1e15, 99, 1000000073565580",
        "0.001, 50, 0",
        "0, 99, 0"
    })
    void sizeAtPercentile_poisson(double mean, double percent, double size) {
        assertThat(Pool.of(qps(mean), ms(1000)).sizeAtPercentile(percent).value())
                .isEqualTo(size);
    }

    @Test
    void sizeAtPercentile_explain() {
        Pool pool = Pool.of(assume("queries", between(qps(400), qps(900)), "metrics"), ms(80));
        assertThat(pool.sizeAtPercentile(99.5).explain()).hasToString("""
                assumed
                  queries   = 600 req/s (400 … 900)  (metrics)
                  hold time = 80 ms
                calculated
                  in use = queries × hold time
                         = 600 req/s × 80 ms
                         = 48 (32 … 72)
                  pool size at p99.5 = p99.5 of M/G/∞(in use)
                                     = p99.5 of M/G/∞(48)
                                     = 67 (47 … 95)""");
    }

    @Test
    void toString_says() {
        assertThat(BASE).hasToString("40 in use on average, 55 are enough 99% of the time");
    }

    @Test
    void refused() {
        assertThatThrownBy(() -> Pool.of(BASE.rate(), ms(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("holdTime must be above zero but was 0 s");
        assertThatThrownBy(() -> BASE.sizeAtPercentile(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("percent must be above 0 and below 100 but was 0.0");
        assertThatThrownBy(() -> Pool.leastWithoutDeadlock(count(3), count(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("connectionsEach must be at least 1 but was 0");
        assertThatThrownBy(() -> BASE.sizeAtUtilization(percent(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target must be above 0% but was 0%");
    }
}
