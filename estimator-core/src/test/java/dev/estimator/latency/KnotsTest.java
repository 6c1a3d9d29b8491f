package dev.estimator.latency;

import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How far sums on a scale are from those on one that is many times as fine, wherever between the knots they lie. */
class KnotsTest {
    private static final Knots FINEST = new Knots(256);

    private static Stream<Latency> sums() {
        return Stream.of(
                latencyP50P99(ms(10), ms(100)).plus(latencyP50P99(ms(9), ms(20))),
                Latency.exponential(ms(3)).plus(Latency.exponential(ms(5))),
                latencyP50P99(ms(1), ms(1000))
                        .plus(latencyP50P99(ms(2), ms(3000)))
                        .plus(latencyP50P99(ms(1.5), ms(200))),
                latencyP50P99(ms(10), ms(10.5)).plus(latencyP50P99(ms(9), ms(9.3))),
                latencyP50P99(ms(7), ms(21)).inARow(20),
                Latency.sometimes(percent(10), Latency.exponential(ms(4)))
                        .plus(latencyP50P99(ms(0.02), ms(0.7)))
                        .plus(latencyP50P99(ms(6), ms(31))));
    }

    @Test
    void fine_isWithinAFiveThousandth() {
        sums().forEach(sum -> assertNear(sum, Knots.FINE, 0.02, 0.5, 0.05, 0.01, 0.001));
    }

    @Test
    void coarse_isWithinAThousandth() {
        sums().forEach(sum -> assertNear(sum, Knots.COARSE, 0.1, 0.5, 0.05, 0.01));
    }

    /** Of a step the scale shows: a hit takes the same time each time. */
    @Test
    void steps_areOnTheFinerScale() {
        Latency sum = Latency.cached(percent(90), latency(ms(0.2)), latencyP50P99(ms(4), ms(30)))
                .plus(latencyP50P99(ms(2), ms(9)));
        assertNear(sum, Knots.FINE, 0.05, 0.5, 0.05, 0.01, 0.001);
    }

    /** What {@link Knots#COARSE} says of itself. */
    @Test
    void coarse_ofRandomSums_isWithinThreeTenThousandths() {
        var random = new SplittableRandom(20261129);
        var finest = new Knots(192);
        for (int i = 0; i < 100; i++) {
            List<LatencyLaw> calls = calls(random);
            LatencyLaw coarse = Sum.of(calls, Workings.on(Knots.COARSE));
            LatencyLaw fine = Sum.of(calls, Workings.on(finest));
            for (double share : new double[] {0.5, 0.05, 0.01}) {
                assertThat(coarse.exceededBy(share))
                        .as("%s exceeded by %s", calls, share)
                        .isCloseTo(fine.exceededBy(share), withinPercentage(0.03));
            }
        }
    }

    /** From 1 to 100 ms, the first of them log-normal, some of them only for a share of the requests. */
    private static List<LatencyLaw> calls(SplittableRandom random) {
        List<LatencyLaw> calls = new ArrayList<>();
        int n = 2 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
            double time = 0.001 * Math.pow(100, random.nextDouble());
            LatencyLaw call = i == 0 || random.nextBoolean()
                    ? LogNormalLaw.through(time, time * (2 + 20 * random.nextDouble()))
                    : new ErlangLaw(1, time);
            boolean isRare = i > 0 && random.nextInt(3) == 0;
            calls.add(isRare ? new TwoWayMixture(random.nextDouble(), call, new Constant(0)) : call);
        }
        return calls;
    }

    private static void assertNear(Latency sum, Knots knots, double percent, double... shares) {
        double[] in = sum.parameters.bestGuesses();
        for (double scale : new double[] {1, 1.013, 1.029, 1.041}) {
            double[] scaled = DoubleStream.of(in)
                    .map(value -> value < 0.05 ? value * scale : value)
                    .toArray();
            for (double share : shares) {
                assertThat(new Composition(sum.plan(), knots).exceededBy(share, scaled))
                        .as("%s exceeded by %s, times %s", sum.plan().text(), share, scale)
                        .isCloseTo(
                                new Composition(sum.plan(), FINEST).exceededBy(share, scaled),
                                withinPercentage(percent));
            }
        }
    }
}
