package dev.estimator.slo;

import dev.estimator.quantity.Formula;

/** The time for which a full budget lasts. The inputs are the window and the burn rate. */
record FullBudgetLasts() implements Formula {
    private static final long serialVersionUID = 1L;

    @Override
    public double apply(double... inputs) {
        return inputs[1] >= 1 ? inputs[0] / inputs[1] : Double.POSITIVE_INFINITY;
    }

    @Override
    public Direction direction(int input) {
        return input == 0 ? Direction.RISING : Direction.FALLING;
    }

    @Override
    public String condition() {
        return "below a burn rate of 1 the budget outlasts its window";
    }

    @Override
    public String beyond() {
        return "not used up";
    }
}
