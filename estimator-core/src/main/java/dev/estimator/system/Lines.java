package dev.estimator.system;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.BatchQueue;
import dev.estimator.queueing.ErlangC;
import dev.estimator.queueing.GeneralQueue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The lines in which a visit waits: for a thread, and for a worker; each instance has its own, unless there is one for all. */
final class Lines {
    private final Demand demand;
    private final Traits traits;
    private final Count instances;

    Lines(Demand demand, Count instances) {
        this.demand = demand;
        this.traits = demand.component().traits();
        this.instances = instances;
    }

    List<Latency> waits() {
        Stream<Latency> threads =
                traits.threads().stream().map(n -> threadLine(n).waiting());
        return Stream.concat(threads, traits.workers().stream().map(this::workerWait))
                .toList();
    }

    List<TimeSpan> meanWaits() {
        Stream<TimeSpan> threads =
                traits.threads().stream().map(n -> threadLine(n).meanWait());
        return Stream.concat(threads, traits.workers().stream().map(this::meanWorkerWait))
                .toList();
    }

    private Latency workerWait(Count workers) {
        Latency busiest = workerLine(workers, demand.hottest()).waiting();
        return demand.others()
                .map(rate ->
                        Latency.mix(hot(), busiest, workerLine(workers, rate).waiting()))
                .orElse(busiest);
    }

    private TimeSpan meanWorkerWait(Count workers) {
        TimeSpan busiest = workerLine(workers, demand.hottest()).meanWait();
        return demand.others()
                .map(rate -> busiest.times(hot())
                        .plus(workerLine(workers, rate).meanWait().times(hot().complement())))
                .orElse(busiest);
    }

    private Share hot() {
        return traits.hottest().orElseThrow();
    }

    /** The line of those that come at a rate to all instances, and at another to each. */
    private Line workerLine(Count workers, Qps rate) {
        Qps ofLine = traits.isOneLine() ? rate : rate.div(instances);
        Optional<Qps> onEach = demand.rateOnEach();
        Qps all = onEach.map(each -> traits.isOneLine() ? each.times(instances.toRatio()) : each)
                .map(ofLine::plus)
                .orElse(ofLine);
        Qps arrivals = all.named(demand.component() + " arrivals at a line");
        Count servers = traits.isOneLine() ? workers.times(instances) : workers;
        int batch = demand.batch();
        if (batch > 1) {
            Count lines = traits.isOneLine() ? Quantities.count(1) : instances;
            var queue = new BatchQueue(arrivals, demand.meanServiceTime(instances), servers, batch, lines);
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

    private ErlangC threadLine(Count threads) {
        Qps shared = Qps.computed("{0} ÷ {1}", new OfEach(), demand.hottest(), instances);
        Qps rate = demand.rateOnEach()
                .map(shared::plus)
                .orElse(shared)
                .named(demand.component() + " arrivals at the door");
        TimeSpan held = demand.heldOnEach()
                .map(each -> demand.held().div(instances.toRatio()).plus(each).div(rate))
                .orElseGet(() -> demand.held().div(demand.hottest()))
                .named(demand.component() + " thread held");
        return ErlangC.of(rate, held, threads);
    }

    /** A part that is never nothing, so that threads which are held without an end are all in use however many instances there are. */
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
    }
}
