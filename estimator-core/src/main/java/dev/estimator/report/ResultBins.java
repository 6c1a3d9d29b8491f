package dev.estimator.report;

import dev.estimator.internal.graph.Inside;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * The histogram of a result between its percentiles 0.5 and 99.5, in bins that look equally wide. For a result that is
 * infinite in some cases, these are percentiles of the other cases.
 */
final class ResultBins {
    private static final int BINS = 30;
    private static final double OUTSIDE = 0.5;
    private static final int VALUES = 200;
    private static final int FEW = 10;

    /**
     * The ratio of the largest to the smallest value beyond which linear bins would squeeze most values into the first.
     */
    private static final double LOGARITHMIC = 30;

    private ResultBins() {}

    static Optional<List<Block.Bin>> of(Quantity<?> result, Findings findings) {
        return ofSummary(result, findings);
    }

    @SuppressWarnings("unchecked") // each quantity is of its own type
    private static <Q extends Quantity<Q>> Optional<List<Block.Bin>> ofSummary(Quantity<?> result, Findings findings) {
        Summary<Q> summary = findings.summary((Quantity<Q>) result);
        double numbers =
                summary == null ? 0 : 1 - summary.probabilityBeyond().value().value();
        if (summary == null || numbers == 0) {
            return Optional.empty();
        }
        double a = Inside.value(summary.percentile(OUTSIDE * numbers));
        double b = Inside.value(summary.percentile(100 * numbers - OUTSIDE * numbers));
        if (a == b) {
            return Optional.empty();
        }
        boolean isWhole = result instanceof Count && areWholeNumbers(a, b);
        double[] edges = isWhole ? betweenWhole(a, b, step(summary, numbers)) : edges(Math.min(a, b), Math.max(a, b));
        return Optional.of(bins((Q) result, summary, edges));
    }

    private static <Q extends Quantity<Q>> List<Block.Bin> bins(Q like, Summary<Q> summary, double[] edges) {
        double[] upTo = IntStream.range(0, edges.length)
                .mapToDouble(i -> i == 0 ? below(like, summary, edges[0]) : share(like, summary, edges[i]))
                .toArray();
        // probabilities of a quantity that is held as its complement fall
        return IntStream.range(0, edges.length - 1)
                .mapToObj(i -> new Block.Bin(edges[i], edges[i + 1], Math.abs(upTo[i + 1] - upTo[i])))
                .toList();
    }

    /** The probability below the first bin, which includes its lower edge; none lies below zero. */
    private static <Q extends Quantity<Q>> double below(Q like, Summary<Q> summary, double edge) {
        boolean isReversed = Inside.isReversed(like);
        return edge > 0 ? share(like, summary, Math.nextDown(edge)) : isReversed ? 1 : 0;
    }

    private static <Q extends Quantity<Q>> double share(Q like, Summary<Q> summary, double amount) {
        return summary.probabilityAtMost(Inside.like(like, amount)).value().value();
    }

    /**
     * Whether the values are whole numbers, as of servers, which equal bins would hold unequally: a number at an edge
     * stands in the bin to the left of the one that begins with it.
     */
    private static boolean areWholeNumbers(double from, double to) {
        boolean isWhole = from == Math.rint(from) && to == Math.rint(to);
        return isWhole && (to - from < BINS || !isLogarithmic(from, to));
    }

    /** What all results are whole multiples of, from the first: 3 of servers in three zones. */
    private static long step(Summary<?> summary, double numbers) {
        double[] values = IntStream.range(0, VALUES)
                .mapToDouble(i -> (OUTSIDE + (100 - 2 * OUTSIDE) * i / (VALUES - 1)) * numbers)
                .map(percent -> Inside.value(summary.percentile(percent)))
                .toArray();
        return Arrays.stream(values)
                .mapToLong(value -> Math.round(value - values[0]))
                .reduce(0, ArithmeticUtils::gcd);
    }

    /** Each bin has as many numbers that come as the next; few numbers have bins of their own. */
    private static double[] betweenWhole(double from, double to, long step) {
        long width = Math.round(to - from);
        long numbers = width / step;
        long each = width < BINS ? 1 : numbers < FEW ? width / BINS + 1 : step * (numbers / BINS + 1);
        return LongStream.rangeClosed(0, width / each + 1)
                .mapToDouble(i -> Math.max(0, from + i * each - 0.5))
                .toArray();
    }

    private static boolean isLogarithmic(double from, double to) {
        return from > 0 && to / from > LOGARITHMIC;
    }

    private static double[] edges(double from, double to) {
        boolean isLogarithmic = isLogarithmic(from, to);
        return IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> (double) i / BINS)
                .map(part ->
                        part == 1 ? to : isLogarithmic ? from * Math.pow(to / from, part) : from + (to - from) * part)
                .toArray();
    }
}
