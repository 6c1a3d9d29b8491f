package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Share;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class CommonCauseTest {
    private static final CommonCause CHANNELS = CommonCause.of(percentUp(99), percent(5));

    /**
     * FTA Studio, glossary, Beta-factor CCF model: channels of 1e-5 failures an hour for 1,000 hours and β = 0.05. The
     * common part is 5.0e-4 and more than the 3.0e-4 of two in three of independent ones.
     */
    @Test
    void commonPart_published() {
        assertNear(5.0e-4, CHANNELS.commonPart().unavailability().value());
        assertNear(2.98e-4, CHANNELS.member().atLeast(2, 3).unavailability().value());
    }

    /** With q = 1 − 0.99 ÷ (1 − 5e-4): 1 − (1 − 5e-4)(1 − 3q²(1 − q) − q³), with mpmath and 30 digits. */
    @Test
    void atLeast() {
        assertNear(
                0.0007691689766844402, CHANNELS.atLeast(2, 3).unavailability().value());
    }

    @Test
    void ownPart() {
        assertNear(0.009504752376188095, CHANNELS.ownPart().unavailability().value());
    }

    /** Alone, a member is what it is. */
    @Test
    void atLeast_oneOfOne() {
        assertNear(0.01, CHANNELS.atLeast(1, 1).unavailability().value());
    }

    @Test
    void atLeast_extremes() {
        assertThat(CommonCause.of(CHANNELS.member(), percent(0)).atLeast(2, 3))
                .isEqualTo(percentUp(99).atLeast(2, 3));
        assertThat(CommonCause.of(CHANNELS.member(), percent(100)).atLeast(1, 9))
                .isEqualTo(percentUp(99));
        assertThat(CommonCause.of(percentUp(100), CHANNELS.share()).atLeast(3, 3))
                .isEqualTo(percentUp(100));
    }

    @Test
    void atLeast_outOfRange() {
        assertThatThrownBy(() -> CHANNELS.atLeast(4, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needed must be between 1 and 3 but was 4");
    }

    /** However many there are, they share what is common. */
    @Property(tries = 200)
    void atLeast_isBetweenAllCommonAndIndependent(
            @ForAll @DoubleRange(min = 1e-6, max = 0.5) @Scale(8) double down,
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(3) double share,
            @ForAll @IntRange(min = 2, max = 9) int members) {
        Availability member = Availability.ofUnavailability(down);
        CommonCause group = CommonCause.of(member, Share.of(share));
        double both = group.atLeast(1, members).unavailability().value();
        assertThat(both).isGreaterThanOrEqualTo(share * down * (1 - 1e-13));
        assertThat(both).isGreaterThanOrEqualTo(Math.pow(down, members) * (1 - 1e-12));
        assertThat(both).isLessThanOrEqualTo(down * (1 + 1e-13));
    }

    @Test
    void atLeast_explanation() {
        CommonCause group =
                CommonCause.of(percentUp(99.9), assume("beta", between(percent(1), percent(10)), "NUREG/CR-4780"));
        assertThat(group.atLeast(1, 2).explain()).hasToString("""
                        assumed
                          beta   = 3.242% (1% … 10%)  (NUREG/CR-4780)
                          member = 99.9%
                        calculated
                          common causes = 1 − beta × (1 − member)
                                        = 1 − 3.242% × (1 − 99.9%)
                                        = 99.996758% (99.99% … 99.999%)
                          own causes = member ÷ common causes
                                     = 99.9% ÷ 99.996758%
                                     = 99.90324% (99.901% … 99.91%)
                          enough members up = 1 of 2 × own causes
                                            = 1 of 2 × 99.90324%
                                            = 99.99990637% (99.999902% … 99.999919%)
                          availability = common causes × enough members up
                                       = 99.996758% × 99.99990637%
                                       = 99.996665% (99.99% … 99.9989%)""");
    }

    @Test
    void toString_answers() {
        assertThat(CommonCause.of(nines(3), percent(10)))
                .hasToString("10% of failures in common: a pair of 99.9% (3 nines) has 99.9899% (3.996 nines), and no"
                        + " number of them has more than 99.99% (4 nines)");
    }
}
