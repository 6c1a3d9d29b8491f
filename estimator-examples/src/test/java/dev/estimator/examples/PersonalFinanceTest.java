package dev.estimator.examples;

import static dev.estimator.examples.Exactness.EXACT;
import static dev.estimator.examples.PersonalFinance.A_MONTH;
import static dev.estimator.examples.PersonalFinance.CATEGORIES;
import static dev.estimator.examples.PersonalFinance.TRANSACTIONS;
import static dev.estimator.examples.PersonalFinance.USERS;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.MB;
import static dev.estimator.quantity.Units.MIB;
import static dev.estimator.quantity.Units.MILLIONS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.TB;
import static java.math.RoundingMode.DOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.model.Traffic;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import org.junit.jupiter.api.Test;

/** The figures of system-design-primer, solutions/system_design/mint, D. Martin, March 2026, row by row. */
class PersonalFinanceTest {
    @Test
    void row1_budgetItems() {
        Count items = USERS.times(CATEGORIES);
        assertThat(items.to(MILLIONS)).isCloseTo(100, EXACT);
        assertThat(items.format(MILLIONS)).isEqualTo("100M");
    }

    @Test
    void row2_sizeOfATransaction() {
        Bytes size = PersonalFinance.transaction().recordSize();
        assertThat(size.to(B)).isCloseTo(50, EXACT);
        assertThat(size.format(B)).isEqualTo("50 B");
    }

    @Test
    void row3_newContentPerMonth() {
        Bytes content = TRANSACTIONS.times(PersonalFinance.transaction().recordSize());
        assertThat(content.to(GB)).isCloseTo(250, EXACT);
        assertThat(content.format(GB)).isEqualTo("250 GB");
    }

    @Test
    void row4_contentAfterThreeYears() {
        Bytes content = PersonalFinance.storage().logical();
        assertThat(content.to(TB)).isCloseTo(9, EXACT);
        assertThat(content.format(TB)).isEqualTo("9 TB");
    }

    @Test
    void row5_writeRate() {
        Qps writes = PersonalFinance.traffic().writeQps();
        assertThat(writes.to(PER_SECOND)).isCloseTo(2000, EXACT);
        assertThat(writes.format(PER_SECOND)).isEqualTo("2k req/s");
        assertThat(writes.given(A_MONTH, days(30)).to(PER_SECOND)).isCloseTo(1929.012_345_679, EXACT);
    }

    @Test
    void row6_readRate() {
        Qps reads = PersonalFinance.traffic().readQps();
        assertThat(reads.to(PER_SECOND)).isCloseTo(200, EXACT);
        assertThat(reads.format(PER_SECOND)).isEqualTo("200 req/s");
        assertThat(reads.given(A_MONTH, days(30)).to(PER_SECOND)).isCloseTo(192.901_234_567_9, EXACT);
    }

    @Test
    void row7_sellerDictionary() {
        Bytes dictionary = PersonalFinance.sellerDictionary().memory();
        assertThat(dictionary.to(MB)).isCloseTo(12.75, EXACT);
        assertThat(dictionary.rounded(2, MB, DOWN).format(MB)).isEqualTo("12 MB");
        assertThat(dictionary.to(MIB)).isCloseTo(12.159_347_534_18, EXACT);
    }

    /** The relation may be stated either way round, and neither way makes the reads the larger part. */
    @Test
    void writes_mayOutnumberReads() {
        Qps writes = PersonalFinance.traffic().writeQps();
        Traffic stated =
                Traffic.builder().writeRate(writes).writesPerRead(ratio(10)).build();
        Traffic inverse =
                Traffic.builder().writeRate(writes).readsPerWrite(ratio(0.1)).build();
        assertThat(stated.readQps().to(PER_SECOND)).isCloseTo(200, EXACT);
        assertThat(inverse.readQps().to(PER_SECOND)).isCloseTo(200, EXACT);
        assertThat(stated.averageQps().to(PER_SECOND)).isCloseTo(2200, EXACT);
    }
}
