package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a load test prints of a sample that we have, against the sample. */
class LatencyKnownProperties {
    private static final double[] GIVEN = {50, 90, 99};

    /** Each time of the sample comes 100 times: percentile p is the time of rank p × n. */
    private static double percentile(double[] sorted, double percent) {
        return sorted[(int) Math.ceil(percent / 100 * sorted.length * (1 - 1e-12)) - 1];
    }

    private static double[] sample(List<Double> logs) {
        return logs.stream().mapToDouble(log -> Math.pow(10, log)).sorted().toArray();
    }

    private static Map<Double, TimeSpan> printed(double... sorted) {
        Map<Double, TimeSpan> printed = new TreeMap<>();
        for (double percent : GIVEN) {
            printed.put(percent, seconds(percentile(sorted, percent)));
        }
        return printed;
    }

    /** No figure exceeds what the printed percentiles and the maximum allow. */
    @Property(tries = 200)
    void withMaximum_allIsWithinTheData(
            @ForAll @Size(min = 3, max = 120) List<@DoubleRange(min = -4, max = 3) Double> logs,
            @ForAll @IntRange(min = 2, max = 50) int n) {
        double[] sorted = sample(logs);
        Map<Double, TimeSpan> printed = printed(sorted);
        double maximum = sorted[sorted.length - 1];
        printed.put(100.0, seconds(maximum));
        Latency latency = Latency.ofPercentiles(printed);
        double greatest = 0;
        double before = 0;
        for (Map.Entry<Double, TimeSpan> each : printed.entrySet()) {
            greatest += (each.getKey() - before) / 100 * each.getValue().to(Units.SECONDS);
            before = each.getKey();
        }
        assertThat(latency.mean().to(Units.SECONDS)).isLessThanOrEqualTo(greatest * (1 + 1e-12));
        assertThat(latency.fanOut(n).percentile(99.9).to(Units.SECONDS)).isLessThanOrEqualTo(maximum * (1 + 1e-12));
        assertThat(latency.inARow(n).percentile(99.9).to(Units.SECONDS)).isLessThanOrEqualTo(n * maximum * (1 + 1e-2));
        for (double percent : GIVEN) {
            assertNear(percentile(sorted, percent), latency.percentile(percent).to(Units.SECONDS));
            assertThat(latency.shareSlowerThan(seconds(percentile(sorted, percent)))
                            .value())
                    .isLessThanOrEqualTo(1 - percent / 100 + 1e-12);
        }
    }

    /** What is answered without a maximum holds also if all beyond p99 take an hour; what does not is refused. */
    @Property(tries = 200)
    void withoutMaximum_whatIsAnsweredHolds(
            @ForAll @Size(min = 3, max = 120) List<@DoubleRange(min = -4, max = 3) Double> logs,
            @ForAll @IntRange(min = 1, max = 120) int n) {
        Map<Double, TimeSpan> printed = printed(sample(logs));
        Latency open = Latency.ofPercentiles(printed);
        printed.put(99 + 1e-9, seconds(1e7));
        printed.put(100.0, seconds(1e7));
        Latency worst = Latency.ofPercentiles(printed);
        double known = 100 * Math.pow(0.99, n);
        for (double percent : new double[] {50, 75, 90, 95, 98, 99, 99.9}) {
            if (percent <= known) {
                assertNear(
                        worst.fanOut(n).percentile(percent).to(Units.SECONDS),
                        open.fanOut(n).percentile(percent).to(Units.SECONDS),
                        1e-6);
            } else {
                assertUnknown(() -> open.fanOut(n).percentile(percent));
            }
        }
        assertUnknown(open.inARow(n)::mean);
    }

    @Property(tries = 200)
    void printedMean_isKept(@ForAll @Size(min = 3, max = 120) List<@DoubleRange(min = -4, max = 3) Double> logs) {
        double[] hundredfold = sample(logs);
        double[] sorted = Arrays.stream(hundredfold)
                .flatMap(time -> Arrays.stream(new double[100]).map(zero -> time))
                .toArray();
        double mean = Arrays.stream(sorted).average().orElseThrow();
        Map<Double, TimeSpan> printed = printed(sorted);
        Latency open = Latency.ofPercentiles(printed, seconds(mean));
        assertNear(mean, open.mean().to(Units.SECONDS), 1e-12);
        printed.put(100.0, seconds(sorted[sorted.length - 1]));
        printed.put(0.0, seconds(sorted[0]));
        Latency closed = Latency.ofPercentiles(printed, seconds(mean));
        assertNear(mean, closed.mean().to(Units.SECONDS), 1e-12);
        for (double percent : GIVEN) {
            assertNear(percentile(sorted, percent), closed.percentile(percent).to(SECONDS), 1e-12);
        }
    }

    /** RC-ROBUST 1, 2: at the ends of the doubles a latency echoes or is refused in our words. */
    @Property(tries = 300)
    void extremeValues_areSaidOrRefused(
            @ForAll @DoubleRange(min = -323, max = 308) double first,
            @ForAll @DoubleRange(min = -323, max = 308) double second) {
        Assume.that(first != second);
        TimeSpan a = seconds(Math.pow(10, Math.min(first, second)));
        TimeSpan b = seconds(Math.pow(10, Math.max(first, second)));
        List<Supplier<Latency>> factories = List.of(
                () -> Latency.of(a),
                () -> Latency.exponential(b),
                () -> Latency.exponential(b).inARow(3),
                () -> Latency.exponential(a).plus(Latency.exponential(b)),
                () -> Latency.ofP50P99(a, b),
                () -> Latency.ofP50P99(a, b).plus(Latency.of(b)),
                () -> Latency.ofMeanAndPercentile(a, 99, b),
                () -> Latency.ofPercentiles(Map.of(50, a, 99, b)),
                () -> Latency.ofPercentiles(Map.of(0, a, 50, a, 99, b, 100, b)),
                () -> Latency.ofPercentiles(Map.of(50, a, 99, b), b),
                () -> Latency.ofBuckets(Map.of(a, 3L, b, 5L), 9),
                () -> Latency.measured(Map.of(a, 4L, b, 2L)).inARow(9),
                () -> Latency.measured(new double[] {a.to(Units.SECONDS), b.to(Units.SECONDS)}, SECONDS)
                        .fanOut(4));
        for (Supplier<Latency> factory : factories) {
            try {
                Latency latency = factory.get();
                assertThat(latency.toString()).doesNotContain("NaN", "Infinity");
                assertFinite(latency::mean);
                assertFinite(latency::p99);
                assertFinite(() -> latency.percentileWithoutIndependence(99));
            } catch (IllegalArgumentException e) {
                assertThat(e).isNotInstanceOf(NumberFormatException.class).hasMessageContaining("must be");
            }
        }
    }

    private static void assertFinite(Supplier<TimeSpan> question) {
        try {
            assertThat(question.get().to(Units.SECONDS)).isBetween(0.0, Double.MAX_VALUE);
        } catch (ArithmeticException e) {
            assertThat(e).hasMessageMatching(".*(has no answer|is too large for any).*");
        }
    }

    private static void assertUnknown(Supplier<TimeSpan> question) {
        assertThatThrownBy(question::get)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("nothing is known beyond p99");
    }
}
