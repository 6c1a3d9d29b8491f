package dev.estimator.model;

import dev.estimator.quantity.Share;
import java.util.List;

/**
 * A minimal cut of a chain: services that take it down together, of which none could be left out.
 *
 * @param services their names, in the order of the calls
 * @param probability how much of the time all of them are down, whatever the others are
 */
public record Cut(List<String> services, Share probability) {
    /**
     * Copies the list.
     *
     * @param services their names
     * @param probability how much of the time all of them are down
     */
    public Cut {
        services = List.copyOf(services);
    }

    /** Returns the services and how likely it is, as in 'db-1 and db-2 0.0001%'. */
    @Override
    public String toString() {
        return String.join(" and ", services) + " " + probability;
    }
}
