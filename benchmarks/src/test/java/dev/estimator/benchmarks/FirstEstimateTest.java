package dev.estimator.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FirstEstimateTest {
    @Test
    void plain() {
        assertThat(FirstEstimate.plain()).isEqualTo("657 TB");
        assertThat(FirstEstimate.doubles()).isEqualTo("657.0 TB");
    }

    @Test
    void ranged() {
        assertThat(FirstEstimate.ranged()).isEqualTo("254 TB");
    }

    @Test
    void exact() {
        assertThat(FirstEstimate.exact()).endsWith("no draws needed");
    }

    /** A first lambda takes 7 ms of a process, and each further one half of one; a first pattern takes 5. */
    @Test
    void exact_loadsNoLambdasOfOurs() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstEstimate.class.getName(),
                        "exact")
                .start();
        String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(loaded).contains("dev.estimator.internal.engine.Engine ", "no draws needed");
        assertThat(loaded.lines().filter(line -> line.contains("dev.estimator") && line.contains("Lambda")))
                .isEmpty();
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
