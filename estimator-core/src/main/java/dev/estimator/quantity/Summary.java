package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Distribution;
import dev.estimator.internal.engine.Estimate;
import dev.estimator.internal.engine.OverloadText;
import dev.estimator.internal.engine.Settings;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.Beyond;
import dev.estimator.internal.text.Beyond.RangeText;
import dev.estimator.internal.text.ChosenText;
import dev.estimator.internal.text.NumberFormat;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How sure an estimate is: percentiles, mean and spread of an uncertain quantity. Made by {@link Simulation#summary}.
 *
 * <p>Percentiles are in the order of the type, so that the 5th percentile of an {@link Availability} is a low
 * availability.
 *
 * @param <Q> the type of quantity
 */
public final class Summary<Q extends Quantity<Q>> {
    private static final double PERCENT = 100;
    private static final double OUTSIDE = 0.5;

    private static final int MOST_PARTS = 100_000;

    private final Q quantity;
    private final Distribution distribution;
    private final Settings settings;
    private final int draws;
    private @Nullable Beyond beyond;

    Summary(Q quantity, Distribution distribution, Settings settings, int draws) {
        this.quantity = quantity;
        this.distribution = distribution;
        this.settings = settings;
        this.draws = draws;
    }

    /**
     * Returns the value with every range at its median.
     *
     * @return the best guess, a plain number
     */
    public Q bestGuess() {
        return plain(((Quantity<?>) quantity).value);
    }

    /**
     * Returns a percentile.
     *
     * @param percent above 0 and below 100: 95 for the 95th
     * @return the value that is not exceeded with this probability, a plain number
     * @throws IllegalArgumentException if it is not between 0 and 100
     */
    public Q percentile(double percent) {
        return percentileFigure(percent).value();
    }

    /**
     * Returns a percentile and how far it may be off.
     *
     * @param percent above 0 and below 100: 95 for the 95th
     * @return the percentile with its confidence interval
     * @throws IllegalArgumentException if it is not between 0 and 100
     */
    public Figure<Q> percentileFigure(double percent) {
        return Figure.of(quantity, distribution.quantile(fraction(percent)));
    }

    /**
     * Returns the 5th percentile, the low end of the 90 % range.
     *
     * @return a plain number
     */
    public Q p5() {
        return percentile(5);
    }

    /**
     * Returns the median. It differs from the best guess where medians do not add up.
     *
     * @return a plain number
     */
    public Q p50() {
        return percentile(50);
    }

    /**
     * Returns the 95th percentile, the high end of the 90 % range.
     *
     * @return a plain number
     */
    public Q p95() {
        return percentile(95);
    }

    /**
     * Returns the 99th percentile.
     *
     * @return a plain number
     */
    public Q p99() {
        return percentile(99);
    }

    /**
     * Returns the mean.
     *
     * @return the mean with its confidence interval; {@link Figure#value()} is the number
     */
    public Figure<Q> mean() {
        return beyond().isPossible() ? missing() : known(distribution.mean());
    }

    /**
     * Returns the standard deviation.
     *
     * @return the standard deviation with its confidence interval
     * @throws IllegalArgumentException if this is about an availability: ask for that of its {@code unavailability()}
     */
    public Figure<Q> standardDeviation() {
        if (isReversed()) {
            throw new IllegalArgumentException(
                    "an Availability cannot hold a standard deviation: ask for that of its unavailability()");
        }
        return beyond().isPossible() ? missing() : known(distribution.standardDeviation());
    }

    private Figure<Q> known(Estimate estimate) {
        return estimate.isKnown()
                ? Figure.of(quantity, estimate)
                : Figure.missing(quantity, "is not known: values too rare to be drawn decide it");
    }

    private Figure<Q> missing() {
        return Figure.missing(quantity, "does not exist: " + beyond().words());
    }

    /**
     * Returns how likely the quantity is beyond every number: a wait that has no end, a number of servers that no
     * number is enough for. Such cases break every upper limit and keep every lower one.
     *
     * @return the share of cases, with its confidence interval; 0 % exactly if none can be
     */
    public Figure<Share> probabilityBeyond() {
        return beyond().isPossible()
                ? Figure.of(Share.of(0), distribution.finite().complement())
                : Figure.of(Share.of(0), Estimate.exact(0));
    }

    /**
     * Returns what it is called when the quantity is beyond every number.
     *
     * @return words such as 'overloaded'; empty if it never is
     */
    public String whyBeyond() {
        return beyond().cause();
    }

    /** The cases beyond every number, with their name. */
    Beyond beyond() {
        if (beyond == null) {
            beyond = distribution.beyond();
        }
        return beyond;
    }

    /** The quantity with its range, or the text without one and the reason. */
    static <Q extends Quantity<Q>> String range(Q quantity, RangeText text, String bare) {
        try {
            return Simulation.of(quantity).summary(quantity).range(text);
        } catch (ArithmeticException | IllegalArgumentException | CancellationException e) {
            return bare + " (no range: " + e.getMessage() + ")";
        }
    }

    /** The quantity as an author wants it, with its range if it has one. */
    static <Q extends Quantity<Q>> String formatted(Q quantity, NumberFormat format, String bare) {
        return ((Quantity<?>) quantity).isUncertain()
                ? range(quantity, (kind, best, low, high) -> ChosenText.range(kind, format, best, low, high), bare)
                : bare;
    }

    /** The quantity with its range, where there is one. */
    String range(RangeText text) {
        double value = ((Quantity<?>) quantity).value;
        double p5 = canonical(p5());
        double p95 = canonical(p95());
        boolean isMedianShown = beyond().isPossible() || !Beyond.isWithin(value, p5, p95);
        return beyond().range(
                                text,
                                Shown.kind(quantity.node()),
                                value,
                                p5,
                                isMedianShown ? canonical(p50()) : value,
                                p95)
                + OverloadText.behind(quantity.node());
    }

    private double canonical(Q plain) {
        return ((Quantity<?>) plain).value;
    }

    /**
     * Returns how likely the quantity is at most a limit; for an availability, at most as available.
     *
     * @param limit the limit; of one that is uncertain too, each case is compared with the quantity in that case
     * @return the probability of {@code quantity ≤ limit}, with its confidence interval
     */
    public Figure<Share> probabilityAtMost(Q limit) {
        return Figure.of(Share.of(0), isReversed() ? cumulative(limit, true).complement() : cumulative(limit, false));
    }

    /**
     * Returns how likely the quantity is below a limit; for an availability, less available.
     *
     * @param limit the limit; of one that is uncertain too, each case is compared with the quantity in that case
     * @return the probability of {@code quantity < limit}, with its confidence interval
     */
    public Figure<Share> probabilityBelow(Q limit) {
        return Figure.of(Share.of(0), isReversed() ? cumulative(limit, false).complement() : cumulative(limit, true));
    }

    /** The probability of canonical values up to the limit, or only below it. */
    private Estimate cumulative(Q limit, boolean isBelow) {
        quantity.requireSameUnit(requireNonNull(limit, "limit"));
        if (((Quantity<?>) limit).isUncertain()) {
            return BesideLimit.cumulative(quantity.node(), limit.node(), isBelow, settings);
        }
        double value = ((Quantity<?>) limit).value;
        if (isBelow && value == 0) {
            return Estimate.exact(0);
        }
        return distribution.cumulative(isBelow ? Math.nextDown(value) : value);
    }

    /**
     * Returns how the values are spread, in bins of equal width between the percentiles 0.5 and 99.5. Where the
     * quantity is beyond every number in some cases these are percentiles of the others, while the shares are still
     * those of all cases.
     *
     * @param bins how many, from 1 to 100,000
     * @return the bins in ascending order; what lies outside is in none. There are no bins if every case is beyond
     *     every number
     * @throws IllegalArgumentException if there would be no bin, or too many
     */
    public List<Bin<Q>> histogram(int bins) {
        requireCount(bins, 1, "bins");
        double numbers = 1 - beyond().share();
        if (numbers == 0) {
            return List.of();
        }
        double from = canonical(percentile(isReversed() ? PERCENT - OUTSIDE : OUTSIDE * numbers));
        double to = canonical(percentile(isReversed() ? OUTSIDE : (PERCENT - OUTSIDE) * numbers));
        List<Bin<Q>> found = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            double start = from + (to - from) * i / bins;
            double end = i == bins - 1 ? to : from + (to - from) * (i + 1) / bins;
            double upTo = distribution.cumulative(end).value();
            double before = i == 0
                    ? distribution.cumulative(Math.nextDown(start)).value()
                    : distribution.cumulative(start).value();
            Share share = Share.of(Math.max(0, upTo - before));
            found.add(
                    isReversed()
                            ? new Bin<>(plain(end), plain(start), share)
                            : new Bin<>(plain(start), plain(end), share));
        }
        if (isReversed()) {
            Collections.reverse(found);
        }
        return List.copyOf(found);
    }

    /**
     * Returns points of the cumulative curve, at equal steps of probability.
     *
     * @param points how many, from 2 to 100,000
     * @return values with the probability of at most that value, in ascending order; fewer points where some of them
     *     would be beyond every number
     * @throws IllegalArgumentException if there would be fewer than two points, or too many
     */
    public List<Point<Q>> cumulativeCurve(int points) {
        requireCount(points, 2, "points");
        return IntStream.range(0, points)
                .mapToDouble(i -> (i + 0.5) / points)
                .mapToObj(p -> new Point<>(percentile(PERCENT * p), Share.of(p)))
                .filter(point -> !point.value().isBeyond())
                .toList();
    }

    /** Nobody looks at more; each is a percentile to be found. */
    private static void requireCount(int count, int fewest, String name) {
        if (count < fewest) {
            throw new IllegalArgumentException(name + " must be at least " + fewest + " but was " + count);
        }
        if (count > MOST_PARTS) {
            throw new IllegalArgumentException(name + " must be at most 100,000 but was " + count);
        }
    }

    /**
     * Returns whether percentiles were computed without draws, so that they are the same for every seed.
     *
     * @return whether they are exact
     */
    public boolean isExact() {
        return distribution.quantile(0.5).isExact();
    }

    /**
     * A part of a histogram.
     *
     * @param from where it begins
     * @param to where it ends
     * @param share how likely a value in it is
     * @param <Q> the type of quantity
     */
    public record Bin<Q extends Quantity<Q>>(Q from, Q to, Share share) {
        /**
         * Checks that no component is null.
         *
         * @param from where it begins
         * @param to where it ends
         * @param share how likely a value in it is
         */
        public Bin {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(share, "share");
        }
    }

    /**
     * A point of a cumulative curve.
     *
     * @param value a value
     * @param probability how likely the quantity is at most that
     * @param <Q> the type of quantity
     */
    public record Point<Q extends Quantity<Q>>(Q value, Share probability) {
        /**
         * Checks that no component is null.
         *
         * @param value a value
         * @param probability how likely the quantity is at most that
         */
        public Point {
            requireNonNull(value, "value");
            requireNonNull(probability, "probability");
        }
    }

    /** As texts show a range that was worked out. */
    private static final class Written implements RangeText {
        @Override
        public String of(Kind kind, double value, double low, double high) {
            return QuantityWriter.range(kind, value, low, high);
        }
    }

    /** Returns the best guess, the 90 % range, the mean and how exact they are. */
    @Override
    public String toString() {
        Figure<Q> high = percentileFigure(95);
        if (beyond().isPossible()) {
            return range(new Written());
        }
        Figure<Q> mean = mean();
        boolean isMeanDrawn = high.isExact() && !mean.isExact();
        List<String> steps = stepsInDoubt();
        String drawn = steps.isEmpty() ? "p95 ± " + high.halfWidth() : String.join("; ", steps);
        String error = isMeanDrawn ? "percentiles exact" : high.isExact() ? "exact" : drawn;
        return range(new Written()) + ", mean " + (isMeanDrawn ? mean : mean.number()) + ", " + error;
    }

    /**
     * Returns which ends of the 90 % range could be another number if more were drawn, of a quantity that has steps, as
     * a number of servers has. Steps on which less than 0.17 % of all cases stand are left out, as of hundreds of
     * servers that are not bought in threes.
     *
     * @return such as 'p95 may be 8 or 9, as 94.99% of 16,384 draws are at most 8'; none if both ends are sure
     */
    public List<String> stepsInDoubt() {
        return isReversed() ? List.of() : new StepsInDoubt(distribution, Shown.kind(quantity.node()), draws).ofEnds();
    }

    /** Those of a quantity that may have no range, or none that can be found. */
    static List<String> stepsInDoubt(Quantity<?> quantity) {
        try {
            return quantity.isUncertain() ? ofAnyType(quantity).stepsInDoubt() : List.of();
        } catch (ArithmeticException | IllegalArgumentException | CancellationException e) {
            return List.of(); // the range says why there is none
        }
    }

    @SuppressWarnings("unchecked") // a quantity is of its own type
    private static <Q extends Quantity<Q>> Summary<Q> ofAnyType(Quantity<?> quantity) {
        return Simulation.of(quantity).summary((Q) quantity);
    }

    private boolean isReversed() {
        return Inside.isReversed(quantity);
    }

    private double fraction(double percent) {
        if (!(percent > 0 && percent < PERCENT)) {
            throw new IllegalArgumentException("percent must be above 0 and below 100 but was " + percent);
        }
        return isReversed() ? (PERCENT - percent) / PERCENT : percent / PERCENT;
    }

    private Q plain(double value) {
        return quantity.likeThis(value);
    }
}
