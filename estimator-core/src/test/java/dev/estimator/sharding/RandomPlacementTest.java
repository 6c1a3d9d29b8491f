package dev.estimator.sharding;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Share;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /**
     * SciPy: conditional binomials bin by bin give a mean of 30.72401483926089, and 98.2 % up to 36, 99.1 % up to 37.
     */
    @Test
    void toString_says() {
        assertNear(
                30.72401483926089,
                RandomPlacement.of(count(1000), count(50)).fullest().value(),
                1e-11);
        assertThat(RandomPlacement.of(count(1000), count(50)))
                .hasToString("1,000 items on 50 servers: fullest 31 on average, ×1.54 the mean, p99 37");
    }

    /** Near the mean the excess is what counts; of two servers it is C(m, m/2) ÷ 2^m, here √(2 ÷ (π m)). */
    @Test
    void toString_manyOnTwo() {
        RandomPlacement two = RandomPlacement.of(count(100_000), count(2));
        assertNear(
                1 + Math.sqrt(2 / (Math.PI * 1e5)) * (1 - 1 / 4e5),
                two.imbalance().value(),
                1e-11);
        assertThat(two).hasToString("100k items on 2 servers: fullest 50k on average, ×1.0025 the mean, p99 50,407");
    }

    /** The best guess of a range is rounded in all answers alike: 1.96 items are 2, 3.39 servers 3. */
    @Test
    void mean_ofRangeIsRounded() {
        RandomPlacement drawn = RandomPlacement.of(between(count(1.6), count(2.4)), between(count(3.1), count(3.7)));
        assertNear(2 / 3.0, drawn.mean().value());
        assertNear(4 / 3.0, drawn.fullest().value());
        assertNear(4 / 9.0, drawn.empty().value());
    }

    /** 100 items each alone: 100! ÷ 100^100, in mpmath. */
    @Test
    void allFit_tiny() {
        Share alone = RandomPlacement.of(count(100), count(100)).allFit(count(1));
        assertNear(9.332621544394415e-43, alone.value(), 1e-13);
        assertThat(alone.explain().toString()).contains("P(fullest ≤ limit) of items on servers\n");
        assertThat(RandomPlacement.of(count(100), count(70))
                        .allFit(count(2))
                        .explain()
                        .toString())
                .contains("P(fullest ≤ limit) of items on servers, to 1e-10");
        assertNear(
                0, RandomPlacement.of(count(101), count(100)).allFit(count(1)).value());
        assertNear(
                1, RandomPlacement.of(count(101), count(100)).overfull(count(1)).value());
    }

    /** RC-COLLIDE, and others; exact products by loggamma with 120 digits, mpmath. */
    @ParameterizedTest
    @CsvSource({
        "55000, 2176782336, 0.50083876857149462",
        "141594, 2176782336, 0.99000056901160144",
        "200, 1e9, 1.9899803319637224e-5",
        "1e6, 18446744073709551616, 2.7105026839742542e-8",
        "3e9, 18446744073709551616, 0.21646965567581952",
        "1000, 5.316911983139664e36, 9.3945508517717218e-32",
        "1e9, 5.316911983139664e36, 9.4039547971743453e-20",
        "999, 100000, 0.99327339761459247",
        "1001, 100000, 0.99340719040869846",
    })
    void overfull_identifiers(double ids, double space, double collision) {
        RandomPlacement placement = RandomPlacement.of(count(ids), count(space));
        assertNear(collision, placement.overfull(count(1)).value(), 1e-12);
        assertNear(1 - collision, placement.allFit(count(1)).value(), 1e-12);
    }

    /**
     * Sums over the number of pairs, with 80 digits; by enumeration up to a million, as independent beyond and where it
     * is tiny.
     */
    @Test
    void overfull_moreThanTwo() {
        assertNear(6.63456572495982e-4, overfullOfTwo(1000, 500_000), 2e-7);
        assertNear(0.00112198490300962, overfullOfTwo(3000, 2e6), 2e-6);
        assertNear(1.33133200511386e-9, overfullOfTwo(2000, 1e9), 1e-8);
        RandomPlacement many = RandomPlacement.of(count(3000), million(2));
        assertNear(0.99887801509699, many.allFit(count(2)).value(), 3e-9);
        assertThat(many.allFit(count(2)).explain().toString())
                .contains("P(fullest ≤ limit) of items on servers, approximation as if servers were independent");
    }

    private static double overfullOfTwo(double items, double servers) {
        return RandomPlacement.of(count(items), count(servers))
                .overfull(count(2))
                .value();
    }

    /** By bisection of the exact product; ai/nanoid #324: 21 of 64 letters are 2^126. */
    @Test
    void itemsUntil() {
        assertThat(RandomPlacement.itemsUntil(count(2176782336.0), percent(1)).value())
                .isEqualTo(6615);
        assertThat(RandomPlacement.itemsUntil(count(4294967296.0), percent(1)).value())
                .isEqualTo(9291);
        assertThat(RandomPlacement.itemsUntil(count(365), percent(50)).value()).isEqualTo(22);
        assertThat(RandomPlacement.itemsUntil(million(1), percent(90)).value()).isEqualTo(2145);
        assertThat(RandomPlacement.itemsUntil(count(10), percent(0.1)).value()).isEqualTo(1);
        assertNear(
                5056937540.0,
                RandomPlacement.itemsUntil(count(0x1p64), percent(50)).value(),
                1e-9);
        assertNear(
                Double.parseDouble("1307660520276543458"),
                RandomPlacement.itemsUntil(count(0x1p126), percent(1)).value(),
                1e-12);
        assertThat(RandomPlacement.itemsUntil(count(0x1p32), percent(1))
                        .explain()
                        .toString())
                .contains("items until a collision = most items on servers with P(two on one) ≤ collision");
        assertThatThrownBy(() -> RandomPlacement.itemsUntil(count(9), percent(0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("there must be a server, and a probability above 0% and below 100%");
    }

    @Test
    void toString_ofMany() {
        RandomPlacement ids = RandomPlacement.of(count(55_000), count(2176782336.0));
        assertThat(ids).hasToString("55k items on 2.2bn servers: two on one with 50.1%");
        assertThatThrownBy(ids::fullest)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("items and servers must be between 1 and a million: of more ask allFit(limit)");
        assertNear(55_000 / 2176782336.0, ids.mean().value());
    }

    @Test
    void refused() {
        RandomPlacement placement = RandomPlacement.of(count(30), count(4));
        assertRefused(() -> RandomPlacement.of(count(0), placement.servers()), "items must be at least 1 but was 0");
        assertRefused(
                () -> RandomPlacement.of(placement.items(), count(0.5)), "servers must be at least 1 but was 0.5");
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
