package dev.estimator.reliability;

import dev.estimator.internal.diagram.Structure;
import dev.estimator.quantity.Formula;

/**
 * The probability that a chain is up exactly if one service is.
 *
 * @param structure what must be up
 * @param service the service
 */
record Importance(Structure structure, int service) implements Formula {
    @Override
    public double apply(double... inputs) {
        return structure.importance(service, inputs);
    }

    @Override
    public Direction direction(int input) {
        return Direction.UNKNOWN;
    }

    @Override
    public boolean isSlow() {
        return structure.isSlow();
    }
}
