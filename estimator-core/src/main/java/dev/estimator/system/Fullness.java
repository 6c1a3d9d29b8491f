package dev.estimator.system;

import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Lazy;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.system.Resource.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How full the resources of a component are at peak. */
final class Fullness {
    private final Load load;
    private final Architecture architecture;
    private final Supplier<List<Resource<?>>> byUtilization = Lazy.of(this::sorted);

    Fullness(Load load, Architecture architecture) {
        this.load = load;
        this.architecture = architecture;
    }

    /** The fullest first; of a fallback, as it is in the place of what is down. */
    List<Resource<?>> byUtilization() {
        return byUtilization.get();
    }

    /** Those that limit it only in the place of others are left out, as nothing is known of them now. */
    private List<Resource<?>> sorted() {
        Count all = load.instances();
        List<String> own = resources().stream().map(Resource::name).toList();
        return load.sizing().resources().stream()
                .filter(resource -> own.contains(resource.name()))
                .map(resource -> Map.<Ratio, Resource<?>>entry(resource.utilization(all), resource))
                .sorted(Map.Entry.<Ratio, Resource<?>>comparingByKey().reversed())
                .<Resource<?>>map(Map.Entry::getValue)
                .toList();
    }

    private List<Resource<?>> resources() {
        return load.demand().resources();
    }

    /** The fullest of those that more traffic fills. */
    Optional<Resource<?>> firstFull() {
        return byUtilization().stream()
                .filter(resource -> resource.kind().grows())
                .findFirst();
    }

    /** The fullest of those that more traffic fills and that are certainly overloaded. */
    Optional<Resource<?>> full() {
        return full(Waits.ALL, load.demand());
    }

    /** As above, of those for which visits wait, of its hottest shard or of others. */
    Optional<Resource<?>> full(Waits waits, Demand of) {
        return full(
                waits == Waits.ALL
                        ? of.resources().stream()
                                .filter(resource -> resource.kind().grows())
                        : of.withLines());
    }

    private Optional<Resource<?>> full(Stream<Resource<?>> some) {
        Count all = load.instances();
        return some.map(resource -> Map.<Ratio, Resource<?>>entry(resource.utilization(all), resource))
                .filter(use -> !use.getKey().isUncertain() && use.getKey().value() >= 1)
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    /** The utilization of the fullest resource of some kinds. */
    Ratio of(Predicate<Kind> which) {
        return of(load.demand(), which, load.instances());
    }

    static Ratio of(Demand demand, Predicate<Kind> which, Count instances) {
        return demand.resources().stream()
                .filter(resource -> which.test(resource.kind()))
                .map(resource -> resource.utilization(instances))
                .reduce(Ratio::max)
                .orElse(ratio(0));
    }

    /** The utilization of a resource. */
    Ratio of(String name) {
        boolean isHottest = resources().stream().anyMatch(one -> one.name().equals(name + Resource.OF_HOTTEST));
        return Refusal.find(resources(), Resource::name, "resource", isHottest ? name + Resource.OF_HOTTEST : name)
                .utilization(load.instances());
    }

    /** The utilization of the fullest resource that more traffic fills. */
    Ratio growing() {
        Count all = threads().isPresent() ? finite() : load.instances();
        Ratio others = of(load.demand(), Kind::carries, all);
        Ratio busy = threads()
                .map(threads -> {
                    Ratio use = threads.utilization(all);
                    return others.max(use.isUncertain() || use.isBeyond() ? Resource.orIdle(use, idle(all)) : use);
                })
                .orElse(others);
        return Inside.asUtilization(busy).named(load.component().name() + " utilization at peak");
    }

    Optional<Resource<?>> threads() {
        return resources().stream()
                .filter(resource -> resource.kind() == Kind.THREADS)
                .findFirst();
    }

    /** The instances, or where no number is enough, as others are overloaded, those that are needed if nobody waits. */
    private Count finite() {
        Count all = load.instances();
        boolean isFinite = load.hasFixedInstances() || !all.isUncertain() || architecture.asNeeded() == architecture;
        return isFinite
                ? all
                : Resource.orIdle(
                        all, ofIdle().sizing().enough(load.component().name() + " instances needed without waits"));
    }

    /** How many of the threads are in use if nobody waits in a line. */
    private Ratio idle(Count all) {
        return ofIdle().fullness().threads().orElseThrow().utilization(all);
    }

    private Load ofIdle() {
        return architecture.idle().load(load.component());
    }
}
