package dev.estimator.internal.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws of the greatest or the least of several values. What is known of one of these without draws is known of it too:
 * the greatest is at most x no more often than any of them. Where it is the same one in every draw it has the law of
 * that, but for what draws are too few to show.
 */
final class ExtremeCore extends SampleCore {
    private static final double NOISE = 1e-12;

    private final boolean isGreatest;
    private final Supplier<Known> known;

    /** In how many cases it may be another than in all draws. */
    private final double unseen;

    /**
     * What is known without draws.
     *
     * @param some of the values
     * @param always the one of them that was the greatest, or the least, in every draw; null if none was
     */
    record Known(List<Distribution> some, @Nullable Distribution always) {}

    ExtremeCore(double[] drawn, boolean isGreatest, Supplier<Known> known) {
        super(drawn);
        this.isGreatest = isGreatest;
        this.known = known;
        this.unseen = Replicates.T95 * Replicates.unseen(drawn.length);
    }

    @Override
    public Estimate[] quantiles(double... p) {
        return withKnown(super.quantiles(p), p);
    }

    @Override
    public Estimate[] upperQuantiles(double... p) {
        return withKnown(super.quantiles(above(p)), p);
    }

    private Estimate[] withKnown(Estimate[] drawn, double... p) {
        Estimate[] found = drawn.clone();
        for (int i = 0; i < p.length; i++) {
            found[i] = always(p[i]).orElse(drawn[i]);
            for (Distribution one : known.get().some) {
                found[i] = bounded(found[i], one.quantile(p[i]).value(), isGreatest);
            }
        }
        return found;
    }

    /** Of what it always is, if draws show that far out what it is. */
    private Optional<Estimate> always(double p) {
        Distribution always = known.get().always;
        if (always == null || p <= unseen || p >= 1 - unseen) {
            return Optional.empty();
        }
        double value = always.quantile(p).value();
        double other = always.quantile(isGreatest ? p + unseen : p - unseen).value();
        return Optional.of(Estimate.drawn(value, Math.min(value, other), Math.max(value, other)));
    }

    @Override
    public Estimate cumulative(double x) {
        Estimate found = super.cumulative(x);
        Distribution always = known.get().always;
        if (always != null) {
            double part = always.cumulative(x).value();
            found = Estimate.drawn(part, isGreatest ? part - unseen : part, isGreatest ? part : part + unseen)
                    .within(0, 1);
        }
        for (Distribution one : known.get().some) {
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
