package dev.estimator.caching;

/**
 * The exact hit ratio of a cache that evicts the least recently used object, for few objects that are requested
 * independently.
 *
 * <p>The cache holds the last C different objects. The chance of each set of them follows from those of the sets with
 * one less: {@code P(S) = Σ P(S − i) × pᵢ ÷ (1 − p(S − i))} over the object i of the set that was requested longest
 * ago. The work doubles with each object.
 *
 * @see "W. F. King, Analysis of Demand Paging Algorithms, IFIP Congress 1971"
 * @see "P. Flajolet, D. Gardy and L. Thimonier, Birthday Paradox, Coupon Collectors, Caching Algorithms and
 *     Self-organizing Search, Discrete Applied Mathematics 39 (1992), section 5"
 */
final class ExactLru {
    /** The most objects, which take a millisecond or two. */
    static final int MOST_OBJECTS = 16;

    private ExactLru() {}

    /** The share of requests that are hits, if {@code cached} of the objects of a Zipf law are held. */
    static double hitRatio(int objects, double exponent, int cached) {
        double[] shares = RankGroups.of(objects, exponent).shares();
        double[] requests = requests(shares);
        double[] chances = new double[requests.length];
        chances[0] = 1;
        double hits = 0;
        for (int set = 0; set < chances.length; set++) {
            int size = Integer.bitCount(set);
            if (size <= cached) {
                for (int rest = set; rest != 0; rest &= rest - 1) {
                    int before = set ^ Integer.lowestOneBit(rest);
                    double others = requests[requests.length - 1 - before];
                    chances[set] += chances[before] * shares[Integer.numberOfTrailingZeros(rest)] / others;
                }
                hits += size == cached ? chances[set] * requests[set] : 0;
            }
        }
        return hits;
    }

    /** The share of requests for each set of objects. */
    private static double[] requests(double[] shares) {
        double[] requests = new double[1 << shares.length];
        for (int set = 1; set < requests.length; set++) {
            requests[set] = requests[set & (set - 1)] + shares[Integer.numberOfTrailingZeros(set)];
        }
        return requests;
    }
}
