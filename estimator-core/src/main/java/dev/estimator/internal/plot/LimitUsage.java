package dev.estimator.internal.plot;

import org.jspecify.annotations.Nullable;

/**
 * How much of a limit is used.
 *
 * @param name the limit
 * @param used the part that is used, finite and at least 0; 1 is all of it
 * @param target the part that should be used at most, finite and at least 0, if there is such a part
 */
public record LimitUsage(String name, double used, @Nullable Double target) {
    /** Refuses what cannot be drawn. */
    public LimitUsage {
        PlotInputs.value("used", used);
        PlotInputs.value("target", target == null ? 0 : target);
    }
}
