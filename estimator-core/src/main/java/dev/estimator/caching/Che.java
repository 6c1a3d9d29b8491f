package dev.estimator.caching;

/**
 * Che's approximation of a cache that evicts the least recently used object: a cache that keeps each object for a fixed
 * time after its last request.
 *
 * <p>Time counts requests to the cache as a whole. Within a time T an object with a share p of the requests is
 * requested with probability {@code 1 − e^(−pT)}, which is both the probability that the cache holds it and that of a
 * hit.
 *
 * @see "H. Che, Y. Tung and Z. Wang, Hierarchical Web Caching Systems: Modeling, Design and Experimental Results, IEEE
 *     JSAC 20 (2002), section III"
 */
final class Che {
    /** Below this u, {@code 1 − e^−u} loses digits, while six terms of its series are exact. */
    private static final double SMALL = 0.01;

    /** After a Newton step this small, in the logarithm, the next one no longer changes a digit. */
    private static final double SMALL_STEP = 1e-7;

    /** More steps than it takes to halve a bracket down to nothing. */
    private static final int MOST_STEPS = 200;

    private final RankGroups groups;

    private Che(RankGroups groups) {
        this.groups = groups;
    }

    /** Obtains the approximation for objects of a Zipf law, {@code objects ≥ 1} and {@code 0 ≤ α ≤ 10}. */
    static Che of(double objects, double exponent) {
        return new Che(RankGroups.of(objects, exponent));
    }

    /**
     * The characteristic time T in which a number of different objects is requested, {@code Σ (1 − e^(−pᵢT)) = C};
     * infinite for all of them.
     */
    double timeForObjects(double cached) {
        return time(groups.sizes(), cached, groups.objects() - cached);
    }

    /**
     * The time T after which a share of the requests are hits, {@code Σ pᵢ (1 − e^(−pᵢT)) = h}; infinite for all of
     * them.
     */
    double timeForHitRatio(double hitRatio) {
        return time(groups.requests(), hitRatio, 1 - hitRatio);
    }

    /** How many objects the cache holds, {@code Σ (1 − e^(−pᵢT))}. */
    double objects(double time) {
        return Math.min(asked(groups.sizes(), time), groups.objects());
    }

    /** The share of requests that are hits, {@code Σ pᵢ (1 − e^(−pᵢT))}. */
    double hitRatio(double time) {
        return Math.min(asked(groups.requests(), time), 1);
    }

    private double asked(double[] weights, double time) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * asked(groups.shares()[i] * time);
        }
        return sum;
    }

    /** {@code 1 − e^−u}, with full precision where u is small. */
    private static double asked(double u) {
        return u > SMALL ? 1 - Math.exp(-u) : u * (1 - u / 2 * (1 - u / 3 * (1 - u / 4 * (1 - u / 5 * (1 - u / 6)))));
    }

    /**
     * Newton's method in the logarithms of the time and of the wanted sum, or of its complement if that is smaller. The
     * bracket follows from {@code 1 − e^−u ≤ u}, and no object is less popular than the last.
     */
    private double time(double[] weights, double asked, double rest) {
        if (!(asked > 0) || !(rest > 0)) {
            return asked > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        double low = Math.log(asked / slopeAtZero(weights));
        double high = Math.log(Math.log1p(asked / rest) / groups.leastShare());
        double log = low;
        for (int i = 0; i < MOST_STEPS; i++) {
            double time = Math.exp(log);
            var sums = WeightedSums.of(groups.shares(), weights, time);
            double excess = asked <= rest ? Math.log(sums.asked / asked) : Math.log(rest / sums.rest);
            double sum = asked <= rest ? sums.asked : sums.rest;
            low = excess < 0 ? log : low;
            high = excess > 0 ? log : high;
            double next = log - excess * sum / (sums.slope * time);
            if (Math.abs(next - log) <= SMALL_STEP) {
                return Math.exp(next);
            }
            log = next > low && next < high ? next : (low + high) / 2;
        }
        return Double.NaN;
    }

    private double slopeAtZero(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * groups.shares()[i];
        }
        return sum;
    }

    /**
     * The weight of the objects requested in a time, that of the others, and the derivative {@code Σ w pᵢ e^(−pᵢT)}.
     */
    private record WeightedSums(double asked, double rest, double slope) {
        static WeightedSums of(double[] shares, double[] weights, double time) {
            double asked = 0;
            double rest = 0;
            double slope = 0;
            for (int i = 0; i < weights.length; i++) {
                double u = shares[i] * time;
                double left = u > SMALL ? Math.exp(-u) : 1 - Che.asked(u);
                asked += weights[i] * (u > SMALL ? 1 - left : Che.asked(u));
                rest += weights[i] * left;
                slope += weights[i] * shares[i] * left;
            }
            return new WeightedSums(asked, rest, slope);
        }
    }
}
