package dev.estimator.latency;

/** Finds percentiles of laws that only give the probability of exceeding a time. */
final class PercentileSearch {
    private PercentileSearch() {}

    /**
     * The least time between two bounds that is exceeded with at most the given probability, to the last bit. Halving
     * the bits of a double takes at most 64 steps whatever the scale, and steps in the law do not disturb it.
     */
    static double exceededBy(LatencyLaw law, double share, double low, double high) {
        long below = Double.doubleToLongBits(low);
        long above = Double.doubleToLongBits(high);
        if (low == Double.POSITIVE_INFINITY || law.slower(low) <= share) {
            return low;
        }
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (law.slower(Double.longBitsToDouble(middle)) <= share) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return Double.longBitsToDouble(above);
    }
}
