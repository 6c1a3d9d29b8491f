package dev.estimator.system;

import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Defaults;
import dev.estimator.internal.input.Lazy;
import dev.estimator.internal.input.Refusal;
import dev.estimator.model.Servers;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How many instances of a component there are, how many are needed, and why. */
final class Sizing {
    /** What happens in fewer cases is as good as never. */
    private static final double RARE = 5e-4;

    /** As above, of what no other call needs. */
    private static final double NEVER = 1e-9;

    private final Load load;
    private final Architecture architecture;
    private final Traits traits;
    private final String name;
    private final Supplier<Count> instances = Lazy.of(this::found);
    private @Nullable Count enough;
    private final Supplier<Optional<Load>> standingIn = Lazy.of(this::findStandingIn);

    private final Supplier<Count> carrying = Lazy.of(this::findCarrying);
    private final Supplier<Double> carried = Lazy.of(this::findCarried);

    Sizing(Load load, Architecture architecture) {
        this.load = load;
        this.architecture = architecture;
        this.traits = load.component().traits();
        this.name = load.component().name();
    }

    Count instances() {
        return instances.get();
    }

    private Count found() {
        if (traits.instances().isEmpty()) {
            return sized(name + " instances");
        }
        Count stated = traits.instances().get();
        return traits.shards()
                .map(shards -> Refusal.kept(stated, "instances of " + name, Side.AT_LEAST, shards))
                .orElse(stated);
    }

    /** However many were stated or bought, of it or of others. */
    Count needed() {
        return architecture.asNeeded().load(load.component()).sizing().sized(name + " instances needed");
    }

    /** As many as are needed while all is up, and of a fallback in the place of what is down. */
    private Count sized(String what) {
        Optional<Count> then = architecture.takeovers().needed(load.component(), what);
        return then.map(most ->
                        load.isVisited() ? enough(what + " while all is up").max(most) : most)
                .map(most -> most.named(what))
                .orElseGet(() -> enough(what));
    }

    /** Whether the number of instances follows from a load, now or in place of something else. */
    boolean isSized() {
        return load.isFilled() || standingIn().isPresent();
    }

    /** The load that needs most in the place of what is down, if it is a fallback that nobody visits otherwise. */
    private Optional<Load> standingIn() {
        return standingIn.get();
    }

    private Optional<Load> findStandingIn() {
        return load.isFallback() ? architecture.takeovers().most(load.component()) : Optional.empty();
    }

    /** The resources that limit it; of a fallback, as in the place of what is down. */
    List<Resource<?>> resources() {
        return standingIn().orElse(load).demand().resources();
    }

    /** How many instances that are full carry the peak, if each shard is the hottest. */
    Count leastNeeded() {
        return leastNeeded(resources());
    }

    private static Count leastNeeded(List<Resource<?>> resources) {
        Ratio full = ratio(1);
        for (Resource<?> resource : resources) {
            full = full.max(resource.full());
        }
        return full.ceil();
    }

    /**
     * How many instances of the hottest shard must be up, where the load is a range another number in each case: all
     * that there are where that is too few, since a utilization says so; at the best guess where they are not always as
     * many.
     */
    Count enough(int members, int shards) {
        Count known = enough;
        if (known == null) {
            known = enough(members, shards, leastNeeded());
            enough = known;
        }
        return known;
    }

    /** How many of any other shard. */
    Count enoughOfOthers(int members, int shards) {
        Demand demand = standingIn().orElse(load).demand();
        return enough(members, shards, leastNeeded(demand.others().resources()));
    }

    private Count enough(int members, int shards, Count least) {
        Count drawn = least.div(shards).ceil().min(count(members));
        return !instances().isUncertain() && drawn.isUncertain()
                ? drawn.named(name + " instances that must be up")
                : count(drawn.value());
    }

    /**
     * One in the cases in which it carries its load and two in those that overload it, if each are one of two thousand:
     * what is drawn is no longer the same as what other calls need. Where no other does, however rare each are.
     */
    Optional<Count> carrying(boolean isOnlyThere) {
        double least = isOnlyThere ? NEVER : RARE;
        double share = carried.get();
        return share > least && share < 1 - least ? Optional.of(carrying.get()) : Optional.empty();
    }

    private Count findCarrying() {
        return load.utilization().ceil().max(count(1)).min(count(2)).named(name + " instances that carry it");
    }

    /** In how many cases that is one. */
    private double findCarried() {
        Count loads = carrying.get();
        Simulation few = Simulation.of(loads).withSamples(1024);
        return few.summary(loads).probabilityAtMost(count(1)).value().value();
    }

    /** The instances of all shards, each of which has as many as the hottest needs. */
    Count enough(String what) {
        if (!load.isLimited()) {
            return traits.shards().orElse(count(1));
        }
        Count all = servers().servers();
        return traits.shards()
                .map(shards -> all.named(what + " of a shard").times(shards.toRatio()))
                .orElse(all)
                .named(what);
    }

    private Servers servers() {
        Servers.Builder servers = Servers.builder();
        traits.targetUtilization().ifPresent(servers::targetUtilization);
        traits.spares().ifPresent(servers::spares);
        if (traits.zones() > 1) {
            servers.zones(count(traits.zones()).orNamed(name + " zones"))
                    .zonesThatMayFail(count(traits.zonesThatMayFail()).orNamed(name + " zones that may fail"));
        }
        load.demand()
                .resources()
                .forEach(resource -> resource.ofShard(traits.shards()).limit(servers, target(), name));
        return servers.build();
    }

    private Share target() {
        return traits.targetUtilization()
                .orElseGet(() ->
                        assumeDefault("target utilization", percent(70), "room for the part of a server that fails"));
    }

    /** Whether there are as many instances as its load needs, so that threads alone can be overloaded. */
    boolean isAlwaysEnough() {
        return !load.hasFixedInstances() && !target().isUncertain() && target().value() < 1;
    }

    /**
     * What stands behind the number of instances, as in ' for workers at 70%, including 2 to spare, with 1 of 3 zones
     * lost', and ': 6 shards, one instance in each of 3 zones'.
     */
    String margin() {
        Servers servers = standingIn().orElse(load).sizing().servers();
        if (isOneEach(servers)) {
            return ": " + traits.shards().map(shards -> shards + " shards, ").orElse("") + "one instance "
                    + (traits.zones() == 1 ? "each" : "in each of " + traits.zones() + " zones");
        }
        String spares = traits.spares()
                .filter(some -> some.isUncertain() || some.value() > 0)
                .map(some -> ", including " + some + " to spare")
                .orElse("");
        int lost = traits.zonesThatMayFail();
        return " for " + binding(servers) + spares
                + (lost > 0 ? ", with " + lost + " of " + traits.zones() + " zones lost" : "");
    }

    /** Whether one instance is enough in each place, of which there are several. */
    private boolean isOneEach(Servers servers) {
        Count zones = count(traits.zones());
        Count places =
                traits.shards().map(shards -> shards.times(zones.toRatio())).orElse(zones);
        return places.value() > 1
                && needed().value() == places.value()
                && !needed().isUncertain()
                && servers.needed().value() == 1;
    }

    /** What needs the most instances at the best guess, and how full it may be: 'workers at 70%'. */
    private String binding(Servers servers) {
        String binding = servers.bindingLimit();
        Resource<?> resource = Refusal.find(resources(), each -> each.of(name), "limit", binding);
        Servers.Limit limit = Refusal.find(servers.limits(), Servers.Limit::name, "limit", binding);
        return resource.name() + " at "
                + limit.targetUtilization()
                        .filter(Defaults::isDefault)
                        .map(full -> full + ", free space counted already")
                        .orElseGet(() -> target().toString());
    }
}
