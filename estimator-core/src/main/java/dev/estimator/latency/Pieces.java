package dev.estimator.latency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A law in several grids, each with a constant of its own, so that a time which is often taken stays where it is when
 * others are added.
 *
 * @param pieces the grids with their shares, which add up to 1
 * @param mean the mean, which is known exactly
 * @param terms if it is a sum, how often each term comes
 */
record Pieces(List<Piece> pieces, double mean, Map<LatencyLaw, Double> terms) implements LatencyLaw {
    /** The largest number of pieces with a spread; a sum of two such lists has at most its square. */
    private static final int MOST_SPREAD = 3;

    private static final int MOST_SUMS = 4096;

    private static final int LAST_BITS = 10;

    private static final double ROUNDING = 1e-14;

    /** A piece with less probability than this is dropped. */
    private static final double NOTHING = 1e-13;

    /**
     * A part of the requests.
     *
     * @param share how large a part
     * @param grid how long those take
     */
    record Piece(double share, Grid grid) {
        private boolean isSpread() {
            return grid.later() > 0;
        }

        private double constant() {
            return grid.constant();
        }

        /** The constant without its last bits, which depend on the order of a sum. */
        private long rounded() {
            return Double.doubleToLongBits(constant()) >> LAST_BITS;
        }

        /** Merges two pieces whose constants differ only in the last bits. */
        private Piece and(Piece other) {
            double all = share + other.share;
            return new Piece(all, grid.mixed(share / all, other.grid));
        }
    }

    static Pieces of(Grid grid) {
        return new Pieces(List.of(new Piece(1, grid)), grid.mean(), Map.of());
    }

    /** The atoms of a law, and the remainder. */
    static Pieces of(LatencyLaw law, Atoms atoms, Workings workings) {
        List<Piece> pieces = new ArrayList<>();
        Points times = atoms.times();
        for (int i = 0; i < times.size(); i++) {
            pieces.add(new Piece(atoms.share() * times.weight(i), workings.constantly(times.time(i))));
        }
        if (atoms.share() < 1 - NOTHING) {
            pieces.add(new Piece(1 - atoms.share(), workings.gridOf(new Remainder(law, atoms))));
        }
        return new Pieces(pieces, law.mean(), Map.of());
    }

    Pieces ofTerms(Map<LatencyLaw, Double> those) {
        return new Pieces(pieces, mean, those);
    }

    /** The sum with an independent time. */
    Pieces plus(Pieces other, Workings workings) {
        if ((double) pieces.size() * other.pieces.size() > MOST_SUMS) {
            return of(Grid.of(workings.knots(), this)).plus(of(Grid.of(workings.knots(), other)), workings);
        }
        TreeMap<Long, Piece> sums = new TreeMap<>();
        for (Piece a : fewer(workings.knots())) {
            for (Piece b : other.fewer(workings.knots())) {
                Piece sum = new Piece(a.share * b.share, sum(a.grid, b.grid, workings));
                sums.merge(sum.rounded(), sum, Piece::and);
            }
        }
        return new Pieces(List.copyOf(sums.values()), mean + other.mean, Map.of());
    }

    private static Grid sum(Grid a, Grid b, Workings workings) {
        if (a.later() == 0) {
            return b.shifted(a.constant());
        }
        return b.later() == 0 ? a.shifted(b.constant()) : workings.sum(a, b);
    }

    /** Reduces the number of pieces with a spread: those with the closest constants are merged on one grid. */
    private List<Piece> fewer(Knots knots) {
        List<Piece> few = new ArrayList<>(pieces);
        List<Piece> spread = new ArrayList<>(pieces.stream()
                .filter(Piece::isSpread)
                .sorted(Comparator.comparingDouble(Piece::constant))
                .toList());
        few.removeAll(spread);
        while (spread.size() > MOST_SPREAD) {
            int nearest = nearest(spread);
            Piece first = spread.get(nearest);
            Piece second = spread.remove(nearest + 1);
            double all = first.share + second.share;
            LatencyLaw both = new TwoWayMixture(first.share / all, first.grid, second.grid);
            spread.set(nearest, new Piece(all, Grid.of(knots, both)));
        }
        few.addAll(spread);
        return few;
    }

    private static int nearest(List<Piece> spread) {
        int nearest = 0;
        for (int i = 1; i < spread.size() - 1; i++) {
            nearest = harm(spread, i) < harm(spread, nearest) ? i : nearest;
        }
        return nearest;
    }

    /** How far apart two are, of those that lose their constant. */
    private static double harm(List<Piece> spread, int i) {
        double to = spread.get(i + 1).constant();
        return (to - spread.get(i).constant()) / to * spread.get(i + 1).share;
    }

    private double sumOf(ToDoubleFunction<Grid> question) {
        double sum = 0;
        for (Piece piece : pieces) {
            sum += piece.share * question.applyAsDouble(piece.grid);
        }
        return sum;
    }

    @Override
    public double slower(double time) {
        return Math.min(1, sumOf(grid -> grid.slower(time)));
    }

    @Override
    public double exceededBy(double share) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Piece piece : pieces) {
            double each = piece.grid.exceededBy(share);
            low = Math.min(low, each);
            high = Math.max(high, each);
        }
        return PercentileSearch.exceededBy(this, share, low, high);
    }

    /** With what was left out as nothing. */
    @Override
    public double unknown() {
        double left = 1 - sumOf(grid -> 1);
        return sumOf(Grid::unknown) + (left > ROUNDING ? left : 0);
    }

    @Override
    public boolean isOnGrid(double share) {
        return pieces.stream().anyMatch(piece -> piece.grid.isOnGrid(share));
    }

    @Override
    public DoubleStream singleTimes() {
        return pieces.stream().mapToDouble(Piece::constant);
    }
}
