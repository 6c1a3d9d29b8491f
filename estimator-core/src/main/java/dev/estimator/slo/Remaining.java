package dev.estimator.slo;

import dev.estimator.internal.numeric.Rounding;
import dev.estimator.quantity.Formula;

/** What is left of a budget, of the part that is spent: nothing if that is more than there was. */
record Remaining() implements Formula {
    private static final long serialVersionUID = 1L;

    static boolean isSome(double spent) {
        return of(spent) >= 0;
    }

    static double of(double spent) {
        return Rounding.difference(1, spent);
    }

    @Override
    public double apply(double... inputs) {
        return Math.max(0, of(inputs[0]));
    }

    @Override
    public Direction direction(int input) {
        return Direction.FALLING;
    }
}
