package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Units;
import java.io.Serializable;

/**
 * A Bloom filter: bits that tell, with some false positives, whether an item is in a set.
 *
 * <p>The textbook optimum has a number of hashes that is not whole, {@link #exactHashes()}, and needs
 * {@link #leastBits()}. A real filter has a whole number of {@link #hashes()} and needs a few more {@link #bits()} for
 * the same share of false positives. The formulas take bits as independent of each other, as {@code explain()} says.
 * For filters below 5000 bits where that is off by 1 % and more, {@link #bits()}, {@link #hashes()} and
 * {@link #falsePositivesWith} are exact instead.
 *
 * @param items how many items the filter is made for, above zero
 * @param falsePositives how often something that is not in the set is taken to be, above 0 % and below 100 %
 * @see "A. Broder and M. Mitzenmacher, Network Applications of Bloom Filters: A Survey, Internet Mathematics 1 (2004)"
 */
public record BloomFilter(Count items, Share falsePositives) implements Serializable {
    private static final String INDEPENDENT = ", approximation as if bits were independent";
    private static final String EXACT = "E[(set bits ÷ bits)^";

    /** The most bits for which the exact calculation is affordable. */
    private static final double MOST_BITS = 5000;

    private static final Bytes BIT = Bytes.of(0.125, Units.B);

    /**
     * Checks the inputs.
     *
     * @param items how many items the filter is made for, above zero
     * @param falsePositives how often something that is not in the set is taken to be, above 0 % and below 100 %
     */
    public BloomFilter {
        items = Refusal.aboveZero(Refusal.named(items, "items"), "items");
        Share some = Refusal.named(falsePositives, "falsePositives", "false positives");
        falsePositives = Refusal.between(some, "falsePositives", Share.of(0), Share.of(1));
    }

    /**
     * Obtains a filter for a number of items and a share of false positives.
     *
     * @param items how many items it is to hold, above zero
     * @param falsePositives how often something that is not in the set may be taken to be
     * @return the filter
     * @throws IllegalArgumentException if there are no items, or the share is 0 % or 100 %
     */
    public static BloomFilter of(Count items, Share falsePositives) {
        return new BloomFilter(items, falsePositives);
    }

    /**
     * Returns the optimal number of hashes, which is not whole: {@code k = −log₂ p}.
     *
     * @return the hashes of the textbook
     * @see "A. Broder and M. Mitzenmacher, Network Applications of Bloom Filters: A Survey, Internet Mathematics 1
     *     (2004)"
     */
    public Ratio exactHashes() {
        return Ratio.computed("−log₂ {0}", BloomFormula.EXACT_HASHES, falsePositives)
                .named("exact hashes");
    }

    /**
     * Returns the bits at the optimum, a lower bound for any whole number of hashes: {@code −n × ln p ÷ (ln 2)²}.
     *
     * @return the bits of the textbook, not rounded
     * @see "A. Broder and M. Mitzenmacher, Network Applications of Bloom Filters: A Survey, Internet Mathematics 1
     *     (2004)"
     */
    public Count leastBits() {
        Ratio perItem =
                Ratio.computed("−ln {0} ÷ (ln 2)²" + INDEPENDENT, BloomFormula.LEAST_BITS_PER_ITEM, falsePositives);
        return Inside.ofNothingNamed(items.times(perItem.named("least bits per item")))
                .named("least bits");
    }

    /**
     * Returns the hashes to build with: the whole number next to the {@link #exactHashes()} that needs fewer bits; for
     * a small filter it may be one or two fewer.
     *
     * @return the hashes, at least 1
     */
    public Count hashes() {
        if (isSmall()) {
            return Count.computed("whole hashes", BloomFormula.HASHES_OF_FEW_BITS, items, falsePositives)
                    .named("hashes");
        }
        return Count.computed("whole hashes", BloomFormula.WHOLE_HASHES, falsePositives)
                .named("hashes");
    }

    /**
     * Returns the bits for a whole number of hashes: {@code ⌈−n × k ÷ ln(1 − p^(1/k))⌉}, for a small filter, the fewest
     * bits that keep {@code E[(set bits ÷ bits)^k]} to p.
     *
     * @return the bits to build with
     */
    public Count bits() {
        if (isSmall()) {
            return Count.computed(
                            "least bits for {0} with " + EXACT + "hashes] ≤ {1}",
                            BloomFormula.FEW_BITS,
                            items,
                            falsePositives)
                    .named("bits");
        }
        Ratio perItem = Ratio.computed(
                "−{1} ÷ ln(1 − {0}^(1/{1}))" + INDEPENDENT, BloomFormula.BITS_PER_ITEM, falsePositives, hashes());
        return Inside.ofNothingNamed(items.times(perItem.named("bits per item")))
                .ceil()
                .named("bits");
    }

    /**
     * Returns the memory of the filter: {@code bits ÷ 8}.
     *
     * @return the memory
     */
    public Bytes memory() {
        return bits().times(BIT).named("filter memory");
    }

    /**
     * Returns the share of false positives when the filter, as built, holds another number of items.
     *
     * @param held how many items are in it
     * @return {@code (1 − e^(−k × held ÷ bits))^k}, for a small filter exactly {@code E[(set bits ÷ bits)^k]}
     */
    public Share falsePositivesWith(Count held) {
        requireNonNull(held, "held");
        if (isSmall()) {
            return Share.computed(
                            EXACT + "{0}] of {1} with {2}",
                            BloomFormula.FALSE_POSITIVES_OF_FEW_BITS,
                            hashes(),
                            bits(),
                            held.orNamed("held items"))
                    .named("false positives");
        }
        return Share.computed(
                        "(1 − e^(−{0} × {2} ÷ {1}))^{0}" + INDEPENDENT,
                        BloomFormula.FALSE_POSITIVES,
                        hashes(),
                        bits().toRatio(),
                        held.orNamed("held items").toRatio())
                .named("false positives");
    }

    /**
     * Returns the share of false positives of any filter: {@code (1 − e^(−k ÷ bits per item))^k}.
     *
     * @param bitsPerItem bits ÷ items held, above zero
     * @param hashes the hashes for each item, k, at least 1
     * @return how often an item that is not in the set is taken to be in it
     * @throws ArithmeticException if there are no bits or no hashes
     * @see "A. Broder and M. Mitzenmacher, Network Applications of Bloom Filters: A Survey, Internet Mathematics 1
     *     (2004)"
     */
    public static Share falsePositives(Ratio bitsPerItem, Count hashes) {
        return Share.computed(
                        "(1 − e^(−{0} ÷ {1}))^{0}" + INDEPENDENT,
                        BloomFormula.FALSE_POSITIVES,
                        Refusal.named(hashes, "hashes"),
                        Refusal.named(bitsPerItem, "bitsPerItem", "bits per item"))
                .named("false positives");
    }

    /** Returns the memory and hashes of the filter, as in 'filter of 1k at 1%: 1.2 kB, 9.6 bits per item, 7 hashes'. */
    @Override
    public String toString() {
        return "filter of " + items() + " at " + falsePositives() + ": " + memory() + ", "
                + bits().div(items()).toString().replace("×", "") + " bits per item, " + hashes() + " hashes";
    }

    private boolean isSmall() {
        return isSmall(
                SetBits.whole(items().value()),
                falsePositives().value()); // decided by the same rule as bits and hashes
    }

    /**
     * Whether taking bits as independent is off by 1 % and more: by {@code 0.31 × k (k − 1) ÷ 2m}, as X ÷ m varies by
     * 0.077 ÷ m.
     */
    private static boolean isSmall(double items, double share) {
        double hashes = wholeHashes(share);
        return usualBits(items, share) < Math.min(MOST_BITS, 50 + 15 * hashes * (hashes - 1));
    }

    private static double usualBits(double items, double share) {
        return Math.ceil(items * bitsPerItem(share, wholeHashes(share)));
    }

    private static double wholeHashes(double share) {
        double below = Math.max(1, Math.floor(-Math.log(share) / Math.log(2)));
        return bitsPerItem(share, below) <= bitsPerItem(share, below + 1) ? below : below + 1;
    }

    /** The bits for each item with k hashes. */
    private static double bitsPerItem(double share, double hashes) {
        return -hashes / Math.log1p(-Math.pow(share, 1 / hashes));
    }

    /**
     * Formulas of a filter. The input is the share of false positives; for a small filter, the items and that share.
     */
    private enum BloomFormula implements Formula {
        EXACT_HASHES,
        LEAST_BITS_PER_ITEM,
        WHOLE_HASHES,
        /** The inputs are the share of false positives and the hashes. */
        BITS_PER_ITEM,
        FEW_BITS,
        HASHES_OF_FEW_BITS,
        /** The inputs are the hashes, the bits, and the items unless the bits are those for each item. */
        FALSE_POSITIVES,
        /** The inputs are the hashes, the bits and the items. */
        FALSE_POSITIVES_OF_FEW_BITS;

        @Override
        public double apply(double... in) {
            if (this == EXACT_HASHES) {
                return -Math.log(in[0]) / Math.log(2);
            }
            if (this == LEAST_BITS_PER_ITEM) {
                return -Math.log(in[0]) / (Math.log(2) * Math.log(2));
            }
            if (this == WHOLE_HASHES) {
                return wholeHashes(in[0]);
            }
            if (this == BITS_PER_ITEM) {
                return bitsPerItem(in[0], in[1]);
            }
            if (this == FEW_BITS || this == HASHES_OF_FEW_BITS) {
                return least(SetBits.whole(in[0]), in[1])[this == FEW_BITS ? 0 : 1];
            }
            return this == FALSE_POSITIVES_OF_FEW_BITS && in[1] < 2 * MOST_BITS
                    ? SetBits.allHit(SetBits.whole(in[2]), Math.rint(in[1]), (int) Math.rint(in[0]))
                    : falsePositives(in[0], in[1], in.length > 2 ? in[2] : 1);
        }

        @Override
        public Direction direction(int input) {
            if (this == EXACT_HASHES || this == LEAST_BITS_PER_ITEM || this == WHOLE_HASHES) {
                return Direction.FALLING;
            }
            if (this == FEW_BITS) {
                return input == 0 ? Direction.RISING : Direction.FALLING;
            }
            if (this == BITS_PER_ITEM) {
                return input == 0 ? Direction.FALLING : Direction.UNKNOWN;
            }
            boolean isUnknown = this == HASHES_OF_FEW_BITS || input == 0;
            return isUnknown ? Direction.UNKNOWN : input == 1 ? Direction.FALLING : Direction.RISING;
        }

        private static double[] least(double items, double share) {
            double hashes = wholeHashes(share);
            double bits = Math.max(1, usualBits(items, share));
            return isSmall(items, share)
                    ? SetBits.least(items, share, bits, (int) hashes)
                    : new double[] {bits, hashes};
        }

        private static double falsePositives(double hashes, double bits, double items) {
            return hashes >= 1 && bits > 0 ? Math.pow(-Math.expm1(-hashes * items / bits), hashes) : Double.NaN;
        }

        @Override
        public String condition() {
            return this == FALSE_POSITIVES ? "there must be at least one hash and bits" : Formula.super.condition();
        }

        @Override
        public boolean isSlow() {
            return this == FEW_BITS || this == HASHES_OF_FEW_BITS || this == FALSE_POSITIVES_OF_FEW_BITS;
        }
    }
}
