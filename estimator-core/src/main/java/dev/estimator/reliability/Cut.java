package dev.estimator.reliability;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Share;
import java.util.List;

/**
 * A minimal cut of a chain: services that take it down together, of which none could be left out.
 *
 * @param services their names, in the order of the calls
 * @param failures how many failures it takes: one for a service, for one with spare members as many as it takes until
 *     they are too few
 * @param requests the share of requests that need one of them: all, unless they stand in calls that only some requests
 *     make
 * @param probability how likely a request needs them and all of them are down, whatever the others are
 */
public record Cut(List<String> services, int failures, Share requests, Share probability) {
    /**
     * Copies the list.
     *
     * @param services their names
     * @param failures how many failures it takes
     * @param requests the share of requests that need one of them
     * @param probability how likely a request needs them and all of them are down
     */
    public Cut {
        requireNonNull(requests, "requests");
        requireNonNull(probability, "probability");
        services = Refusal.copy(services, "services");
    }

    /** Returns the services and how likely it is, as in 'db-1 and db-2 0.0001%', 'pair 0.0001% (2 failures)'. */
    @Override
    public String toString() {
        String ofSome = requests.value() < 1 ? ", of " + requests + " of requests" : "";
        String spare = failures > services.size() ? " (" + failures + " failures)" : "";
        return String.join(" and ", services) + " " + probability + spare + ofSome;
    }
}
