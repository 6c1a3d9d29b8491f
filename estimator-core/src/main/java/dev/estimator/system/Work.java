package dev.estimator.system;

import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Ratio;
import java.util.Optional;

/**
 * What the instances of a component have to do.
 *
 * @param shared what they share; as if all shards were as busy as the hottest, if there are shards
 * @param onEach what each of them does besides, however many there are
 * @param <Q> the type of both
 */
record Work<Q extends Amount<Q>>(Q shared, Optional<Q> onEach) {
    Work<Q> named(String name) {
        return new Work<>(shared.named(name), onEach);
    }

    Resource<Q> resource(Resource.Kind kind, Q perInstance) {
        Optional<Ratio> part = onEach.map(each -> each.div(perInstance));
        return new Resource<>(kind, kind.label(), shared, perInstance, part);
    }
}
