package dev.estimator.scaling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.util.Pair;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The least-squares fit of the {@link Usl} to measured throughputs, with a contention from 0 to 1 and a coherency not
 * below zero. The coefficients are 0 (λ), 1 (σ) and 2 (κ).
 */
final class UslFit {
    private static final int[][] SUBSETS = {{0, 1, 2}, {0, 1}, {0, 2}, {0}};
    private static final int SIGMA = 1;
    private static final int MOST_STEPS = 10_000;
    private static final double TOLERANCE = 1e-14;

    /** The contentions of the laws to start from. */
    private static final double[] CONTENTIONS = {0.01, 0.1, 0.5};

    private static final int POLISHING_STEPS = 5;

    /** The relative change of the sum of squares that is only rounding, as at the optimum. */
    private static final double NOISE = 1e-12;

    private static final double SINGULAR = 1e-14;

    /** A coefficient is at a bound if moving it there changes no throughput by more than this, relative. */
    private static final double ROUNDING = 1e-9;

    private final Usl law;
    private final @Nullable Usl unconstrained;

    /** The coefficients that were fitted; the others are held at a bound. */
    private final int[] free;

    private final double residualSumOfSquares;

    /** {@code (JᵀJ)⁻¹} of the free coefficients, in their order. */
    private final double[][] unscaledCovariance;

    private UslFit(Usl law, @Nullable Usl unconstrained, int[] free, double[] loads, double[] throughputs) {
        this.law = law;
        this.unconstrained = unconstrained;
        this.free = free;
        this.residualSumOfSquares = squares(law, loads, throughputs);
        this.unscaledCovariance = inverse(jacobian(law, loads, free));
    }

    /**
     * The best fit that keeps to the bounds, among those that hold none, one or both of the coefficients at a bound.
     *
     * @throws ArithmeticException if the loads are so close together that the coefficients cannot be told apart
     */
    static UslFit of(double[] loads, double[] throughputs) {
        @Nullable Usl unconstrained = fit(loads, throughputs, SUBSETS[0], 0, law -> true).orElse(null);
        double most = Arrays.stream(loads).max().orElseThrow();
        @Nullable Usl best = null;
        int[] free = SUBSETS[0];
        for (int[] subset : SUBSETS) {
            int bounds = Arrays.binarySearch(subset, SIGMA) < 0 ? 2 : 1;
            for (double held = 0; held < bounds; held++) {
                @Nullable Usl law = fit(loads, throughputs, subset, held, found -> isAllowed(found, subset, most))
                        .orElse(null);
                if (law != null
                        && (best == null || squares(law, loads, throughputs) < squares(best, loads, throughputs))) {
                    best = law;
                    free = subset;
                }
            }
        }
        try {
            return new UslFit(Objects.requireNonNull(best), unconstrained, free, loads, throughputs);
        } catch (SingularMatrixException | NullPointerException e) {
            ArithmeticException refusal = new ArithmeticException(
                    "the loads are too close together to tell the coefficients apart: measure at loads further apart");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** The fitted law. */
    Usl law() {
        return law;
    }

    /** The fit without bounds; empty if there is none. */
    Optional<Usl> unconstrained() {
        return Optional.ofNullable(unconstrained);
    }

    double residualSumOfSquares() {
        return residualSumOfSquares;
    }

    /** The number of points beyond the number of coefficients. */
    int degreesOfFreedom(int points) {
        return points - free.length;
    }

    double standardError(int coefficient, int points) {
        int i = position(coefficient);
        return i < 0 ? 0 : Math.sqrt(residualSumOfSquares / degreesOfFreedom(points) * unscaledCovariance[i][i]);
    }

    /** The correlation of the estimates of two coefficients that were both fitted. */
    double correlation(int one, int other) {
        int i = position(one);
        int k = position(other);
        return unscaledCovariance[i][k] / Math.sqrt(unscaledCovariance[i][i] * unscaledCovariance[k][k]);
    }

    boolean isHeld(int coefficient) {
        return position(coefficient) < 0;
    }

    private int position(int coefficient) {
        return Arrays.binarySearch(free, coefficient);
    }

    /** The standard errors by which a value exceeds its estimate with no more than the remaining probability. */
    double quantile(double probability, int points) {
        return TDistribution.of(degreesOfFreedom(points)).inverseCumulativeProbability(probability);
    }

    /**
     * Whether the coefficients are inside their bounds by more than rounding; those at a bound are left to the fit that
     * holds them there.
     */
    private static boolean isAllowed(Usl law, int[] free, double most) {
        double[] felt = {1, Math.min(law.sigma() * most, 1 - law.sigma()), law.kappa() * most * most};
        return IntStream.of(free).allMatch(i -> felt[i] > ROUNDING);
    }

    /** The best allowed fit from several starts. */
    private static Optional<Usl> fit(
            double[] loads, double[] throughputs, int[] free, double held, Predicate<Usl> allowed) {
        return starts(loads, throughputs, free, held)
                .flatMap(start -> fit(loads, throughputs, free, held, start).stream())
                .filter(law -> law.lambda() > 0 && isFinite(law, loads) && allowed.test(law))
                .min(Comparator.comparingDouble(law -> squares(law, loads, throughputs)));
    }

    private static Optional<Usl> fit(double[] loads, double[] throughputs, int[] free, double held, double[] start) {
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .withOrthoTolerance(TOLERANCE)
                    .optimize(new LeastSquaresBuilder()
                            .start(start)
                            .model(model(loads, free, held))
                            .target(throughputs)
                            .maxEvaluations(MOST_STEPS)
                            .maxIterations(MOST_STEPS)
                            .build());
            return Optional.of(
                    polished(moved(new Usl(0, held, 0), optimum.getPoint(), free), loads, throughputs, free));
        } catch (MathIllegalStateException | MathIllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Adds Gauss–Newton steps, each of which doubles the correct digits near the optimum; the optimizer stops at half
     * of them.
     */
    private static Usl polished(Usl found, double[] loads, double[] throughputs, int[] free) {
        Usl law = found;
        for (int i = 0; i < POLISHING_STEPS; i++) {
            RealVector step = new QRDecomposition(jacobian(law, loads, free))
                    .getSolver()
                    .solve(residuals(law, loads, throughputs));
            Usl next = moved(law, step, free);
            if (!(squares(next, loads, throughputs) <= squares(law, loads, throughputs) * (1 + NOISE))) {
                return law;
            }
            law = next;
        }
        return law;
    }

    /** The law with its free coefficients moved by a step. */
    private static Usl moved(Usl law, RealVector step, int[] free) {
        double[] all = {law.lambda(), law.sigma(), law.kappa()};
        for (int i = 0; i < free.length; i++) {
            all[free[i]] += step.getEntry(i);
        }
        return new Usl(all[0], all[1], all[2]);
    }

    private static boolean isFinite(Usl law, double[] loads) {
        return Arrays.stream(loads).allMatch(n -> Double.isFinite(law.throughput(n)));
    }

    private static MultivariateJacobianFunction model(double[] loads, int[] free, double held) {
        return point -> {
            Usl law = moved(new Usl(0, held, 0), point, free);
            double[] values = Arrays.stream(loads).map(law::throughput).toArray();
            return new Pair<>(new ArrayRealVector(values, false), jacobian(law, loads, free));
        };
    }

    private static RealMatrix jacobian(Usl law, double[] loads, int[] free) {
        double[][] rows = Arrays.stream(loads)
                .mapToObj(n -> {
                    double slowdown = law.slowdown(n);
                    double perSlowdown = -law.lambda() * n / (slowdown * slowdown);
                    double[] all = {n / slowdown, perSlowdown * (n - 1), perSlowdown * n * (n - 1)};
                    return IntStream.of(free).mapToDouble(i -> all[i]).toArray();
                })
                .toArray(double[][]::new);
        return new Array2DRowRealMatrix(rows, false);
    }

    /**
     * The laws to start from: the linear fit, and laws of little, some and much contention with their peak at the load
     * of the greatest throughput.
     */
    private static Stream<double[]> starts(double[] loads, double[] throughputs, int[] free, double held) {
        int top = IntStream.range(0, loads.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> throughputs[i]))
                .orElseThrow();
        double peak = loads[top];
        Stream<double[]> peaked = DoubleStream.of(CONTENTIONS).mapToObj(sigma -> {
            Usl law = new Usl(1, sigma, (1 - sigma) / (peak * peak));
            double[] all = {throughputs[top] / law.throughput(peak), law.sigma(), law.kappa()};
            return IntStream.of(free).mapToDouble(i -> all[i]).toArray();
        });
        return Stream.concat(Stream.of(start(loads, throughputs, free, held)), peaked);
    }

    /**
     * The linear fit of {@code N ÷ X = (1 + σ(N − 1) + κN(N − 1)) ÷ λ}, weighted with X so that its errors are
     * relative. A coefficient below zero is replaced by a small positive one.
     */
    private static double[] start(double[] loads, double[] throughputs, int[] free, double held) {
        double[][] rows = new double[loads.length][];
        double[] ones = new double[loads.length];
        for (int i = 0; i < loads.length; i++) {
            double n = loads[i];
            double weight = throughputs[i] / n;
            double[] all = {weight * (1 + held * (n - 1)), weight * (n - 1), weight * n * (n - 1)};
            rows[i] = IntStream.of(free).mapToDouble(k -> all[k]).toArray();
            ones[i] = 1;
        }
        double[] linear = new QRDecomposition(new Array2DRowRealMatrix(rows, false), 0)
                .getSolver()
                .solve(new ArrayRealVector(ones, false))
                .toArray();
        double most = Arrays.stream(loads).max().orElseThrow();
        double perOne = linear[0] > 0 ? linear[0] : loads[0] / throughputs[0];
        double[] little = {1, 0.01 / most, 0.01 / (most * most)};
        return IntStream.range(0, free.length)
                .mapToDouble(i -> free[i] == 0 ? 1 / perOne : Math.max(linear[i] / perOne, little[free[i]]))
                .toArray();
    }

    private static RealVector residuals(Usl law, double[] loads, double[] throughputs) {
        return new ArrayRealVector(
                IntStream.range(0, loads.length)
                        .mapToDouble(i -> throughputs[i] - law.throughput(loads[i]))
                        .toArray(),
                false);
    }

    private static double squares(Usl law, double[] loads, double[] throughputs) {
        RealVector residuals = residuals(law, loads, throughputs);
        return residuals.dotProduct(residuals);
    }

    /** {@code (JᵀJ)⁻¹} from the QR decomposition of J, with its columns scaled to length 1. */
    private static double[][] inverse(RealMatrix jacobian) {
        int size = jacobian.getColumnDimension();
        RealMatrix scaled = jacobian.copy();
        double[] norms = new double[size];
        for (int k = 0; k < size; k++) {
            norms[k] = jacobian.getColumnVector(k).getNorm();
            scaled.setColumnVector(k, jacobian.getColumnVector(k).mapDivide(norms[k]));
        }
        RealMatrix r = new QRDecomposition(scaled, SINGULAR).getR().getSubMatrix(0, size - 1, 0, size - 1);
        RealMatrix inverse = new QRDecomposition(r, SINGULAR).getSolver().getInverse();
        RealMatrix product = inverse.multiply(inverse.transpose());
        double[][] covariance = product.getData();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                covariance[i][k] /= norms[i] * norms[k];
            }
        }
        return covariance;
    }
}
