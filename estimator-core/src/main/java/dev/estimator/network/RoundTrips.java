package dev.estimator.network;

import static dev.estimator.quantity.Quantities.count;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.TimeSpan;

/**
 * The way in which a client gets a connection, and the round trips that it takes before the request can be sent.
 *
 * <p>Names are resolved already, and nothing is lost.
 */
public enum RoundTrips {
    /** A connection that is open already. */
    OPEN(0, "open connection"),

    /**
     * TCP without encryption.
     *
     * @see "RFC 9293, section 3.5"
     */
    TCP(1, "TCP"),

    /**
     * TCP and a full handshake of TLS 1.2.
     *
     * @see "RFC 5246, section 7.3, figure 1"
     */
    TLS_1_2(3, "TCP and TLS 1.2"),

    /**
     * TCP and TLS 1.2 with a session known already.
     *
     * @see "RFC 5246, section 7.3, figure 2"
     */
    TLS_1_2_RESUMED(2, "TCP and TLS 1.2 resumed"),

    /**
     * TCP and TLS 1.3, in full or resumed without early data.
     *
     * @see "RFC 8446, section 2, figures 1 and 3"
     */
    TLS_1_3(2, "TCP and TLS 1.3"),

    /**
     * TCP and TLS 1.3 with early data (0-RTT): the request goes with the handshake, and can be replayed by an attacker.
     *
     * @see "RFC 8446, section 2.3, figure 4"
     */
    TLS_1_3_EARLY_DATA(1, "TCP and TLS 1.3 with early data"),

    /**
     * QUIC, which sets up transport and TLS 1.3 at once, as HTTP/3 uses it.
     *
     * @see "RFC 9001, section 4; RFC 9114"
     */
    QUIC(1, "QUIC"),

    /**
     * QUIC with early data (0-RTT), which can be replayed by an attacker.
     *
     * @see "RFC 9001, section 4.6"
     */
    QUIC_EARLY_DATA(0, "QUIC with early data");

    private final int beforeRequest;
    private final String text;

    RoundTrips(int beforeRequest, String text) {
        this.beforeRequest = beforeRequest;
        this.text = text;
    }

    /**
     * Returns how many round trips pass before the request is sent.
     *
     * @return from 0 to 3
     */
    public int beforeRequest() {
        return beforeRequest;
    }

    /**
     * Returns how long it takes to set the connection up: {@code round trips × round-trip time}.
     *
     * @param roundTripTime how long a packet takes there and back
     * @return the time before the request is sent
     */
    public TimeSpan setup(TimeSpan roundTripTime) {
        return Refusal.named(roundTripTime, "roundTripTime", "round-trip time")
                .times(trips())
                .named("connection setup");
    }

    /**
     * Returns how long it takes until the first byte of the answer: the setup, a round trip for request and answer, and
     * the server.
     *
     * @param roundTripTime how long a packet takes there and back
     * @param serverTime how long the server works before it answers
     * @return the time to first byte
     */
    public TimeSpan timeToFirstByte(TimeSpan roundTripTime, TimeSpan serverTime) {
        TimeSpan trip = Refusal.named(roundTripTime, "roundTripTime", "round-trip time");
        return setup(trip)
                .plus(trip)
                .plus(Refusal.named(serverTime, "serverTime", "server time"))
                .named("time to first byte");
    }

    /** Returns the protocols and their round trips, as in 'TCP and TLS 1.3: 2 round trips before the request'. */
    @Override
    public String toString() {
        return text + ": " + beforeRequest + (beforeRequest == 1 ? " round trip" : " round trips")
                + " before the request";
    }

    private Count trips() {
        return count(beforeRequest).named("round trips of " + text);
    }
}
