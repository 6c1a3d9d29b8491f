package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * Sums with times that are taken often: timeouts, measured times, constants. A grid alone, whose cells are 1 % wide,
 * has percentiles beyond the longest possible time. Where nothing else is said the numbers are from numerical
 * integration with scipy 1.17.1.
 */
class LatencySingleTimesTest {
    private static final double[] PERCENTS = {50, 95, 99, 99.9};

    /**
     * Eight times three timeouts of 10 ms and two waits of 1 ms, which 97 % of the requests reach: 79 % of all take 256
     * ms.
     */
    @Test
    void timeoutsInARow_endAtTheLast() {
        Latency all = Latency.exponential(seconds(1)).retried(3, ms(10), ms(1)).inARow(8);
        assertPercentiles(all, 1e-12, 256, 256, 256, 256);
        assertThat(all.shareSlowerThan(ms(256.0001)).value()).isLessThan(1e-4);
        assertNear(
                Math.pow(Math.exp(-0.03), 8), all.shareSlowerThan(ms(255.9999)).value(), 1e-4);
    }

    /** 19 of 20 requests beyond 200 ms end within 0.1 ms × (0.3/0.1)^(1.6449/2.3263) of it. */
    @Test
    void measuredTimes_keepTheirPlaces() {
        Latency measured = measured(5, 10, 20, 40, 200);
        assertPercentiles(
                measured.plus(latencyP50P99(ms(0.1), ms(0.3))), 1e-6, 20.1, 200.13751, 200.2174455, 200.3375115);
        assertPercentiles(measured.fanOut(30).plus(measured(3, 6, 70).fanOut(20)), 1e-12, 270, 270, 270, 270);
    }

    @Test
    void fastest_endsAtTheConstant() {
        Latency capped = Latency.fastest(latencyP50P99(ms(100), ms(2000)), Latency.of(ms(150)));
        assertPercentiles(
                capped.plus(capped).plus(latencyP50P99(ms(0.5), ms(1))),
                2e-4,
                186.9603983,
                300.5597659,
                300.7753016,
                301.0390025);
    }

    @Test
    void cached_hitsAndMissesBesideMeasuredTimes() {
        Latency cached = Latency.cached(percent(90), Latency.of(ms(1)), Latency.of(ms(40)));
        assertPercentiles(
                cached.plus(measured(2, 3, 4, 5)).plus(latencyP50P99(ms(0.2), ms(0.5))),
                1e-6,
                5.147986823,
                44.03851691,
                45.22098763,
                45.39856516);
    }

    @Test
    void timeout_beforeWhatComesNext() {
        assertPercentiles(
                latencyP50P99(ms(10), ms(100)).withTimeout(ms(60)).plus(latencyP50P99(ms(5), ms(20))),
                2e-4,
                16.38331938,
                57.43054763,
                67.59112841,
                76.4182577);
    }

    /** 252 different sums of five out of six times, each with the probability of the multinomial distribution. */
    @Test
    void measuredTimes_inARow() {
        double[] times = {1.25, 2.125, 2.375, 15.75, 79.5, 144.25};
        double[] sums = {0};
        for (int i = 0; i < 5; i++) {
            sums = Arrays.stream(sums)
                    .flatMap(sum -> Arrays.stream(times).map(time -> sum + time))
                    .toArray();
        }
        Arrays.sort(sums);
        Latency five = measured(times).inARow(5);
        for (double percent : PERCENTS) {
            assertNear(
                    sums[(int) Math.ceil(percent / 100 * 7776) - 1],
                    five.percentile(percent).to(MILLISECONDS),
                    1e-12);
        }
    }

    /** What holds for any dependence holds without. */
    @Property(tries = 50)
    void percentile_isAtMostWhatHoldsWithoutIndependence(
            @ForAll @Size(min = 2, max = 6) List<@DoubleRange(min = 0.1, max = 500) Double> times,
            @ForAll @IntRange(min = 1, max = 5) int inARow,
            @ForAll @DoubleRange(min = 0.01, max = 100) double median,
            @ForAll @DoubleRange(min = 1.1, max = 20) double ratio) {
        Latency sum = measured(times.stream().mapToDouble(time -> time).toArray())
                .inARow(inARow)
                .plus(latencyP50P99(ms(median), ms(median * ratio)));
        for (double percent : PERCENTS) {
            assertThat(sum.percentile(percent).to(MILLISECONDS))
                    .isLessThanOrEqualTo(
                            sum.percentileWithoutIndependence(percent).to(MILLISECONDS) * (1 + 1e-9));
        }
    }

    private static Latency measured(double... times) {
        return Latency.measured(times, MILLISECONDS);
    }

    private static void assertPercentiles(Latency latency, double relative, double... expected) {
        for (int i = 0; i < PERCENTS.length; i++) {
            assertNear(expected[i], latency.percentile(PERCENTS[i]).to(MILLISECONDS), relative);
        }
    }
}
