package dev.estimator.quantity;

import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.KB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Summary.Bin;
import dev.estimator.quantity.Summary.Point;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
    private static final double Z95 = 1.6448536269514722;

    private static final Count USERS = assume("users", between(million(5), million(20)));
    private static final Bytes TEXT = assume("text", between(kb(2), kb(9)));
    private static final Bytes PICTURE = assume("picture", between(kb(20), kb(300)));
    private static final Bytes PAGE = TEXT.plus(PICTURE).named("page");
    private static final Bytes TEXTS = USERS.times(TEXT).named("texts");
    private static final Availability SERVICE = assume("web", between(percentUp(99), percentUp(99.9)))
            .times(assume("db", between(percentUp(99.5), percentUp(99.9))))
            .named("service");

    private static <Q extends Quantity<Q>> Summary<Q> summary(Q quantity) {
        return Simulation.of(quantity).summary(quantity);
    }

    /** {@code median × e^(z σ)}, and the mean is {@code median × e^(σ² ÷ 2)}. */
    @Test
    void percentiles_ofALogNormal() {
        double median = Math.sqrt(5e6 * 20e6 * 2e3 * 9e3);
        double sigma = Math.hypot(Math.log(4), Math.log(4.5)) / (2 * Z95);
        Summary<Bytes> summary = summary(TEXTS);
        assertBytes(median * Math.exp(-Z95 * sigma), summary.p5());
        assertBytes(median, summary.p50());
        assertBytes(median, summary.bestGuess());
        assertBytes(median * Math.exp(Z95 * sigma), summary.p95());
        assertBytes(median * Math.exp(2.3263478740408408 * sigma), summary.p99());
        assertBytes(median * Math.exp(sigma * sigma / 2), summary.mean().value());
        double variance = Math.expm1(sigma * sigma) * median * median * Math.exp(sigma * sigma);
        assertBytes(Math.sqrt(variance), summary.standardDeviation().value());
        assertThat(summary.isExact()).isTrue();
    }

    private static void assertBytes(double expected, Bytes actual) {
        assertThat(((Quantity<?>) actual).value).isCloseTo(expected, within(1e-6 * expected));
        assertThat(actual.isUncertain()).isFalse();
    }

    /** The mean of a sum is that of its parts, whatever the medians do. */
    @Test
    void mean_ofASum() {
        double parts = summary(TEXT).mean().value().to(KB)
                + summary(PICTURE).mean().value().to(KB);
        Figure<Bytes> mean = summary(PAGE).mean();
        assertThat(mean.value().to(KB)).isCloseTo(parts, within(1e-12 * parts));
        assertThat(mean.isExact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 5, 50, 99.9999})
    void percentile_ofACertainQuantity(double percent) {
        Bytes size = assume("size", kb(7)).times(3);
        Figure<Bytes> figure = summary(size).percentileFigure(percent);
        assertThat(figure).isEqualTo(new Figure<>(kb(21), kb(21), kb(21), true));
        assertThat(figure.relativeStandardError()).isZero();
        assertThat(summary(size).mean().value()).isEqualTo(kb(21));
        assertThat(summary(size).standardDeviation().value()).isEqualTo(kb(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 100, -5, 101, Double.NaN})
    void percentile_refused(double percent) {
        assertRefused(
                "percent must be above 0 and below 100 but was " + percent,
                () -> summary(TEXT).percentile(percent));
    }

    @Test
    void standardDeviation_ofAvailability() {
        assertRefused(
                "an Availability cannot hold a standard deviation: ask for that of its unavailability()",
                () -> summary(SERVICE).standardDeviation());
        Share down = SERVICE.unavailability();
        assertThat(summary(down).mean().value().value())
                .isCloseTo(1 - summary(SERVICE).mean().value().value(), within(1e-12));
    }

    /** Intervals are in the order of the type, as percentiles are. */
    @Test
    void figure_ofAvailability() {
        for (double percent : new double[] {5, 50, 95}) {
            Figure<Availability> figure = summary(SERVICE).percentileFigure(percent);
            assertThat(List.of(figure.low(), figure.value(), figure.high())).isSorted();
            assertThat(figure.low()).isLessThan(figure.high());
        }
        assertThat(summary(SERVICE).p5()).isLessThan(summary(SERVICE).p95());
    }

    @Test
    void probability_otherCurrency() {
        Money cost = assume("cost", between(usd(3), usd(5)));
        assertRefused(
                "currencies must be the same but were USD and EUR: convert one at a rate of your choice",
                () -> summary(cost).probabilityBelow(eur(4)));
    }

    /** At most and below differ only where a value has a weight of its own. */
    @Test
    void probabilityBelow() {
        Count dice = oneOf(count(1), count(2), count(3), count(4));
        assertThat(summary(dice).probabilityAtMost(count(2)).value().value()).isEqualTo(0.5);
        assertThat(summary(dice).probabilityBelow(count(2)).value().value()).isEqualTo(0.25);
        assertThat(summary(dice).probabilityBelow(count(0)).value().value()).isZero();
        Availability nines = oneOf(percentUp(99), percentUp(99.9), percentUp(99.99), percentUp(99.999));
        assertThat(summary(nines).probabilityAtMost(percentUp(99.9)).value().value())
                .isEqualTo(0.5);
        assertThat(summary(nines).probabilityBelow(percentUp(99.9)).value().value())
                .isEqualTo(0.25);
    }

    @Test
    void histogram() {
        assertHistogram(summary(TEXTS).histogram(20), 1e-6);
        assertHistogram(summary(PAGE).histogram(7), 1e-3);
        assertHistogram(summary(SERVICE).histogram(7), 1e-3);
        assertThat(summary(uniform(kb(0), kb(1000))).histogram(3))
                .allSatisfy(bin -> assertThat(bin.share().value()).isCloseTo(0.33, within(1e-9)));
        assertThat(summary(kb(3)).histogram(2))
                .containsExactly(new Bin<>(kb(3), kb(3), Share.of(1)), new Bin<>(kb(3), kb(3), Share.of(0)));
        assertRefused("bins must be at least 1 but was 0", () -> summary(TEXT).histogram(0));
        assertRefused(
                "bins must be at most 100,000 but was 2147483647",
                () -> summary(TEXT).histogram(Integer.MAX_VALUE));
        assertRefused(
                "points must be at most 100,000 but was 2147483647",
                () -> summary(TEXT).cumulativeCurve(Integer.MAX_VALUE));
    }

    private static <Q extends Quantity<Q>> void assertHistogram(List<Bin<Q>> bins, double tolerance) {
        assertThat(bins.stream().mapToDouble(bin -> bin.share().value()).sum()).isCloseTo(0.99, within(tolerance));
        for (int i = 0; i < bins.size(); i++) {
            assertThat(bins.get(i).from()).isLessThan(bins.get(i).to());
            if (i > 0) {
                assertThat(bins.get(i).from()).isEqualTo(bins.get(i - 1).to());
            }
        }
    }

    @Test
    void cumulativeCurve() {
        assertThat(summary(uniform(kb(0), kb(8))).cumulativeCurve(4))
                .extracting(p -> p.value().to(KB))
                .containsExactly(1.0, 3.0, 5.0, 7.0);
        assertCurve(summary(PAGE).cumulativeCurve(50));
        assertCurve(summary(SERVICE).cumulativeCurve(50));
        assertRefused("points must be at least 2 but was 1", () -> summary(TEXT).cumulativeCurve(1));
    }

    private static <Q extends Quantity<Q>> void assertCurve(List<Point<Q>> points) {
        assertThat(points).hasSize(50);
        assertThat(points.stream().map(Point::value).toList()).isSorted();
        assertThat(points.get(0).probability().value()).isEqualTo(0.01);
        assertThat(points.get(49).probability().value()).isEqualTo(0.99);
    }

    @Test
    void toString_ofFigures() {
        assertThat(summary(TEXTS).percentileFigure(95)).hasToString("118 GB, exact");
        assertThat(summary(PAGE).percentileFigure(95)).hasToString("305 kB ± 0.3%");
        assertThat(summary(PAGE)).hasToString("82 kB (25 … 305), mean 113 kB, p95 ± 0.3%");
        assertThat(summary(TEXTS)).hasToString("42 GB (15 … 118), mean 51 GB, exact");
        assertThat(summary(SERVICE).percentileFigure(5)).hasToString("98.7% (1.9 nines) ± 0.4%");
    }

    /** Products are computed, sums are drawn; both times four times the amount has four times the percentiles. */
    @Property(tries = 40)
    void percentile_scales(@ForAll("models") Bytes model) {
        Summary<Bytes> plain = summary(model);
        Summary<Bytes> scaled = summary(model.times(4));
        for (double percent : new double[] {1, 5, 50, 95, 99}) {
            assertThat(scaled.percentile(percent).to(KB))
                    .isCloseTo(
                            4 * plain.percentile(percent).to(KB),
                            within(1e-9 * scaled.p99().to(KB)));
        }
    }

    @Property(tries = 40)
    void percentile_ascends(@ForAll("models") Bytes model) {
        Summary<Bytes> summary = summary(model);
        assertThat(List.of(
                        summary.percentile(0.1),
                        summary.p5(),
                        summary.percentile(30),
                        summary.p50(),
                        summary.percentile(80),
                        summary.p95(),
                        summary.p99()))
                .isSorted();
        for (double percent : new double[] {5, 50, 95}) {
            Figure<Bytes> figure = summary.percentileFigure(percent);
            assertThat(figure.low()).isLessThanOrEqualTo(figure.value());
            assertThat(figure.high()).isGreaterThanOrEqualTo(figure.value());
        }
    }

    /** P(X ≤ percentile) is the percentile, and the other way round. */
    @Property(tries = 40)
    void probabilityAtMost_invertsPercentile(@ForAll("models") Bytes model) {
        Summary<Bytes> summary = summary(model);
        for (double percent : new double[] {2, 50, 90}) {
            assertThat(summary.probabilityAtMost(summary.percentile(percent))
                            .value()
                            .value())
                    .isCloseTo(percent / 100, within(1e-4));
        }
    }

    @Provide
    Arbitrary<Bytes> models() {
        Arbitrary<Double> low = Arbitraries.doubles().between(1, 1000).ofScale(2);
        Arbitrary<Double> factor = Arbitraries.doubles().between(1.1, 9).ofScale(2);
        Arbitrary<Bytes> range = Combinators.combine(low, factor, Arbitraries.of(true, false))
                .as((a, f, isUniform) -> assume(
                        "range " + a + " × " + f + isUniform,
                        isUniform ? uniform(kb(a), kb(a * f)) : between(kb(a), kb(a * f))));
        return Combinators.combine(range, range, Arbitraries.integers().between(0, 3))
                .as((a, b, how) -> switch (how) {
                    case 0 -> a.times(b.div(kb(3)));
                    case 1 -> a.plus(b);
                    case 2 -> a.max(b);
                    default -> a.plus(b).times(assume("factor", between(ratio(2), ratio(3))));
                });
    }
}
