package dev.estimator.internal.plot;

/**
 * A value that is not certain, at a time.
 *
 * @param x the time, such as months from now, finite and at least 0
 * @param low the lower end of the band, finite and at least 0
 * @param middle the line, finite and at least 0
 * @param high the upper end of the band, at least {@code low}
 */
public record Point(double x, double low, double middle, double high) {
    /** Refuses what cannot be drawn. */
    public Point {
        Check.value("x", x);
        Check.value("low", low);
        Check.value("middle", middle);
        Check.value("high", high);
        Check.ascending("low", low, "high", high);
    }
}
