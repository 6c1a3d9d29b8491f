package dev.estimator.network;

import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * How long it takes to fetch something over a network: the connection, the request, the slow start of TCP and the
 * bytes.
 *
 * <p>Nothing is lost and nobody else uses the line. Over a long distance with much bandwidth, most of the time goes
 * into round trips.
 *
 * @see "J. F. Kurose and K. W. Ross, Computer Networking: A Top-Down Approach Featuring the Internet, 2nd edition 2002"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class Transfer implements WithTransfer, Serializable {
    private static final long serialVersionUID = 1L;

    Transfer() {}

    /**
     * Returns the size of the data that is fetched.
     *
     * @return the size of the answer
     */
    public abstract Bytes size();

    /**
     * Returns the bandwidth of the slowest part of the way.
     *
     * @return the bandwidth, above zero
     */
    public abstract Bandwidth bandwidth();

    /**
     * Returns the time of a small packet to the server and back.
     *
     * @return the round-trip time
     */
    public abstract TimeSpan roundTripTime();

    /**
     * Returns how the client gets its connection; by TCP and TLS 1.3 unless set.
     *
     * @return the round trips before the request
     */
    @Value.Default
    public RoundTrips connection() {
        return RoundTrips.TLS_1_3;
    }

    /**
     * Returns how long the server works before it answers; no time unless set.
     *
     * @return the server time
     */
    @Value.Default
    public TimeSpan serverTime() {
        return assumeDefault("server time", ms(0), "not counted");
    }

    /**
     * Returns how many segments are sent before the first acknowledgement; 10 unless set. A connection that has been in
     * use has more.
     *
     * @return the initial window in segments, at least 1
     * @see "J. Chu et al., Increasing TCP's Initial Window, RFC 6928"
     */
    @Value.Default
    public Count initialWindow() {
        return assumeDefault("initial window", count(10), "RFC 6928");
    }

    /**
     * Returns how many bytes a segment carries; 1460 B unless set.
     *
     * @return the maximum segment size, above zero
     */
    @Value.Default
    public Bytes segmentSize() {
        return assumeDefault("segment size", bytes(1460), "1500 B of Ethernet without headers");
    }

    @Value.Check
    void check() {
        bandwidthNamed();
        windowNamed();
        segmentNamed();
    }

    /**
     * Returns how long the bytes take on the line alone: {@code size ÷ bandwidth}.
     *
     * @return the time on the wire
     */
    public TimeSpan wireTime() {
        return sizeNamed().div(bandwidthNamed()).named("time on the wire");
    }

    /**
     * Returns how long the sender waits in slow start, as the window doubles with each round trip until it fills the
     * line: {@code Σ [segment ÷ bandwidth + RTT − window ÷ bandwidth]⁺}. It is an approximation without loss, delayed
     * acknowledgements and cross traffic.
     *
     * @return the time in which nothing is sent
     */
    public TimeSpan slowStart() {
        return TimeSpan.computed(
                        "slow-start approximation",
                        new Stalls(),
                        sizeNamed(),
                        bandwidthNamed(),
                        tripNamed(),
                        segmentNamed(),
                        windowNamed())
                .named("slow start");
    }

    /**
     * Returns how long it takes from the beginning of the connection to the last byte: setup, a round trip for request
     * and answer, the server, slow start and the wire.
     *
     * @return the time of the transfer
     */
    public TimeSpan time() {
        return connection()
                .timeToFirstByte(tripNamed(), serverTime().orNamed("server time"))
                .plus(slowStart())
                .plus(wireTime())
                .named("transfer time");
    }

    /**
     * Returns the throughput in all: {@code size ÷ time}.
     *
     * @return the mean bandwidth that was reached
     * @throws ArithmeticException if nothing takes any time
     */
    public Bandwidth throughput() {
        return sizeNamed().per(time()).named("throughput");
    }

    /**
     * Returns how many bytes are on the way when the line is full: {@code bandwidth × RTT}, the window that TCP needs.
     *
     * @return the bandwidth-delay product
     * @see "D. Borman et al., TCP Extensions for High Performance, RFC 7323, section 1.1"
     */
    public Bytes bandwidthDelayProduct() {
        return bandwidthNamed().times(tripNamed()).named("bandwidth-delay product");
    }

    /**
     * Returns the most that a window allows, however fast the line is: {@code window ÷ RTT}.
     *
     * @param window how much may be on the way without an acknowledgement; 65,535 B without window scaling
     * @param roundTripTime the round-trip time, above zero
     * @return the greatest throughput
     * @throws ArithmeticException if the time is zero
     * @see "D. Borman et al., TCP Extensions for High Performance, RFC 7323, section 1.1"
     */
    public static Bandwidth limitOfWindow(Bytes window, TimeSpan roundTripTime) {
        return Refusal.named(window, "window")
                .per(Refusal.named(roundTripTime, "roundTripTime", "round-trip time"))
                .named("limit of the window");
    }

    /**
     * Returns the time and its parts, as in '1 MB in 380 ms: 240 ms to the first byte, 60 ms slow start, 80 ms on the
     * wire'.
     */
    @Override
    public String toString() {
        return size() + " in " + time() + ": " + connection().timeToFirstByte(roundTripTime(), serverTime())
                + " to the first byte, " + slowStart() + " slow start, " + wireTime() + " on the wire";
    }

    /**
     * Begins a transfer.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects size, line and connection. */
    public static final class Builder extends ImmutableTransfer.Builder {
        Builder() {}

        /** Returns what is being built, and that {@code build()} is still to be called. */
        @Override
        public String toString() {
            return Unbuilt.of("transfer");
        }
    }

    private Bytes sizeNamed() {
        return size().orNamed("size");
    }

    private Bandwidth bandwidthNamed() {
        return Refusal.aboveZero(bandwidth().orNamed("bandwidth"), "bandwidth");
    }

    private Count windowNamed() {
        return Refusal.atLeast(initialWindow().orNamed("initial window"), "initialWindow", 1);
    }

    private TimeSpan tripNamed() {
        return roundTripTime().orNamed("round-trip time");
    }

    private Bytes segmentNamed() {
        return Refusal.aboveZero(segmentSize().orNamed("segment size"), "segmentSize");
    }

    /** The time in which nothing is sent while the windows double. */
    private record Stalls() implements Formula {
        @Override
        public double apply(double... inputs) {
            return SlowStart.stalls(inputs[0], inputs[1], inputs[2], inputs[3], inputs[3] * inputs[4]);
        }

        @Override
        public Direction direction(int input) {
            return Direction.UNKNOWN;
        }
    }
}
