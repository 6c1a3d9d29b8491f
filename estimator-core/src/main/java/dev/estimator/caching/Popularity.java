package dev.estimator.caching;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.io.Serializable;

/**
 * How often each item is requested: by Zipf's law, the k-th most popular of N items in proportion to {@code k^−α}.
 *
 * <p>With an exponent α of 0 all items are equally popular; web caches have shown 0.64 to 0.83, words of a text about
 * 1. The number of items need not be whole.
 *
 * @param items how many items there are, from one to 1e30
 * @param exponent the exponent α of Zipf's law, at most 10; 0 if all items are equally popular
 * @see "L. Breslau et al., Web Caching and Zipf-like Distributions: Evidence and Implications, INFOCOM 1999"
 */
public record Popularity(Count items, Ratio exponent) implements Serializable {
    private static final Share FIFTH = Share.of(0.2);

    /** With the greatest exponent the share of the last of these is 1e-300; a double cannot hold much less. */
    private static final double MOST_OBJECTS = 1e30;

    /**
     * Checks the inputs.
     *
     * @param items how many items there are, from one to 1e30
     * @param exponent the exponent α of Zipf's law, at most 10; 0 if all items are equally popular
     */
    public Popularity {
        items = Refusal.named(items, "items");
        exponent = Refusal.named(exponent, "exponent", "Zipf exponent");
        Refusal.unless(items.value() >= 1, "items", "at least 1", items);
        Refusal.unless(items.value() <= MOST_OBJECTS, "items", "at most 1e30", items);
        Refusal.unless(
                exponent.value() <= RankGroups.GREATEST_EXPONENT,
                "exponent",
                "at most " + (int) RankGroups.GREATEST_EXPONENT,
                exponent);
    }

    /**
     * Obtains the popularity of items by Zipf's law.
     *
     * @param items how many there are, from one to 1e30
     * @param exponent the exponent α, from 0 for equally popular items to 10
     * @return the popularity
     * @throws IllegalArgumentException if there is no item, or more than 1e30, or the exponent is above 10
     */
    public static Popularity of(Count items, Ratio exponent) {
        return new Popularity(items, exponent);
    }

    /**
     * Obtains the popularity from the share of requests that the most popular items draw: {@code ofTop(million(1),
     * percent(20), percent(80))}. The exponent is the one at which {@code H(top × N, α) ÷ H(N, α)} is that share.
     *
     * @param items how many there are
     * @param top the most popular of them, as a share of the items; at least one item
     * @param requests the share of the requests that they draw, at least {@code top}
     * @return the popularity
     * @throws IllegalArgumentException if there is no item
     * @throws ArithmeticException if no exponent up to 10 does it
     */
    public static Popularity ofTop(Count items, Share top, Share requests) {
        Count named = Refusal.named(items, "items");
        Ratio exponent = Ratio.computed(
                "exponent of a top share",
                new ExponentOfTop(),
                named,
                Refusal.named(top, "top", "share of items"),
                Refusal.named(requests, "requests", "share of requests"));
        return of(named, exponent.named("Zipf exponent"));
    }

    /**
     * Returns the share of requests that the most popular items draw: {@code H(top, α) ÷ H(N, α)} with the generalized
     * harmonic number {@code H(n, α) = Σ k^−α}.
     *
     * @param top how many of the most popular, at most all
     * @return their share of the requests; the first alone draws {@code shareOfTop(count(1))}
     * @throws ArithmeticException if there are fewer items
     * @see "L. Breslau et al., Web Caching and Zipf-like Distributions: Evidence and Implications, INFOCOM 1999"
     */
    public Share shareOfTop(Count top) {
        return drawnBy(Refusal.named(top, "top", "top items")).named("share of requests");
    }

    /**
     * Returns the share of requests that a share of the items draws, the most popular first.
     *
     * @param top the share of the items
     * @return their share of the requests
     */
    public Share shareOfTop(Share top) {
        return shareOfTop(
                items.times(Refusal.named(top, "top", "share of items")).named("top items"));
    }

    /**
     * Returns how many of the most popular items draw a share of the requests.
     *
     * @param requests the share of the requests
     * @return the items, not rounded: {@code ceil()} is enough
     */
    public Count topFor(Share requests) {
        return drawing(Refusal.named(requests, "requests", "share of requests")).named("top items");
    }

    /**
     * Returns the law and the requests that a fifth of the items draws, as in 'Zipf 1 over 1M: the top 20% draw 89% of
     * requests'.
     */
    @Override
    public String toString() {
        return law() + ": the top " + FIFTH + " draw " + shareOfTop(FIFTH) + " of requests";
    }

    /** The law, as in 'Zipf 0.8 over 1M'. */
    String law() {
        return "Zipf " + exponent().toString().replace("×", "") + " over " + items();
    }

    /** The share of requests that the most popular items draw. */
    Share drawnBy(Count top) {
        return Share.computed("H({2}, {1}) ÷ H({0}, {1})", new ShareOfTop(), items, exponent, top);
    }

    /** How many of the most popular items draw a share of requests. */
    Count drawing(Share requests) {
        return Count.computed("items that draw a share", new TopFor(), items, exponent, requests);
    }

    /** Whether the first two inputs of a formula make a valid popularity. */
    static boolean isPossible(double items, double exponent) {
        return items >= 1 && items <= MOST_OBJECTS && exponent <= RankGroups.GREATEST_EXPONENT;
    }

    static final String CONDITION =
            "there must be at least one item and at most 1e30, and the exponent must be at most 10";

    /** The inputs are the items, the exponent and the number of top items. */
    private record ShareOfTop() implements Formula {
        @Override
        public double apply(double... in) {
            return isPossible(in[0], in[1]) && in[2] <= in[0]
                    ? Harmonic.number(in[2], in[1]) / Harmonic.number(in[0], in[1])
                    : Double.NaN;
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.FALLING : input == 1 ? Direction.UNKNOWN : Direction.RISING;
        }

        @Override
        public String condition() {
            return "the top must be no more than all items, and the exponent at most 10";
        }
    }

    /** The inputs are the items, the exponent and the share of requests. */
    private record TopFor() implements Formula {
        @Override
        public double apply(double... in) {
            return isPossible(in[0], in[1])
                    ? Harmonic.terms(in[2] * Harmonic.number(in[0], in[1]), in[1], in[0])
                    : Double.NaN;
        }

        @Override
        public Direction direction(int input) {
            return input == 1 ? Direction.UNKNOWN : Direction.RISING;
        }

        @Override
        public String condition() {
            return CONDITION;
        }
    }

    /** The inputs are the items, the share of items and the share of requests. */
    private record ExponentOfTop() implements Formula {
        @Override
        public double apply(double... in) {
            double top = in[0] * in[1];
            return top >= 1 ? Harmonic.exponent(top, in[0], in[2], RankGroups.GREATEST_EXPONENT) : Double.NaN;
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.UNKNOWN : input == 1 ? Direction.FALLING : Direction.RISING;
        }

        @Override
        public String condition() {
            return "the top must be at least one item, draw no less than at exponent 0 and no more than at exponent 10";
        }
    }
}
