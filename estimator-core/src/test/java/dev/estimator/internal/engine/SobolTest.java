package dev.estimator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SobolTest {
    private static final int REPLICATES = 3;

    private static Sobol[] scrambled(int... dimensions) {
        SplittableRandom[] random = IntStream.of(dimensions)
                .mapToObj(d -> new SplittableRandom(100 + d))
                .toArray(SplittableRandom[]::new);
        return Sobol.of(dimensions, random, REPLICATES);
    }

    /** Of the first 2ᵏ points of any dimension and replicate one falls into each of 2ᵏ equal intervals. */
    @Test
    void eachDimension_isStratified() {
        int[] dimensions = {0, 1, 2, 31, 40, 127, 400, 999};
        for (Sobol sobol : scrambled(dimensions)) {
            for (int replicate = 0; replicate < REPLICATES; replicate++) {
                for (int bits : new int[] {4, 10, 12}) {
                    int n = 1 << bits;
                    int[] cells = new int[n];
                    sobol.fill(replicate, 0, cells, 0, n);
                    assertThat(IntStream.of(cells)
                                    .map(c -> c >>> (32 - bits))
                                    .distinct()
                                    .count())
                            .isEqualTo(n);
                }
            }
        }
    }

    /**
     * Of the first 256 points of the first two dimensions one falls into each of 16 × 16 squares, as in any (0,
     * 2)-sequence.
     */
    @Test
    void firstTwoDimensions_areStratifiedTogether() {
        Sobol[] sobol = scrambled(0, 1);
        int[] x = new int[256];
        int[] y = new int[256];
        sobol[0].fill(1, 0, x, 0, 256);
        sobol[1].fill(1, 0, y, 0, 256);
        assertThat(IntStream.range(0, 256)
                        .map(i -> (x[i] >>> 28) * 16 + (y[i] >>> 28))
                        .distinct()
                        .count())
                .isEqualTo(256);
    }

    @Test
    void fill_isTheSameInPieces() {
        Sobol sobol = scrambled(17)[0];
        int[] whole = new int[3000];
        int[] pieces = new int[3000];
        sobol.fill(2, 100, whole, 0, 3000);
        for (int from = 0; from < 3000; from += 7) {
            sobol.fill(2, 100L + from, pieces, from, Math.min(7, 3000 - from));
        }
        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void replicates_differ() {
        Sobol sobol = scrambled(5)[0];
        int[] first = new int[8];
        int[] second = new int[8];
        sobol.fill(0, 0, first, 0, 8);
        sobol.fill(1, 0, second, 0, 8);
        assertThat(first).isNotEqualTo(second);
    }
}
