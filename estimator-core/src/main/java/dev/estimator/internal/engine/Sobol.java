package dev.estimator.internal.engine;

import java.util.SplittableRandom;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * One dimension of a scrambled Sobol sequence, in cells of 2⁻³²: a random linear matrix, the same for all replicates,
 * and a random shift for each.
 *
 * @see "S. Joe and F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections, SIAM J. Sci.
 *     Comput. 30 (2008); J. Matoušek, On the L2-discrepancy for anchored boxes, J. Complexity 14 (1998)"
 */
final class Sobol implements DrawCells {
    /** How many dimensions there are. */
    static final int DIMENSIONS = 1000;

    /** Direction numbers for this many bits of the index of a point. */
    private static final int BITS = 26;

    private static final int BLOCK_BITS = 9;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final int[] directions;
    private final int[] shifts;
    private final int[] block = new int[BLOCK];

    private Sobol(int[] plain, SplittableRandom random, int replicates) {
        directions = scrambled(plain, random);
        shifts = random.ints(replicates).toArray();
        for (int i = 1; i < BLOCK; i++) {
            int lowest = i & -i;
            block[i] = block[i ^ lowest] ^ directions[Integer.numberOfTrailingZeros(lowest)];
        }
    }

    /** The given dimensions, each scrambled by its own generator. */
    static Sobol[] of(int[] dimensions, SplittableRandom[] random, int replicates) {
        int[][] plain = directions(dimensions);
        Sobol[] sobol = new Sobol[dimensions.length];
        for (int i = 0; i < sobol.length; i++) {
            sobol[i] = new Sobol(plain[i], random[i], replicates);
        }
        return sobol;
    }

    @Override
    public void fill(int replicate, long from, int[] cells, int offset, int n) {
        for (int i = 0; i < n; ) {
            long index = from + i;
            int inBlock = (int) (index & (BLOCK - 1));
            int run = Math.min(n - i, BLOCK - inBlock);
            int high = shifts[replicate] ^ beyondBlock(index >>> BLOCK_BITS);
            for (int k = 0; k < run; k++) {
                cells[offset + i + k] = block[inBlock + k] ^ high;
            }
            i += run;
        }
    }

    private int beyondBlock(long high) {
        int cell = 0;
        for (int bit = 0; high >>> bit != 0; bit++) {
            if ((high >>> bit & 1) == 1) {
                cell ^= directions[BLOCK_BITS + bit];
            }
        }
        return cell;
    }

    /** A random lower triangular matrix with ones on its diagonal, times each direction number. */
    private static int[] scrambled(int[] plain, SplittableRandom random) {
        int[] rows = new int[Integer.SIZE];
        for (int i = 0; i < rows.length; i++) {
            int diagonal = 1 << (Integer.SIZE - 1 - i);
            int moreSignificant = -(diagonal << 1);
            rows[i] = diagonal | (random.nextInt() & (i == 0 ? 0 : moreSignificant));
        }
        int[] scrambled = new int[plain.length];
        for (int k = 0; k < plain.length; k++) {
            for (int i = 0; i < rows.length; i++) {
                int bit = Integer.bitCount(rows[i] & plain[k]) & 1;
                scrambled[k] |= bit << (Integer.SIZE - 1 - i);
            }
        }
        return scrambled;
    }

    /** The direction numbers of some dimensions. */
    private static int[][] directions(int[] dimensions) {
        int most = 0;
        for (int dimension : dimensions) {
            most = Math.max(most, dimension + 1);
        }
        int[][] known = Directions.upTo(most);
        int[][] directions = new int[dimensions.length][];
        for (int i = 0; i < dimensions.length; i++) {
            directions[i] = known[dimensions[i]];
        }
        return directions;
    }

    /** The direction numbers of the published table, read once. */
    private static final class Directions {
        private static int[][] known = {};

        static synchronized int[][] upTo(int most) {
            if (known.length < most) {
                known = read(Math.min(DIMENSIONS, Math.max(32, 2 * most)));
            }
            return known;
        }

        /** Read off the points at powers of two: point 2ᵏ in Gray code is the sum of numbers k and k + 1. */
        private static int[][] read(int dimensions) {
            var generator = new SobolSequenceGenerator(dimensions);
            int[][] directions = new int[dimensions][BITS];
            for (int k = 0; k < BITS; k++) {
                double[] point = generator.skipTo(1 << k);
                for (int i = 0; i < dimensions; i++) {
                    int cell = (int) (long) (point[i] * 0x1p32);
                    directions[i][k] = k == 0 ? cell : cell ^ directions[i][k - 1];
                }
            }
            return directions;
        }
    }
}
