package dev.estimator.report;

import dev.estimator.internal.graph.InPlaceOf;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Tape;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the answers of a page are called: beside others of its name an answer says which what-if it is. */
final class AnswerNames {
    private final Map<String, List<Quantity<?>>> byName = new HashMap<>();

    private AnswerNames() {}

    static AnswerNames of(List<? extends Quantity<?>> answers) {
        var names = new AnswerNames();
        answers.forEach(answer -> names.byName
                .computeIfAbsent(Parts.name(answer), name -> new ArrayList<>())
                .add(answer));
        return names;
    }

    /** The name, as in 'servers', or of a what-if 'servers (what if, users ×3)'. */
    String of(Quantity<?> answer) {
        String name = Parts.name(answer);
        List<Quantity<?>> alike = byName.getOrDefault(name, List.of()).stream()
                .filter(other -> node(other) != node(answer))
                .<Quantity<?>>map(other -> other)
                .toList();
        if (alike.isEmpty() || !isWhatIf(answer)) {
            return name;
        }
        return alike.stream()
                .flatMap(other -> beside(answer, other).stream())
                .filter(label -> label.startsWith(name + " (what if"))
                .findFirst()
                .orElse(name);
    }

    /** What an explanation of both calls the first of two answers. */
    private static Optional<String> beside(Quantity<?> answer, Quantity<?> other) {
        Explanation both = Explanation.of(List.of(answer, other));
        return Stream.concat(
                        both.steps().stream()
                                .filter(step -> node(step.result()) == node(answer))
                                .map(Explanation.Step::name),
                        both.assumptions().stream()
                                .filter(assumption -> node(assumption.value()) == node(answer))
                                .map(Explanation.Assumption::name))
                .findFirst();
    }

    private static boolean isWhatIf(Quantity<?> answer) {
        Tape tape = Tape.of(List.of(Inside.node(answer)));
        return IntStream.range(0, tape.size())
                .mapToObj(tape::node)
                .anyMatch(node -> (node instanceof Assumption leaf && leaf.replaced() != null) || isInPlace(node));
    }

    /** Whether a what-if put this result in the place of an assumption. */
    static boolean isInPlace(Node node) {
        return node instanceof Named named
                && named.operands().get(0) instanceof Operation operation
                && operation.function() instanceof InPlaceOf;
    }

    private static Node node(Quantity<?> quantity) {
        return Note.resolve(Inside.node(quantity));
    }
}
