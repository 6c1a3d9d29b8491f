package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbPerSecond;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A range is on one scale, its best guess is within what is printed, and what is as good as nothing says so. */
class OneScaleTest {
    static Stream<Arguments> ranges() {
        return Stream.of(
                Arguments.of("2 GB (0.9 … 4.4)", between(mb(900), gb(4.4))),
                Arguments.of("4 GB (1.8 … 8.8)", between(mb(900), gb(4.4)).times(ratio(2))),
                Arguments.of("1.9 s (0.9 … 4)", between(ms(900), seconds(4))),
                Arguments.of("1.2 h (0.5 … 3)", between(minutes(30), hours(3))),
                Arguments.of("6k req/s (0.9k … 40k)", between(qps(900), qps(40_000))),
                Arguments.of(
                        "6k/s (0.9k … 40k)",
                        between(count(900).per(seconds(1)), count(40_000).per(seconds(1)))),
                Arguments.of("6 GB/s (0.9 … 40)", between(mbPerSecond(900), gbPerSecond(40))),
                Arguments.of("6,000 posts (900 … 40,000)", between(count(900, "posts"), count(40_000, "posts"))),
                Arguments.of("$6k ($0.9k … $40k)", between(usd(900), usd(40_000))),
                Arguments.of(
                        "$6k/month ($0.9k … $40k)",
                        between(usd(900).per(Quantities.MONTH), usd(40_000).per(Quantities.MONTH))),
                Arguments.of("×6,000 (×900 … ×40,000)", between(ratio(900), ratio(40_000))),
                Arguments.of("12,000 (2,500 … 20,000)", between(count(2500), count(12_000), count(20_000))),
                Arguments.of("15k (12k … 20k)", between(count(12_000), count(15_000), count(20_000))),
                // all with an exponent, or none
                Arguments.of("×7.02e-4 (×3.66e-4 … ×1.32e-3)", between(ratio(3.66e-4), ratio(7.02e-4), ratio(0.00132))),
                Arguments.of("×0.00123 (×0.00045 … ×0.0029)", between(ratio(4.5e-4), ratio(0.00123), ratio(0.0029))),
                Arguments.of("7e-4 (3e-4 … 1.6e-3)", between(count(3e-4), count(7e-4), count(0.0016))),
                // further apart than a factor of 1,000
                Arguments.of("39 MB (300 kB … 5 GB)", between(kb(300), gb(5))));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void range(String text, Quantity<?> quantity) {
        assertThat(quantity).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"×7.02e-4 (×3.66e-4 … ×1.32e-3)", "×0.00123 (×0.00045 … ×0.0029)"})
    void range_ofSmallRatios_isReadBack(String text) {
        assertThat(Ratio.parse(text)).hasToString(text);
    }

    /** Behind a step, for which four digits of the value are stated. */
    @Test
    void explain_range() {
        Qps peak = assume("users", between(count(3e6), count(12e6)))
                .times(count(20))
                .per(DAY)
                .times(ratio(7))
                .named("peak rate");
        assertThat(peak.explain().toString()).endsWith("= 9,722/s (4,900 … 19,000)");
    }

    /** 46.55 is not between 47 and 49. */
    @Test
    void explain_bestGuessStandsBetweenItsEnds() {
        Bytes disk = assume("disk", between(gb(46.5), gb(46.55), gb(48.9)))
                .times(ratio(1))
                .named("x");
        assertThat(disk.explain().toString()).endsWith("= 47 GB (47 … 49)");
    }

    @Test
    void toString_bestGuessOutsideOfItsRange() {
        // ten skewed ranges: the sum of the medians is 10 GB, and p5 of the sum above it
        Bytes sum = Stream.generate(() -> between(mb(10), gb(1), gb(100)))
                .limit(40)
                .reduce(Bytes::plus)
                .orElseThrow();
        assertThat(sum.p5()).isGreaterThan(gb(40));
        assertThat(sum.toString()).startsWith("p50 ").endsWith(", best guess 40 GB");
        assertThat(sum.named("sum").explain().toString()).endsWith(", best guess 40 GB");
    }

    /** Four digits tell 5.998 and 6.003 apart, five would be needed for the others. */
    @Test
    void range_narrow() {
        assertThat(uniform(ms(5.99), ms(6.02))).hasToString("6.005 ms (5.992 … 6.018)");
        assertThat(uniform(ms(5.99999), ms(6.00001))).hasToString("6 ms");
    }

    @Test
    void asGoodAsNothing() {
        assertThat(List.of(percent(4.23e-278), percent(0), percent(1e-12)))
                .extracting(Object::toString)
                .containsExactly("below 1e-12%", "0%", "1e-12%");
        assertThat(List.of(ms(3.8e-268), seconds(0), ms(1e-9)))
                .extracting(Object::toString)
                .containsExactly("below 0.001 ns", "0 s", "0.001 ns");
        assertThat(assume("wait", ms(3.8e-268)).times(ratio(3)).explain().toString())
                .endsWith("= below 0.001 ns × 3\n       = below 0.001 ns");
        assertThat(percent(4.23e-278).toLongString()).isEqualTo("4.23E-280");
    }
}
