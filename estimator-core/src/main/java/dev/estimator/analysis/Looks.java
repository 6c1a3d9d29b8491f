package dev.estimator.analysis;

import dev.estimator.internal.engine.Distribution;
import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.Settings;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.WhatIf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** A quantity for values of one assumption, in canonical values, each computed once. NaN where it has no answer. */
final class Looks {
    /** If a limit held with a probability of one half, one of so many draws would keep it, but for one in 10^19. */
    private static final int FEW_DRAWS = 64;

    private final Node leaf;
    private final Node root;
    /** The percentile that counts, as a part of 1; nothing for the best guess. */
    private final Optional<Double> percentile;

    private final boolean isSlow;
    private final TreeMap<Double, Double> known = new TreeMap<>();
    private final Map<Double, Double> guesses = new HashMap<>();
    private boolean isDrawn;

    /** Why there was no answer at the last place that had none. */
    private String refusal = "";

    Looks(Node leaf, Node root, Optional<Double> percentile) {
        this.leaf = leaf;
        this.root = root;
        this.percentile = percentile;
        this.isSlow = percentile.isPresent() && root.isUncertain() && Engine.isSlow(root);
    }

    /** Whether one look takes a thousand times as long as one at the best guess. */
    boolean isSlow() {
        return isSlow;
    }

    /** Whether one of the looks so far was drawn, so that its last digits mean nothing. */
    boolean isDrawn() {
        return isDrawn;
    }

    /**
     * The quantity as {@code given(assumption, place)} computes it, so that a value that is found here holds there to
     * the last bit.
     */
    double at(double place) {
        return known.computeIfAbsent(place, p -> answer(p, this::confident));
    }

    /** The same with all other ranges at their best guess. */
    double guessAt(double place) {
        return guesses.computeIfAbsent(place, p -> answer(p, Node::value));
    }

    /**
     * Whether a limit that has to hold with a probability of at least one half is missed at a place, since a few draws
     * all miss it.
     */
    boolean isMissedByFew(double place, double bound, boolean isUpper) {
        double percent = percentile.orElse(0.0);
        return (isUpper ? percent : 1 - percent) >= 0.5
                && answer(place, changed -> keptByFew(changed, bound, isUpper)) == 0;
    }

    /** The part of a few draws that keeps a limit; NaN if nothing needs to be drawn. */
    private static double keptByFew(Node changed, double bound, boolean isUpper) {
        Engine.Result found = Engine.run(List.of(changed), Settings.USUAL.withSamples(FEW_DRAWS));
        Distribution drawn = found.distributions().get(0);
        return found.samples() == 0
                ? Double.NaN
                : isUpper
                        ? drawn.cumulative(bound).value()
                        : 1 - drawn.cumulative(Math.nextDown(bound)).value();
    }

    /** The looks so far on both sides of a place; nothing if there was none on one of them. */
    List<Double> around(double place) {
        Map.Entry<Double, Double> below = known.floorEntry(place);
        Map.Entry<Double, Double> above = known.ceilingEntry(place);
        return below == null || above == null ? List.of() : List.of(below.getValue(), above.getValue());
    }

    /** Why there is no answer at a place; empty if there is none to tell. */
    String refusalAt(double place) {
        refusal = "";
        answer(place, this::confident);
        return refusal;
    }

    /** A formula that fails at extreme values may still have answers elsewhere. */
    private double answer(double place, ToDoubleFunction<Node> of) {
        try {
            return of.applyAsDouble(WhatIf.inCase(root, leaf, new Node.Constant(leaf.kind(), place)));
        } catch (ArithmeticException | IllegalStateException | IllegalArgumentException e) {
            refusal = Objects.requireNonNullElse(e.getMessage(), "");
            return Double.NaN;
        }
    }

    private double confident(Node changed) {
        if (percentile.isEmpty() || !changed.isUncertain()) {
            return changed.value();
        }
        Engine.Result found = Engine.run(List.of(changed), Settings.USUAL);
        isDrawn |= found.samples() > 0;
        return found.distributions().get(0).quantile(percentile.get()).value();
    }
}
