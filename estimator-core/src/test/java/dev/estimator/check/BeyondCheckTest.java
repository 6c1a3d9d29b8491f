package dev.estimator.check;

import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Checks and approved estimates of a wait that is beyond every number where the rate is above 100 req/s. */
@ResourceLock("estimates.approve")
class BeyondCheckTest {
    private static final TimeSpan SOME = wait(between(qps(40), qps(120)));
    private static final TimeSpan MOST = wait(between(qps(103), qps(160)));
    private static final TimeSpan EVERY = wait(uniform(qps(101), qps(160)));

    @TempDir
    Path folder;

    private static TimeSpan wait(Qps rate) {
        return ErlangC.of(assume("rate", rate), ms(10), count(1)).meanWait().named("wait");
    }

    @AfterEach
    void forget() {
        System.clearProperty("estimates.approve");
    }

    /** The rate at which the wait is 50 ms is 83.33 req/s: 5 ÷ 6 of 100. It is at most that in 71.0 % of cases. */
    @Test
    void tooLong_hasNoDistance() {
        assertThatThrownBy(() -> check(SOME).atMost(ms(50)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        wait
                          expected at most  50 ms with 95% confidence
                          but p95 is        beyond any number; p50 23 ms: overloaded in 13.6% of cases
                          probability       70.99%, exact
                          over by           more than any number
                          fits with         rate          never above 83.33 req/s  now 69.28 req/s (40 … 120)
                                            service time  at most 7.274 ms         now 10 ms
                                            servers       at least 2               now 1
                          driven by         rate  100% ████████████████████  6.7 ms … beyond any number
                        """);
    }

    @Test
    void everyCase() {
        assertThatThrownBy(() -> check(EVERY).atMost(ms(50))).hasMessageStartingWith("""
                        wait
                          expected at most  50 ms with 95% confidence
                          but p95 is        beyond any number: overloaded in every case
                        """);
        assertThatThrownBy(() -> check(EVERY).between(ms(1), ms(50))).hasMessageContaining("above 50 ms       100%");
    }

    @Test
    void lowerLimit_isKept_withoutRoomWhereNothingIsANumber() {
        assertThat(check(SOME).atLeast(ms(1)).room()).isPresent();
        Checked<TimeSpan> checked = check(MOST).atLeast(ms(1));
        assertThat(checked.room()).isEmpty();
        assertThat(checked.toString())
                .contains("wait is beyond any number: overloaded in 96.9% of cases, at least 1 ms with 95% confidence:"
                        + " holds in every case");
    }

    @Test
    void plainAnswer() {
        assertThatThrownBy(() -> check(SOME.p95()).atMost(ms(50)))
                .hasMessageContaining("but is            beyond any number")
                .hasMessageContaining("over by           more than any number");
    }

    @Test
    void baseline_readsBack() throws IOException {
        Path file = approved(SOME, EVERY.named("other wait"));
        Baseline.at(file).verify(SOME, EVERY.named("other wait"));
        assertThat(Files.readString(file))
                .contains("p95 beyond, beyond 0.135904490168")
                .contains("[TimeSpan beyond, p5 beyond, p95 beyond, beyond 1.0]");
    }

    @Test
    void baseline_tellsWhatIsBeyond() {
        Path file = approved(SOME, EVERY.named("other wait"));
        assertThatThrownBy(() -> Baseline.at(file).verify(MOST, SOME.named("other wait")))
                .hasMessageContaining("now beyond any number")
                .hasMessageContaining("no longer beyond any number")
                .hasMessageNotContaining("Infinity")
                .hasMessageNotContaining("NaN");
    }

    /** From 96.9 % to all: every percentile that is looked at is the same. */
    @Test
    void baseline_tellsInHowManyCases() {
        Path file = approved(MOST);
        assertThatThrownBy(() -> Baseline.at(file).verify(EVERY))
                .hasMessageContaining("100% of cases beyond any number");
    }

    private Path approved(TimeSpan... answers) {
        Path file = folder.resolve("estimates.txt");
        System.setProperty("estimates.approve", "true");
        Baseline.at(file).verify(answers);
        System.clearProperty("estimates.approve");
        return file;
    }
}
