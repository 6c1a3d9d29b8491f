package dev.estimator.internal.engine;

import java.util.List;
import java.util.function.Supplier;

/**
 * Draws of the greatest or the least of several values. What is known of one of these without draws is known of it too:
 * the greatest is at most x no more often than any of them.
 */
final class ExtremeCore extends SampleCore {
    private static final double NOISE = 1e-12;

    private final boolean isGreatest;

    /** Those of the values that were not drawn. */
    private final Supplier<List<Distribution>> known;

    ExtremeCore(double[] drawn, boolean isGreatest, Supplier<List<Distribution>> known) {
        super(drawn);
        this.isGreatest = isGreatest;
        this.known = known;
    }

    @Override
    public Estimate[] quantiles(double... p) {
        Estimate[] found = super.quantiles(p);
        for (Distribution one : known.get()) {
            for (int i = 0; i < p.length; i++) {
                found[i] = bounded(found[i], one.quantile(p[i]).value(), isGreatest);
            }
        }
        return found;
    }

    @Override
    public Estimate cumulative(double x) {
        Estimate found = super.cumulative(x);
        for (Distribution one : known.get()) {
            found = bounded(found, one.cumulative(x).value(), !isGreatest);
        }
        return found;
    }

    /**
     * What was drawn on the wrong side of a bound moves to it, with the interval beyond; the bound itself may be off by
     * the error of binary numbers, which the interval must not leave out.
     */
    private static Estimate bounded(Estimate found, double bound, boolean isLower) {
        double value = isLower ? Math.max(found.value(), bound) : Math.min(found.value(), bound);
        double moved = value == found.value() ? 0 : value - found.value();
        return isLower
                ? Estimate.drawn(value, Math.max(found.low(), bound * (1 - NOISE)), found.high() + moved)
                : Estimate.drawn(value, found.low() + moved, Math.min(found.high(), bound * (1 + NOISE)));
    }
}
