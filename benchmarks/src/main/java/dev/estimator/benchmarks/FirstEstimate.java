package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.Settings;
import java.util.Locale;

/**
 * The first estimate in a JVM, to measure the whole process: {@code java -cp benchmarks.jar
 * dev.estimator.benchmarks.FirstEstimate plain}; or {@code doubles}, {@code ranged}, {@code exact}, {@code split},
 * {@code sampled}.
 */
public final class FirstEstimate {
    private FirstEstimate() {}

    /**
     * Makes one estimate and writes it.
     *
     * @param arguments which
     */
    public static void main(String[] arguments) {
        String kind = arguments.length == 0 ? "plain" : arguments[0];
        System.out.println(
                switch (kind) {
                    case "doubles" -> doubles();
                    case "plain" -> plain();
                    case "ranged" -> ranged();
                    case "exact" -> exact();
                    case "split" -> split();
                    case "sampled" -> sampled();
                    default ->
                        throw new IllegalArgumentException(
                                "estimate must be doubles, plain, ranged, exact, split or sampled but was " + kind);
                });
    }

    /** The baseline: a storage over doubles, formatted by the JDK. */
    static String doubles() {
        return String.format(Locale.ROOT, "%.1f TB", 10e6 * 20 * 1_200 * 1_095 * 2.5 / 1e12);
    }

    /** The same storage as quantities. */
    static String plain() {
        return count(10e6)
                .times(count(20))
                .per(DAY)
                .times(bytes(1_200))
                .times(days(1_095))
                .times(ratio(2.5))
                .toString();
    }

    /** The 95th percentile of the storage of {@link Capacity10}: five ranges. */
    static String ranged() {
        return new Capacity10().storage.percentile(95).toString();
    }

    /** How sure all outputs of {@link Capacity10} are, without draws. */
    static String exact() {
        return new Capacity10().simulation().toString();
    }

    /** How sure the storage of {@link Uploads} is, of which a part has to be drawn. */
    static String split() {
        return Uploads.even().simulation().toString();
    }

    /** Five statistics with intervals of all outputs of {@link Capacity10}, all drawn. */
    static String sampled() {
        Settings settings = Settings.USUAL.drawingAll();
        return SimulationBenchmark.estimates(
                        Engine.run(new Capacity10().derivations(), settings).distributions())
                .toString();
    }
}
