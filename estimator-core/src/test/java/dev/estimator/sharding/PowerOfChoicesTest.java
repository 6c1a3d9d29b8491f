package dev.estimator.sharding;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Share;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerOfChoicesTest {
    private static final PowerOfChoices BASE = PowerOfChoices.of(2, percent(90), ms(10));

    /**
     * The predictions for two choices that Mitzenmacher 2001 tabulates, 1.2657, 1.6145, 1.9474, 2.6141, 3.3830 and
     * 5.4320, and those for three and five; mpmath, 30 digits: {@code sum(rho**((d**i-d)/(d-1)))}.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 0.5, 1.26568603608757257",
        "2, 0.7, 1.6144537703177114",
        "2, 0.8, 1.94736338594808719",
        "2, 0.9, 2.61405737732387554",
        "2, 0.95, 3.38304600251939895",
        "2, 0.99, 5.43199657916187991",
        "3, 0.9, 2.02785596899527868",
        "5, 0.99, 2.901682829174148",
        "1, 0.8, 5"
    })
    void meanLatency_mitzenmacher(int choices, double utilization, double latency) {
        PowerOfChoices balancing = PowerOfChoices.of(choices, Share.of(utilization), seconds(1));
        assertNear(latency, balancing.meanLatency().to(SECONDS));
    }

    /** Little's law: the mean number at a server, the sum of the tails, is utilization × latency ÷ service time. */
    @Property(tries = 200)
    void withAtLeast_addsUpByLittlesLaw(
            @ForAll @IntRange(min = 1, max = 6) int choices, @ForAll @DoubleRange(max = 0.9) double utilization) {
        PowerOfChoices balancing = PowerOfChoices.of(choices, Share.of(utilization), seconds(1));
        double requests = 0;
        for (int i = 1; i <= 400; i++) {
            requests += balancing.withAtLeast(i).value();
        }
        assertNear(utilization * balancing.meanLatency().to(SECONDS), requests, 1e-12);
    }

    /** ρ, ρ³, ρ⁷ with two choices. */
    @Test
    void withAtLeast() {
        assertThat(BASE.withAtLeast(0).value()).isEqualTo(1);
        assertNear(0.9, BASE.withAtLeast(1).value());
        assertNear(0.729, BASE.withAtLeast(2).value());
        assertNear(0.4782969, BASE.withAtLeast(3).value());
        assertThat(BASE.withAtLeast(Integer.MAX_VALUE).value()).isZero();
    }

    /** (1 − 1e-9)^2147483647 is e^(−2.147483648), mpmath 1.3.0. */
    @Test
    void withAtLeast_oneChoice() {
        PowerOfChoices busy = PowerOfChoices.of(1, Share.of(1 - 1e-9), ms(10));
        assertNear(0.11677761, busy.withAtLeast(Integer.MAX_VALUE).value(), 1e-6);
    }

    @Property(tries = 100)
    void meanLatency_shrinksWithChoices(
            @ForAll @IntRange(min = 1, max = 20) int choices, @ForAll @DoubleRange(min = 0.1, max = 0.99) double rho) {
        PowerOfChoices balancing = PowerOfChoices.of(choices, Share.of(rho), ms(10));
        assertThat(PowerOfChoices.of(choices + 1, balancing.utilization(), balancing.serviceTime())
                        .meanLatency())
                .isLessThanOrEqualTo(balancing.meanLatency());
    }

    @Test
    void meanLatency_explain() {
        PowerOfChoices range = PowerOfChoices.of(
                BASE.choices(), assume("busy", between(percent(80), percent(95)), "last week"), BASE.serviceTime());
        assertThat(range.meanLatency().explain()).hasToString("""
                assumed
                  service time = 10 ms
                  busy         = 89.71% (80% … 95%)  (last week)
                calculated
                  mean latency = service time × supermarket sum of 2 choices, approximation by the limit of many servers(busy)
                               = 10 ms × supermarket sum of 2 choices, approximation by the limit of many servers(89.71%)
                               = 25.84 ms (19 … 34)""");
    }

    @Test
    void toString_says() {
        assertThat(BASE).hasToString("2 choices at 90%: 26 ms on average, at random ×3.83 as long");
        assertThat(PowerOfChoices.of(1, BASE.utilization(), BASE.serviceTime()))
                .hasToString("1 choice at 90%: 100 ms on average, at random ×1 as long");
    }

    @Test
    void refused() {
        assertRefused(
                () -> PowerOfChoices.of(0, BASE.utilization(), BASE.serviceTime()),
                "choices must be between 1 and 1000 but was 0");
        assertRefused(
                () -> PowerOfChoices.of(BASE.choices(), percent(100), BASE.serviceTime()),
                "utilization must be below 100% but was 100%");
        assertRefused(
                () -> PowerOfChoices.of(BASE.choices(), BASE.utilization(), ms(0)),
                "serviceTime must be above zero but was 0 s");
        assertRefused(() -> BASE.withAtLeast(-1), "requests must be 0 or more but was -1");
        assertThat(PowerOfChoices.of(BASE.choices(), percent(0), BASE.serviceTime())
                        .meanLatency())
                .isEqualTo(ms(10));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
