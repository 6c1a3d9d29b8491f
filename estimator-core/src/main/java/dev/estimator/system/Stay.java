package dev.estimator.system;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ns;
import static dev.estimator.quantity.Quantities.ratio;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.PartOf;
import dev.estimator.internal.input.Lazy;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.GeneralQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The time that a visit spends in a component: round trip, queueing and service, without the components it calls. */
final class Stay {
    static final Latency ENDLESS =
            Latency.of(Inside.like(ns(0), Double.POSITIVE_INFINITY).named("wait for what is overloaded"));
    static final Latency NONE = Latency.of(ns(0));

    private final Load load;
    private final Demand demand;
    private final Demand others;
    private final Component component;
    private final Traits traits;
    private final Supplier<Optional<Latency>> usual;
    private final Supplier<Optional<TimeSpan>> endless;
    private final Supplier<Optional<TimeSpan>> endlessOfOthers;

    /** Of visits of the hottest shard, if there are others, and of those; of one kind if both are the same. */
    Stay(Load load, Demand demand, Demand others) {
        this.load = load;
        this.demand = demand;
        this.others = others;
        this.component = load.component();
        this.traits = component.traits();
        this.usual = Lazy.of(() -> made(traits.serviceTime()));
        this.endless = Lazy.of(() -> endless(demand));
        this.endlessOfOthers = demand == others ? endless : Lazy.of(() -> endless(others));
    }

    private Optional<TimeSpan> endless(Demand of) {
        return demand.counted() == Waits.ALL && isWaiting() ? Endless.of(load, of) : Optional.empty();
    }

    /** The latency of a visit with the usual service time. */
    Optional<Latency> latency() {
        return usual.get();
    }

    /** The latency of all visits: the mixture of those with different service times, by their rates. */
    Optional<Latency> latencyOfAll() {
        List<Map.Entry<TimeSpan, Qps>> kinds = demand.kinds(load.instances());
        if (kinds.size() < 2) {
            return latency(kinds.stream().map(Map.Entry::getKey).findFirst())
                    .filter(latency -> load.hasLatency() || !kinds.isEmpty());
        }
        List<Latency> parts = new ArrayList<>(waits());
        @Nullable Qps before = null;
        @Nullable Latency mixed = null;
        for (Map.Entry<TimeSpan, Qps> kind : kinds) {
            Latency one = withoutWait(Optional.of(kind.getKey())).orElseThrow();
            before = before == null ? kind.getValue() : before.plus(kind.getValue());
            mixed = mixed == null
                    ? one
                    : Latency.mix(kind.getValue().div(before).toShare(), one, mixed);
        }
        parts.add(requireNonNull(mixed));
        return StepSums.inSequence(parts).map(latency -> latency.named(component.name()));
    }

    /** The mean over all visits. */
    Optional<TimeSpan> meanOfAll() {
        Count instances = load.instances();
        boolean isUsual = demand.kinds(instances).isEmpty();
        return mean(isUsual ? Optional.empty() : Optional.of(demand.meanServiceTime(instances)))
                .filter(mean -> load.hasLatency() || !isUsual);
    }

    /** The latency of a visit with a given service time; empty for the usual one. */
    Optional<Latency> latency(Optional<TimeSpan> taking) {
        return taking.isPresent() ? made(taking) : latency();
    }

    private Optional<Latency> made(Optional<TimeSpan> taking) {
        List<Latency> parts = new ArrayList<>(waits());
        withoutWait(taking).ifPresent(parts::add);
        return StepSums.inSequence(parts).map(latency -> latency.named(component.name()));
    }

    /** The waits, one for each queue; one for all where only the hottest shard is full. */
    List<Latency> waits() {
        if (!isWaiting()) {
            return List.of();
        }
        if (demand == others || full(demand).isEmpty()) {
            return lines(demand).waits();
        }
        Latency other = StepSums.inSequence(lines(others).waits()).orElse(NONE);
        return List.of(Latency.mix(demand.hottest(1), ENDLESS, other));
    }

    /** Whether there are lines. */
    private boolean isWaiting() {
        if (demand.counted() == Waits.NONE) {
            return false;
        }
        requireNotFull(others);
        return load.isVisited();
    }

    /** The waits of visits that arrive together, if they share one queue. */
    List<Latency> commonWaits() {
        return hasOneLine() ? waits() : List.of();
    }

    boolean hasOneLine() {
        return traits.isOneLine() || load.instances().equals(count(1));
    }

    /** Round trip and service, and the wait for what is full without a line. */
    Optional<Latency> withoutWait(Optional<TimeSpan> taking) {
        List<Latency> parts = new ArrayList<>(component.traits().ways());
        if (traits.latency().isEmpty()) {
            Ratio variability = traits.variability().orElse(ratio(1));
            taking.or(traits::serviceTime).ifPresent(mean -> parts.add(GeneralQueue.service(mean, variability)));
        }
        endless().ifPresent(parts::add);
        return StepSums.inSequence(parts);
    }

    private Optional<Latency> endless() {
        Optional<Latency> other = endlessOfOthers.get().map(Latency::of);
        return demand == others || endless.get().isEmpty()
                ? other
                : endless.get().map(most -> Latency.mix(demand.hottest(1), Latency.of(most), other.orElse(NONE)));
    }

    Optional<TimeSpan> mean(Optional<TimeSpan> taking) {
        boolean isWaiting = isWaiting();
        if (isWaiting) {
            requireNotFull(demand);
        }
        Stream<TimeSpan> waiting = isWaiting ? lines(demand).meanWaits().stream() : Stream.of();
        Stream<TimeSpan> ways = component.traits().ways().stream().map(Latency::mean);
        Stream<TimeSpan> work = traits.latency().isPresent() ? Stream.of() : taking.or(traits::serviceTime).stream();
        return StepSums.sum(
                        Stream.of(ways, waiting, work, endless.get().stream()).flatMap(parts -> parts))
                .map(mean -> Note.mark(mean.named(component.name() + " mean latency"), new PartOf(component.name())));
    }

    private Optional<Resource<?>> full(Demand of) {
        return load.fullness().full(demand.counted(), of);
    }

    private void requireNotFull(Demand of) {
        if (full(of).isPresent()) {
            Resource<?> full = full(demand).orElseThrow();
            Ratio busy = full.utilization(load.instances());
            String most = busy.isBeyond() ? "all" : NumberCells.percent(busy);
            throw new Overload("waits at " + component.name() + " would grow without end: " + most + " of the "
                    + full.name() + " would be used at peak; take more instances");
        }
    }

    private WaitingLines lines(Demand hottest) {
        return new WaitingLines(hottest, others, load.instances());
    }
}
