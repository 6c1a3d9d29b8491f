package dev.estimator.vectors;

import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.Bottleneck;
import dev.estimator.queueing.ErlangB;
import dev.estimator.queueing.ErlangC;
import dev.estimator.queueing.FiniteQueue;
import dev.estimator.queueing.GeneralQueue;
import dev.estimator.queueing.Staffing;
import dev.estimator.vectors.Operations.Operation;
import java.util.Map;

/** The operations of the vectors about queueing. */
final class QueueingOperations {
    static final Map<String, Operation> ALL = Map.of(
            "bottleneck.serial",
            QueueingOperations::bottleneck,
            "erlangB.blocking",
            in -> Map.of(
                    "blockingProbability",
                    ErlangB.ofLoad(in.count("offeredLoad"), in.count("servers"))
                            .blocking()
                            .value()),
            "erlangB.maxLoad",
            in -> Map.of(
                    "offeredLoad",
                    ErlangB.greatestLoad(in.count("servers"), Share.of(in.number("targetBlocking")))
                            .value()),
            "erlangC.waitProbability",
            in -> Map.of(
                    "waitProbability",
                    ErlangC.of(qps(in.number("offeredLoad")), seconds(1), in.count("servers"))
                            .waitProbability()
                            .value()),
            "mmc.metrics",
            QueueingOperations::metrics,
            "mmc.serviceLevel",
            QueueingOperations::serviceLevel,
            "mmck.metrics",
            QueueingOperations::finite,
            "mg1.meanWait",
            in -> Map.of(
                    "meanWait",
                    GeneralQueue.builder()
                            .arrivalRate(in.rate("arrivalRate"))
                            .serviceTime(in.time("serviceTime"))
                            .serviceVariability(ratio(in.number("serviceScv")))
                            .build()
                            .meanWait()
                            .to(SECONDS)),
            "ggc.meanWait",
            QueueingOperations::general,
            "halfinWhitt.beta",
            in -> Map.of(
                    "beta",
                    Staffing.beta(Share.of(in.number("waitProbability"))).value()));

    private QueueingOperations() {}

    private static Map<String, Double> bottleneck(Inputs in) {
        double[] capacities = in.numbers("capacities");
        double[] visits = in.numbers("visits");
        Bottleneck.Builder builder = Bottleneck.builder();
        for (int i = 0; i < capacities.length; i++) {
            builder.stage(Integer.toString(i), qps(capacities[i]), ratio(visits[i]));
        }
        Bottleneck stages = builder.build();
        Qps half = stages.capacity().div(2);
        return Map.of(
                "capacity", stages.capacity().to(PER_SECOND),
                "bottleneck", Double.valueOf(stages.bindingStage()),
                "utilisationAtHalf[2]", stages.utilization("2", half).value());
    }

    private static Map<String, Double> metrics(Inputs in) {
        ErlangC queue = ErlangC.of(in.rate("arrivalRate"), serviceTime(in), in.count("servers"));
        return Map.of(
                "utilisation", queue.utilization().value(),
                "waitProbability", queue.waitProbability().value(),
                "meanQueue", queue.meanQueue().value(),
                "meanWait", queue.meanWait().to(SECONDS),
                "meanResponse", queue.meanLatency().to(SECONDS),
                "meanInSystem", queue.meanInSystem().value());
    }

    private static Map<String, Double> serviceLevel(Inputs in) {
        Qps rate = in.count("arrivals").per(in.time("per"));
        ErlangC queue = ErlangC.of(rate, in.time("serviceTime"), in.count("servers"));
        return Map.of(
                "offeredLoad", queue.load().value(),
                "waitProbability", queue.waitProbability().value(),
                "serviceLevel", queue.serviceLevel(in.time("answerWithin")).value(),
                "meanWait", queue.meanWait().to(SECONDS),
                "utilisation", queue.utilization().value());
    }

    private static Map<String, Double> finite(Inputs in) {
        FiniteQueue queue =
                FiniteQueue.of(in.rate("arrivalRate"), serviceTime(in), in.count("servers"), in.count("capacity"));
        return Map.of(
                "emptyProbability", queue.emptyProbability().value(),
                "blockingProbability", queue.blocking().value(),
                "meanInSystem", queue.meanInSystem().value(),
                "meanResponse", queue.meanLatency().to(SECONDS),
                "meanWait", queue.meanWait().to(SECONDS),
                "throughput", queue.throughput().to(PER_SECOND),
                "utilisation", queue.utilization().value());
    }

    private static Map<String, Double> general(Inputs in) {
        TimeSpan serviceTime = in.time("serviceTime");
        Count servers = in.count("servers");
        GeneralQueue queue = GeneralQueue.builder()
                .arrivalRate(servers.times(in.number("utilisation")).per(serviceTime))
                .serviceTime(serviceTime)
                .servers(servers)
                .arrivalVariability(ratio(in.number("arrivalScv")))
                .serviceVariability(ratio(in.number("serviceScv")))
                .build();
        return Map.of("meanWait", queue.meanWait().to(SECONDS));
    }

    /** The vectors have how many a server serves. */
    private static TimeSpan serviceTime(Inputs in) {
        return Count.of(1).div(in.rate("serviceRate"));
    }
}
