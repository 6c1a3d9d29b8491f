package dev.estimator.internal.graph;

import dev.estimator.internal.numeric.Binomial;
import java.util.List;

/**
 * The unavailability of a group of equals, of which enough must be up.
 *
 * @param needed how many must be up
 * @param n how many there are
 */
public record GroupUnavailability(int needed, int n) implements Function {
    public GroupUnavailability {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1 but was " + n);
        }
        if (needed < 1 || needed > n) {
            throw new IllegalArgumentException("needed must be between 1 and " + n + " but was " + needed);
        }
    }

    @Override
    public double apply(double... operands) {
        return Binomial.moreThan(n - needed, n, operands[0]);
    }

    /** A group is down more often if its members are. */
    @Override
    public Direction direction(int operand) {
        return Direction.RISING;
    }

    @Override
    public String write(List<String> operands) {
        return needed + " of " + n + " × " + operands.get(0);
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
