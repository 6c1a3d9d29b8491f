package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.TimeSpan;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cumulative buckets, as Prometheus has them: RC-BUCKETS of the reported cases. */
class LatencyBucketsTest {
    private static final Map<TimeSpan, Long> WIDE =
            Map.of(ms(100), 950L, ms(500), 990L, seconds(1), 999L, seconds(10), 1000L);

    private static final Map<TimeSpan, Long> FINE =
            Map.of(ms(5), 120L, ms(10), 480L, ms(25), 910L, ms(50), 985L, ms(100), 1000L);

    /** RC-BUCKETS 1. */
    @Test
    void ofBuckets_keepsTheEndsOfBuckets() {
        Latency latency = Latency.ofBuckets(WIDE);
        assertThat(latency.p50()).isBetween(ms(0), ms(100));
        assertNear(100, latency.p95().to(MILLISECONDS));
        assertNear(500, latency.p99().to(MILLISECONDS));
        assertNear(1000, latency.p999().to(MILLISECONDS));
        assertThat(latency.mean()).isBetween(ms(14), ms(134)); // 0.04 × 0.1 + 0.009 × 0.5 + 0.001 × 1 and more
        assertThat(latency.percentile(99.9999)).isLessThanOrEqualTo(seconds(10));
        assertThat(Latency.ofBuckets(WIDE, 1000)).isEqualTo(latency);
        assertThat(latency).hasToString("p50 53 ms, p99 500 ms");
    }

    /** RC-BUCKETS 2. */
    @Test
    void ofBuckets_withinABucket() {
        Latency latency = Latency.ofBuckets(FINE);
        assertThat(latency.p50()).isBetween(ms(10), ms(25));
        assertThat(latency.p95()).isBetween(ms(25), ms(50));
        assertNear(0.48, latency.shareWithin(ms(10)).value());
        assertNear(2.5, latency.percentile(6).to(MILLISECONDS)); // half of the first bucket
    }

    /** RC-BUCKETS 3: what lies in +Inf is slower than all that is known. */
    @Test
    void ofBuckets_beyondTheLast() {
        Latency latency = Latency.ofBuckets(FINE, 1040);
        assertThat(latency.p95()).isBetween(ms(50), ms(100));
        assertThat(latency).hasToString("p50 11 ms, p95 57 ms, not known beyond p96.1");
        assertNoAnswer(
                "p99 of buckets with no end has no answer: nothing is known beyond the last bucket, which ends at p96.1:"
                        + " a timeout may say more",
                latency::p99);
        assertThat(latency.withTimeout(ms(300)).p99()).isEqualTo(ms(300));
        assertThat(latency.inARow(2)).asString().endsWith("not known beyond p92.4");
    }

    @Test
    void ofBuckets_emptyOnes() {
        Latency latency = Latency.ofBuckets(Map.of(ms(5), 0L, ms(10), 40L, ms(20), 40L, ms(40), 100L));
        assertNear(10, latency.percentile(40).to(MILLISECONDS));
        assertThat(latency.percentile(41)).isBetween(ms(20), ms(40));
        assertThat(latency.shareWithin(ms(5)).value()).isZero();
        assertNear(0.4, latency.shareWithin(ms(15)).value());
        assertThat(latency.mean()).isBetween(ms(0.4 * 5 + 0.6 * 20), ms(0.4 * 10 + 0.6 * 40));
    }

    @Test
    void ofBuckets_refusals() {
        assertRefused(
                "count up to 50 ms must be 910 or more, as it counts those up to 25 ms too, but was 900",
                () -> Latency.ofBuckets(Map.of(ms(25), 910L, ms(50), 900L), 1000));
        assertRefused(
                "count up to 25 ms must be 0 or more but was -1", () -> Latency.ofBuckets(Map.of(ms(25), -1L), 10));
        assertRefused(
                "total must be 910 or more, the count up to 25 ms, but was 909",
                () -> Latency.ofBuckets(Map.of(ms(25), 910L), 909));
        assertRefused("requests must be at least 1 but was 0", () -> Latency.ofBuckets(Map.of(ms(25), 0L)));
        assertRefused("buckets must be at least one but was 0", () -> Latency.ofBuckets(Map.of(), 7));
        assertRefused(
                "time must be one measured number but was " + between(ms(1), ms(2)),
                () -> Latency.ofBuckets(Map.of(between(ms(1), ms(2)), 3L)));
    }

    @Test
    void measured_doubtsCountsThatOnlyRise() {
        Latency doubtful = Latency.measured(WIDE);
        String doubt = ", if the counts are those of all requests up to each time: Latency.ofBuckets";
        assertThat(doubtful).hasToString("p50 1 s, p99 10 s" + doubt);
        assertThat(doubtful.fanOut(2)).asString().endsWith(doubt);
        assertThat(Latency.measured(Map.of(ms(1), 3L, ms(2), 7L, ms(3), 5L))).hasToString("p50 2 ms, p99 3 ms");
        assertThat(Latency.measured(Map.of(ms(1), 1L, ms(2), 1L, ms(3), 1L))).hasToString("p50 2 ms, p99 3 ms");
    }
}
