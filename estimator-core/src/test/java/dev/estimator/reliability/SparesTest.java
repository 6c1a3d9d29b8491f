package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percentUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparesTest {
    private static final Spares TEN = Spares.of(count(10), percentUp(99), nines(4));

    /** AWS Well-Architected, Reliability Pillar: two independent parts of 99.9 % reach 99.9999 %. */
    @Test
    void total_published() {
        Spares one = Spares.of(count(1), nines(3), nines(6));
        assertThat(one.members()).isEqualTo(count(2));
        assertNear(1e-6, one.availability().unavailability().value());
    }

    /** By adding up the lower tail for one more member at a time, with mpmath and 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "10, 99, 1e-4, 13, 6.652021264699306e-6",
        "3, 90, 1e-3, 7, 1.765e-4",
        "100, 99.5, 1e-6, 107, 8.202234875657565e-8",
        "1, 50, 1e-9, 30, 9.313225746154785e-10"
    })
    void total(double needed, double percent, double target, double total, double reached) {
        Spares spares = Spares.of(count(needed), percentUp(percent), Availability.ofUnavailability(target));
        assertThat(spares.members()).isEqualTo(count(total));
        assertThat(spares.spares()).isEqualTo(count(total - needed));
        assertNear(reached, spares.availability().unavailability().value(), 1e-12);
    }

    /** As good as is asked for already. */
    @Test
    void total_noSpares() {
        assertThat(Spares.of(TEN.needed(), TEN.member(), percentUp(90)).spares())
                .isEqualTo(count(0));
        assertThat(Spares.of(TEN.needed(), percentUp(100), percentUp(100)).spares())
                .isEqualTo(count(0));
        assertThat(Spares.of(TEN.needed(), TEN.member(), percentUp(0)).spares()).isEqualTo(count(0));
    }

    /** A million of 99 % take about a million ÷ 0.99 and six standard deviations. */
    @Test
    void total_large() {
        Spares large = Spares.of(million(1), percentUp(99), nines(9));
        double total = large.members().value();
        assertThat(total).isBetween(1_010_101 + 6 * 100.0, 1_010_101 + 6.1 * 102);
    }

    /** The fewest: it is enough, and one less is not. */
    @Property(tries = 200)
    void total_isTheFewest(
            @ForAll @IntRange(min = 1, max = 200) int needed,
            @ForAll @DoubleRange(min = 0.001, max = 0.6) @Scale(3) double down,
            @ForAll @DoubleRange(min = 0.5, max = 9) @Scale(2) double nines) {
        Availability member = Availability.ofUnavailability(down);
        int total =
                (int) Spares.of(count(needed), member, nines(nines)).members().value();
        double target = nines(nines).unavailability().value();
        assertThat(member.atLeast(needed, total).unavailability().value()).isLessThanOrEqualTo(target * (1 + 1e-11));
        if (total > needed) {
            assertThat(member.atLeast(needed, total - 1).unavailability().value())
                    .isGreaterThan(target);
        }
    }

    /** 1 − 0.99¹¹ − 11 × 0.99¹⁰ × 0.01. */
    @Test
    void availabilityWith() {
        assertNear(
                0.005179717490315061, TEN.availabilityWith(1).unavailability().value(), 1e-12);
        assertThatThrownBy(() -> TEN.availabilityWith(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spares must be at least 0 but was -1");
        assertThatThrownBy(() -> TEN.availabilityWith(Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needed + spares must be at most 2147483647 but was 10 + 2147483647");
    }

    @Test
    void total_unreachable() {
        assertThatThrownBy(() ->
                        Spares.of(TEN.needed(), percentUp(0), TEN.target()).members())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("fewest members(needed (10), member (0%), target (99.99%)) has no answer: a billion members"
                        + " must be enough for the target, and needed must be whole");
        assertThatThrownBy(() ->
                        Spares.of(TEN.needed(), TEN.member(), percentUp(100)).members())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("fewest members(needed (10), member (99%), target (100%)) has no answer: a billion members"
                        + " must be enough for the target, and needed must be whole");
        assertThat(Spares.of(TEN.needed(), percentUp(0), TEN.target()))
                .hasToString("no number of spares makes 10 at 0% reach 99.99% (4 nines)");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.5", "2.5, 2.5", "12000000.5, 12000000.5", "5.000000000000001, 5"})
    void needed_notWhole(double needed, String written) {
        assertThatThrownBy(() -> Spares.of(count(needed), TEN.member(), TEN.target()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needed must be a whole number, at least 1, as ceil() makes it, but was " + written);
    }

    @Test
    void total_explanation() {
        Availability disk = assume("disk", between(percentUp(97), percentUp(99.5)));
        Count total = Spares.of(TEN.needed(), disk, TEN.target()).members();
        assertThat(total.p5()).isEqualTo(count(12));
        assertThat(total.p95()).isEqualTo(count(14));
        assertThat(total.explain()).hasToString("""
                        assumed
                          needed = 10
                          disk   = 98.769% (97% … 99.5%)
                          target = 99.99%
                        calculated
                          members = fewest members(needed, disk, target)
                                  = fewest members(10, 98.769%, 99.99%)
                                  = 13 (12 … 14)""");
    }

    @Test
    void toString_answers() {
        assertThat(TEN).hasToString("3 spares: 10 of 13 at 99% (2 nines) reach 99.99933% (5.2 nines)");
        assertThat(Spares.of(count(1), nines(3), nines(6)))
                .hasToString("1 spare: 1 of 2 at 99.9% (3 nines) reach 99.9999% (6 nines)");
    }
}
