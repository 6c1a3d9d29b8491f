package dev.estimator.slo;

import dev.estimator.internal.numeric.Rounding;
import dev.estimator.quantity.Formula;

/** The error rate, which cannot exceed 100 %. The inputs are the burn rate and the error budget. */
record PossibleErrorRate() implements Formula {
    private static final long serialVersionUID = 1L;
    private static final double ROUNDING = 1e-12;

    static boolean isPossible(double errorRate) {
        return Rounding.part(errorRate) <= 1;
    }

    @Override
    public double apply(double... inputs) {
        double errorRate = inputs[0] * inputs[1];
        return Math.abs(errorRate - 1) <= ROUNDING ? 1 : isPossible(errorRate) ? errorRate : Double.NaN;
    }

    @Override
    public Direction direction(int input) {
        return Direction.RISING;
    }

    @Override
    public String condition() {
        return "no more than all requests can fail";
    }
}
