package dev.estimator.internal.engine;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.QuantityWriter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Which inputs move together: a Gaussian copula, given by correlations of normal scores between pairs. Pairs that
 * nothing is said about are not correlated.
 */
final class GaussianCopula implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Two inputs and their correlation, the smaller number first. */
    record Pair(int first, int second) implements Serializable, Comparable<Pair> {
        static Pair of(int a, int b) {
            return new Pair(Math.min(a, b), Math.max(a, b));
        }

        @Override
        public int compareTo(Pair other) {
            return first == other.first ? Integer.compare(second, other.second) : Integer.compare(first, other.first);
        }
    }

    private final TreeMap<Pair, Double> correlations = new TreeMap<>();
    private @Nullable String conflict;

    void add(int a, int b, double correlation, List<InputLeaf> leaves) {
        Double known = correlations.putIfAbsent(Pair.of(a, b), correlation);
        if (known != null && known != correlation && conflict == null) {
            conflict = "the correlation of " + name(leaves, a) + " and " + name(leaves, b)
                    + " must be stated once but was " + known + " and " + correlation;
        }
    }

    boolean isEmpty() {
        return correlations.isEmpty();
    }

    Iterable<Pair> pairs() {
        return Collections.unmodifiableSet(correlations.keySet());
    }

    /** The inputs that are linked to some other. */
    int[] members() {
        if (correlations.isEmpty()) {
            return new int[0];
        }
        return correlations.keySet().stream()
                .flatMapToInt(pair -> Arrays.stream(new int[] {pair.first, pair.second}))
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * The lower triangular root of the correlation matrix of all {@link #members}.
     *
     * @throws IllegalArgumentException if no values can be correlated like this
     */
    double[][] root(List<InputLeaf> leaves) {
        if (conflict != null) {
            throw new IllegalArgumentException(conflict);
        }
        int[] members = members();
        if (members.length == 0) {
            return new double[0][];
        }
        RealMatrix matrix = new Array2DRowRealMatrix(members.length, members.length);
        for (int i = 0; i < members.length; i++) {
            for (int k = 0; k <= i; k++) {
                double correlation = i == k ? 1 : correlations.getOrDefault(Pair.of(members[i], members[k]), 0.0);
                matrix.setEntry(i, k, correlation);
                matrix.setEntry(k, i, correlation);
            }
        }
        try {
            return new CholeskyDecomposition(matrix).getL().getData();
        } catch (NonPositiveDefiniteMatrixException e) {
            List<String> stated = new ArrayList<>();
            correlations.forEach((pair, correlation) ->
                    stated.add(name(leaves, pair.first) + " and " + name(leaves, pair.second) + " " + correlation));
            throw new IllegalArgumentException(
                    "correlations must fit together but no values can have these: " + String.join(", ", stated)
                            + "; make some weaker, or state those of the other pairs",
                    e);
        }
    }

    /** What was said about pairs, equal if the same was said. */
    Object stated() {
        return Collections.unmodifiableMap(correlations);
    }

    boolean isSameAs(GaussianCopula other) {
        return correlations.equals(other.correlations);
    }

    private static String name(List<InputLeaf> leaves, int leaf) {
        Node node = leaves.get(leaf).node();
        return "'" + (node.name() == null ? QuantityWriter.stated(Shown.kind(node), node.value()) : node.name()) + "'";
    }
}
