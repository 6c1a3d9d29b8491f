package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.months;
import static dev.estimator.quantity.Quantities.perMonth;
import static dev.estimator.quantity.Quantities.perYear;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.MILLIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month is a twelfth of a year, wherever the two meet: as a constant, a unit, a rate, a price and as text. */
class MonthTest {
    @Test
    void month_isATwelfthOfAYear() {
        assertThat(MONTH.times(12)).isEqualTo(YEAR);
        assertThat(MONTH).isEqualTo(hours(730)).isNotEqualTo(days(30));
        assertThat(months(12)).isEqualTo(years(1));
        assertThat(YEAR.to(Units.MONTHS)).isEqualTo(12);
        assertThat(perMonth(7)).isEqualTo(perYear(84));
        assertThat(TimeSpan.parse("12 months")).isEqualTo(TimeSpan.parse("1 year"));
        assertThat(TimeSpan.parse("1 month")).isEqualTo(MONTH);
        assertThat(Qps.parse("12M/month")).isEqualTo(Qps.parse("144M/year"));
        assertThat(Bandwidth.parse("5 TB/month")).isEqualTo(Bandwidth.parse("60 TB/year"));
        assertThat(Spending.parse("$73/month")).isEqualTo(Spending.parse("$0.1/h"));
    }

    /** RC-MONTH 7 to 10. */
    @Test
    void month_inMoneyAndCounts() {
        assertThat(usd(100).per(MONTH).times(YEAR)).isEqualTo(usd(1200));
        assertThat(usd(0.226).per(hours(1)).times(MONTH).amount()).isCloseTo(164.98, within(1e-12));
        assertThat(tb(5).times(usd(0.023).per(gb(1))).per(MONTH).times(YEAR).amount())
                .isCloseTo(1380, within(1e-9));
        assertThat(million(100).per(MONTH).times(years(3)).to(MILLIONS)).isCloseTo(3600, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 11})
    void toString_readsBack(int months) {
        assertThat(TimeSpan.parse(months(months).toString())).isEqualTo(months(months));
    }

    /** One month says how long it is, for others take it as 30 d; several read as they were given. */
    @Test
    void explain_saysWhichMonth() {
        Count users = Quantities.assume("users", million(73));
        assertThat(users.per(MONTH).explain().calculation()).contains("÷ 730 h");
        assertThat(users.per(days(30)).explain().calculation()).contains("÷ 30 d");
        assertThat(users.per(months(2)).explain().calculation()).contains("÷ 2 months");
        assertThat(users.per(months(12)).explain().calculation()).contains("÷ 365 d");
    }
}
