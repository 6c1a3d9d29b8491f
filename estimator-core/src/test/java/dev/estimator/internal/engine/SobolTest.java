package dev.estimator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SobolTest {
    private static Sobol[] scrambled(int... dimensions) {
        SplittableRandom[] random = IntStream.of(dimensions)
                .mapToObj(d -> new SplittableRandom(100 + d))
                .toArray(SplittableRandom[]::new);
        return Sobol.of(dimensions, random);
    }

    /** Of any 2ᵏ points that follow each other, from a multiple of 2ᵏ on, one falls into each of 2ᵏ equal intervals. */
    @Test
    void eachDimension_isStratified() {
        int[] dimensions = {0, 1, 2, 31, 40, 127, 400, 999};
        for (Sobol sobol : scrambled(dimensions)) {
            for (int bits : new int[] {4, 10, 12, 14}) {
                for (int part : new int[] {0, 1, 5}) {
                    int n = 1 << bits;
                    int[] cells = new int[n];
                    sobol.fill((long) part * n, cells, n);
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
     * Of the second 256 points of the first two dimensions one falls into each of 16 × 16 squares, as in any (0,
     * 2)-sequence.
     */
    @Test
    void firstTwoDimensions_areStratifiedTogether() {
        Sobol[] sobol = scrambled(0, 1);
        int[] x = new int[256];
        int[] y = new int[256];
        sobol[0].fill(256, x, 256);
        sobol[1].fill(256, y, 256);
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
        sobol.fill(100, whole, 3000);
        int[] piece = new int[7];
        for (int from = 0; from + 7 <= 3000; from += 7) {
            sobol.fill(100L + from, piece, 7);
            assertThat(piece).isEqualTo(Arrays.copyOfRange(whole, from, from + 7));
        }
    }
}
