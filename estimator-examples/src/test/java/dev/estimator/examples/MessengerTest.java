package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Units;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MessengerTest {
    @Test
    void text() throws IOException {
        Golden.verify("Messenger.txt", Messenger.text() + "\n");
    }

    /**
     * 10M users × 40 a day ÷ 2 are messages; each goes to the store 3 times, and 1.05 times with profiles that are
     * missing.
     */
    @Test
    void store_getsThreeCopies() {
        double messages = 10e6 * 20 / 86_400;
        assertThat(Messenger.system().load(Messenger.STORE).writes().to(Units.PER_SECOND))
                .isCloseTo(messages * 3.05, within(1e-6));
        assertThat(Messenger.system().load(Messenger.STORE).reads().to(Units.PER_SECOND))
                .isCloseTo(messages, within(1e-6));
    }

    /** 2M connections at 100,000 each and at 16 GB for 30 kB, 70 % used: 29 in two of three zones. */
    @Test
    void sockets_holdConnections() {
        assertThat(Messenger.system().load(Messenger.SOCKETS).resources()).startsWith("connections");
        assertThat(Messenger.system().load(Messenger.SOCKETS).instances().to(Units.ONES))
                .isEqualTo(45);
    }
}
