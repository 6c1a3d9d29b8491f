package dev.estimator.network;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTripsTest {
    /**
     * Counted in the message flows: RFC 9293 figure 6, RFC 5246 figures 1 and 2, RFC 8446 figures 1, 3 and 4, RFC 9001
     * section 4.
     */
    @ParameterizedTest
    @CsvSource({
        "OPEN, 0",
        "TCP, 1",
        "TLS_1_2, 3",
        "TLS_1_2_RESUMED, 2",
        "TLS_1_3, 2",
        "TLS_1_3_EARLY_DATA, 1",
        "QUIC, 1",
        "QUIC_EARLY_DATA, 0"
    })
    void beforeRequest(RoundTrips connection, int expected) {
        assertThat(connection.beforeRequest()).isEqualTo(expected);
    }

    /**
     * I. Grigorik, High Performance Browser Networking, 2013: TCP 56 ms and TLS 112 ms, 168 ms from New York to London.
     */
    @Test
    void setup_grigorik() {
        assertNear(168, RoundTrips.TLS_1_2.setup(ms(56)).to(MILLISECONDS));
        assertNear(112, RoundTrips.TLS_1_2_RESUMED.setup(ms(56)).to(MILLISECONDS));
        assertNear(
                168 + 56 + 40,
                RoundTrips.TLS_1_2.timeToFirstByte(ms(56), ms(40)).to(MILLISECONDS));
    }

    @Test
    void timeToFirstByte_explain() {
        var trip = assume("Atlantic", between(ms(70), ms(90)), "ping");
        assertThat(RoundTrips.TLS_1_3.timeToFirstByte(trip, ms(20)).explain()).hasToString("""
                assumed
                  Atlantic                       = 79.37 ms (70 … 90)  (ping)
                  round trips of TCP and TLS 1.3 = 2
                  server time                    = 20 ms
                calculated
                  connection setup = Atlantic × round trips of TCP and TLS 1.3
                                   = 79.37 ms × 2
                                   = 158.7 ms (140 … 180)
                  time to first byte = connection setup + Atlantic + server time
                                     = 158.7 ms + 79.37 ms + 20 ms
                                     = 258.1 ms (230 … 290)""");
    }

    @Test
    void toString_says() {
        assertThat(RoundTrips.TLS_1_3).hasToString("TCP and TLS 1.3: 2 round trips before the request");
        assertThat(RoundTrips.QUIC).hasToString("QUIC: 1 round trip before the request");
    }
}
