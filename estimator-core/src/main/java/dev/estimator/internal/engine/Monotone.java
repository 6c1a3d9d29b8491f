package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Program.Step;
import dev.estimator.internal.numeric.Rounding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of one uncertain operand that only rises or only falls, so that percentiles go through it: the 95th percentile of a
 * ceiling is the ceiling of the 95th percentile.
 *
 * @param of the step that it is applied to
 * @param kernel what is done
 * @param constant with which number
 * @param isConstantFirst whether the number is the first operand
 */
record Monotone(int of, Kernel kernel, double constant, boolean isConstantFirst) {
    static @Nullable Monotone of(Program program, int index) {
        Step step = program.steps().get(index);
        return switch (step.kernel()) {
            case CEIL, FLOOR, PLUS_CONSTANT, DIV_CONSTANT, CONSTANT_DIV, COMPLEMENT ->
                new Monotone(step.operands().get(0), step.kernel(), step.constant(), false);
            case TIMES_CONSTANT ->
                step.constant() == 0
                        ? null
                        : new Monotone(step.operands().get(0), step.kernel(), step.constant(), false);
            case MINUS, MAX, MIN -> ofTwo(program, step);
            default -> null;
        };
    }

    private static @Nullable Monotone ofTwo(Program program, Step step) {
        List<Integer> operands = step.operands();
        for (int i = 0; i < operands.size(); i++) {
            Step other = program.steps().get(operands.get(i));
            if (other.kernel() == Kernel.FILL) {
                return new Monotone(operands.get(1 - i), step.kernel(), other.constant(), i == 0);
            }
        }
        return null;
    }

    boolean isIncreasing() {
        return switch (kernel) {
            case CONSTANT_DIV, COMPLEMENT -> false;
            case MINUS -> !isConstantFirst;
            default -> true;
        };
    }

    boolean isLinear() {
        return switch (kernel) {
            case TIMES_CONSTANT, DIV_CONSTANT, PLUS_CONSTANT, COMPLEMENT, MINUS -> true;
            default -> false;
        };
    }

    double apply(double x) {
        return switch (kernel) {
            case CEIL -> Rounding.ceil(x);
            case FLOOR -> Rounding.floor(x);
            case PLUS_CONSTANT -> x + constant;
            case TIMES_CONSTANT -> x * constant;
            case DIV_CONSTANT -> x / constant;
            case CONSTANT_DIV -> constant / x;
            case COMPLEMENT -> Math.max(0, 1 - x);
            case MINUS -> isConstantFirst ? Rounding.difference(constant, x) : Rounding.difference(x, constant);
            case MAX -> Math.max(x, constant);
            case MIN -> Math.min(x, constant);
            default -> throw new IllegalStateException(kernel + " is not monotone");
        };
    }
}
