package dev.estimator.network;

/** How long a sender waits for acknowledgements while its window doubles. */
final class SlowStart {
    private SlowStart() {}

    /**
     * The time in which nothing is sent: {@code Σ [segment ÷ rate + RTT − windowₖ ÷ rate]⁺} over all windows but the
     * last, after which no acknowledgement is waited for.
     *
     * @param size the bytes to send
     * @param rate the bandwidth, bytes per second
     * @param roundTrip the round-trip time in seconds
     * @param segment the bytes of a segment
     * @param window the bytes of the first window
     * @see "J. F. Kurose and K. W. Ross, Computer Networking, 2nd edition 2002, section 3.7.2"
     */
    static double stalls(double size, double rate, double roundTrip, double segment, double window) {
        if (!(window > 0)) {
            return Double.NaN; // it would never double
        }
        double stalls = 0;
        double sent = window;
        for (double next = window; sent < size; next *= 2) {
            double wait = segment / rate + roundTrip - next / rate;
            if (!(wait > 0)) {
                break;
            }
            stalls += wait;
            sent += 2 * next;
        }
        return stalls;
    }
}
