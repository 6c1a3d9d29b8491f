package dev.estimator.examples;

import static dev.estimator.examples.Exactness.EXACT;
import static dev.estimator.examples.Pastebin.A_MONTH;
import static dev.estimator.examples.Pastebin.PASTES;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.KB;
import static dev.estimator.quantity.Units.MILLIONS;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.model.Traffic;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import org.junit.jupiter.api.Test;

/** The figures of system-design-primer, solutions/system_design/pastebin, D. Martin, March 2026, row by row. */
class PastebinTest {
    @Test
    void row1_sizeOfAPaste() {
        Bytes size = Pastebin.paste().recordSize();
        assertThat(size.to(KB)).isCloseTo(1.271, EXACT);
        assertThat(size.rounded(3, KB, DOWN).format(KB)).isEqualTo("1.27 kB");
    }

    @Test
    void row2_newContentPerMonth() {
        Bytes content = PASTES.times(Pastebin.paste().recordSize());
        assertThat(content.to(GB)).isCloseTo(12.71, EXACT);
        assertThat(content.rounded(3, GB, HALF_UP).format(GB)).isEqualTo("12.7 GB");
    }

    @Test
    void row3_contentAfterThreeYears() {
        Bytes content = Pastebin.storage().logical();
        assertThat(content.to(GB)).isCloseTo(457.56, EXACT);
        assertThat(content.rounded(2, GB, DOWN).format(GB)).isEqualTo("450 GB");
    }

    @Test
    void row4_shortLinksAfterThreeYears() {
        Count links = Pastebin.storage().records();
        assertThat(links.to(MILLIONS)).isCloseTo(360, EXACT);
        assertThat(links.format(MILLIONS)).isEqualTo("360M");
    }

    @Test
    void row5_writeRate() {
        Qps writes = Pastebin.traffic().writeQps();
        assertThat(writes.to(PER_SECOND)).isCloseTo(4, EXACT);
        assertThat(writes.format(PER_SECOND)).isEqualTo("4 req/s");
        assertThat(writes.given(A_MONTH, days(30)).to(PER_SECOND)).isCloseTo(3.858_024_691_358, EXACT);
    }

    @Test
    void row6_readRate() {
        Qps reads = Pastebin.traffic().readQps();
        assertThat(reads.to(PER_SECOND)).isCloseTo(40, EXACT);
        assertThat(reads.format(PER_SECOND)).isEqualTo("40 req/s");
        assertThat(reads.given(A_MONTH, days(30)).to(PER_SECOND)).isCloseTo(38.580_246_913_58, EXACT);
    }

    @Test
    void row7_possibleLinks() {
        assertThat(Pastebin.POSSIBLE_LINKS.to(ONES)).isCloseTo(3_521_614_606_208.0, EXACT);
        assertThat(Pastebin.linksTaken()).as("enough").isLessThan(percent(1));
    }

    @Test
    void reads_areTenForAWrite() {
        Traffic traffic = Pastebin.traffic();
        assertThat(traffic.readQps().div(traffic.writeQps()).value()).isCloseTo(10, EXACT);
    }

    /** The retention follows the month of the source, so that its length cancels. */
    @Test
    void shortLinks_doNotDependOnTheLengthOfTheMonth() {
        Count links = Pastebin.storage().records();
        assertThat(links.given(A_MONTH, days(30)).to(MILLIONS)).isCloseTo(360, EXACT);
    }
}
