package dev.estimator.system;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Quantities;
import dev.estimator.reliability.Call;
import java.util.Optional;

/** What must be up of the components that a step visits; nothing of those that do not fail. */
interface AvailabilityNeeds {
    /** What is different from the description. */
    Setting setting();

    /** Of a visit. */
    Optional<Call> of(Component component);

    /** Of a visit of every instance, or of all shards. */
    Optional<Call> ofAll(Component component);

    /** Whether what a fallback replaces, or the store behind a cache, is needed no more. */
    default boolean mayBeReplaced() {
        return true;
    }

    /** What is down is up at no time. */
    static Call lost(Component component) {
        Availability never = Quantities.percentUp(0);
        return Call.of(component.name(), never.named(component + ", which is down"));
    }

    /**
     * As it was said of all components.
     *
     * @param system in which they are
     */
    record Stated(Architecture system) implements AvailabilityNeeds {
        @Override
        public Setting setting() {
            return system.setting();
        }

        @Override
        public Optional<Call> of(Component component) {
            return system.load(component).call();
        }

        @Override
        public Optional<Call> ofAll(Component component) {
            return system.load(component).callOfAll();
        }
    }

    /**
     * As if nothing failed but what is down.
     *
     * @param setting that says what is
     */
    record Lost(Setting setting) implements AvailabilityNeeds {
        @Override
        public Optional<Call> of(Component component) {
            return setting.isDown(component)
                    ? Optional.of(lost(component))
                    : StepSums.together(setting.current(component).traits().dependencies().stream()
                            .flatMap(other -> of(other).stream())
                            .toList());
        }

        @Override
        public Optional<Call> ofAll(Component component) {
            return of(component);
        }
    }

    /**
     * Only what visits one component, which then is up for those that do not.
     *
     * @param setting that says what is down, and so visited no more
     * @param name of the component
     */
    record Visits(Setting setting, String name) implements AvailabilityNeeds {
        @Override
        public Optional<Call> of(Component component) {
            return component.name().equals(name)
                    ? Optional.of(Call.of(name, Quantities.percentUp(0).named("without " + name)))
                    : Optional.empty();
        }

        @Override
        public Optional<Call> ofAll(Component component) {
            return of(component);
        }

        @Override
        public boolean mayBeReplaced() {
            return false;
        }
    }
}
