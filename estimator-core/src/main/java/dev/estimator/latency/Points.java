package dev.estimator.latency;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A law of single times, such as a measured sample.
 *
 * @param times in ascending order, each once
 * @param tails the probability that each is exceeded; 0 for the last
 */
record Points(ImmutableDoubleArray times, ImmutableDoubleArray tails) implements LatencyLaw {
    /** More steps than this cost more than a grid. */
    private static final int MOST_DELAYS = 16;

    /** The law of weighted times, in any order; those of weight zero are left out. */
    static Points of(double[] times, double[] weights) {
        Integer[] order = new Integer[times.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(times[a], times[b]));
        double[] distinct = new double[times.length];
        double[] weight = new double[times.length];
        int n = 0;
        for (int i : order) {
            if (weights[i] > 0) {
                n += n > 0 && distinct[n - 1] == times[i] ? 0 : 1;
                distinct[n - 1] = times[i];
                weight[n - 1] += weights[i];
            }
        }
        double[] tails = tails(weight, n);
        return new Points(ImmutableDoubleArray.copyOf(Arrays.copyOf(distinct, n)), ImmutableDoubleArray.copyOf(tails));
    }

    private static double[] tails(double[] weight, int n) {
        double[] tails = new double[n];
        double above = 0;
        for (int i = n - 1; i > 0; i--) {
            above += weight[i];
            tails[i - 1] = above;
        }
        double all = above + weight[0];
        for (int i = 0; i < n; i++) {
            tails[i] /= all;
        }
        return tails;
    }

    int size() {
        return times.length();
    }

    double time(int i) {
        return times.get(i);
    }

    /** The probability of a time. */
    double weight(int i) {
        return (i == 0 ? 1 : tails.get(i - 1)) - tails.get(i);
    }

    /** The sum with another such law, term by term. */
    Points plus(Points other) {
        double[] sums = new double[size() * other.size()];
        double[] weights = new double[sums.length];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                sums[i * other.size() + j] = times.get(i) + other.times.get(j);
                weights[i * other.size() + j] = weight(i) * other.weight(j);
            }
        }
        return of(sums, weights);
    }

    /** The mixture of two such laws: the first for a share of the requests, the other for the rest. */
    static Points mixed(double share, Points first, Points other) {
        double[] times = Doubles.concat(first.times.toArray(), other.times.toArray());
        double[] weights = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            int n = first.size();
            weights[i] = i < n ? share * first.weight(i) : (1 - share) * other.weight(i - n);
        }
        return of(times, weights);
    }

    @Override
    public double slower(double time) {
        int low = -1;
        int high = size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (times.get(middle) <= time) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low < 0 ? 1 : tails.get(low);
    }

    @Override
    public double exceededBy(double share) {
        int low = -1;
        int high = size() - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (tails.get(middle) <= share) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return times.get(high);
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += weight(i) * times.get(i);
        }
        return sum;
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += weight(i) * (times.get(i) - mean) * (times.get(i) - mean);
        }
        return sum;
    }

    @Override
    public @Nullable Transform transform() {
        if (size() > MOST_DELAYS) {
            return null;
        }
        Transform all = new Transform.Delay(time(size() - 1));
        for (int i = size() - 2; i >= 0; i--) {
            double from = i == 0 ? 1 : tails.get(i - 1);
            all = new Transform.Either(weight(i) / from, new Transform.Delay(time(i)), all);
        }
        return all;
    }

    @Override
    public DoubleStream singleTimes() {
        return times.stream().filter(Double::isFinite);
    }
}
