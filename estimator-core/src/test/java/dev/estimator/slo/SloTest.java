package dev.estimator.slo;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.MINUTES;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.quantity.Availability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SloTest {
    private static final Slo BASE = Slo.of(percentUp(99.9), days(30));

    /**
     * Site Reliability Engineering, O'Reilly 2016, appendix A: unavailability per week, per month of 30 d and per
     * quarter of 90 d.
     */
    @ParameterizedTest
    @CsvSource({
        "90, 7, 1008", "90, 30, 4320", "90, 90, 12960",
        "99, 7, 100.8", "99, 30, 432", "99, 90, 1296",
        "99.5, 7, 50.4", "99.5, 30, 216", "99.5, 90, 648",
        "99.9, 7, 10.08", "99.9, 30, 43.2", "99.9, 90, 129.6",
        "99.95, 7, 5.04", "99.95, 30, 21.6", "99.95, 90, 64.8",
        "99.99, 7, 1.008", "99.99, 30, 4.32", "99.99, 90, 12.96",
        "99.999, 7, 0.1008", "99.999, 30, 0.432", "99.999, 90, 1.296"
    })
    void allowedDowntime_availabilityTable(double percent, double days, double minutes) {
        Slo slo = Slo.of(percentUp(percent), days(days));
        assertNear(minutes, slo.allowedDowntime().to(MINUTES));
    }

    /** A thousand requests in a million; twelve nines keep their digits: 1e-12 of 1e15. */
    @Test
    void allowedFailures_ofRequests() {
        assertNear(1000, BASE.allowedFailures(million(1)).value());
        assertNear(
                1000,
                Slo.of(Availability.parse("99.9999999999%"), BASE.window())
                        .allowedFailures(count(1e15))
                        .value());
    }

    /** The Site Reliability Workbook, chapter 2: the budgets of 3,663,253 requests in four weeks. */
    @ParameterizedTest
    @CsvSource({"97, 109897", "90, 366325", "99, 36632"})
    void allowedFailures_workbook(double percent, double failures) {
        Slo slo = Slo.of(percentUp(percent), days(28));
        assertNear(failures, slo.allowedFailures(count(3_663_253)).floor().value());
    }

    /** 20/s × 2,592,000 s = 51.84 M, of which 51,840. */
    @Test
    void allowedFailures_ofRate() {
        assertNear(51_840, BASE.allowedFailures(qps(20)).value());
    }

    @Test
    void allowedFailures_explain() {
        assertThat(BASE.allowedFailures(between(qps(10), qps(40))).explain()).hasToString("""
                assumed
                  request rate = 20 req/s (10 … 40)
                  window       = 30 d
                  objective    = 99.9%
                calculated
                  requests = request rate × window
                           = 20 req/s × 30 d
                           = 51.84M (26M … 104M)
                  error budget = 1 − objective
                               = 1 − 99.9%
                               = 0.1%
                  allowed failures = requests × error budget
                                   = 51.84M × 0.1%
                                   = 51,840 (25,920 … 103,680)""");
    }

    @Test
    void allowedDowntime_range() {
        Slo slo = Slo.of(between(percentUp(99), percentUp(99.9)), BASE.window());
        assertNear(2592, slo.allowedDowntime().p5().to(SECONDS), 1e-6);
        assertNear(25_920, slo.allowedDowntime().p95().to(SECONDS), 1e-6);
    }

    @Test
    void toString_saysWhatIsAllowed() {
        assertThat(BASE).hasToString("99.9% (3 nines) over 30 d: may be down for 43 min, or fail 1 of 1,000 requests");
    }

    @Test
    void objective_everything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slo.of(percentUp(100), BASE.window()))
                .withMessage(
                        "objective must be below 100% but was 100%: at 100% there is no error budget, and any failure"
                                + " breaks it");
    }

    @Test
    void objective_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slo.of(Availability.of(0), days(30)))
                .withMessage("objective must be above 0% but was 0%: at 0% nothing can break it");
    }

    @Test
    void window_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slo.of(BASE.objective(), seconds(0)))
                .withMessage("window must be above zero but was 0 s");
    }
}
