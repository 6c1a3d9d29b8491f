package dev.estimator.analysis;

import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.Settings;
import dev.estimator.internal.engine.Varied;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.WhatIf;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Share;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** How a limited quantity answers to a change of one assumption, in canonical values. */
final class Response {
    /** What two values of a quantity may differ by without one being called larger. */
    private static final double NOISE = 1e-9;

    private static final int MOST_HALVINGS = 100;

    private final Node leaf;
    private final Node root;
    private final Limit<?> limit;
    private final double bound;
    /** Whether the canonical value must be at most the bound. */
    private final boolean isUpper;

    private final Optional<Share> confidence;

    Response(Node leaf, Limit<?> limit, Optional<Share> confidence) {
        this.leaf = leaf;
        this.root = Derivation.of(limit.quantity());
        this.limit = limit;
        this.bound = Derivation.of(limit.bound()).value();
        this.isUpper = limit.isUpper() != (limit.quantity() instanceof Availability);
        this.confidence = confidence;
        if (!Varied.of(List.of(root), List.of(leaf)).dependsOn(0)) {
            throw new IllegalArgumentException("limits must be on quantities that depend on the assumption but "
                    + Derivation.name(limit.quantity()) + " does not");
        }
    }

    /** The quantity where the assumption has these values; NaN where it has no answer. */
    double[] at(double[] places) {
        return Arrays.stream(places).map(this::at).toArray();
    }

    /** Why no largest or smallest value can be found, if so. */
    Optional<String> problem(double[] places, double[] values, DoubleFunction<String> text) {
        int rises = 0;
        int falls = 0;
        double before = Double.NaN;
        for (double value : values) {
            rises += value > before * (1 + NOISE) ? 1 : 0;
            falls += value < before * (1 - NOISE) ? 1 : 0;
            before = Double.isNaN(value) ? before : value;
        }
        String name = Derivation.name(limit.quantity());
        if (rises > 0 && falls > 0) {
            return Optional.of(name + " neither rises nor falls steadily between " + between(places, text)
                    + ", so no single value divides what fits from what does not");
        }
        if (Arrays.stream(values).noneMatch(this::isKept)) {
            double nearest = Arrays.stream(values).reduce(Double.NaN, this::nearer);
            if (Double.isNaN(nearest)) {
                return Optional.of(name + " has no answer anywhere between " + between(places, text));
            }
            return Optional.of(limit + " never holds: " + name + " is " + (limit.isUpper() ? "at least " : "at most ")
                    + QuantityWriter.summary(root.kind(), nearest)
                    + (confidence.isPresent() ? " at that confidence" : ""));
        }
        return Optional.empty();
    }

    /** For which values of the assumption the limit holds. */
    Reach reach(double[] places, double[] values) {
        boolean holdsLow = isKept(values[0]);
        boolean holdsHigh = isKept(values[values.length - 1]);
        if (holdsLow && holdsHigh && Arrays.stream(values).allMatch(this::isKept)) {
            return Reach.unlimited();
        }
        int inside = 0;
        while (!isKept(values[inside])) {
            inside++;
        }
        int last = values.length - 1;
        while (!isKept(values[last])) {
            last--;
        }
        Edge below = holdsLow ? new Edge(0, null) : boundary(places[inside], places[inside - 1]);
        Edge above = holdsHigh ? new Edge(Double.POSITIVE_INFINITY, null) : boundary(places[last], places[last + 1]);
        return new Reach(below.place, below.binding, above.place, above.binding);
    }

    /** Where an assumption can go no further, and the limit that fails beyond; none if there is no answer beyond. */
    private record Edge(double place, @Nullable Limit<?> binding) {}

    /** The last value, coming from one where the limit holds towards one where it does not, for which it still holds. */
    private Edge boundary(double holds, double fails) {
        double inside = holds;
        double outside = fails;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double middle = inside + (outside - inside) / 2;
            if (middle == inside || middle == outside) {
                break;
            }
            if (isKept(at(middle))) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return new Edge(inside, Double.isNaN(at(outside)) ? null : limit);
    }

    /** The quantity as {@code given(assumption, place)} computes it, so that what is found there holds to the last bit. */
    private double at(double place) {
        try {
            Node changed = WhatIf.replace(root, leaf, new Node.Constant(leaf.kind(), place));
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

    private double nearer(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) ? b : a;
        }
        return isUpper ? Math.min(a, b) : Math.max(a, b);
    }

    private static String between(double[] places, DoubleFunction<String> text) {
        return text.apply(places[0]) + " and " + text.apply(places[places.length - 1]);
    }
}
