package dev.estimator.internal.input;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Assumption.By;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The name of a model, which goes before the names of its parts, so that two models on one page can be told apart:
 * 'api: spares' and 'db: spares'.
 *
 * @param name what the model is called, if it has a name
 */
public record ModelName(Optional<String> name) {
    private static final String BEFORE_PART = ": ";

    /** Refuses a name that nobody could see. */
    public ModelName {
        name.ifPresent(given -> Refusal.unreadable(given, "name"));
    }

    /** What a part of the model is called: an input, or an answer. */
    public String of(String part) {
        return name.map(given -> given + BEFORE_PART + part).orElse(part);
    }

    /** A default of this model under its name, or under none if it has been taken away; anything else as it is. */
    public <Q> Q ofDefault(Q quantity) {
        Node node = Inside.node(quantity);
        if (!(node instanceof Assumption unset && unset.isDefault())) {
            return quantity;
        }
        String own = of(unset.name()
                .substring(unset.name().lastIndexOf(BEFORE_PART) + 1)
                .strip());
        return own.equals(unset.name()) ? quantity : Inside.quantity(renamed(unset, own));
    }

    /**
     * The quantity with this name before those parts that go into it, which a builder named before it knew the model.
     * What a user assumed keeps the user's name.
     */
    public <Q> Q ofParts(Q quantity, String... parts) {
        return ofParts(quantity, List.of(), List.of(parts)::contains);
    }

    /** The same for parts that stand behind steps of these names, which are the model's own, too. */
    public <Q> Q ofParts(Q quantity, List<String> steps, Predicate<String> parts) {
        Node node = Inside.node(quantity);
        Node owned = owned(node, steps, parts);
        return owned == node ? quantity : Inside.quantity(owned);
    }

    /** Does not go down behind a name: there begins what is not the model's own. */
    private Node owned(Node node, List<String> steps, Predicate<String> parts) {
        String known = node.name();
        if (known != null && node instanceof Named step && steps.contains(known)) {
            return new Named(known, owned(step.operands().get(0), steps, parts));
        }
        if (known != null) {
            return parts.test(known) ? renamed(node, of(known)) : node;
        }
        if (!(node instanceof Operation operation)) {
            return node;
        }
        List<Node> operands =
                operation.operands().stream().map(o -> owned(o, steps, parts)).toList();
        return new Operation(operation.function(), operation.kind(), operation.value(), operands);
    }

    private static Node renamed(Node node, String name) {
        if (node instanceof Named named) {
            return new Named(name, named.operands().get(0));
        }
        return node instanceof Assumption of && of.by() != By.USER
                ? new Assumption(name, of.kind(), of.value(), of.source(), of.by(), of.replaced(), of.shape())
                : node;
    }
}
