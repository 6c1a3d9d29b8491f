package dev.estimator.examples;

import static dev.estimator.examples.Exactness.EXACT;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.GBIT_PER_SECOND;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PB;
import static dev.estimator.quantity.Units.TB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Money;
import org.junit.jupiter.api.Test;

/** The figures of System Design Interview, A. Xu, chapter 15, as noted by P. Mihaylov, row by row. */
class YouTubeTest {
    @Test
    void row1_uploadsPerDay() {
        assertThat(YouTube.uploads().to(ONES)).isCloseTo(500_000, EXACT);
    }

    @Test
    void row2_storagePerDay() {
        Bytes storage = YouTube.storage().newPerDay();
        assertThat(storage.to(TB)).isCloseTo(150, EXACT);
        assertThat(storage.format(TB)).isEqualTo("150 TB");
    }

    @Test
    void row3_deliveredPerDay() {
        assertThat(YouTube.delivered().to(PB)).isCloseTo(7.5, EXACT);
    }

    @Test
    void row4_cdnCostPerDay() {
        Money cost = YouTube.cdnCost();
        assertThat(cost.amount()).isCloseTo(150_000, EXACT);
        assertThat(cost.currency()).isEqualTo("USD");
        assertThat(cost.toString()).isEqualTo("$150k");
    }

    /** Up and down are two flows: 13.9 Gbit/s come in, 694 Gbit/s go out. */
    @Test
    void bandwidth_inBothDirections() {
        assertThat(YouTube.traffic().bandwidthIn().to(GBIT_PER_SECOND)).isCloseTo(13.888_888_888_89, EXACT);
        assertThat(YouTube.traffic().bandwidthOut().to(GBIT_PER_SECOND)).isCloseTo(694.444_444_444_4, EXACT);
    }

    @Test
    void delivered_isADayOfBandwidth() {
        Bytes sent = YouTube.traffic().bandwidthOut().times(DAY);
        assertThat(sent.to(PB)).isCloseTo(YouTube.delivered().to(PB), EXACT);
    }

    @Test
    void cdnCost_followsThePriceOfTheContract() {
        Money half = YouTube.cdnCost().given("CDN price", YouTube.CDN_PRICE.times(0.5));
        assertThat(half.amount()).isCloseTo(75_000, EXACT);
        assertThat(half).isLessThan(usd(100_000));
    }
}
