package dev.estimator.latency;

import dev.estimator.quantity.Formula.Direction;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a latency is composed, with places for its parameters: times in seconds, and shares. */
sealed interface Plan extends Serializable permits LeafPlan, CompositePlan {
    /** The law for given parameters, which must be possible. */
    LatencyLaw law(Workings workings, double... in);

    /**
     * The mean for given parameters, which must be possible. Means add and mix, so that a sum needs no distribution;
     * infinite if it is not known because a part has no maximum.
     */
    default double mean(double... in) {
        return law(Workings.none(), in).mean();
    }

    /** The square of the standard deviation, for given parameters, which must be possible. */
    default double variance(double... in) {
        return law(Workings.none(), in).variance();
    }

    /** The parts it is composed of. */
    List<Plan> parts();

    /** Whether its own parameters, not those of its parts, are valid together. */
    default boolean isValid(double... in) {
        return true;
    }

    /** It and all its parts that may be invalid. */
    default Stream<Plan> conditional() {
        Stream<Plan> below = parts().stream().flatMap(Plan::conditional);
        return ownCondition().isEmpty() ? below : Stream.concat(Stream.of(this), below);
    }

    /** When {@link #isValid} is true; empty if always. */
    default String ownCondition() {
        return "";
    }

    /** Whether the parameters are valid together. */
    default boolean isPossible(double... in) {
        return conditional().allMatch(part -> part.isValid(in));
    }

    /** The condition under which they are, for refusals. */
    default String condition() {
        return conditional().map(Plan::ownCondition).distinct().collect(Collectors.joining("; "));
    }

    /** Whether it has parts with an unknown tail. */
    default boolean isOpen() {
        return parts().stream().anyMatch(Plan::isOpen);
    }

    /** The share above which times of a part are only known to be at most its first percentile; 1 if there is none. */
    default double start() {
        return parts().stream().mapToDouble(Plan::start).min().orElse(1);
    }

    /**
     * Whether a percentile, or the mean if that is wanted, assumes that times of several parts or tries are
     * independent; of a mean that is said where they wait, for which it is known how much that changes.
     */
    default boolean takesIndependence(boolean isForMean) {
        return parts().stream().anyMatch(part -> part.takesIndependence(isForMean));
    }

    /**
     * Which way all its percentiles go when only one parameter rises; nothing if that makes no difference. Each time
     * that takes longer makes what is composed of it longer, or leaves it as it is.
     */
    default Optional<Direction> direction(int place) {
        return Stream.concat(
                        ownDirection(place).stream(), parts().stream().flatMap(part -> part.direction(place).stream()))
                .reduce((one, other) -> one == other ? one : Direction.UNKNOWN);
    }

    /** The same for a parameter of its own, not of its parts. */
    default Optional<Direction> ownDirection(int place) {
        return Optional.empty();
    }

    /** Whether some of it waits in a line. */
    default boolean isWaiting() {
        return leaves().anyMatch(leaf -> leaf instanceof LeafPlan.NoTime none && none.isOfLine());
    }

    /** The leaves it is composed of. */
    default Stream<LeafPlan> leaves() {
        return this instanceof LeafPlan leaf
                ? Stream.of(leaf)
                : parts().stream().flatMap(Plan::leaves);
    }

    /** Whether it combines several latencies, or many alike, rather than one with a timeout, a hedge or a constant. */
    default boolean isOfSeveral() {
        boolean isOfMany = this instanceof CompositePlan.AlikeInSequence || this instanceof CompositePlan.AlikeAtOnce;
        return isOfMany
                || parts().stream().anyMatch(Plan::isOfSeveral)
                || leaves().filter(leaf -> !(leaf instanceof LeafPlan.Always || leaf instanceof LeafPlan.NoTime))
                                .distinct()
                                .count()
                        > 1;
    }

    /** A formula with places: 'log-normal({0}, {1}) + {2}'. */
    String text();

    /** The same plan with its places renumbered. */
    Plan moved(IntUnaryOperator places);

    /** A time that is exceeded with at most this probability, however the parts depend on each other. */
    double bound(double share, double... in);

    /** Whether a percentile, or the mean if that is wanted, takes long to compute: about 50 µs or more. */
    boolean isSlow(boolean isForMean);

    /** Where a parameter goes. */
    static String place(int index) {
        return "{" + index + "}";
    }
}
