package dev.estimator.system;

import static dev.estimator.quantity.Quantities.ns;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.text.VerdictText;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.CallChain;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A use case in a system: how long it takes, and whether it succeeds.
 *
 * @param system in which it is
 * @param useCase what is done
 */
record Journey(Architecture system, UseCase useCase) {
    /** The latency; empty if the use case takes no time. */
    Optional<Latency> latency() {
        return useCase.step()
                .latency(system)
                .filter(latency -> takesTime())
                .map(latency -> latency.named(useCase.name()));
    }

    /** The mean latency; none where nobody waits, and empty where no time of what is waited for was stated. */
    Optional<TimeSpan> mean() {
        return useCase.step()
                .mean(system)
                .filter(mean -> takesTime())
                .or(() -> awaited().findAny().isPresent() ? Optional.empty() : Optional.of(ns(0)))
                .map(mean -> mean.named(useCase.name() + " mean latency"));
    }

    /** What each component adds to the mean, by its name; what several do together, by the names of all. */
    Map<String, TimeSpan> contributions() {
        Map<Object, Set<String>> names = new LinkedHashMap<>();
        Map<Object, TimeSpan> means = new HashMap<>();
        Map<Step, List<TimeSpan>> known = new HashMap<>();
        for (Edge edge : awaited().toList()) {
            String name = edge.callee().name();
            Object part = edge.way().part(name, known, system);
            Optional<TimeSpan> mean = contribution(edge);
            if (mean.isPresent()) {
                names.computeIfAbsent(part, all -> new LinkedHashSet<>()).add(name);
                if (part instanceof NonAdditiveStep whole) {
                    means.put(part, whole.mean(known));
                } else {
                    means.merge(part, mean.get(), TimeSpan::plus);
                }
            }
        }
        return takesTime() ? named(names, means) : Map.of();
    }

    private Map<String, TimeSpan> named(Map<Object, Set<String>> names, Map<Object, TimeSpan> means) {
        Map<Set<String>, TimeSpan> all = new LinkedHashMap<>();
        names.forEach((part, some) -> all.merge(some, requireNonNull(means.get(part)), TimeSpan::plus));
        Map<String, TimeSpan> named = new LinkedHashMap<>();
        all.forEach((some, mean) -> {
            String name = VerdictText.inWords(List.copyOf(some));
            named.merge(name, mean.named(name + " in " + useCase.name()), TimeSpan::plus);
        });
        return named;
    }

    private Optional<TimeSpan> contribution(Edge edge) {
        return system.load(edge.callee())
                .stay()
                .mean(edge.visit().taking(system))
                .map(mean -> edge.often() == null ? mean : mean.times(edge.often()));
    }

    /** Whether a time was stated of anything it waits for; that it may be overloaded is none. */
    private boolean takesTime() {
        return awaited()
                .anyMatch(edge ->
                        edge.visit().isTaking() || system.load(edge.callee()).hasLatency());
    }

    private Stream<Edge> awaited() {
        return system.edges().stream().filter(edge -> edge.useCase().equals(useCase) && edge.isAwaited());
    }

    private Stream<Load> loads() {
        return awaited().map(edge -> system.load(edge.callee()));
    }

    /** What must be up; empty if no availability was stated for anything it needs. */
    Optional<CallChain> chain() {
        return chain(new AvailabilityNeeds.Stated(system, true, false, 1));
    }

    Optional<Availability> availability() {
        return chain().map(chain -> chain.availability().named(useCase.name() + " availability"));
    }

    /** The {@linkplain #answered answered} share; its name says where it is the most that may be. */
    Share served() {
        return answered().named(useCase.name() + " served" + (isAtMost() ? VerdictText.AT_MOST : ""));
    }

    /**
     * Whether several components refuse some of its requests, or one that is visited more than once for each, so that
     * it is open how many are refused by any, or at any visit.
     */
    boolean isAtMost() {
        List<Load> refusing = loads().distinct()
                .filter(load -> ChangedSystem.at(95, load.carried()) > 1)
                .filter(load -> refused(load).isPresent())
                .toList();
        return refusing.size() > 1 || refusing.stream().anyMatch(this::isVisitedAgain);
    }

    private boolean isVisitedAgain(Load load) {
        String name = load.component().name();
        List<Edge> edges =
                awaited().filter(edge -> edge.callee().equals(load.component())).toList();
        double visits = Demand.visits(edges).map(Ratio::value).orElse(1.0);
        double visiting = chain(visits(name)).map(Journey::share).orElse(0.0);
        return visits > visiting * (1 + 1e-9);
    }

    /**
     * The share of requests that is served: those that need nothing that is down, less what the component refuses that
     * refuses most, as if others refused none but those.
     */
    Share answered() {
        Share carried = loads().distinct()
                .flatMap(load -> refused(load).stream())
                .reduce(Share::max)
                .orElse(Share.of(0))
                .complement();
        return StepSums.lost(useCase.step(), system.setting())
                .map(lost -> carried.named(useCase.name() + " carried").times(lost.complement()))
                .orElse(carried);
    }

    /** The share of the requests that visit a component which exceeds its capacity. */
    private Optional<Share> refused(Load load) {
        String name = load.component().name();
        return chain(visits(name))
                .map(chain -> refused(
                                chain.availability()
                                        .named(useCase.name() + " that does not visit " + name)
                                        .unavailability()
                                        .named(useCase.name() + " that visits " + name),
                                load)
                        .named(useCase.name() + " refused by " + name));
    }

    /** Of calls of the hottest shard what it refuses, and of those of others what they do. */
    private Share refused(Share visiting, Load load) {
        Demand others = load.demand().others();
        if (others == load.demand()) {
            return refused(visiting, load, others);
        }
        Share hottest = others.hottest(useCase);
        return refused(visiting.times(hottest), load, load.demand())
                .plus(refused(visiting.times(hottest.complement()), load, others));
    }

    private static Share refused(Share visiting, Load load, Demand of) {
        Ratio busy = load.carried(of).named(load.component().name() + of.whose() + " utilization");
        return Share.computed("{0} × (1 − min(1, 1 ÷ {1}))", new Refused(), visiting, busy);
    }

    /** Whether some of its requests need what is down. */
    boolean isLost() {
        return lost(system.setting()) > 0;
    }

    /** Whether a fallback stands by that would answer what an overloaded component refuses, were that down. */
    boolean isFallbackIdle() {
        return system.fallbacks().stream().anyMatch(edge -> edge.useCase().equals(useCase))
                && loads().filter(Load::isRefusing).anyMatch(this::isReplaceable);
    }

    /** Whether fewer requests would get no answer without a component than visit it. */
    private boolean isReplaceable(Load load) {
        String name = load.component().name();
        double visiting = chain(visits(name)).map(Journey::share).orElse(0.0);
        return lost(system.setting().without(name)) < visiting * (1 - 1e-9);
    }

    private double lost(Setting setting) {
        return chain(new AvailabilityNeeds.Lost(setting, false))
                .map(Journey::share)
                .orElse(0.0);
    }

    private static double share(CallChain ofLost) {
        return ofLost.availability().unavailability().value();
    }

    private AvailabilityNeeds visits(String name) {
        return new AvailabilityNeeds.Visits(system.setting(), Set.of(name), false);
    }

    private Optional<CallChain> chain(AvailabilityNeeds needs) {
        return useCase.step()
                .call(needs)
                .map(call -> CallChain.builder().call(call).build());
    }

    /** Whether a component that it needs carries less than the peak even if all of it is up. */
    boolean isOverloaded() {
        return loads().filter(Load::isOverloaded)
                .anyMatch(load -> useCase.step()
                        .call(new AvailabilityNeeds.Visits(
                                system.setting(), Set.of(load.component().name()), true))
                        .isPresent());
    }

    Share late(TimeSpan deadline) {
        Share late =
                isFullForAll() ? Share.of(1) : system.latency(useCase.name()).shareSlowerThan(deadline);
        return late.named(useCase.name() + " late");
    }

    /** Whether somebody waits for a component that is overloaded in all cases. */
    boolean isFull() {
        return loads().anyMatch(Load::isFull);
    }

    /** As above, and not only for its hottest shard. */
    boolean isFullForAll() {
        return loads().anyMatch(load -> load.isFull(load.demand().others()));
    }

    /** Computes it from the share of requests that visit the component and from its utilization. */
    private record Refused() implements Formula {
        /** What is exactly full may come out as a little more. */
        private static final double NOISE = 1e-12;

        @Override
        public double apply(double... inputs) {
            return inputs[1] <= 1 + NOISE ? 0 : inputs[0] * (1 - 1 / inputs[1]);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }

        @Override
        public String beyond() {
            return Resource.OVERLOADED;
        }
    }
}
