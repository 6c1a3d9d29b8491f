package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RC-ROBUST 4: a log line written while a program shuts down. */
class InterruptedTest {
    private final Count sum =
            assume("reads", between(count(3), count(70))).plus(assume("writes", between(count(2), count(50))));

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void toString_neverThrows() {
        Thread.currentThread().interrupt();
        assertThat(sum.toString()).startsWith("24 (");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void explain_neverThrows() {
        Thread.currentThread().interrupt();
        assertThat(sum.named("requests").explain().toString()).contains("requests = reads + writes");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
