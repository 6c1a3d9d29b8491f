package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Sums of exponential times. Numbers of many digits come from mpmath 1.3.0 at 40 digits: {@code findroot} of
 * {@code invertlaplace(..., method='talbot', degree=60)}.
 */
class InvertedSumTest {
    private static final Latency MIXED = Latency.sometimes(percent(30), Latency.exponential(ms(9)))
            .plus(Latency.exponential(ms(1.5)).inARow(3))
            .plus(Latency.exponential(ms(4)))
            .plus(Latency.sometimes(percent(2), Latency.exponential(ms(250))));

    @Test
    void percentile_ofThreeExponentials() {
        Latency sum =
                Latency.exponential(ms(2)).plus(Latency.exponential(ms(7))).plus(Latency.exponential(ms(30)));
        assertPercentile(30.50991462226074, sum, 50);
        assertPercentile(148.1959858792191, sum, 99);
        assertPercentile(631.738856224991, sum, 99.9999999);
    }

    @Test
    void percentile_ofRareTimes() {
        assertPercentile(3.928913445018604, MIXED, 10);
        assertPercentile(9.235175431598856, MIXED, 50);
        assertPercentile(30.57022011861958, MIXED, 95);
        assertPercentile(184.6179798383435, MIXED, 99);
        assertPercentile(2487.203044645802, MIXED, 99.9999);
        assertNear(0.01404167847451408, MIXED.shareSlowerThan(ms(100)).value(), 1e-10);
    }

    @Test
    void percentile_ofAConstantBeforeARareTime() {
        Latency some = Latency.sometimes(percent(40), Latency.exponential(ms(6)).plus(ms(0.5)));
        Latency sum = some.plus(Latency.exponential(ms(3)).inARow(2)).plus(Latency.exponential(ms(0.02)));
        assertPercentile(7.002416766888774, sum, 50);
        assertPercentile(30.98248264166028, sum, 99);
    }

    @Test
    void percentile_ofTwoLogNormals() {
        Latency sum = latencyP50P99(ms(2), ms(18)).plus(latencyP50P99(ms(5), ms(40)));
        assertPercentile(8.096787707250535, sum, 50);
        assertPercentile(45.13420349313424, sum, 99);
        assertPercentile(84.1973012326279, sum, 99.9);
        assertThat(sum.p99().explain().toString()).doesNotContain("grid");
        assertThat(sum.percentile(99.999).explain().toString()).contains("approximation on a grid");
    }

    /** One that some wait for, among exponential times. */
    @Test
    void percentile_ofLogNormalsAndExponentials() {
        Latency sum = latencyP50P99(ms(4), ms(30))
                .plus(Latency.sometimes(percent(30), latencyP50P99(ms(90), ms(700))))
                .plus(Latency.exponential(ms(1.5)).inARow(2))
                .plus(Latency.exponential(ms(7)));
        assertPercentile(18.77502352927882, sum, 50);
        assertPercentile(469.5943624901365, sum, 99);
    }

    private static void assertPercentile(double expectedMs, Latency latency, double percent) {
        assertNear(expectedMs, latency.percentile(percent).to(MILLISECONDS), 1e-10);
    }

    /** Where times of a sum have steps, and where it is narrow, it is still found: on a grid. */
    @Test
    void percentile_besideAStep_isThatOfTheGrid() {
        Latency step = Latency.sometimes(percent(40), latency(ms(30))).plus(Latency.exponential(ms(2)));
        // 0.6 exp(-t/2) + 0.4 = 0.5 and 0.4 exp(-(t - 30)/2) = 0.01
        assertNear(2 * Math.log(6), step.p50().to(MILLISECONDS), 1e-3);
        assertNear(30 + 2 * Math.log(40), step.p99().to(MILLISECONDS), 1e-3);
        assertNear(0.4, step.shareSlowerThan(ms(29.999)).value(), 1e-4);
        Latency narrow = Latency.exponential(ms(1)).inARow(400).plus(Latency.exponential(ms(1.001)));
        assertNear(449.051377327, narrow.p99().to(MILLISECONDS), 1e-4);
    }

    /** Where a delay, or many of them, put all of the mass beyond a few hundred of the mean of the rest. */
    @Test
    void slower_farBehindADelay() {
        Latency half = Latency.sometimes(percent(50), Latency.exponential(ms(1)).plus(ms(2000)))
                .plus(Latency.exponential(ms(2)));
        assertNear(0.5, half.shareSlowerThan(ms(1500)).value(), 1e-9);
        Latency rare = Latency.sometimes(percent(1), Latency.exponential(ms(5)).plus(ms(30_000)))
                .plus(Latency.exponential(ms(3)))
                .plus(Latency.exponential(ms(4)));
        assertNear(0.01, rare.shareSlowerThan(ms(10_000)).value(), 1e-9);
        Latency many = Latency.exponential(ms(1)).inARow(800).plus(Latency.exponential(ms(1.001)));
        assertNear(0.966, many.shareSlowerThan(ms(750)).value(), 1e-3);
        assertThat(many.shareSlowerThan(ms(20_000)).value()).isZero();
    }

    /** sometimes(p, T₁ + exponential) + sometimes(q, T₂ + exponential), case by case. */
    @Test
    void slower_ofDelaysInSomeCases_isTheClosedForm() {
        var random = new SplittableRandom(29);
        int inverted = 0;
        for (int i = 0; i < 40_000; i++) {
            double[] share = {random.nextDouble(), random.nextDouble()};
            double[] delay = {10 * random.nextDouble(), 10 * random.nextDouble()};
            double[] mean = {Math.exp(3 * random.nextDouble() - 1.5), Math.exp(3 * random.nextDouble() - 1.5)};
            double time = 20 * random.nextDouble();
            Map<LatencyLaw, Double> terms = new LinkedHashMap<>();
            for (int k = 0; k < 2; k++) {
                LatencyLaw late = Shifted.of(delay[k], new ErlangLaw(1, mean[k]));
                terms.put(new TwoWayMixture(share[k], late, new Constant(0)), 1.0);
            }
            InvertedSum sum = Objects.requireNonNull(InvertedSum.of(terms, Knots.FINE));
            double rate = sum.transform().rate();
            Inversion found = Inversion.at(time, sum.transform(), sum.mean(), rate);
            if (found != null) {
                inverted++;
                double expected = share[0] * (1 - share[1]) * late(time - delay[0], mean[0])
                        + share[1] * (1 - share[0]) * late(time - delay[1], mean[1])
                        + share[0] * share[1] * late(time - delay[0] - delay[1], mean);
                assertNear(expected, found.slower(), 2e-6);
            }
        }
        assertThat(inverted).isGreaterThan(10_000);
    }

    /** The tail of a sum of exponential times of one mean, or of two. */
    private static double late(double time, double... means) {
        if (time <= 0) {
            return 1;
        }
        double first = Math.exp(-time / means[0]);
        return means.length == 1
                ? first
                : (means[0] * first - means[1] * Math.exp(-time / means[1])) / (means[0] - means[1]);
    }

    /** About one in a billion calls waits: by mpmath, of a compound binomial. */
    @Test
    void percentile_ofVeryManyRareTimes() {
        Latency sum = Latency.sometimes(percent(1e-7), Latency.exponential(ms(1000)))
                .inARow(1_000_000_000)
                .plus(Latency.exponential(ms(0.001)));
        assertNear(18.0391659, sum.percentile(99.9999).to(MILLISECONDS) / 1000, 1e-6);
    }

    /** What may be found on a grid says so: of 63 alike and another every usual percentile is inverted. */
    @Test
    void explain_ofWhatIsOnAGrid() {
        Latency step = Latency.sometimes(percent(40), latency(ms(30))).plus(Latency.exponential(ms(2)));
        Latency narrow = Latency.exponential(ms(1)).inARow(80).plus(Latency.exponential(ms(1.3)));
        Latency wide = Latency.exponential(ms(1)).inARow(61).plus(Latency.exponential(ms(1.3)));
        assertThat(step.p99().explain().toString()).contains("approximation on a grid");
        assertThat(narrow.p99().explain().toString()).contains("approximation on a grid");
        assertThat(wide.p99().explain().toString()).doesNotContain("grid");
        for (double share : new double[] {0.9, 0.5, 0.1, 0.01, 0.001}) {
            Map<LatencyLaw, Double> terms = Map.of(new ErlangLaw(1, 1), 61.0, new ErlangLaw(1, 1.3), 1.0);
            InvertedSum sum = Objects.requireNonNull(InvertedSum.of(terms, Knots.FINE));
            double time = sum.exceededBy(share);
            assertThat(Inversion.at(time, sum.transform(), sum.mean(), 1 / 1.3)).isNotNull();
        }
    }

    /** Beside grids of 128 knots for each doubling. */
    @Test
    void slower_isThatOfTheGrid() {
        var random = new SplittableRandom(20261129);
        int found = 0;
        for (int i = 0; i < 20; i++) {
            Map<LatencyLaw, Double> terms = terms(random);
            InvertedSum sum = Objects.requireNonNull(InvertedSum.of(terms, Knots.FINE));
            LatencyLaw grid = sum.tabulated(Workings.on(new Knots(128)));
            for (double share : new double[] {0.5, 0.05, 0.001}) {
                double time = sum.exceededBy(share);
                assertNear(grid.exceededBy(share), time, 5e-5);
                assertNear(share, sum.slower(time), 1e-6);
                found++;
            }
        }
        assertThat(found).isEqualTo(60);
    }

    /** With log-normal times, beside 1,400 places on a parabola of another shape, where 1,200 agree with those. */
    @Test
    void slower_ofLogNormals_isThatOfManyPlaces() {
        var random = new SplittableRandom(5);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            Map<LatencyLaw, Double> terms = terms(random);
            terms.put(new LogNormalLaw(6 * random.nextDouble() - 6, 0.2 + 2.3 * random.nextDouble()), 1.0);
            terms.put(new LogNormalLaw(6 * random.nextDouble() - 6, 0.2 + random.nextDouble()), 2.0);
            InvertedSum sum = Objects.requireNonNull(InvertedSum.of(terms, Knots.FINE));
            double time = sum.mean() * Math.exp(4 * random.nextDouble() - 2);
            Inversion inverted = Inversion.at(time, sum.transform(), sum.mean(), 0);
            double expected = slower(1400, 2.6, time, sum.transform());
            boolean isSure = Math.abs(slower(1200, 2.4, time, sum.transform()) / expected - 1) < 1e-8;
            if (inverted != null && isSure) {
                assertNear(expected, inverted.slower(), 1e-7);
                found++;
            }
        }
        assertThat(found).isGreaterThan(200);
    }

    /** {@code Σ exp(s t) ψ(s) ds ÷ 2πi} over so many places of {@code s t = 6 (1 + i u)²}, to {@code u = end}. */
    private static double slower(int places, double end, double time, Transform transform) {
        double step = end / places;
        double[] real = new double[places];
        double[] imaginary = new double[places];
        for (int k = 0; k < places; k++) {
            double u = (k + 0.5) * step;
            real[k] = 6 * (1 - u * u) / time;
            imaginary[k] = 12 * u / time;
        }
        var spectrum = new Spectrum(real, imaginary);
        transform.addTo(spectrum);
        double sum = 0;
        for (int k = 0; k < places; k++) {
            double u = (k + 0.5) * step;
            double size = 12 * step / Math.PI / time * Math.exp(real[k] * time);
            double x = size * (Math.cos(imaginary[k] * time) - u * Math.sin(imaginary[k] * time));
            double y = size * (Math.sin(imaginary[k] * time) + u * Math.cos(imaginary[k] * time));
            sum += x * spectrum.tailReal(k) - y * spectrum.tailImaginary(k);
        }
        return sum;
    }

    /** Beside grids of 128 knots for each doubling, which are off by some millionths. */
    @Test
    void percentile_ofLogNormals_isThatOfTheGrid() {
        var random = new SplittableRandom(20261129);
        for (int i = 0; i < 20; i++) {
            Map<LatencyLaw, Double> terms = terms(random);
            terms.put(new LogNormalLaw(6 * random.nextDouble() - 6, 0.2 + 2.3 * random.nextDouble()), 1.0);
            InvertedSum sum = Objects.requireNonNull(InvertedSum.of(terms, Knots.FINE));
            LatencyLaw grid = sum.tabulated(Workings.on(new Knots(128)));
            for (double share : new double[] {0.9, 0.5, 0.05, 0.001}) {
                assertNear(grid.exceededBy(share), sum.exceededBy(share), 5e-5);
            }
        }
    }

    /** Of log-normals so wide that most of their mean is in times of which nobody sees one. */
    @Test
    void percentile_ofWideLogNormals_isThatOfTheGrid() {
        var random = new SplittableRandom(20261130);
        int inverted = 0;
        for (int i = 0; i < 20; i++) {
            Map<LatencyLaw, Double> terms = terms(random);
            LatencyLaw wide = new LogNormalLaw(9 * random.nextDouble() - 12, 2.5 + 5.5 * random.nextDouble());
            terms.put(i % 2 == 0 ? wide : new TwoWayMixture(random.nextDouble(), wide, new Constant(0)), 1.0);
            InvertedSum sum = Objects.requireNonNull(InvertedSum.of(terms, Knots.FINE));
            LatencyLaw grid = sum.tabulated(Workings.on(new Knots(128)));
            for (double share : new double[] {0.9, 0.5, 0.05, 0.001}) {
                double time = sum.exceededBy(share);
                assertNear(grid.exceededBy(share), time, 5e-5);
                inverted += Inversion.at(time, sum.transform(), sum.mean(), 0) == null ? 0 : 1;
            }
        }
        assertThat(inverted).isGreaterThan(70);
    }

    private static Map<LatencyLaw, Double> terms(SplittableRandom random) {
        Map<LatencyLaw, Double> terms = new LinkedHashMap<>();
        int n = 2 + random.nextInt(6);
        for (int i = 0; i < n; i++) {
            LatencyLaw each = new ErlangLaw(1, Math.exp(6 * random.nextDouble() - 6));
            LatencyLaw some = new TwoWayMixture(random.nextDouble(), each, new Constant(0));
            terms.put(i > 0 && random.nextBoolean() ? some : each, 1.0 + random.nextInt(3));
        }
        return terms;
    }
}
