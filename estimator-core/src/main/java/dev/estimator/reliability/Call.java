package dev.estimator.reliability;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Share;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call that a request makes: to a service, to several in a row, to enough of a group, to a store behind a cache, or
 * one that only some requests make. A service is known by its name: the same name in two places is the same service,
 * and when it is down it is down in both. A service with spare members of its own, such as a pair, is one service too,
 * but no single point of failure.
 *
 * <p>Calls may be nested 100 deep, and have 100,000 parts; a sequence in a sequence is one sequence.
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
     * Obtains a call of a service that fails and is repaired. It is one machine, so where all need it, it is a single
     * point of failure.
     *
     * @param name the name of the service
     * @param machine how often it fails and how fast it is repaired
     * @return the call
     * @throws IllegalArgumentException if the name is blank
     */
    static Call of(String name, Repairable machine) {
        return new Service(name, requireNonNull(machine, "machine").availability());
    }

    /**
     * Obtains a call of a pair with a standby: one of two is enough.
     *
     * @param name the name of the pair
     * @param pair the pair
     * @return the call
     * @throws IllegalArgumentException if the name is blank
     */
    static Call of(String name, ActivePassive pair) {
        return new Redundant(name, 1, 2, requireNonNull(pair, "pair").availability());
    }

    /**
     * Obtains a call of members that share the load: as many as can carry it are enough. If that is all of them, any
     * one of them is a single point of failure.
     *
     * @param name the name of the group
     * @param group the group; of a range of utilizations the best guess says how many are enough
     * @return the call
     * @throws IllegalArgumentException if the name is blank
     */
    static Call of(String name, ActiveActive group) {
        return new Redundant(
                name, (int) requireNonNull(group, "group").needed().value(), group.members(), group.availability());
    }

    /**
     * Obtains a call of equal instances, of which some are enough.
     *
     * @param needed how many must be up, from 1 to all
     * @param instances how many there are
     * @param name the name of all together
     * @param each how much of the time each is up; they fail independently of each other
     * @return the call
     * @throws IllegalArgumentException if not {@code 1 ≤ needed ≤ instances}, or the name is blank
     */
    static Call atLeast(int needed, int instances, String name, Availability each) {
        Refusal.unreadable(name, "name");
        return new Redundant(
                name,
                needed,
                instances,
                Refusal.named(each, "each", name + " availability per instance").atLeast(needed, instances));
    }

    /**
     * Obtains a call that reads from copies, of which a quorum must answer.
     *
     * @param name the name of the store
     * @param copies the copies
     * @return the call
     * @throws IllegalArgumentException if the name is blank
     */
    static Call reading(String name, Quorum copies) {
        return new Redundant(
                name, requireNonNull(copies, "copies").readsFrom(), copies.copies(), copies.readAvailability());
    }

    /**
     * Obtains a call that writes to copies, of which a quorum must answer. A request that also reads needs the larger
     * of the two quorums, as one call: {@code Call.atLeast(Math.max(2, 3), 3, "orders", nines(3))}.
     *
     * @param name the name of the store
     * @param copies the copies
     * @return the call
     * @throws IllegalArgumentException if the name is blank
     */
    static Call writing(String name, Quorum copies) {
        return new Redundant(
                name, requireNonNull(copies, "copies").writesTo(), copies.copies(), copies.writeAvailability());
    }

    /**
     * Obtains a call that only some requests make, such as those that a cache does not answer. For the others nothing
     * is needed here, so that the availability, as seen by requests, is {@code 1 − share × (1 − A)}.
     *
     * <p>Whether a request makes the call depends neither on what is up nor on its other calls, and is independent at
     * each place of such a call. Calls that are made by the same requests must be given as one:
     * {@code Call.sometimes(percent(10), Call.inSequence(a, b))}. A service behind it that is called elsewhere too is
     * still counted once, exactly. The share itself is not a service: it appears in no cut, and is never the costliest
     * call.
     *
     * @param share the share of requests that make the call
     * @param call what they need
     * @return the call that some requests make
     */
    static Call sometimes(Share share, Call call) {
        return new Sometimes(share, call);
    }

    /**
     * Obtains a look-up in a cache: the store is needed by those requests that the cache does not answer, and by all of
     * them while the cache is down. As with {@link #sometimes}, hits are independent at each place of the look-up.
     *
     * @param cache what answers first
     * @param hits the share of requests that it answers
     * @param store what has everything
     * @return the call
     */
    static Call cacheAside(Call cache, Share hits, Call store) {
        return new CacheAside(cache, hits, store);
    }

    /**
     * Returns whether all requests need the same services. Such a call made twice counts once; other calls are
     * independent at each place.
     *
     * @return {@code false} if there is a call in it that only some requests make
     */
    default boolean isSameForAll() {
        if (this instanceof InZones instances) {
            return instances.zones().stream().allMatch(Call::isSameForAll);
        }
        return this instanceof Group group
                ? group.calls().stream().allMatch(Call::isSameForAll)
                : !(this instanceof Sometimes || this instanceof CacheAside);
    }

    /**
     * Obtains several calls, all of which are needed.
     *
     * @param calls the calls, at least one; sequences among them are taken apart
     * @return the sequence
     * @throws IllegalArgumentException if there are no calls
     */
    static Call inSequence(Call... calls) {
        List<Call> all = Refusal.copy("calls", calls);
        CallNesting.require(all);
        List<Call> flat = all.stream().flatMap(Call::inTurn).toList();
        return new Group(flat.size(), flat);
    }

    private static Stream<Call> inTurn(Call call) {
        return call instanceof Group group && group.needed() == group.calls().size()
                ? group.calls().stream().flatMap(Call::inTurn)
                : Stream.of(call);
    }

    /**
     * Obtains several calls, any one of which is enough.
     *
     * @param calls the calls, at least one
     * @return the group
     * @throws IllegalArgumentException if there are no calls
     */
    static Call anyOf(Call... calls) {
        return new Group(1, Refusal.copy("calls", calls));
    }

    /**
     * Obtains several calls, of which a number is enough, such as a quorum.
     *
     * @param needed how many must answer, from 1 to all
     * @param calls the calls
     * @return the group
     * @throws IllegalArgumentException if not {@code 1 ≤ needed ≤ number of calls}
     */
    static Call atLeast(int needed, Call... calls) {
        return new Group(needed, Refusal.copy("calls", calls));
    }

    /**
     * A service.
     *
     * @param name its name
     * @param availability how much of the time it is up
     */
    record Service(String name, Availability availability) implements Call, Serializable {
        /**
         * Names the availability, so that explanations can.
         *
         * @param name its name
         * @param availability how much of the time it is up
         */
        public Service {
            Refusal.unreadable(name, "name");
            availability =
                    name.equals(requireNonNull(availability, "availability").name())
                            ? availability
                            : availability.named(name);
        }

        /** Returns the name and the availability, as in 'auth 99.95% (3.3 nines)'. */
        @Override
        public String toString() {
            return name + " " + availability;
        }
    }

    /**
     * A service with spare members of its own: a pair, instances, copies.
     *
     * @param name its name
     * @param needed how many members must be up
     * @param members how many there are
     * @param availability how much of the time the whole is up
     */
    record Redundant(String name, int needed, int members, Availability availability) implements Call, Serializable {
        /**
         * Names the availability, so that explanations can.
         *
         * @param name its name
         * @param needed how many members must be up
         * @param members how many there are
         * @param availability how much of the time the whole is up
         */
        public Redundant {
            Refusal.unreadable(name, "name");
            Refusal.unless(members >= 1, "members", "at least 1", members);
            Refusal.unless(needed >= 1 && needed <= members, "needed", "between 1 and " + members, needed);
            availability =
                    name.equals(requireNonNull(availability, "availability").name())
                            ? availability
                            : availability.named(name);
        }

        /**
         * Returns how many members must fail before the whole does; a failover without success counts as one.
         *
         * @return {@code members − needed + 1}; 1 where none is spare
         */
        public int failures() {
            return members - needed + 1;
        }

        /** Returns the name, the redundancy and the availability, as in 'api (12 of 18) 99.9999999999% (12 nines)'. */
        @Override
        public String toString() {
            return name + " (" + needed + " of " + members + ") " + availability;
        }
    }

    /**
     * Equal instances that are spread evenly over zones: a service that is up while enough instances are, of those in
     * zones that are up. Where instances are not a multiple of the zones, the first zones have one more each.
     *
     * <p>How it depends on its zones is exact, also where other services stand in the same ones. Of more than ten zones
     * ten numbers of instances that may be left are told apart, and those that have one more are taken to be down
     * first, so that it is down less than this says. In a cut with a zone it stands for the instances that are left
     * without that zone. {@link CallChain#importanceOf} and {@link CallChain#requiredOf} are about the instances that
     * are left when as many zones are down as may be.
     *
     * @param name its name
     * @param needed how many instances must be up; of a range, only the availability follows it, and is none where more
     *     are needed than there are, and the best guess says all else
     * @param members how many there are
     * @param groups how many such groups there are, all of which must be up, such as shards; of several groups the
     *     zones that have one more are taken to be those that are down, as each group may begin in another zone
     * @param zonesThatMayFail how many of the zones that have instances may be down at once, fewer than there are
     *     zones; with more it is down, however many instances are left
     * @param each how much of the time an instance is up while its zone is
     * @param zones the zones
     */
    record InZones(
            String name,
            Count needed,
            int members,
            int groups,
            int zonesThatMayFail,
            Availability each,
            List<Call> zones)
            implements Call, Serializable {
        /**
         * Names the availability, so that explanations can, and copies the list.
         *
         * @param name its name
         * @param needed how many instances must be up
         * @param members how many there are
         * @param groups how many such groups there are, all of which must be up
         * @param zonesThatMayFail how many zones may be down at once
         * @param each how much of the time an instance is up while its zone is
         * @param zones the zones, which must differ
         */
        public InZones {
            Refusal.unreadable(name, "name");
            Refusal.unless(members >= 1, "members", "at least 1", members);
            double enough = requireNonNull(needed, "needed").value();
            Refusal.unless(
                    enough >= 1 && enough <= members && enough == Math.rint(enough),
                    "needed",
                    "a whole number between 1 and " + members,
                    needed);
            Refusal.unless(groups >= 1, "groups", "at least 1", groups);
            zones = new Group(1, Refusal.copy(zones, "zones")).calls();
            Refusal.unless(
                    zonesThatMayFail >= 0 && zonesThatMayFail < zones.size(),
                    "zonesThatMayFail",
                    "below the number of zones, which is " + zones.size() + ",",
                    zonesThatMayFail);
            each = Refusal.named(each, "each", name + " availability per instance");
        }

        /**
         * Returns how many zones are enough, whichever they are, while none of their instances is down.
         *
         * @return as many as leave enough instances, and no fewer than may be up
         */
        public int zonesNeeded() {
            return new InstancesLeft(this, false).zonesNeeded();
        }

        /** Returns how many instances are enough, as in 'api (2 of 3 in 3 zones), each 99% (2 nines)'. */
        @Override
        public String toString() {
            return name + " (" + needed + " of " + members + " in " + zones.size()
                    + (zones.size() == 1 ? " zone" : " zones") + "), each " + each;
        }
    }

    /**
     * A call that only some requests make.
     *
     * @param share the share of requests that make it
     * @param call what they need
     */
    record Sometimes(Share share, Call call) implements Call, Serializable {
        /**
         * Names the share, so that explanations can.
         *
         * @param share the share of requests that make it
         * @param call what they need
         */
        public Sometimes {
            CallNesting.require(List.of(requireNonNull(call, "call")));
            share = Refusal.named(share, "share", "share of " + CallNesting.label(call));
        }

        /** Returns the share and the call, as in '10% of requests: database 99.95% (3.3 nines)'. */
        @Override
        public String toString() {
            return share + " of requests: " + call;
        }
    }

    /**
     * A look-up in a cache before a store.
     *
     * @param cache what answers first
     * @param hits the share of requests that it answers
     * @param store what has everything
     */
    record CacheAside(Call cache, Share hits, Call store) implements Call, Serializable {
        /**
         * Names the share, so that explanations can.
         *
         * @param cache what answers first
         * @param hits the share of requests that it answers
         * @param store what has everything
         */
        public CacheAside {
            CallNesting.require(List.of(requireNonNull(cache, "cache"), requireNonNull(store, "store")));
            hits = Refusal.named(hits, "hits", CallNesting.label(cache) + " hits");
        }

        /**
         * Returns how often the cache answers, as in '90% of requests: cache 99% (2 nines), or else database 99.95%
         * (3.3 nines)'.
         */
        @Override
        public String toString() {
            return hits + " of requests: " + cache + ", or else " + store;
        }
    }

    /**
     * Calls of which some must succeed: all of a sequence, one of several alternatives, a quorum.
     *
     * @param needed how many must succeed
     * @param calls the calls
     */
    record Group(int needed, List<Call> calls) implements Call, Serializable {
        /**
         * Copies the list.
         *
         * @param needed how many must succeed
         * @param calls the calls
         */
        public Group {
            calls = Refusal.copy(calls, "calls");
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("calls must not be empty");
            }
            if (needed < 1 || needed > calls.size()) {
                throw new IllegalArgumentException(
                        "needed must be between 1 and " + calls.size() + " but was " + needed);
            }
            CallNesting.require(calls);
            if (needed < calls.size() && calls.stream().anyMatch(Sometimes.class::isInstance)) {
                throw new IllegalArgumentException(
                        "a call that only some requests make cannot be one of several of which some are enough: it has"
                                + " no answer where it is not made; write sometimes(share, anyOf(...)), or"
                                + " anyOf(a, inSequence(b, sometimes(share, c)))");
            }
            List<Call> same = calls.stream().filter(Call::isSameForAll).toList();
            if (needed < calls.size() && same.stream().distinct().count() < same.size()) {
                throw new IllegalArgumentException(
                        "calls must differ: a service that stands several times in a group of " + calls.size()
                                + " is one machine, not several; name its copies, such as db-1 and db-2");
            }
        }

        /**
         * Returns the calls and how many must succeed, as in 'at least 1 of (db-1 99.9% (3 nines), db-2 99.9% (3
         * nines))'.
         */
        @Override
        public String toString() {
            String parts = calls.stream().map(Call::toString).collect(Collectors.joining(", ", "(", ")"));
            return (needed == calls.size() ? "all of " : "at least " + needed + " of ") + parts;
        }
    }
}
