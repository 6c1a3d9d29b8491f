package dev.estimator.system;

import dev.estimator.internal.graph.Approximate;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.PartOf;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.BatchQueue;
import dev.estimator.queueing.ErlangC;
import dev.estimator.queueing.GeneralQueue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The lines in which a visit waits: for a thread, and for a worker; each instance has its own, unless there is one for
 * all.
 */
final class WaitingLines {
    private final Demand demand;
    private final Demand others;
    private final Traits traits;
    private final Count instances;

    /** Of visits of which those of the hottest shard, or all, wait as in one demand, and others as in another. */
    WaitingLines(Demand demand, Demand others, Count instances) {
        this.demand = demand;
        this.others = others;
        this.traits = demand.component().traits();
        this.instances = instances;
    }

    List<Latency> waits() {
        Stream<Latency> threads = traits.threads().stream()
                .map(n -> Note.markAll(
                        threadLine(n).waiting(), new PartOf(demand.component().name() + " threads")));
        return Stream.concat(threads, workers().map(n -> approximated(workerWait(n), Note::markAll)))
                .toList();
    }

    List<TimeSpan> meanWaits() {
        Stream<TimeSpan> threads = traits.threads().stream()
                .map(n -> Note.mark(
                        threadLine(n).meanWait(), new PartOf(demand.component().name() + " threads")));
        return Stream.concat(threads, workers().map(n -> approximated(meanWorkerWait(n), Note::mark)))
                .toList();
    }

    /** Where there are as many workers as threads, whoever has a thread finds one. */
    private Stream<Count> workers() {
        return traits.workers().stream()
                .filter(workers -> traits.isOneLine()
                        || traits.threads().stream().noneMatch(threads -> isAtLeast(workers, threads)));
    }

    private static boolean isAtLeast(Count workers, Count threads) {
        return !workers.isUncertain() && !threads.isUncertain() && workers.value() >= threads.value();
    }

    private <T> T approximated(T wait, BiFunction<T, Note, T> mark) {
        return demand.hasSmallerBatches()
                ? mark.apply(
                        wait,
                        new Approximate(
                                "all visits of " + demand.component().name() + " are taken to come " + demand.batch()
                                        + " at once, as in the largest burst, so that the waits of others are too long"))
                : wait;
    }

    private Latency workerWait(Count workers) {
        Latency busiest = workerLine(workers, demand.rates().shared()).waiting();
        return others == demand
                ? busiest
                : Latency.mix(
                        hot(),
                        busiest,
                        workerLine(workers, others.rates().shared()).waiting());
    }

    private TimeSpan meanWorkerWait(Count workers) {
        TimeSpan busiest = workerLine(workers, demand.rates().shared()).meanWait();
        return others == demand
                ? busiest
                : busiest.times(hot())
                        .plus(workerLine(workers, others.rates().shared())
                                .meanWait()
                                .times(hot().complement()));
    }

    private Share hot() {
        return traits.hottest().orElseThrow();
    }

    /** The line of those that come at a rate to all instances, and at another to each. */
    private Line workerLine(Count workers, Qps rate) {
        Qps ofLine = traits.isOneLine() ? rate : rate.div(instances);
        Optional<Qps> onEach = demand.rates().onEach();
        Qps all = onEach.map(each -> traits.isOneLine() ? each.times(instances.toRatio()) : each)
                .map(ofLine::plus)
                .orElse(ofLine);
        Qps arrivals = all.named(demand.component().name() + " arrivals at a line");
        Count servers = traits.isOneLine() ? workers.times(instances) : workers;
        int batch = demand.batch();
        if (batch > 1) {
            Count lines = traits.isOneLine() ? Quantities.count(1) : ofShard();
            var queue = new BatchQueue(
                    arrivals, demand.meanServiceTime(instances), servers, batch, lines, demand.variability(instances));
            return new Line(queue.meanWait(), queue::waiting);
        }
        GeneralQueue queue = GeneralQueue.builder()
                .arrivalRate(arrivals)
                .serviceTime(demand.meanServiceTime(instances))
                .servers(servers)
                .serviceVariability(demand.variability(instances))
                .build();
        return new Line(queue.meanWait(), queue::waiting);
    }

    /** The instances over which visits are spread that reach a shard together. */
    private Count ofShard() {
        return traits.shards().map(all -> instances.div(all.toRatio())).orElse(instances);
    }

    /**
     * A line for workers.
     *
     * @param meanWait how long visits wait in it on average
     * @param distribution how long each
     */
    private record Line(TimeSpan meanWait, Supplier<Latency> distribution) {
        Latency waiting() {
            return distribution.get();
        }
    }

    private Line threadLine(Count threads) {
        Work<Qps> rates = demand.rates();
        Work<Count> held = demand.held();
        Qps shared = Qps.computed("{0} ÷ {1}", new OfEach(), rates.shared(), instances);
        Qps rate = rates.onEach()
                .map(shared::plus)
                .orElse(shared)
                .named(demand.component().name() + " arrivals at the door");
        TimeSpan each = held.onEach()
                .map(part -> held.shared().div(instances.toRatio()).plus(part).div(rate))
                .orElseGet(() -> held.shared().div(rates.shared()))
                .named(demand.component().name() + " thread held");
        int batch = demand.batch();
        if (batch > 1) {
            var queue = new BatchQueue(rate, each, threads, batch, ofShard());
            return new Line(queue.meanWait(), queue::waiting);
        }
        ErlangC queue = ErlangC.of(rate, each, threads);
        return new Line(queue.meanWait(), queue::waiting);
    }

    /**
     * A part that is never nothing, so that threads which are held without an end are all in use however many instances
     * there are.
     */
    private record OfEach() implements Formula {
        @Override
        public double apply(double... inputs) {
            return Math.max(inputs[0] / inputs[1], Double.MIN_NORMAL);
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.RISING : Direction.FALLING;
        }

        @Override
        public String beyond() {
            return Resource.OVERLOADED;
        }

        @Override
        public String approximation() {
            return "threads are held as if for exponential times, whatever waits behind them: of several times as many as"
                    + " workers the mean is 2% high at 89% held, 7% at 95%, and p99 twice that; more with fewer";
        }
    }
}
