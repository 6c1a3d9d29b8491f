package dev.estimator.internal.engine;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.range.Shape;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** An input of a program: a leaf of the derivation. */
public record Leaf(Node node) implements Serializable {
    static Leaf of(Node node) {
        return new Leaf(node);
    }

    public @Nullable Shape shape() {
        return node.shape();
    }

    /** By what its draws are told from those of others: its name, or its range if it has none. */
    String key() {
        return node.name() == null ? String.valueOf(node.shape()) : node.name();
    }
}
