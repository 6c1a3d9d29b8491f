package dev.estimator.scaling;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.correlated;
import static dev.estimator.quantity.Quantities.normal;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.text.AlignedText;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Units;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A universal scalability law that was fitted to a load test: the law, the errors of its coefficients, and warnings.
 * Made by {@link LoadTest#fit()}.
 */
public final class ScalabilityFit {
    private static final int LAMBDA = 0;
    private static final int SIGMA = 1;
    private static final int KAPPA = 2;
    private static final List<String> NAMES = List.of("throughput of one", "contention", "coherency");

    private static final int FEWEST_POINTS = 6;
    private static final double CONFIDENCE = 0.975;
    private static final double P95 = 0.95;
    private static final double NORMAL_P95 = 1.6448536269514722;

    /** How many standard deviations a normal range must lie above zero for at most 1 % of it to be cut off. */
    private static final double FAR_FROM_ZERO = 2.3263478740408408;

    /** A bound that changes no throughput by more than this, relative, has had no effect. */
    private static final double ROUNDING = 1e-9;

    private final LoadTest test;
    private final UslFit fit;

    ScalabilityFit(LoadTest test, UslFit fit) {
        this.test = test;
        this.fit = fit;
    }

    /**
     * Returns the law, with the coefficients as assumptions that name the load test as their source.
     *
     * @return the law with the least squared differences to the measured throughputs
     */
    public Scalability scalability() {
        return Scalability.of(
                        fitted(LAMBDA, perSecond(fit.law().lambda())),
                        fitted(SIGMA, Share.of(fit.law().sigma())),
                        fitted(KAPPA, Ratio.of(fit.law().kappa())))
                .withMeasuredUpTo(test.most());
    }

    private <Q extends Quantity<Q>> Q fitted(int coefficient, Q value) {
        return assume(NAMES.get(coefficient), value, source());
    }

    private String source() {
        return "fit to " + points() + " load-test points";
    }

    /**
     * Returns the law with its coefficients as ranges that show how well they are known: normal, correlated as their
     * estimates are, and with the 90 % ranges of Student's distribution. So its answers are ranges, which widen away
     * from the measurements. A coefficient that is held at a bound is no range.
     *
     * @return the law; its best guesses are those of {@link #scalability()}
     * @throws ArithmeticException if there are no more points than coefficients, if they are fitted exactly, or if a
     *     coefficient cannot be told from zero, or a contention from 1; then measure more
     */
    public Scalability scalabilityWithRanges() {
        Usl law = fit.law();
        Qps lambda = ranged(
                LAMBDA, () -> normal(perSecond(law.lambda()), perSecond(spread(LAMBDA))), perSecond(law.lambda()));
        Share sigma =
                ranged(SIGMA, () -> normal(Share.of(law.sigma()), Share.of(spread(SIGMA))), Share.of(law.sigma()));
        Ratio kappa =
                ranged(KAPPA, () -> normal(Ratio.of(law.kappa()), Ratio.of(spread(KAPPA))), Ratio.of(law.kappa()));
        Ratio kappaLambda = together(KAPPA, kappa, LAMBDA, lambda);
        // every answer that depends on coherency depends on contention too, and contention holds all three correlations
        return Scalability.of(
                        lambda,
                        together(SIGMA, together(SIGMA, sigma, LAMBDA, lambda), KAPPA, kappaLambda),
                        fit.isHeld(SIGMA) ? kappaLambda : kappa)
                .withMeasuredUpTo(test.most());
    }

    private <Q extends Quantity<Q>> Q together(int i, Q value, int k, Quantity<?> other) {
        return fit.isHeld(i) || fit.isHeld(k) ? value : correlated(value, other, fit.correlation(i, k));
    }

    private <Q extends Quantity<Q>> Q ranged(int coefficient, Supplier<Q> range, Q held) {
        return fitted(coefficient, fit.isHeld(coefficient) ? held : range.get());
    }

    /** The standard deviation of a normal distribution with the 90 % range of Student's. */
    private double spread(int i) {
        Coefficient coefficient = coefficient(i);
        double spread = coefficient.standardError() * fit.quantile(P95, points()) / NORMAL_P95;
        if (!(spread > 0)) {
            throw new ArithmeticException(
                    "the points are fitted exactly, which leaves no ranges: ask for scalability()");
        }
        boolean isFar = coefficient.estimate() > FAR_FROM_ZERO * spread;
        if (!isFar || (i == SIGMA && !(1 - coefficient.estimate() > FAR_FROM_ZERO * spread))) {
            throw new ArithmeticException(coefficient + " cannot be told from " + (isFar ? "1" : "zero")
                    + ", so it is no range: measure more points");
        }
        return spread;
    }

    /**
     * Returns how well λ is known.
     *
     * @return the throughput of one, per second
     * @throws ArithmeticException if there are no more points than coefficients
     */
    public Coefficient throughputOfOne() {
        return coefficient(LAMBDA);
    }

    /**
     * Returns how well σ is known.
     *
     * @return the contention
     * @throws ArithmeticException if there are no more points than coefficients
     */
    public Coefficient contention() {
        return coefficient(SIGMA);
    }

    /**
     * Returns how well κ is known.
     *
     * @return the coherency
     * @throws ArithmeticException if there are no more points than coefficients
     */
    public Coefficient coherency() {
        return coefficient(KAPPA);
    }

    /** A coefficient with the interval {@code estimate ± t(97.5 %, points − coefficients) × standard error}. */
    private Coefficient coefficient(int i) {
        requireSparePoints();
        double estimate = estimate(i);
        double error = fit.standardError(i, points());
        double reach = fit.quantile(CONFIDENCE, points()) * error;
        return new Coefficient(NAMES.get(i), estimate, error, estimate - reach, estimate + reach);
    }

    private double estimate(int i) {
        Usl law = fit.law();
        return new double[] {law.lambda(), law.sigma(), law.kappa()}[i];
    }

    /**
     * Returns the sum of the squared differences between measured and fitted throughputs.
     *
     * @return the sum, in (1/s)²
     */
    public double residualSumOfSquares() {
        return fit.residualSumOfSquares();
    }

    /**
     * Returns the typical distance of a measured throughput from the law.
     *
     * @return {@code √(residual sum of squares ÷ (points − coefficients))}
     * @throws ArithmeticException if there are no more points than coefficients
     */
    public Qps residualStandardError() {
        requireSparePoints();
        return perSecond(Math.sqrt(residualSumOfSquares() / fit.degreesOfFreedom(points())));
    }

    private void requireSparePoints() {
        if (!hasSparePoints()) {
            throw new ArithmeticException(points()
                    + " points for as many coefficients fit exactly and do not tell how well:" + " measure more");
        }
    }

    private boolean hasSparePoints() {
        return fit.degreesOfFreedom(points()) > 0;
    }

    /**
     * Returns warnings about the fit.
     *
     * @return sentences; empty if the fit gives no reason to doubt it
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (points() < FEWEST_POINTS) {
            warnings.add("only " + points() + " points: measure " + FEWEST_POINTS + " or more");
        }
        fit.unconstrained().ifPresent(free -> Stream.of(SIGMA, KAPPA).forEach(i -> warnIfBound(i, free, warnings)));
        if (hasSparePoints()) {
            warnIfMaybeZero(warnings);
        }
        Scalability law = scalability();
        if (law.hasPeak() && law.isBeyondMeasured(law.peakConcurrency())) {
            warnings.add(
                    "the peak, at " + law.peakConcurrency() + ", is a guess beyond twice the measured " + test.most());
        }
        return List.copyOf(warnings);
    }

    private void warnIfBound(int i, Usl free, List<String> warnings) {
        double value = i == SIGMA ? free.sigma() : free.kappa();
        double most = test.most().value();
        double felt = value * (i == SIGMA ? most : most * most);
        if (fit.isHeld(i) && (felt < -ROUNDING || (i == SIGMA && value > 1 + ROUNDING))) {
            warnings.add(NAMES.get(i) + " would be " + Coefficient.text(value)
                    + ", which is not possible, and is held at " + Coefficient.text(estimate(i)));
        }
    }

    private void warnIfMaybeZero(List<String> warnings) {
        IntStream.of(SIGMA, KAPPA)
                .filter(i -> !fit.isHeld(i))
                .mapToObj(this::coefficient)
                .filter(Coefficient::isMaybeZero)
                .forEach(coefficient -> warnings.add(coefficient.name() + " cannot be told from 0"));
        if (!fit.isHeld(SIGMA) && contention().high() >= 1) {
            warnings.add("contention cannot be told from 1");
        }
    }

    private int points() {
        return test.points().size();
    }

    private static Qps perSecond(double rate) {
        return Qps.of(rate, Units.PER_SECOND);
    }

    /** Returns the law, the coefficients with their errors, and the warnings. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(source() + ", " + test.least() + " to " + test.most() + ": " + scalability());
        if (hasSparePoints()) {
            lines.add(AlignedText.of(
                    IntStream.range(0, NAMES.size()).mapToObj(this::row).toList()));
        }
        warnings().forEach(warning -> lines.add("warning: " + warning));
        return String.join("\n", lines);
    }

    private List<String> row(int i) {
        if (fit.isHeld(i)) {
            return List.of(NAMES.get(i), Coefficient.text(estimate(i)), "held");
        }
        Coefficient c = coefficient(i);
        return List.of(
                c.name(),
                Coefficient.text(c.estimate()),
                "± " + Coefficient.text(c.standardError()),
                "95%: " + Coefficient.text(c.low()) + " … " + Coefficient.text(c.high()));
    }

    /**
     * A coefficient that was fitted to measurements.
     *
     * @param name what it is
     * @param estimate its best value
     * @param standardError the standard deviation of the estimate; 0 if it is held at a bound
     * @param low the lower end of its 95 % confidence interval, which may be below zero
     * @param high the upper end
     */
    public record Coefficient(String name, double estimate, double standardError, double low, double high)
            implements Serializable {
        private static final MathContext FOUR_DIGITS = new MathContext(4);
        private static final double SMALLEST_PLAIN = 1e-3;

        /**
         * Checks that no component is null.
         *
         * @param name what it is
         * @param estimate its best value
         * @param standardError the standard deviation of the estimate; 0 if it is held at zero
         * @param low the lower end of its 95 % confidence interval, which may be below zero
         * @param high the upper end
         */
        public Coefficient {
            requireNonNull(name, "name");
        }

        /**
         * Returns whether zero is in the interval, so that the coefficient may be zero for all that the measurements
         * tell.
         *
         * @return whether {@code low ≤ 0}
         */
        public boolean isMaybeZero() {
            return low <= 0;
        }

        /** Returns the coefficient with its error, as in 'contention 0.02672 ± 0.00199 (95%: 0.02264 … 0.03079)'. */
        @Override
        public String toString() {
            return name + " " + text(estimate) + " ± " + text(standardError) + " (95%: " + text(low) + " … "
                    + text(high) + ")";
        }

        static String text(double value) {
            BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR_DIGITS).stripTrailingZeros();
            return Math.abs(value) >= SMALLEST_PLAIN
                    ? rounded.toPlainString()
                    : rounded.toString().replace("E", "e");
        }
    }
}
