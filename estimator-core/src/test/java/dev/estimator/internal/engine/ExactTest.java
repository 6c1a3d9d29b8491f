package dev.estimator.internal.engine;

import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.internal.range.Gauss;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Distributions that are computed without draws, against closed forms and against numbers computed by another program.
 */
class ExactTest {
    private static final double Z95 = 1.6448536269514722;
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-9);

    private final Count users = assume("daily active users", between(million(5), million(20)));
    private final Count requests = assume("requests per user", between(count(10), count(40)));
    private final dev.estimator.quantity.Qps average = users.times(requests).per(DAY);

    /** capacity-10 of the reference: all values from 24-point Gauss–Legendre cubes and bisection in Python. */
    private Bytes storage() {
        var writes = average.times(
                assume("read share", uniform(percent(85), percent(98))).complement());
        return writes.times(assume("write size", between(bytes(500), bytes(3000))))
                .times(assume("retention", uniform(days(365), days(1825))))
                .times(assume("copies", uniform(ratio(2), ratio(3))));
    }

    private Count servers() {
        var perServer = assume("per server", between(qps(500), qps(2000)))
                .times(assume("utilization", uniform(percent(50), percent(70))));
        return average.times(assume("peak ratio", between(ratio(2), ratio(4))))
                .div(perServer)
                .ceil();
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 7625289910801.392",
        "0.5,  47106332359884.14",
        "0.95, 254030235807363.38",
        "0.99, 488220864759734.5"
    })
    void storage_percentiles(double p, double expected) {
        Estimate found = Models.found(storage()).quantile(p);
        assertThat(found.isExact()).isTrue();
        assertThat(found.value()).isCloseTo(expected, ROUNDING);
    }

    @Test
    void storage_meanAndSpread() {
        Distribution found = Models.found(storage());
        assertThat(found.mean().value()).isCloseTo(78956506316664.86, ROUNDING);
        assertThat(found.standardDeviation().value()).isCloseTo(101970092816549.0, ROUNDING);
    }

    /**
     * What several use cases ask adds up to a multiple of one product, whose logarithm is normal: (0.3 × 4 + 0.7) ×
     * users × requests.
     */
    @Test
    void sumOfMultiples_isAProduct() {
        Count sum = users.times(count(4))
                .times(requests)
                .times(ratio(0.3))
                .plus(users.times(requests).times(ratio(0.7)));
        double sigma = Math.log(4) / 2 / Z95 * Math.sqrt(2);
        double median = (0.3 * 4 + 0.7) * 10e6 * 20;
        Estimate p95 = Models.found(sum).quantile(0.95);
        assertThat(p95.isExact()).isTrue();
        assertThat(p95.value()).isCloseTo(median * Math.exp(sigma * Z95), ROUNDING);
    }

    /** Multiples of different products are drawn, as before. */
    @Test
    void sumOfDifferentProducts_isDrawn() {
        Count sum = users.times(requests).plus(users.times(count(30)));
        assertThat(Models.found(sum).quantile(0.95).isExact()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.05, 4", "0.5, 11", "0.95, 39", "0.99, 66"})
    void servers_percentilesGoThroughTheCeiling(double p, double expected) {
        assertThat(Models.found(servers()).quantile(p)).isEqualTo(Estimate.exact(expected));
    }

    @Test
    void servers_probability() {
        assertThat(Models.found(servers()).cumulative(40).value()).isCloseTo(0.9544856362657375, within(1e-9));
        assertThat(Models.found(servers()).cumulative(40.9).value()).isCloseTo(0.9544856362657375, within(1e-9));
    }

    /** The sum of the probabilities of more than 0, 1, 2, ... servers. */
    @Test
    void servers_mean() {
        assertThat(Models.found(servers()).mean().value())
                .isCloseTo(15.199576662016852, Percentage.withPercentage(1e-6));
    }

    /** 1000 ÷ X: the mean of the ceiling by summing probabilities, in Python. */
    @Test
    void mean_ofAFallingCeiling() {
        Count needed = qps(1000).div(between(qps(2), qps(70))).ceil();
        assertThat(Models.found(needed).mean().value()).isCloseTo(152.05420449025434, Percentage.withPercentage(1e-6));
    }

    /** {@code E max(X, c) = c Φ(−d) + e^(μ + σ²/2) Φ(d + σ)}, the formula of Black and Scholes. */
    @Test
    void meanAndSpread_ofAMaximumWithANumber() {
        Distribution found =
                Models.found(count(1000).div(between(ratio(2), ratio(70))).max(count(20)));
        assertThat(found.mean().value()).isCloseTo(152.18305310618487, Percentage.withPercentage(1e-4));
        assertThat(found.standardDeviation().value()).isCloseTo(225.20590911061518, Percentage.withPercentage(1e-4));
    }

    @Test
    void productOfLogNormals_isLogNormal() {
        double mu = Math.log(1e7) + Math.log(20) + Math.log(1 / 86_400.0);
        double sigma = Math.log(2) / Z95 * Math.sqrt(2);
        Distribution found = Models.found(average);
        for (double z : new double[] {-2.5, -1.1, 0.3, 1.7, 2.9}) {
            assertThat(found.quantile(Gauss.cumulative(z)).value()).isCloseTo(Math.exp(mu + z * sigma), ROUNDING);
        }
        assertThat(found.mean().value()).isCloseTo(Math.exp(mu + sigma * sigma / 2), ROUNDING);
    }

    @Test
    void power_ofOneRange() {
        Ratio x = assume("x", between(ratio(2), ratio(18)));
        assertThat(Models.found(x.times(x).times(x)).quantile(0.95).value()).isCloseTo(5832, ROUNDING);
        assertThat(Models.found(x.times(x).div(x)).quantile(0.95).value()).isCloseTo(18, ROUNDING);
    }

    /**
     * Squared 20 times: the exponent is a million, and its square beyond an int; p95 is e; by the grid, good to 1e-6.
     */
    @Test
    void highPower_ofOneRange() {
        double end = Math.exp(1.0 / (1 << 20));
        Ratio x = assume("x", between(ratio(1 / end), ratio(end)));
        for (int i = 0; i < 20; i++) {
            x = x.times(x);
        }
        assertThat(Models.found(x).quantile(0.95).value()).isCloseTo(Math.E, Percentage.withPercentage(1e-4));
    }

    @Test
    void quotient_ofARangeByItself_isOne() {
        Ratio x = assume("x", between(ratio(2), ratio(18)));
        assertThat(Models.found(x.div(x)).quantile(0.95).value()).isEqualTo(1);
    }

    /** {@code P(U V ≤ x) = x (1 − ln x)} for two uniform values between 0 and 1. */
    @ParameterizedTest
    @CsvSource({"0.02", "0.1", "0.35", "0.7"})
    void productOfUniforms(double x) {
        Ratio product = uniform(ratio(1e-9), ratio(1)).times(uniform(ratio(1e-9), ratio(1)));
        Estimate found = Models.found(product).cumulative(x);
        assertThat(found.value()).isCloseTo(x * (1 - Math.log(x)), within(2e-5));
    }

    /** {@code u ≤ v ÷ 2} is a triangle with base 3 and height 1.5 in a rectangle of area 6. */
    @Test
    void quotientOfUniforms() {
        Ratio quotient = uniform(ratio(1), ratio(3)).div(uniform(ratio(2), ratio(5)));
        Estimate found = Models.found(quotient).cumulative(0.5);
        assertThat(found.isExact()).isTrue();
        assertThat(found.value()).isCloseTo(3 * 1.5 / 2 / 6, within(1e-6));
    }

    @Test
    void alternatives_areEnumerated() {
        Count machines = oneOf(count(2), count(3)).times(oneOf(ratio(5), ratio(7), ratio(10)));
        Distribution found = Models.found(machines);
        assertThat(found.cumulative(15).value()).isCloseTo(3 / 6.0, within(1e-12)); // 10, 14, 15, 20, 21, 30
        assertThat(found.cumulative(14.999).value()).isCloseTo(2 / 6.0, within(1e-12));
        assertThat(found.mean().value()).isCloseTo(2.5 * 22 / 3, within(1e-12));
    }

    @Test
    void alternativesTimesARange() {
        Count sum = oneOf(count(2), count(30)).times(between(ratio(3), ratio(12)));
        double sigma = Math.log(2) / Z95;
        double expected =
                Gauss.cumulative(Math.log(40 / 12.0) / sigma) / 2 + Gauss.cumulative(Math.log(40 / 180.0) / sigma) / 2;
        assertThat(Models.found(sum).cumulative(40).value()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void complement_turnsPercentilesRound() {
        var share = assume("read share", uniform(percent(80), percent(95)));
        Distribution found = Models.found(share.complement());
        assertThat(found.quantile(0.1).value()).isCloseTo(0.065, within(1e-12));
        assertThat(found.cumulative(0.065).value()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void chainOfSteps_isPeeledOff() {
        Count total = average.div(qps(1000))
                .ceil()
                .plus(count(3))
                .div(count(2).toRatio())
                .times(ratio(5));
        double sigma = Math.log(2) / Z95 * Math.sqrt(2);
        double rate = Math.exp(Math.log(2e8 / 86_400) + 1.2 * sigma);
        assertThat(Models.found(total).quantile(Gauss.cumulative(1.2)))
                .isEqualTo(Estimate.exact((Math.ceil(rate / 1000) + 3) / 2 * 5));
    }

    /** Everything that is labelled exact must be what the draws say. */
    @Test
    void exact_agreesWithDraws() {
        Quantity<?>[] models = {
            storage(),
            servers(),
            uniform(ratio(1), ratio(3)).times(triangular(ratio(2), ratio(2.5), ratio(7))),
            pert(ratio(1), ratio(3), ratio(8)).times(normal(ratio(5), ratio(1))).times(between(ratio(1), ratio(1.1))),
            between(percent(5), percent(40)).complement().toRatio().times(between(ratio(2), ratio(9)))
        };
        for (Quantity<?> model : models) {
            Distribution exact = Models.found(model);
            Estimate[] draws = Models.drawn(model, 1 << 16, 7).quantiles(0.05, 0.5, 0.95, 0.99);
            Estimate[] found = exact.quantiles(0.05, 0.5, 0.95, 0.99);
            for (int i = 0; i < draws.length; i++) {
                assertThat(found[i].isExact()).isTrue();
                // Three half widths: a false alarm about once in 10⁵ comparisons.
                double off = 3 * Math.max(draws[i].high() - draws[i].value(), draws[i].value() - draws[i].low());
                assertThat(found[i].value()).isCloseTo(draws[i].value(), within(off + 1e-9));
            }
        }
    }
}
