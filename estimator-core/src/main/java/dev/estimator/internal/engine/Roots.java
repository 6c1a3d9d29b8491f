package dev.estimator.internal.engine;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;

/** Where a function that never falls reaches a value. */
final class Roots {
    private static final int ORDER = 5;
    private static final int MOST_EVALUATIONS = 200;

    private Roots() {}

    /** A function of which the values at two ends are known. */
    private record Known(DoubleUnaryOperator function, double from, double atFrom, double to, double atTo)
            implements UnivariateFunction {
        @Override
        public double value(double x) {
            return x == from ? atFrom : x == to ? atTo : function.applyAsDouble(x);
        }
    }

    /** Where the function crosses zero between the two, up to a tolerance; the nearer end if it does not. */
    static double of(DoubleUnaryOperator function, double from, double to, double start, double tolerance) {
        double atFrom = function.applyAsDouble(from);
        if (atFrom >= 0) {
            return from;
        }
        double atTo = function.applyAsDouble(to);
        if (atTo <= 0) {
            return to;
        }
        var solver = new BracketingNthOrderBrentSolver(0, tolerance, 0, ORDER);
        double inside = start > from && start < to ? start : (from + to) / 2;
        return solver.solve(MOST_EVALUATIONS, new Known(function, from, atFrom, to, atTo), from, to, inside);
    }
}
