package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Share;
import dev.estimator.reliability.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which of the components that a step visits must be up; components that never fail are left out. */
interface AvailabilityNeeds {
    /** What a what-if changes. */
    Setting setting();

    /**
     * What a visit needs.
     *
     * @param component that is visited
     */
    Optional<Call> of(Component component);

    /** To how many different shards visits go that come at once, to all if there are fewer. */
    default int shards() {
        return 1;
    }

    /** The same of visits to so many. */
    default AvailabilityNeeds ofShards(int visited) {
        return this;
    }

    /** Whether what a fallback replaces, or the store behind a cache, is needed no more. */
    default boolean mayBeReplaced() {
        return true;
    }

    /** Whether what takes the place of a step does not carry the load of that. */
    default boolean isTooSmall(Step first, Step other) {
        return false;
    }

    /** The same for what is visited in the place of a step, by all of its requests. */
    default AvailabilityNeeds inPlaceOf(Step first, Step other) {
        return this;
    }

    /** The requests of which all tries fail, where what takes them needs less than what takes all. */
    default Optional<Share> lostInTries(Step step) {
        return Optional.empty();
    }

    /** Only the requests that visit what is overloaded, which they wait for whatever would take its place. */
    default Optional<AvailabilityNeeds> ofFull() {
        return Optional.empty();
    }

    /** The same where what is overloaded is told already. */
    default AvailabilityNeeds withoutFull() {
        return this;
    }

    /**
     * The same where requests of which all tries fail count as those that another step takes, or do not: inside of a
     * try its share of failures tells them already.
     */
    default AvailabilityNeeds counting(boolean areTries) {
        return this;
    }

    /** Whether requests of which all tries fail count. */
    default boolean hasTries() {
        return false;
    }

    /** What requests of which all tries fail lack; nothing where they do not count. */
    default Optional<Call> allFailed(Supplier<Optional<Tries>> tries) {
        return hasTries() ? tries.get().filter(Tries::mayFail).map(Tries::allFailed) : Optional.empty();
    }

    /** A component that is down, or carries less than the peak even if all of it is up, has an availability of zero. */
    static Call lost(Component component, String why) {
        Availability never = Quantities.percentUp(0);
        return Call.of(component.name(), never.named("availability of " + component.name() + ", which is " + why));
    }

    /** What is never there; nobody assumed that, so it is a step and no assumption. */
    static Call none(String name) {
        Availability none = Inside.quantity(new Node.Named(name, Inside.node(Quantities.percentUp(0))));
        return Call.of(name, none);
    }

    /**
     * With the stated availabilities of all components.
     *
     * @param system in which they are
     * @param isWithFull whether what is overloaded counts as never up, or is told elsewhere
     * @param hasTries whether what fails in all tries counts, as another step takes it; else it is not served
     * @param shards how many are visited, all if there are fewer
     */
    record Stated(Architecture system, boolean isWithFull, boolean hasTries, int shards) implements AvailabilityNeeds {
        @Override
        public Stated ofShards(int visited) {
            return new Stated(system, isWithFull, hasTries, visited);
        }

        @Override
        public Stated counting(boolean areTries) {
            return new Stated(system, isWithFull, areTries, shards);
        }

        @Override
        public Optional<AvailabilityNeeds> ofFull() {
            Set<String> full = system.loads().stream()
                    .filter(load -> isWithFull && load.isOverloaded())
                    .map(load -> load.component().name())
                    .collect(Collectors.toSet());
            boolean isAnyStated = system.loads().stream().anyMatch(Load::hasAvailability);
            return full.isEmpty() || !isAnyStated ? Optional.empty() : Optional.of(new Visits(setting(), full, true));
        }

        @Override
        public AvailabilityNeeds withoutFull() {
            return new Stated(system, false, hasTries, shards);
        }

        @Override
        public boolean isTooSmall(Step first, Step other) {
            return system.takeovers().isTooSmall(first, other);
        }

        @Override
        public AvailabilityNeeds inPlaceOf(Step first, Step other) {
            return new InPlace(this, first, other);
        }

        @Override
        public Optional<Share> lostInTries(Step step) {
            return StepSums.lostInTries(step, setting());
        }

        @Override
        public Setting setting() {
            return system.setting();
        }

        @Override
        public Optional<Call> of(Component component) {
            Load load = system.load(component);
            return isWithFull || !load.isOverloaded() ? load.call(component.name(), shards) : Optional.empty();
        }
    }

    /**
     * With as many instances as are needed in the place of a step, which are enough.
     *
     * @param usual what is needed otherwise
     * @param first what may be down
     * @param other what is visited then
     */
    record InPlace(Stated usual, Step first, Step other) implements AvailabilityNeeds {
        @Override
        public AvailabilityNeeds counting(boolean areTries) {
            return new InPlace(usual.counting(areTries), first, other);
        }

        @Override
        public int shards() {
            return usual.shards;
        }

        @Override
        public AvailabilityNeeds ofShards(int visited) {
            return new InPlace(usual.ofShards(visited), first, other);
        }

        @Override
        public boolean hasTries() {
            return usual.hasTries;
        }

        @Override
        public Setting setting() {
            return usual.setting();
        }

        @Override
        public Optional<Call> of(Component component) {
            return usual.system.takeovers().call(first, other, component, usual.shards, usual.of(component));
        }

        @Override
        public boolean isTooSmall(Step one, Step another) {
            return usual.isTooSmall(one, another);
        }

        @Override
        public AvailabilityNeeds inPlaceOf(Step one, Step another) {
            return usual.inPlaceOf(one, another);
        }

        @Override
        public Optional<Share> lostInTries(Step step) {
            return usual.lostInTries(step);
        }
    }

    /**
     * As if no component failed except those that are down; requests of which all tries fail get no answer either.
     *
     * @param setting that says what is
     * @param hasTries whether what fails is counted here
     */
    record Lost(Setting setting, boolean hasTries) implements AvailabilityNeeds {
        @Override
        public AvailabilityNeeds counting(boolean areTries) {
            return new Lost(setting, areTries);
        }

        @Override
        public Optional<Call> of(Component component) {
            Map<String, Component> all = new LinkedHashMap<>(Map.of(component.name(), component));
            if (!setting.isDown(component)) {
                setting.addDependencies(setting.current(component), Map.of(), all);
            }
            List<Call> calls = new ArrayList<>();
            for (Component each : all.values()) {
                if (setting.isDown(each)) {
                    calls.add(lost(each, "down"));
                }
            }
            return StepSums.together(calls);
        }
    }

    /**
     * Only the requests that visit some components; for all others they count as up.
     *
     * @param setting that says what is down, and so visited no more
     * @param names of the components
     * @param areFull whether they are overloaded, or it is only asked who visits them
     */
    record Visits(Setting setting, Set<String> names, boolean areFull) implements AvailabilityNeeds {
        @Override
        public Optional<Call> of(Component component) {
            if (!names.contains(component.name())) {
                return Optional.empty();
            }
            return Optional.of(areFull ? lost(component, Resource.OVERLOADED) : none("without " + component.name()));
        }

        @Override
        public boolean mayBeReplaced() {
            return false;
        }
    }
}
