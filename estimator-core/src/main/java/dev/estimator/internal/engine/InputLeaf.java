package dev.estimator.internal.engine;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.range.Shape;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An input of a program: a leaf of the derivation.
 *
 * @param node the leaf
 * @param name its name; of a range without one the first name that a model gave it
 */
public record InputLeaf(Node node, @Nullable String name) implements Serializable {

    public @Nullable Shape shape() {
        return node.shape();
    }

    /** The key from which its draws follow: its name, or its range if it has no name. */
    String key() {
        return name == null ? String.valueOf(node.shape()) : name;
    }
}
