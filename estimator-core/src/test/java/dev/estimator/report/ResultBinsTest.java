package dev.estimator.report;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.queueing.ErlangC;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class ResultBinsTest {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double Z95 = 1.6448536269514722;
    private static final double Z995 = 2.5758293035489004;

    /** The law is log-normal; from the 0.5th to the 99.5th percentile it grows 4^(2.5758 ÷ 1.6449) = 8.8-fold. */
    @Test
    void of_logNormal() {
        double sigma = Math.log(2) / Z95;
        List<Block.Bin> bins = bins(assume("rate", between(qps(50), qps(200))));
        assertThat(bins).hasSize(30);
        double from = 100 * Math.exp(-Z995 * sigma);
        double to = 100 * Math.exp(Z995 * sigma);
        for (int i = 0; i < 30; i++) {
            Block.Bin bin = bins.get(i);
            assertThat(bin.from()).isCloseTo(from + (to - from) * i / 30, within(1e-6));
            assertThat(bin.to()).isCloseTo(from + (to - from) * (i + 1) / 30, within(1e-6));
            double share = NORMAL.cumulativeProbability(Math.log(bin.to() / 100) / sigma)
                    - NORMAL.cumulativeProbability(Math.log(bin.from() / 100) / sigma);
            assertThat(bin.share()).isCloseTo(share, within(1e-9));
        }
    }

    /** Wider than thirtyfold the bins have the same ratio, so the same width in ln: Φ in equal steps of z. */
    @Test
    void of_wide() {
        List<Block.Bin> bins = bins(assume("rate", between(qps(1), qps(10_000))));
        double step = 2 * Z995 / 30;
        for (int i = 0; i < 30; i++) {
            double z = -Z995 + i * step;
            double share = NORMAL.cumulativeProbability(z + step) - NORMAL.cumulativeProbability(z);
            assertThat(bins.get(i).share()).isCloseTo(share, within(1e-9));
            assertThat(bins.get(i).to() / bins.get(i).from())
                    .isCloseTo(Math.exp(step * Math.log(100) / Z95), within(1e-6));
        }
    }

    /**
     * Held as the share of time down: the bins are in that order, and their sum is what lies between the percentiles.
     */
    @Test
    void of_availability() {
        List<Block.Bin> bins = bins(assume("disk", between(percentUp(99), percentUp(99.9))));
        assertThat(bins.get(0).from()).isLessThan(0.001);
        assertThat(bins.get(29).to()).isGreaterThan(0.01);
        assertThat(sum(bins)).isCloseTo(0.99, within(1e-9));
        assertThat(bins).allSatisfy(bin -> assertThat(bin.from()).isLessThan(bin.to()));
        assertThat(bins).allSatisfy(bin -> assertThat(bin.share()).isPositive());
    }

    /**
     * ⌊x⌋ of a log-normal x between 0.5 and 4: 0 with the probability Φ(ln(1 ÷ √2) ÷ σ) = 29.2 % where σ = ln 8 ÷
     * 3.28971 = 0.63210, 1 with Φ(ln(2 ÷ √2) ÷ σ) more, and so on.
     */
    @Test
    void of_zero() {
        double sigma = Math.log(8) / 2 / Z95;
        List<Block.Bin> bins = bins(between(ratio(0.5), ratio(4)).floor().named("whole"));
        double below1 = NORMAL.cumulativeProbability(Math.log(1 / Math.sqrt(2)) / sigma);
        double below2 = NORMAL.cumulativeProbability(Math.log(2 / Math.sqrt(2)) / sigma);
        assertThat(bins.get(0).from()).isZero();
        assertThat(bins.get(0).share()).isCloseTo(below1, within(1e-6));
        assertThat(holding(bins, 1).share()).isCloseTo(below2 - below1, within(1e-6));
        assertThat(sum(bins)).isBetween(0.99, 1.0);
    }

    /**
     * Servers in three zones: 3 × ⌈x⌉ of a log-normal x between 4 and 18. Each bin has what its label says, while 18
     * stood in the bar to the left of that which began with 18.
     */
    @Test
    void of_wholeNumbers() {
        double sigma = Math.log(4.5) / 2 / Z95;
        List<Block.Bin> bins =
                bins(assume("load", between(count(4), count(18))).ceil().times(3));
        double width = bins.get(0).to() - bins.get(0).from();
        assertThat(width).isEqualTo(3); // 9 … 81 in 25 bins
        assertThat(sum(bins)).isBetween(0.99, 1.0);
        for (Block.Bin bin : bins) {
            assertThat(bin.from() % 1).isEqualTo(0.5);
            assertThat(bin.to() - bin.from()).isEqualTo(width);
            double share = NORMAL.cumulativeProbability(Math.log(Math.floor(bin.to() / 3) / Math.sqrt(72)) / sigma)
                    - NORMAL.cumulativeProbability(Math.log(Math.floor(bin.from() / 3) / Math.sqrt(72)) / sigma);
            assertThat(bin.share()).isCloseTo(share, within(1e-9));
        }
    }

    /** Of servers in fives every bin holds as many multiples of 5 as the next: without, 7 is one or two of them. */
    @Test
    void of_wholeNumbersInFives() {
        List<Block.Bin> bins =
                bins(assume("load", between(count(9), count(31))).ceil().times(5));
        assertThat(bins).allSatisfy(bin -> assertThat(bin.to() - bin.from()).isEqualTo(10));
        double sigma = Math.log(31 / 9.0) / 2 / Z95;
        for (Block.Bin bin : bins) {
            double first = Math.ceil(bin.from() / 5);
            double share = NORMAL.cumulativeProbability(Math.log((first + 1) / Math.sqrt(9 * 31)) / sigma)
                    - NORMAL.cumulativeProbability(Math.log((first - 1) / Math.sqrt(9 * 31)) / sigma);
            assertThat(bin.share()).isCloseTo(share, within(1e-9));
        }
    }

    /** More whole numbers than an int can count. */
    @Test
    void of_manyWholeNumbers() {
        List<Block.Bin> bins =
                bins(assume("users", between(count(5e9), count(2e10))).floor());
        assertThat(bins).hasSizeBetween(29, 31);
        assertThat(sum(bins)).isBetween(0.98999, 0.99001);
    }

    /** An M/M/1 queue waits ρ ÷ (1 − ρ) whole service times: 4, 90 and, in most cases, for ever. */
    @Test
    void of_wholeNumbersAndBeyond() {
        Qps rate = oneOf(Map.of(qps(80.1), percent(20), qps(98.9011), percent(10), qps(120), percent(70)));
        List<Block.Bin> bins = bins(ErlangC.of(rate, ms(10), count(1))
                .meanWait()
                .div(ms(10))
                .floor()
                .named("turns"));
        assertThat(bins.get(0).from()).isEqualTo(3.5);
        assertThat(bins.get(0).share()).isCloseTo(0.2, within(0.01));
        assertThat(holding(bins, 90).share()).isCloseTo(0.1, within(0.01));
        assertThat(sum(bins)).isCloseTo(0.3, within(0.01));
    }

    /** Two values far from each other are no two halves of the picture. */
    @Test
    void of_fewValuesFarApart() {
        List<Block.Bin> bins = bins(assume("users", oneOf(count(0), count(1_000_000))));
        assertThat(bins).hasSize(30);
        assertThat(bins.get(0)).isEqualTo(new Block.Bin(0, 33_333.5, 0.5));
        assertThat(bins.get(29).share()).isEqualTo(0.5);
        assertThat(bins.get(29).to()).isLessThan(1_000_100);
    }

    /** Each whole number has a bin around it, also that which never comes. */
    @Test
    void of_fewValues() {
        List<Block.Bin> bins = bins(assume("machines", oneOf(count(2), count(3), count(5), count(5))));
        assertThat(bins)
                .containsExactly(
                        new Block.Bin(1.5, 2.5, 0.25),
                        new Block.Bin(2.5, 3.5, 0.25),
                        new Block.Bin(3.5, 4.5, 0),
                        new Block.Bin(4.5, 5.5, 0.5));
    }

    @Test
    void of_certain() {
        assertThat(ResultBins.of(qps(7).named("rate"), Findings.of(List.of(qps(7)), NumberStyle.NONE)))
                .isEmpty();
    }

    /** Nearly always the same value: between the percentiles there is no width. */
    @Test
    void of_oneValue() {
        Quantity<?> always = between(ratio(1.2), ratio(1.4)).floor().named("whole");
        assertThat(ResultBins.of(always, Findings.of(List.of(always), NumberStyle.NONE)))
                .isEmpty();
    }

    private static Block.Bin holding(List<Block.Bin> bins, double value) {
        return bins.stream()
                .filter(bin -> bin.from() < value && value <= bin.to())
                .findFirst()
                .orElseThrow();
    }

    private static double sum(List<Block.Bin> bins) {
        return bins.stream().mapToDouble(Block.Bin::share).sum();
    }

    private static List<Block.Bin> bins(Quantity<?> quantity) {
        return ResultBins.of(quantity, Findings.of(List.of(quantity), NumberStyle.NONE))
                .orElseThrow();
    }
}
