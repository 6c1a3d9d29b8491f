package dev.estimator.analysis;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.analysis.Calibration.Finding;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
    private static final Count USERS = assume("daily active users", between(million(5), million(20)));
    private static final Bytes SIZE = assume("size", between(kb(1), kb(4)));

    /** Φ(ln 0.7 ÷ (ln 4 ÷ 2 ÷ 1.645)) = 0.19867 by SciPy. */
    @Test
    void of_one() {
        Calibration calibration = Calibration.of(USERS, million(7));
        assertThat(calibration)
                .hasToString("daily active users: measured 7M is at the 20th percentile of 5M … 20M: inside");
        Finding finding = calibration.findings().get(0);
        assertThat(finding.percentile().value()).isCloseTo(0.1986655024909375, within(1e-8));
        assertThat(finding.low()).hasToString("5M");
        assertThat(finding.high()).hasToString("20M");
    }

    /** Between 0 and 1,000 every value is as likely as any other, so its percentile is a tenth of it. */
    @ParameterizedTest
    @CsvSource({
        "0, below the 1st, guessed too high",
        "4.9, below the 1st, guessed too high",
        "11, at the 1st, guessed too high",
        "26, at the 2nd, guessed too high",
        "49.9, at the 4th, guessed too high",
        "50.1, at the 5th, inside",
        "110, at the 11th, inside",
        "120, at the 12th, inside",
        "130, at the 13th, inside",
        "210, at the 21st, inside",
        "220, at the 22nd, inside",
        "230, at the 23rd, inside",
        "949.9, at the 95th, inside",
        "950.1, at the 96th, guessed too low",
        "990, at the 99th, guessed too low",
        "991, above the 99th, guessed too low",
        "2000, above the 99th, guessed too low"
    })
    void toString_percentiles(double measured, String place, String verdict) {
        assertThat(Calibration.of(uniform(count(0), count(1000)), count(measured)))
                .hasToString("measured " + count(measured) + " is " + place + " percentile of 50 … 950: " + verdict);
    }

    /**
     * An availability is ordered by itself, not by the time down; the log-odds are normal, by mpmath 1.6 % and 50.1 %.
     */
    @Test
    void of_availability() {
        Availability assumed = between(percentUp(99), percentUp(99.99));
        assertThat(Calibration.of(assumed, percentUp(98)))
                .hasToString("measured 98% (1.7 nines) is at the 1st percentile of 99% (2 nines) … 99.99% (4 nines):"
                        + " guessed too high");
        assertThat(Calibration.of(assumed, percentUp(99.9))
                        .findings()
                        .get(0)
                        .percentile()
                        .value())
                .isCloseTo(0.50115871362289, within(1e-8));
    }

    @Test
    void toString_ofSeveral() {
        assertThat(Calibration.of(USERS, million(70)).and(SIZE, kb(1.2)).and(between(count(1), count(3)), count(0.2)))
                .hasToString("""
                        daily active users:  measured 70M     is above the 99th percentile of 5M … 20M: guessed too low
                        size:                measured 1.2 kB  is at the 11th percentile of 1 kB … 4 kB: inside
                                             measured 0.2     is below the 1st percentile of 1 … 3: guessed too high
                        1 of 3 inside their 90% ranges, where 2.7 were to be expected; so few happen to a well calibrated\
                         estimator in 2.8% of cases
                        1 above and 2 below the median; 0 in the middle half, where 1.5 were to be expected
                        the guesses are too narrow""");
    }

    /** Sums of C(n, j) 0.9ʲ 0.1ⁿ⁻ʲ by mpmath with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "6, 10, 0.0127951984, 0.9983650626",
        "7, 10, 0.0701908264, 0.9872048016",
        "10, 10, 1, 0.3486784401",
        "14, 20, 0.01125313416450900028, 0.99761391059103388332",
        "30, 30, 1, 0.042391158275216203514"
    })
    void chances(int inside, int n, double soFew, double soMany) {
        Calibration calibration = calibration(n, i -> i < inside ? (i % 2 == 0 ? 100 : 900) : 2000);
        assertThat(calibration.inside()).isEqualTo(inside);
        assertThat(calibration.expectedInside()).isCloseTo(0.9 * n, within(1e-12));
        assertThat(calibration.chanceOfSoFew().value()).isCloseTo(soFew, within(1e-12));
        assertThat(calibration.chanceOfSoMany().value()).isCloseTo(soMany, within(1e-12));
    }

    @Test
    void chances_noneInside() {
        Calibration calibration = calibration(4, i -> 2000);
        assertThat(calibration.chanceOfSoFew().value()).isCloseTo(1e-4, within(1e-16));
        assertThat(calibration.chanceOfSoMany().value()).isEqualTo(1);
    }

    /** 6 of 10 inside: 1.3 %; 7 of 10: 7 %. */
    @Test
    void isTooNarrow() {
        assertVerdict("too narrow", calibration(10, i -> i < 6 ? (i % 2 == 0 ? 100 : 900) : i % 2 == 0 ? 0 : 1000));
        assertVerdict("", calibration(10, i -> i < 7 ? (i % 2 == 0 ? 100 : 900) : i % 2 == 0 ? 0 : 1000));
    }

    /** Five of five in the middle half: 1 in 32; four of four: 1 in 16. All of 30 inside: 4.2 %; of 28: 5.2 %. */
    @Test
    void isTooWide() {
        assertVerdict("too wide", calibration(5, i -> i % 2 == 0 ? 400 : 600));
        assertVerdict("", calibration(4, i -> i % 2 == 0 ? 400 : 600));
        assertVerdict("too wide", calibration(30, i -> i % 2 == 0 ? 100 : 900));
        assertVerdict("", calibration(28, i -> i % 2 == 0 ? 100 : 900));
    }

    /** Six of six on one side: 1 in 64; five of five: 1 in 32, and the other side counts as well. */
    @Test
    void isTooLow() {
        assertVerdict("too low", calibration(6, i -> 800));
        assertVerdict("", calibration(5, i -> 800));
    }

    @Test
    void isTooHigh() {
        assertVerdict("too high", calibration(6, i -> 200));
        assertVerdict("", calibration(5, i -> 200));
        assertVerdict("too high and too narrow", calibration(6, i -> 0));
    }

    @Test
    void of_refused() {
        assertRefused(
                "assumption must be a range but was users = 7: a number is never hit; state between(low, high)",
                () -> Calibration.of(assume("users", count(7)), count(8)));
        assertRefused(
                "assumption must be a range but was 7: a number is never hit; state between(low, high)",
                () -> Calibration.of(count(7), count(8)));
        assertRefused(
                "measured must be a number but was the range 2 (1 … 4)",
                () -> Calibration.of(USERS, between(count(1), count(4))));
        assertRefused(
                "currencies must be the same but were USD and EUR: convert one at a rate of your choice",
                () -> Calibration.of(between(usd(2), usd(3)), eur(2)));
        assertRefused("findings must not be empty: there is nothing to learn from", () -> Calibration.of(List.of()));
    }

    @Test
    void and_twice() {
        Calibration calibration = Calibration.of(USERS, million(7));
        assertRefused(
                "assumption 'daily active users' must be measured once but was twice: 7M and 9M",
                () -> calibration.and(USERS, million(9)));
        Count unnamed = between(count(1), count(4));
        assertRefused(
                "assumption '2 (1 … 4)' must be measured once but was twice: 2 and 3",
                () -> Calibration.of(unnamed, count(2)).and(unnamed, count(3)));
        Finding finding = Finding.of(SIZE, kb(2));
        assertRefused(
                "assumption 'size' must be measured once but was twice: 2 kB and 2 kB",
                () -> Calibration.of(Collections.nCopies(2, finding)));
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static void assertVerdict(String expected, Calibration calibration) {
        assertThat(calibration.isTooLow()).isEqualTo(expected.contains("too low"));
        assertThat(calibration.isTooHigh()).isEqualTo(expected.contains("too high"));
        assertThat(calibration.isTooNarrow()).isEqualTo(expected.contains("too narrow"));
        assertThat(calibration.isTooWide()).isEqualTo(expected.contains("too wide"));
        assertThat(calibration.toString())
                .endsWith(
                        expected.isEmpty()
                                ? "\nnothing that chance would not explain"
                                : "\nthe guesses are " + expected);
    }

    /** Guesses of which each is uniform from 0 to 1,000, and what turned out. */
    private static Calibration calibration(int n, IntToDoubleFunction measured) {
        return Calibration.of(IntStream.range(0, n)
                .mapToObj(i -> Finding.of(
                        assume("guess " + i, uniform(count(0), count(1000))), count(measured.applyAsDouble(i))))
                .toList());
    }
}
