package dev.estimator.reliability;

import dev.estimator.internal.diagram.Structure;
import dev.estimator.quantity.Formula;

/**
 * The unavailability that one service may have for the whole chain to reach a target. The inputs are the
 * unavailabilities of the services and, last, of the target.
 *
 * @param structure what must be up
 * @param service the service that is asked for
 */
record RequiredAvailability(Structure structure, int service) implements Formula {
    /**
     * As the chain's unavailability is linear in each service's: {@code u = (U target − U(up)) ÷ (U(down) − U(up))}.
     */
    @Override
    public double apply(double... inputs) {
        double target = inputs[inputs.length - 1];
        double up = structure.unavailabilityWith(service, 0, inputs);
        double down = structure.unavailabilityWith(service, 1, inputs);
        if (target >= down) {
            return 1;
        }
        return Math.min((target - up) / structure.importance(service, inputs), 1);
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
