package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurabilityTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static final Durability BACKBLAZE = Durability.of(ErasureCode.of(17, 3), percent(0.405), days(6.5));

    private static final Durability RAID5 = raid(11, 1, 30_000, 1);

    /**
     * The table printed by Backblaze's durability.py 17 3 0.00405 6.5, in which so many failures are a loss. Where less
     * than 1e-14 is lost in a period it counts 56 periods instead of 365 ÷ 6.5.
     */
    @ParameterizedTest
    @CsvSource({
        "20, 1.449e-83, 81",
        "15, 1.151e-58, 56",
        "9, 8.860e-33, 30",
        "5, 3.022e-17, 14",
        "4, 1.310e-13, 11",
        "3, 4.273e-10, 7",
        "2, 9.874e-07, 4",
        "1, 1.441e-03, 1"
    })
    void periodLoss_backblaze(int failures, double loss, int nines) {
        Durability durability = lostWith(failures);
        assertNear(loss, durability.periodLoss().value(), 5e-4);
        assertThat(Math.floor(ninesByFixedPeriods(durability))).isEqualTo(nines);
    }

    @ParameterizedTest
    @CsvSource({"4, 7.354e-12", "3, 2.399e-08", "2, 5.545e-05", "1, 7.781e-02"})
    void lossByFixedPeriods_backblaze(int failures, double loss) {
        assertNear(loss, lostWith(failures).lossByFixedPeriods().value(), 2e-4);
    }

    private static double ninesByFixedPeriods(Durability durability) {
        return Availability.ofUnavailability(durability.lossByFixedPeriods()).nines();
    }

    /** Either of a pair may fail first: {@code 2 λ² T} a year, of which {@code MTTDL = (3λ + μ) ÷ 2λ²} is exact. */
    @Test
    void annualLoss_ofAPair() {
        Durability pair = Durability.of(ErasureCode.replication(2), percent(1.4), hours(8));
        double loss = -Math.expm1(-2 * 0.014 * 0.014 / (3 * 0.014 + 1095));
        assertNear(loss, pair.annualLoss().value(), 1e-12);
        assertNear(3.58e-7, loss, 1e-3);
        assertThat(pair).hasToString("""
                2 copies, 8 h to repair, if drives fail independently
                  repaired one by one: 99.999964% (6.4 nines) a year, MTTDL 2,790,000 y
                  by fixed periods, to compare with published figures: 99.999982% (6.7 nines) a year, which misses failures in two periods""");
    }

    /** With rare failures (m + 1)! times as much as by fixed periods; m + 1 times if all are repaired at once. */
    @ParameterizedTest
    @CsvSource({"1, 2, 2", "2, 6, 3", "3, 24, 4"})
    void annualLoss_besideFixedPeriods(int tolerated, double oneByOne, double atOnce) {
        Durability durability = Durability.of(ErasureCode.of(9, tolerated), percent(1e-3), hours(5));
        double published = durability.lossByFixedPeriods().value();
        assertNear(oneByOne * published, durability.annualLoss().value(), 1e-6);
        assertNear(
                atOnce * published, durability.withParallelRepair().annualLoss().value(), 1e-6);
    }

    /** One number by two questions, also by the mean time between failures. */
    @Test
    void annualLoss_isLossWithinAYear() {
        assertNear(
                BACKBLAZE.lossWithin(days(365)).value(), BACKBLAZE.annualLoss().value());
        Durability parallel = raid(8, 2, 500_000, 24).withParallelRepair();
        assertNear(parallel.lossWithin(days(365)).value(), parallel.annualLoss().value());
    }

    private static Durability lostWith(int failures) {
        return Durability.of(ErasureCode.of(21 - failures, failures - 1), percent(0.405), days(6.5));
    }

    /**
     * mpmath: sum(binomial(20,k)*p**k*(1-p)**(20-k) for k in range(4,21)) at p = -expm1(-0.00405*6.5/365);
     * -expm1(365/6.5*log1p(-that)).
     */
    @Test
    void lossByFixedPeriods_inFullPrecision() {
        assertNear(1.3095807326641013e-13, BACKBLAZE.periodLoss().value());
        assertNear(7.35379949877955e-12, BACKBLAZE.lossByFixedPeriods().value());
        assertNear(
                BACKBLAZE.annualLoss().value(),
                BACKBLAZE.durability().unavailability().value());
    }

    /** The tail of the binomial in 60 digits. */
    @Property(tries = 200)
    void periodLoss_isTheTailOfTheBinomial(
            @ForAll @IntRange(min = 1, max = 20) int data,
            @ForAll @IntRange(max = 6) int parity,
            @ForAll @DoubleRange(min = 1e-9, max = 1) @Scale(9) double rate) {
        Durability durability = Durability.of(ErasureCode.of(data, parity), Share.of(rate), days(365));
        double lost = durability.shardLoss().value();
        assertNear(
                moreThan(parity, data + parity, lost), durability.periodLoss().value(), 1e-12);
        assertNear(
                durability.periodLoss().value(), durability.lossByFixedPeriods().value(), 1e-12);
    }

    private static double moreThan(int allowed, int trials, double p) {
        BigDecimal lost = new BigDecimal(p);
        BigDecimal sum = BigDecimal.ZERO;
        BigInteger ways = BigInteger.ONE;
        for (int k = 0; k <= trials; k++) {
            if (k > allowed) {
                BigDecimal kept = BigDecimal.ONE.subtract(lost).pow(trials - k);
                sum = sum.add(new BigDecimal(ways).multiply(lost.pow(k)).multiply(kept), DIGITS);
            }
            ways = ways.multiply(BigInteger.valueOf(trials - k)).divide(BigInteger.valueOf(k + 1));
        }
        return sum.doubleValue();
    }

    @Property(tries = 100)
    void annualLoss_shrinksWithParityAndFastRepair(
            @ForAll @IntRange(min = 1, max = 20) int data,
            @ForAll @IntRange(max = 6) int parity,
            @ForAll @DoubleRange(min = 1, max = 300) double repairDays) {
        Durability durability = Durability.of(ErasureCode.of(data, parity), percent(0.405), days(repairDays));
        double loss = durability.annualLoss().value();
        assertThat(Durability.of(ErasureCode.of(data, parity + 1), percent(0.405), days(repairDays))
                        .annualLoss()
                        .value())
                .isLessThan(loss);
        assertThat(Durability.of(ErasureCode.of(data, parity), percent(0.405), days(repairDays / 2))
                        .annualLoss()
                        .value())
                .isLessThanOrEqualTo(loss * (1 + 1e-9));
    }

    /** Amazon S3 FAQ: with eleven nines, of 10,000,000 objects one is lost in 10,000 years on average. */
    @Test
    void timeToLoss_amazon() {
        Durability elevenNines = Durability.of(ErasureCode.replication(1), Share.of(1.000000000005e-11), days(365));
        assertNear(11, elevenNines.durability().nines(), 1e-12);
        assertNear(10_000, elevenNines.timeToLoss(million(10)).to(Units.YEARS));
        assertNear(0.0001, elevenNines.lostInYear(million(10)).value());
        assertThat(elevenNines.timeToLoss(million(10)).explain().toString())
                .contains("  approximate time to a loss = year ÷ lost in a year");
    }

    @Test
    void durability_explain() {
        Durability replicated = Durability.of(
                ErasureCode.replication(3),
                assume("drive failures", between(percent(0.5), percent(2)), "our fleet"),
                days(6.5));
        assertThat(replicated.durability().explain()).hasToString("""
                assumed
                  drive failures = 1.003% (0.5% … 2%)  (our fleet)
                  repair time    = 6.5 d
                not set, so left at the default
                  year = 365 d  (a common year)
                calculated
                  data loss in a year = approximation 1 − e^(−year ÷ MTTDL), Markov chain to 3 of 3 down(drive failures, repair time)
                                      = approximation 1 − e^(−365 d ÷ MTTDL), Markov chain to 3 of 3 down(1.003%, 6.5 d)
                                      = 1.916e-7% (2.38e-8% … 1.52e-6%)
                  durability = 1 − data loss in a year
                             = 1 − 1.916e-7%
                             = 8.718 nines (7.82 … 9.62)""");
    }

    /** Six of nine are enough; 504 λ⁴ T³ with all overlaps counted, 126 λ⁴ T³ with those within one period. */
    @Test
    void lossByFixedPeriods_missesFailuresInTwoPeriods() {
        Durability periods = Durability.of(ErasureCode.of(6, 3), percent(1.5), days(1));
        Durability overlaps = Durability.ofMtbf(ErasureCode.of(6, 3), days(365).div(ratio(0.015)), days(1))
                .withParallelRepair();
        double loss = periods.lossByFixedPeriods().value();
        assertNear(126 * Math.pow(0.015, 4) / Math.pow(365, 3), loss, 3e-4);
        assertNear(4 * loss, overlaps.lossWithin(days(365)).value(), 1e-3);
        assertNear(4 * loss, overlaps.annualLoss().value(), 1e-3);
    }

    @Test
    void toString_says() {
        assertThat(BACKBLAZE).hasToString("""
                17 + 3, 6.5 d to repair, if drives fail independently
                  repaired one by one: 99.9999999824% (9.8 nines) a year, MTTDL 5.68e9 y
                  by fixed periods, to compare with published figures: 99.99999999926% (11.1 nines) a year, which misses failures in two periods""");
        assertThat(RAID5.withParallelRepair()).hasToString("""
                10 + 1, 1 h to repair, if drives fail independently
                  repaired all at once: 99.893% (2.97 nines) a year, MTTDL 935 y
                  by fixed periods, to compare with published figures: 99.946% (3.3 nines) a year, which misses failures in two periods""");
        assertThat(Durability.of(ErasureCode.of(2, 1), percent(0), days(4))).hasToString("""
                2 + 1, 4 d to repair, if drives fail independently
                  repaired one by one: 100% a year
                  by fixed periods, to compare with published figures: 100% a year, which misses failures in two periods""");
        assertThat(Durability.of(ErasureCode.replication(2), percent(0.405), days(6.5)))
                .hasToString("""
                        2 copies, 6.5 d to repair, if drives fail independently
                          repaired one by one: 99.999942% (6.2 nines) a year, MTTDL 1,710,000 y
                          by fixed periods, to compare with published figures: 99.999971% (6.5 nines) a year, which misses failures in two periods""");
    }

    /** A year of 365.25 d has more periods, in each of which less fails. */
    @Test
    void year_isPartOfTheQuestion() {
        assertNear(
                -Math.expm1(-0.00405 * 6.5 / 365.25),
                Durability.of(ErasureCode.of(17, 3), percent(0.405), days(6.5), days(365.25))
                        .shardLoss()
                        .value());
    }

    @Test
    void refused() {
        ErasureCode code = ErasureCode.of(17, 3);
        assertRefused(() -> Durability.of(code, percent(0.405), days(0)), "repairTime must be above zero but was 0 s");
        assertRefused(
                () -> Durability.of(code, percent(0.405), days(6.5), days(0)), "year must be above zero but was 0 s");
        Durability perfect = Durability.of(ErasureCode.of(17, 3), percent(0), days(6.5));
        assertThat(perfect.durability().nines()).isInfinite();
        assertThatThrownBy(() -> perfect.timeToLoss(billion(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> BACKBLAZE.timeToLoss(count(0))).isInstanceOf(ArithmeticException.class);
    }

    /**
     * Patterson, Gibson and Katz 1988, tables II and V: 100 data disks of 30,000 h, repaired in 1 h. Mirrored in 100
     * pairs: 4,500,000 h; in 10 groups with a check disk: 820,000 h, which is 818,182 h rounded.
     */
    @Test
    void approximateMttdl_patterson() {
        assertNear(4_500_000, raid(2, 1, 30_000, 1).approximateMttdl().to(HOURS) / 100);
        assertNear(9e8 / 1100, RAID5.approximateMttdl().to(HOURS) / 10);
        assertThat(Math.round(RAID5.approximateMttdl().to(HOURS) / 10 / 1e4)).isEqualTo(82);
    }

    /** {@code ((2n − 1) λ + μ) ÷ (n (n − 1) λ²)}: 8,187,545 h for a group. */
    @Test
    void mttdl_oneMayFail() {
        assertNear((21 / 30_000.0 + 1) * 9e8 / 110, RAID5.mttdl().to(HOURS));
        assertNear(RAID5.mttdl().to(HOURS) / 10, RAID5.mttdlOf(count(10)).to(HOURS));
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
    void mttdl_asLinearEquations(int n, int m, double mtbf, double repair, boolean parallel, double expected) {
        assertNear(
                expected, repaired(raid(n, m, mtbf, repair), parallel).mttdl().to(HOURS));
    }

    /** Nothing tolerated: the first of n failures. */
    @Test
    void mttdl_noneMayFail() {
        assertNear(30_000 / 11.0, raid(11, 0, 30_000, 1).mttdl().to(HOURS));
        assertNear(30_000 / 11.0, raid(11, 0, 30_000, 1).approximateMttdl().to(HOURS));
    }

    /** Drives that are never repaired in time: times to the next failure add up. */
    @Test
    void mttdl_slowRepair() {
        assertNear(
                1000 * (1 / 5.0 + 1 / 4.0 + 1 / 3.0),
                raid(5, 2, 1000, 1e15).mttdl().to(HOURS),
                1e-11);
    }

    /** The approximation is the shorter, and the nearer the faster the repair. */
    @Property(tries = 200)
    void approximateMttdl_belowTheExact(
            @ForAll @IntRange(min = 2, max = 30) int n,
            @ForAll @IntRange(max = 5) int m,
            @ForAll @DoubleRange(min = 0.01, max = 100) double repair,
            @ForAll boolean parallel) {
        Durability group = repaired(raid(n, Math.min(m, n - 1), 30_000, repair), parallel);
        double exact = group.mttdl().to(HOURS);
        double approximate = group.approximateMttdl().to(HOURS);
        assertThat(approximate).isLessThanOrEqualTo(exact * (1 + 1e-13));
        Durability faster = repaired(raid(n, Math.min(m, n - 1), 30_000, repair / 1e6), parallel);
        assertNear(faster.mttdl().to(HOURS), faster.approximateMttdl().to(HOURS), 1e-6);
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
    void mttdl_explain() {
        Durability group = Durability.ofMtbf(
                ErasureCode.of(10, 1),
                assume("drive life", between(hours(20_000), hours(45_000)), "data sheet"),
                hours(1));
        assertThat(group.mttdl().explain()).hasToString("""
                assumed
                  drive life  = 30,000 h (20,000 … 45,000)  (data sheet)
                  repair time = 1 h
                calculated
                  MTTDL = Markov chain to 2 of 11 down(drive life, repair time)
                        = Markov chain to 2 of 11 down(30,000 h, 1 h)
                        = 934.7 y (416 … 2,100)""");
        assertThat(RAID5.approximateMttdl().explain()).hasToString("""
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
        assertThat(RAID5.mttdlOf(count(10)).explain().toString())
                .contains("  approximate MTTDL of all groups = MTTDL ÷ groups");
        assertThat(RAID5.lossWithin(years(5)).explain().toString())
                .contains("  approximate loss within the time = 1 − e^(−time ÷ MTTDL)");
    }

    @Test
    void refused_mtbf() {
        assertRefused(() -> raid(11, 1, 0, 1), "mtbf must be above zero but was 0 s");
        assertRefused(() -> raid(11, 1, 30_000, 0), "repairTime must be above zero but was 0 s");
    }

    private static Durability raid(int n, int m, double mtbf, double repair) {
        return Durability.ofMtbf(ErasureCode.of(n - m, m), hours(mtbf), hours(repair));
    }

    private static Durability repaired(Durability group, boolean isParallel) {
        return isParallel ? group.withParallelRepair() : group;
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** M² ÷ (110 R) of two log-normal ranges is log-normal, its deviation √(4 ln²(9 ÷ 4) + ln² 6) ÷ (2 × 1.64485). */
    @Test
    void approximateMttdl_ofRangesIsExact() {
        TimeSpan time = Durability.ofMtbf(
                        ErasureCode.of(10, 1), between(hours(20_000), hours(45_000)), between(hours(2), hours(12)))
                .approximateMttdl();
        double median = 9e8 / 110 / Math.sqrt(24);
        double halfWidth = Math.sqrt(4 * Math.pow(Math.log(2.25), 2) + Math.pow(Math.log(6), 2)) / 2;
        assertThat(Simulation.of(time).isExact()).isTrue();
        assertNear(median * Math.exp(halfWidth), time.p95().to(HOURS), 1e-6);
        assertNear(median * Math.exp(-halfWidth), time.p5().to(HOURS), 1e-6);
    }

    /** 14 × 13 × 12 × 11: one after the other, and times 3! at the same time. */
    @Test
    void approximateMttdl_severalMayFail() {
        Durability group = raid(14, 3, 5_000, 7);
        double expected = Math.pow(5_000, 4) / (14 * 13 * 12 * 11 * 343.0);
        assertNear(expected, group.approximateMttdl().to(HOURS));
        assertNear(6 * expected, group.withParallelRepair().approximateMttdl().to(HOURS));
        assertThat(group.withParallelRepair().approximateMttdl().explain().toString())
                .contains("= MTBF ÷ 14 × repairs in an MTBF ÷ 13 × repairs in an MTBF × 2 ÷ 12")
                .contains("× repairs in an MTBF × 3 ÷ 11");
    }
}
