package dev.estimator.latency;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the latency of a request is made of, call after call. Printed it is a table whose means add up and whose
 * percentiles do not: those of the total are those of the convolution.
 *
 * @param terms the calls one after another
 * @param total all of them
 * @param p99WithoutIndependence what the p99 is at most, also if the calls depend on each other
 */
public record CriticalPath(List<Term> terms, Term total, TimeSpan p99WithoutIndependence) {
    /**
     * Keeps the terms as they are.
     *
     * @param terms the calls one after another
     * @param total all of them
     * @param p99WithoutIndependence what the p99 is at most
     */
    public CriticalPath {
        requireNonNull(total, "total");
        requireNonNull(p99WithoutIndependence, "p99WithoutIndependence");
        terms = Refusal.copy(terms, "terms");
    }

    /**
     * A call, or several at the same time.
     *
     * @param name what it is
     * @param mean the mean
     * @param p50 the median
     * @param p99 the 99th percentile
     * @param share what it adds to the mean of the whole; of calls at the same time the mean of its time where it is
     *     the one that decides, and of nothing elsewhere
     * @param atOnce what runs at the same time, if it is several calls
     */
    public record Term(String name, TimeSpan mean, TimeSpan p50, TimeSpan p99, Share share, List<Term> atOnce) {
        /**
         * Keeps the calls as they are.
         *
         * @param name what it is
         * @param mean the mean
         * @param p50 the median
         * @param p99 the 99th percentile
         * @param share what it adds to the mean of the whole
         * @param atOnce what runs at the same time
         */
        public Term {
            requireNonNull(name, "name");
            requireNonNull(mean, "mean");
            requireNonNull(p50, "p50");
            requireNonNull(p99, "p99");
            requireNonNull(share, "share");
            atOnce = Refusal.copy(atOnce, "atOnce");
        }

        private static Term of(Latency latency, Share share) {
            List<Latency> parts = latency.atOnce();
            double[] times = IntStream.range(0, parts.size())
                    .mapToDouble(i -> decides(latency, i))
                    .toArray();
            double each = share.value()
                    / Math.max(Double.MIN_NORMAL, Arrays.stream(times).sum());
            List<Term> atOnce = IntStream.range(0, parts.size())
                    .mapToObj(i -> of(parts.get(i), Share.of(Math.min(1, times[i] * each))))
                    .toList();
            return new Term(LatencyText.label(latency), latency.mean(), latency.p50(), latency.p99(), share, atOnce);
        }

        private List<String> row(String indent) {
            String part =
                    QuantityWriter.summary(Kind.SHARE, Rounding.significant(share.value(), 2, RoundingMode.HALF_EVEN));
            return List.of(indent + name, bare(mean), bare(p50), bare(p99), part);
        }

        private static String bare(TimeSpan time) {
            return QuantityWriter.summary(Kind.TIME, time.to(Units.SECONDS));
        }
    }

    static CriticalPath of(Latency latency) {
        TimeSpan mean = latency.mean();
        List<Term> terms = latency.sequence().stream()
                .map(part -> Term.of(part, mean.to(Units.SECONDS) == 0 ? Share.of(0) : partOf(part.mean(), mean)))
                .toList();
        String name = latency.name() == null ? "total" : latency.name();
        Term total = new Term(name, mean, latency.p50(), latency.p99(), Share.of(1), List.of());
        return new CriticalPath(terms, total, latency.percentileWithoutIndependence(99));
    }

    /** The mean time of the request at this place where it decides how long several at the same time take. */
    static double decides(Latency latency, int part) {
        return latency.composition.ask(law -> ((KthFastest) law).decides(part), latency.parameters.bestGuesses());
    }

    private static Share partOf(TimeSpan part, TimeSpan whole) {
        return part.div(whole).toShare();
    }

    /** Returns the table. */
    @Override
    public String toString() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("call", "mean", "p50", "p99", "share"));
        terms.forEach(term -> add(rows, term, ""));
        rows.add(total.row(""));
        return AlignedText.of(rows) + "\nif the calls depend on each other: p99 at most "
                + Term.bare(p99WithoutIndependence) + " (union bound)";
    }

    /** A call, and below it what runs at the same time. */
    private static void add(List<List<String>> rows, Term term, String indent) {
        rows.add(term.row(indent));
        term.atOnce.forEach(part -> add(rows, part, indent + "  "));
    }
}
