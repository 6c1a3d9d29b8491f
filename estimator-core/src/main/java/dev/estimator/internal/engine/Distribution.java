package dev.estimator.internal.engine;

import dev.estimator.internal.range.Shape;
import dev.estimator.internal.text.Beyond;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The distribution of one output. */
public final class Distribution {
    /** One of ten thousand. */
    private static final double SELDOM = 1e-4;

    /** The largest part of a moment that the outermost possible draw may contribute. */
    private static final double NEGLIGIBLE = 1e-6;

    private final Core core;
    private final Chain chain;
    /** The word for an infinite value, such as "overloaded"; empty if it is always finite. */
    private final String cause;

    /** Finds moments from those of parts; null where they are not looked for. */
    private final @Nullable PartMoments parts;

    private final int step;

    /** The probability of a finite value, where draws do not have to tell. */
    private final @Nullable Supplier<Estimate> finite;

    Distribution(Core core, Chain chain, String cause, @Nullable PartMoments parts, int step) {
        this(core, chain, cause, parts, step, null);
    }

    private Distribution(
            Core core,
            Chain chain,
            String cause,
            @Nullable PartMoments parts,
            int step,
            @Nullable Supplier<Estimate> finite) {
        this.core = core;
        this.chain = chain;
        this.cause = cause;
        this.parts = parts;
        this.step = step;
        this.finite = finite;
    }

    /** Finds what will usually be asked for, where it takes long, on the thread that calls. */
    void prepare() {
        if (core instanceof SampleCore drawn) {
            drawn.prepare(Double.isNaN(exactMean()));
        }
    }

    /** The probability that the value is infinite; 0 if it is too small for draws to show. */
    public Beyond beyond() {
        if (cause.isEmpty()) {
            return Beyond.NONE;
        }
        Estimate within = finite();
        double share = 1 - within.value();
        boolean isSeen = share > (within.isExact() ? SELDOM : 0) || (finite != null && within().value() < 1);
        return isSeen ? Beyond.of(share, 1 - within.high(), 1 - within.low(), cause) : Beyond.NONE;
    }

    /** The probability that the value is finite. */
    public Estimate finite() {
        return finite == null || cause.isEmpty() ? within() : finite.get();
    }

    /** As {@link #finite}, of what was drawn as it was drawn. */
    Estimate within() {
        return cumulative(Double.MAX_VALUE);
    }

    /** With another answer to how likely the value is finite. */
    Distribution withFinite(Supplier<Estimate> known) {
        return new Distribution(core, chain, cause, parts, step, known);
    }

    /** The quantiles for the given probabilities. */
    public Estimate[] quantiles(double... p) {
        Estimate[] ofCore = chain.isIncreasing() ? core.quantiles(p) : core.upperQuantiles(complements(p));
        Estimate[] found = new Estimate[ofCore.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = ofCore[i].through(chain);
        }
        return found;
    }

    private static double[] complements(double[] p) {
        double[] complements = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            complements[i] = 1 - p[i];
        }
        return complements;
    }

    public Estimate quantile(double p) {
        return quantiles(p)[0];
    }

    /** {@code P(X ≤ x)}. */
    public Estimate cumulative(double x) {
        double boundary = chain.isEmpty() ? x : chain.boundary(x);
        Estimate below = boundary < 0 ? Estimate.exact(0) : core.cumulative(boundary);
        Estimate inside = below.within(0, 1);
        return chain.isIncreasing() ? inside : inside.complement();
    }

    /** The largest relative error of percentiles and mean, before any ceiling is applied. */
    double worstError() {
        double worst = beyond().isPossible() || !Double.isNaN(exactMean())
                ? 0
                : core.mean(Chain.none()).relativeHalfWidth();
        for (Estimate estimate : core.quantiles(0.05, 0.5, 0.95, 0.99)) {
            worst = Math.max(worst, estimate.relativeHalfWidth());
        }
        return worst;
    }

    /** The mean: exact where it follows from the means of the parts, unknown where draws cannot show it. */
    public Estimate mean() {
        double exact = exactMean();
        return Double.isNaN(exact) ? unlessOfTails(core.mean(chain), 1) : Estimate.exact(exact);
    }

    private double exactMean() {
        return parts == null ? Double.NaN : parts.mean(step);
    }

    /** The standard deviation, as {@link #mean}. */
    public Estimate standardDeviation() {
        double exact = parts == null ? Double.NaN : parts.standardDeviation(step);
        return Double.isNaN(exact) ? unlessOfTails(core.standardDeviation(chain), 2) : Estimate.exact(exact);
    }

    private Estimate unlessOfTails(Estimate moment, int power) {
        double farthest = parts == null ? 0 : parts.farthest(step);
        double seldom = Shape.SMALLEST_TAIL * Math.pow(farthest, power);
        return seldom > NEGLIGIBLE * Math.pow(moment.value(), power) && moment.value() > 0
                ? Estimate.unknown()
                : moment;
    }
}
