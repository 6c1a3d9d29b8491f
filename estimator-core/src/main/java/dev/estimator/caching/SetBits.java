package dev.estimator.caching;

import dev.estimator.internal.numeric.Rounding;

/** A few bits that are set at random, as by the hashes of a small Bloom filter; each setting is a throw. */
final class SetBits {
    /** After this many throws for each bit one of them is still unset with a probability below {@code 1e-27}. */
    private static final double ENOUGH_PER_BIT = 64;

    private SetBits() {}

    /**
     * The probability that k more throws hit only bits that are already set: {@code E[(X ÷ m)^k]} of the number X of
     * bits that n × k throws set.
     *
     * <p>It is the sum over j of the probability that k throws hit j bits, times the probability that these j are all
     * set. All terms are positive, so tiny probabilities keep their digits.
     */
    static double allHit(double items, double bits, int hashes) {
        double[] unset = new double[hashes + 1];
        double[] hit = new double[hashes + 1];
        unset[0] = 1;
        hit[0] = 1;
        for (double i = Math.min(items * hashes, ENOUGH_PER_BIT * bits); i > 0.5; i--) {
            for (int j = hashes; j > 0; j--) {
                unset[j] += j / bits * (unset[j - 1] - unset[j]);
            }
        }
        for (int i = 0; i < hashes; i++) {
            for (int j = hashes; j > 0; j--) {
                hit[j] = hit[j] * j / bits + hit[j - 1] * Math.max(0, bits - j + 1) / bits;
            }
            hit[0] = 0;
        }
        double sum = 0;
        for (int j = 0; j <= hashes; j++) {
            sum += hit[j] * unset[j];
        }
        return sum;
    }

    /** Counts part of an item, as drawn from a range, as a whole item. */
    static double whole(double items) {
        return Rounding.ceil(items);
    }

    /**
     * The fewest bits, beginning at a number, with that many hashes or one or two fewer, that keep to a probability.
     */
    static double[] least(double items, double probability, double from, int hashes) {
        for (double bits = from; ; bits++) {
            for (int k = hashes; k >= Math.max(1, hashes - 2); k--) {
                if (allHit(items, bits, k) <= probability) {
                    return new double[] {bits, k};
                }
            }
        }
    }
}
