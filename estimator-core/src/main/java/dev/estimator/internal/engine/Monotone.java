package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Program.Ref;
import dev.estimator.internal.graph.Direction;
import dev.estimator.internal.graph.Op;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of one uncertain operand that only rises or only falls, so that percentiles go through it: the 95th percentile
 * of a ceiling is the ceiling of the 95th percentile.
 *
 * @param of the step that it is applied to
 * @param op what is done
 * @param operand the place of the uncertain operand
 * @param other the number in the other place
 */
record Monotone(int of, Op op, int operand, double other) {
    static @Nullable Monotone of(Program program, int index) {
        Op op = program.steps().get(index).op();
        List<Ref> operands = program.steps().get(index).operands();
        if (op == null || program.steps().get(index).used().length != 1) {
            return null;
        }
        int operand = operands.get(0).isConstant() ? 1 : 0;
        double other = op.isOfOne() ? 0 : operands.get(1 - operand).constant();
        boolean isConstant = op.stretched(1, operand, other) == 0; // times zero
        return isConstant ? null : new Monotone(operands.get(operand).step(), op, operand, other);
    }

    boolean isIncreasing() {
        return op.direction(operand) == Direction.RISING;
    }

    double stretched(double distance) {
        return op.stretched(distance, operand, other);
    }

    double apply(double x) {
        return operand == 0 ? op.of(x, other) : op.of(other, x);
    }
}
