package dev.estimator.internal.graph;

import java.util.List;

/**
 * An uncertain value that moves together with another: the first operand as it is, with a note that its draws are
 * correlated with those of the second.
 *
 * @param correlation the correlation of their normal scores, between −1 and 1
 */
public record Link(double correlation) implements Function {
    @Override
    public double apply(double... operands) {
        return operands[0];
    }

    @Override
    public String write(List<String> operands) {
        return operands.get(0);
    }

    @Override
    public int binding() {
        return ATOM;
    }

    @Override
    public int bindingOf(int operand) {
        return ATOM;
    }

    /** The node behind all links: the value itself. */
    public static Node resolve(Node node) {
        Node found = node;
        while (found instanceof Node.Operation operation && operation.function() instanceof Link) {
            found = operation.operands().get(0);
        }
        return found;
    }
}
