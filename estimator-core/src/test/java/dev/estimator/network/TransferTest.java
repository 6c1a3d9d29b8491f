package dev.estimator.network;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.mbitPerSecond;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Units.KB;
import static dev.estimator.quantity.Units.MBIT_PER_SECOND;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferTest {
    private static final Transfer BASE = Transfer.builder()
            .size(mb(1))
            .bandwidth(mbitPerSecond(100))
            .roundTripTime(ms(80))
            .build();

    /**
     * Kurose and Ross, 2nd edition: 100 KB in segments of 536 B at a round-trip time of 100 ms, over TCP that begins
     * with one segment: the time on the wire, how often the sender stalls, P, and the least latency as they are
     * printed, and the formula {@code 2 RTT + O/R + P (RTT + S/R) − (2^P − 1) S/R} for the latency.
     */
    @ParameterizedTest
    @CsvSource({"0.028, 28.6, 1, 28.8", "0.1, 8, 2, 8.2", "1, 0.8, 5, 1", "10, 0.08, 7, 0.28"})
    void time_kuroseRoss(double mbit, double wire, int stalls, double least) {
        Transfer page = BASE.withSize(kb(100))
                .withBandwidth(mbitPerSecond(mbit))
                .withRoundTripTime(ms(100))
                .withConnection(RoundTrips.TCP)
                .withInitialWindow(count(1))
                .withSegmentSize(bytes(536));
        assertThat(Math.abs(page.wireTime().to(SECONDS) - wire)).isLessThan(0.05);
        assertThat(Math.abs(page.time().minus(page.slowStart()).to(SECONDS) - least))
                .isLessThan(0.05);
        double segment = 536 * 8 / (mbit * 1e6);
        assertNear(
                stalls * (0.1 + segment) - ((1 << stalls) - 1) * segment,
                page.slowStart().to(SECONDS),
                1e-12);
    }

    /**
     * I. Grigorik, High Performance Browser Networking, 2013, chapter 2: 20 KB from London with a round trip of 56 ms
     * and 40 ms of server time, beginning with 4 segments, take 264 ms, and 96 ms over a connection that is open and
     * wide. He leaves out the wire.
     */
    @Test
    void time_grigorik() {
        Transfer file = BASE.withSize(kb(20))
                .withBandwidth(gbitPerSecond(1e9))
                .withRoundTripTime(ms(56))
                .withServerTime(ms(40))
                .withConnection(RoundTrips.TCP)
                .withInitialWindow(count(4));
        assertNear(264, file.time().to(MILLISECONDS), 1e-7);
        Transfer reused = file.withConnection(RoundTrips.OPEN).withInitialWindow(count(15));
        assertNear(96, reused.time().to(MILLISECONDS), 1e-7);
    }

    /** All in the first ten segments: no wait; one byte more waits for an acknowledgement. RFC 6928: up to 14,600 B. */
    @Test
    void slowStart_initialWindow() {
        assertThat(BASE.withSize(bytes(14_600)).slowStart().to(MILLISECONDS)).isZero();
        assertThat(BASE.withSize(bytes(14_601)).slowStart().to(MILLISECONDS)).isBetween(78.0, 80.0);
    }

    /** RFC 7323, section 1.1, and without window scaling 65,535 B: 6.6 Mbit/s at 80 ms. */
    @Test
    void bandwidthDelayProduct() {
        assertNear(1000, BASE.bandwidthDelayProduct().to(KB));
        assertNear(6.5535, Transfer.limitOfWindow(bytes(65_535), ms(80)).to(MBIT_PER_SECOND));
        assertNear(
                100,
                Transfer.limitOfWindow(BASE.bandwidthDelayProduct(), ms(80)).to(MBIT_PER_SECOND));
    }

    @Test
    void throughput_isBelowTheBandwidth() {
        assertThat(BASE.throughput()).isLessThan(BASE.bandwidth());
        Transfer large = BASE.withSize(mb(1e6));
        assertNear(100, large.throughput().to(MBIT_PER_SECOND), 1e-4);
    }

    @Test
    void slowStart_explain() {
        Transfer range = BASE.withRoundTripTime(assume("Atlantic", between(ms(70), ms(90)), "ping"));
        assertThat(range.slowStart().explain().toString())
                .contains(
                        "slow start = slow-start approximation(size, bandwidth, Atlantic, segment size, initial window)")
                .contains("initial window = 10       (RFC 6928)");
    }

    @Test
    void toString_says() {
        assertThat(BASE).hasToString("1 MB in 727 ms: 240 ms to the first byte, 407 ms slow start, 80 ms on the wire");
    }

    @Test
    void refused() {
        assertRefused(() -> BASE.withBandwidth(mbitPerSecond(0)), "bandwidth must be above zero but was 0 Mbit/s");
        assertRefused(() -> BASE.withInitialWindow(count(0)), "initialWindow must be at least 1 but was 0");
        assertRefused(() -> BASE.withSegmentSize(bytes(0)), "segmentSize must be above zero but was 0 B");
        assertThatThrownBy(() -> Transfer.limitOfWindow(kb(64), ms(0))).isInstanceOf(ArithmeticException.class);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
