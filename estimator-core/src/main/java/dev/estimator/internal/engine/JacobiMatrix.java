package dev.estimator.internal.engine;

import dev.estimator.internal.range.Rule;
import java.util.Arrays;

/**
 * A symmetric tridiagonal matrix on its way to its eigenvalues: QL steps with implicit shifts, of which only the first
 * component of each eigenvector is kept. Whole eigenvectors, as Commons Math finds them, take n times as long, and its
 * class loads the number formats of the locale.
 *
 * @see "G. H. Golub and J. H. Welsch, Calculation of Gauss Quadrature Rules, Mathematics of Computation 23 (1969)"
 */
final class JacobiMatrix {
    /** More than it takes for any eigenvalue; usually it takes two. */
    private static final int MOST_STEPS = 60;

    private final double[] diagonal;
    /** The entries beside the diagonal, and a zero. */
    private final double[] beside;
    /** The first row of the product of all rotations. */
    private final double[] first;

    private JacobiMatrix(double[] diagonal, double[] beside) {
        this.diagonal = diagonal.clone();
        this.beside = Arrays.copyOf(beside, diagonal.length);
        first = new double[diagonal.length];
        first[0] = 1;
    }

    /** The eigenvalues as points, the squared first components of the eigenvectors as weights. */
    static Rule rule(double[] diagonal, double[] beside) {
        var matrix = new JacobiMatrix(diagonal, beside);
        for (int i = 0; i < diagonal.length; i++) {
            matrix.isolate(i);
        }
        double[] weights = new double[diagonal.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = matrix.first[i] * matrix.first[i];
        }
        return new Rule(matrix.diagonal, weights);
    }

    /** Goes on until nothing stands beside an entry of the diagonal, which is an eigenvalue then. */
    private void isolate(int entry) {
        int steps = 0;
        for (int end = end(entry); end > entry; end = end(entry)) {
            if (++steps > MOST_STEPS) {
                throw new IllegalStateException("no eigenvalue after " + MOST_STEPS + " steps");
            }
            step(entry, end);
        }
    }

    /** The last entry of the block that begins with one. */
    private int end(int from) {
        int end = from;
        while (end < diagonal.length - 1
                && Math.abs(beside[end]) > Math.ulp(Math.abs(diagonal[end]) + Math.abs(diagonal[end + 1])) / 2) {
            end++;
        }
        return end;
    }

    /** Shifts by the eigenvalue of the first two rows that is nearer to the first, and rotates from below upwards. */
    private void step(int from, int end) {
        double half = (diagonal[from + 1] - diagonal[from]) / (2 * beside[from]);
        double shift = diagonal[from] - beside[from] / (half + Math.copySign(Math.hypot(half, 1), half));
        double rest = diagonal[end] - shift;
        double cos = 1;
        double sin = 1;
        double moved = 0;
        for (int i = end - 1; i >= from; i--) {
            double bulge = sin * beside[i];
            double kept = cos * beside[i];
            double length = Math.hypot(bulge, rest);
            if (length == 0) { // the block falls apart
                beside[i + 1] = 0;
                diagonal[i + 1] -= moved;
                beside[end] = 0;
                return;
            }
            beside[i + 1] = length;
            sin = bulge / length;
            cos = rest / length;
            double below = diagonal[i + 1] - moved;
            double turned = (diagonal[i] - below) * sin + 2 * cos * kept;
            moved = sin * turned;
            diagonal[i + 1] = below + moved;
            rest = cos * turned - kept;
            double next = first[i + 1];
            first[i + 1] = sin * first[i] + cos * next;
            first[i] = cos * first[i] - sin * next;
        }
        diagonal[from] -= moved;
        beside[from] = rest;
        beside[end] = 0;
    }
}
