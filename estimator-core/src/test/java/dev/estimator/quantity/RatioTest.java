package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ×3           | 3
            × 3          | 3
            x3           | 3
            3            | 3
            2.5x         | 2.5
            2.5×         | 2.5
            2.5 x        | 2.5
            100:1        | 100
            100 : 1      | 100
            7:4          | 7/4
            2:3          | 2/3
            0:3          | 0
            250%         | 2.5
            3 %          | 0.03
            3k           | 3000
            ×1.5M        | 1.5e6
            1_000        | 1000
            1,000,000    | 1e6
            0            | 0
            2e-3         | 0.002
            ×3 (2.96)    | 2.96
            +20%        | 1.2
            +20 % (×1.2)| 1.2
            +150%       | 2.5
            -20%        | 0.8
            −7%         | 0.93
            -100%       | 0
            """)
    void parse_spelling(String text, String factor) {
        assertEquals(Exact.of(factor), Ratio.parse(text).value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            100:1:2     | 6  | ":2" is not understood
            100:1%      | 6  | "%" is not understood
            3:1x        | 4  | "x" is not understood
            ×3×         | 3  | "×" is not understood
            3x4         | 3  | "4" is not understood
            3 GB        | 3  | "GB" is not understood
            3xx         | 3  | "x" is not understood
            3:          | 3  | a number is missing
            ×           | 2  | a number is missing
            ``          | 1  | a number is missing
            ××3         | 2  | a number was expected
            x           | 2  | a number is missing
            3:0         | 4  | division by zero
            3m          | 2  | "m" could mean M (million) or 0.001 (milli): write the one you mean
            1,5         | 1  | "1,5" could mean 1.5 or 15: write the one you mean, without a comma
            -101%       | 1  | the amount is negative, which no quantity can be
            −3x         | 1  | the amount is negative, which no quantity can be
            -3          | 1  | the amount is negative, which no quantity can be
            × -3        | 3  | the amount is negative, which no quantity can be
            ×3 (×4)     | 4  | the value in brackets is another one
            ×3 (copies) | 4  | "copies" in brackets is not understood: leave it out
            1e-400      | 7  | the amount is too small for any quantity, though it is not zero
            1e308:1e-308| 13 | the amount is too large for any quantity
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Ratio: at position " + position + " " + problem
                        + "; write for example ×3, 3, 2.5x, 100:1 or 250%",
                () -> Ratio.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | ×0
            4.9E-324  | ×4.9e-324
            0.0625    | ×0.0625
            1         | ×1
            2.555      | ×2.56
            9.996      | ×10
            123.4     | ×123
            999.6     | ×1k
            1E36      | ×1e36
            """)
    void toString_value(double value, String text) {
        assertEquals(text, ratio(value).toString());
    }

    @Test
    void of_outOfRange() {
        assertRefused("factor must be finite and not negative but was -0.5", () -> ratio(-0.5));
        assertRefused("factor must be finite and not negative but was NaN", () -> ratio(Double.NaN));
    }

    @Test
    void times_amount() {
        assertEquals(gb(7.5), ratio(2.5).times(gb(3)));
        assertEquals(qps(17.5), ratio(2.5).times(qps(7)));
        assertEquals(ratio(10), ratio(2.5).times(ratio(4)));
        assertEquals(usd(12.5), ratio(2.5).times(usd(5)));
    }

    @Test
    void div_ratio() {
        assertEquals(ratio(0.625), ratio(2.5).div(ratio(4)));
    }

    @Test
    void div_zero() {
        assertNoAnswer(
                "2.5 ÷ 0 has no answer: the divisor is zero", () -> ratio(2.5).div(ratio(0)));
    }

    @Test
    void ceilAndFloor() {
        assertEquals(count(3), ratio(2.5).ceil());
        assertEquals(count(2), ratio(2.5).floor());
        assertEquals(count(408), ratio(408.00000000000006).ceil());
        assertEquals(count(408), ratio(407.99999999999994).floor());
    }

    @Test
    void toCount() {
        assertEquals(count(2500), mb(10).div(kb(4)).toCount());
        assertEquals("2,500 pages", mb(10).div(kb(4)).toCount("pages").toString());
        Count pages = assume("file", mb(10)).div(kb(4)).toCount("pages");
        assertEquals(count(5000), pages.given("file", mb(20)));
        Explained.assertExplained("""
                assumed
                  file = 10 MB
                calculated
                  count = file ÷ 4 kB
                        = 10 MB ÷ 4 kB
                        = 2,500 pages""", pages);
        assertEquals(
                "2,500 pages (1,250 … 5,000)",
                between(mb(5), mb(20)).div(kb(4)).toCount("pages").toString());
        assertRefused(
                "noun must be readable after a number but \"GB\" is a unit of another quantity, not a noun",
                () -> ratio(3).toCount("GB"));
    }

    @Test
    void toShare() {
        assertEquals(percent(40), gb(2).div(gb(5)).toShare());
    }

    @Test
    void toShare_aboveOne() {
        assertNoAnswer("2.5 is above 1, which no Share can be", () -> ratio(2.5).toShare());
        assertNoAnswer(
                "disk use (×2.5) is above 1, which no Share can be",
                () -> gb(5).div(assume("disk", gb(2))).named("disk use").toShare());
    }

    @Test
    void computed_formula() {
        Ratio squared = Ratio.computed("{0}²", in -> in[0] * in[0], assume("load", ratio(3)));
        assertEquals(ratio(9), squared);
        assertEquals(ratio(25), squared.given("load", ratio(5)));
    }

    @Test
    void computed_noAnswer() {
        assertNoAnswer(
                "root(load (×3)) has no answer",
                () -> Ratio.computed("root", in -> Double.NaN, assume("load", ratio(3))));
        assertRefused("notation must not be blank", () -> Ratio.computed(" ", in -> in[0], hours(1)));
        assertRefused(
                "inputs must not be empty: a formula of nothing is a constant", () -> Ratio.computed("f", in -> 1));
    }
}
