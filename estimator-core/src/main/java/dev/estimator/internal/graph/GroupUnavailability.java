package dev.estimator.internal.graph;

import dev.estimator.internal.numeric.Binomial;
import java.util.List;

/**
 * The unavailability of a group of equals, of which enough must be up. The second operand says how many those are, at
 * least one; of more than there are, too few are always up.
 *
 * @param n how many there are
 */
public record GroupUnavailability(int n) implements Function {
    public GroupUnavailability {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1 but was " + n);
        }
    }

    @Override
    public double apply(double... operands) {
        return operands[1] > n ? 1 : Binomial.moreThan(n - (int) operands[1], n, operands[0]);
    }

    /** A group is down more often if its members are, or more of them are needed. */
    @Override
    public Direction direction(int operand) {
        return Direction.RISING;
    }

    @Override
    public String write(List<String> operands) {
        return operands.get(1) + " of " + n + " × " + operands.get(0);
    }

    @Override
    public int binding() {
        return PRODUCT;
    }

    @Override
    public int bindingOf(int operand) {
        return ATOM;
    }
}
