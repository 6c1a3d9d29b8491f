package dev.estimator.latency;

import dev.estimator.internal.engine.Settings;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Percentile;
import dev.estimator.internal.text.Beyond;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Describes a latency at the prompt and in the table of a critical path. */
final class LatencyText {
    private LatencyText() {}

    /**
     * The median and the 99th percentile, or those nearest to them that are known, with ranges if there are any; of
     * what is always the same that time.
     */
    static String of(Latency latency) {
        if (latency.plan() instanceof LeafPlan.Always) {
            return latency.parameters.inputs()[0].toString();
        }
        KnownPercentiles known = latency.composition.known(latency.parameters.bestGuesses());
        double[] percents = percents(latency, known);
        String percentiles =
                latency.parameters.isUncertain() ? withRanges(latency, percents) : bestGuesses(latency, percents);
        return Stream.of(
                        percentiles,
                        known.limits(),
                        percents.length == 0 ? "" : KnownPercentiles.taken(latency.plan()),
                        greatest(latency, percentiles),
                        doubt(latency))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static double[] percents(Latency latency, KnownPercentiles known) {
        if (known.limits().isEmpty()) {
            return new double[] {50, 99};
        }
        double[] all = DoubleStream.of(50, 75, 90, 95, 99)
                .filter(percent -> !Double.isNaN(bestGuess(latency, percent)))
                .toArray();
        return all.length < 2 ? all : new double[] {all[0], all[all.length - 1]};
    }

    /** Of measured times, so that one that was read in a wrong unit is seen. */
    private static String greatest(Latency latency, String before) {
        String greatest = latency.plan() instanceof LeafPlan.Measured measured ? text(measured.greatest()) : "";
        return before.endsWith(greatest) ? "" : "greatest " + greatest;
    }

    private static String doubt(Latency latency) {
        boolean isRising =
                latency.plan().leaves().anyMatch(leaf -> leaf instanceof LeafPlan.Measured m && m.isRising());
        return isRising ? "if the counts are those of all requests up to each time: Latency.ofBuckets" : "";
    }

    private static String bestGuesses(Latency latency, double... percents) {
        return Arrays.stream(percents)
                .mapToObj(percent -> of(percent, text(bestGuess(latency, percent))))
                .collect(Collectors.joining(", "));
    }

    /** Without a step. */
    private static double bestGuess(Latency latency, double percent) {
        double share = Percentile.above(percent).doubleValue();
        return latency.composition.exceededBy(share, latency.parameters.bestGuesses());
    }

    private static String withRanges(Latency latency, double... percents) {
        try {
            TimeSpan[] times =
                    Arrays.stream(percents).mapToObj(latency::percentile).toArray(TimeSpan[]::new);
            if (times.length == 0) {
                return "";
            }
            Simulation simulation = Simulation.of(times).withSamples(Settings.SLOW_SAMPLES);
            return Stream.iterate(0, i -> i < times.length, i -> i + 1)
                    .map(i -> of(percents[i], ranged(times[i], simulation)))
                    .collect(Collectors.joining(", "));
        } catch (ArithmeticException e) {
            return bestGuesses(latency, percents) + " (no range: " + e.getMessage() + ")";
        }
    }

    private static String of(double percent, String time) {
        return Percentile.name(percent) + " " + time;
    }

    /**
     * The best guess, or the median where that is overloaded, which is not called so, or it would read 'p50: p50 121
     * ms': '121 ms (80 ms … beyond any number): overloaded in 24% of cases'.
     */
    private static String ranged(TimeSpan time, Simulation simulation) {
        Summary<TimeSpan> summary = simulation.summary(time);
        double best = seconds(time);
        double low = seconds(summary.p5());
        double high = seconds(summary.p95());
        Figure<Share> share = summary.probabilityBeyond();
        var beyond = Beyond.of(
                share.value().value(), share.low().value(), share.high().value(), summary.whyBeyond());
        boolean isSame = high < Double.POSITIVE_INFINITY && high - low <= 1e-9 * high;
        if (isSame && !beyond.isPossible()) {
            return text(best);
        }
        boolean hasBest = best < Double.POSITIVE_INFINITY;
        boolean isFinite = hasBest && high < Double.POSITIVE_INFINITY;
        boolean isOutside = hasBest && !Beyond.isWithin(best, low, high);
        String range = range(hasBest && !isOutside ? best : seconds(summary.p50()), low, high);
        return range
                + (isOutside && !range.equals(text(best)) ? ", best guess " + text(best) : "")
                + (beyond.isPossible() ? (isFinite ? ", " : ": ") + beyond.words() : "");
    }

    private static String range(double middle, double low, double high) {
        if (high < Double.POSITIVE_INFINITY) {
            return QuantityWriter.range(Kind.TIME, middle, low, high);
        }
        String end = text(high);
        String ends = low < high ? text(low) + " … " + end : end;
        return middle < high ? text(middle) + " (" + ends + ")" : ends;
    }

    private static double seconds(TimeSpan time) {
        return time.to(Units.SECONDS);
    }

    private static String summary(Node node) {
        return QuantityWriter.summary(node.kind(), node.value());
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
        return latency.plan() instanceof CompositePlan.AtOnce plan
                        && !latency.atOnce().isEmpty()
                ? plan.which()
                        + latency.atOnce().stream().map(LatencyText::label).collect(Collectors.joining(", ", "(", ")"))
                : written(latency);
    }

    private static String written(Latency latency) {
        String text = latency.plan().text();
        Quantity<?>[] inputs = latency.parameters.inputs();
        for (int i = 0; i < inputs.length; i++) {
            text = text.replace("{" + i + "}", summary(Inside.node(inputs[i])));
        }
        return text;
    }
}
