package dev.estimator.model;

import static java.util.Objects.requireNonNull;

import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.util.Optional;

/**
 * One resource of which a server has only so much.
 *
 * @param name the resource, such as 'requests', 'network', 'memory'
 * @param load the demand ÷ what one server has: how many servers would be full of it
 * @param targetUtilization how much of it may be used; that of the {@link Servers} if empty
 * @param needed how many servers keep waits short enough, if that decides in place of a target utilization
 */
public record ServerLimit(String name, Ratio load, Optional<Share> targetUtilization, Optional<Ratio> needed) {
    /**
     * Refuses a blank name.
     *
     * @param name the resource, such as 'requests', 'network', 'memory'
     * @param load the demand ÷ what one server has: how many servers would be full of it
     * @param targetUtilization how much of it may be used; that of the {@link Servers} if empty
     * @param needed how many servers keep waits short enough, if that decides in place of a target utilization
     */
    public ServerLimit {
        requireNonNull(load, "load");
        requireNonNull(targetUtilization, "targetUtilization");
        requireNonNull(needed, "needed");
        ModelInputs.notBlank(name, "name");
    }
}
