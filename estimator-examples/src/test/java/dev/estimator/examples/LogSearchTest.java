package dev.estimator.examples;

import static dev.estimator.examples.Exactness.EXACT;
import static dev.estimator.examples.LogSearch.DAILY_LOGS;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.TB;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the Elasticsearch sizing calculator, pulse.support, 2025, row by row. */
class LogSearchTest {
    @Test
    void row1_totalStorage() {
        Bytes storage = LogSearch.storage().physical();
        assertThat(storage.to(GB)).isCloseTo(6900, EXACT);
        assertThat(storage.format(GB)).isEqualTo("6900 GB");
    }

    @Test
    void row2_totalStorageInTb() {
        Bytes storage = LogSearch.storage().physical();
        assertThat(storage.to(TB)).isCloseTo(6.9, EXACT);
        assertThat(storage.rounded(1, TB, HALF_UP).format(TB)).isEqualTo("7 TB");
        assertThat(storage.rounded(2, TB, HALF_UP).format(TB)).isEqualTo("6.9 TB");
    }

    @Test
    void row3_primaryShards() {
        assertThat(LogSearch.storage().logical().to(TB)).isCloseTo(3, EXACT);
        assertThat(LogSearch.primaryShards().value()).isEqualTo(75);
    }

    @Test
    void row4_allShards() {
        assertThat(LogSearch.allShards().value()).isEqualTo(150);
    }

    /** A quotient that is exactly whole stays whole, and a little more than that is one more. */
    @ParameterizedTest
    @CsvSource({"3000, 75", "3001, 76", "3000.000001, 76", "2999.999999, 75"})
    void shards_areWhole(double primaryGigabytes, double shards) {
        assertThat(gb(primaryGigabytes).div(gb(40)).ceil().value()).isEqualTo(shards);
        Count whatIf =
                LogSearch.primaryShards().given(DAILY_LOGS, gb(primaryGigabytes).div(30));
        assertThat(whatIf.value()).isEqualTo(shards);
    }
}
