package dev.estimator.slo;

import dev.estimator.quantity.Formula;

/** An availability, which is held as its complement, of the part that is bad. */
record Good() implements Formula {
    private static final long serialVersionUID = 1L;

    @Override
    public double apply(double... inputs) {
        return inputs[0];
    }

    @Override
    public Direction direction(int input) {
        return Direction.RISING;
    }
}
