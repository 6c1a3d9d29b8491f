package dev.estimator.sharding;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Ranges.between;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Share;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RandomPlacementTest {
    /** Printed at math.stackexchange.com/questions/512455: 200 tosses into 2 urns, 105.6348479009. */
    @Test
    void fullest_printed() {
        RandomPlacement urns = RandomPlacement.of(count(200), count(2));
        assertNear(105.6348479009, urns.fullest().value(), 5e-13);
        assertNear(1.056348479009, urns.imbalance().value(), 5e-13);
    }

    /** All ways of 3 items on 2 servers: 3 twice, 2 six times of 8. */
    @Test
    void fullest_counted() {
        RandomPlacement three = RandomPlacement.of(count(3), count(2));
        assertNear(2.25, three.fullest().value());
        assertNear(0.75, three.allFit(count(2)).value());
        assertNear(0.125, three.empty().value());
        assertThat(three.fullestAt(75).value()).isEqualTo(2);
        assertThat(three.fullestAt(76).value()).isEqualTo(3);
        assertThat(three.mean().value()).isEqualTo(1.5);
    }

    /** Wikipedia, Birthday problem: of 23 people no two share a birthday with 0.492703. */
    @Test
    void allFit_birthdays() {
        assertThat(Math.round(RandomPlacement.of(count(23), count(365))
                                .allFit(count(1))
                                .value()
                        * 1e4))
                .isEqualTo(4927);
    }

    /** The more items, the more even; the imbalance is never below 1. */
    @Test
    void imbalance_shrinksWithItems() {
        double few = RandomPlacement.of(count(100), count(20)).imbalance().value();
        double many = RandomPlacement.of(count(10_000), count(20)).imbalance().value();
        assertThat(many).isBetween(1.0, few);
    }

    @Test
    void empty_explain() {
        var items = assume("tenants", between(count(100), count(400)), "sales");
        assertThat(RandomPlacement.of(items, count(50)).empty().explain()).hasToString("""
                assumed
                  tenants = 200 (100 … 400)  (sales)
                  servers = 50
                calculated
                  empty servers = (1 − 1 ÷ servers)^tenants
                                = (1 − 1 ÷ 50)^200
                                = 1.759% (0.0309% … 13.3%)""");
    }

    /** NumPy: 1000 factors of truncated Poisson counts convolved, {@code 1 + sum(1 - cdf(1000, 1001, k))}. */
    @Test
    void fullest_explain() {
        assertThat(RandomPlacement.of(count(1000), count(1001)).fullest().explain())
                .hasToString("""
                assumed
                  items   = 1,000
                  servers = 1,001
                calculated
                  fullest server = balls in bins, mean of the fullest(items, servers)
                                 = balls in bins, mean of the fullest(1,000, 1,001)
                                 = 5.512""");
    }

    /** SciPy: conditional binomials bin by bin give a mean of 30.72401483926089, and 98.2 % up to 36, 99.1 % up to 37. */
    @Test
    void toString_says() {
        assertNear(
                30.72401483926089,
                RandomPlacement.of(count(1000), count(50)).fullest().value(),
                1e-11);
        assertThat(RandomPlacement.of(count(1000), count(50)))
                .hasToString("1k items on 50 servers: fullest 31 on average, ×1.54 the mean, p99 37");
    }

    /** Near the mean the excess is what counts; of two servers it is C(m, m/2) ÷ 2^m, here √(2 ÷ (π m)). */
    @Test
    void toString_manyOnTwo() {
        RandomPlacement two = RandomPlacement.of(count(100_000), count(2));
        assertNear(
                1 + Math.sqrt(2 / (Math.PI * 1e5)) * (1 - 1 / 4e5),
                two.imbalance().value(),
                1e-11);
        assertThat(two).hasToString("100k items on 2 servers: fullest 50k on average, ×1.0025 the mean, p99 50k");
    }

    /** The best guess of a range is rounded in all answers alike: 1.96 items are 2, 3.39 servers 3. */
    @Test
    void mean_ofRangeIsRounded() {
        RandomPlacement drawn = RandomPlacement.of(between(count(1.6), count(2.4)), between(count(3.1), count(3.7)));
        assertNear(2 / 3.0, drawn.mean().value());
        assertNear(4 / 3.0, drawn.fullest().value());
        assertNear(4 / 9.0, drawn.empty().value());
    }

    /** 100 items each alone: 100! ÷ 100^100 is 9.3e-43, which is zero to ten digits after the point. */
    @Test
    void allFit_tinyIsAbsolute() {
        Share alone = RandomPlacement.of(count(100), count(100)).allFit(count(1));
        assertThat(alone.value()).isBetween(0.0, 1e-10);
        assertThat(alone.explain().toString()).contains("P(fullest ≤ limit) of items on servers, to 1e-10");
    }

    @Test
    void refused() {
        RandomPlacement placement = RandomPlacement.of(count(30), count(4));
        assertRefused(
                () -> RandomPlacement.of(count(0), placement.servers()),
                "items must be between 1 and a million but was 0");
        assertRefused(
                () -> RandomPlacement.of(placement.items(), million(2)),
                "servers must be between 1 and a million but was 2M");
        assertRefused(
                () -> RandomPlacement.of(count(1.4), placement.servers()), "items must be a whole number but was 1.4");
        assertRefused(
                () -> RandomPlacement.of(placement.items(), count(2.5)), "servers must be a whole number but was 2.5");
        assertRefused(() -> placement.fullestAt(Double.NaN), "percent must be above 0 and below 100 but was NaN");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
