package dev.estimator.internal.engine;

import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.caching.LruCache;
import dev.estimator.caching.Popularity;
import dev.estimator.internal.range.Gauss;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.BatchQueue;
import dev.estimator.queueing.ErlangB;
import dev.estimator.queueing.ErlangC;
import dev.estimator.queueing.Staffing;
import dev.estimator.scaling.Scalability;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Percentiles that go through formulas by their direction, against closed forms and numbers from Python with 40 digits.
 */
class ByDirectionTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-10);
    private static final double Z95 = 1.6448536269514722;

    private final Qps rate = assume("rate", uniform(qps(150), qps(280)));
    private final TimeSpan wait = ErlangC.of(rate, ms(50), count(16)).meanWait();

    private static Estimate exact(Quantity<?> quantity, double p) {
        Estimate found = Models.found(quantity).quantile(p);
        assertThat(found.isExact()).isTrue();
        return found;
    }

    /** Python: {@code C(16, 0.05 λ) × 0.05 ÷ (16 − 0.05 λ)} at 156.5, 215 and 273.5 a second. */
    @ParameterizedTest
    @CsvSource({"0.05, 4.514626817804601755e-5", "0.5, 9.281941591236123478e-4", "0.95, 9.607731571487582657e-3"})
    void erlangC_percentiles(double p, double expected) {
        assertThat(exact(wait, p).value()).isCloseTo(expected, ROUNDING);
    }

    /** The rate at which the mean wait is 5 ms, found in Python by halving. */
    @Test
    void erlangC_probability() {
        assertThat(Models.found(wait).cumulative(0.005).value()).isCloseTo(0.8249228840193183, within(1e-12));
    }

    /** By Simpson's rule with 4,000 intervals in Python. */
    @Test
    void erlangC_meanAndSpread() {
        assertThat(Models.found(wait).mean()).satisfies(found -> {
            assertThat(found.isExact()).isTrue();
            assertThat(found.value()).isCloseTo(0.002372653826032879, Percentage.withPercentage(1e-7));
        });
        assertThat(Models.found(wait).standardDeviation().value())
                .isCloseTo(0.0030629141283082455, Percentage.withPercentage(1e-6));
    }

    /** The line is {@code ρ² ÷ (1 − ρ)}: the rate enters as itself and through the wait, and both make it longer. */
    @Test
    void oneRange_enteringTwice() {
        Qps few = assume("few", between(qps(20), qps(80)));
        Count line = few.times(ErlangC.of(few, ms(10), count(1)).meanWait()).plus(count(2));
        for (double z : new double[] {-Z95, 0, 0.7, Z95}) {
            double busy = 0.01 * 40 * Math.exp(z * Math.log(2) / Z95);
            assertThat(exact(line, Gauss.cumulative(z)).value()).isCloseTo(2 + busy * busy / (1 - busy), ROUNDING);
        }
    }

    /** Three that come at once to one server wait for {@code (ρ + 1) ÷ (1 − ρ)} service times on average. */
    @Test
    void batches_percentiles() {
        Qps few = assume("few", between(qps(20), qps(80)));
        TimeSpan batches = new BatchQueue(few, ms(10), count(1), 3, count(1)).meanWait();
        for (double z : new double[] {-Z95, 0, 0.7, Z95}) {
            double busy = 0.01 * 40 * Math.exp(z * Math.log(2) / Z95);
            assertThat(exact(batches, Gauss.cumulative(z)).value())
                    .isCloseTo(0.01 * (busy + 1) / (1 - busy), Percentage.withPercentage(1e-9));
        }
    }

    /** Two log-normal ranges are one before they enter: of their product ln has variance σ₁² + σ₂². */
    @Test
    void product_beforeAFormula() {
        Qps busy = assume("users", between(million(5), million(20)))
                .times(assume("requests", between(count(0.1), count(0.3))))
                .per(DAY);
        double sigma = Math.hypot(Math.log(2), Math.log(3) / 2) / Z95;
        double load = Math.sqrt(0.03) * 1e7 / 86_400 * Math.exp(0.5 * sigma) * 0.004;
        TimeSpan one = ErlangC.of(busy, ms(4), count(1)).meanWait().plus(ms(3));
        assertThat(exact(one, Gauss.cumulative(0.5)).value()).isCloseTo(0.003 + 0.004 * load / (1 - load), ROUNDING);
    }

    /** Overload above 100 a second, which is where Φ says. */
    @Test
    void overload_isACase() {
        TimeSpan one = ErlangC.of(assume("load", between(qps(40), qps(120))), ms(10), count(1))
                .meanWait();
        Distribution found = Models.found(one);
        double score = Math.log(100 / Math.sqrt(4800)) / (Math.log(3) / 2 / Z95);
        assertThat(found.beyond().share()).isCloseTo(Gauss.cumulative(-score), within(1e-12));
        assertThat(found.quantile(0.95)).isEqualTo(Estimate.exact(Double.POSITIVE_INFINITY));
        assertThat(found.quantile(0.5).value())
                .isCloseTo(0.01 * 0.6928203230275509 / (1 - 0.6928203230275509), ROUNDING);
        assertThat(found.cumulative(0.05).value())
                .isCloseTo(
                        Gauss.cumulative(Math.log(100 / 1.2 / Math.sqrt(4800)) / (Math.log(3) / 2 / Z95)),
                        within(1e-12));
    }

    /** The rate up to which so many servers are enough, found in Python, as part of the range. */
    @ParameterizedTest
    @CsvSource({"9, 0.05651211452325142", "12, 0.3140487122021812", "15, 0.5791842094438029", "19, 0.9403361736569974"})
    void staffing_goesUpInSteps(double servers, double expected) {
        Count needed = Staffing.of(assume("rate", uniform(qps(100), qps(300))), ms(50))
                .forMeanWait(ms(2))
                .servers();
        assertThat(Models.found(needed).cumulative(servers).value()).isCloseTo(expected, within(1e-11));
        assertThat(exact(needed, expected - 1e-9).value()).isEqualTo(servers);
        assertThat(exact(needed, expected + 1e-9).value()).isEqualTo(servers + 1);
        assertThat(Models.found(needed).mean().isExact()).isFalse();
    }

    /**
     * Of alternatives that a formula turns round, each percentile is the least value that is enough. Python: B(5, 6)
     * and B(9, 6).
     */
    @Test
    void alternatives_throughAFallingFormula() {
        var blocking = ErlangB.of(qps(60), ms(100), oneOf(count(5), count(9))).blocking();
        Distribution found = Models.found(blocking);
        assertThat(found.quantile(0.5).value()).isCloseTo(0.0751449555469656, ROUNDING);
        assertThat(found.quantile(0.51).value()).isCloseTo(0.3604004449388209, ROUNDING);
        assertThat(found.cumulative(0.2)).isEqualTo(Estimate.exact(0.5));
        assertThat(found.mean().isExact()).isTrue();
        assertThat(found.mean().value()).isCloseTo((0.0751449555469656 + 0.3604004449388209) / 2, ROUNDING);
    }

    /** Two of three are down with {@code 3u² − 2u³}. */
    @Test
    void redundancy() {
        var group = assume("each", between(percentUp(99), percentUp(99.9))).atLeast(2, 3);
        assertThat(exact(group, 0.05).value()).isCloseTo(3e-6 - 2e-9, ROUNDING);
        assertThat(exact(group, 0.95).value()).isCloseTo(3e-4 - 2e-6, ROUNDING);
    }

    /** More objects are hit less: the percentile is that of a plain number from the other end. */
    @Test
    void cache_isTurnedRound() {
        Count objects = assume("objects", between(million(1), million(9)));
        var hits =
                LruCache.of(Popularity.of(objects, ratio(0.8)), count(70_000)).hitRatio();
        var most = LruCache.of(Popularity.of(million(1), ratio(0.8)), count(70_000))
                .hitRatio();
        assertThat(exact(hits, 0.95).value())
                .isCloseTo(Models.nodes(most).get(0).value(), ROUNDING);
    }

    /** The throughput is {@code λN ÷ (1 + σ(N − 1) + κN(N − 1))}: of a range of σ, one of plain numbers. */
    @ParameterizedTest
    @CsvSource({"64, 0.05", "64, 0.5", "64, 0.95", "0.25, 0.05", "0.25, 0.95"})
    void scalability_ofContention(double n, double p) {
        Share contention = assume("contention", uniform(percent(2), percent(8)));
        Qps found = Scalability.of(qps(60), contention, ratio(3e-4)).throughputAt(count(n));
        double sigma = 0.02 + 0.06 * (n > 1 ? 1 - p : p);
        assertThat(exact(found, p).value()).isCloseTo(60 * n / (1 + sigma * (n - 1) + 3e-4 * n * (n - 1)), ROUNDING);
    }

    /** A latency is {@code (1 + σ(N − 1) + κN(N − 1)) ÷ λ}. */
    @ParameterizedTest
    @CsvSource({"64, 0.05", "64, 0.9", "0.25, 0.9"})
    void scalability_ofCoherency(double n, double p) {
        Ratio coherency = assume("coherency", uniform(ratio(1e-4), ratio(1e-3)));
        TimeSpan found = Scalability.of(qps(60), percent(3), coherency).latencyAt(count(n));
        double kappa = 1e-4 + 9e-4 * (n > 1 ? p : 1 - p);
        assertThat(exact(found, p).value()).isCloseTo((1 + 0.03 * (n - 1) + kappa * n * (n - 1)) / 60, ROUNDING);
    }

    /** The greatest throughput is {@code λ ÷ (σ − κ + 2√((1 − σ)κ))}, and λ from {@code κ = 1 − σ} on. */
    @ParameterizedTest
    @CsvSource({"0.0005, 0.05", "0.0005, 0.5", "0.0005, 0.95", "0.97, 0.05"})
    void scalability_ofContention_peak(double kappa, double p) {
        Share contention = assume("contention", uniform(percent(2), percent(8)));
        double sigma = 0.02 + 0.06 * (1 - p);
        double expected = kappa > 1 - sigma ? 60 : 60 / (sigma - kappa + 2 * Math.sqrt((1 - sigma) * kappa));
        Qps peak = Scalability.of(qps(60), contention, ratio(kappa)).peakThroughput();
        assertThat(exact(peak, p).value()).isCloseTo(expected, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.9})
    void scalability_ofCoherency_peak(double p) {
        Ratio coherency = assume("coherency", uniform(ratio(1e-4), ratio(1e-3)));
        double kappa = 1e-4 + 9e-4 * (1 - p);
        Qps peak = Scalability.of(qps(60), percent(3), coherency).peakThroughput();
        assertThat(exact(peak, p).value()).isCloseTo(60 / (0.03 - kappa + 2 * Math.sqrt(0.97 * kappa)), ROUNDING);
    }

    /** The formula was chosen for 64; below one it goes the other way, which shows. */
    @Test
    void scalability_whatIfBelowOne_isDrawn() {
        Share contention = assume("contention", uniform(percent(2), percent(8)));
        Count threads = assume("threads", count(64));
        Qps fewer = Scalability.of(qps(60), contention, ratio(3e-4))
                .throughputAt(threads)
                .given("threads", count(0.25));
        Estimate found = Models.found(fewer).quantile(0.95);
        assertThat(found.isExact()).isFalse();
        assertThat(Models.isWithin(found, 60 * 0.25 / (1 + 0.077 * -0.75 + 3e-4 * 0.25 * -0.75)))
                .isTrue();
    }

    /** What says a direction that it does not have is drawn. */
    @Test
    void wrongDirection_isDrawn() {
        Ratio x = assume("x", uniform(ratio(1), ratio(9)));
        Ratio square = Ratio.computed("f", rising(v -> (v - 4) * (v - 4)), x);
        Estimate found = Models.found(square).quantile(0.5);
        assertThat(found.isExact()).isFalse();
        assertThat(Models.isWithin(found, 4)).isTrue(); // |x − 4| ≤ 2 in half of the cases
    }

    /** Where an operand goes one way and the other another, nothing is known. */
    @Test
    void directionsThatDisagree_areDrawn() {
        Ratio x = assume("x", uniform(ratio(1), ratio(9)));
        Ratio sum = Ratio.computed("f", rising(v -> v * v), x).plus(ratio(5).div(x));
        assertThat(Models.found(sum).quantile(0.5).isExact()).isFalse();
    }

    @Test
    void noAnswerInside_isRefused() {
        Ratio x = assume("x", uniform(ratio(1), ratio(9)));
        Ratio holes = Ratio.computed("f", rising(v -> v > 6 && v < 8 ? Double.NaN : v), x);
        assertThatThrownBy(() -> Models.found(holes))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("has no answer in 4,096 of 16,384 draws");
    }

    /** A formula that fails where no draw is, is drawn, as if it said no direction. */
    @Test
    void failureFarOut_isDrawn() {
        Ratio x = assume("x", between(ratio(1), ratio(9)));
        Ratio limited = Ratio.computed("f", rising(ByDirectionTest::upToHundred), x);
        Estimate found = Models.found(limited).quantile(0.5);
        assertThat(found.isExact()).isFalse();
        assertThat(Models.isWithin(found, 9)).isTrue();
    }

    private static double upToHundred(double x) {
        if (x > 100) {
            throw new ArithmeticException("too large");
        }
        return x * x;
    }

    /** An answer that a type cannot have is one that no draw may have either. */
    @Test
    void outOfRange_isRefused() {
        Ratio x = assume("x", uniform(ratio(1), ratio(9)));
        Ratio negative = Ratio.computed("f", rising(v -> v - 2), x);
        assertThatThrownBy(() -> Models.found(negative))
                .hasMessageContaining("would be below zero in 2,048 of 16,384 draws");
    }

    private static Formula rising(DoubleUnaryOperator function) {
        return new Formula() {
            private static final long serialVersionUID = 1L;

            @Override
            public double apply(double... inputs) {
                return function.applyAsDouble(inputs[0]);
            }

            @Override
            public Direction direction(int input) {
                return Direction.RISING;
            }
        };
    }

    /** Of all that is exact by direction draws say the same. */
    @Test
    void exact_agreesWithDraws() {
        Count servers = assume("servers", oneOf(count(5), count(9), count(14)));
        List<Quantity<?>> models = List.of(
                wait,
                ErlangC.of(rate, ms(50), count(16)).waitPercentile(99),
                ErlangC.of(qps(200), assume("time", between(ms(40), ms(60))), count(16))
                        .serviceLevel(ms(20)),
                ErlangB.of(qps(60), ms(100), servers).carriedLoad());
        for (Quantity<?> model : models) {
            Estimate[] draws = Models.drawn(model, 1 << 16, 7).quantiles(0.05, 0.45, 0.9, 0.99);
            Estimate[] found = Models.found(model).quantiles(0.05, 0.45, 0.9, 0.99);
            for (int i = 0; i < draws.length; i++) {
                assertThat(found[i].isExact()).isTrue();
                // Three half widths: a false alarm about once in 10⁵ comparisons.
                double off = 3 * Math.max(draws[i].high() - draws[i].value(), draws[i].value() - draws[i].low());
                assertThat(found[i].value()).isCloseTo(draws[i].value(), within(off + 1e-9 * draws[i].value()));
            }
        }
    }
}
