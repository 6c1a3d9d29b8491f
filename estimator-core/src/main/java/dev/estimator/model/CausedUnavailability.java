package dev.estimator.model;

import dev.estimator.internal.numeric.Block;
import dev.estimator.quantity.Formula;

/**
 * How much less of the time a chain would be down if one service never failed.
 *
 * @param structure what must be up
 * @param service the service that would never fail
 */
record CausedUnavailability(Block structure, int service) implements Formula {
    /**
     * {@code u × (U(down) − U(up))}: the service's unavailability times its Birnbaum importance. Unlike {@code U − U(up)} it
     * keeps its digits where the service hardly matters.
     */
    @Override
    public double apply(double... inputs) {
        double importance =
                structure.unavailabilityWith(service, 1, inputs) - structure.unavailabilityWith(service, 0, inputs);
        return inputs[service] * Math.max(importance, 0);
    }
}
