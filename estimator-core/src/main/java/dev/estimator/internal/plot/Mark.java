package dev.estimator.internal.plot;

/**
 * A line across a plot, with its text.
 *
 * @param at the value it marks, finite and at least 0
 * @param text a short text beside it
 */
public record Mark(double at, String text) {
    /** Refuses what cannot be drawn. */
    public Mark {
        PlotInputs.value("at", at);
    }
}
