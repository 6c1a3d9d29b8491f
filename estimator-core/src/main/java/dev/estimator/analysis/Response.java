package dev.estimator.analysis;

import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.Settings;
import dev.estimator.internal.engine.Varied;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.WhatIf;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** How a limited quantity answers to a change of one assumption, in canonical values. */
final class Response {
    /** What two values of a quantity may differ by without one being called larger. */
    static final double NOISE = 1e-9;

    private static final int MOST_HALVINGS = 100;

    private final Node leaf;
    private final Node root;
    private final Limit<?> limit;
    private final double bound;
    /** Whether the canonical value must be at most the bound. */
    private final boolean isUpper;

    private final Optional<Share> confidence;

    /** What was answered where: NaN where there is no answer, infinite where it is beyond every number. */
    private final TreeMap<Double, Double> seen = new TreeMap<>();

    private boolean isWhole;

    Response(Node leaf, Limit<?> limit, Optional<Share> confidence) {
        this.leaf = leaf;
        this.root = Derivation.of(limit.quantity());
        this.limit = limit;
        this.bound = Derivation.of(limit.bound()).value();
        this.isUpper = limit.isUpper() != (limit.quantity() instanceof Availability);
        this.confidence = confidence;
        if (!Varied.of(List.of(root), List.of(leaf)).dependsOn(0)) {
            throw new IllegalArgumentException("limits must be on quantities that depend on the assumption but "
                    + limit.name() + " does not");
        }
    }

    /** Looks at these places; from then on only at whole numbers, if so asked. */
    void look(double[] places, boolean onlyAtWholeNumbers) {
        isWhole = onlyAtWholeNumbers;
        seen.clear();
        for (double place : places) {
            seen.computeIfAbsent(place, this::at);
        }
    }

    /** Looks where answers end. */
    void lookAtEnds() {
        List<Double> ascending = new ArrayList<>(seen.keySet());
        for (int i = 1; i < ascending.size(); i++) {
            lookBetween(ascending.get(i - 1), ascending.get(i));
        }
    }

    private void lookBetween(double low, double high) {
        boolean isAnswered = isAnswered(seen.get(low));
        if (isAnswered != isAnswered(seen.get(high))) {
            double end = last(isAnswered ? low : high, isAnswered ? high : low, Response::isAnswered);
            seen.put(end, at(end));
        }
    }

    /** Whether there is an answer at whole numbers but none between them, at one of the places. */
    boolean isOfWholeNumbers() {
        return Arrays.stream(new double[] {leaf.value() - 0.5, leaf.value() + 0.5}).anyMatch(this::isBetweenAnswers)
                || seen.keySet().stream().anyMatch(this::isBetweenAnswers);
    }

    private boolean isBetweenAnswers(double place) {
        return place > 0
                && place != Math.rint(place)
                && !isAnswered(seen.containsKey(place) ? seen.get(place) : at(place))
                && isAnswered(at(Math.floor(place)))
                && isAnswered(at(Math.ceil(place)));
    }

    /** Why no largest or smallest value can be found, if so. */
    Optional<String> problem(DoubleFunction<String> text) {
        double[] answered = seen.keySet().stream()
                .filter(place -> isAnswered(seen.get(place)))
                .mapToDouble(place -> place)
                .toArray();
        if (answered.length == 0) {
            return Optional.of(limit.name() + " has no answer at any of " + seen.size() + " places looked at "
                    + between(seen.firstKey(), seen.lastKey(), text));
        }
        String between = between(answered[0], answered[answered.length - 1], text);
        if (!isSteady(answered)) {
            return Optional.of(limit.name() + " neither rises nor falls steadily " + between
                    + ", so no single value divides what fits from what does not");
        }
        if (seen.values().stream().anyMatch(this::isKept)) {
            return Optional.empty();
        }
        return Optional.of(limit + " never holds " + between + ": " + limit.name() + " is " + nearest(answered) + " there"
                + (confidence.isPresent() ? " at that confidence" : ""));
    }

    private String between(double low, double high, DoubleFunction<String> text) {
        boolean isReversed = leaf.kind().dimension() == Dimension.AVAILABILITY;
        return "between " + text.apply(isReversed ? high : low) + " and " + text.apply(isReversed ? low : high);
    }

    private boolean isSteady(double... answered) {
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < answered.length; i++) {
            double before = seen.get(answered[i - 1]);
            double value = seen.get(answered[i]);
            rises |= value > before * (1 + NOISE);
            falls |= value < before * (1 - NOISE);
        }
        return !(rises && falls);
    }

    /** What comes nearest to the bound, with as many digits as tell it from that. */
    private String nearest(double... answered) {
        var values = Arrays.stream(answered).map(seen::get);
        double nearest = (isUpper ? values.min() : values.max()).orElseThrow();
        String words = QuantityWriter.summary(root.kind(), nearest);
        if (words.equals(QuantityWriter.summary(root.kind(), bound))) {
            words = QuantityWriter.exact(root.kind(), nearest);
        }
        return (nearest == Double.POSITIVE_INFINITY ? "" : limit.isUpper() ? "at least " : "at most ") + words;
    }

    /** For which values of the assumption the limit holds. */
    Reach reach() {
        List<Double> kept = seen.keySet().stream()
                .filter(place -> isKept(seen.get(place)))
                .toList();
        double least = kept.get(0);
        double most = kept.get(kept.size() - 1);
        Map.@Nullable Entry<Double, Double> below = seen.lowerEntry(least);
        Map.@Nullable Entry<Double, Double> above = seen.higherEntry(most);
        double low = below == null ? 0 : last(least, below.getKey(), this::isKept);
        double high = above == null ? Double.POSITIVE_INFINITY : last(most, above.getKey(), this::isKept);
        return new Reach(
                low, below == null ? null : binding(low, 0), high, above == null ? null : binding(high, high * 2));
    }

    /** The limit that fails beyond a place; none if there is no answer beyond. */
    private @Nullable Limit<?> binding(double last, double towards) {
        double next = isWhole ? last + Math.signum(towards - last) : Math.nextAfter(last, towards);
        return isAnswered(at(next)) ? limit : null;
    }

    /** The last place, coming from one where a quantity is as wanted towards one where it is not, at which it still is. */
    private double last(double from, double to, DoublePredicate wanted) {
        double inside = from;
        double outside = to;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double halfway = inside + (outside - inside) / 2;
            double middle = isWhole ? Math.floor(halfway) : halfway;
            if (middle == inside || middle == outside) {
                break;
            }
            if (wanted.test(at(middle))) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    /** Whether the limit holds there, or is missed by no more than the rounding of a calculation. */
    boolean holdsAt(double place) {
        double value = isWhole && place != Math.rint(place) ? Double.NaN : at(place);
        boolean isPart = root.kind().dimension().largest() == 1;
        double slack = NOISE * (isPart ? Math.min(bound, 1 - bound) : bound) + 4 * Math.ulp(bound);
        return isUpper ? value <= bound + slack : value >= bound - slack;
    }

    /** Whether all is one step from one place to the next, a whole number, and another just beyond that. */
    boolean stepsAt(double place, double next) {
        double value = at(next);
        return at(place) == value && at(next + Math.signum(next - place) * NOISE * next) != value;
    }

    /** The quantity as {@code given(assumption, place)} computes it, so that what is found there holds to the last bit. */
    private double at(double place) {
        try {
            Node changed = WhatIf.inCase(root, leaf, new Node.Constant(leaf.kind(), place));
            return confidence.isPresent() && changed.isUncertain()
                    ? confident(changed, confidence.get().value())
                    : changed.value();
        } catch (ArithmeticException e) {
            return Double.NaN;
        }
    }

    private double confident(Node changed, double probability) {
        return Engine.run(List.of(changed), Settings.USUAL)
                .distributions()
                .get(0)
                .quantile(isUpper ? probability : 1 - probability)
                .value();
    }

    private boolean isKept(double value) {
        return isUpper ? value <= bound : value >= bound;
    }

    private static boolean isAnswered(double value) {
        return !Double.isNaN(value);
    }
}
