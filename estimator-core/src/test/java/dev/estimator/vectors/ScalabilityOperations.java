package dev.estimator.vectors;

import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.scaling.LoadTest;
import dev.estimator.scaling.Scalability;
import dev.estimator.scaling.ScalabilityFit;
import dev.estimator.vectors.Operations.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The operations of the vectors about scalability. */
final class ScalabilityOperations {
    static final Map<String, Operation> ALL = Map.of(
            "usl.fit", ScalabilityOperations::fit,
            "usl.predict", ScalabilityOperations::predict);

    private ScalabilityOperations() {}

    private static Map<String, Double> fit(Inputs in) {
        double[] loads = numbers(in, "concurrency");
        double[] throughputs = numbers(in, "throughput");
        LoadTest.Builder test = LoadTest.builder();
        for (int i = 0; i < loads.length; i++) {
            test.point(Count.of(loads[i]), Qps.of(throughputs[i], PER_SECOND));
        }
        ScalabilityFit fit = test.build().fit();
        Scalability law = fit.scalability();
        return Map.of(
                "contention", law.contention().value(),
                "coherency", law.coherency().value(),
                "singleUserThroughput", law.throughputOfOne().to(PER_SECOND),
                "residualSumOfSquares", fit.residualSumOfSquares(),
                "residualStandardError", fit.residualStandardError().to(PER_SECOND),
                "peakConcurrency", law.peakConcurrency().value(),
                "peakThroughput", law.peakThroughput().to(PER_SECOND));
    }

    private static Map<String, Double> predict(Inputs in) {
        Scalability law = Scalability.of(
                in.rate("singleUserThroughput"), Share.of(in.number("contention")), Ratio.of(in.number("coherency")));
        double[] loads = numbers(in, "concurrency");
        Map<String, Double> outputs = new HashMap<>();
        for (int i = 0; i < loads.length; i++) {
            Count load = Count.of(loads[i]);
            outputs.put("throughput[" + i + "]", law.throughputAt(load).to(PER_SECOND));
            outputs.put("latency[" + i + "]", law.latencyAt(load).to(SECONDS));
        }
        return outputs;
    }

    private static double[] numbers(Inputs in, String name) {
        JsonObject input = in.json().getAsJsonObject(name);
        return StreamSupport.stream(input.getAsJsonArray("value").spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }
}
