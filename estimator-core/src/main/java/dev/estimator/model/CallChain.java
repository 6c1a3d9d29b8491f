package dev.estimator.model;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.numeric.Block;
import dev.estimator.internal.numeric.Structure;
import dev.estimator.model.Call.Group;
import dev.estimator.model.Call.Service;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * The availability of a request that needs several services.
 *
 * <p>Services fail independently of each other. One that is called in several places is one service: it is counted once, and
 * exactly, by a decision diagram of all that can be up and down, however many services are repeated. A network, such as a
 * bridge, is any of its paths, or all of its cuts. Everything is computed on the share of time down, so that it is right also at
 * twenty-four nines.
 *
 * @see "R. E. Bryant, Graph-based algorithms for Boolean function manipulation, IEEE Transactions on Computers C-35 (8), 1986"
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class CallChain implements WithCallChain {
    private static final int MOST_CUTS = 10_000;

    CallChain() {}

    /**
     * Returns what the request needs, all of it.
     *
     * @return the calls in a row, at least one
     */
    public abstract List<Call> calls();

    @Value.Check
    void check() {
        if (calls().isEmpty()) {
            throw new IllegalStateException("no call is set: add at least one with call(name, availability)");
        }
        structure(); // refuses what has no exact answer
    }

    /**
     * Returns how much of the time everything that is needed is up: the product of the availabilities for services in a
     * row, {@code 1 − Π (1 − A)} for alternatives, the tail of the binomial distribution for a quorum.
     *
     * @return the availability of the chain
     * @see "W. Kuo and M. J. Zuo, Optimal Reliability Modeling, Wiley 2003"
     */
    public Availability availability() {
        return Availability.computed(notation(), new ChainFormula(structure()), inputs())
                .named("availability");
    }

    /**
     * Returns the time down in a period: {@code (1 − A) × period}.
     *
     * @param period the period, whose length is part of the question: a month of 30 d, or the mean month of 30.44 d
     * @return the time down
     */
    public TimeSpan downtime(TimeSpan period) {
        return availability().downtime(period).named("downtime");
    }

    /**
     * Returns the service that costs most: if it never failed, the chain would gain most.
     *
     * @return its name; the first of several that cost the same
     */
    public String costliestCall() {
        double[] unavailabilities = unavailabilities();
        double[] left = IntStream.range(0, unavailabilities.length)
                .mapToDouble(i -> structure().unavailabilityWith(i, 0, unavailabilities))
                .toArray();
        double least = Arrays.stream(left).min().orElseThrow();
        // Equal ones differ in the last digits, as they are summed up in another order.
        return IntStream.range(0, left.length)
                .filter(i -> left[i] <= least * (1 + 1e-12))
                .mapToObj(names()::get)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the services without which nothing works, however available the others are: the {@link #minimalCuts(int) minimal
     * cuts} of one service.
     *
     * @return the names of those whose failure alone is a failure of the chain, in the order of the calls
     */
    public List<String> singlePointsOfFailure() {
        return structure().minimalCuts(1, names().size()).stream()
                .map(cut -> names().get(cut.get(0)))
                .toList();
    }

    /**
     * Returns what takes the chain down: each set of services whose common failure is a failure of the chain, and of which none
     * could be left out.
     *
     * @return the minimal cuts, the likeliest first
     * @throws ArithmeticException if there are more than 10,000
     * @see "A. Rauzy, New algorithms for fault trees analysis, Reliability Engineering and System Safety 40 (3), 1993"
     */
    public List<Cut> minimalCuts() {
        return minimalCuts(names().size());
    }

    /**
     * Returns which few services take the chain down together.
     *
     * @param mostServices how many services a set may have: 1 for the single points of failure, 2 also for pairs
     * @return the minimal cuts of at most so many services, the likeliest first
     * @throws IllegalArgumentException if not even one service is allowed
     * @throws ArithmeticException if there are more than 10,000
     */
    public List<Cut> minimalCuts(int mostServices) {
        Refusal.unless(mostServices >= 1, "mostServices", "at least 1", mostServices);
        try {
            return structure().minimalCuts(mostServices, MOST_CUTS).stream()
                    .map(this::cut)
                    .sorted(Comparator.comparing(Cut::probability).reversed())
                    .toList();
        } catch (ArithmeticException e) {
            throw new ArithmeticException("there are more than 10,000 minimal cuts: ask for those of few services,"
                    + " such as minimalCuts(2)");
        }
    }

    /**
     * Returns how much the chain depends on one service, its Birnbaum importance: {@code A(service up) − A(service down)}. It is
     * the probability that the others leave it to this service whether the chain is up.
     *
     * @param service its name
     * @return by how much the chain's availability grows if that of the service grows, from 0 to 1
     * @throws IllegalArgumentException if there is no such service
     * @see "Z. W. Birnbaum, On the importance of different components in a multicomponent system, Multivariate Analysis II, 1969"
     */
    public Share importanceOf(String service) {
        return Share.computed(
                        "Birnbaum importance of " + service, new Importance(structure(), indexOf(service)), inputs())
                .named("importance of " + service);
    }

    /**
     * Returns how much less the chain would be down if one service never failed.
     *
     * @param service its name
     * @param period the period
     * @return the time down that the service causes
     * @throws IllegalArgumentException if there is no such service
     */
    public TimeSpan downtimeCausedBy(String service, TimeSpan period) {
        return period.times(Ratio.computed(
                        "share of time lost to " + service,
                        new CausedUnavailability(structure(), indexOf(service)),
                        inputs()))
                .named("downtime caused by " + service);
    }

    /**
     * Returns the availability that one service must have for the chain to reach a target, if the others stay as they are.
     *
     * @param service its name
     * @param target the availability that the chain is to have
     * @return the least availability of the service
     * @throws IllegalArgumentException if there is no such service
     * @throws ArithmeticException if the chain would miss the target even if the service never failed
     */
    public Availability requiredOf(String service, Availability target) {
        int index = indexOf(service);
        Availability best = Availability.ofUnavailability(unavailabilityIfPerfect(service));
        if (best.compareTo(target) < 0) {
            throw new ArithmeticException("the chain cannot reach " + target + ": even if " + service
                    + " never failed it would have " + best);
        }
        List<Quantity<?>> inputs = new ArrayList<>(services().values());
        inputs.add(target.orNamed("target"));
        return Availability.computed(
                        "required of " + service,
                        new RequiredAvailability(structure(), index),
                        inputs.toArray(new Quantity<?>[0]))
                .named("required availability of " + service);
    }

    /**
     * Returns the availability that the costliest service must have for the chain to reach a target.
     *
     * @param target the availability that the chain is to have
     * @return the least availability of the {@link #costliestCall()}
     * @throws ArithmeticException if the chain would miss the target even if that service never failed
     */
    public Availability requiredOfCostliest(Availability target) {
        return requiredOf(costliestCall(), target);
    }

    /**
     * Returns how many calls in a row keep a target, if each has the same availability:
     * {@code ⌊ln target ÷ ln per call⌋}.
     *
     * @param perCall the availability of each call, below 100 %
     * @param target the availability to keep, above 0 %
     * @return the greatest depth of calls; 0 if a single call is too many
     * @throws ArithmeticException if a call never fails, or if 0 % is enough: then there is no greatest depth
     */
    public static Count greatestDepth(Availability perCall, Availability target) {
        if (perCall.nines() == Double.POSITIVE_INFINITY || target.value() == 0) {
            throw new ArithmeticException(
                    "there is no greatest depth: calls of " + perCall + " keep " + target + " however many there are");
        }
        return Ratio.computed("ln {1} ÷ ln {0}", new Depth(), perCall.orNamed("per call"), target.orNamed("target"))
                .floor()
                .named("greatest depth");
    }

    /** Returns the availability, as in 'chain of 99.8% (2.7 nines)'. */
    @Override
    public String toString() {
        return "chain of " + availability();
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
            return addCalls(call);
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

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("chain of calls");
        }
    }

    /** How many equal calls in a row multiply to the target. */
    private record Depth() implements Formula {
        @Override
        public double apply(double... inputs) {
            return Math.log1p(-inputs[1]) / Math.log1p(-inputs[0]);
        }
    }

    /** The services by name, each once. */
    @Value.Lazy
    Map<String, Availability> services() {
        Map<String, Availability> services = new LinkedHashMap<>();
        calls().stream().flatMap(CallChain::services).forEach(service -> {
            Availability known = services.putIfAbsent(service.name(), service.availability());
            if (known != null && !known.equals(service.availability())) {
                throw new IllegalArgumentException(
                        "'" + service.name() + "' is called in several places with different availabilities, " + known
                                + " and " + service.availability() + ": give different services different names");
            }
        });
        return services;
    }

    @Value.Lazy
    List<String> names() {
        return List.copyOf(services().keySet());
    }

    /** The services are numbered as they first appear, so that those that stand together are close together. */
    @Value.Lazy
    Structure structure() {
        Map<String, Integer> numbers = new HashMap<>();
        names().forEach(name -> numbers.put(name, numbers.size()));
        return new Structure(block(new Group(calls().size(), calls()), numbers));
    }

    /** The services of a call, in every place in which they are called. */
    private static Stream<Service> services(Call call) {
        return call instanceof Group group
                ? group.calls().stream().flatMap(CallChain::services)
                : Stream.of((Service) call);
    }

    private Quantity<?>[] inputs() {
        return services().values().toArray(new Quantity<?>[0]);
    }

    private int indexOf(String service) {
        int index = names().indexOf(service);
        if (index < 0) {
            throw new IllegalArgumentException("service must be one of " + names() + " but was '" + service + "'");
        }
        return index;
    }

    private double unavailabilityIfPerfect(String service) {
        return structure().unavailabilityWith(indexOf(service), 0, unavailabilities());
    }

    private double[] unavailabilities() {
        return services().values().stream()
                .mapToDouble(availability -> availability.unavailability().value())
                .toArray();
    }

    private Cut cut(List<Integer> services) {
        List<String> cut = services.stream().map(names()::get).toList();
        Share probability = cut.stream()
                .map(name -> Objects.requireNonNull(services().get(name)).unavailability())
                .reduce(Share::times)
                .orElseThrow();
        return new Cut(cut, probability.named(String.join(" and ", cut) + " down"));
    }

    private static Block block(Call call, Map<String, Integer> numbers) {
        if (call instanceof Service service) {
            return new Block.Component(Objects.requireNonNull(numbers.get(service.name())));
        }
        Group group = (Group) call;
        return new Block.Group(
                group.needed(),
                group.calls().stream().map(c -> block(c, numbers)).toList());
    }

    /** The formula with places for the services: '{0} × ({1} or {2})'. */
    private String notation() {
        return calls().stream().map(call -> notation(call, names())).collect(Collectors.joining(" × "));
    }

    private static String notation(Call call, List<String> names) {
        if (call instanceof Service service) {
            return "{" + names.indexOf(service.name()) + "}";
        }
        Group group = (Group) call;
        List<String> members =
                group.calls().stream().map(c -> notation(c, names)).toList();
        if (group.needed() == members.size()) {
            return String.join(" × ", members);
        }
        return group.needed() == 1
                ? "(" + String.join(" or ", members) + ")"
                : "(" + group.needed() + " of " + String.join(", ", members) + ")";
    }
}
