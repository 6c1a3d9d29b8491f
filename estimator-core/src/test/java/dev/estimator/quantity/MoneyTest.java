package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.money;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $1.2k        | 1200    | USD
            $ 5          | 5       | USD
            1200 USD     | 1200    | USD
            1200USD      | 1200    | USD
            USD 7        | 7       | USD
            EUR 0.5      | 0.5     | EUR
            EUR0.5       | 0.5     | EUR
            €5           | 5       | EUR
            £3M          | 3e6     | GBP
            3M JPY       | 3e6     | JPY
            3 M JPY      | 3e6     | JPY
            5k CHF       | 5000    | CHF
            $3 million   | 3e6     | USD
            $3B          | 3e9     | USD
            2.5B EUR     | 2.5e9   | EUR
            2.5 bn EUR   | 2.5e9   | EUR
            $1_200       | 1200    | USD
            $1,200,000   | 1200000 | USD
            0 USD        | 0       | USD
            $5 ($5.04)   | 5.04    | USD
            """)
    void parse_spelling(String text, String amount, String currency) {
        assertEquals(Exact.of(amount), Money.parse(text).amount());
        assertEquals(currency, Money.parse(text).currency());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $5 (list)   | 4 | "list" in brackets is not understood: leave it out
            $5 (600 EUR) | 4 | the value in brackets is another one
            $5 (€5)     | 4 | the value in brackets is another one
            $5 (thousand) | 4 | "thousand" in brackets is not understood: leave it out
            $1e-400     | 8 | the amount is too small for any quantity, though it is not zero
            5           | 2 | the currency is missing or unknown
            5k          | 3 | the currency is missing or unknown
            5 usd       | 3 | the currency is missing or unknown
            5 pesos     | 3 | the currency is missing or unknown
            5 BTC       | 3 | the currency is missing or unknown
            5kUSD       | 2 | the currency is missing or unknown
            $5 EUR      | 4 | "EUR" is not understood
            EUR 5 USD   | 7 | "USD" is not understood
            5 EUR EUR   | 7 | "EUR" is not understood
            5 USD/month | 6 | "/month" is not understood
            BTC 5       | 1 | "BTC" is not an ISO 4217 currency code
            $3m         | 3 | "m" could mean M (million) or 0.001 (milli): write the one you mean
            $3b         | 3 | "b" could mean bn (billion) or bits: write the one you mean
            $$5         | 2 | a number was expected
            $5.5.5      | 2 | a number was expected
            ¥5          | 1 | a number was expected
            $           | 2 | a number is missing
            ``          | 1 | a number is missing
            $-5         | 2 | the amount is negative, which no quantity can be
            -$5         | 1 | the amount is negative, which no quantity can be
            $1e308 k    | 9 | the amount is too large for any quantity
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Money: at position " + position + " " + problem
                        + "; write for example $1.2k, 1200 USD, EUR 0.5 or 3M JPY",
                () -> Money.parse(text));
    }

    @Test
    void of_unknownCurrency() {
        assertRefused("currency must be an ISO 4217 code, such as USD, but was 'usd'", () -> money(5, "usd"));
        assertRefused("currency must be an ISO 4217 code, such as USD, but was ''", () -> money(5, ""));
    }

    @Test
    void of_outOfRange() {
        assertRefused("amount must be finite and not negative but was -0.01", () -> usd(-0.01));
        assertRefused("amount must be finite and not negative but was Infinity", () -> eur(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | USD | $0
            0.5       | USD | $0.50
            0.00012345| EUR | €0.00012345
            9.996     | GBP | £10
            69.12     | USD | $69.12
            999.4     | USD | $999.40
            999.6     | USD | $999.60
            1234      | CHF | 1,234 CHF
            3E6       | JPY | 3M JPY
            1E15      | USD | $1,000tn
            4.9E-324  | USD | $4.9e-324
            """)
    void toString_value(double value, String currency, String text) {
        assertEquals(text, money(value, currency).toString());
    }

    /** Dollars and cents, where the digits reach tenths; thousandths and thousands as before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.7       | $2.70      | $2.70
            2.704     | $2.70      | $2.70
            56.8      | $56.80     | $56.80
            56.8137   | $56.81     | $56.81
            56.0137   | $56.01     | $56.01
            99.996    | $100       | $100
            0.4       | $0.40      | $0.40
            0.0231    | $0.0231    | $0.0231
            7         | $7         | $7
            123.7     | $123.70    | $124
            1234.5    | $1,234.50  | $1.23k
            1370000   | $1.37M     | $1.37M
            """)
    void cents(double value, String typed, String calculated) {
        assertEquals(typed, usd(value).toString());
        assertEquals(calculated, assume("cost", usd(value)).times(ratio(1)).toString());
        assertEquals(usd(value), Money.parse(usd(value).toLongString()));
    }

    @Test
    void cents_ofACurrencyThatHasNone() {
        assertEquals("3.33 JPY", Money.parse("10 JPY").div(3).toString());
        assertEquals("2.5 JPY", Money.parse("10 JPY").div(4).toString());
        assertEquals("1,234.5 JPY", Money.parse("1234.5 JPY").toString());
        assertEquals("2.70 CHF", Money.parse("2.7 CHF").toString());
    }

    @Test
    void cents_ofRangesAndChosenDigits() {
        assertEquals("$41.83 ($35 … $50)", between(usd(35), usd(50)).toString());
        assertEquals("$0.458 ($0.35 … $0.60)", between(usd(0.35), usd(0.6)).toString());
        assertEquals("$2.72", usd(2.7189).format(2));
        assertEquals("$2.719", usd(2.7189).format(4));
        assertEquals("$57", usd(56.8).format(2));
    }

    /** 4 × √(1.71 × 23.3627) / 4 = 6.3206; in the unit that an author chose the ends have their cents as well. */
    @Test
    void cents_ofRangesInChosenUnits() {
        Price<Count> price = between(usd(1.71).per(million(1)), usd(23.3627).per(million(1)));
        assertEquals("$6.32/1M ($1.71 … $23.36)", price.toString());
        assertEquals("$6.32/1M ($1.71 … $23.36)", price.format(Units.COST_PER_MILLION));
    }

    @Test
    void plus_sameCurrency() {
        assertEquals(usd(12), usd(5).plus(usd(7)));
        assertEquals(usd(2), usd(7).minus(usd(5)));
    }

    @Test
    void mixedCurrencies() {
        String message = "currencies must be the same but were USD and EUR: convert one at a rate of your choice";
        assertRefused(message, () -> usd(7).plus(eur(5)));
        assertRefused(message, () -> usd(7).minus(eur(5)));
        assertRefused(message, () -> usd(7).max(eur(5)));
        assertRefused(message, () -> usd(7).min(eur(5)));
        assertRefused(message, () -> usd(7).div(eur(5)));
        assertRefused(message, () -> usd(7).compareTo(eur(5)));
        assertNotEquals(usd(7), eur(7));
    }

    @Test
    void div_money() {
        assertEquals(Ratio.of(1.4), usd(7).div(usd(5)));
    }

    @Test
    void times_factor() {
        assertEquals(eur(21), eur(7).times(3));
    }

    @Test
    void per_data() {
        assertEquals(80, usd(0.02).per(gb(1)).times(tb(4)).amount(), 1e-13);
    }

    @Test
    void per_count() {
        assertEquals(usd(0.5), usd(7).per(count(14)).times(count(1)));
    }

    /** RC-PRICE: twelve servers at $165 a month. */
    @Test
    void times_count() {
        assertEquals(usd(1980), usd(165).times(count(12)));
        assertEquals(usd(1980), count(12).times(usd(165)));
        assertEquals(
                "$1.98k/month ($2.71/h)",
                count(12).times(usd(165)).per(Quantities.MONTH).toString());
        Count servers = Quantities.assume("servers", count(12));
        assertEquals(usd(330), usd(165).times(servers).given(servers, count(2)));
    }

    @Test
    void per_time() {
        assertEquals(eur(42), eur(7).per(hours(2)).times(hours(12)));
    }

    @Test
    void per_zero() {
        assertNoAnswer("$7 ÷ 0 B has no answer: the divisor is zero", () -> usd(7).per(gb(0)));
        assertNoAnswer("$7 ÷ 0 has no answer: the divisor is zero", () -> usd(7).per(million(0)));
        assertNoAnswer("€7 ÷ 0 s has no answer: the divisor is zero", () -> eur(7).per(hours(0)));
    }

    @Test
    void minus_belowZero() {
        assertNoAnswer("$5 − $7 would be below zero, which no Money can be", () -> usd(5).minus(usd(7)));
    }
}
