package dev.estimator.analysis;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.WEEK;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.months;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.DAYS;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.TB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** Whatever a growth is asked, and with or without a start, it says the same: twelve months are a year. */
class GrowthAgreementTest {
    private static final LocalDate FIRST = LocalDate.of(1999, 12, 31);
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Growth DOUBLING = Growth.compound(ratio(2), MONTH);
    private static final double NEAR = 1e-12;

    /** RC-MONTH 1 to 6. */
    @Test
    void after_wholePeriods() {
        assertThat(Growth.compound(percent(15), MONTH).at(qps(5000), years(1)).to(PER_SECOND))
                .isCloseTo(26_751.250528, within(1e-6)); // 5000 × 1.15¹²
        assertThat(Growth.compound(percent(8), months(3))
                        .at(count(840), years(1))
                        .to(ONES))
                .isCloseTo(1142.8107264, within(1e-9)); // 840 × 1.08⁴
        assertThat(DOUBLING.after(years(1)).value()).isEqualTo(4096);
        assertThat(DOUBLING.after(years(2)).value()).isEqualTo(16_777_216);
        assertThat(Growth.compound(ratio(2), YEAR).after(months(12)).value()).isEqualTo(2);
        assertThat(Growth.linear(percent(10), MONTH).after(years(1)).value()).isCloseTo(2.2, within(NEAR));
    }

    /** RC-MONTH 11 to 13. */
    @Test
    void table_withAStart() {
        GrowthTable<Bytes> table = DOUBLING.startingOn(START).table(tb(1), 12);
        assertThat(table.rows().get(12).quantity()).isEqualTo(tb(4096));
        assertThat(table.rows().get(2).quantity()).isEqualTo(tb(4));
        assertThat(DOUBLING.table(tb(1), 12).rows().get(12).quantity()).isEqualTo(tb(4096));
        assertThat(DOUBLING.startingOn(START).reachedOn(tb(1), tb(4096))).hasToString("2027-01-01");
        assertThat(DOUBLING.fits(tb(1), tb(4096))).hasToString("fits 1 y");
    }

    /** From 29 February 2028 a year ends on 28 February, and the fourth on the 29th again. */
    @Test
    void at_leapDay() {
        Growth growth = Growth.compound(ratio(3), YEAR).startingOn(LocalDate.of(2028, 2, 29));
        assertThat(growth.at(tb(1), LocalDate.of(2029, 2, 28))).isEqualTo(tb(3));
        assertThat(growth.at(tb(1), LocalDate.of(2032, 2, 29))).isEqualTo(tb(81));
    }

    /** On the 15th of a February of 28 d half of it is over. */
    @Test
    void at_partOfAMonth() {
        Growth growth = Growth.linear(ratio(1), MONTH).startingOn(LocalDate.of(2027, 2, 1));
        assertThat(growth.at(tb(8), LocalDate.of(2027, 2, 15)).to(TB)).isCloseTo(12, within(NEAR));
    }

    @Property
    void dates_sayWhatTimesSay(
            @ForAll @IntRange(min = 0, max = 36_525) int day,
            @ForAll @IntRange(min = 1, max = 200) int months,
            @ForAll @IntRange(min = 0, max = 27) int days,
            @ForAll @IntRange(min = 1, max = 24) int periodMonths,
            @ForAll @DoubleRange(min = 1.05, max = 1.3) @Scale(3) double factor) {
        LocalDate start = FIRST.plusDays(day);
        for (Growth growth : List.of(
                Growth.compound(ratio(factor), months(periodMonths)),
                Growth.compound(percent(100 * (factor - 1)), months(periodMonths)),
                Growth.linear(ratio(factor), months(periodMonths)))) {
            Growth dated = growth.startingOn(start);
            GrowthTable.Row<Bytes> row = growth.table(tb(7), months).rows().get(months);
            GrowthTable.Row<Bytes> datedRow = dated.table(tb(7), months).rows().get(months);
            assertThat(datedRow.quantity()).isEqualTo(row.quantity());
            assertThat(datedRow.time()).isEqualTo(row.time());
            assertThat(growth.at(tb(7), months(months))).isEqualTo(row.quantity());
            assertThat(dated.at(tb(7), start.plusMonths(months))).isEqualTo(row.quantity());
            assertReachedAsPromised(dated, start.plusMonths(months).plusDays(days));
            assertThat(growth.fits(tb(7), row.quantity())).hasToString("fits " + words(months));
        }
    }

    /** What grows by the day, the week or by thirty days is counted in days. */
    @Property
    void dates_countDaysOfOtherPeriods(
            @ForAll @IntRange(min = 0, max = 36_525) int day,
            @ForAll @IntRange(min = 0, max = 4000) int days,
            @ForAll @DoubleRange(min = 1.0001, max = 1.01) @Scale(4) double factor) {
        LocalDate start = FIRST.plusDays(day);
        for (TimeSpan period : List.of(DAY, WEEK, DAY.times(30))) {
            Growth growth = Growth.compound(ratio(factor), period);
            Growth dated = growth.startingOn(start);
            assertThat(dated.at(tb(7), start.plusDays(days))).isEqualTo(growth.at(tb(7), DAY.times(days)));
            assertReachedAsPromised(dated, start.plusDays(days));
        }
    }

    /** What there is on a day is reached on that day, and by the table of months not before its date. */
    private static void assertReachedAsPromised(Growth growth, LocalDate date) {
        Bytes then = growth.at(tb(7), date);
        assertThat(growth.reachedOn(tb(7), then).date()).isEqualTo(date);
        assertThat(growth.reachedOn(growth.fits(tb(7), then)).date()).isEqualTo(date);
        Bytes more = growth.at(tb(7), date.plusDays(1));
        assertThat(more.to(TB)).isGreaterThan(then.to(TB));
        assertThat(growth.runway(tb(7), then).to(DAYS))
                .isLessThan(growth.runway(tb(7), more).to(DAYS));
    }

    private static String words(int months) {
        int rest = months % 12;
        String monthText = rest == 1 ? "1 month" : rest + " months";
        return months < 12 ? monthText : months / 12 + " y" + (rest == 0 ? "" : " " + monthText);
    }
}
