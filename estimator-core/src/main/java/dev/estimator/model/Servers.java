package dev.estimator.model;

import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Defaults;
import dev.estimator.internal.input.ModelName;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.SerialRecord;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.queueing.Staffing;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.immutables.value.Value;

/**
 * How many servers are needed, when each has only so much of several resources, some are spare, and a zone may fail.
 *
 * <p>Ceilings are taken over quotients as they are meant: 3720 ÷ 100 ÷ 0.31 is 120 servers, although in binary floating
 * point it is a little more.
 */
@Value.Immutable
@SuppressWarnings({"exports", "serial"}) // Value is needed at build time only; lists are serializable
public abstract class Servers implements WithServers, Model, Serializable {
    private static final long serialVersionUID = 1L;

    /** What {@link Staffing.Staff} calls its steps. */
    private static final List<String> STEPS_OF_STAFF = List.of(
            "load", "servers", "servers for waits", "servers for utilization", "servers for waits and utilization");

    /** What it calls its inputs, beside the longest waits and latencies of each percentile. */
    private static final List<String> INPUTS_OF_STAFF =
            List.of("arrival rate", "service time", "most that may wait", "max utilization");

    Servers() {}

    /**
     * Returns what goes before the names of the parts of this model, as in 'api: spares'; nothing unless set.
     *
     * @return the name of the model
     */
    public abstract Optional<String> name();

    /**
     * Returns the resources that limit a server.
     *
     * @return the limits, at least one, with different names
     */
    public abstract List<Limit> limits();

    /**
     * Returns how much of a server may be used, above 0 %; 70 % unless set. A demand that counts free space already, as
     * {@link Storage#physical()} does where some is set, may fill its disks and has no part in this.
     *
     * @return the target utilization of limits that have none of their own
     */
    @Value.Default
    public Share targetUtilization() {
        return usualTarget();
    }

    /** What is usual for the resources that limit a server, by their kind. */
    private Share usualTarget() {
        List<Ratio> loads = limits().stream()
                .filter(limit ->
                        limit.targetUtilization().isEmpty() && limit.needed().isEmpty())
                .map(Limit::load)
                .toList();
        return own().ofDefault(assumeDefault("target utilization", percent(70), HeadRoom.reason(loads)));
    }

    /**
     * Returns how many servers to have beyond those needed; none unless set.
     *
     * @return the spares, a whole number
     */
    @Value.Default
    public Count spares() {
        return assumeDefault("spares", count(0), "none");
    }

    /**
     * Returns over how many zones the servers are spread evenly; 1 unless set.
     *
     * @return the zones, a whole number
     */
    @Value.Default
    public Count zones() {
        return assumeDefault("zones", count(1), "one place");
    }

    /**
     * Returns how many zones may fail at once while the rest still carries the demand; none unless set.
     *
     * @return the zones, a whole number below {@link #zones()}
     */
    @Value.Default
    public Count zonesThatMayFail() {
        return assumeDefault("zones that may fail", count(0), "none");
    }

    /** Refuses what makes no sense; defaults go by the name of this model. */
    @Value.Check
    Servers check() {
        if (limits().isEmpty()) {
            throw new IllegalStateException("no limit is set: add at least one with limit(name, demand, perServer)");
        }
        if (limits().stream().map(Limit::name).distinct().count() < limits().size()) {
            throw new IllegalArgumentException(
                    "limits must have different names but were " + Refusal.names(limits(), Limit::name));
        }
        Refusal.aboveZero(targetUtilization(), "targetUtilization");
        limits().stream()
                .flatMap(limit -> limit.targetUtilization().stream())
                .forEach(target -> Refusal.aboveZero(target, "targetUtilization"));
        sparesNamed();
        zonesThatMayFailNamed();
        return withTargetUtilization(targetOfKinds())
                .withSpares(own().ofDefault(spares()))
                .withZones(own().ofDefault(zones()))
                .withZonesThatMayFail(own().ofDefault(zonesThatMayFail()));
    }

    /**
     * Returns how many servers one resource needs: {@code ⌈demand ÷ per server ÷ target utilization⌉}, or
     * {@code ⌈workers ÷ workers per server⌉} if waits decide.
     *
     * @param limit the name of the limit
     * @return the servers, whole
     * @throws IllegalArgumentException if there is no such limit
     */
    public Count needed(String limit) {
        return needed(find(limit));
    }

    /**
     * Returns how many servers are needed: the most that any resource needs.
     *
     * @return the servers, whole, without spares
     */
    public Count needed() {
        Count most = limits().stream().map(this::needed).reduce(Count::max).orElseThrow();
        return limits().size() == 1 ? most : most.named(part("servers needed"));
    }

    /**
     * Returns the resource that needs the most servers.
     *
     * @return the name of the limit that binds
     */
    public String bindingLimit() {
        return limitsByNeed().get(0);
    }

    /**
     * Returns the resource that binds next, when there is more of the first; all of them are {@link #limitsByNeed}.
     *
     * @return the name of the second limit, or 'none' if only one was set
     */
    public String nextLimit() {
        return limitsByNeed().stream().skip(1).findFirst().orElse("none");
    }

    /**
     * Returns the resources by how many servers they need, before rounding up, the most first.
     *
     * @return the names of the limits
     */
    public List<String> limitsByNeed() {
        return limits().stream()
                .sorted(Comparator.comparing(this::exactNeed).reversed())
                .map(Limit::name)
                .toList();
    }

    /**
     * Returns how many servers stand in each zone: {@code ⌈(needed + spares) ÷ (zones − zones that may fail)⌉}.
     *
     * @return the servers of a zone, whole
     */
    public Count perZone() {
        return inEachZone().named(part("servers per zone"));
    }

    private Count inEachZone() {
        return needed().plus(sparesNamed()).div(survivingZones()).ceil();
    }

    /** As many for each of some zones; nobody hears of the servers per zone who never spoke of zones. */
    private Count in(Count zones) {
        boolean isOfZones = zones().value() > 1 || !Defaults.isDefault(zones());
        return (isOfZones ? perZone() : inEachZone()).times(zones);
    }

    /**
     * Returns how many servers there are, with spares, in all zones: {@code servers per zone × zones}.
     *
     * @return the servers in all, whole
     */
    public Count servers() {
        return in(zonesNamed()).named(part("servers"));
    }

    /**
     * Returns how much of a resource is used when all servers are up: {@code demand ÷ (per server × servers)}.
     *
     * @param limit the name of the limit
     * @return the utilization after rounding up
     * @throws IllegalArgumentException if there is no such limit
     */
    public Share utilization(String limit) {
        return utilization(find(limit), servers()).named(part(limit + " utilization"));
    }

    /**
     * Returns how much of a resource is used when as many zones have failed as may fail.
     *
     * @param limit the name of the limit
     * @return the utilization of the servers that are left
     * @throws IllegalArgumentException if there is no such limit
     */
    public Share utilizationAfterZoneLoss(String limit) {
        Count left = in(survivingZones()).named(part("servers left"));
        return utilization(find(limit), left).named(part(limit + " utilization after zone loss"));
    }

    @Override
    public List<Answers> answers() {
        List<Supplier<Quantity<?>>> numbers = new ArrayList<>();
        if (limits().size() > 1) {
            limitsByNeed().forEach(limit -> numbers.add(() -> needed(limit)));
        }
        numbers.addAll(List.of(this::needed, this::servers));
        String binding =
                part(binding()) + (limits().size() > 1 ? ", then by " + nextLimit() : "; no other limit was set");
        return List.of(Answers.of("Servers", numbers), Answers.words("Bottleneck", binding));
    }

    /** Returns the servers and what binds, as in '72 servers, bound by requests'. */
    @Override
    public String toString() {
        Count total = servers();
        return part(total + (total.value() == 1 ? " server" : " servers") + ", " + binding());
    }

    /**
     * Begins a model of servers.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the demands and limits of servers. */
    public static final class Builder extends ImmutableServers.Builder {
        Builder() {}

        /**
         * Adds a resource: requests, network, memory, disk, IOPS, connections. Disks for a {@link Storage} that leaves
         * space free are filled, whatever the target utilization of the model: nothing is left free twice. Where sizes
         * without any were added to that, the target applies to those alone: {@code counted ÷ per server + rest ÷ per
         * server ÷ target}.
         *
         * @param name what it is
         * @param demand how much of it is needed in all
         * @param perServer how much of it one server has, above zero
         * @param <Q> the type of quantity
         * @return this builder
         * @throws ArithmeticException if a server has none of it
         */
        public <Q extends Amount<Q>> Builder limit(String name, Q demand, Q perServer) {
            Ratio load = load(name, demand, perServer);
            Optional<Share> target = HeadRoom.isCountedIn(demand)
                    ? Optional.of(assumeDefault(
                            name + " target utilization", percent(100), "its demand counts free space already"))
                    : Optional.empty();
            return addLimits(new Limit(name, load, target, Optional.empty()));
        }

        /**
         * Adds a resource with a target utilization of its own.
         *
         * @param name what it is
         * @param demand how much of it is needed in all
         * @param perServer how much of it one server has, above zero
         * @param targetUtilization how much of it may be used, above 0 %
         * @param <Q> the type of quantity
         * @return this builder
         * @throws ArithmeticException if a server has none of it
         */
        public <Q extends Amount<Q>> Builder limit(String name, Q demand, Q perServer, Share targetUtilization) {
            Share target = Refusal.named(targetUtilization, "targetUtilization", name + " target utilization");
            return addLimits(new Limit(name, load(name, demand, perServer), Optional.of(target), Optional.empty()));
        }

        /**
         * Adds what requests wait for: workers, each busy with one request at a time, as many as keep waits short
         * enough. This takes the place of a target utilization. One line is before the workers of all servers:
         * {@code limit("requests", Staffing.of(qps(900), ms(50)).forWait(99, ms(20)), count(8))}.
         *
         * @param name what it is
         * @param workers how many workers there must be
         * @param workersPerServer how many one server has: threads, processes, cores; a whole number above zero
         * @return this builder
         * @throws IllegalArgumentException if a server has no worker, or a part of one
         */
        public Builder limit(String name, Staffing.Staff workers, Count workersPerServer) {
            Count some = Refusal.named(workersPerServer, "workersPerServer", "workers per server");
            Count perServer = Refusal.whole(Refusal.aboveZero(some, "workersPerServer"), "workersPerServer");
            Ratio needed = requireNonNull(workers, "workers").servers().div(perServer);
            Optional<Share> most = workers.serversForUtilization().flatMap(Builder::mostBusy);
            return addLimits(new Limit(name, workers.load().div(perServer), most, Optional.of(needed)));
        }

        /** The limit in {@code ⌈load ÷ limit⌉}. */
        private static Optional<Share> mostBusy(Count servers) {
            Node step = Inside.node(servers);
            while (step.operands().size() == 1) {
                step = step.operands().get(0);
            }
            return step.operands().size() == 2
                            && Inside.quantity(step.operands().get(1)) instanceof Share most
                    ? Optional.of(most)
                    : Optional.empty();
        }

        private static <Q extends Amount<Q>> Ratio load(String name, Q demand, Q perServer) {
            Q counted = Inside.ofHad(requireNonNull(demand, "demand"), requireNonNull(perServer, "perServer"), name);
            Q all = Refusal.named(counted, "demand", name + " demand");
            Q each = Refusal.named(Inside.ofNeeded(perServer, all), "perServer", name + " per server");
            return all.div(each);
        }

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("servers");
        }
    }

    private ModelName own() {
        return new ModelName(name());
    }

    private String part(String part) {
        return own().of(part);
    }

    /** The target utilization, with the reason that suits the limits if it is a default. */
    private Share targetOfKinds() {
        Share usual = usualTarget();
        boolean isToBeChanged =
                Defaults.isDefault(targetUtilization()) && !Inside.node(usual).equals(Inside.node(targetUtilization()));
        return isToBeChanged ? usual : targetUtilization();
    }

    private Ratio exactNeed(Limit limit) {
        return limit.needed().map(needed -> own(limit, needed)).orElseGet(() -> loadAtTarget(limit));
    }

    private Ratio loadAtTarget(Limit limit) {
        Share target = limit.targetUtilization()
                .map(own -> own(limit, own))
                .orElseGet(() -> targetUtilization().orNamed(part("target utilization")));
        Ratio load = own(limit, limit.load());
        Optional<Ratio> ofParts =
                limit.targetUtilization().isPresent() ? Optional.empty() : HeadRoom.ofParts(load, target, limit.name());
        return ofParts.orElseGet(() -> load.div(target));
    }

    /** What binds, whether it does in all cases, and that a target that was stated is not for it. */
    private String binding() {
        Limit limit = find(bindingLimit());
        boolean isFilled = limit.targetUtilization().filter(Defaults::isDefault).isPresent()
                && !Defaults.isDefault(targetUtilization());
        List<Node> needs =
                limits().stream().map(each -> Inside.node(exactNeed(each))).toList();
        return VerdictText.boundBy(
                limit.name() + (isFilled ? " (filled to 100%: its demand counts free space already)" : ""),
                Engine.mayBeExceeded(Inside.node(exactNeed(limit)), needs));
    }

    /** A number of a limit with the name of this model before its parts. */
    private <Q> Q own(Limit limit, Q number) {
        String name = limit.name();
        Q named = own().ofParts(
                        number,
                        name + " demand",
                        name + " per server",
                        name + " target utilization",
                        "workers per server");
        return limit.needed().isEmpty()
                ? named
                : own().ofParts(
                                named,
                                STEPS_OF_STAFF,
                                part -> INPUTS_OF_STAFF.contains(part) || part.startsWith("longest "));
    }

    private Count needed(Limit limit) {
        return exactNeed(limit).ceil().named(part("servers by " + limit.name()));
    }

    private Share utilization(Limit limit, Count servers) {
        return own(limit, limit.load()).div(servers.toRatio()).toShare();
    }

    private Count survivingZones() {
        return zonesNamed().minus(zonesThatMayFailNamed()).named(part("zones left"));
    }

    private Count sparesNamed() {
        return Refusal.whole(spares().orNamed(part("spares")), "spares");
    }

    private Count zonesNamed() {
        return Refusal.whole(zones().orNamed(part("zones")), "zones");
    }

    private Count zonesThatMayFailNamed() {
        Count some = Refusal.whole(zonesThatMayFail().orNamed(part("zones that may fail")), "zonesThatMayFail");
        return Refusal.kept(some, "zonesThatMayFail", Side.BELOW, zonesNamed());
    }

    private Limit find(String name) {
        return Refusal.find(limits(), Limit::name, "limit", name);
    }

    /**
     * One resource of which a server has only so much.
     *
     * @param name the resource, such as 'requests', 'network', 'memory'
     * @param load the demand ÷ what one server has: how many servers would be full of it
     * @param targetUtilization how much of it may be used; that of the {@link Servers} if empty and waits do not decide
     * @param needed how many servers keep waits short enough, if that decides in place of a target utilization
     */
    public record Limit(String name, Ratio load, Optional<Share> targetUtilization, Optional<Ratio> needed)
            implements Serializable {
        /**
         * Refuses a blank name.
         *
         * @param name the resource, such as 'requests', 'network', 'memory'
         * @param load the demand ÷ what one server has: how many servers would be full of it
         * @param targetUtilization how much of it may be used; that of the {@link Servers} if empty and waits do not
         *     decide
         * @param needed how many servers keep waits short enough, if that decides in place of a target utilization
         */
        public Limit {
            requireNonNull(load, "load");
            requireNonNull(targetUtilization, "targetUtilization");
            requireNonNull(needed, "needed");
            ModelInputs.notBlank(name, "name");
        }

        private Object writeReplace() {
            return SerialRecord.of(this);
        }
    }
}
