package dev.estimator.reliability;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.diagram.Structure;
import dev.estimator.internal.input.ModelName;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.style.ModelStyle;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * The availability of a request that needs several services.
 *
 * <p>Services fail independently of each other. One that is called in several places is counted once, exactly, by a
 * decision diagram of all states, however many services are repeated. A network, such as a bridge, is any of its paths,
 * or all of its cuts. Everything is computed on the share of time down, so it is right even at twenty-four nines. A
 * request is one that a user makes; calls that only {@linkplain Call#sometimes some requests} make are made or not
 * independently for each request.
 *
 * @see "R. E. Bryant, Graph-based algorithms for Boolean function manipulation, IEEE Transactions on Computers C-35
 *     (8), 1986"
 */
@ModelStyle
@Value.Immutable
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class CallChain implements WithCallChain, Model, Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST_CUTS = 10_000;

    private static final MathContext NO_NOISE = new MathContext(12);

    CallChain() {}

    /**
     * Returns what goes before the names of the parts of this model, as in 'checkout: availability'; nothing unless
     * set.
     *
     * @return the name of the model
     */
    public abstract Optional<String> name();

    /**
     * Returns the calls of the request, which all have to succeed.
     *
     * @return the calls in a row, at least one
     */
    public abstract List<Call> calls();

    @Value.Check
    void check() {
        if (calls().isEmpty()) {
            throw new IllegalStateException("no call is set: add at least one with call(name, availability)");
        }
        structure(); // refuses a chain without an exact answer
    }

    /**
     * Returns how much of the time everything that is needed is up: the product of the availabilities for services in a
     * row, {@code 1 − Π (1 − A)} for alternatives, the tail of the binomial distribution for a quorum.
     *
     * @return the availability of the chain
     * @see "W. Kuo and M. J. Zuo, Optimal Reliability Modeling, Wiley 2003"
     */
    public Availability availability() {
        ChainParts any = new ChainParts(calls(), true);
        Structure whole = any.block().equals(parts().block()) ? structure() : new Structure(any.block());
        return Availability.computed(any.notation(), new ChainFormula(whole), any.inputs())
                .named(part("availability"));
    }

    /**
     * Returns the time down in a period: {@code (1 − A) × period}.
     *
     * @param period the period, whose length is part of the question: a month of 730 h, or {@code days(30)}
     * @return the time down
     */
    public TimeSpan downtime(TimeSpan period) {
        return availability().downtime(period).named(part("downtime"));
    }

    /**
     * Returns the service that costs the most availability: the chain would gain most if it never failed.
     *
     * @return its name; the first of several that cost the same
     */
    public String costliestCall() {
        List<String> names = names();
        double[] left =
                names.stream().mapToDouble(this::unavailabilityIfPerfect).toArray();
        double least = Arrays.stream(left).min().orElseThrow();
        // equal costs may differ in the last digits, as they are added up in another order
        return IntStream.range(0, left.length)
                .filter(i -> left[i] <= least * (1 + 1e-12))
                .mapToObj(names::get)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the services that bring the chain down alone, however available the others are: the
     * {@link #minimalCuts(int) minimal cuts} of one failure. A pair is not a single point of failure, as one failure
     * leaves it up; a service that only some requests call is one, for those requests.
     *
     * @return the names of the services, in the order of the calls
     */
    public List<String> singlePointsOfFailure() {
        return cuts(1, Integer.MAX_VALUE).stream()
                .map(cut -> cut.services().get(0))
                .toList();
    }

    /**
     * Returns what brings the chain down alone as things are, in words, which say of a service that only some requests
     * call for how many of them. A service that is never up is left out where the chain is up without it, and what only
     * it made up for brings the chain down; of a chain that is never up these are the single points of failure.
     *
     * @return the services in the order of the calls, as in 'cdn, store (for 20% of requests)'; 'nothing' if none does
     */
    public String failsAloneWith() {
        String services = alone().map(cut -> cut.services().get(0)
                        + (cut.requests().value() == 1
                                ? ""
                                : " (for "
                                        + QuantityWriter.summary(
                                                Kind.SHARE, cut.requests().value()) + " of requests)"))
                .collect(Collectors.joining(", "));
        return services.isEmpty() ? "nothing" : services;
    }

    /**
     * Returns the services of {@link #failsAloneWith()}, the one that costs the most time down first: which to improve.
     *
     * @return their names; those that cost the same in the order of the calls
     */
    public List<String> singlePointsByCost() {
        // equal costs may differ in the last digits, as they are added up in another order
        return alone().map(cut -> cut.services().get(0))
                .sorted(Comparator.comparing(service -> new BigDecimal(unavailabilityIfPerfect(service), NO_NOISE)))
                .toList();
    }

    /**
     * Returns the minimal cuts: the sets of services that take the chain down if all of them fail, and of which none
     * can be left out. Where only some requests make a call, the chain is down for those; a cut says how many they are.
     *
     * @return the minimal cuts, the likeliest first
     * @throws ArithmeticException if there are more than 10,000, or they have more than a million services
     * @see "A. Rauzy, New algorithms for fault trees analysis, Reliability Engineering and System Safety 40 (3), 1993"
     */
    public List<Cut> minimalCuts() {
        return minimalCuts(Integer.MAX_VALUE);
    }

    /**
     * Returns the minimal cuts of few failures.
     *
     * @param mostServices how many services a set may have, one with spare members counted as often as they must fail:
     *     1 for the single points of failure, 2 also for pairs
     * @return the minimal cuts of at most that many failures, the likeliest first
     * @throws IllegalArgumentException if not even one service is allowed
     * @throws ArithmeticException if there are more than 10,000, or they have more than a million services
     */
    public List<Cut> minimalCuts(int mostServices) {
        Refusal.unless(mostServices >= 1, "mostServices", "at least 1", mostServices);
        try {
            return cuts(mostServices, MOST_CUTS).stream()
                    .sorted(Comparator.comparing(Cut::probability).reversed())
                    .toList();
        } catch (ArithmeticException e) {
            throw new ArithmeticException(
                    "there are more than 10,000 minimal cuts, or very long ones: ask for those of few services,"
                            + " such as minimalCuts(2)");
        }
    }

    /**
     * Returns how much the chain depends on one service, its Birnbaum importance: {@code A(service up) − A(service
     * down)}. It is the probability that the chain is up exactly if this service is. Of {@linkplain Call.InZones
     * instances in zones} it is that of the instances left when as many zones are down as may be, of which too few are
     * up; with more zones up, more instances may make up for it.
     *
     * @param service its name
     * @return by how much the chain's availability grows if that of the service grows, from 0 to 1
     * @throws IllegalArgumentException if there is no such service
     * @see "Z. W. Birnbaum, On the importance of different components in a multicomponent system, Multivariate Analysis
     *     II, 1969"
     */
    public Share importanceOf(String service) {
        return Share.computed(
                        "Birnbaum importance of " + service,
                        new Importance(structure(), parts().numberOf(service)),
                        parts().inputs())
                .named(part("importance of " + service));
    }

    /**
     * Returns the downtime that the chain would be spared if one service never failed.
     *
     * @param service its name
     * @param period the period
     * @return the time down that the service causes
     * @throws IllegalArgumentException if there is no such service
     */
    public TimeSpan downtimeCausedBy(String service, TimeSpan period) {
        Share down = parts().unavailability(parts().numberOf(service));
        return requireNonNull(period, "period")
                .times(importanceOf(service).times(down))
                .named(part("downtime caused by " + service));
    }

    /**
     * Returns the availability that one service must have for the chain to reach a target, if the others stay as they
     * are. Of {@linkplain Call.InZones instances in zones} it is how often enough must be up of those left when as many
     * zones are down as may be, not of all; what instances add in zones that are up stays as it is.
     *
     * @param service its name
     * @param target the availability that the chain is to have
     * @return the least availability of the service
     * @throws IllegalArgumentException if there is no such service
     * @throws ArithmeticException if the chain would miss the target even if the service never failed
     */
    public Availability requiredOf(String service, Availability target) {
        requireNonNull(target, "target");
        int index = parts().numberOf(service);
        Availability best = Availability.ofUnavailability(unavailabilityIfPerfect(service));
        if (best.compareTo(target) < 0) {
            throw new ArithmeticException("the chain cannot reach " + target + ": even if " + service
                    + " never failed it would have " + best);
        }
        List<Quantity<?>> inputs = new ArrayList<>(List.of(parts().inputs()));
        inputs.add(target.orNamed(part("target")));
        return Availability.computed(
                        "required of " + service,
                        new RequiredAvailability(structure(), index),
                        inputs.toArray(new Quantity<?>[0]))
                .named(part("required availability of " + service));
    }

    /**
     * Returns the availability that the costliest service must have for the chain to reach a target.
     *
     * @param target the availability that the chain is to have
     * @return the least availability of the {@link #costliestCall()}
     * @throws ArithmeticException if the chain would miss the target even if that service never failed
     */
    public Availability requiredOfCostliest(Availability target) {
        requireNonNull(target, "target");
        return requiredOf(costliestCall(), target);
    }

    /**
     * Returns how many calls of the same availability, in a row, still reach a target: {@code ⌊ln target ÷ ln per
     * call⌋}.
     *
     * @param perCall the availability of each call, below 100 %
     * @param target the availability to keep, above 0 %
     * @return the greatest depth of calls; 0 if a single call is too many
     * @throws ArithmeticException if a call never fails, or if 0 % is enough: then there is no greatest depth
     */
    public static Count greatestDepth(Availability perCall, Availability target) {
        requireNonNull(target, "target");
        if (requireNonNull(perCall, "perCall").nines() == Double.POSITIVE_INFINITY || target.value() == 0) {
            throw new ArithmeticException(
                    "there is no greatest depth: calls of " + perCall + " keep " + target + " however many there are");
        }
        return Ratio.computed("ln {1} ÷ ln {0}", new Depth(), perCall.orNamed("per call"), target.orNamed("target"))
                .floor()
                .named("greatest depth");
    }

    @Override
    public List<Answers> answers() {
        return List.of(Answers.of("Overall", List.of(this::availability)));
    }

    /** Returns the availability, as in 'chain of 99.8% (2.7 nines)'. */
    @Override
    public String toString() {
        return part("chain of " + availability());
    }

    /**
     * Begins a chain of calls.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the calls of a chain. */
    public static final class Builder extends ImmutableCallChain.Builder {
        Builder() {}

        /**
         * Adds a call that is needed.
         *
         * @param call the call
         * @return this builder
         */
        public Builder call(Call call) {
            return addCalls(requireNonNull(call, "call"));
        }

        /**
         * Adds a service that is needed.
         *
         * @param name its name
         * @param availability how much of the time it is up
         * @return this builder
         */
        public Builder call(String name, Availability availability) {
            return call(Call.of(name, availability));
        }

        /** Returns what is being built, and that {@code build()} is still to be called. */
        @Override
        public String toString() {
            return Unbuilt.of("chain of calls");
        }
    }

    /** The number of equal calls in a row whose availabilities multiply to the target. */
    private record Depth() implements Formula {
        @Override
        public double apply(double... inputs) {
            return Math.log1p(-inputs[1]) / Math.log1p(-inputs[0]);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.FALLING : Direction.RISING;
        }
    }

    @Value.Lazy
    ChainParts parts() {
        return new ChainParts(calls(), false);
    }

    @Value.Lazy
    Structure structure() {
        return new Structure(parts().block());
    }

    private String part(String part) {
        return new ModelName(name()).of(part);
    }

    private List<String> names() {
        return parts().names();
    }

    private double unavailabilityIfPerfect(String service) {
        return structure().unavailabilityWith(parts().numberOf(service), 0, parts().probabilities());
    }

    /** The cuts of one failure besides what is down already; of a chain that is itself down, those of its structure. */
    private Stream<Cut> alone() {
        if (availability().unavailability().value() == 1) {
            return cuts(1, Integer.MAX_VALUE).stream();
        }
        int[] failures = parts().failures();
        double[] down = parts().probabilities();
        Predicate<Integer> isDown = part -> parts().isService(part) && down[part] == 1;
        IntStream.range(0, failures.length).filter(isDown::test).forEach(part -> failures[part] = 0);
        return new ChainCuts(parts())
                        .of(structure().minimalCuts(1, Integer.MAX_VALUE, failures).stream()
                                .map(cut -> cut.stream().filter(isDown.negate()).toList())
                                .filter(cut -> cut.stream().anyMatch(parts()::isService))
                                .toList())
                        .stream();
    }

    private List<Cut> cuts(int failures, int most) {
        return new ChainCuts(parts()).of(structure().minimalCuts(failures, most, parts().failures()));
    }

    /**
     * A minimal cut of a chain: services that take it down if all of them fail, of which none can be left out.
     *
     * @param services their names, in the order of the calls
     * @param failures how many failures it takes: one for a service, for one with spare members as many as it takes
     *     until they are too few
     * @param requests the share of requests that need one of them: all, unless they stand in calls that only some
     *     requests make
     * @param probability how likely a request needs them and all of them are down, whatever the others are
     */
    public record Cut(List<String> services, int failures, Share requests, Share probability) implements Serializable {
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

        /**
         * Returns the services and the probability of the cut, as in 'db-1 and db-2 0.0001%', 'pair 0.0001% (2
         * failures)'.
         */
        @Override
        public String toString() {
            String ofSome = requests.value() < 1 ? ", of " + requests + " of requests" : "";
            String spare = failures > services.size() ? " (" + failures + " failures)" : "";
            return String.join(" and ", services) + " " + probability + spare + ofSome;
        }
    }
}
