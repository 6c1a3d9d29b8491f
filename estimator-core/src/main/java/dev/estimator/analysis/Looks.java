package dev.estimator.analysis;

import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.Settings;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.WhatIf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A quantity for values of one assumption, in canonical values, each computed once. NaN where it has no answer. */
final class Looks {
    private final Node leaf;
    private final Node root;
    /** The percentile that counts, as a part of 1; nothing for the best guess. */
    private final Optional<Double> percentile;

    private final boolean isSlow;
    private final Map<Double, Double> known = new HashMap<>();
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
