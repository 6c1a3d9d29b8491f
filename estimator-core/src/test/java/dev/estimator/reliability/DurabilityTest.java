package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Share;
import dev.estimator.quantity.Units;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurabilityTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static final Durability BACKBLAZE = Durability.of(ErasureCode.of(17, 3), percent(0.405), days(6.5));

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
        assertThat(Math.floor(durability.durability().nines())).isEqualTo(nines);
    }

    @ParameterizedTest
    @CsvSource({"4, 7.354e-12", "3, 2.399e-08", "2, 5.545e-05", "1, 7.781e-02"})
    void annualLoss_backblaze(int failures, double loss) {
        assertNear(loss, lostWith(failures).annualLoss().value(), 2e-4);
    }

    private static Durability lostWith(int failures) {
        return Durability.of(ErasureCode.of(21 - failures, failures - 1), percent(0.405), days(6.5));
    }

    /**
     * mpmath: sum(binomial(20,k)*p**k*(1-p)**(20-k) for k in range(4,21)) at p = -expm1(-0.00405*6.5/365);
     * -expm1(365/6.5*log1p(-that)).
     */
    @Test
    void annualLoss_inFullPrecision() {
        assertNear(1.3095807326641013e-13, BACKBLAZE.periodLoss().value());
        assertNear(7.35379949877955e-12, BACKBLAZE.annualLoss().value());
        assertNear(7.35379949877955e-12, BACKBLAZE.durability().unavailability().value());
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
        assertNear(durability.periodLoss().value(), durability.annualLoss().value(), 1e-12);
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
        assertThat(Durability.of(
                                ErasureCode.of(data, parity + 1),
                                durability.annualFailureRate(),
                                durability.repairTime(),
                                durability.year())
                        .annualLoss()
                        .value())
                .isLessThan(loss);
        assertThat(Durability.of(
                                durability.scheme(),
                                durability.annualFailureRate(),
                                days(repairDays / 2),
                                durability.year())
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
                  shard loss in a period = 1 − e^(−drive failures × repair time ÷ year)
                                         = 1 − e^(−1.003% × 6.5 d ÷ 365 d)
                                         = 0.01785% (0.0089% … 0.0356%)
                  data loss in a period = approximation by fixed periods: P(more than 2 of 3 lost at shard loss in a period each)
                                        = approximation by fixed periods: P(more than 2 of 3 lost at 0.01785% each)
                                        = 5.689e-10% (7.06e-11% … 4.52e-9%)
                  data loss in a year = 1 − (1 − data loss in a period)^(year ÷ repair time)
                                      = 1 − (1 − 5.689e-10%)^(365 d ÷ 6.5 d)
                                      = 3.195e-8% (3.96e-9% … 2.54e-7%)
                  durability = 1 − data loss in a year
                             = 1 − 3.195e-8%
                             = 99.99999996805% (99.99999975% … 99.999999996%)""");
    }

    /** Six of nine are enough; 504 λ⁴ T³ with all overlaps counted, 126 λ⁴ T³ with those within one period. */
    @Test
    void annualLoss_missesFailuresInTwoPeriods() {
        Durability periods = Durability.of(ErasureCode.of(6, 3), percent(1.5), days(1));
        Mttdl overlaps = Mttdl.builder()
                .drives(9)
                .tolerated(3)
                .mtbf(days(365).div(ratio(0.015)))
                .repairTime(days(1))
                .parallelRepair(true)
                .build();
        double loss = periods.annualLoss().value();
        assertNear(126 * Math.pow(0.015, 4) / Math.pow(365, 3), loss, 3e-4);
        assertNear(4 * loss, overlaps.lossWithin(days(365)).value(), 1e-3);
    }

    @Test
    void toString_says() {
        assertThat(BACKBLAZE)
                .hasToString("17 + 3, 6.5 d to repair: 99.99999999926% (11.1 nines) a year, by fixed periods");
        assertThat(Durability.of(ErasureCode.replication(2), percent(0.405), days(6.5)))
                .hasToString("2 copies, 6.5 d to repair: 99.999971% (6.5 nines) a year, by fixed periods");
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
        assertThatThrownBy(() -> Durability.of(ErasureCode.of(17, 3), percent(0.405), days(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("repairTime must be above zero but was 0 s");
        assertThatThrownBy(() -> Durability.of(ErasureCode.of(17, 3), percent(0.405), days(6.5), days(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("year must be above zero but was 0 s");
        Durability perfect = Durability.of(ErasureCode.of(17, 3), percent(0), days(6.5));
        assertThat(perfect.durability().nines()).isInfinite();
        assertThatThrownBy(() -> perfect.timeToLoss(billion(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> BACKBLAZE.timeToLoss(count(0))).isInstanceOf(ArithmeticException.class);
    }
}
