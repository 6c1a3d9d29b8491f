package dev.estimator.quantity;

import dev.estimator.internal.graph.Direction;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.unit.Scale;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * Rounding that an author asked for.
 *
 * @param digits how many significant digits are kept
 * @param unit the unit in which is rounded
 * @param mode in which direction
 */
record DecimalRounding(int digits, Scale unit, RoundingMode mode) implements Function {
    @Override
    public double apply(double... operands) {
        return unit.toCanonical(Rounding.significant(unit.fromCanonical(operands[0]), digits, mode));
    }

    @Override
    public Direction direction(int operand) {
        return Direction.RISING;
    }

    @Override
    public String write(List<String> operands) {
        String direction = mode.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "round(" + operands.get(0) + ", " + digits + (digits == 1 ? " digit " : " digits ") + direction + ")";
    }

    @Override
    public int binding() {
        return ATOM;
    }

    @Override
    public int bindingOf(int operand) {
        return SUM;
    }
}
