package dev.estimator.quantity;

import dev.estimator.internal.engine.Distribution;
import dev.estimator.internal.engine.Estimate;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.text.UnitOfText;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayList;
import java.util.List;

/** Which ends of a 90 % range could be on another step if more were drawn, such as another number of servers. */
record StepsInDoubt(Distribution distribution, Kind kind, int draws) {
    /**
     * The standard error of the usual 16,384 draws, and the same for all others, so that no number of draws hides a
     * step: what is on fewer cases is one of many numbers that it may be.
     */
    private static final double STEP = 1.7e-3;

    /** Beside a range in minutes '1.2 h' and '1.2 h' may be 70 and 73. */
    private static final double TOLD = 1.02;

    private static final double SAME = 1e-4;

    private static final List<Double> ENDS = List.of(0.05, 0.95);

    /** An end that is so much less sure is said even if it is on no step, as of a cost that jumps. */
    private static final double WIDE = 1.1;

    List<String> ofEnds() {
        List<String> steps = new ArrayList<>();
        for (double p : ENDS) { // no stream, which the first estimate of a program would wait for
            Estimate end = distribution.quantile(p);
            if (!end.isExact() && end.high() < Double.POSITIVE_INFINITY) {
                double low = least(p, end);
                double high = most(p, end);
                if (isInDoubt(low, high)) {
                    steps.add(words(p, low, high));
                }
            }
        }
        return steps;
    }

    /** The distribution is asked last, and only where a reader could tell the two. */
    private boolean isInDoubt(double low, double high) {
        boolean isWide = low > 0 && high > WIDE * low;
        boolean isTold = !isSame(low, high) || high > TOLD * low;
        return isTold && (isWide || (at(low) >= STEP && at(high) >= STEP));
    }

    /** The value below, where it is in doubt whether more than p are there. */
    private double least(double p, Estimate end) {
        Estimate less = distribution.cumulative(Math.nextDown(end.value()));
        return less.value() > 0 && less.high() >= p
                ? Math.min(end.low(), distribution.quantile(less.value()).value())
                : end.low();
    }

    /** The value above, where it is in doubt whether p are up to there. */
    private double most(double p, Estimate end) {
        Estimate all = distribution.cumulative(end.value());
        return all.value() < 1 && all.low() < p
                ? Math.max(
                        end.high(),
                        distribution.quantile(Math.nextUp(all.value())).value())
                : end.high();
    }

    private String words(double p, double low, double high) {
        double upToLow = distribution.cumulative(low).value();
        boolean areNext = below(high) == upToLow;
        String least = isSame(low, high) ? QuantityWriter.stated(kind, low) : written(low);
        String most = isSame(low, high) ? UnitOfText.statedBeside(kind, least, low, high) : written(high);
        return VerdictText.steps(p, least, most, areNext, upToLow, draws);
    }

    /** How likely that is, or what differs from it by what nobody reads, as the same rarely down part more does. */
    private double at(double value) {
        return distribution.cumulative(value * (1 + SAME)).value() - below(value * (1 - SAME));
    }

    private double below(double value) {
        return value == 0 ? 0 : distribution.cumulative(Math.nextDown(value)).value();
    }

    private boolean isSame(double low, double high) {
        return written(low).equals(written(high));
    }

    private String written(double end) {
        return QuantityWriter.summary(kind, end);
    }
}
