package dev.estimator.internal.engine;

import dev.estimator.internal.range.Rule;

/**
 * The eigenvalues of a symmetric tridiagonal matrix and the first entry of each eigenvector, which are the points and,
 * squared, the weights of a Gauss rule: QL steps with implicit shifts, of which the rotations are applied to the first
 * row alone. All of it is rounded as in Commons Math's {@code EigenDecomposition}, which keeps whole eigenvectors and
 * loads the number formats of the locale: laws that end in steps, as a ceiling does, magnify a last bit.
 *
 * @see "G. H. Golub, J. H. Welsch, Calculation of Gauss Quadrature Rules, Mathematics of Computation 23 (1969)"
 */
final class JacobiMatrix {
    private static final int MOST_STEPS = 60;
    private static final double ROUNDING = 0x1p-53;

    private final double[] values;
    private final double[] firsts;
    private final double[] beside;

    /** The eigenvalues as points, the greatest first, and the squared first entries of the eigenvectors as weights. */
    static Rule rule(double[] diagonal, double[] beside) {
        var matrix = new JacobiMatrix(diagonal, beside);
        double[] weights = matrix.firsts;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights[i];
        }
        return new Rule(matrix.values, weights);
    }

    private JacobiMatrix(double[] diagonal, double[] besideIt) {
        int n = diagonal.length;
        values = diagonal.clone();
        beside = new double[n];
        System.arraycopy(besideIt, 0, beside, 0, n - 1);
        firsts = new double[n];
        firsts[0] = 1;
        double greatest = Math.max(greatest(values), greatest(beside));
        flush(values, ROUNDING * greatest);
        flush(beside, ROUNDING * greatest);
        for (int i = 0; i < n; i++) {
            separate(i);
        }
        sort();
        flush(values, Math.nextDown(ROUNDING * greatest(values)));
    }

    private static double greatest(double[] numbers) {
        double greatest = 0;
        for (double number : numbers) {
            greatest = Math.max(greatest, Math.abs(number));
        }
        return greatest;
    }

    /** Sets to zero what is at most a limit. */
    private static void flush(double[] numbers, double limit) {
        for (int i = 0; i < numbers.length; i++) {
            if (Math.abs(numbers[i]) <= limit) {
                numbers[i] = 0;
            }
        }
    }

    /** Steps until nothing that counts is left beside a value. */
    private void separate(int i) {
        for (int steps = 0; ; steps++) {
            int end = end(i);
            if (end == i) {
                return;
            }
            if (steps == MOST_STEPS) {
                throw new ArithmeticException("no eigenvalue after " + MOST_STEPS + " steps");
            }
            step(i, end);
        }
    }

    /** Where the block that begins here ends: the first value with nothing beside it that counts. */
    private int end(int i) {
        int end = i;
        while (end < values.length - 1 && counts(end)) {
            end++;
        }
        return end;
    }

    private boolean counts(int i) {
        double size = Math.abs(values[i]) + Math.abs(values[i + 1]);
        return Math.abs(beside[i]) + size != size;
    }

    /** One step from the end of a block to its beginning, shifted by the eigenvalue of its first two rows. */
    private void step(int from, int end) {
        double half = (values[from + 1] - values[from]) / (2 * beside[from]);
        double root = Math.sqrt(1 + half * half);
        double bulge = values[end] - values[from] + beside[from] / (half < 0 ? half - root : half + root);
        double sine = 1;
        double cosine = 1;
        double moved = 0;
        for (int i = end - 1; i >= from; i--) {
            double f = sine * beside[i];
            double b = cosine * beside[i];
            if (Math.abs(f) >= Math.abs(bulge)) {
                double ratio = bulge / f;
                double length = Math.sqrt(ratio * ratio + 1);
                beside[i + 1] = f * length;
                sine = 1 / length;
                cosine = ratio * sine;
            } else {
                double ratio = f / bulge;
                double length = Math.sqrt(ratio * ratio + 1);
                beside[i + 1] = bulge * length;
                cosine = 1 / length;
                sine = ratio * cosine;
            }
            double value = values[i + 1] - moved;
            double off = (values[i] - value) * sine + 2 * cosine * b;
            moved = sine * off;
            values[i + 1] = value + moved;
            bulge = cosine * off - b;
            rotate(i, sine, cosine);
        }
        values[from] -= moved;
        beside[from] = bulge;
        beside[end] = 0;
    }

    private void rotate(int i, double sine, double cosine) {
        double upper = firsts[i + 1];
        firsts[i + 1] = sine * firsts[i] + cosine * upper;
        firsts[i] = cosine * firsts[i] - sine * upper;
    }

    /** By insertion, as they are few. */
    private void sort() {
        for (int i = 1; i < values.length; i++) {
            double value = values[i];
            double first = firsts[i];
            int k = i;
            for (; k > 0 && values[k - 1] < value; k--) {
                values[k] = values[k - 1];
                firsts[k] = firsts[k - 1];
            }
            values[k] = value;
            firsts[k] = first;
        }
    }
}
