package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.model.Servers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Means and standard deviations that are called exact, against enumeration, closed forms and quadrature. */
class StatedMeansTest {
    private static final double RELATIVE = 1e-9;

    @Test
    void discrete_behindAStepThatIsNotLinear() { // RC-DISCRETE 1 to 5
        assertExact(gb(10).div(oneOf(Map.of(mbPerSecond(1000), percent(90), mbPerSecond(10), percent(10)))), 109, 297);
        Count servers = Servers.builder()
                .limit("requests", oneOf(Map.of(qps(200), percent(40), qps(9000), percent(60))), qps(500))
                .targetUtilization(percent(100))
                .build()
                .servers();
        assertExact(servers, 11.2, 8.32826512546);
        assertExact(
                oneOf(Map.of(count(5.2), percent(25), count(176), percent(75))).ceil(), 133.5, 73.6121593217);
        assertExact(
                measured(List.of(count(1.5), count(2.5), count(100), count(120), count(300)))
                        .ceil(),
                105,
                108.892607646);
        assertExact(
                count(1000).div(oneOf(Map.of(ratio(5), percent(25), ratio(200), percent(75)))), 53.75, 84.4374768690);
    }

    @Test
    void ceil_whereTheMedianIsWhole() { // RC-CEIL 1 to 3
        assertExact(uniform(count(0), count(4)).ceil(), 2.5, 1.11803398875);
        assertExact(uniform(count(0), count(10)).ceil(), 5.5, 2.87228132327);
        assertThat(mean(between(count(2), count(8)).ceil())).isCloseTo(4.87130955499, within(1e-8));
    }

    /**
     * One to three values of two to four points each: their product or quotient, then a step, against all combinations.
     */
    @Property(tries = 300)
    void discrete_equalsEnumeration(
            @ForAll @Size(min = 2, max = 4) List<@DoubleRange(min = 0.1, max = 300) Double> a,
            @ForAll @Size(min = 2, max = 4) List<@DoubleRange(min = 0.1, max = 300) Double> b,
            @ForAll @DoubleRange(min = 0.5, max = 50) double c) {
        Assume.that(Set.copyOf(a).size() > 1 && Set.copyOf(b).size() > 1);
        Count x = oneOfCounts(a);
        Count y = oneOfCounts(b);
        for (Step step : steps(c)) {
            List<Double> products = new ArrayList<>();
            List<Double> quotients = new ArrayList<>();
            for (double p : a) {
                for (double q : b) {
                    products.add(step.number.applyAsDouble(p * q));
                    quotients.add(step.number.applyAsDouble(p / q));
                }
            }
            assertEnumerated(step.name, step.quantity.apply(x.times(y.toRatio())), products);
            assertEnumerated(step.name, step.quantity.apply(count(1).times(x.div(y))), quotients);
        }
    }

    /** A step that only rises or only falls, as it is written and as numbers. */
    private record Step(String name, Function<Count, Count> quantity, DoubleUnaryOperator number) {}

    private static List<Step> steps(double c) {
        return List.of(
                new Step("ceil", Count::ceil, StatedMeansTest::ceil),
                new Step("floor", Count::floor, x -> Math.floor(x * (1 + 1e-12))),
                new Step("max", x -> x.max(count(c)), x -> Math.max(x, c)),
                new Step("min", x -> x.min(count(c)), x -> Math.min(x, c)),
                new Step("plus", x -> x.plus(count(c)), x -> x + c),
                new Step("between", x -> x.max(count(c)).min(count(3 * c)), x -> Math.min(Math.max(x, c), 3 * c)),
                new Step("steps below", x -> x.ceil().min(count(3)), x -> Math.min(ceil(x), 3)),
                new Step("inverse", x -> count(c).times(count(1).div(x)), x -> c / x),
                new Step(
                        "steps of inverse", x -> count(c).times(count(1).div(x)).ceil(), x -> ceil(c / x)));
    }

    /** A number that is above a whole one by its last bits is that whole one. */
    private static double ceil(double x) {
        return Math.ceil(x * (1 - 1e-12));
    }

    /**
     * Every such step of every continuous shape, against the mean over 65,536 values of equal probability, which is off
     * by its variation over their number.
     */
    @Test
    void shapes_equalQuadrature() {
        Map<String, Count> shapes = new LinkedHashMap<>();
        shapes.put("between", between(count(2), count(8)));
        shapes.put("skewed", between(count(2), count(3), count(9)));
        shapes.put("uniform", uniform(count(1), count(9)));
        shapes.put("triangular", triangular(count(1), count(3), count(9)));
        shapes.put("pert", pert(count(1), count(4), count(10)));
        shapes.put("normal", normal(count(5), count(0.7)));
        shapes.put("around", plusOrMinus(count(5), percent(30)));
        shapes.forEach((name, shape) -> {
            double[] values = grid(shape);
            for (Step step : steps(4.3)) {
                double mean = 0;
                for (double value : values) {
                    mean += step.number.applyAsDouble(value) / values.length;
                }
                double variance = 0;
                for (double value : values) {
                    double off = step.number.applyAsDouble(value) - mean;
                    variance += off * off / values.length;
                }
                Summary<Count> summary = summary(step.quantity.apply(shape));
                assertThat(summary.isExact()).as(name + " " + step.name).isTrue();
                double variation = Math.abs(
                        step.number.applyAsDouble(values[values.length - 1]) - step.number.applyAsDouble(values[0]));
                assertThat(summary.mean().value().value())
                        .as("mean of " + name + " " + step.name)
                        .isCloseTo(mean, within(variation / CELLS));
                double deviation = summary.standardDeviation().value().value();
                assertThat(deviation * deviation)
                        .as("variance of " + name + " " + step.name)
                        .isCloseTo(variance, within(3 * variation * variation / CELLS));
            }
        });
    }

    private static final int CELLS = 1 << 16;

    /** Values in the middle of cells of equal probability, found from percentiles, which have tests of their own. */
    private static double[] grid(Count shape) {
        Summary<Count> summary = summary(shape);
        double[] values = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            values[i] = summary.percentile(100 * (i + 0.5) / CELLS).value();
        }
        return values;
    }

    /** RC-MEAN 1 to 7: means of sums are sums of means, whatever the law of the sum. */
    @Test
    void sums_ofWideRanges() {
        Count users = assume("users", between(thousand(10), million(10)));
        Count each = assume("each", between(count(1), count(1000)));
        Bytes size = assume("size", between(kb(1), mb(10)));
        Bytes all =
                users.times(count(10)).times(bytes(100)).plus(users.times(each).times(size));
        assertThat(Simulation.of(all).summary(all).mean().value().to(Units.B)).isCloseTo(4.14012635993e15, within(1e6));
        assertThat(Simulation.of(all).summary(all).mean().isExact()).isTrue();
        Count c = assume("c", between(count(1), count(1000)));
        Count d = assume("d", between(count(1), count(10_000)));
        assertMean(c.times(d).plus(c), 1_444_291.39, 0.01);
        assertMean(between(count(1), count(1000)).plus(between(count(1), count(2))), 288.157181478, 1e-8);
        assertMean(between(count(1), count(10_000)).plus(between(count(1), count(2))), 5037.88873199, 1e-7);
        assertMean(between(count(1), count(100_000)).plus(between(count(1), count(2))), 144401.913594, 1e-5);
        assertDeviation(between(count(1), count(1000)).plus(between(count(1), count(10))), 2583.63965382, 1e-7);
        assertDeviation(between(count(1), count(100)).plus(between(count(1), count(50))), 70.4763327574, 1e-9);
    }

    /** (X + Y) Z − X/4 of uniform ranges: means 3, 5, 2; variances 1/3, 1/12, 1/3; by hand. */
    @Test
    void mixtures_ofSumsAndProducts() {
        Count x = assume("x", uniform(count(2), count(4)));
        Count y = assume("y", uniform(count(4.5), count(5.5)));
        Ratio z = assume("z", uniform(ratio(1), ratio(3)));
        Count mixed = x.plus(y).times(z).minus(x.times(ratio(0.25)));
        assertMean(mixed, 8 * 2 - 0.75, 1e-12);
        // Var((X+Y)Z) = E(X+Y)² E Z² − 16² with E(X+Y)² = 64 + 5/12, E Z² = 4 + 1/3; that of X/4 is 1/48;
        // the covariance with X/4 is (E[(X+Y)X] − 8·3)·2/4 = Var X / 2 = 1/6
        double variance = (64 + 5 / 12.0) * (4 + 1 / 3.0) - 256 + 1 / 48.0 - 2 / 6.0;
        assertThat(summary(mixed).standardDeviation().missing()).isEmpty();
        assertThat(summary(mixed).mean().isExact()).isTrue();
        assertThat(summary(x.plus(y).times(z)).standardDeviation().value().value())
                .isCloseTo(Math.sqrt((64 + 5 / 12.0) * (4 + 1 / 3.0) - 256), within(1e-9));
        assertThat(summary(mixed).standardDeviation().value().value()).isCloseTo(Math.sqrt(variance), within(0.01));
    }

    /** A maximum of wide ranges has a mean that 16,384 draws do not show. */
    @Test
    void tooHeavyATail_isNotKnown() {
        Count wide = between(count(1), count(100_000)).max(between(count(1), count(50_000)));
        assertThat(summary(wide).mean()).hasToString("is not known: values too rare to be drawn decide it");
        assertThat(summary(wide).standardDeviation())
                .hasToString("is not known: values too rare to be drawn decide it");
        // 1 ÷ X has no mean where the density of X is not zero at zero
        assertThat(summary(count(4).div(normal(ratio(5), ratio(1.3)))).mean())
                .hasToString("is not known: values too rare to be drawn decide it");
        Count narrow = between(count(1), count(2)).max(between(count(1.1), count(2.2)));
        assertThat(summary(narrow).mean().missing()).isEmpty();
    }

    private static Count oneOfCounts(List<Double> values) {
        return measured(values.stream().map(Quantities::count).toList());
    }

    private static void assertEnumerated(String step, Count quantity, List<Double> values) {
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        double variance = values.stream()
                .mapToDouble(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        Summary<Count> summary = summary(quantity);
        assertThat(summary.mean().isExact()).as(step).isTrue();
        assertThat(summary.mean().value().value()).as(step).isCloseTo(mean, within(RELATIVE * mean));
        assertThat(summary.standardDeviation().value().value())
                .as(step)
                .isCloseTo(Math.sqrt(variance), within(1e-6 * mean));
    }

    private static void assertMean(Count quantity, double mean, double tolerance) {
        assertThat(summary(quantity).mean().isExact()).isTrue();
        assertThat(mean(quantity)).isCloseTo(mean, within(tolerance));
    }

    private static void assertDeviation(Count quantity, double deviation, double tolerance) {
        assertThat(summary(quantity).standardDeviation().isExact()).isTrue();
        assertThat(summary(quantity).standardDeviation().value().value()).isCloseTo(deviation, within(tolerance));
    }

    private static double mean(Count quantity) {
        return summary(quantity).mean().value().value();
    }

    private static Summary<Count> summary(Count quantity) {
        return Simulation.of(quantity).summary(quantity);
    }

    private static <Q extends Quantity<Q>> void assertExact(Q quantity, double mean, double deviation) {
        Summary<Q> summary = Simulation.of(quantity).summary(quantity);
        assertThat(summary.mean().isExact()).isTrue();
        assertThat(((Quantity<?>) summary.mean().value()).value).isCloseTo(mean, within(1e-10 * mean));
        assertThat(((Quantity<?>) summary.standardDeviation().value()).value)
                .isCloseTo(deviation, within(1e-10 * deviation));
    }
}
