package dev.estimator.analysis;

import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.check.Check;
import dev.estimator.check.Checks;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Storage;
import dev.estimator.quantity.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunwayTest {
    @ParameterizedTest
    @CsvSource({
        "0, does not fit now",
        "0.001, fits less than a month",
        "30.416, fits less than a month",
        "30.417, fits 1 month",
        "60.83, fits 1 month",
        "334.6, fits 11 months",
        "364.9, fits 11 months",
        "365, fits 1 y",
        "395.4, fits 1 y",
        "395.5, fits 1 y 1 month",
        "729.9, fits 1 y 11 months",
        "3376.3, fits 9 y 3 months",
        "364999, fits 999 y 11 months",
        "365000, fits more than 1000 years",
        "1e300, fits more than 1000 years"
    })
    void toString_ofDays(double days, String text) {
        assertThat(Runway.of(days(days))).hasToString(text);
        assertThat(Runway.of(days(days)).isFitting()).isEqualTo(days > 0);
    }

    /**
     * 0.1 + 0.2 years are a little more than 0.3, and 3 × 0.1 × 365 d a little less than 109.5 d; 91.25 d are 3 months.
     */
    @Test
    void toString_forgivesRounding() {
        assertThat(Runway.of(years(9).plus(days(0.1).times(912.5)))).hasToString("fits 9 y 3 months");
        assertThat(Runway.of(days(Math.nextDown(365.0)))).hasToString("fits 1 y");
    }

    /** It was 'does not fit now' of 447 TB that are there in 7 y. */
    @Test
    void toString_ofWhatIsThereLater() {
        Storage storage = Storage.builder()
                .kind(RecordKind.builder("photo").rate(qps(50)).size(kb(20)).build())
                .retention(years(7))
                .yearlyGrowth(ratio(1.2))
                .build();
        Growth growth = Growth.linear(percent(30), YEAR);
        assertThat(growth.fits(storage.physical(), tb(400))).hasToString("does not fit what there is in 7 y");
        assertThat(Runway.of(growth.runway(storage.physical(), tb(400))))
                .hasToString("does not fit what there is in 7 y");
        Check<Bytes> check = Checks.check(storage.physical()).growing(growth);
        assertThatThrownBy(() -> check.atMost(tb(400)))
                .hasMessageContaining("does not fit what there is in 7 y")
                .hasMessageNotContaining("fit now");
        assertThat(growth.fits(tb(444), storage.physical())).hasToString("fits less than a month");
        assertThat(growth.fits(tb(448), storage.physical())).hasToString("does not fit now");
        assertThat(Runway.of(growth.runway(tb(448), storage.physical()))).hasToString("does not fit now");
        assertThat(Runway.of(
                        growth.runway(storage.physical(), storage.physical().times(0.5))))
                .hasToString("does not fit what there is in 7 y");
        assertThat(growth.fits(storage.newPerDay(), gb(1))).hasToString("does not fit now");
    }

    /** It was 'does not fit now' of 40 TB × 1.6, which are there in 2 y. */
    @Test
    void toString_ofWhatHasGrown() {
        Growth growth = Growth.linear(percent(30), YEAR);
        Bytes data = tb(40).named("data");
        Bytes later = growth.at(data, years(2));
        assertThat(growth.fits(later, tb(50))).hasToString("does not fit what there is in 2 y");
        assertThat(growth.fits(later.plus(data.times(3)), tb(50)).when()).isEqualTo("now, with data after 2 y");
        assertThat(growth.fits(tb(3).times(growth.after(years(2))).plus(data.times(3)), tb(50))
                        .when())
                .isEqualTo("now, with growth after 2 y");
        assertThat(growth.fits(growth.at(data, years(0)), tb(30)).when()).isEqualTo("now");
        Growth doubling = Growth.compound(percent(100), YEAR);
        assertThat(doubling.fits(doubling.at(data, years(1)), tb(30)).when()).isEqualTo("in 1 y");
        Growth none = Growth.compound(percent(0), YEAR);
        assertThat(growth.fits(none.at(data, years(3)), tb(30)).when()).isEqualTo("now");
    }

    @Test
    void toString_ofRange() {
        assertThat(Runway.of(between(years(2), years(8)))).hasToString("fits 4 y (2 y … 8 y)");
        assertThat(Runway.of(oneOf(days(0), days(0), days(70))))
                .hasToString("does not fit now (fits 0 months … 2 months)");
        assertThat(Runway.of(oneOf(days(7), years(1e9))))
                .hasToString("fits less than a month (less than a month … more than 1000 years)");
    }
}
