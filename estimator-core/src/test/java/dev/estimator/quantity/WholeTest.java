package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a whole number of things is written with all its digits, wherever it comes from. */
class WholeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7          | 7
            120        | 120
            999        | 999
            1000       | 1,000
            1563       | 1,563
            5000       | 5,000
            9999       | 9,999
            10000      | 10k
            10001      | 10,001
            86400      | 86,400
            500000     | 500k
            999999     | 999,999
            1000000    | 1M
            1234567    | 1.2M
            1562.5     | 1.6k
            2.5        | 2.5
            """)
    void whole(double number, String text) {
        assertThat(count(number)).hasToString(text);
        assertThat(count(number, "servers")).hasToString(text + " servers");
    }

    /** 781,250 requests a second at 500 each are 1562.5 servers, so 1,563. */
    @Test
    void servers() {
        Ratio fit = qps(781_250).div(qps(500));
        assertThat(fit.ceil()).hasToString("1,563");
        assertThat(fit.floor()).hasToString("1,562");
        assertThat(fit.ceil().plus(count(3)).times(ratio(3))).hasToString("4,698");
        Count assumed = assume("servers", count(1_563, "servers"));
        assertThat(assumed.minus(count(2, "servers"))).hasToString("1,561 servers");
        assertThat(assumed.explain()).hasToString("assumed\n  servers = 1,563 servers");
    }

    /** Noise of a quotient, 0.1 × 3 ÷ 0.1 and the like, does not take the digits away. */
    @Test
    void noise() {
        assertThat(count(0.1 * 3 * 52_310)).hasToString("15,693");
        assertThat(count(999_999.999_999_999_9)).hasToString("1M");
    }

    /** All numbers of a range are on one scale. */
    @Test
    void ranges() {
        assertThat(between(count(1_200), count(4_800))).hasToString("2,400 (1,200 … 4,800)");
        assertThat(between(count(900), count(2_712))).hasToString("1,562 (900 … 2,712)");
        assertThat(between(count(900), count(2_712)).times(1)).hasToString("1.6k (0.9k … 2.7k)");
        assertThat(between(count(900), count(2_712)).ceil()).hasToString("1,563 (900 … 2,712)");
        assertThat(between(thousand(350), thousand(700))).hasToString("495k (350k … 700k)");
        assertThat(between(million(1), million(4)).div(1_000).ceil()).hasToString("2,000 (1,000 … 4,000)");
    }

    /** Nobody counts the zeros of 2000000tn. */
    @Test
    void beyondTrillions() {
        assertThat(count(2e18)).hasToString("2e18");
        assertThat(count(2e18).format(Units.TRILLIONS)).isEqualTo("2e18");
        assertThat(count(2e18).format(Units.TRILLIONS, 4)).isEqualTo("2e18");
        assertThat(count(3e15).format(Units.TRILLIONS)).isEqualTo("3,000tn");
        assertThat(count(2e18, "tokens").per(Quantities.SECOND)).hasToString("2e18 tokens/s");
        assertThat(qps(3e15)).hasToString("3,000tn req/s");
    }

    /** One number alone, and one of a range, of a formula or in a unit, are on one scale: it was '1.5e15' alone. */
    @Test
    void thousandsOfTrillions() {
        assertThat(count(1.582e15)).hasToString("1,580tn");
        assertThat(count(1.582e15, "tokens")).hasToString("1,582tn tokens");
        assertThat(count(1.582e15).format(Units.TRILLIONS)).isEqualTo("1,582tn");
        assertThat(count(1.582e15).format(4)).isEqualTo("1,582tn");
        assertThat(count(1.582e15, "tokens").per(Quantities.SECOND)).hasToString("1,580tn tokens/s");
        assertThat(qps(1.582e15).format(Units.PER_SECOND, 4)).isEqualTo("1,582tn req/s");
        assertThat(ratio(1.582e15)).hasToString("×1,580tn");
        assertThat(usd(1.582e15)).hasToString("$1,580tn");
        assertThat(usd(1.582e15).per(count(1))).hasToString("$1,580tn each");
        assertThat(count(1.582e15).times(assume("copies", count(3))).explain().calculation())
                .endsWith("= 1,582tn × 3\n        = 4,746tn");
        assertThat(count(999_999e12).format(6)).isEqualTo("999,999tn");
        assertThat(count(999_960e12).times(1)).hasToString("1e18");
    }

    /** Beyond a million trillions all three have a power of ten. */
    @Test
    void rangesBeyondTrillions() {
        assertThat(between(count(1.5e15), count(4.5e15))).hasToString("2,600tn (1,500tn … 4,500tn)");
        assertThat(between(count(2e17), count(2e18))).hasToString("6.32e17 (2e17 … 2e18)");
        assertThat(between(count(2e18), count(6e18))).hasToString("3.5e18 (2e18 … 6e18)");
        assertThat(between(usd(2e18), usd(6e18))).hasToString("$3.46e18 ($2e18 … $6e18)");
        assertThat(between(qps(2e18), qps(6e18))).hasToString("3.5e18 req/s (2e18 … 6e18)");
        assertThat(between(count(2e18), count(6e18)).format(Units.TRILLIONS)).isEqualTo("3.46e18 (2e18 … 6e18)");
    }

    /** Of '1,582M' the comma could be a decimal one; of '1,582tn' it is as it is printed. */
    @Test
    void thousandsOfTrillions_areRead() {
        assertThat(Count.parse("1,582tn").value()).isEqualTo(1.582e15);
        assertThat(Count.parse("999,999tn tokens").value()).isEqualTo(999_999e12);
        assertThat(Ratio.parse("×1,500tn").value()).isEqualTo(1.5e15);
        assertThat(Money.parse("$1,500tn")).isEqualTo(usd(1.5e15));
        assertThat(Qps.parse("1,500tn req/s")).isEqualTo(qps(1.5e15));
        assertThatThrownBy(() -> Count.parse("1,5tn")).hasMessageContaining("could mean 1.5 or 15");
        assertThatThrownBy(() -> Count.parse("1,582 trillion")).hasMessageContaining("could mean 1.582 or 1582");
        assertThatThrownBy(() -> Count.parse("1,582bn")).hasMessageContaining("could mean 1.582 or 1582");
    }

    /** Nobody has 1.563 servers; but of '1,563M' the comma could be a decimal one. */
    @Property
    void isRead(@ForAll @IntRange(max = 1_200_000) int number) {
        Count count = count(number, "servers");
        double again = Count.parse(count.toString()).value();
        assertEquals(number, again, number < 1_000_000 ? 0 : 0.05 * number);
    }

    @Test
    void rangesAreRead() {
        for (String text : new String[] {"1,563 (900 … 2,712)", "900 … 2,712", "900 to 2,712 servers"}) {
            Count range = Count.parse(text);
            assertEquals(900, range.p5().value(), 1e-6);
            assertEquals(2_712, range.p95().value(), 1e-6);
        }
    }
}
