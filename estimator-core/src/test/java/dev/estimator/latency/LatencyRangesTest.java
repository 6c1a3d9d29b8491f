package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.ms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Latencies that are made of others, of which some are ranges. */
class LatencyRangesTest {
    private static final TimeSpan SLOW_DB = assume("db p99", between(ms(40), ms(80)));
    private static final TimeSpan SLOW_AUTH = assume("auth p99", between(ms(9), ms(30)));
    private static final Latency OTHERS = latencyP50P99(ms(2), ms(13)).plus(Latency.exponential(ms(3)));

    /** As the latency grows with its parameter, the percentiles of the two belong together. */
    @Test
    void percentile_ofARange() {
        TimeSpan p99 = latencyP50P99(ms(5), SLOW_DB).plus(OTHERS).p99();
        Summary<TimeSpan> summary = Simulation.of(p99).summary(p99);
        for (double percent : List.of(5.0, 50.0, 95.0)) {
            assertNear(
                    p99.given(SLOW_DB, SLOW_DB.percentile(percent)).to(Units.SECONDS),
                    summary.percentile(percent).to(Units.SECONDS),
                    5e-3);
        }
    }

    /**
     * Both are below their percentile q with the probability q², and then the latency is below what it is there; both
     * are above it with (1 − q)².
     */
    @Test
    void percentile_ofTwoRanges() {
        TimeSpan p99 = latencyP50P99(ms(5), SLOW_DB)
                .plus(latencyP50P99(ms(1), SLOW_AUTH))
                .plus(OTHERS)
                .p99();
        Summary<TimeSpan> summary = Simulation.of(p99).summary(p99);
        assertThat(summary.p95())
                .isLessThan(withBothAt(p99, 100 * Math.sqrt(0.95)))
                .isGreaterThan(withBothAt(p99, 100 * (1 - Math.sqrt(0.05))));
        assertThat(summary.p5())
                .isLessThan(withBothAt(p99, 100 * Math.sqrt(0.05)))
                .isGreaterThan(withBothAt(p99, 100 * (1 - Math.sqrt(0.95))));
    }

    /** Each thread works out its own laws, one after the other; what was known before changes no bit. */
    @Test
    void draws_areTheSameOnAnyNumberOfThreads() {
        Latency both = latencyP50P99(ms(5), SLOW_DB)
                .plus(latencyP50P99(ms(1), SLOW_AUTH))
                .plus(OTHERS);
        List<TimeSpan> times = List.of(both.p50(), both.p99());
        Simulation one = Simulation.of(times).withSeed(3);
        Simulation three = one.withThreads(3);
        for (TimeSpan time : times) {
            for (double percent : List.of(1.0, 5.0, 50.0, 95.0, 99.0)) {
                assertThat(three.summary(time).percentile(percent))
                        .isEqualTo(one.summary(time).percentile(percent));
            }
        }
    }

    private static TimeSpan withBothAt(TimeSpan latency, double percent) {
        return latency.given(SLOW_DB, SLOW_DB.percentile(percent)).given(SLOW_AUTH, SLOW_AUTH.percentile(percent));
    }

    @Test
    void percentile_sameWhateverWasAskedBefore() {
        TimeSpan p99 = latencyP50P99(ms(5), SLOW_DB)
                .plus(latencyP50P99(ms(1), SLOW_AUTH))
                .plus(OTHERS)
                .p99();
        for (double db : new double[] {70, 41, 70, 55}) {
            for (double auth : new double[] {10, 29, 10}) {
                TimeSpan fresh = latencyP50P99(ms(5), ms(db))
                        .plus(latencyP50P99(ms(1), ms(auth)))
                        .plus(OTHERS)
                        .p99();
                assertThat(p99.given(SLOW_DB, ms(db)).given(SLOW_AUTH, ms(auth)).to(Units.SECONDS))
                        .isEqualTo(fresh.to(Units.SECONDS));
            }
        }
    }

    @Test
    void percentile_sameOnAnyNumberOfThreads() {
        TimeSpan p99 = latencyP50P99(ms(5), SLOW_DB).plus(OTHERS).p99();
        Simulation alone = Simulation.of(p99);
        assertThat(alone.withThreads(4).summary(p99).p95().to(Units.SECONDS))
                .isEqualTo(alone.summary(p99).p95().to(Units.SECONDS));
    }

    /** Of a sum on the grid four thousand draws are taken, of anything else as many as usual. */
    @Test
    void simulation_drawsLessOfWhatIsSlow() {
        Latency db = latencyP50P99(ms(5), SLOW_DB);
        Latency auth = latencyP50P99(ms(1), SLOW_AUTH);
        assertThat(samples(db.plus(auth).p99())).isEqualTo(4096);
        assertThat(samples(Latency.slowest(db, auth).p99())).isEqualTo(4096);
        assertThat(samples(db.fanOut(100).mean())).isEqualTo(4096);
        assertThat(samples(db.plus(auth).p99().times(3))).isEqualTo(4096);
        assertThat(samples(db.p95().plus(auth.p95()))).isEqualTo(16_384);
        assertThat(samples(db.plus(latency(ms(3))).p95())).isEqualTo(16_384);
        assertThat(samples(db.plus(auth).percentileWithoutIndependence(99))).isEqualTo(16_384);
        TimeSpan sum = db.plus(auth).p99();
        assertThat(Simulation.of(sum).withSamples(2048).samples()).isEqualTo(2048);
    }

    private static int samples(TimeSpan time) {
        return Simulation.of(time).samples();
    }
}
