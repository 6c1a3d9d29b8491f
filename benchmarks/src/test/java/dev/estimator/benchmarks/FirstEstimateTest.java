package dev.estimator.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstEstimateTest {
    @Test
    void plain() {
        assertThat(FirstEstimate.plain()).isEqualTo("657 TB");
        assertThat(FirstEstimate.doubles()).isEqualTo("657.0 TB");
    }

    @Test
    void ranged() {
        assertThat(FirstEstimate.ranged()).isEqualTo("?");
    }

    @Test
    void exact() {
        assertThat(FirstEstimate.exact()).endsWith("no draws needed");
    }

    @Test
    void split() {
        assertThat(FirstEstimate.split()).endsWith("16384 draws from seed 0");
    }

    @Test
    void sampled() {
        assertThat(FirstEstimate.sampled()).contains("Estimate[value=");
    }
}
