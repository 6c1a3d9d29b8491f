package dev.estimator.analysis;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.WEEK;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.months;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.DAYS;
import static dev.estimator.quantity.Units.TB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 31);
    private static final Bytes USED = assume("used", between(tb(30), tb(50)));
    private static final Growth UNCERTAIN = Growth.compound(between(percent(3), percent(8)), MONTH);

    /** 1.05²⁴, 1.37^(100 ÷ 7), 2^(540 ÷ 365), 0.8³, 1 + 0.07 × 1200 ÷ 365, 1 + 2.5 × 100 ÷ 365 by mpmath, 30 digits. */
    @Test
    void after() {
        assertFactor(3.2250999437137, Growth.compound(percent(5), MONTH).after(years(2)));
        assertFactor(89.7740792109972, Growth.compound(percent(37), WEEK).after(days(100)));
        assertFactor(2.788428067964675, Growth.compound(ratio(2), YEAR).after(days(540)));
        assertFactor(0.512, Growth.compound(ratio(0.8), YEAR).after(years(3)));
        assertFactor(1.2301369863013698, Growth.linear(percent(7), MONTH).after(days(100)));
        assertFactor(1.6849315068493151, Growth.linear(ratio(2.5), YEAR).after(days(100)));
    }

    /** (1 + 1e-9)^31,536,000 by mpmath with 30 digits; 1 + 1e-9 alone, as a double, would be wrong in the ninth. */
    @Test
    void after_manyShortPeriods() {
        assertFactor(1.0320385282976392, Growth.compound(percent(1e-7), SECOND).after(years(1)));
    }

    @Test
    void after_noTime() {
        assertThat(Growth.compound(ratio(3), YEAR).after(days(0)).value()).isEqualTo(1);
        assertThat(Growth.linear(ratio(3), YEAR).after(days(0)).value()).isEqualTo(1);
    }

    @Test
    void after_noGrowth() {
        assertThat(Growth.compound(percent(0), YEAR).after(years(7)).value()).isEqualTo(1);
    }

    @Test
    void after_explained() {
        assertThat(Growth.compound(percent(5), MONTH).after(years(2)).explain()).hasToString("""
                        assumed
                          monthly growth = 5%
                        calculated
                          growth after 2 y = (1 + monthly growth)^(2 y ÷ 730 h)
                                           = (1 + 5%)^(2 y ÷ 730 h)
                                           = ×3.225""");
        assertThat(Growth.compound(ratio(2), days(10))
                        .after(assume("horizon", days(60)))
                        .explain())
                .hasToString("""
                        assumed
                          growth every 10 d = ×2
                          horizon           = 60 d
                        calculated
                          growth after horizon = growth every 10 d^(horizon ÷ 10 d)
                                               = 2^(60 d ÷ 10 d)
                                               = ×64""");
        assertThat(Growth.linear(ratio(1.5), YEAR).after(months(18)).explain().calculation())
                .isEqualTo("""
                          growth after 1.5 y = 1 + yearly growth × 1.5 y ÷ 365 d
                                             = 1 + 1.5 × 1.5 y ÷ 365 d
                                             = ×3.25""".indent(2).stripTrailing());
    }

    @Test
    void after_tooMuch() {
        assertThatThrownBy(() -> Growth.compound(ratio(1e9), DAY).after(years(1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("daily growth (×1bn)^(365 d ÷ 1 d) is too large for any Ratio");
    }

    /** The 95th percentile of an increasing function of one range is that of its 95th percentile. */
    @Test
    void after_uncertain() {
        Growth growth = Growth.compound(between(percent(3), percent(8)), MONTH);
        assertThat(growth.after(months(12)).p95().value()).isCloseTo(Math.pow(1.08, 12), within(1e-3));
        assertThat(growth.after(months(12)).p5().value()).isCloseTo(Math.pow(1.03, 12), within(1e-3));
        Ratio inSomeTime = Growth.linear(percent(10), MONTH).after(between(months(2), months(6)));
        assertThat(inSomeTime.name()).isEqualTo("growth after some time");
        assertThat(inSomeTime.p95().value()).isCloseTo(1.6, within(1e-3));
        Ratio inSomePeriods =
                Growth.linear(percent(10), between(days(5), days(20))).after(days(40));
        assertThat(inSomePeriods.p95().value()).isCloseTo(1.8, within(1e-3));
    }

    @Test
    void at_isNamedAfterWhatGrows() {
        Growth growth = Growth.compound(percent(5), MONTH);
        assertThat(growth.at(USED, years(2)).name()).isEqualTo("used after 2 y");
        assertThat(growth.at(tb(40), years(2)).name()).isNull();
        assertThat(growth.at(tb(40), years(2)).to(TB)).isCloseTo(129.003997749, within(1e-8));
    }

    @Test
    void at_whatIf() {
        Bytes later = Growth.compound(percent(5), MONTH).at(USED, months(3));
        assertThat(later.given("monthly growth", percent(10))
                        .given(USED, tb(40))
                        .to(TB))
                .isCloseTo(53.24, within(1e-12));
    }

    /**
     * From the last of January 2026 to the first of March 2028 there are 760 days, one of them the 29th of February.
     */
    @ParameterizedTest
    @CsvSource({"2026-01-31, 0", "2027-01-31, 365", "2028-02-28, 758", "2028-02-29, 759", "2028-03-01, 760"})
    void at_date(LocalDate date, int days) {
        Growth growth = Growth.linear(percent(1), DAY).startingOn(START);
        assertThat(growth.at(tb(100), date).to(TB)).isCloseTo(100.0 + days, within(1e-9));
        assertThat(growth.at(USED, date).name()).isEqualTo("used on " + date);
    }

    @Test
    void at_date_refused() {
        Growth growth = Growth.compound(percent(5), MONTH);
        assertThatThrownBy(() -> growth.at(USED, START))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the start is not set: it is needed for dates, say startingOn(date)");
        assertThatThrownBy(() -> growth.startingOn(START).at(USED, LocalDate.of(2026, 1, 30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must not be before the start, 2026-01-31, but was 2026-01-30");
    }

    /** By mpmath with 30 digits: (365 ÷ 12) ln 2.5 ÷ ln 1.05, 365 ln(70 ÷ 3) ÷ ln 1.4, 7 × (70 ÷ 3 − 1) ÷ 0.25. */
    @Test
    void runway() {
        assertDays(571.2321373707047, Growth.compound(percent(5), MONTH).runway(tb(40), tb(100)));
        assertDays(3416.945450029658, Growth.compound(ratio(1.4), YEAR).runway(count(3), count(70)));
        assertDays(625.3333333333334, Growth.linear(percent(25), WEEK).runway(usd(3), usd(70)));
    }

    /** The column "actual" of the table in Wikipedia, Rule of 72. */
    @ParameterizedTest
    @CsvSource({"1, 69.661", "2, 35.003", "3, 23.450", "4, 17.673", "5, 14.207", "7, 10.245", "9, 8.043", "10, 7.273"})
    void runway_doubling(double percent, double years) {
        TimeSpan doubling = Growth.compound(percent(percent), YEAR).runway(count(1), count(2));
        assertThat(doubling.to(DAYS) / 365).isCloseTo(years, within(0.0005));
    }

    @Test
    void runway_doesNotFitNow() {
        assertThat(Growth.compound(percent(5), MONTH).runway(tb(101), tb(100)).to(DAYS))
                .isZero();
        assertThat(Growth.linear(percent(5), MONTH).runway(tb(101), tb(100)).to(DAYS))
                .isZero();
        assertThat(Growth.compound(ratio(0.5), MONTH).runway(tb(101), tb(100)).to(DAYS))
                .isZero();
        assertThat(Growth.compound(percent(5), MONTH).runway(tb(100), tb(100)).to(DAYS))
                .isZero();
    }

    @Test
    void runway_explained() {
        assertThat(Growth.compound(ratio(1.4), YEAR)
                        .runway(assume("used", tb(40)), tb(100))
                        .explain())
                .hasToString("""
                        assumed
                          limit         = 100 TB
                          used          = 40 TB
                          yearly growth = ×1.4
                        calculated
                          runway = 365 d × (ln(limit ÷ used) ÷ ln(yearly growth))
                                 = 365 d × (ln(100 TB ÷ 40 TB) ÷ ln(1.4))
                                 = 994 d""");
    }

    @Test
    void runway_neverEnds() {
        assertNever(
                "1 TB never reaches 2 TB: with ×0.9 every year it does not grow", Growth.compound(ratio(0.9), YEAR));
        assertNever(
                "1 TB never reaches 2 TB: with ×1 every 10 d it does not grow", Growth.compound(ratio(1), days(10)));
        assertNever(
                "1 TB never reaches 2 TB: with 0% every hour it does not grow",
                Growth.compound(percent(0), seconds(3600)));
        assertNever("1 TB never reaches 2 TB: with ×0 every day it does not grow", Growth.linear(ratio(0), DAY));
        assertThatThrownBy(() -> Growth.linear(ratio(1), DAY).runway(tb(0), tb(2)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("0 B never reaches 2 TB: there is nothing that could grow");
    }

    private static void assertNever(String message, Growth growth) {
        assertThatThrownBy(() -> growth.runway(tb(1), tb(2)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(message);
    }

    @Test
    void runway_ofTwoCurrencies() {
        assertThatThrownBy(() -> Growth.linear(ratio(1), DAY).runway(usd(1), eur(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currencies must be the same but were USD and EUR: convert one at a rate of your choice");
    }

    /** ln 2.5 ÷ ln 1.3 = 3.492 and ln 2.5 ÷ ln 1.1 = 9.614 years; of the log-normal rates 2 in 10,000 do not grow. */
    @Test
    void runway_someDrawsNeverEnd() {
        TimeSpan runway = Growth.compound(between(ratio(1.1), ratio(1.3)), YEAR).runway(count(40), count(100));
        assertThat(runway.p5().to(DAYS) / 365).isCloseTo(3.492, within(0.005));
        assertThat(runway.p95().to(DAYS) / 365).isCloseTo(9.614, within(0.02));
        Ratio even = oneOf(ratio(0.9), ratio(2), ratio(4));
        TimeSpan ofOneInThree = Growth.compound(even, YEAR).runway(tb(1), tb(4));
        assertThat(ofOneInThree.p95().isBeyond()).isTrue();
        Summary<TimeSpan> summary = Simulation.of(ofOneInThree).summary(ofOneInThree);
        assertThat(summary.probabilityBeyond().value().value()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(summary.whyBeyond()).isEqualTo("never reached");
        assertThat(ofOneInThree).hasToString("p50 2 y, p95 beyond any number: never reached in 33.3% of cases");
    }

    /** Φ(−ln 1.2 ÷ s) = 14.8556 % do not grow, s = ln(1.6 ÷ 0.9) ÷ 3.2897072539; ln 2.5 ÷ ln 1.2 = 5.0257 years. */
    @Test
    void runway_neverReachedInSomeCases() {
        Growth growth = Growth.compound(between(ratio(0.9), ratio(1.6)), YEAR).startingOn(START);
        Runway runway = growth.fits(tb(40), tb(100));
        assertThat(runway.neverReached().share().value()).isCloseTo(0.148556, within(2e-3));
        assertThat(runway.p95().isBeyond()).isTrue();
        assertThat(runway).hasToString("fits 5 y (1 y 11 months … for ever), for ever in 14.9% of cases");
        assertThat(growth.reachedOn(tb(40), tb(100)))
                .hasToString("2031-02-08 (2028-01 … never), never in 14.9% of cases");
        assertThat(limit(growth.runway(tb(40), tb(100)))
                        .atLeast(years(1))
                        .probability()
                        .toString())
                .startsWith("99.99");
        TimeSpan time = growth.runway(tb(40), tb(100));
        assertThat(Simulation.of(time).summary(time).mean())
                .hasToString("does not exist: never reached in 14.9% of cases");
    }

    /** Φ(ln(1 ÷ √(0.5 × 1.05)) ÷ s) of the rates do not grow: by the best guess the limit is never reached. */
    @Test
    void runway_neverByTheBestGuess() {
        Growth growth = Growth.compound(between(ratio(0.5), ratio(1.05)), YEAR).startingOn(START);
        assertThat(growth.runway(tb(40), tb(100)).isBeyond()).isTrue();
        assertThat(growth.fits(tb(40), tb(100)))
                .hasToString("fits for ever (18 y 9 months … for ever), for ever in 92.3% of cases");
        assertThat(growth.reachedOn(tb(40), tb(100)).date()).isEqualTo(LocalDate.MAX);
        assertThat(Growth.compound(ratio(0.9), YEAR).fits(between(tb(10), tb(20)), tb(25)))
                .hasToString("fits for ever in 99.66% of cases"); // Φ(ln(25 ÷ √200) ÷ s)
    }

    @Test
    void dates_farAway() {
        Growth growth = Growth.compound(percent(5), MONTH).startingOn(START);
        assertThatThrownBy(() -> growth.at(tb(1), LocalDate.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must be at most in the year 9999 but was +999999999-12-31");
        assertThatThrownBy(() -> Growth.compound(percent(5), DAY).startingOn(LocalDate.of(10_000, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must be at most in the year 9999 but was +10000-01-01");
    }

    @Test
    void runway_ofNothingInSomeDraws() {
        Bytes now = oneOf(tb(0), tb(4), tb(6), tb(20));
        TimeSpan runway = Growth.linear(ratio(2), YEAR).runway(now, tb(12));
        assertThat(runway.p5()).isEqualTo(days(0));
        assertThat(runway.p95().isBeyond()).isTrue();
    }

    @Test
    void fits() {
        assertThat(Growth.compound(percent(5), MONTH).fits(tb(40), tb(100))).hasToString("fits 1 y 6 months");
        assertThat(UNCERTAIN.fits(USED, tb(100))).hasToString("fits 1 y 7 months (11 months … 2 y 9 months)");
    }

    /** ln 2.5 ÷ ln 1.05 = 18.780 months: 18 are over on 31 July 2027, and of the 31 d to 31 August 24.2 more. */
    @Test
    void reachedOn() {
        Growth growth = Growth.compound(percent(5), MONTH).startingOn(START);
        assertThat(growth.reachedOn(tb(40), tb(100))).hasToString("2027-08-24");
        assertThat(growth.at(tb(40), LocalDate.of(2027, 8, 24)).to(TB)).isLessThan(100);
        assertThat(growth.at(tb(40), LocalDate.of(2027, 8, 25)).to(TB)).isGreaterThan(100);
    }

    /** One part in a thousand a day: a thousand days, with two leap days among them. */
    @Test
    void reachedOn_wholeDays() {
        Growth growth = Growth.linear(percent(0.1), DAY).startingOn(LocalDate.of(2023, 12, 31));
        assertThat(growth.reachedOn(tb(4), tb(8)).date()).isEqualTo(LocalDate.of(2026, 9, 26));
    }

    @Test
    void reachedOn_uncertain() {
        assertThat(UNCERTAIN.startingOn(START).reachedOn(USED, tb(100))).hasToString("2027-09-21 (2027-01 … 2028-11)");
    }

    @Test
    void reachedOn_extremes() {
        Growth growth = Growth.linear(percent(1), YEAR).startingOn(START);
        assertThat(growth.reachedOn(tb(3), tb(2))).hasToString("passed at the start");
        assertThat(growth.reachedOn(tb(3), tb(2)).date()).isEqualTo(LocalDate.MIN);
        assertThat(growth.reachedOn(tb(3), tb(3))).hasToString(START.toString());
        assertThat(growth.reachedOn(tb(1), tb(1000)).date()).isAfter(LocalDate.of(9999, 12, 31));
        assertThat(growth.reachedOn(tb(1), tb(1000))).hasToString("after the year 9999");
        assertThat(Growth.linear(percent(1e-9), YEAR)
                        .startingOn(START)
                        .reachedOn(tb(1), tb(2))
                        .date())
                .isEqualTo(LocalDate.MAX.minusDays(1));
    }

    @Test
    void reachedOn_withoutStart() {
        assertThatThrownBy(() -> UNCERTAIN.reachedOn(USED, tb(100)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the start is not set: it is needed for dates, say startingOn(date)");
    }

    @Test
    void rates_refused() {
        assertThatThrownBy(() -> Growth.compound(ratio(0), YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("factor must be above zero but was ×0: nothing would be left; ×1 is no growth");
        assertThatThrownBy(() -> Growth.compound(percent(5), days(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must be above zero but was 0 s");
        assertThatThrownBy(() -> Growth.compound(ratio(5), days(0)))
                .hasMessage("period must be above zero but was 0 s");
        assertThatThrownBy(() -> Growth.linear(percent(5), days(0)))
                .hasMessage("period must be above zero but was 0 s");
        assertThatThrownBy(() -> Growth.linear(ratio(5), days(0))).hasMessage("period must be above zero but was 0 s");
    }

    @Test
    void toString_inWords() {
        assertThat(Growth.compound(percent(5), MONTH)).hasToString("5% every month, compound");
        assertThat(Growth.compound(ratio(2), YEAR).startingOn(START))
                .hasToString("×2 every year, compound, from 2026-01-31");
        assertThat(Growth.linear(percent(3), WEEK)).hasToString("3% of the start every week, linear");
        assertThat(Growth.linear(ratio(3), days(10))).hasToString("×3 of the start every 10 d, linear");
        assertThat(UNCERTAIN).hasToString("4.93% (3% … 8%) every month, compound");
    }

    @Property
    void at_isTheLimitAfterTheRunway(
            @ForAll @DoubleRange(min = 0.001, max = 1) @Scale(6) double rate,
            @ForAll @DoubleRange(min = 1, max = 1000) @Scale(3) double more) {
        assertReaches(Growth.compound(percent(100 * rate), WEEK), more);
        assertReaches(Growth.compound(ratio(1 + rate), MONTH), more);
        assertReaches(Growth.linear(percent(100 * rate), YEAR), more);
        assertReaches(Growth.linear(ratio(3 * rate), DAY), more);
    }

    private static void assertReaches(Growth growth, double more) {
        Bytes limit = tb(7 * more);
        Bytes reached = growth.at(tb(7), growth.runway(tb(7), limit));
        assertThat(reached.to(TB)).isCloseTo(7 * more, within(1e-10 * more));
    }

    @Property
    void compound_multiplies(
            @ForAll @DoubleRange(min = 0.5, max = 2) @Scale(6) double factor,
            @ForAll @DoubleRange(min = 0, max = 900) @Scale(3) double first,
            @ForAll @DoubleRange(min = 0, max = 900) @Scale(3) double second) {
        Growth growth = Growth.compound(ratio(factor), MONTH);
        double product =
                growth.after(days(first)).times(growth.after(days(second))).value();
        assertThat(growth.after(days(first + second)).value()).isCloseTo(product, within(1e-11 * product));
    }

    @Property
    void linear_adds(
            @ForAll @DoubleRange(min = 0, max = 9) @Scale(6) double rate,
            @ForAll @DoubleRange(min = 0, max = 900) @Scale(3) double first,
            @ForAll @DoubleRange(min = 0, max = 900) @Scale(3) double second) {
        Growth growth = Growth.linear(ratio(rate), MONTH);
        double sum =
                growth.after(days(first)).value() + growth.after(days(second)).value() - 1;
        assertThat(growth.after(days(first + second)).value()).isCloseTo(sum, within(1e-12 * sum));
    }

    /** By part and by factor is the same said twice. */
    @Property
    void compound_partIsFactorLessOne(
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double part,
            @ForAll @DoubleRange(min = 0, max = 900) @Scale(3) double days) {
        double factor =
                Growth.compound(ratio(1 + part), MONTH).after(days(days)).value();
        assertThat(Growth.compound(percent(100 * part), MONTH).after(days(days)).value())
                .isCloseTo(factor, within(1e-12 * factor));
    }

    private static void assertFactor(double expected, Ratio actual) {
        assertThat(actual.value()).isCloseTo(expected, within(1e-13 * expected));
    }

    private static void assertDays(double expected, TimeSpan actual) {
        assertThat(actual.to(DAYS)).isCloseTo(expected, within(1e-13 * expected));
        assertThat(((Quantity<?>) actual).name()).isEqualTo("runway");
    }
}
