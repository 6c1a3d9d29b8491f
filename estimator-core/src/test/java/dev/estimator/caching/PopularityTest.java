package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.thousand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PopularityTest {
    /** Of a percentile by the default number of samples. */
    private static final double SAMPLING = 5e-4;

    private static final Popularity BASE = Popularity.of(million(1), ratio(1));

    /** math.stackexchange.com/questions/2711585: by Zipf's law the first of 10,000 titles has 0.10217 of requests. */
    @Test
    void shareOfTop_printed() {
        Popularity titles = Popularity.of(thousand(10), BASE.exponent());
        assertThat(titles.shareOfTop(count(1)).value()).isCloseTo(0.10217, within(5e-6));
    }

    /** The reference: at α = 1 and a million items the top 20 % draw 88.8 %; mpmath has 0.88817713672842897. */
    @Test
    void shareOfTop_isNot80Of20() {
        assertNear(0.888177136728429, BASE.shareOfTop(percent(20)).value());
    }

    /** {@code (1 + 2^−0.5) ÷ (1 + 2^−0.5 + 3^−0.5 + 1/2)}. */
    @Test
    void shareOfTop_byHand() {
        Popularity four = Popularity.of(count(4), ratio(0.5));
        double first = 1 + 1 / Math.sqrt(2);
        double all = first + 1 / Math.sqrt(3) + 0.5;
        assertNear(first / all, four.shareOfTop(count(2)).value());
        assertNear(first / all, four.shareOfTop(percent(50)).value());
        assertNear(1 / all, four.shareOfTop(count(1)).value());
    }

    @Test
    void shareOfTop_noneAndAll() {
        assertThat(BASE.shareOfTop(count(0))).isEqualTo(percent(0));
        assertThat(BASE.shareOfTop(million(1))).isEqualTo(percent(100));
    }

    @Test
    void shareOfTop_equallyPopular() {
        assertNear(
                0.13,
                Popularity.of(BASE.items(), ratio(0)).shareOfTop(thousand(130)).value());
    }

    @Test
    void shareOfTop_moreThanThereAre() {
        assertThatThrownBy(() -> BASE.shareOfTop(million(2)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("H(top items (2M), Zipf exponent (×1)) ÷ H(items (1M), Zipf exponent (×1)) has no answer:"
                        + " the top must be no more than all items, and the exponent at most 10");
    }

    @Test
    void shareOfTop_explain() {
        assertThat(BASE.shareOfTop(percent(20)).explain()).hasToString("""
                assumed
                  items          = 1M
                  Zipf exponent  = ×1
                  share of items = 20%
                calculated
                  top items = items × share of items
                            = 1M × 20%
                            = 200k
                  share of requests = H(top items, Zipf exponent) ÷ H(items, Zipf exponent)
                                    = H(200k, 1) ÷ H(1M, 1)
                                    = 88.82%""");
    }

    /** Rising with the exponent, so its ends are those of the range, as far as sampling knows them. */
    @Test
    void shareOfTop_ofRange() {
        Popularity unsure = Popularity.of(
                BASE.items(), assume("measured exponent", between(ratio(0.64), ratio(0.83)), "Breslau 1999"));
        assertNear(
                Popularity.of(BASE.items(), ratio(0.64)).shareOfTop(percent(20)).value(),
                unsure.shareOfTop(percent(20)).p5().value(),
                SAMPLING);
        assertNear(
                Popularity.of(BASE.items(), ratio(0.83)).shareOfTop(percent(20)).value(),
                unsure.shareOfTop(percent(20)).p95().value(),
                SAMPLING);
        assertThat(unsure.shareOfTop(count(1)).explain().toString())
                .contains("measured exponent = ×0.7288 (×0.64 … ×0.83)  (Breslau 1999)");
    }

    /** mpmath 1.3.0: the root of {@code H(200000, a) / H(1000000, a) - 0.8}. */
    @Test
    void ofTop_eightyTwenty() {
        Popularity popularity = Popularity.ofTop(million(1), percent(20), percent(80));
        assertNear(0.8943996908281098, popularity.exponent().value());
        assertNear(0.8, popularity.shareOfTop(percent(20)).value());
    }

    @Test
    void ofTop_explain() {
        assertThat(Popularity.ofTop(million(1), percent(20), percent(80))
                        .exponent()
                        .explain())
                .hasToString("""
                        assumed
                          items             = 1M
                          share of items    = 20%
                          share of requests = 80%
                        calculated
                          Zipf exponent = exponent of a top share(items, share of items, share of requests)
                                        = exponent of a top share(1M, 20%, 80%)
                                        = ×0.8944""");
    }

    @Test
    void ofTop_drawsNoMoreThanItsShare() {
        assertThat(Popularity.ofTop(thousand(1), percent(20), percent(20))
                        .exponent()
                        .value())
                .isZero();
        assertThatThrownBy(() -> Popularity.ofTop(thousand(1), percent(20), percent(19)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "exponent of a top share(items (1,000), share of items (20%), share of requests (19%)) has no"
                                + " answer: the top must be at least one item, draw no less than at exponent 0 and no more than at"
                                + " exponent 10");
        assertThatThrownBy(() -> Popularity.ofTop(count(4), percent(20), percent(80)))
                .hasMessageContaining("the top must be at least one item");
        assertThatThrownBy(() -> Popularity.ofTop(thousand(1), percent(20), percent(100)))
                .hasMessageContaining("no more than at exponent 10");
    }

    @Test
    void topFor() {
        assertThat(BASE.topFor(percent(0))).isEqualTo(count(0));
        assertThat(BASE.topFor(percent(100))).isEqualTo(million(1));
        assertNear(0.7, BASE.shareOfTop(BASE.topFor(percent(70))).value());
    }

    @Test
    void objects_none() {
        assertThatThrownBy(() -> Popularity.of(count(0.5), BASE.exponent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("items must be at least 1 but was 0.5");
    }

    @Test
    void exponent_tooLarge() {
        assertThat(Popularity.of(BASE.items(), ratio(10)).shareOfTop(count(1)).value())
                .isLessThan(1);
        assertThatThrownBy(() -> Popularity.of(BASE.items(), ratio(10.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exponent must be at most 10 but was ×10.1");
    }

    @Test
    void toString_answers() {
        assertThat(BASE).hasToString("Zipf 1 over 1M: the top 20% draw 88.8% of requests");
        assertThat(Popularity.of(count(1e6, "photos"), ratio(0.8)))
                .hasToString("Zipf 0.8 over 1M photos: the top 20% draw 70.8% of requests");
    }
}
