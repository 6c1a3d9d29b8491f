package dev.estimator.benchmarks;

import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Compares every figure that the library states about random models with a plain Monte Carlo that shares no code with
 * it.
 *
 * <p>Plain Monte Carlo is off by chance itself, so a figure is wrong only if it is out of reach of both: an exact one
 * if it lies outside what 4.5 standard errors of the plain figure allow, a drawn one if three times its stated interval
 * does not reach that far. How many stated intervals of 95 % do not reach the plain figure within 2 of its standard
 * errors is counted beside that.
 *
 * <p>{@code java -cp benchmarks.jar dev.estimator.benchmarks.RandomModelReport [models] [number of the first]}
 */
public final class RandomModelReport {
    private static final double[] PERCENTS = {5, 25, 50, 75, 90, 95, 99, 99.9};
    private static final double FAR = 4.5;
    private static final double NEAR = 2;
    /** How many times its stated interval a drawn figure may be off. */
    private static final double WIDENED = 3;
    /** Numbers that are computed in another order differ in their last bits. */
    private static final double ROUNDING = 1e-9;
    /** More of a moment in a single draw says that plain Monte Carlo does not know it. */
    private static final double MOST_IN_ONE = 0.005;
    /** What is rarer may be in none of the 16,384 draws of the library. */
    private static final double UNSEEN = 15.0 / (1 << 14);

    private final int draws;
    private final PrintStream out;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private int exactModels;

    /** What became of the figures of one kind. */
    static final class Tally {
        int exact;
        int drawn;
        int missed;
        int notKnown;
        int notCompared;
        int wrong;
    }

    /** With so many draws of plain Monte Carlo for each model. */
    RandomModelReport(int draws, PrintStream out) {
        this.draws = draws;
        this.out = out;
    }

    /**
     * Prints the table.
     *
     * @param arguments how many models, 500 unless given, and the number of the first, 1 unless given
     */
    public static void main(String[] arguments) {
        int models = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        int first = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        new RandomModelReport(1 << 18, System.out).run(models, first);
    }

    Map<String, Tally> run(int models, int first) {
        for (int number = first; number < first + models; number++) {
            RandomModel<?> model = RandomModel.of(generator(number));
            if (models == 1) {
                out.println(model);
            }
            compare(number, model);
        }
        out.printf(
                Locale.ROOT,
                "%n%d models, %d exact, %,d plain draws each, the first of number %d%n",
                models,
                exactModels,
                draws,
                first);
        out.printf(
                "%-12s %7s %7s %14s %10s %13s %7s%n",
                "figure", "exact", "drawn", "not held by 95%", "not known", "not compared", "wrong");
        tallies.forEach((figure, t) -> out.printf(
                Locale.ROOT,
                "%-12s %7d %7d %14s %10d %13d %7d%n",
                figure,
                t.exact,
                t.drawn,
                t.drawn == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * t.missed / t.drawn),
                t.notKnown,
                t.notCompared,
                t.wrong));
        refusals.forEach((reason, times) -> out.println(times + " refused: " + reason));
        return tallies;
    }

    private static RandomGenerator generator(long number) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(number);
    }

    /** A number of plain Monte Carlo, and what so many standard errors allow. */
    private record Plain(double value, double low, double high, double nearLow, double nearHigh) {
        static Plain around(double value, double error) {
            return new Plain(
                    value, value - FAR * error, value + FAR * error, value - NEAR * error, value + NEAR * error);
        }
    }

    private <Q extends Quantity<Q>> void compare(int number, RandomModel<Q> model) {
        double[] sorted = plainDraws(number, model);
        long impossible = Arrays.stream(sorted).filter(Double::isNaN).count();
        Simulation simulation = Simulation.of(model.quantity()).withSeed(number);
        Summary<Q> summary;
        try {
            summary = simulation.summary(model.quantity());
        } catch (ArithmeticException e) {
            refusals.merge(String.valueOf(e.getMessage()).replaceAll("[0-9.,]+", "…"), 1, Integer::sum);
            if (impossible == 0) {
                wrong(number, model, "refusal", String.valueOf(e.getMessage()));
            }
            return;
        }
        if (impossible > 0) {
            if (impossible > draws * UNSEEN) {
                wrong(number, model, "refusal", "none, but " + impossible + " of " + draws + " have no answer");
            }
            return;
        }
        exactModels += simulation.isExact() ? 1 : 0;
        Summary<Q> again = Simulation.of(model.quantity()).withSeed(-number).summary(model.quantity());
        for (double percent : PERCENTS) {
            Figure<Q> figure = summary.percentileFigure(percent);
            judge(number, model, "p" + text(percent), figure, model.read(), percentile(sorted, percent / 100));
            boolean isSame = figure.equals(again.percentileFigure(percent));
            if (figure.isExact() && !isSame) {
                wrong(number, model, "p" + text(percent), "exact, but another with another seed");
            }
        }
        probabilities(number, model, summary, sorted);
        double beyond = sorted.length - numbers(sorted);
        judge(number, model, "beyond", summary.probabilityBeyond(), Share::value, share(beyond / draws));
        if (beyond == 0) {
            moments(number, model, summary, sorted);
        } else if (beyond > draws * UNSEEN && summary.mean().missing().isEmpty()) {
            wrong(number, model, "mean", "stated, but " + beyond + " of " + draws + " are beyond");
        }
    }

    private double[] plainDraws(int number, RandomModel<?> model) {
        RandomGenerator random = generator(number + 1_000_000L);
        double[] values = new double[draws];
        double[] inputs = new double[model.inputs().size()];
        for (int i = 0; i < draws; i++) {
            PlainRange.draw(model.inputs(), model.correlation(), random, inputs);
            values[i] = model.plain().applyAsDouble(inputs);
        }
        Arrays.sort(values);
        return values;
    }

    private static int numbers(double[] sorted) {
        int n = sorted.length;
        while (n > 0 && sorted[n - 1] == Double.POSITIVE_INFINITY) {
            n--;
        }
        return n;
    }

    private static Plain percentile(double[] sorted, double p) {
        double error = Math.sqrt(p * (1 - p) / sorted.length);
        return new Plain(
                at(sorted, p),
                at(sorted, p - FAR * error),
                at(sorted, p + FAR * error),
                at(sorted, p - NEAR * error),
                at(sorted, p + NEAR * error));
    }

    private static double at(double[] sorted, double p) {
        return sorted[(int) Math.max(0, Math.min(sorted.length - 1.0, Math.ceil(p * sorted.length) - 1))];
    }

    /** With room for what is so rare that its standard error does not show. */
    private Plain share(double p) {
        return Plain.around(p, Math.sqrt((p * (1 - p) + 2.0 / draws) / draws));
    }

    private <Q extends Quantity<Q>> void probabilities(
            int number, RandomModel<Q> model, Summary<Q> summary, double[] sorted) {
        RandomGenerator random = generator(number + 2_000_000L);
        for (int i = 0; i < 4; i++) {
            double value = sorted[random.nextInt(Math.max(1, numbers(sorted)))];
            if (value == 0 || value == Double.POSITIVE_INFINITY) {
                continue;
            }
            double limit = value + Math.abs(value) * 1e-7; // beside an atom, not at its last bit
            int count = 0;
            for (double x : sorted) {
                count += x <= limit ? 1 : 0;
            }
            Figure<Share> figure = summary.probabilityAtMost(model.write().apply(limit));
            judge(number, model, "probability", figure, Share::value, share(count / (double) draws));
        }
    }

    private <Q extends Quantity<Q>> void moments(
            int number, RandomModel<Q> model, Summary<Q> summary, double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = 0;
        double fourths = 0;
        for (double value : values) {
            double off = value - mean;
            squares += off * off;
            fourths += off * off * off * off;
        }
        double off = Math.max(values[draws - 1] - mean, mean - values[0]);
        double variance = squares / draws;
        boolean meanIsKnown = off * off <= MOST_IN_ONE * squares || squares == 0;
        boolean deviationIsKnown = Math.pow(off, 4) <= MOST_IN_ONE * fourths || squares == 0;
        judge(
                number,
                model,
                "mean",
                summary.mean(),
                model.read(),
                meanIsKnown ? Plain.around(mean, Math.sqrt(variance / draws)) : null);
        if (mean >= 0) {
            double error = Math.sqrt(Math.max(0, fourths / draws - variance * variance) / draws)
                    / (2 * Math.max(Math.sqrt(variance), Double.MIN_NORMAL));
            Plain deviation = Plain.around(Math.sqrt(variance), error);
            judge(
                    number,
                    model,
                    "deviation",
                    summary.standardDeviation(),
                    model.read(),
                    deviationIsKnown ? deviation : null);
        }
    }

    private <Q extends Quantity<Q>> void judge(
            int number,
            RandomModel<?> model,
            String what,
            Figure<Q> figure,
            ToDoubleFunction<Q> read,
            @Nullable Plain plain) {
        Tally tally = tally(what);
        if (!figure.missing().isEmpty()) {
            tally.notKnown++;
            return;
        }
        if (plain == null) {
            tally.notCompared++;
            return;
        }
        double value = read.applyAsDouble(figure.value());
        double low = read.applyAsDouble(figure.low());
        double high = read.applyAsDouble(figure.high());
        double rounding = Math.abs(plain.value) < Double.POSITIVE_INFINITY ? ROUNDING * Math.abs(plain.value) : 0;
        if (figure.isExact()) {
            tally.exact++;
        } else {
            tally.drawn++;
            tally.missed += low > plain.nearHigh + rounding || high < plain.nearLow - rounding ? 1 : 0;
        }
        double widenedLow = value == low ? low : value - WIDENED * (value - low);
        double widenedHigh = value == high ? high : value + WIDENED * (high - value);
        if (!(widenedLow <= plain.high + rounding && widenedHigh >= plain.low - rounding)) {
            wrong(
                    number,
                    model,
                    what,
                    String.format(
                            Locale.ROOT,
                            "%.8g (%.8g … %.8g)%s, plain %.8g (%.8g … %.8g)",
                            value,
                            low,
                            high,
                            figure.isExact() ? " exact" : "",
                            plain.value,
                            plain.low,
                            plain.high));
        }
    }

    private Tally tally(String what) {
        return tallies.computeIfAbsent(what, w -> new Tally());
    }

    private void wrong(int number, RandomModel<?> model, String what, String text) {
        tally(what).wrong++;
        out.println("model " + number + ", " + what + ": " + text + "\n    " + model);
    }

    private static String text(double percent) {
        return String.valueOf(percent).replaceAll("\\.0$", "");
    }
}
