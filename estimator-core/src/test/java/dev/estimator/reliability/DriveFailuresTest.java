package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.tb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriveFailuresTest {
    private static final DriveFailures SEAGATE = DriveFailures.of(count(57), days(3_125_133));

    /** Backblaze Drive Stats Q3 2025, as tabulated at tlatorre.com: rates in percent to two places. */
    @ParameterizedTest
    @CsvSource({"50, 3555491, 0.51", "21, 1416127, 0.54", "57, 3125133, 0.67"})
    void annualRate_backblaze(double failures, double driveDays, double percent) {
        double rate =
                DriveFailures.of(count(failures), days(driveDays)).annualRate().value();
        assertThat(Math.round(rate * 10_000) / 100.0).isEqualTo(percent);
    }

    /** mpmath with 40 digits, {@code 1 − (1 − 1/n)^(8 × bytes)}: 12 TB, and the five other drives of 5 + 1 such. */
    @Test
    void readError() {
        assertNear(
                0.09153598393129389,
                DriveFailures.readError(tb(12), count(1e15)).value(),
                1e-13);
        assertNear(
                0.6171071140248898, DriveFailures.readError(tb(12), count(1e14)).value(), 1e-13);
        assertNear(
                0.3812166081938593,
                DriveFailures.readError(ErasureCode.of(5, 1).readForRepair(tb(12)), count(1e15))
                        .value(),
                1e-13);
        assertThat(DriveFailures.readError(tb(12), count(1e15))).hasToString("9.15%");
        assertThat(DriveFailures.readError(tb(0), count(1e15)).value()).isZero();
        assertNear(1e-9, DriveFailures.readError(bytes(125), count(1e12)).value(), 1e-8);
    }

    @Test
    void readError_lessThanABit() {
        assertThatThrownBy(() -> DriveFailures.readError(tb(12), count(1e-15)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bitsPerError must be at least 1 but was ");
    }

    /** mpmath: 57 and half the chi-square quantiles 5 % of 114 and 95 % of 116 degrees, over 3125133/365 years. */
    @Test
    void bounds() {
        assertNear(0.006657316664602755, SEAGATE.annualRate().value());
        assertNear(0.00527628034413776, SEAGATE.rateAtLeast(percent(95)).value(), 1e-12);
        assertNear(0.008300515276348983, SEAGATE.rateAtMost(percent(95)).value(), 1e-12);
    }

    /** The rule of three: nothing in n years is at most 3 ÷ n with 95 %. */
    @Test
    void rateAtMost_withoutFailures() {
        DriveFailures none = DriveFailures.of(count(0), days(365 * 1000));
        assertThat(none.annualRate().value()).isZero();
        assertThat(none.rateAtLeast(percent(95)).value()).isZero();
        assertNear(-Math.log(0.05) / 1000, none.rateAtMost(percent(95)).value());
    }

    @Test
    void range_goesThroughTheBounds() {
        var range = SEAGATE.range();
        assertNear(SEAGATE.rateAtLeast(percent(95)).value(), range.p5().value(), 1e-9);
        assertNear(SEAGATE.rateAtMost(percent(95)).value(), range.p95().value(), 1e-9);
        assertThat(range.explain()).hasToString("""
                assumed
                  annual failure rate = 0.6657% (0.528% … 0.83%)  (57 failures in 3,125,133 d of drives)""");
    }

    @Test
    void range_goesIntoTheDurability() {
        var durability =
                Durability.of(ErasureCode.of(17, 3), SEAGATE.range(), days(6.5)).durability();
        assertThat(durability).hasToString("8.89 nines (8.51 … 9.29)");
    }

    /** Of one failure the true rate may be a twentieth or five times of it: 0.0513 and 4.74. */
    @Test
    void range_ofOneFailure() {
        DriveFailures one = DriveFailures.of(count(1), days(365 * 1000));
        assertNear(-Math.log(0.95) / 1000, one.range().p5().value(), 1e-9);
        assertThat(one).hasToString("1 failure in 1,000 y of drives: 0.1% a year (0.00513% … 0.474%)");
    }

    @Test
    void rateAtMost_explain() {
        assertThat(SEAGATE.rateAtMost(percent(90)).explain()).hasToString("""
                assumed
                  year       = 365 d
                  failures   = 57
                  confidence = 90%
                  drive time = 3,125,133 d
                calculated
                  annual failure rate at most = year × Poisson upper bound(failures, confidence) ÷ drive time
                                              = 365 d × Poisson upper bound(57, 90%) ÷ 3,125,133 d
                                              = 0.7936%""");
    }

    /**
     * Seagate, MTBF and AFR (knowledge base 174791): 1,200,000 h are an AFR of 0.73 %; Exos data sheets: 2,500,000 h
     * and 0.35 %.
     */
    @Test
    void annualRateOf_seagate() {
        assertNear(0.0073, DriveFailures.annualRateOf(hours(1_200_000)).value());
        assertNear(0.003504, DriveFailures.annualRateOf(hours(2_500_000)).value());
        assertNear(1_200_000, DriveFailures.mtbfOf(percent(0.73)).to(Units.HOURS));
    }

    @Test
    void toString_says() {
        assertThat(SEAGATE).hasToString("57 failures in 3,125,133 d of drives: 0.666% a year (0.528% … 0.83%)");
        assertThat(DriveFailures.of(count(57, "drives"), days(3_125_133))).hasToString(SEAGATE.toString());
    }

    /** mpmath: ½ χ²(0.95; 6) is 6.295793622, over 3 years; −ln 0.05 over 100/365 years. */
    @Test
    void fewDrives() {
        DriveFailures few = DriveFailures.of(count(2), days(3 * 365));
        assertThat(few).hasToString("2 failures in 3 y of drives: 0.67 failures of each a year (0.12 … 2.1)");
        assertNear(2 / 3.0, few.annualRate().value());
        DriveFailures none = DriveFailures.of(count(0), days(100));
        assertThat(none).hasToString("0 failures in 100 d of drives: 0 failures of each a year (0 … 11)");
        assertThatThrownBy(() -> few.rateAtMost(percent(95)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the annual failure rate at most has no answer: it is 2.1 failures a year, above 100%, as"
                        + " the drives ran for too short a time");
        assertThatThrownBy(few::range)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("the annual failure rate at most has no answer");
        assertThatThrownBy(none::range)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageEndingWith("ask for rateAtMost(percent(95)), which is 11 failures a year");
    }

    /** One a year for each, with and without an error of rounding. */
    @Test
    void annualRate_all() {
        assertThat(DriveFailures.of(count(3), days(3 * 365)).annualRate().value())
                .isEqualTo(1);
        assertThat(DriveFailures.of(count(3 + 1e-15), days(3 * 365))
                        .annualRate()
                        .value())
                .isEqualTo(1);
    }

    /** As many as that are found at once. */
    @Test
    void manyFailures() {
        DriveFailures many = DriveFailures.of(count(1e15), days(365e17));
        assertNear(
                0.01 + 1.6448536269514722 * 1e-17 * Math.sqrt(1e15),
                many.rateAtMost(percent(95)).value());
    }

    @Test
    void refused() {
        assertThatThrownBy(() -> DriveFailures.of(count(57), days(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("driveTime must be above zero but was 0 s");
        assertThatThrownBy(() -> DriveFailures.of(count(0), days(3_125_133)).range())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the annual failure rate has no least value, as nothing failed: ask for"
                        + " rateAtMost(percent(95)), which is 0.035%");
        assertThatThrownBy(() -> SEAGATE.rateAtMost(percent(100)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageEndingWith(": the confidence must be above 0% and below 100%");
        assertThatThrownBy(() -> DriveFailures.annualRateOf(days(100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mtbf must be at least a year of 365 d but was 100 d: the rate is above 100%");
        assertThatThrownBy(() -> DriveFailures.mtbfOf(percent(0))).isInstanceOf(ArithmeticException.class);
    }
}
