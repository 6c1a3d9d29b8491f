package dev.estimator.quantity;

import dev.estimator.internal.latency.Leaf;
import dev.estimator.internal.latency.Plan;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import java.util.stream.Collectors;

/** What a latency says of itself at a prompt and in the table of a critical path. */
final class LatencyText {
    private LatencyText() {}

    /** The median and the 99th percentile, with ranges if there are any; of what is always the same that time. */
    static String of(Latency latency) {
        if (latency.plan() instanceof Leaf.Always) {
            return latency.parameters.inputs()[0].toString();
        }
        return latency.parameters.isUncertain() ? withRanges(latency) : bestGuesses(latency);
    }

    private static String bestGuesses(Latency latency) {
        return bothOf(bestGuess(latency, 0.5), bestGuess(latency, 0.01));
    }

    /** Without a step. */
    private static String bestGuess(Latency latency, double share) {
        return text(latency.composition.exceededBy(share, latency.parameters.bestGuesses()));
    }

    /** A thousand draws are enough for two digits. */
    private static String withRanges(Latency latency) {
        try {
            TimeSpan p50 = latency.p50();
            TimeSpan p99 = latency.p99();
            Simulation simulation = Simulation.of(p50, p99).withSamples(1024);
            return bothOf(ranged(p50, simulation), ranged(p99, simulation));
        } catch (ArithmeticException e) {
            return bestGuesses(latency) + " (no range: " + e.getMessage() + ")";
        }
    }

    private static String bothOf(String p50, String p99) {
        return "p50 " + p50 + ", p99 " + p99;
    }

    private static String ranged(TimeSpan time, Simulation simulation) {
        Summary<TimeSpan> summary = simulation.summary(time);
        TimeSpan low = summary.p5();
        TimeSpan high = summary.p95();
        boolean isSame = high.value - low.value <= 1e-9 * high.value;
        return isSame ? text(time.value) : summary.range(QuantityWriter::range);
    }

    private static String text(double seconds) {
        return Double.isNaN(seconds) ? "unknown" : QuantityWriter.summary(Kind.TIME, seconds);
    }

    /** A name, or how it is made. */
    static String label(Latency latency) {
        String name = latency.name();
        if (name != null) {
            return name;
        }
        return latency.plan() instanceof Plan.AtOnce plan && !latency.atOnce().isEmpty()
                ? plan.which()
                        + latency.atOnce().stream().map(LatencyText::label).collect(Collectors.joining(", ", "(", ")"))
                : written(latency);
    }

    private static String written(Latency latency) {
        String text = latency.plan().text();
        Quantity<?>[] inputs = latency.parameters.inputs();
        for (int i = 0; i < inputs.length; i++) {
            text = text.replace("{" + i + "}", QuantityWriter.summary(inputs[i].kind(), inputs[i].value));
        }
        return text;
    }
}
