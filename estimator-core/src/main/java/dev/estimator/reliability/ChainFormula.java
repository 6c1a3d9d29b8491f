package dev.estimator.reliability;

import dev.estimator.internal.diagram.Structure;
import dev.estimator.quantity.Formula;

/**
 * The unavailability of a chain.
 *
 * @param structure what must be up
 */
record ChainFormula(Structure structure) implements Formula {
    @Override
    public double apply(double... inputs) {
        return structure.unavailability(inputs);
    }

    @Override
    public Direction direction(int input) {
        return Direction.RISING;
    }

    @Override
    public boolean isSlow() {
        return structure.isSlow();
    }
}
