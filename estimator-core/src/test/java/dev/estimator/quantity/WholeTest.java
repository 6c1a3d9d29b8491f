package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.thousand;
import static org.assertj.core.api.Assertions.assertThat;
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
        assertThat(count(3e15).format(Units.TRILLIONS)).isEqualTo("3000tn");
        assertThat(count(2e18, "tokens").per(Quantities.SECOND)).hasToString("2e18 tokens/s");
        assertThat(qps(3e15)).hasToString("3e15 req/s");
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
