package dev.estimator.check;

import static dev.estimator.check.Checkable.DISK;
import static dev.estimator.check.Checkable.SERVERS;
import static dev.estimator.check.Checkable.USERS;
import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.perHour;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Questions;
import dev.estimator.analysis.Verdict;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.CallChain;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
    @Test
    void atMost_holds() {
        Checked<Bytes> checked = check(DISK).atMost(tb(20));
        assertThat(checked).hasToString("disk is 18 TB, at most 20 TB: holds; room for ×1.11");
        assertThat(checked.isHeld()).isTrue();
        assertThat(checked.limit()).isEqualTo("at most 20 TB");
        assertThat(checked.probability()).isEmpty();
        assertThat(checked.room().orElseThrow().value()).isEqualTo(20.0 / 18);
        assertThat(check(DISK).atMost(DISK)).hasToString("disk is 18 TB, at most 18 TB (disk): holds; room for ×1");
        assertThat(check(DISK).atMost(tb(18.01))).hasToString("disk is 18 TB, at most 18.01 TB: holds; room for ×1");
        assertThat(check(percent(60).named("used")).atMost(percent(70))).hasToString("used is 60%, at most 70%: holds");
        assertThat(check(count(0)).atMost(count(0))).hasToString("count is 0, at most 0: holds");
    }

    @Test
    void atMost_holdsConfidently() {
        Checked<Count> checked = check(SERVERS).withConfidence(percent(99)).atMost(count(200));
        assertThat(checked)
                .hasToString("servers are 21 (8 … 60), at most 200 with 99% confidence: holds in 99.978% of cases; room"
                        + " for ×2.15");
        assertThat(checked.probability().orElseThrow().share().value()).isBetween(0.99, 1.0);
        assertThat(checked.verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void atLeast_holds() {
        assertThat(check(DISK).atLeast(tb(15))).hasToString("disk is 18 TB, at least 15 TB: holds; down to ×0.833");
        assertThat(check(SERVERS).atLeast(count(4)))
                .hasToString(
                        "servers are 21 (8 … 60), at least 4 with 95% confidence: holds in 99.86% of cases; down to ×0.5");
        assertThat(check(percentUp(99.95).named("service")).atLeast(percentUp(99.9)))
                .hasToString("service is 99.95% (3.3 nines), at least 99.9% (3 nines): holds");
    }

    @Test
    void between_holds() {
        assertThat(check(DISK).between(tb(18), tb(20)))
                .hasToString("disk is 18 TB, between 18 TB and 20 TB: holds; room for ×1.11");
        assertThat(check(SERVERS).withConfidence(percent(80)).between(count(8), count(60)))
                .hasToString("servers are 21 (8 … 60), between 8 and 60 with 80% confidence: holds in 90.4% of cases");
    }

    @Test
    void within_holds() {
        assertThat(check(DISK).within(percent(10)).of(tb(20)))
                .hasToString("disk is 18 TB, within 10% of 20 TB, 18 TB to 22 TB: holds; room for ×1.22");
        assertThat(check(percentUp(99.89)).within(percent(11)).of(percentUp(99.9)))
                .hasToString("availability is 99.89% (2.96 nines), within 11% of 99.9% (3 nines), 99.889% to 99.911%:"
                        + " holds");
        assertThat(check(percent(100)).within(percent(10)).of(percent(95)))
                .hasToString("share is 100%, within 10% of 95%, 85.5% to 100%: holds");
    }

    @ParameterizedTest
    @CsvSource({
        "30, 10, 33, true",
        "30, 10, 27, true",
        "0.7, 10, 0.77, true",
        "0.7, 10, 0.63, true",
        "30, 10, 33.001, false",
        "30, 10, 26.999, false"
    })
    void within_forgivesRounding(double target, double tolerance, double value, boolean holds) {
        ThrowingCallable within =
                () -> check(gb(value)).within(percent(tolerance)).of(gb(target));
        assertThat(catchFailure(within) == null).isEqualTo(holds);
    }

    @Test
    void growing_holds() {
        Growth growth = Growth.compound(percent(20), YEAR);
        Checked<Bytes> checked = check(DISK).growing(growth).atMost(tb(50));
        assertThat(checked).hasToString("disk is 18 TB, at most 50 TB: holds; room for ×2.78; fits 5 y 7 months");
        assertThat(checked.runway()).isPresent();
        assertThat(check(DISK).growing(Growth.compound(percent(0), YEAR)).atMost(tb(50)))
                .hasToString("disk is 18 TB, at most 50 TB: holds; room for ×2.78; 18 TB never reaches 50 TB: with 0%"
                        + " every year it does not grow");
    }

    @Test
    void check_listener() {
        List<Checked<?>> heard = new ArrayList<>();
        check(DISK, heard::add).atMost(tb(20));
        AssertionError failure = catchFailure(() -> check(DISK, heard::add).atMost(tb(16)));
        assertThat(heard).extracting(Checked::limit).containsExactly("at most 20 TB", "at most 16 TB");
        assertThat(heard).extracting(Checked::isHeld).containsExactly(true, false);
        assertThat(heard.get(1)).hasToString(failure.getMessage());
    }

    @Test
    void check_badInput() {
        assertRefused(
                () -> check(SERVERS).withConfidence(percent(0)),
                "confidence must be above 0% and below 100% but was 0%");
        assertRefused(
                () -> check(SERVERS).withConfidence(percent(100)),
                "confidence must be above 0% and below 100% but was 100%: nothing uncertain is certain");
        assertRefused(
                () -> check(DISK).within(percent(0)),
                "tolerance must be above 0% but was 0%: for one exact value say between(x, x)");
        String uncertain = "bound must be a number but was 10M (5M … 20M): limit their ratio instead, as in"
                + " limit(used.div(available)).atMost(ratio(1))";
        assertRefused(() -> check(SERVERS).atMost(USERS), uncertain);
        assertRefused(() -> check(SERVERS).atLeast(USERS), uncertain);
        assertRefused(() -> check(SERVERS).between(count(1), USERS), uncertain);
        assertRefused(() -> check(SERVERS).within(percent(1)).of(USERS), uncertain);
        assertRefused(
                () -> check(DISK).between(tb(9), tb(8)), "low must not be above high but was 9 TB, and high 8 TB");
        assertRefused(
                () -> check(percentUp(99.9)).between(percentUp(99.99), percentUp(99.98)),
                "low must not be above high but was 99.99% (4 nines), and high 99.98% (3.7 nines)");
        assertRefused(
                () -> check(usd(3)).atMost(eur(4)),
                "currencies must be the same but were USD and EUR: convert one at a rate of your choice");
        assertRefused(
                () -> check(usd(3)).within(percent(10)).of(eur(4)),
                "currencies must be the same but were USD and EUR: convert one at a rate of your choice");
        assertRefused(
                () -> check(percent(3)).growing(Growth.compound(percent(20), YEAR)),
                "quantity must be an amount to grow but share is a part of a whole");
        assertThatThrownBy(() ->
                        check(DISK).growing(Growth.compound(percent(20), YEAR)).atLeast(tb(9)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("growing must be followed by an upper limit, atMost or between, but was by atLeast, which"
                        + " growth keeps to");
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without null checks do
    void check_nothing() {
        Count nothing = null;
        assertThatThrownBy(() -> check(nothing))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("quantity");
    }

    @Test
    void toString_saysHowToGoOn() {
        assertThat(check(DISK))
                .hasToString("check that disk is ...: go on with atMost(limit), atLeast(limit), between(low, high) or"
                        + " within(share).of(target)");
        assertThat(check(DISK).within(percent(5)))
                .hasToString("check that disk is within 5% of ...: go on with of(target)");
    }

    private static AssertionError catchFailure(ThrowingCallable check) {
        return catchThrowableOfType(AssertionError.class, check);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** A percentile that draws answer is the very one that is compared with them, of each kind of quantity. */
    @Test
    void atMost_itsOwnPercentile() {
        Qps rate = between(qps(100), qps(300)).plus(between(qps(50), qps(90)));
        assertThat(check(rate).atMost(rate.p95()).isHeld()).isTrue();
        assertThat(check(rate).atLeast(rate.p5()).isHeld()).isTrue();
        TimeSpan time = between(ms(1), ms(5)).plus(between(ms(1), ms(9)));
        assertThat(check(time).atMost(time.p95()).isHeld()).isTrue();
        assertThat(Questions.limit(time).atMost(time.p95()).toString()).contains(": holds, p95 is");
        Summary<TimeSpan> all = Simulation.of(time).summary(time);
        assertThat(check(time)
                        .withConfidence(percent(80))
                        .atMost(all.percentile(80))
                        .isHeld())
                .isTrue();
        Availability up = CallChain.builder()
                .call("a", between(percentUp(99), percentUp(99.95)))
                .call("b", between(percentUp(99.5), percentUp(99.9)))
                .build()
                .availability();
        assertThat(check(up).atLeast(up.p5()).isHeld()).isTrue();
        Share hits = between(percent(70), percent(95)).times(between(percent(50), percent(60)));
        assertThat(check(hits).atLeast(hits.p5()).isHeld()).isTrue();
    }

    /** 5 % are below the one and 5 % above the other, as they were drawn. */
    @Test
    void between_ownPercentiles_holds() {
        Bytes sum = assume("a", between(gb(2), gb(5))).plus(assume("b", between(gb(3), gb(7))));
        assertThat(check(sum)
                        .withConfidence(percent(90))
                        .between(sum.p5(), sum.p95())
                        .isHeld())
                .isTrue();
        Check<Bytes> sure = check(sum).withConfidence(percent(91));
        assertThatThrownBy(() -> sure.between(sum.p5(), sum.p95())).isInstanceOf(AssertionError.class);
    }

    /** Each as it was typed. */
    @Test
    void between_boundsInOtherUnits_areNamedInTheirOwn() {
        assertThatThrownBy(() -> check(qps(30)).between(perDay(1_000), perHour(9)))
                .hasMessage("low must not be above high but was 1k req/d, and high 9 req/h");
    }

    @Test
    void rate_isInTheUnitOfItsBound() {
        assertThatThrownBy(() -> check(qps(30)).atMost(qps(12.5)))
                .hasMessageContainingAll("expected at most  12.5 req/s", "over by           17.5 req/s");
    }
}
