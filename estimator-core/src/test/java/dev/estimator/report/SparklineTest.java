package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    /** Eighths of the largest, which itself is as high as the last eighth. */
    @Test
    void of_levels() {
        assertThat(line(0, 0.9, 1, 1.9, 2, 3, 4, 5, 6, 7, 7.9, 8)).isEqualTo("▁▁▂▂▃▄▅▆▇███");
        assertThat(line(0.01, 0.08, 0.04)).isEqualTo("▂█▅");
    }

    @Test
    void of_nothing() {
        assertThat(line()).isEmpty();
        assertThat(line(0, 0)).isEqualTo("▁▁");
        assertThat(line(0.25)).isEqualTo("█");
    }

    private static String line(double... shares) {
        List<Block.Bin> bins = Arrays.stream(shares)
                .mapToObj(share -> new Block.Bin(1, 2, share / 16))
                .toList();
        return Sparkline.of(bins);
    }
}
