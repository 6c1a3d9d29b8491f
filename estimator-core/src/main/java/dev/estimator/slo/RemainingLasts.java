package dev.estimator.slo;

import dev.estimator.quantity.Formula;

/**
 * The time for which the rest of a budget lasts. The inputs are the part that is left, the window, the burn rate from
 * now on and the elapsed time.
 */
record RemainingLasts() implements Formula {
    private static final long serialVersionUID = 1L;
    private static final double ROUNDING = 1e-12;

    @Override
    public double apply(double... inputs) {
        if (inputs[0] == 0) {
            return 0;
        }
        double burnRate = inputs[2];
        double windows = inputs[0] / burnRate;
        double windowsToCome = 1 - inputs[3] / inputs[1];
        return endsBefore(windowsToCome, windows, burnRate) ? windows * inputs[1] : Double.POSITIVE_INFINITY;
    }

    @Override
    public Direction direction(int input) {
        return input == 0
                ? Direction.RISING
                : input == 1 ? Direction.UNKNOWN : input == 2 ? Direction.FALLING : Direction.UNKNOWN;
    }

    /**
     * Whether the window ends before its budget does. A rolling window never ends, and at a burn rate of 1 it always
     * has some budget left.
     */
    private static boolean endsBefore(double windowsToCome, double windows, double burnRate) {
        return windowsToCome > 0 ? windows < windowsToCome * (1 - ROUNDING) : burnRate > 1;
    }

    @Override
    public String condition() {
        return "what is left lasts until the window ends";
    }

    @Override
    public String beyond() {
        return "not used up";
    }
}
