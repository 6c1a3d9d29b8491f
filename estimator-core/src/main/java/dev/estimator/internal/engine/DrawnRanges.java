package dev.estimator.internal.engine;

/**
 * The draws of all ranges of a program, kept where that takes little memory, and else drawn each time they are asked
 * for.
 */
final class DrawnRanges {
    /** 8 MB of numbers. */
    private static final int MOST_KEPT = 1 << 20;

    private final Draws draws;
    private final double[][] kept;

    private DrawnRanges(Draws draws, double[][] kept) {
        this.draws = draws;
        this.kept = kept;
    }

    static DrawnRanges of(Program program, Draws draws) {
        int leaves = program.leaves().size();
        if ((long) leaves * draws.rows() > MOST_KEPT) {
            return new DrawnRanges(draws, new double[0][]);
        }
        double[][] kept = new double[leaves][];
        Draws.Reader reader = draws.reader(draws.rows());
        for (int leaf = 0; leaf < leaves; leaf++) {
            if (program.leaves().get(leaf).shape() != null) {
                kept[leaf] = new double[draws.rows()];
                reader.fill(leaf, kept[leaf], draws.rows());
            }
        }
        return new DrawnRanges(draws, kept);
    }

    /** How many draws there are. */
    int rows() {
        return draws.rows();
    }

    /** Fills columns with draws from one on, for one thread. */
    Program.Source from(int first, int most) {
        if (kept.length == 0) {
            return draws.reader(most).from(first);
        }
        return (leaf, column, rows) -> System.arraycopy(kept[leaf], first, column, 0, rows);
    }
}
