package dev.estimator.slo;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percentUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.quantity.Availability;
import org.junit.jupiter.api.Test;

class SliTest {
    private static final Sli BASE = Sli.of(count(800), million(1));

    @Test
    void errorRate() {
        assertNear(0.0008, BASE.errorRate().value());
        assertNear(0.0008, BASE.availability().unavailability().value());
    }

    /**
     * The Site Reliability Workbook, chapter 2: 3,557,865 of 3,663,253 requests succeeded, which is printed as 97.123
     * %.
     */
    @Test
    void meets_workbook() {
        Sli api = Sli.of(count(3_663_253 - 3_557_865), count(3_663_253));
        assertNear(0.97123, api.availability().value(), 1e-5);
        assertThat(api.meets(Slo.of(percentUp(97), days(28)))).isTrue();
        assertThat(api.meets(Slo.of(percentUp(97.2), days(28)))).isFalse();
    }

    /** One failure more than a thousandth; rounded to 99.9 % it would pass. */
    @Test
    void meets_notRounded() {
        Slo slo = Slo.of(percentUp(99.9), days(30));
        assertThat(Sli.of(count(1000), million(1)).meets(slo)).isTrue();
        assertThat(Sli.of(count(1001), million(1)).meets(slo)).isFalse();
        assertThat(Sli.of(count(3), count(3000)).meets(slo)).isTrue();
    }

    /** 800 of 1 M and 50 of 1,000: 850 of 1,001,000, where the mean of 99.92 and 95 % would be 97.46 %. */
    @Test
    void plus_weighsByRequests() {
        Sli both = BASE.plus(Sli.of(count(50), count(1000)));
        assertNear(850 / 1_001_000.0, both.errorRate().value());
    }

    @Test
    void availability_keepsDigits() {
        Sli rare = Sli.of(count(1), count(1e12));
        assertThat(rare.availability()).isEqualTo(Availability.ofUnavailability(1e-12));
    }

    @Test
    void availability_explain() {
        assertThat(Sli.of(between(count(400), count(1600)), BASE.total())
                        .availability()
                        .explain())
                .hasToString("""
                        assumed
                          failed = 800 (400 … 1,600)
                          total  = 1M
                        calculated
                          error rate = failed ÷ total
                                     = 800 ÷ 1M
                                     = 0.08% (0.04% … 0.16%)
                          availability = 1 − error rate
                                       = 1 − 0.08%
                                       = 99.92% (99.84% … 99.96%)""");
    }

    @Test
    void toString_saysHowMany() {
        assertThat(BASE).hasToString("99.92% (3.1 nines): 800 of 1M failed");
    }

    @Test
    void failed_moreThanTotal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sli.of(BASE.failed(), count(700)))
                .withMessage("failed must be at most total, which is 700, but was 800");
    }

    @Test
    void total_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sli.of(count(0), count(0)))
                .withMessage("total must be above zero but was 0");
    }
}
