package dev.estimator.queueing;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.immutables.value.Value;

/**
 * Stages through which all requests go, of which the one that is full first limits the whole.
 *
 * <p>A request may visit a stage several times, or not always: 0.2 visits of the database behind a cache that answers
 * 80 %.
 *
 * @see "E. D. Lazowska, J. Zahorjan, G. S. Graham and K. C. Sevcik, Quantitative System Performance, 1984, chapters 3
 *     and 5"
 */
@Value.Immutable(copy = false)
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class Bottleneck implements Serializable {
    private static final long serialVersionUID = 1L;

    Bottleneck() {}

    /**
     * Returns the stages, in the order in which they were added.
     *
     * @return at least one, with different names
     */
    public abstract List<Stage> stages();

    @Value.Check
    void check() {
        if (stages().isEmpty()) {
            throw new IllegalStateException("no stage is set: add at least one with stage(name, capacity)");
        }
        Refusal.unless(
                stages().stream().map(Stage::name).distinct().count() == stages().size(),
                "stages",
                "of different names",
                Refusal.names(stages(), Stage::name));
    }

    /**
     * Returns the most requests that the whole can serve: the least of {@code capacity ÷ visits} of its stages.
     *
     * @return the capacity
     */
    public Qps capacity() {
        Qps least = stages().stream().map(Stage::requests).reduce(Qps::min).orElseThrow();
        return least.named("capacity");
    }

    /**
     * Returns the stage that is full first.
     *
     * @return its name; the first of several that are full at the same rate
     */
    public String bindingStage() {
        return byCapacity().get(0).name();
    }

    /**
     * Returns the stages by the requests that they can serve, the fewest first: what binds, and what binds next.
     *
     * @return their names
     */
    public List<String> stagesByCapacity() {
        return byCapacity().stream().map(Stage::name).toList();
    }

    /**
     * Returns how busy a stage is: {@code arrival rate × visits ÷ capacity}.
     *
     * @param stage its name
     * @param arrivalRate the requests that come to the whole
     * @return the utilization; above 1 if more come than it can serve
     * @throws IllegalArgumentException if there is no such stage
     */
    public Ratio utilization(String stage, Qps arrivalRate) {
        return find(stage).utilization(Refusal.named(arrivalRate, "arrivalRate", "arrival rate"));
    }

    /** Returns what limits the whole, as in '800 req/s, bound by database; next disk'. */
    @Override
    public String toString() {
        List<String> names = stagesByCapacity();
        return capacity() + ", " + VerdictText.boundBy(names.get(0), mayAnotherBind())
                + (names.size() == 1 ? "" : "; next " + names.get(1));
    }

    private boolean mayAnotherBind() {
        List<Node> requests = byCapacity().stream()
                .map(stage -> Inside.node(stage.requests()))
                .toList();
        return requests.stream().anyMatch(other -> Engine.mayBeExceeded(other, requests.subList(0, 1)));
    }

    /**
     * Begins a row of stages.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects stages. */
    public static final class Builder extends ImmutableBottleneck.Builder {
        Builder() {}

        /**
         * Adds a stage that every request visits once.
         *
         * @param name what it is
         * @param capacity the most visits that it can serve, above zero
         * @return this builder
         * @throws IllegalArgumentException if it can serve none
         */
        public Builder stage(String name, Qps capacity) {
            return stage(name, capacity, Ratio.of(1));
        }

        /**
         * Adds a stage.
         *
         * @param name what it is
         * @param capacity the most visits that it can serve, above zero
         * @param visits how often a request visits it on average, above zero
         * @return this builder
         * @throws IllegalArgumentException if it can serve none or is not visited
         */
        public Builder stage(String name, Qps capacity, Ratio visits) {
            return addStages(new Stage(name, capacity, visits));
        }

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("row of stages");
        }
    }

    /**
     * A stage that serves only so much.
     *
     * @param name what it is
     * @param capacity the most visits that it can serve
     * @param visits how often a request visits it on average
     */
    public record Stage(String name, Qps capacity, Ratio visits) implements Serializable {
        /**
         * Refuses what cannot be.
         *
         * @param name what it is
         * @param capacity the most visits that it can serve
         * @param visits how often a request visits it on average
         */
        public Stage {
            requireNonNull(name, "name");
            capacity = Refusal.aboveZero(Refusal.named(capacity, "capacity", name + " capacity"), "capacity");
            visits = Refusal.aboveZero(Refusal.named(visits, "visits", name + " visits"), "visits");
        }

        Qps requests() {
            return isVisitedOnce() ? capacity : capacity.div(visits);
        }

        Ratio utilization(Qps arrivalRate) {
            Qps visited = isVisitedOnce() ? arrivalRate : arrivalRate.times(visits);
            return visited.div(capacity).named(name + " utilization");
        }

        private boolean isVisitedOnce() {
            return visits.equals(Ratio.of(1));
        }
    }

    private List<Stage> byCapacity() {
        return stages().stream().sorted(Comparator.comparing(Stage::requests)).toList();
    }

    private Stage find(String name) {
        return Refusal.find(stages(), Stage::name, "stage", name);
    }
}
