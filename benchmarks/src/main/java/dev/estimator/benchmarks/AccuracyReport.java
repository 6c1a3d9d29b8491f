package dev.estimator.benchmarks;

import dev.estimator.internal.engine.Distribution;
import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.Estimate;
import dev.estimator.internal.engine.Settings;
import dev.estimator.internal.graph.Node;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * How many samples and how much time it takes until the percentiles 95 and 99 are known within 0.1 %, and whether the
 * stated intervals hold what they say.
 *
 * <p>Within 0.1 % means that 1.96 × the root of the mean squared error is at most 0.1 % of the value. The error is that
 * of many seeds against a reference. Of storage in {@link Capacity10} the reference is the exact answer; of storage in
 * {@link Uploads} it is the split answer with four million draws of a seed of its own. Plain Monte Carlo is measured
 * with one number of samples, from which the numbers that it needs follow: the error halves with four times the
 * samples.
 *
 * <p>{@code java -cp benchmarks.jar dev.estimator.benchmarks.AccuracyReport [seeds]}
 */
public final class AccuracyReport {
    private static final double TOLERATED = 0.001;
    private static final double SCORE = 1.96;
    private static final double[] P = {0.95, 0.99};
    private static final int TIMES = 9;
    private static final long SEED_OF_REFERENCE = -1;
    private static final Settings DRAWN = Settings.USUAL.drawingAll();

    private final Size size;
    private final PrintStream out;

    /**
     * How much is done.
     *
     * @param seeds how many seeds an error is the mean of
     * @param plain how many samples plain Monte Carlo is measured with
     * @param most with how many draws the search ends
     * @param reference how many draws the reference has where there is no exact answer
     * @param coverageSeeds for how many seeds it is counted whether the intervals hold
     * @param coverage how many draws those have
     */
    record Size(int seeds, int plain, int most, int reference, int coverageSeeds, int coverage) {
        static final Size USUAL = new Size(64, 1 << 16, 1 << 22, 1 << 22, 400, 1 << 14);

        Size withSeeds(int number) {
            return new Size(number, plain, most, reference, coverageSeeds, coverage);
        }
    }

    /** What is needed for one percentile to be known within the tolerance. */
    record Need(double samples, double milliseconds, boolean isReached) {
        @Override
        public String toString() {
            return isReached
                    ? String.format(Locale.ROOT, "%,12.0f %10.2f ms", samples, milliseconds)
                    : String.format(Locale.ROOT, "%12s %13s", "> " + (int) samples, "");
        }
    }

    /** A line of the first table. */
    record Line(String model, String method, Need p95, Need p99) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-12s %-8s %s   %s", model, method, p95, p99);
        }
    }

    /** A line of the second table: the part of the seeds whose interval holds the reference. */
    record Coverage(String model, String method, String statistic, double part) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-12s %-8s %-5s %6.1f %%", model, method, statistic, 100 * part);
        }
    }

    /** The two tables. */
    record Result(List<Line> lines, List<Coverage> coverage) {}

    /** Plain Monte Carlo of one output. */
    private interface Plain {
        double[] sample(RandomGenerator random, int samples);
    }

    AccuracyReport(Size size, PrintStream out) {
        this.size = size;
        this.out = out;
    }

    /**
     * Writes the tables.
     *
     * @param arguments how many seeds the errors are taken over, 64 unless given
     */
    public static void main(String[] arguments) {
        Size usual = Size.USUAL;
        Size size = arguments.length == 0 ? usual : usual.withSeeds(Integer.parseInt(arguments[0]));
        new AccuracyReport(size, System.out).run();
    }

    Result run() {
        List<Node> capacity = List.of(new Capacity10().derivations().get(Capacity10.STORAGE));
        double[] exact = values(found(capacity, Settings.USUAL));
        List<Line> lines = new ArrayList<>();
        List<Coverage> coverage = new ArrayList<>();
        lines.add(exact("capacity-10", capacity));
        lines.add(drawn("capacity-10", "sampled", capacity, DRAWN, exact));
        lines.add(plain("capacity-10", Capacity10::sampleStorage, exact));
        coverage.addAll(coverage("capacity-10", "sampled", capacity, DRAWN, exact));
        addUploads("uploads", Uploads.even(), lines, coverage);
        addUploads("uploads wide", Uploads.wide(), lines, coverage);

        progress("%nPercentiles 95 and 99 of the storage within 0.1 %%, over %d seeds%n", size.seeds);
        progress("%-12s %-8s %12s %13s   %12s %13s", "model", "method", "p95: samples", "time", "p99: samples", "time");
        lines.forEach(out::println);
        progress(
                "%nIntervals of 95 %% that hold the reference, of %d seeds with %d draws%n",
                size.coverageSeeds, size.coverage);
        coverage.forEach(out::println);
        return new Result(lines, coverage);
    }

    private void addUploads(String model, Uploads uploads, List<Line> lines, List<Coverage> coverage) {
        List<Node> derivations = uploads.derivations();
        double[] reference = reference(model, derivations);
        lines.add(drawn(model, "split", derivations, Settings.USUAL, reference));
        lines.add(drawn(model, "sampled", derivations, DRAWN, reference));
        lines.add(plain(model, uploads::sample, reference));
        coverage.addAll(coverage(model, "split", derivations, Settings.USUAL, reference));
        coverage.addAll(coverage(model, "sampled", derivations, DRAWN, reference));
    }

    private double[] reference(String model, List<Node> derivations) {
        Settings settings = Settings.USUAL.withSamples(size.reference).withSeed(SEED_OF_REFERENCE);
        Distribution found = found(derivations, settings);
        Estimate[] estimates = found.quantiles(P);
        double[] reference = values(found);
        for (int k = 0; k < P.length; k++) {
            progress("%s reference: p%.0f %.6g ± %.5f %%", model, 100 * P[k], reference[k], halfWidth(estimates[k]));
        }
        return reference;
    }

    private Line exact(String model, List<Node> derivation) {
        double time = 0;
        for (int i = 0; i < size.seeds; i++) {
            time = milliseconds(() -> found(derivation, Settings.USUAL).quantiles(P));
        }
        var need = new Need(0, time, true);
        return new Line(model, "exact", need, need);
    }

    private Line drawn(String model, String method, List<Node> derivation, Settings settings, double[] reference) {
        int[] needed = new int[P.length];
        for (int samples = Settings.LEAST_SAMPLES;
                samples <= size.most && Arrays.stream(needed).anyMatch(n -> n == 0);
                samples *= 2) {
            double[] half = halfWidths(model + " " + method, derivation, settings.withSamples(samples), reference);
            for (int k = 0; k < P.length; k++) {
                needed[k] = needed[k] == 0 && half[k] <= TOLERATED ? samples : needed[k];
            }
        }
        // The JVM is warm by now.
        Need[] needs = new Need[P.length];
        for (int k = 0; k < P.length; k++) {
            int samples = needed[k];
            needs[k] = samples == 0
                    ? new Need(size.most, Double.NaN, false)
                    : new Need(
                            samples,
                            milliseconds(() -> found(derivation, settings.withSamples(samples))
                                    .quantiles(P)),
                            true);
        }
        return new Line(model, method, needs[0], needs[1]);
    }

    /** How far the percentiles are off with a probability of 5 %, relative to the reference. */
    private double[] halfWidths(String what, List<Node> derivation, Settings settings, double[] reference) {
        double[][] errors = new double[P.length][size.seeds];
        double[] stated = new double[P.length];
        for (int seed = 0; seed < size.seeds; seed++) {
            Estimate[] estimates = found(derivation, settings.withSeed(seed)).quantiles(P);
            for (int k = 0; k < P.length; k++) {
                errors[k][seed] = estimates[k].value() / reference[k] - 1;
                stated[k] += halfWidth(estimates[k]) / size.seeds;
            }
        }
        double[] half = new double[P.length];
        for (int k = 0; k < P.length; k++) {
            half[k] = SCORE * rootMeanSquare(errors[k]);
            progress(
                    "%s %d: p%.0f within %.4f %%, stated %.4f %%",
                    what, settings.samples(), 100 * P[k], 100 * half[k], stated[k]);
        }
        return half;
    }

    private Line plain(String model, Plain plain, double[] reference) {
        double[][] errors = new double[P.length][size.seeds];
        for (int seed = 0; seed < size.seeds; seed++) {
            PlainSummary found = PlainSummary.of(plain.sample(SimulationBenchmark.generator(seed), size.plain));
            errors[0][seed] = found.p95() / reference[0] - 1;
            errors[1][seed] = found.p99() / reference[1] - 1;
        }
        double time = milliseconds(() -> PlainSummary.of(plain.sample(SimulationBenchmark.generator(0), size.plain)));
        Need[] needs = new Need[P.length];
        for (int k = 0; k < P.length; k++) {
            double half = SCORE * rootMeanSquare(errors[k]);
            double mean = Arrays.stream(errors[k]).average().orElseThrow();
            progress(
                    "%s plain %d: p%.0f within %.4f %%, mean error %.4f %%, %.2f ms",
                    model, size.plain, 100 * P[k], 100 * half, 100 * mean, time);
            double times = Math.pow(half / TOLERATED, 2);
            needs[k] = new Need(times * size.plain, times * time, true);
        }
        return new Line(model, "plain", needs[0], needs[1]);
    }

    private List<Coverage> coverage(
            String model, String method, List<Node> derivation, Settings settings, double[] reference) {
        int[] held = new int[P.length];
        for (int seed = 0; seed < size.coverageSeeds; seed++) {
            Settings now = settings.withSamples(size.coverage).withSeed(seed);
            Estimate[] estimates = found(derivation, now).quantiles(P);
            for (int k = 0; k < P.length; k++) {
                boolean holds = estimates[k].low() <= reference[k] && reference[k] <= estimates[k].high();
                held[k] += holds ? 1 : 0;
            }
        }
        progress("%s %s: intervals counted", model, method);
        List<Coverage> lines = new ArrayList<>();
        for (int k = 0; k < P.length; k++) {
            String statistic = String.format(Locale.ROOT, "p%.0f", 100 * P[k]);
            lines.add(new Coverage(model, method, statistic, held[k] / (double) size.coverageSeeds));
        }
        return lines;
    }

    private void progress(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }

    private static Distribution found(List<Node> derivation, Settings settings) {
        return Engine.run(derivation, settings).distributions().get(0);
    }

    private static double[] values(Distribution found) {
        return Arrays.stream(found.quantiles(P)).mapToDouble(Estimate::value).toArray();
    }

    /** In percent of the value. */
    private static double halfWidth(Estimate estimate) {
        return 100 * (estimate.high() - estimate.low()) / 2 / estimate.value();
    }

    private static double rootMeanSquare(double[] errors) {
        return Math.sqrt(Arrays.stream(errors).map(e -> e * e).average().orElseThrow());
    }

    /** The median of a few runs. */
    private static double milliseconds(Runnable work) {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }
}
