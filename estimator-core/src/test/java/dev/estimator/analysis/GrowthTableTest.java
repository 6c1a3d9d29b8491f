package dev.estimator.analysis;

import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.months;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.queueing.GeneralQueue;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Growth#table}. */
class GrowthTableTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 31);
    private static final Bytes USED = assume("used", between(tb(30), tb(50)));
    private static final Growth UNCERTAIN = Growth.compound(between(percent(3), percent(8)), MONTH);

    @Test
    void toString_byMonth() {
        GrowthTable<Bytes> table = Growth.linear(percent(10), MONTH).table(tb(40), 10);
        assertThat(table).hasToString("""
                month  amount
                    0  40 TB
                    1  44 TB
                    2  48 TB
                    3  52 TB
                    4  56 TB
                    5  60 TB
                    6  64 TB
                    7  68 TB
                    8  72 TB
                    9  76 TB
                   10  80 TB""");
        assertThat(table.rows().get(3).time()).isEqualTo(months(3));
        assertThat(table.rows().get(3).date()).isNull();
    }

    /** From the first year on it was '×0.36'. */
    @Test
    void toString_ofUtilization_isInPercent() {
        Ratio busy = GeneralQueue.builder()
                .arrivalRate(qps(70))
                .serviceTime(ms(20))
                .servers(count(5))
                .build()
                .utilization();
        Growth growth = Growth.compound(percent(30), YEAR);
        assertThat(growth.table(busy, 2, YEAR)).hasToString("""
                year  utilization
                   0  28%
                   1  36%
                   2  47%""");
        assertThat(growth.at(busy, YEAR)).hasToString("36%");
        assertThat(growth.startingOn(START).at(busy, START.plusYears(1))).hasToString("36%");
        assertThat(growth.table(ratio(2).named("factor"), 1, YEAR).toString()).endsWith("×2.6");
    }

    /** It grows as it stands: what it serves would need 12, 13, 14 and 15. */
    @Test
    void toString_ofRoundedUp_saysSo() {
        Count servers = assume("load", qps(11_200)).div(qps(1_000)).ceil().named("servers");
        assertThat(Growth.linear(percent(10), MONTH).table(servers, 3)).hasToString("""
                month  servers
                    0  12
                    1  13
                    2  14
                    3  16
                numbers that are rounded up grow as they stand""");
    }

    /** On the last of each month, without drift; to each it is a month. */
    @Test
    void toString_byQuarterOrYear() {
        assertThat(Growth.linear(percent(5), MONTH).table(tb(40), 3, months(3))).hasToString("""
                quarter  amount
                      0  40 TB
                      1  46 TB
                      2  52 TB
                      3  58 TB""");
        GrowthTable<Bytes> years =
                Growth.compound(ratio(2), YEAR).startingOn(START).table(tb(7), 2, YEAR);
        assertThat(years).hasToString("""
                year  date        amount
                   0  2026-01-31  7 TB
                   1  2027-01-31  14 TB
                   2  2028-01-31  28 TB""");
        assertThat(years.rows().get(2).month()).isEqualTo(24);
        assertThat(Growth.linear(percent(5), MONTH).table(tb(40), 1, months(8))).hasToString("""
                month  amount
                    0  40 TB
                    8  56 TB""");
    }

    @Test
    void of_periodOutOfRange() {
        assertThatThrownBy(() -> UNCERTAIN.table(USED, 4, days(7)))
                .hasMessage(
                        "period must be a whole number of months, 1 to 1,200, but was 7 d: write MONTH, months(3) or YEAR");
        assertThatThrownBy(() -> UNCERTAIN.table(USED, 4, years(101)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("period must be a whole number of months, 1 to 1,200, but was 101 y");
        assertThatThrownBy(() -> UNCERTAIN.table(USED, 101, YEAR))
                .hasMessage("periods must be between 1 and 100 but was 101");
        assertThatThrownBy(() -> UNCERTAIN.table(USED, 0, YEAR))
                .hasMessage("periods must be between 1 and 100 but was 0");
    }

    @Test
    void toString_withDates() {
        GrowthTable<Bytes> table = UNCERTAIN.startingOn(START).table(USED, 3);
        assertThat(table).hasToString("""
                month  date        used
                    0  2026-01-31  39 TB (30 … 50)
                    1  2026-02-28  41 TB (32 … 53)
                    2  2026-03-31  43 TB (33 … 55)
                    3  2026-04-30  45 TB (35 … 59)""");
        assertThat(table.rows().get(1).time()).isEqualTo(MONTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1201})
    void of_monthsOutOfRange(int months) {
        assertThatThrownBy(() -> UNCERTAIN.table(USED, months))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("months must be between 1 and 1200 but was " + months);
    }
}
