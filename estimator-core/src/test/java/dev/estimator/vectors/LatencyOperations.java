package dev.estimator.vectors;

import static dev.estimator.quantity.Units.SECONDS;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Share;
import dev.estimator.vectors.Operations.Operation;
import java.util.Map;

/** The operations of the vectors about latency. */
final class LatencyOperations {
    static final Map<String, Operation> ALL = Map.of(
            "fanout.maxFanOut",
            in -> Map.of(
                    "fanOut",
                    Latency.maxFanOut(Share.of(in.number("slowProbability")), Share.of(in.number("maxSlow")))
                            .value()),
            "latency.sumQuantile",
            LatencyOperations::sumQuantile);

    private LatencyOperations() {}

    private static Map<String, Double> sumQuantile(Inputs in) {
        if (!in.text("distribution").equals("exponential")) {
            throw new IllegalArgumentException("unknown distribution " + in.text("distribution"));
        }
        Latency call = Latency.exponential(in.time("mean"));
        int calls = in.whole("calls");
        double percent = 100 * in.number("quantile");
        Latency sum = call.inARow(calls);
        return Map.of(
                "quantile",
                sum.percentile(percent).to(SECONDS),
                "sumOfQuantiles", // what it is not
                calls * call.percentile(percent).to(SECONDS),
                "mean",
                sum.mean().to(SECONDS));
    }
}
