package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compositions against 10⁸ draws of each, which latency-reference.txt has. */
class LatencyReferenceTest {
    /** What the grid may add to four standard errors of the draws; promised is 0.5 %. */
    private static final double OF_GRID = 1e-3;

    private static final double[] PERCENTS = {50, 95, 99, 99.9};

    private static final Map<String, Latency> COMPOSITIONS = Map.ofEntries(
            Map.entry(
                    "ten mixed scales",
                    sequence(
                            log(1e-4, 1e-3),
                            log(1e-3, 5e-3),
                            log(0.01, 0.2),
                            log(0.1, 10),
                            log(0.5, 2),
                            log(2, 30),
                            log(5, 40),
                            log(20, 60),
                            log(80, 900),
                            log(300, 3000))),
            Map.entry("three heavy tails", sequence(log(1, 100), log(2, 200), log(0.5, 50))),
            Map.entry("ten narrow", sequence(logs(10, i -> 1 + 0.1 * i, 1.01))),
            Map.entry(
                    "cache with a gap of 100", log(1, 4).plus(Latency.cached(percent(94), log(0.2, 0.6), log(20, 60)))),
            Map.entry("cache alone", Latency.cached(percent(94), log(0.2, 0.6), log(20, 60))),
            Map.entry("hedged", log(1, 3).plus(log(5, 40).hedgedAfter(ms(10)))),
            Map.entry("two alike", log(5, 40).inARow(2)),
            Map.entry("twenty from 100 ns to 3 s", sequence(logs(20, i -> 1e-4 * Math.pow(3e7, i / 19.0), 10))),
            Map.entry(
                    "slowest of two paths",
                    Latency.slowest(log(2, 20).plus(log(3, 9)), log(4, 12).plus(log(1, 50)))
                            .plus(ms(7))),
            Map.entry("two of three", log(0.5, 5).plus(Latency.needing(2, log(2, 10), log(3, 30), log(5, 8)))),
            Map.entry("retried", log(1, 2).plus(log(5, 40).retried(3, ms(25), ms(10)))),
            Map.entry(
                    "exponential and heavy",
                    Latency.exponential(ms(10)).plus(Latency.exponential(ms(1))).plus(log(0.1, 10))),
            Map.entry(
                    "three caches",
                    Latency.cached(percent(90), latency(ms(1)), log(10, 30))
                            .plus(Latency.cached(percent(80), latency(ms(2)), log(20, 50)))
                            .plus(Latency.cached(percent(98.5), latency(ms(0.5)), log(400, 900)))),
            Map.entry("narrow and heavy", log(1000, 1020).plus(log(1, 100))),
            Map.entry("ten heavy tails alike", log(1, 100).inARow(10)),
            Map.entry("hundred alike in parallel", log(10, 20).plus(log(5, 40).fanOut(100))),
            Map.entry("fan-out of twenty", log(1, 10).plus(log(2, 5)).fanOut(20)));

    @Test
    void reference_coversTheCompositions() {
        assertThat(reference()).containsOnlyKeys(COMPOSITIONS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> percentiles_areWithinTheReference() {
        Map<String, List<String>> reference = reference();
        return COMPOSITIONS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> compare(entry.getValue(), requireNonNull(reference.get(entry.getKey())))));
    }

    /**
     * By numerical integration with scipy 1.17.1: {@code P(X + Y > t) = ∫ P(X > t − y(z)) φ(z) dz}, the trapezoidal
     * rule with 2,000,001 points z from −12 to 12, solved for t with {@code brentq}. Percentiles 1, 10, 50, 90, 99,
     * 99.9 and 99.99 in ms.
     */
    @Test
    void heavyTail_leavesTheBodyAsItIs() {
        Latency mild = log(5, 40);
        compare(log(1, 1e4).plus(mild), 0.9334049, 2.499203, 9.726163, 167.727, 10007.46, 205808.9, 2480859);
        compare(log(1, 6e4).plus(mild), 0.9101731, 2.47984, 10.3172, 436.328, 60007.46, 2223906, 4.351034e7);
        compare(log(1, 3.6e6).plus(mild), 0.8779876, 2.450067, 11.49161, 4097.931, 3600007, 5.118511e8, 3.028547e10);
        compare(
                log(1, 3.6e6).inARow(2),
                2.899369e-4,
                0.05089874,
                36.72193,
                40615.72,
                1.813145e7,
                1.877791e9,
                9.22133e10);
        Latency shown =
                Latency.ofPercentiles(Map.of(0, ms(1), 50, ms(20), 99, ms(200), 99.95, ms(30_000), 100, ms(70_000)));
        compare(shown.plus(mild), 2.871849, 6.29102, 26.72348, 80.21492, 215.2472, 10601.69, 59095.92);
    }

    private static void compare(Latency latency, double... expected) {
        double[] percents = {1, 10, 50, 90, 99, 99.9, 99.99};
        for (int i = 0; i < percents.length; i++) {
            assertNear(expected[i], latency.percentile(percents[i]).to(MILLISECONDS), OF_GRID);
        }
    }

    private static void compare(Latency latency, List<String> expected) {
        for (int i = 0; i < PERCENTS.length; i++) {
            String[] parts = expected.get(i).split(" ±", 2);
            double standardError = Double.parseDouble(parts[1]) / 100;
            assertNear(
                    Double.parseDouble(parts[0]),
                    latency.percentile(PERCENTS[i]).to(MILLISECONDS),
                    OF_GRID + 4 * standardError);
        }
        // the standard error of a mean is below that of the p99.9 for all of these
        double ofMean = Double.parseDouble(expected.get(3).split(" ±", 2)[1]) / 100;
        assertNear(Double.parseDouble(expected.get(4)), latency.mean().to(MILLISECONDS), 4 * ofMean + 1e-6);
    }

    private static Latency log(double p50, double p99) {
        return latencyP50P99(ms(p50), ms(p99));
    }

    private static Latency[] logs(int n, IntToDoubleFunction p50, double ratio) {
        return IntStream.range(0, n)
                .mapToObj(i -> log(p50.applyAsDouble(i), ratio * p50.applyAsDouble(i)))
                .toArray(Latency[]::new);
    }

    private static Latency sequence(Latency... parts) {
        return Stream.of(parts).reduce(Latency::plus).orElseThrow();
    }

    private static Map<String, List<String>> reference() {
        Map<String, List<String>> reference = new HashMap<>();
        try (InputStream in = LatencyReferenceTest.class.getResourceAsStream("latency-reference.txt")) {
            String text = new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                List<String> fields = List.of(line.split("\\|"));
                reference.put(fields.get(0), fields.subList(1, fields.size()));
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return reference;
    }
}
