package dev.estimator.model;

import dev.estimator.quantity.Availability;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a request needs: a service, several in a row, or enough of a group. A service is known by its name: the same name in
 * two places is the same service, and when it is down it is down in both.
 */
public sealed interface Call {
    /**
     * Obtains a call of a service.
     *
     * @param name the name of the service
     * @param availability how much of the time it is up
     * @return the call
     * @throws IllegalArgumentException if the name is blank
     */
    static Call of(String name, Availability availability) {
        return new Service(name, availability);
    }

    /**
     * Obtains several calls, all of which are needed.
     *
     * @param calls the calls, at least one
     * @return the sequence
     * @throws IllegalArgumentException if there are no calls
     */
    static Call inSequence(Call... calls) {
        return new Group(calls.length, List.of(calls));
    }

    /**
     * Obtains several calls, of which one is enough.
     *
     * @param calls the calls, at least one
     * @return the group
     * @throws IllegalArgumentException if there are no calls
     */
    static Call anyOf(Call... calls) {
        return new Group(1, List.of(calls));
    }

    /**
     * Obtains several calls, of which some are enough, such as a quorum.
     *
     * @param needed how many must answer, from 1 to all
     * @param calls the calls
     * @return the group
     * @throws IllegalArgumentException if not {@code 1 ≤ needed ≤ number of calls}
     */
    static Call atLeast(int needed, Call... calls) {
        return new Group(needed, Arrays.asList(calls));
    }

    /**
     * A service.
     *
     * @param name its name
     * @param availability how much of the time it is up
     */
    record Service(String name, Availability availability) implements Call {
        /**
         * Names the availability, so that explanations can.
         *
         * @param name its name
         * @param availability how much of the time it is up
         */
        public Service {
            Inputs.notBlank(name, "name");
            availability = name.equals(availability.name()) ? availability : availability.named(name);
        }

        /** Returns the name and the availability, as in 'auth 99.95% (3.3 nines)'. */
        @Override
        public String toString() {
            return name + " " + availability;
        }
    }

    /**
     * Calls of which some must succeed: all of a sequence, one of several alternatives, a quorum.
     *
     * @param needed how many must succeed
     * @param calls the calls
     */
    record Group(int needed, List<Call> calls) implements Call {
        /**
         * Copies the list.
         *
         * @param needed how many must succeed
         * @param calls the calls
         */
        public Group {
            calls = List.copyOf(calls);
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("calls must not be empty");
            }
            if (needed < 1 || needed > calls.size()) {
                throw new IllegalArgumentException(
                        "needed must be between 1 and " + calls.size() + " but was " + needed);
            }
            if (needed < calls.size() && calls.stream().distinct().count() < calls.size()) {
                throw new IllegalArgumentException(
                        "calls must differ: a service that stands several times in a group of " + calls.size()
                                + " is one machine, not several; name its copies, such as db-1 and db-2");
            }
        }

        /** Returns what must succeed, as in 'at least 1 of (db-1 99.9% (3 nines), db-2 99.9% (3 nines))'. */
        @Override
        public String toString() {
            String parts = calls.stream().map(Call::toString).collect(Collectors.joining(", ", "(", ")"));
            return (needed == calls.size() ? "all of " : "at least " + needed + " of ") + parts;
        }
    }
}
