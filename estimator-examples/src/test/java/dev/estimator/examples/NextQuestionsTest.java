package dev.estimator.examples;

import static dev.estimator.quantity.Units.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Share;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The answers of {@link NextQuestions} against sums by hand and by other programs. */
class NextQuestionsTest {
    /** Erlang's recurrence in exact fractions: C(16, 12.8) = 0.30497..., and P(wait > t) = C e^(−3.2 t ÷ 50 ms). */
    @Test
    void queueAt80Percent() {
        double waits = erlangC(16, 12.8);
        assertThat(NextQuestions.queueAt80Percent().waitProbability().value()).isCloseTo(waits, within(1e-12));
        assertThat(NextQuestions.queueAt80Percent().waitPercentile(99).to(MILLISECONDS))
                .isCloseTo(50 * Math.log(waits / 0.01) / 3.2, within(1e-9));
    }

    /**
     * The p95 of a payment, 120 ms × (900 ÷ 120)^(1.6449 ÷ 2.3263), is 498.8 ms, so 4.97 % of the payments are sent
     * twice.
     */
    @Test
    void hedging() {
        Share extra = NextQuestions.payment().extraLoadOfHedging(NextQuestions.HEDGE);
        assertThat(extra.value()).isCloseTo(0.049_706_441_695_837, within(1e-12));
    }

    @Test
    void criticalPath() throws IOException {
        Golden.verify(
                "NextQuestionsPath.txt",
                NextQuestions.checkout(NextQuestions.payment()).criticalPath() + "\n");
    }

    private static double erlangC(int servers, double load) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < servers; k++) {
            term *= load / k;
            sum += term;
        }
        double waiting = term * load / servers * servers / (servers - load);
        return waiting / (sum + waiting);
    }
}
