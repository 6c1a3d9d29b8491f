package dev.estimator.internal.graph;

import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import java.util.List;

/**
 * A note that a value, and what goes into it alone, belongs to a whole: the load of the line before a database to the
 * database. Where several steps of a derivation have one name they are called after their wholes.
 *
 * @param whole what it is called
 */
public record PartOf(String whole) implements Note {
    /** What an input is part of until somebody names what is made of it. */
    public static final String OTHER = "";

    /**
     * The step with those of its inputs that are part of nothing yet as parts of a whole: 'p50 of service time of db'.
     */
    static Node named(Operation step, String whole) {
        List<Node> operands = step.operands().stream()
                .map(input -> input instanceof Operation note
                                && note.function() instanceof PartOf part
                                && part.whole.equals(OTHER)
                        ? Trace.apply(
                                new PartOf(whole),
                                note.kind(),
                                List.of(renamed(note.operands().get(0), whole)))
                        : input)
                .toList();
        return operands.equals(step.operands()) ? step : Trace.apply(step.function(), step.kind(), operands);
    }

    private static Node renamed(Node input, String whole) {
        String name = input.name() + " of " + whole;
        return input instanceof Assumption given
                ? new Assumption(
                        name, given.kind(), given.value(), given.source(), given.by(), given.replaced(), given.shape())
                : new Named(name, input.operands().get(0));
    }
}
