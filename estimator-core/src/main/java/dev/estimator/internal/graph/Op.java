package dev.estimator.internal.graph;

import static dev.estimator.internal.graph.Direction.FALLING;
import static dev.estimator.internal.graph.Direction.RISING;

import dev.estimator.internal.numeric.Rounding;
import java.util.Arrays;
import java.util.List;

/**
 * The elementary operations: all that is known of each stands here. How it is written, what it computes from two
 * numbers and from columns, which way it goes, how smooth it is, and what it does to a distance. Its bounds follow from
 * the way it goes. Values are zero or above.
 *
 * <p>The loops are so short that the JIT makes vectors of them. A constant is a column of its own where no loop says
 * better.
 */
public enum Op implements Function {
    PLUS("{0} + {1}", SUM, SUM, SUM, Operands.PAIR, Curve.SMOOTH, RISING, RISING),
    MINUS("{0} − {1}", SUM, SUM, PRODUCT, Operands.ORDERED_PAIR, Curve.SMOOTH, RISING, FALLING),
    TIMES("{0} × {1}", PRODUCT, PRODUCT, PRODUCT, Operands.PAIR, Curve.SMOOTH, RISING, RISING),
    DIV("{0} ÷ {1}", PRODUCT, PRODUCT, ATOM, Operands.ORDERED_PAIR, Curve.SMOOTH, RISING, FALLING),
    MAX("max({0}, {1})", ATOM, SUM, SUM, Operands.PAIR, Curve.BENT, RISING, RISING),
    MIN("min({0}, {1})", ATOM, SUM, SUM, Operands.PAIR, Curve.BENT, RISING, RISING),
    CEIL("⌈{0}⌉", ATOM, SUM, Curve.STEPPED, RISING),
    FLOOR("⌊{0}⌋", ATOM, SUM, Curve.STEPPED, RISING),
    /** The complement of a share; it is 0 if rounding made the share exceed 1. */
    COMPLEMENT("1 − {0}", SUM, PRODUCT, Curve.SMOOTH, FALLING),
    /** Both must be up, A₁ × A₂, of shares of time down. */
    SERIES("{0} × {1}", PRODUCT, PRODUCT, PRODUCT, Operands.PAIR, Curve.SMOOTH, RISING, RISING);

    /** The smoothness of a result as a function of its operands. */
    public enum Curve {
        SMOOTH,
        /** Continuous, and constant below or above some point. */
        BENT,
        /** A step function. */
        STEPPED
    }

    /** How many operands there are, and whether they can change places. */
    private enum Operands {
        ONE,
        PAIR,
        ORDERED_PAIR
    }

    private final String template;
    private final int binding;
    private final int left;
    private final int right;
    private final Operands operands;
    private final Curve curve;
    private final Direction inFirst;
    private final Direction inSecond;

    Op(String template, int binding, int left, Curve curve, Direction direction) {
        this(template, binding, left, SUM, Operands.ONE, curve, direction, direction);
    }

    Op(
            String template,
            int binding,
            int left,
            int right,
            Operands operands,
            Curve curve,
            Direction inFirst,
            Direction inSecond) {
        this.template = template;
        this.binding = binding;
        this.left = left;
        this.right = right;
        this.operands = operands;
        this.curve = curve;
        this.inFirst = inFirst;
        this.inSecond = inSecond;
    }

    /** Computes the result; operations of one operand ignore the second number. */
    public double of(double a, double b) {
        if (this == PLUS) {
            return a + b;
        }
        if (this == TIMES) {
            return a * b;
        }
        if (this == DIV) {
            return a / b;
        }
        if (this == MINUS) {
            return Rounding.difference(a, b);
        }
        if (this == MAX || this == MIN) {
            return this == MAX ? Math.max(a, b) : Math.min(a, b);
        }
        if (this == CEIL || this == FLOOR) {
            return this == CEIL ? Rounding.ceil(a) : Rounding.floor(a);
        }
        return this == COMPLEMENT ? Math.max(0, 1 - a) : down(a, b);
    }

    /**
     * {@code u + v − u v}, the larger first: then no rounding makes the two together better than the worse of them, or
     * worse than never up.
     */
    private static double down(double u, double v) {
        double larger = Math.max(u, v);
        return larger + Math.min(u, v) * (1 - larger);
    }

    /** Computes the results row by row; the result column may be that of an operand. */
    public void columns(double[] a, double[] b, double[] out, int n) {
        if (this == PLUS) {
            plus(a, b, out, n);
        } else if (this == TIMES) {
            times(a, b, out, n);
        } else if (this == DIV) {
            div(a, b, out, n);
        } else if (this == MINUS) {
            minus(a, b, out, n);
        } else if (this == MAX) {
            max(a, b, out, n);
        } else if (this == MIN) {
            min(a, b, out, n);
        } else if (this == SERIES) {
            series(a, b, out, n);
        } else {
            ofOne(a, out, n);
        }
    }

    private void ofOne(double[] a, double[] out, int n) {
        if (this == CEIL) {
            ceil(a, out, n);
        } else if (this == FLOOR) {
            floor(a, out, n);
        } else {
            complement(a, out, n);
        }
    }

    /** As above, with a constant as second operand; the result column differs from that of the operand. */
    public void columns(double[] a, double c, double[] out, int n) {
        if (this == PLUS) {
            plus(a, c, out, n);
        } else if (this == TIMES) {
            times(a, c, out, n);
        } else if (this == DIV) {
            div(a, c, out, n);
        } else {
            Arrays.fill(out, 0, n, c);
            columns(a, out, out, n);
        }
    }

    /** As above, with a constant as first operand. */
    public void columns(double c, double[] b, double[] out, int n) {
        if (this == DIV) {
            div(c, b, out, n);
        } else {
            Arrays.fill(out, 0, n, c);
            columns(out, b, out, n);
        }
    }

    private static void plus(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private static void plus(double[] a, double c, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + c;
        }
    }

    private static void minus(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Rounding.difference(a[i], b[i]);
        }
    }

    private static void times(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private static void times(double[] a, double c, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * c;
        }
    }

    private static void div(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    private static void div(double[] a, double c, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / c;
        }
    }

    private static void div(double c, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = c / b[i];
        }
    }

    private static void max(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    private static void min(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    private static void series(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = down(a[i], b[i]);
        }
    }

    private static void ceil(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Rounding.ceil(a[i]);
        }
    }

    private static void floor(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Rounding.floor(a[i]);
        }
    }

    private static void complement(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(0, 1 - a[i]);
        }
    }

    /**
     * How far apart two results are whose operands are so far apart.
     *
     * @param distance between two values of an operand
     * @param operand which
     * @param other what the other operand is
     * @return the distance; NaN if it is not the same wherever they are
     */
    public double stretched(double distance, int operand, double other) {
        if (this == PLUS || this == MINUS || this == COMPLEMENT) {
            return distance;
        }
        if (this == TIMES || this == SERIES) {
            return distance * (this == TIMES ? other : 1 - other);
        }
        return this == DIV && operand == 0 ? distance / other : Double.NaN;
    }

    public Curve curve() {
        return curve;
    }

    public boolean isOfOne() {
        return operands == Operands.ONE;
    }

    /** Whether operands can change places. */
    public boolean isCommutative() {
        return operands == Operands.PAIR;
    }

    @Override
    public Direction direction(int operand) {
        return operand == 0 ? inFirst : inSecond;
    }

    @Override
    public double apply(double... operands) {
        return of(operands[0], isOfOne() ? 0 : operands[1]);
    }

    @Override
    public String write(List<String> operands) {
        String first = template.replace("{0}", operands.get(0));
        return isOfOne() ? first : first.replace("{1}", operands.get(1));
    }

    @Override
    public int binding() {
        return binding;
    }

    @Override
    public int bindingOf(int operand) {
        return operand == 0 ? left : right;
    }
}
