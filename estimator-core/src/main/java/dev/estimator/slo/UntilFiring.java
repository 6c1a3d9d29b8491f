package dev.estimator.slo;

import dev.estimator.quantity.Formula;

/**
 * The part of an alert's window that must have errors before it fires. The inputs are the window, the threshold and the
 * error rate.
 */
record UntilFiring() implements Formula {
    private static final long serialVersionUID = 1L;
    private static final double ROUNDING = 1e-12;

    /** Whether an error rate reaches a threshold: 1.44 % reaches 14.4 × 0.1 %, whatever their last bits. */
    static boolean isReached(double threshold, double errorRate) {
        return errorRate >= threshold * (1 - ROUNDING);
    }

    @Override
    public double apply(double... inputs) {
        return isReached(inputs[1], inputs[2]) ? inputs[0] * (inputs[1] / inputs[2]) : Double.POSITIVE_INFINITY;
    }

    @Override
    public Direction direction(int input) {
        return input < 2 ? Direction.RISING : Direction.FALLING;
    }

    @Override
    public String condition() {
        return "the error rate is below the threshold, and the alert does not fire";
    }

    @Override
    public String beyond() {
        return "never firing";
    }
}
