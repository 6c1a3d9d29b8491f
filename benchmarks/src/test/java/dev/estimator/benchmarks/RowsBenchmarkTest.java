package dev.estimator.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowsBenchmarkTest {
    /** All do the same. */
    @Test
    void sums() {
        var rows = new RowsBenchmark();
        double expected = rows.byHand();
        assertThat(rows.columns()).isCloseTo(expected, within(1e-12 * expected));
        assertThat(rows.rows()).isCloseTo(expected, within(1e-12 * expected));
        assertThat(rows.row()).isCloseTo(expected, within(1e-12 * expected));
        assertThat(rows.whatIfs()).isCloseTo(expected, within(1e-12 * expected));
        assertThat(rows.rowsWithPercentiles()).isCloseTo(expected, within(1e-12 * expected));
    }
}
