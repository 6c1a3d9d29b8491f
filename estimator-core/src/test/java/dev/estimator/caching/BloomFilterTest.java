package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Units.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Share;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BloomFilterTest {
    private static final BloomFilter BASE = BloomFilter.of(thousand(1), percent(1));

    /** The Rust crate bloomcalc 0.2.0 prints both; so does reference vector rv-bl-01. */
    @Test
    void leastBits_bloomcalc() {
        assertNear(9585.058377367439, BASE.leastBits().value());
        assertNear(6.643856189774724, BASE.exactHashes().value());
    }

    /** Whole hashes cost bits: mpmath 1.3.0 {@code ceil(-7000 / log(1 - 0.01**(1/7)))}. */
    @Test
    void bits_forWholeHashes() {
        assertThat(BASE.hashes()).isEqualTo(count(7));
        assertThat(BASE.bits()).isEqualTo(count(9593));
        assertNear(9593 / 8.0, BASE.memory().to(B));
        assertNear(0.01, BASE.falsePositivesWith(thousand(1)).value(), 1e-4);
    }

    /** hur.st/bloomfilter, its own example: 4000 items at 1e-7 take 134,191 bits at the optimum, and 23 hashes. */
    @Test
    void leastBits_hurst() {
        BloomFilter example = BloomFilter.of(count(4000), Share.of(1e-7));
        assertThat(example.leastBits().ceil()).isEqualTo(count(134_191));
        assertThat(example.hashes()).isEqualTo(count(23));
    }

    /** P. Cao, Bloom Filters - the math, table of false positives, as printed. */
    @ParameterizedTest
    @CsvSource({"2, 1, 0.393", "6, 4, 0.0561", "8, 5, 0.0217", "8, 6, 0.0216", "10, 7, 0.00819"})
    void falsePositives_cao(double bitsPerItem, int hashes, double printed) {
        assertNear(
                printed,
                BloomFilter.falsePositives(ratio(bitsPerItem), count(hashes)).value(),
                0.005);
    }

    @Test
    void falsePositives_noBits() {
        assertThatThrownBy(() -> BloomFilter.falsePositives(ratio(0), count(7)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "(1 − e^(−hashes (7) ÷ bits per item (×0)))^hashes (7), approximation as if bits were independent has no answer: there"
                                + " must be at least one hash and bits");
        assertThatThrownBy(() -> BloomFilter.falsePositives(ratio(10), count(0)))
                .hasMessageContaining("there must be at least one hash and bits");
    }

    /** The filter calls its number items as well, and stays as it was built. */
    @Test
    void falsePositivesWith_anAssumptionOfTheNameOfAnInput() {
        Count held = assume("items", thousand(1));
        Share wrong = BASE.falsePositivesWith(held).given(held, thousand(2));
        assertNear(0.15705, wrong.value(), 1e-4);
    }

    /** {@code (1 − e^(−7 × 2000 ÷ 9593))^7}, mpmath 1.3.0. */
    @Test
    void falsePositivesWith_twiceAsMany() {
        assertNear(0.15705, BASE.falsePositivesWith(thousand(2)).value(), 1e-4);
    }

    /** Half of all may be false: one hash and 1 ÷ ln 2 bits; even more needs fewer bits. */
    @Test
    void hashes_atLeastOne() {
        assertThat(BloomFilter.of(BASE.items(), percent(50)).hashes()).isEqualTo(count(1));
        assertThat(BloomFilter.of(BASE.items(), percent(90)).hashes()).isEqualTo(count(1));
        assertThat(BloomFilter.of(BASE.items(), percent(50)).bits()).isEqualTo(count(1443));
    }

    /** RC-BLOOM, bits-and-blooms/bloom #97: {@code E[(X ÷ m)^k]} over all ways of the throws, mpmath with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "1, 1e-9, 49, 30, 8.298460213e-10",
        "1, 0.01, 11, 6, 0.009777885969",
        "10, 1e-4, 195, 13, 9.913861444e-5",
        "3, 1e-3, 46, 10, 0.000915378563521",
        "2, 0.1, 11, 3, 0.08956111784",
        "5, 0.9, 3, 1, 0.8683127572"
    })
    void bits_small(int items, double share, int bits, int hashes, double exact) {
        BloomFilter filter = BloomFilter.of(count(items), Share.of(share));
        assertThat(filter.bits()).isEqualTo(count(bits));
        assertThat(filter.hashes()).isEqualTo(count(hashes));
        assertNear(exact, filter.falsePositivesWith(count(items)).value(), 1e-9);
    }

    /** With as many bits as the usual formula takes it would be 1.1433e-4 for 1e-4 promised, and 1.0205e-6 for 1e-6. */
    @Test
    void allHit_ofUsualBits() {
        assertNear(1.143291988e-4, SetBits.allHit(10, 192, 13), 1e-9);
        assertNear(1.020528684e-6, SetBits.allHit(100, 2876, 20), 1e-9);
        assertNear(9.693417535e-9, SetBits.allHit(1, 44, 30), 1e-9);
        assertNear(0.01747057662, SetBits.allHit(1, 10, 7), 1e-9);
    }

    /**
     * A filter of one bit: all that is held sets it. Of two bits and two hashes a half or a quarter, (1/2 × 1/4 + 1/2 ×
     * 1).
     */
    @Test
    void allHit_byHand() {
        assertNear(1, SetBits.allHit(3, 1, 2));
        assertNear(0.625, SetBits.allHit(1, 2, 2));
        assertNear(0, SetBits.allHit(0, 2, 2));
    }

    /** Of 1e9 items each bit of 10 is set; each throw on its own would take minutes. */
    @Test
    void falsePositivesWith_farTooManyItems() {
        BloomFilter ofOne = BloomFilter.of(count(1), percent(1));
        assertNear(1, ofOne.falsePositivesWith(count(1e9)).value());
    }

    /** Whatever is small keeps its promise; one bit less would not, with as many hashes or one or two fewer. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 0.2", "2, 0.03", "7, 1e-5", "20, 0.004", "4, 0.3", "90, 1e-7", "60, 0.01"})
    void bits_keepTheirPromise(int items, double share) {
        BloomFilter filter = BloomFilter.of(count(items), Share.of(share));
        assertThat(filter.falsePositivesWith(count(items)).value()).isBetween(share * 0.5, share);
        double fewer = filter.bits().value() - 1;
        int hashes = (int) filter.hashes().value();
        assertThat(SetBits.allHit(items, fewer, hashes)).isGreaterThan(share);
    }

    @Test
    void bits_smallExplain() {
        BloomFilter filter = BloomFilter.of(assume("keys", between(count(5), count(20)), "plan"), Share.of(1e-4));
        assertThat(filter.bits().explain()).hasToString("""
                assumed
                  keys            = 10 (5 … 20)  (plan)
                  false positives = 0.01%
                calculated
                  bits = least bits for keys with E[(set bits ÷ bits)^hashes] ≤ false positives
                       = least bits for 10 with E[(set bits ÷ bits)^hashes] ≤ 0.01%
                       = 195 (99 … 387)""");
        assertThat(BloomFilter.of(count(1), percent(1)))
                .hasToString("filter of 1 at 1%: 1.4 B, 11 bits per item, 6 hashes");
    }

    @Test
    void memory_explain() {
        assertThat(BloomFilter.of(assume("keys", between(million(1), million(4)), "plan"), percent(1))
                        .memory()
                        .explain())
                .hasToString("""
                assumed
                  keys            = 2M (1M … 4M)  (plan)
                  false positives = 1%
                calculated
                  hashes = whole hashes(false positives)
                         = whole hashes(1%)
                         = 7
                  bits per item = −hashes ÷ ln(1 − false positives^(1/hashes)), approximation as if bits were independent
                                = −7 ÷ ln(1 − 1%^(1/7)), approximation as if bits were independent
                                = ×9.593
                  bits = ⌈keys × bits per item⌉
                       = ⌈2M × 9.593⌉
                       = 19.19M (9.6M … 38M)
                  filter memory = bits × 0.125 B
                                = 19.19M × 0.125 B
                                = 2.398 MB (1.2 … 4.8)""");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 100})
    void falsePositives_neverOrAlways(double percent) {
        assertThatThrownBy(() -> BloomFilter.of(BASE.items(), percent(percent)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("falsePositives must be " + (percent == 0 ? "above 0%" : "below 100%") + " but was "
                        + percent(percent));
    }

    @Test
    void explain_saysIndependent() {
        assertThat(BASE.leastBits().explain().toString())
                .contains(
                        "least bits per item = −ln false positives ÷ (ln 2)², approximation as if bits were independent");
        assertThat(BASE.falsePositivesWith(count(2)).explain().toString())
                .contains("held items ÷ bits))^hashes, approximation as if bits were independent");
        assertThat(BloomFilter.falsePositives(ratio(10), count(7)).explain().toString())
                .contains("^hashes, approximation as if bits were independent");
    }

    @Test
    void items_none() {
        assertThatThrownBy(() -> BloomFilter.of(count(0), percent(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("items must be above zero but was 0");
    }

    @Test
    void toString_answers() {
        assertThat(BASE).hasToString("filter of 1,000 at 1%: 1.2 kB, 9.59 bits per item, 7 hashes");
    }

    /** A part of an item is an item for all answers, or for none: 164 are too many to be few, where 163.01 were few. */
    @Test
    void partsOfItems_atTheBorder() {
        for (BloomFilter filter : List.of(
                BloomFilter.of(count(163.01), Share.of(5.43e-6)), BloomFilter.of(count(165.28), Share.of(6.394e-6)))) {
            assertThat(filter.falsePositivesWith(filter.items()).value())
                    .isLessThanOrEqualTo(filter.falsePositives().value());
        }
    }

    /** They were '9.6M urls'. */
    @Test
    void bits_areNoItems() {
        BloomFilter urls = BloomFilter.of(count(1e6, "urls"), percent(1));
        assertThat(urls.bits()).hasToString("9.6M");
        assertThat(urls.leastBits()).hasToString("9.6M");
    }
}
