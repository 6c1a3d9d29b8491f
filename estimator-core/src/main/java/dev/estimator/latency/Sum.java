package dev.estimator.latency;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The law of a sum of independent times: exact for constants, exponentials alike and few single times; of other
 * exponential and log-normal times an {@link InvertedSum}; else on a grid.
 */
final class Sum {
    /** Up to this number, atoms are kept exactly. */
    private static final int MOST_POINTS = 512;

    /** Rarer times are beyond the end of a grid. */
    private static final double LEAST_OPEN = 1e-13;

    private final Workings workings;

    /** The multiplicity of each term; nested repetitions can exceed an int. */
    private final Map<LatencyLaw, Double> terms = new LinkedHashMap<>();

    private double constant;

    /** The logarithm of the probability that no term is in its unknown tail. */
    private double logKnown;

    private Sum(Workings workings) {
        this.workings = workings;
    }

    static LatencyLaw of(List<LatencyLaw> laws, Workings workings) {
        var sum = new Sum(workings);
        for (LatencyLaw law : laws) {
            sum.add(law, 1);
        }
        return sum.law(() -> laws.stream().mapToDouble(LatencyLaw::mean).sum());
    }

    static LatencyLaw ofAlike(int n, LatencyLaw law, Workings workings) {
        var sum = new Sum(workings);
        sum.add(law, n);
        return sum.law(() -> n * law.mean());
    }

    private void add(LatencyLaw law, double times) {
        if (law instanceof Constant fixed) {
            constant += times * fixed.time();
        } else if (law instanceof Shifted shifted) {
            constant += times * shifted.constant();
            add(shifted.law(), times);
        } else if (law instanceof ErlangLaw erlang) {
            terms.merge(new ErlangLaw(1, erlang.meanOfEach()), times * erlang.terms(), Double::sum);
        } else if (law instanceof InvertedSum sum) {
            sum.terms().forEach((term, each) -> add(term, times * each));
        } else if (law instanceof Pieces pieces && !pieces.terms().isEmpty()) {
            pieces.terms().forEach((term, each) -> add(term, times * each));
        } else if (law instanceof OpenEnded open) {
            logKnown += times * Math.log1p(-open.share());
            add(open.rest(), times);
        } else {
            addEnded(law, times);
        }
    }

    private void addEnded(LatencyLaw law, double times) {
        double open = law.openEnd();
        if (open >= 1) { // nothing has an end
            constant = Double.POSITIVE_INFINITY;
        } else if (open > LEAST_OPEN) {
            logKnown += times * Math.log1p(-open);
            terms.merge(new KnownPart(law, open), times, Double::sum);
        } else {
            terms.merge(law, times, Double::sum);
        }
    }

    /** If a term is infinite, so is the sum. */
    private LatencyLaw law(DoubleSupplier mean) {
        if (constant == Double.POSITIVE_INFINITY) {
            return Constant.ENDLESS;
        }
        return logKnown < 0 ? new OpenEnded(-Math.expm1(logKnown), ended(), mean.getAsDouble()) : ended();
    }

    private LatencyLaw ended() {
        Map<LatencyLaw, Double> rest = new LinkedHashMap<>();
        Points points = null;
        for (Map.Entry<LatencyLaw, Double> term : terms.entrySet()) {
            double times = term.getValue();
            Points single = singleTimes(term.getKey());
            if (term.getKey() instanceof ErlangLaw each) {
                rest.put(new ErlangLaw(times, each.meanOfEach()), 1.0);
            } else if (single != null && isFew(points, single, times)) {
                points = plus(points, single, times);
            } else {
                rest.put(term.getKey(), times);
            }
        }
        if (points != null) {
            rest.put(points, 1.0);
        }
        return Shifted.of(constant, ofRest(rest));
    }

    /** The law as atoms, if it is discrete. */
    private static @Nullable Points singleTimes(LatencyLaw law) {
        if (law instanceof Constant fixed) {
            return Points.of(new double[] {fixed.time()}, new double[] {1});
        }
        if (!(law instanceof TwoWayMixture either)) {
            return law instanceof Points points ? points : null;
        }
        Points first = singleTimes(either.first());
        Points other = singleTimes(either.other());
        return first == null || other == null ? null : Points.mixed(either.share(), first, other);
    }

    private static boolean isFew(@Nullable Points sum, Points points, double times) {
        double terms = (sum == null ? 1 : sum.size()) * Math.pow(points.size(), times);
        return terms <= MOST_POINTS;
    }

    private static Points plus(@Nullable Points sum, Points points, double times) {
        Points result = sum == null ? points : sum.plus(points);
        for (int i = 1; i < times; i++) {
            result = result.plus(points);
        }
        return result;
    }

    private LatencyLaw ofRest(Map<LatencyLaw, Double> rest) {
        if (rest.isEmpty()) {
            return new Constant(0);
        }
        LatencyLaw single = single(rest);
        if (single != null && !single.isInverted()) {
            return single;
        }
        InvertedSum inverted = InvertedSum.of(rest, workings.knots());
        return inverted == null ? onGrids(rest, workings) : inverted;
    }

    private static @Nullable LatencyLaw single(Map<LatencyLaw, Double> rest) {
        Map.Entry<LatencyLaw, Double> first = rest.entrySet().iterator().next();
        return rest.size() == 1 && first.getValue() == 1 ? first.getKey() : null;
    }

    /** The law of a sum, of which is given how often each term comes, on a grid. */
    static LatencyLaw onGrids(Map<LatencyLaw, Double> terms, Workings workings) {
        Map<LatencyLaw, Double> tabulated = new LinkedHashMap<>();
        terms.forEach((law, times) -> tabulated.merge(law.tabulated(workings), times, Double::sum));
        LatencyLaw single = single(tabulated);
        return single == null ? new Sum(workings).inPieces(tabulated) : single;
    }

    /** Frequent atoms are kept apart where the other terms do not spread them; the rest goes onto one grid. */
    private LatencyLaw inPieces(Map<LatencyLaw, Double> rest) {
        List<Sharpness> all = Sharpness.of(rest);
        boolean isSharp = all.stream().anyMatch(Sharpness::hasSteps)
                || rest.keySet().stream().anyMatch(Sharpness::hasNarrowBranch);
        Workings on = isSharp ? workings.finer() : workings;
        Map<LatencyLaw, Double> smooth = new LinkedHashMap<>(rest);
        Pieces sum = null;
        for (Sharpness term : all.stream().filter(each -> each.standsOutOf(all)).toList()) {
            smooth.remove(term.law());
            Pieces pieces = Pieces.of(term.law(), requireNonNull(term.atoms()), on);
            Pieces alike = alike((long) term.times(), pieces, (a, b) -> a.plus(b, on));
            sum = sum == null ? alike : sum.plus(alike, on);
        }
        if (sum == null) {
            return onGrid(rest, on);
        }
        Pieces whole = smooth.isEmpty() ? sum : sum.plus(Pieces.of(onGrid(smooth, on)), on);
        return whole.ofTerms(rest);
    }

    /** From the shortest to the longest. */
    private static Grid onGrid(Map<LatencyLaw, Double> terms, Workings on) {
        List<Grid> grids = terms.entrySet().stream()
                .sorted(Comparator.comparingDouble(term -> term.getKey().exceededBy(0.5)))
                .map(term -> alike(term.getValue().longValue(), on.gridOf(term.getKey()), on::sum))
                .toList();
        return inHalves(grids, on);
    }

    /** Partial sums are kept, since most of them stay the same when one term changes. */
    private static Grid inHalves(List<Grid> grids, Workings on) {
        int n = grids.size();
        int half = (n + 1) / 2;
        return n == 1
                ? grids.get(0)
                : on.sum(inHalves(grids.subList(0, half), on), inHalves(grids.subList(half, n), on));
    }

    /** The sum of n equal terms, by doubling. */
    private static <T> T alike(long n, T each, BinaryOperator<T> plus) {
        T sum = each;
        for (long bit = Long.highestOneBit(n) >> 1; bit > 0; bit >>= 1) {
            sum = plus.apply(sum, sum);
            sum = (n & bit) == 0 ? sum : plus.apply(sum, each);
        }
        return sum;
    }
}
