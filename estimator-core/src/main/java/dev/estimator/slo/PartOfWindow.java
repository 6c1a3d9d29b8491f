package dev.estimator.slo;

import dev.estimator.quantity.Formula;

/** The part of an alert's window that must have errors, of the window, the threshold and the error rate, or the rest of it. */
enum PartOfWindow implements Formula {
    UNTIL_FIRING,
    UNTIL_RESET;

    private static final double ROUNDING = 1e-12;

    /** A threshold of 14.4 × 0.1 % is reached by 1.44 %, whatever their last bits. */
    static boolean isReached(double threshold, double errorRate) {
        return errorRate >= threshold * (1 - ROUNDING);
    }

    @Override
    public double apply(double... inputs) {
        double part = inputs[1] / inputs[2];
        if (!isReached(inputs[1], inputs[2])) {
            return this == UNTIL_FIRING ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        return inputs[0]
                * (this == UNTIL_FIRING ? part : Math.max(0, 1 - part)); // 1 − part may be a rounding below zero
    }

    @Override
    public Direction direction(int input) {
        return switch (this) {
            case UNTIL_FIRING -> input < 2 ? Direction.RISING : Direction.FALLING;
            case UNTIL_RESET -> input == 1 ? Direction.FALLING : Direction.RISING;
        };
    }

    @Override
    public String condition() {
        return "the error rate is below the threshold, and the alert does not fire";
    }

    @Override
    public String beyond() {
        return this == UNTIL_FIRING ? "never firing" : "";
    }
}
