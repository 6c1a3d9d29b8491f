package dev.estimator.latency;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The law of a sum of independent times that are all made of exponential, log-normal and constant ones: by
 * {@link Inversion}, and where that is not accurate, as beside a step, on a grid.
 */
final class InvertedSum implements LatencyLaw {
    /** Smaller shares than this lack digits, as they do on a grid. */
    private static final double UNKNOWN = 1e-12;

    /** A tail that is surely below e to this power is 0. */
    private static final double NOTHING_LEFT = -700;

    /** With a log-normal time in the sum, smaller shares than this are not sure to be found by inversion. */
    private static final double RARE = 1e-4;

    /** How far a tail may be above that of zero by rounding. */
    private static final double ROUNDING = 1e-7;

    /** Newton's method doubles the digits: after a step as small as this twelve are right. */
    private static final double LAST_STEP = 1e-6;

    private static final int MOST_STEPS = 100;

    /** The squared mean over the variance, as of so many exponential times, from which on inversion is not accurate. */
    private static final double NARROW = 64;

    /** A step by a larger factor is not trusted. */
    private static final double FARTHEST = 4;

    /** How far from a time its places are used. */
    private static final double NEAR = 1.4;

    private static final int MOST_PLACES = 4;

    private static final int MOST_NEAR = 8;

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private final Map<LatencyLaw, Double> terms;
    private final Transform transform;
    private final Knots knots;
    private final double mean;
    private final double rate;
    private final double later;

    /** Sums within mixtures within sums ask for it again and again. */
    private int hash;

    private volatile @Nullable LatencyLaw table;

    private InvertedSum(Map<LatencyLaw, Double> terms, Transform transform, Knots knots) {
        this.terms = terms;
        this.transform = transform;
        this.knots = knots;
        var means = new DoubleSummaryStatistics();
        for (Map.Entry<LatencyLaw, Double> term : terms.entrySet()) {
            means.accept(term.getValue() * term.getKey().mean());
        }
        this.mean = means.getSum();
        this.rate = transform.rate();
        this.later = 1 - transform.nothing();
    }

    /** The law of a sum, of which is given how often each term comes; null if one of them has another form. */
    static @Nullable InvertedSum of(Map<LatencyLaw, Double> terms, Knots knots) {
        List<Transform> all = new ArrayList<>();
        for (Map.Entry<LatencyLaw, Double> term : terms.entrySet()) {
            Transform each = term.getKey().transform();
            if (each == null) {
                return null;
            }
            all.add(term.getValue() == 1 ? each : new Transform.Alike(term.getValue(), each));
        }
        var sum = new InvertedSum(terms, new Transform.Added(all), knots);
        return sum.mean < Double.POSITIVE_INFINITY && sum.rate < Double.POSITIVE_INFINITY ? sum : null;
    }

    /**
     * Beside a step, where it is narrow, and far out where it is not exponential, its tail is not found by inversion.
     */
    @Override
    public boolean isOnGrid(double share) {
        return transform.hasSteps() || mean * mean > NARROW * variance() || (rate == 0 && share < RARE);
    }

    Map<LatencyLaw, Double> terms() {
        return terms;
    }

    @Override
    public Transform transform() {
        return transform;
    }

    @Override
    public boolean isInverted() {
        return true;
    }

    @Override
    public LatencyLaw tabulated(Workings workings) {
        return Sum.onGrids(terms, workings);
    }

    /** With nothing from before, since any thread may be the first to ask. */
    private LatencyLaw table() {
        LatencyLaw known = table;
        if (known == null) {
            known = tabulated(Workings.on(knots));
            table = known;
        }
        return known;
    }

    @Override
    public double slower(double time) {
        if (time <= 0) {
            return time < 0 ? 1 : later;
        }
        if (isNothingLeft(time)) {
            return 0;
        }
        Inversion found = inversion(time);
        return found == null ? table().slower(time) : Math.min(found.slower(), later);
    }

    /** By Chernoff's bound, half-way to the nearest singularity. */
    private boolean isNothingLeft(double time) {
        if (rate == 0) {
            return false;
        }
        double toSingularity = rate / 2;
        var spectrum = new Spectrum(new double[] {-toSingularity}, new double[1]);
        transform.addTo(spectrum);
        double mass = spectrum.lawReal(0);
        return mass < Double.POSITIVE_INFINITY && Math.log(mass) - toSingularity * time < NOTHING_LEFT;
    }

    /** The tail at a time; null if it is not found, or is none. */
    private @Nullable Inversion inversion(double time) {
        Inversion found = Inversion.at(time, transform, mean, rate);
        return found != null && found.slower() > 0 && found.slower() <= later * (1 + ROUNDING) ? found : null;
    }

    @Override
    public double exceededBy(double share) {
        if (share >= later) {
            return 0;
        }
        double fromGuess = solved(share, near(share, guess(share)));
        if (!Double.isNaN(fromGuess)) {
            return fromGuess;
        }
        double onGrid = table().exceededBy(share);
        double fromGrid = solved(share, onGrid);
        return Double.isNaN(fromGrid) ? onGrid : fromGrid;
    }

    /**
     * That of a gamma law of the same mean and variance, by the formula of Wilson and Hilferty; of a log-normal law
     * where one is in the sum.
     */
    private double guess(double share) {
        if (rate == 0) {
            double square = Math.log1p(variance() / (mean * mean));
            return mean * Math.exp(STANDARD.inverseSurvivalProbability(share) * Math.sqrt(square) - square / 2);
        }
        double ninth = variance() / (9 * mean * mean);
        double root = 1 - ninth + STANDARD.inverseSurvivalProbability(share) * Math.sqrt(ninth);
        return mean * Math.max(root * root * root, 1 / FARTHEST);
    }

    /** A better guess, from few places; the same one if that comes nowhere. */
    private double near(double share, double guess) {
        double time = guess;
        for (int i = 0; i < MOST_PLACES; i++) {
            Inversion.Near near = Inversion.Near.of(time, transform, mean, rate);
            double from = time;
            for (int j = 0; j < MOST_NEAR; j++) {
                double next = next(time, share, near.at(time));
                if (!(next > from / NEAR && next < from * NEAR)) {
                    time = next > 0 && next < FARTHEST * from && next > from / FARTHEST ? next : Double.NaN;
                    break;
                }
                if (Math.abs(next - time) <= LAST_STEP * time) {
                    return next;
                }
                time = next;
            }
            if (Double.isNaN(time)) {
                return guess;
            }
        }
        return guess;
    }

    /** One step of Newton's method, on the logarithm of the tail; with a log-normal time on that of the time too. */
    private double next(double time, double share, Inversion here) {
        double step = Math.log(here.slower() / share) * here.slower() / here.density();
        return rate > 0 ? time + step : time * Math.exp(step / time);
    }

    /** By Newton's method on the logarithm of the tail, between bounds; NaN if it comes where that is not accurate. */
    private double solved(double share, double start) {
        double time = start;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS; i++) {
            Inversion here = inversion(time);
            if (here == null) {
                return Double.NaN;
            }
            if (here.slower() > share) {
                low = time;
            } else {
                high = time;
            }
            double next = next(time, share, here);
            if (Math.abs(next - time) <= LAST_STEP * time) {
                return next;
            }
            time = next > low && next < high && next < FARTHEST * time ? next : between(low, high, time);
        }
        return Double.NaN;
    }

    private static double between(double low, double high, double time) {
        if (high == Double.POSITIVE_INFINITY) {
            return time * FARTHEST;
        }
        return low == 0 ? time / FARTHEST : Math.sqrt(low * high);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double variance() {
        double sum = 0;
        for (Map.Entry<LatencyLaw, Double> term : terms.entrySet()) {
            sum += term.getValue() * term.getKey().variance();
        }
        return sum;
    }

    @Override
    public double openEnd() {
        return 0;
    }

    @Override
    public double unknown() {
        return UNKNOWN;
    }

    @Override
    public DoubleStream singleTimes() {
        return later < 1 ? DoubleStream.of(0) : DoubleStream.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvertedSum that && knots == that.knots && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = terms.hashCode();
        }
        return hash;
    }
}
