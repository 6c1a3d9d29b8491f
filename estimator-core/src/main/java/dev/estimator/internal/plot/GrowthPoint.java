package dev.estimator.internal.plot;

/**
 * A value that is not certain, at a time.
 *
 * @param x the time from now in days, finite and at least 0
 * @param low the lower end of the band, finite and at least 0
 * @param middle the line, finite and at least 0
 * @param high the upper end of the band, at least {@code low}
 */
public record GrowthPoint(double x, double low, double middle, double high) {
    /** Refuses what cannot be drawn. */
    public GrowthPoint {
        PlotInputs.value("x", x);
        PlotInputs.value("low", low);
        PlotInputs.value("middle", middle);
        PlotInputs.value("high", high);
        PlotInputs.ascending("low", low, "high", high);
    }
}
