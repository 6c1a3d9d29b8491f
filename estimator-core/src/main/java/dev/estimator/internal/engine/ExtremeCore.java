package dev.estimator.internal.engine;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;

/**
 * Draws of the greatest or the least of several values. What is known of one of these without draws is known of it too:
 * the greatest is at most x no more often than any of them.
 *
 * @param drawn the draws
 * @param isGreatest whether it is not the least
 * @param known those of the values that were not drawn
 */
record ExtremeCore(SampleCore drawn, boolean isGreatest, Supplier<List<Distribution>> known) implements Core {
    @Override
    public Estimate[] quantiles(double... p) {
        return bounded(drawn.quantiles(p), p);
    }

    @Override
    public Estimate[] upperQuantiles(double... p) {
        return bounded(drawn.upperQuantiles(p), p);
    }

    private Estimate[] bounded(Estimate[] found, double... p) {
        for (Distribution one : known.get()) {
            for (int i = 0; i < p.length; i++) {
                found[i] = within(found[i], one.quantile(p[i]), isGreatest);
            }
        }
        return found;
    }

    @Override
    public Estimate cumulative(double x) {
        Estimate found = drawn.cumulative(x);
        for (Distribution one : known.get()) {
            found = within(found, one.cumulative(x), !isGreatest);
        }
        return found;
    }

    private static Estimate within(Estimate found, Estimate bound, boolean isLower) {
        DoubleBinaryOperator side = isLower ? Math::max : Math::min;
        double of = bound.value();
        return Estimate.drawn(
                side.applyAsDouble(found.value(), of),
                side.applyAsDouble(found.low(), of),
                side.applyAsDouble(found.high(), of));
    }

    @Override
    public Estimate mean(Chain chain) {
        return drawn.mean(chain);
    }

    @Override
    public Estimate standardDeviation(Chain chain) {
        return drawn.standardDeviation(chain);
    }
}
