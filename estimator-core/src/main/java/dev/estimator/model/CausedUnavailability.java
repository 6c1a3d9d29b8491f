package dev.estimator.model;

import dev.estimator.internal.numeric.Structure;
import dev.estimator.quantity.Formula;

/**
 * How much less of the time a chain would be down if one service never failed.
 *
 * @param structure what must be up
 * @param service the service that would never fail
 */
record CausedUnavailability(Structure structure, int service) implements Formula {
    /** {@code u × (U(down) − U(up))}: the service's unavailability times its Birnbaum importance. */
    @Override
    public double apply(double... inputs) {
        return inputs[service] * structure.importance(service, inputs);
    }

    @Override
    public Direction direction(int input) {
        return input == service ? Direction.RISING : Direction.UNKNOWN;
    }

    @Override
    public boolean isSlow() {
        return structure.isSlow();
    }
}
