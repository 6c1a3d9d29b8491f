package dev.estimator.quantity;

import dev.estimator.internal.graph.Node;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * A bridge for benchmarks: the derivations of quantities, which are not public. With them the engine can be told to
 * draw what it would compute exactly.
 */
@NullMarked
public final class Derivations {
    private Derivations() {}

    /**
     * Returns where the values came from.
     *
     * @param quantities some quantities
     * @return their derivations, in the same order
     */
    public static List<Node> of(List<? extends Quantity<?>> quantities) {
        return quantities.stream().map(Quantity::node).toList();
    }
}
