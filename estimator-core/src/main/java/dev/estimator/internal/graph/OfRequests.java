package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Node.Range;
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

    /** What was given, of which only the noun has been said since; any other node itself. */
    public static Node given(Node node) {
        return node instanceof Operation step
                        && step.function() instanceof OfRequests
                        && step.operands().get(0) instanceof Range range
                ? range
                : node;
    }

    /** The same of another noun, all of it inside. */
    static Node noted(Node node, Kind kind) {
        return new Operation(new OfRequests(), kind, node.value(), List.of(node));
    }
}
