package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $15/month             | 15/2628000      | USD
            $1.2k/month           | 1200/2628000    | USD
            0.096 USD/h           | 0.096/3600      | USD
            €7 per y              | 7/31536000      | EUR
            $5/2 h                | 5/7200          | USD
            $15/month ($0.0205/h) | 15/2628000      | USD
            """)
    void parse(String text, String perSecond, String currency) {
        Spending price = Spending.parse(text);
        assertEquals(Exact.of(perSecond) + " " + currency + "/s", price.toLongString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $5 h            | 4  | what the price is for is missing
            $5/m            | 4  | "m" could mean min (minutes) or month (730 h): write the one you mean
            $5/0 h          | 7  | division by zero
            $5/h/h          | 5  | "/h" is not understood
            $5/1 d 2 h      | 8  | "2 h" is not understood
            $5/GB           | 4  | "GB" is not a unit that is known here
            $15/month ($15/h) | 11 | the value in brackets is another one
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Spending: at position " + position + " " + problem
                        + "; write for example $1.2k/month or 0.096 USD/h",
                () -> Spending.parse(text));
    }

    @Test
    void toString_monthAndHour() {
        assertEquals("$15/month ($0.0205/h)", usd(15).per(MONTH).toString());
        assertEquals("$0.096/h ($70.08/month)", usd(0.096).per(hours(1)).toString());
        assertEquals("€0/month (€0/h)", eur(0).per(hours(1)).toString());
    }

    @Test
    void times_time() {
        assertEquals(usd(84), usd(12).per(hours(1)).times(hours(7)));
        assertEquals(usd(1980), count(12).times(usd(165)));
        assertEquals("$23,760", YEAR.times(usd(165).per(MONTH).times(count(12))).toString());
        assertThat(usd(0.04).per(hours(1)).times(MONTH).times(ratio(3)).amount())
                .isCloseTo(87.6, within(1e-12));
    }

    @Test
    void times_count() {
        Spending each = assume("a server", usd(165).per(MONTH));
        Spending all = each.times(assume("servers", count(12))).named("cost");
        assertThat(all.toString()).isEqualTo("$1.98k/month");
        assertThat(count(12).times(usd(165).per(MONTH)).toLongString()).isEqualTo(12 * (165 / 2628000.0) + " USD/s");
        assertThat(all.explain()).hasToString("""
                assumed
                  a server = $165/month ($0.226/h)
                  servers  = 12
                calculated
                  cost = a server × servers
                       = $165/month × 12
                       = $1.98k/month""");
        assertThat(all.given("servers", count(20))).hasToString("$3.3k/month");
    }

    @Test
    void perNoTime() {
        assertNoAnswer("$5 ÷ 0 s has no answer: the divisor is zero", () -> usd(5).per(hours(0)));
        assertNoAnswer(
                "price ($7.3e302/month) × 1e30 is too large for any Spending",
                () -> assume("price", usd(1e300).per(hours(1))).times(count(1e30)));
    }

    @Test
    void mixedCurrencies() {
        assertRefused(
                "currencies must be the same but were USD and EUR: convert one at a rate of your choice",
                () -> usd(3).per(MONTH).plus(eur(2).per(MONTH)));
    }
}
