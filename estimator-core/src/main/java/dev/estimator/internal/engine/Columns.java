package dev.estimator.internal.engine;

import dev.estimator.internal.numeric.Rounding;
import java.util.Arrays;

/** The loops in which columns of numbers are computed: one for each operation, so short that the JIT makes vectors of them. */
final class Columns {
    private Columns() {}

    static void fill(double c, double[] out, int n) {
        Arrays.fill(out, 0, n, c);
    }

    static void plus(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    static void plus(double[] a, double c, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + c;
        }
    }

    static void minus(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Rounding.difference(a[i], b[i]);
        }
    }

    static void times(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    static void times(double[] a, double c, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * c;
        }
    }

    static void div(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    static void div(double[] a, double c, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / c;
        }
    }

    static void div(double c, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = c / b[i];
        }
    }

    static void max(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    static void min(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    static void ceil(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Rounding.ceil(a[i]);
        }
    }

    static void floor(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Rounding.floor(a[i]);
        }
    }

    /** {@code 1 − a}; a rounding error beyond the whole leaves nothing. */
    static void complement(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(0, 1 - a[i]);
        }
    }

    /** {@code a + b − a b}, the unavailability of two things that must both be up, the larger first. */
    static void series(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            double larger = Math.max(a[i], b[i]);
            out[i] = larger + Math.min(a[i], b[i]) * (1 - larger);
        }
    }
}
