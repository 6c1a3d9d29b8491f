package dev.estimator.internal.plot;

/**
 * How far one driver moves the result.
 *
 * @param name the driver
 * @param low the result with the driver at its low end, finite and at least 0; may be the larger of the two
 * @param high the result with the driver at its high end, finite and at least 0
 */
public record Swing(String name, double low, double high) {
    /** Refuses what cannot be drawn. */
    public Swing {
        PlotInputs.value("low", low);
        PlotInputs.value("high", high);
    }
}
