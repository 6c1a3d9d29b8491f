package dev.estimator.internal.engine;

import dev.estimator.internal.numeric.Rounding;
import java.util.List;

/** What a step does with its columns a and b and its constant c. */
enum Kernel {
    LEAF,
    CALL,
    FILL {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.fill(c, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(c, c);
        }
    },
    PLUS {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.plus(a, b, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(
                    in.get(0).low() + in.get(1).low(),
                    in.get(0).high() + in.get(1).high());
        }
    },
    PLUS_CONSTANT {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.plus(a, c, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(in.get(0).low() + c, in.get(0).high() + c);
        }
    },
    MINUS {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.minus(a, b, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(
                    Rounding.difference(in.get(0).low(), in.get(1).high()),
                    Rounding.difference(in.get(0).high(), in.get(1).low()));
        }
    },
    TIMES {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.times(a, b, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(
                    in.get(0).low() * in.get(1).low(),
                    in.get(0).high() * in.get(1).high());
        }
    },
    TIMES_CONSTANT {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.times(a, c, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(in.get(0).low() * c, in.get(0).high() * c);
        }
    },
    DIV {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.div(a, b, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(
                    in.get(0).low() / in.get(1).high(),
                    in.get(0).high() / in.get(1).low());
        }
    },
    DIV_CONSTANT {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.div(a, c, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(in.get(0).low() / c, in.get(0).high() / c);
        }
    },
    CONSTANT_DIV {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.div(c, a, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(c / in.get(0).high(), c / in.get(0).low());
        }
    },
    MAX {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.max(a, b, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(
                    Math.max(in.get(0).low(), in.get(1).low()),
                    Math.max(in.get(0).high(), in.get(1).high()));
        }
    },
    MIN {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.min(a, b, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(
                    Math.min(in.get(0).low(), in.get(1).low()),
                    Math.min(in.get(0).high(), in.get(1).high()));
        }
    },
    CEIL {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.ceil(a, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(Math.floor(in.get(0).low()), Math.ceil(in.get(0).high()));
        }
    },
    FLOOR {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.floor(a, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(Math.floor(in.get(0).low()), Math.ceil(in.get(0).high()));
        }
    },
    COMPLEMENT {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.complement(a, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(Math.max(0, 1 - in.get(0).high()), 1 - in.get(0).low());
        }
    },
    SERIES {
        @Override
        void compute(double[] a, double[] b, double c, double[] out, int n) {
            Columns.series(a, b, out, n);
        }

        @Override
        Bounds bounds(List<Bounds> in, double c) {
            return new Bounds(0, 1);
        }
    };

    void compute(double[] a, double[] b, double c, double[] out, int n) {
        throw new IllegalStateException(this + " is not computed from columns");
    }

    /** Between which values the result lies; a wild guess where nothing is known. */
    Bounds bounds(List<Bounds> in, double c) {
        return Bounds.UNKNOWN;
    }
}
