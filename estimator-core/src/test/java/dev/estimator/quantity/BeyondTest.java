package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.flow.Pool;
import dev.estimator.queueing.ErlangB;
import dev.estimator.queueing.ErlangC;
import dev.estimator.queueing.Staffing;
import org.junit.jupiter.api.Test;

/**
 * What a summary says of a wait that is beyond every number in some cases. With one server and 10 ms that is where the
 * rate is above 100 req/s; the median of a range from a to b is √(ab), its logarithm normal with a standard deviation
 * of ln(b/a) ÷ 3.2897. Below that the wait grows with the rate r: r ÷ 100 × 10 ms ÷ (1 − r ÷ 100).
 */
class BeyondTest {
    private static Summary<TimeSpan> wait(Qps rate) {
        TimeSpan wait = ErlangC.of(rate, ms(10), count(1)).meanWait();
        return Simulation.of(wait).summary(wait);
    }

    /** Overloaded where z is above ln(100 ÷ √4800) ÷ (ln 3 ÷ 3.2897) = 1.0990: 13.59 %. */
    @Test
    void some() {
        Summary<TimeSpan> wait = wait(between(qps(40), qps(120)));
        assertThat(wait.probabilityBeyond().value().value()).isCloseTo(0.1359, within(0.001));
        assertThat(wait.whyBeyond()).isEqualTo("overloaded");
        assertThat(wait.p5().to(Units.MILLISECONDS)).isCloseTo(6.667, within(0.01)); // 40 req/s
        assertThat(wait.percentile(85).isBeyond()).isFalse();
        assertThat(wait.percentile(87).isBeyond()).isTrue();
        assertThat(wait).hasToString("p50 23 ms, p95 beyond any number: overloaded in 13.6% of cases");
    }

    /** All but 0.5 % of the 86.41 % at each end. */
    @Test
    void histogram_onlyNumbers_sharesOfAllCases() {
        Summary<TimeSpan> wait = wait(between(qps(40), qps(120)));
        assertThat(wait.histogram(7)).hasSize(7).allMatch(bin -> !bin.to().isBeyond());
        assertThat(wait.histogram(7).stream()
                        .mapToDouble(bin -> bin.share().value())
                        .sum())
                .isCloseTo(0.8641 * 0.99, within(0.001));
        assertThat(wait.cumulativeCurve(10))
                .extracting(point -> point.probability().toString())
                .containsExactly("5%", "15%", "25%", "35%", "45%", "55%", "65%", "75%", "85%");
    }

    /** Overloaded where z is above ln(100 ÷ √11,200) ÷ (ln(160 ÷ 70) ÷ 3.2897) = −0.2255: 58.92 %. */
    @Test
    void bestGuess() {
        Summary<TimeSpan> wait = wait(between(qps(70), qps(160)));
        assertThat(wait.probabilityBeyond().value().value()).isCloseTo(0.5892, within(0.001));
        assertThat(wait.bestGuess().isBeyond()).isTrue();
        assertThat(wait.p5().to(Units.MILLISECONDS)).isCloseTo(23.333, within(0.05)); // 70 req/s
        assertThat(wait.histogram(3)).hasSize(3);
        assertThat(wait).hasToString("p5 23 ms, p50 beyond any number: overloaded in 58.9% of cases");
    }

    /** Overloaded where z is above ln(100 ÷ √16,480) ÷ (ln(160 ÷ 103) ÷ 3.2897) = −1.8656: 96.90 %. */
    @Test
    void lowestPercentile() {
        Summary<TimeSpan> wait = wait(between(qps(103), qps(160)));
        assertThat(wait.probabilityBeyond().value().value()).isCloseTo(0.9690, within(0.001));
        assertThat(wait.p5().isBeyond()).isTrue();
        assertThat(wait.histogram(2)).hasSize(2).allMatch(bin -> !bin.to().isBeyond());
        assertThat(wait.cumulativeCurve(10)).isEmpty();
        assertThat(wait).hasToString("beyond any number: overloaded in 96.9% of cases");
    }

    @Test
    void everyCase() {
        Summary<TimeSpan> wait = wait(uniform(qps(101), qps(160)));
        assertThat(wait.probabilityBeyond().value().value()).isEqualTo(1);
        assertThat(wait.histogram(5)).isEmpty();
        assertThat(wait.cumulativeCurve(5)).isEmpty();
        assertThat(wait.mean()).hasToString("does not exist: overloaded in every case");
        assertThat(wait).hasToString("beyond any number: overloaded in every case");
    }

    @Test
    void neverBeyond_hasNoCause() {
        assertThat(wait(uniform(qps(10), qps(90))).whyBeyond()).isEmpty();
        assertThat(wait(uniform(qps(10), qps(90))).probabilityBeyond()).hasToString("0%, exact");
    }

    @Test
    void plainAnswer_canBeNamed() {
        TimeSpan p95 = wait(between(qps(40), qps(120))).p95().named("p95 of the wait");
        assertThat(p95).hasToString("beyond any number");
        assertThat(p95.explain()).hasToString("assumed\n  p95 of the wait = beyond any number");
    }

    @Test
    void explain_saysInHowManyCases() {
        TimeSpan wait = ErlangC.of(between(qps(40), qps(120)), ms(10), count(1)).meanWait();
        assertThat(wait.explain().toString())
                .endsWith("= p50 23 ms, p95 beyond any number: overloaded in 13.6% of cases")
                .doesNotContain("no range");
    }

    @Test
    void simulation_text() {
        TimeSpan wait = ErlangC.of(between(qps(40), qps(120)), ms(10), count(1))
                .meanWait()
                .named("wait");
        assertThat(Simulation.of(wait)).hasToString("""
                wait = p50 23 ms, p95 beyond any number: overloaded in 13.6% of cases
                no draws needed""");
    }

    /** What is beyond is not 'beyond ± 0%'. */
    @Test
    void percentileFigure_text() {
        Summary<TimeSpan> wait = wait(between(qps(40), qps(120)));
        assertThat(wait.percentileFigure(95)).hasToString("beyond any number, exact");
        assertThat(wait.percentileFigure(50)).hasToString("23 ms, exact");
        TimeSpan ofTwoRanges = ErlangC.of(between(qps(40), qps(120)), between(ms(8), ms(13)), count(1))
                .meanWait();
        Summary<TimeSpan> drawn = Simulation.of(ofTwoRanges).summary(ofTwoRanges);
        assertThat(drawn.percentileFigure(95)).hasToString("beyond any number");
        assertThat(drawn.percentileFigure(50).toString()).startsWith("25 ms ± ");
    }

    /** What divides or takes away one endless time from another says so, and not that the divisor is zero. */
    @Test
    void bothBeyond() {
        TimeSpan wait = ErlangC.of(between(qps(40), qps(120)), ms(10), count(1)).meanWait();
        assertThat(wait.div(wait.plus(ms(10))).toString())
                .matches(
                        "×0.693 \\(no range: mean wait ÷ 32.55 ms has no answer in 2,\\d+ of 16,384 draws: both are beyond any"
                                + " number\\)");
        assertThat(wait.minus(wait).toString())
                .matches("0 s \\(no range: .* has no answer in 2,\\d+ of 16,384 draws: both are beyond any number\\)");
        TimeSpan worse =
                ErlangC.of(between(qps(80), qps(240)), ms(10), count(1)).meanWait();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> worse.div(worse.plus(ms(10))))
                .withMessage(
                        "mean wait (beyond any number) ÷ beyond any number has no answer: both are beyond any number");
    }

    /** A formula that has no answer for an endless input says so, and not its own condition. */
    @Test
    void inputOfAFormula() {
        TimeSpan wait = ErlangC.of(between(qps(40), qps(120)), ms(10), count(1)).meanWait();
        assertThat(ErlangB.of(qps(3), wait, count(2)).blocking().toString())
                .matches("0.214% \\(no range: Erlang B\\(servers, load\\) has no answer in 2,\\d+ of 16,384 draws:"
                        + " an input is beyond any number\\)");
    }

    /** Whatever holds a connection for ever needs a pool, and servers, without an end. */
    @Test
    void passedOn() {
        TimeSpan wait = ErlangC.of(between(qps(40), qps(120)), ms(10), count(1)).meanWait();
        Count size = Pool.of(qps(10), wait).sizeAtPercentile(99);
        assertThat(size).hasToString("p50 2, p95 beyond any number: overloaded in 13.6% of cases");
        Count servers = Staffing.of(qps(3), wait).forMeanWait(ms(50)).servers();
        assertThat(servers.toString())
                .matches("p50 1, p95 beyond any number: overloaded or no number is enough in 1\\d.\\d+% of cases");
        assertThat(Pool.of(qps(10), wait))
                .hasToString("enough 99% of the time: " + size + "; in use on average: p50 0.23, p95 beyond any number:"
                        + " overloaded in 13.6% of cases");
    }
}
