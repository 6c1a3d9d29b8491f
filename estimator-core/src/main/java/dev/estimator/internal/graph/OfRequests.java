package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.unit.Kind;
import java.util.List;

/**
 * A note that the events of a rate, which nobody named, are requests to the model that it went into, or that things are
 * called what their author says.
 */
public record OfRequests() implements Note {
    /** The same of another noun: a step is of it, and what has a name or was given keeps its own inside. */
    public static Node called(Node node, Kind kind) {
        return node instanceof Operation step
                ? new Operation(step.function(), kind, step.value(), step.operands())
                : noted(node, kind);
    }

    /** The same of another noun, all of it inside. */
    static Node noted(Node node, Kind kind) {
        return new Operation(new OfRequests(), kind, node.value(), List.of(node));
    }
}
