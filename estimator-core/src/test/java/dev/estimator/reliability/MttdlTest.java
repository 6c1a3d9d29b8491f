package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.TimeSpan;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MttdlTest {
    private static final Mttdl RAID5 = Mttdl.builder()
            .drives(11)
            .tolerated(1)
            .mtbf(hours(30_000))
            .repairTime(hours(1))
            .build();

    /**
     * Patterson, Gibson and Katz 1988, tables II and V: 100 data disks of 30,000 h, repaired in 1 h. Mirrored in 100
     * pairs: 4,500,000 h; in 10 groups with a check disk: 820,000 h, which is 818,182 h rounded.
     */
    @Test
    void approximate_patterson() {
        assertNear(4_500_000, RAID5.withDrives(2).approximate().to(HOURS) / 100);
        assertNear(9e8 / 1100, RAID5.approximate().to(HOURS) / 10);
        assertThat(Math.round(RAID5.approximate().to(HOURS) / 10 / 1e4)).isEqualTo(82);
    }

    /** {@code ((2n − 1) λ + μ) ÷ (n (n − 1) λ²)}: 8,187,545 h for a group. */
    @Test
    void exact_oneMayFail() {
        assertNear((21 / 30_000.0 + 1) * 9e8 / 110, RAID5.exact().to(HOURS));
        assertNear(RAID5.exact().to(HOURS) / 10, RAID5.ofGroups(count(10)).to(HOURS));
    }

    /** mpmath 1.3, 40 digits: the linear equations of the chain, {@code lu_solve(A, ones)[0]}. */
    @ParameterizedTest
    @CsvSource({
        "8, 2, 500000, 24, false, 646308914351.85185185",
        "8, 2, 500000, 24, true, 1292431599537.037037",
        "14, 4, 100000, 12, true, 48272616067371535.07",
        "14, 4, 100000, 12, false, 2013174246748228.3355",
        "5, 1, 1000, 700, false, 521.42857142857142857"
    })
    void exact_asLinearEquations(int n, int m, double mtbf, double repair, boolean parallel, double expected) {
        assertNear(
                expected,
                mttdl(n, m, mtbf, repair).withParallelRepair(parallel).exact().to(HOURS));
    }

    /** Nothing tolerated: the first of n failures. */
    @Test
    void exact_noneMayFail() {
        assertNear(30_000 / 11.0, RAID5.withTolerated(0).exact().to(HOURS));
        assertNear(30_000 / 11.0, RAID5.withTolerated(0).approximate().to(HOURS));
    }

    /** Drives that are never repaired in time: times to the next failure add up. */
    @Test
    void exact_slowRepair() {
        assertNear(
                1000 * (1 / 5.0 + 1 / 4.0 + 1 / 3.0),
                mttdl(5, 2, 1000, 1e15).exact().to(HOURS),
                1e-11);
    }

    /** The approximation is the shorter, and the nearer the faster the repair. */
    @Property(tries = 200)
    void approximate_belowTheExact(
            @ForAll @IntRange(min = 2, max = 30) int n,
            @ForAll @IntRange(max = 5) int m,
            @ForAll @DoubleRange(min = 0.01, max = 100) double repair,
            @ForAll boolean parallel) {
        Mttdl mttdl = mttdl(n, Math.min(m, n - 1), 30_000, repair).withParallelRepair(parallel);
        double exact = mttdl.exact().to(HOURS);
        double approximate = mttdl.approximate().to(HOURS);
        assertThat(approximate).isLessThanOrEqualTo(exact * (1 + 1e-13));
        Mttdl faster = mttdl.withRepairTime(mttdl.repairTime().div(1e6));
        assertNear(faster.exact().to(HOURS), faster.approximate().to(HOURS), 1e-6);
    }

    /** −expm1(−5 × 8760 h ÷ 8,187,545 h). */
    @Test
    void lossWithin() {
        assertNear(
                -Math.expm1(-43_800 / 8_187_545.454545454),
                RAID5.lossWithin(years(5)).value());
        assertThat(RAID5.lossWithin(hours(0)).value()).isZero();
    }

    @Test
    void explain() {
        Mttdl group = RAID5.withMtbf(assume("drive life", between(hours(20_000), hours(45_000)), "data sheet"));
        assertThat(group.exact().explain()).hasToString("""
                assumed
                  drive life  = 1,250 d (2.3 y … 5.1 y)  (data sheet)
                  repair time = 1 h
                calculated
                  MTTDL = Markov chain to 2 of 11 down(drive life, repair time)
                        = Markov chain to 2 of 11 down(1,250 d, 1 h)
                        = 341,100 d (416 y … 2100 y)""");
        assertThat(RAID5.approximate().explain()).hasToString("""
                assumed
                  MTBF        = 1,250 d
                  repair time = 1 h
                calculated
                  repairs in an MTBF = MTBF ÷ repair time
                                     = 1,250 d ÷ 1 h
                                     = ×30,000
                  approximate MTTDL = MTBF ÷ 11 × repairs in an MTBF ÷ 10
                                    = 1,250 d ÷ 11 × 30,000 ÷ 10
                                    = 340,900 d""");
    }

    @Test
    void approximations_saySo() {
        assertThat(RAID5.ofGroups(count(10)).explain().toString())
                .contains("  approximate MTTDL of all groups = MTTDL ÷ groups");
        assertThat(RAID5.lossWithin(years(5)).explain().toString())
                .contains("  approximate loss within the time = 1 − e^(−time ÷ MTTDL)");
    }

    @Test
    void toString_says() {
        assertThat(RAID5).hasToString("11 drives, 1 may fail: MTTDL 935 y");
        assertThat(RAID5.withTolerated(0).withDrives(1)).hasToString("1 drive, none may fail: MTTDL 3.4 y");
    }

    @Test
    void refused() {
        assertRefused(() -> RAID5.withDrives(0), "drives must be between 1 and 1000000 but was 0");
        assertRefused(
                () -> RAID5.withTolerated(11), "tolerated must be from 0 to below drives, which is 11, but was 11");
        assertRefused(
                () -> RAID5.withTolerated(-1), "tolerated must be from 0 to below drives, which is 11, but was -1");
        assertRefused(() -> RAID5.withMtbf(hours(0)), "mtbf must be above zero but was 0 s");
        assertRefused(() -> RAID5.withRepairTime(hours(0)), "repairTime must be above zero but was 0 s");
    }

    private static Mttdl mttdl(int n, int m, double mtbf, double repair) {
        return RAID5.withTolerated(0)
                .withDrives(n)
                .withTolerated(m)
                .withMtbf(hours(mtbf))
                .withRepairTime(hours(repair));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** M² ÷ (110 R) of two log-normal ranges is log-normal, its deviation √(4 ln²(9 ÷ 4) + ln² 6) ÷ (2 × 1.64485). */
    @Test
    void approximate_ofRangesIsExact() {
        TimeSpan time = RAID5.withMtbf(between(hours(20_000), hours(45_000)))
                .withRepairTime(between(hours(2), hours(12)))
                .approximate();
        double median = 9e8 / 110 / Math.sqrt(24);
        double halfWidth = Math.sqrt(4 * Math.pow(Math.log(2.25), 2) + Math.pow(Math.log(6), 2)) / 2;
        assertThat(Simulation.of(time).isExact()).isTrue();
        assertNear(median * Math.exp(halfWidth), time.p95().to(HOURS), 1e-6);
        assertNear(median * Math.exp(-halfWidth), time.p5().to(HOURS), 1e-6);
    }

    /** 14 × 13 × 12 × 11: one after the other, and times 3! at the same time. */
    @Test
    void approximate_severalMayFail() {
        Mttdl group = mttdl(14, 3, 5_000, 7);
        double expected = Math.pow(5_000, 4) / (14 * 13 * 12 * 11 * 343.0);
        assertNear(expected, group.approximate().to(HOURS));
        assertNear(6 * expected, group.withParallelRepair(true).approximate().to(HOURS));
        assertThat(group.withParallelRepair(true).approximate().explain().toString())
                .contains("= MTBF ÷ 14 × repairs in an MTBF ÷ 13 × repairs in an MTBF × 2 ÷ 12")
                .contains("× repairs in an MTBF × 3 ÷ 11");
    }
}
