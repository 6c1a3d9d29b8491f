package dev.estimator.internal.plot;

/**
 * One bar of a histogram.
 *
 * @param from where it begins, finite and at least 0
 * @param to where it ends, at least {@code from}
 * @param share the share of the draws in it, at least 0; only the ratio to the other bars matters
 */
public record Bar(double from, double to, double share) {
    /** Refuses what cannot be drawn. */
    public Bar {
        PlotInputs.value("from", from);
        PlotInputs.value("to", to);
        PlotInputs.value("share", share);
        PlotInputs.ascending("from", from, "to", to);
    }
}
