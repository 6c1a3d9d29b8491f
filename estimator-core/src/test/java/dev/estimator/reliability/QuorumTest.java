package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.percentUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Availability;
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
import org.junit.jupiter.params.provider.ValueSource;

class QuorumTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static final Quorum BASE = Quorum.builder()
            .copies(5)
            .readsFrom(2)
            .writesTo(4)
            .availabilityOfCopy(assume("disk", percentUp(97), "vendor"))
            .build();

    /** Dynamo, section 6: "The common (N,R,W) configuration used by several instances of Dynamo is (3,2,2)." */
    @Test
    void isStronglyConsistent_dynamo() {
        Quorum dynamo = BASE.withWritesTo(2).withCopies(3);
        assertThat(dynamo.isStronglyConsistent()).isTrue();
        // 3 × 0.03² × 0.97 + 0.03³
        assertNear(0.002646, dynamo.readAvailability().unavailability().value());
        assertNear(0.002646, dynamo.writeAvailability().unavailability().value());
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 2, true",
        "3, 1, 3, true",
        "3, 3, 1, true",
        "3, 1, 2, false",
        "3, 2, 1, false",
        "5, 2, 3, false",
        "5, 3, 3, true",
        "1, 1, 1, true",
        "2, 1, 1, false"
    })
    void isStronglyConsistent(int copies, int reads, int writes, boolean expected) {
        assertThat(quorum(copies, reads, writes, 0.03).isStronglyConsistent()).isEqualTo(expected);
    }

    /** Any R and any W of N meet, counted out over all sets of copies. */
    @Property
    void isStronglyConsistent_meansThatEveryReadMeetsEveryWrite(
            @ForAll @IntRange(min = 1, max = 6) int copies,
            @ForAll @IntRange(min = 1, max = 6) int reads,
            @ForAll @IntRange(min = 1, max = 6) int writes) {
        int r = Math.min(reads, copies);
        int w = Math.min(writes, copies);
        boolean meets = true;
        for (int read = 0; read < 1 << copies; read++) {
            for (int write = 0; write < 1 << copies; write++) {
                boolean isPair = Integer.bitCount(read) == r && Integer.bitCount(write) == w;
                meets &= !isPair || (read & write) != 0;
            }
        }
        assertThat(quorum(copies, r, w, 0.03).isStronglyConsistent()).isEqualTo(meets);
    }

    /**
     * Fewer than 2 of 5 up: 0.03⁵ + 5 × 0.97 × 0.03⁴; fewer than 4: that and 10 × 0.97² × 0.03³ + 10 × 0.97³ × 0.03².
     */
    @Test
    void availability_byHand() {
        assertNear(3.9528e-6, BASE.readAvailability().unavailability().value());
        assertNear(0.0084720528, BASE.writeAvailability().unavailability().value());
    }

    @Property
    void availability_isTheTailOfTheBinomial(
            @ForAll @IntRange(min = 1, max = 12) int copies,
            @ForAll @IntRange(min = 1, max = 12) int reads,
            @ForAll @IntRange(min = 1, max = 12) int writes,
            @ForAll @DoubleRange(min = 1e-9, max = 1) @Scale(9) double down) {
        int r = Math.min(reads, copies);
        int w = Math.min(writes, copies);
        Quorum quorum = quorum(copies, r, w, down);
        assertNear(
                unavailability(copies, r, down),
                quorum.readAvailability().unavailability().value(),
                1e-12);
        assertNear(
                unavailability(copies, w, down),
                quorum.writeAvailability().unavailability().value(),
                1e-12);
    }

    /** The sum over fewer copies up than needed, in 60 digits. */
    private static double unavailability(int copies, int needed, double down) {
        BigDecimal u = new BigDecimal(down);
        BigDecimal up = BigDecimal.ONE.subtract(u);
        BigDecimal sum = BigDecimal.ZERO;
        BigInteger ways = BigInteger.ONE;
        for (int k = 0; k < needed; k++) {
            BigDecimal term = new BigDecimal(ways).multiply(up.pow(k)).multiply(u.pow(copies - k));
            sum = sum.add(term, DIGITS);
            ways = ways.multiply(BigInteger.valueOf(copies - k)).divide(BigInteger.valueOf(k + 1));
        }
        return sum.doubleValue();
    }

    /** One copy is all there is; all copies are a row of them. */
    @Test
    void availability_oneAndAll() {
        assertNear(
                0.004,
                quorum(1, 1, 1, 0.004).readAvailability().unavailability().value());
        Quorum all = quorum(3, 1, 3, 0.004);
        assertNear(
                0.004 * 0.004 * 0.004, all.readAvailability().unavailability().value());
        // 1 − 0.996³
        assertNear(0.011952064, all.writeAvailability().unavailability().value());
    }

    @Test
    void readAvailability_explain() {
        assertThat(BASE.readAvailability().explain()).hasToString("""
                assumed
                  disk = 97%  (vendor)
                calculated
                  read availability = 2 of 5 × disk
                                    = 2 of 5 × 97%
                                    = 99.9996047%""");
    }

    /** 1 − 0.02⁵ − 5 × 0.98 × 0.02⁴ − 10 × 0.98² × 0.02³ − 10 × 0.98³ × 0.02² = 0.99615761. */
    @Test
    void writeAvailability_explain() {
        assertThat(BASE.withAvailabilityOfCopy(percentUp(98))
                        .writeAvailability()
                        .explain())
                .hasToString("""
                assumed
                  availability of a copy = 98%
                calculated
                  write availability = 4 of 5 × availability of a copy
                                     = 4 of 5 × 98%
                                     = 99.6158%""");
    }

    /** 99.99960472 and 99.15279472 %, with 3 copies 99.97420042 %; −lg of the rest are 5.40, 2.07 and 3.59. */
    @Test
    void toString_bothChoices() {
        assertThat(BASE)
                .hasToString("N = 5, R = 2, W = 4: strongly consistent, reads 99.9996% (5.4 nines), writes 99.15% (2.1"
                        + " nines)");
        assertThat(BASE.withWritesTo(3))
                .hasToString("N = 5, R = 2, W = 3: eventually consistent, reads 99.9996% (5.4 nines), writes 99.974%"
                        + " (3.6 nines)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void copies_tooFew(int copies) {
        assertRefused(() -> BASE.withCopies(copies), "copies must be at least 1 but was " + copies);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 6})
    void readsFrom_notAmongCopies(int reads) {
        assertRefused(
                () -> BASE.withReadsFrom(reads),
                "readsFrom must be between 1 and copies, which is 5, but was " + reads);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 6})
    void writesTo_notAmongCopies(int writes) {
        assertRefused(
                () -> BASE.withWritesTo(writes),
                "writesTo must be between 1 and copies, which is 5, but was " + writes);
    }

    @Test
    void copies_fewerThanMustAnswer() {
        assertRefused(() -> BASE.withCopies(3), "writesTo must be between 1 and copies, which is 3, but was 4");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static Quorum quorum(int copies, int reads, int writes, double down) {
        return Quorum.builder()
                .copies(copies)
                .readsFrom(reads)
                .writesTo(writes)
                .availabilityOfCopy(Availability.ofUnavailability(down))
                .build();
    }
}
