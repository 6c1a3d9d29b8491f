package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;

import dev.estimator.internal.range.Gauss;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * In how many of 400 seeds the stated 95 % intervals of drawn figures hold the truth, which is found by integrating a
 * closed form, and how far the two ends of a 90 % range are off.
 *
 * <p>{@code java -cp benchmarks.jar dev.estimator.benchmarks.CoverageReport [seeds] [words of a model]}
 */
public final class CoverageReport {
    private static final double[] PERCENTS = {5, 25, 50, 75, 90, 95, 99, 99.9};
    /** Of integrals over normal scores; what decreases so fast needs no finer steps. */
    private static final double STEP = 0.08;

    private static final double FARTHEST = 9;
    private static final int INTERVALS = 2000;

    private final int seeds;
    private final PrintStream out;

    CoverageReport(int seeds, PrintStream out) {
        this.seeds = seeds;
        this.out = out;
    }

    /**
     * Prints a table.
     *
     * @param arguments how many seeds, 400 unless given, and words that the name of a model has, all models unless
     *     given
     */
    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        new CoverageReport(seeds, System.out).run(arguments.length > 1 ? arguments[1] : "");
    }

    /** A log-normal range. */
    private record Bell(double low, double high) {
        Count range(String name) {
            return assume(name, Quantities.between(count(low), count(high)));
        }

        double sigma() {
            return Math.log(high / low) / (2 * Gauss.Z95);
        }

        double variance() {
            double squared = sigma() * sigma();
            return low * high * Math.exp(squared) * Math.expm1(squared);
        }

        double at(double score) {
            return Math.sqrt(low * high) * Math.exp(sigma() * score);
        }

        double cumulative(double x) {
            return x <= 0 ? 0 : Gauss.cumulative(Math.log(x / Math.sqrt(low * high)) / sigma());
        }
    }

    /**
     * The variance is NaN where it is to be integrated: that of a wide range lies beyond what a probability near 1
     * shows.
     */
    private record Model(
            String name, Count quantity, DoubleUnaryOperator cumulative, boolean isWhole, double variance) {
        Model(String name, Count quantity, DoubleUnaryOperator cumulative) {
            this(name, quantity, cumulative, false, Double.NaN);
        }

        Model withVariance(double known) {
            return new Model(name, quantity, cumulative, isWhole, known);
        }

        Model ceil() {
            return new Model(
                    "ceiling of " + name,
                    quantity.ceil(),
                    x -> cumulative.applyAsDouble(Math.floor(x)),
                    true,
                    Double.NaN);
        }
    }

    private static List<Model> models() {
        var a = new Bell(40, 50);
        var b = new Bell(80, 110);
        var c = new Bell(1, 1000);
        var d = new Bell(1, 100);
        var e = new Bell(1, 30);
        var f = new Bell(2, 40);
        var g = new Bell(1, 100_000);
        Share side = oneOf(Map.of(percent(0), percent(70), percent(100), percent(30)));
        Model narrow = new Model("narrow sum", a.range("a").plus(b.range("b")), x -> ofSum(a, b, x));
        Model even = new Model("even sum", e.range("e").plus(f.range("f")), x -> ofSum(e, f, x));
        Model wide = new Model("wide sum", c.range("c").plus(d.range("d")), x -> ofSum(d, c, x))
                .withVariance(c.variance() + d.variance());
        var small = new Bell(0.04, 0.06);
        Model split = new Model(
                "product with a sum",
                e.range("e").plus(f.range("f")).times(small.range("small").toRatio()),
                x -> mean(z -> ofSum(e, f, x / small.at(z))));
        Count largest = Quantities.uniform(count(10), count(30));
        for (int i = 1; i < 5; i++) {
            largest = largest.max(Quantities.uniform(count(10), count(30)));
        }
        return List.of(
                narrow,
                even,
                wide,
                new Model(
                        "narrow maximum",
                        a.range("a").max(new Bell(41, 52).range("m")),
                        x -> a.cumulative(x) * new Bell(41, 52).cumulative(x)),
                new Model("even maximum", e.range("e").max(f.range("f")), x -> e.cumulative(x) * f.cumulative(x)),
                new Model("wide maximum", c.range("c").max(d.range("d")), x -> c.cumulative(x) * d.cumulative(x)),
                new Model("very wide maximum", g.range("g").max(c.range("c")), x -> g.cumulative(x) * c.cumulative(x)),
                new Model("maximum of five", largest, x -> Math.pow(Math.min(1, Math.max(0, (x - 10) / 20)), 5)),
                new Model(
                        "mixture",
                        a.range("a").times(side).plus(f.range("f").times(side.complement())),
                        x -> 0.3 * a.cumulative(x) + 0.7 * f.cumulative(x)),
                narrow.ceil(),
                even.ceil(),
                split,
                split.ceil());
    }

    private static double ofSum(Bell x, Bell y, double limit) {
        return mean(z -> y.cumulative(limit - x.at(z)));
    }

    /** The mean of a function of a normal score. */
    private static double mean(DoubleUnaryOperator function) {
        double sum = 0;
        for (double z = -FARTHEST; z < FARTHEST; z += STEP) {
            sum += Math.exp(-z * z / 2) * function.applyAsDouble(z);
        }
        return sum * STEP / Math.sqrt(2 * Math.PI);
    }

    /** The true figures of a law: percentiles, mean and deviation. */
    private static double[] truth(Model model) {
        double[] truth = new double[PERCENTS.length + 2];
        for (int k = 0; k < PERCENTS.length; k++) {
            truth[k] = quantile(model, PERCENTS[k] / 100);
        }
        double mean = 0;
        double squares = 0;
        if (model.isWhole) {
            double above = 1;
            for (int n = 0; above > 1e-13; n++) {
                above = 1 - model.cumulative.applyAsDouble(n);
                mean += above;
                squares += (2 * n + 1) * above;
            }
        } else {
            mean = quantile(model, 1e-13);
            squares = mean * mean;
            double from = Math.log(mean);
            double step = (Math.log(quantile(model, 1 - 1e-13)) - from) / INTERVALS;
            for (int i = 0; i < INTERVALS; i++) {
                double x = Math.exp(from + (i + 0.5) * step);
                double above = 1 - model.cumulative.applyAsDouble(x);
                mean += above * x * step;
                squares += 2 * x * above * x * step;
            }
        }
        truth[PERCENTS.length] = mean;
        truth[PERCENTS.length + 1] = Math.sqrt(Double.isNaN(model.variance) ? squares - mean * mean : model.variance);
        return truth;
    }

    private static double quantile(Model model, double p) {
        double low = 0;
        double high = 1e12;
        for (int i = 0; i < 100 && high - low > 1e-13 * high; i++) {
            double middle = low < 1e-3 ? (low + high) / 2e3 : Math.sqrt(low * high);
            if (model.cumulative.applyAsDouble(middle) >= p) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return model.isWhole ? Math.ceil(high * (1 - 1e-12)) : high;
    }

    /** What became of one figure over all seeds. */
    record Cell(int held, int exact, int notKnown, int seeds) {
        double share() {
            return (held + exact + notKnown) / (double) seeds;
        }

        @Override
        public String toString() {
            if (exact == seeds) {
                return "exact";
            }
            if (notKnown == seeds) {
                return "not known";
            }
            String part = String.format(Locale.ROOT, "%.1f", 100 * share());
            return notKnown == 0 ? part : part + " (" + notKnown + " not known)";
        }
    }

    /** How far p5 and p95 are off in all seeds, as parts of the truth, in ascending order. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ends(double[] off) {
        double within(double most) {
            return Arrays.stream(off).filter(each -> each <= most).count() / (double) off.length;
        }

        double farthest() {
            return off[off.length - 1];
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f | %.2f %%", 100 * within(0.01), 100 * farthest());
        }
    }

    /** The figures of one model. */
    record Row(String model, List<Cell> cells, Ends ends) {}

    List<Row> run(String words) {
        out.println("| % of " + seeds + " seeds | p5 | p25 | p50 | p75 | p90 | p95 | p99 | p99.9 | mean | deviation"
                + " | ends within 1 % | farthest |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        List<Row> rows = new ArrayList<>();
        for (Model model : models()) {
            if (!model.name.contains(words)) {
                continue;
            }
            double[] truth = truth(model);
            Row row = new Row(model.name, cells(model, truth), ends(model, truth));
            rows.add(row);
            StringBuilder line = new StringBuilder("| ").append(row.model).append(" |");
            row.cells.forEach(cell -> line.append(' ').append(cell).append(" |"));
            out.println(line.append(' ').append(row.ends).append(" |"));
        }
        return rows;
    }

    private Ends ends(Model model, double[] truth) {
        double[] off = IntStream.range(0, seeds)
                .mapToObj(seed -> Simulation.of(model.quantity).withSeed(seed).summary(model.quantity))
                .flatMapToDouble(found -> DoubleStream.of(
                        found.p5().value() / truth[indexOf(5)] - 1, found.p95().value() / truth[indexOf(95)] - 1))
                .map(Math::abs)
                .sorted()
                .toArray();
        return new Ends(off);
    }

    private static int indexOf(double percent) {
        return Arrays.binarySearch(PERCENTS, percent);
    }

    private List<Cell> cells(Model model, double[] truth) {
        int[] held = new int[truth.length];
        int[] exact = new int[truth.length];
        int[] notKnown = new int[truth.length];
        for (int seed = 0; seed < seeds; seed++) {
            Summary<Count> summary =
                    Simulation.of(model.quantity).withSeed(seed).summary(model.quantity);
            for (int k = 0; k < truth.length; k++) {
                Figure<Count> figure = k < PERCENTS.length
                        ? summary.percentileFigure(PERCENTS[k])
                        : k == PERCENTS.length ? summary.mean() : summary.standardDeviation();
                if (!figure.missing().isEmpty()) {
                    notKnown[k]++;
                } else if (figure.isExact()) {
                    exact[k] += Math.abs(figure.value().value() / truth[k] - 1) < 1e-5 ? 1 : 0;
                } else {
                    double low = figure.low().value();
                    held[k] += low <= truth[k] && truth[k] <= figure.high().value() ? 1 : 0;
                }
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (int k = 0; k < truth.length; k++) {
            cells.add(new Cell(held[k], exact[k], notKnown[k], seeds));
        }
        return cells;
    }
}
