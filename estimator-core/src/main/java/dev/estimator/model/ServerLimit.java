package dev.estimator.model;

import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.util.Optional;

/**
 * One resource of which a server has only so much.
 *
 * @param name the resource, such as 'requests', 'network', 'memory'
 * @param load the demand ÷ what one server has: how many servers would be full of it
 * @param targetUtilization how much of it may be used; that of the {@link Servers} if empty
 */
public record ServerLimit(String name, Ratio load, Optional<Share> targetUtilization) {
    /**
     * Refuses a blank name.
     *
     * @param name the resource, such as 'requests', 'network', 'memory'
     * @param load the demand ÷ what one server has: how many servers would be full of it
     * @param targetUtilization how much of it may be used; that of the {@link Servers} if empty
     */
    public ServerLimit {
        Inputs.notBlank(name, "name");
    }
}
