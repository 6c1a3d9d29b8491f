package dev.estimator.latency;

import org.jspecify.annotations.Nullable;

/**
 * The Laplace transform of log-normal times at some complex places, from its Mellin transform: {@code E exp(−s X) = 1 +
 * 1 ÷ 2πi ∫ Γ(p) exp(σ² p² ÷ 2 − μ p) s⁻ᵖ dp} along the line through −1/2, by the trapezoidal rule. {@code Γ(p)} is
 * known once and for all, and the sum over p is a polynomial of {@code exp(−i h ln s)} and one of its reciprocal.
 *
 * <p>With a step of h the rule gives the transform at {@code s exp(2πm ÷ h)} too, for all whole m, times {@code exp(−πm
 * ÷ h)}. For m above 0 that is 0, below it is a mean time s, to fifteen digits; both are taken back. Where sigma is
 * large times are too far apart for that, and steps are finer.
 */
final class Mellin {
    /** Of smaller a sigma the sum has too many terms; of a larger one even finer steps would lose digits. */
    static final double LEAST_SIGMA = 0.2;

    static final double MOST_SIGMA = 8;

    /** Of a larger sigma the steps are finer, so many times. */
    private static final double WIDE_SIGMA = 2.5;

    private static final int FINER = 4;

    /** How far apart the places are that the rule confuses, on the logarithmic scale. */
    private static final double PERIOD = 40;

    private static final double STEP = 2 * Math.PI / PERIOD;

    /** The sum ends where {@code exp(−σ² q² ÷ 2)} is e^−34. */
    private static final double END = 8.3;

    private static final int MOST_TERMS = terms(LEAST_SIGMA, STEP);

    private static final int MOST_FINE_TERMS = terms(WIDE_SIGMA, STEP / FINER);

    /** Below e to this power a transform is that of the first two moments, to all digits. */
    private static final double SHORT = -25;

    /** Three times the worst relative error of the largest term, of 667 places beside 60 digits. */
    private static final double ROUNDING = 2e-15;

    /** The error where a time is short beside the places. */
    private static final double LEAST_ERROR = 2e-17;

    /** At finer steps; where sigma is small only at the others. */
    private static final double[] GAMMA_LOG_SIZE = new double[MOST_TERMS * FINER + 1];

    private static final double[] GAMMA_ANGLE = new double[MOST_TERMS * FINER + 1];

    static {
        for (int j = 0; j < GAMMA_ANGLE.length; j += j < MOST_FINE_TERMS ? 1 : FINER - j % FINER) {
            setGamma(j);
        }
    }

    /** How many times finer the steps are, 1 or 4. */
    private final int finer;

    /** What is taken back of 1, and of the mean. */
    private final double confused;

    private final double[] real;
    private final double[] imaginary;

    /** The power of s that goes with one term more, and its reciprocal. */
    private final double[] ratioReal;

    private final double[] ratioImaginary;
    private final double[] backReal;
    private final double[] backImaginary;

    /** The square root of s. */
    private final double[] rootReal;

    private final double[] rootImaginary;
    private final double least;

    /** At the same places, with finer steps. */
    private @Nullable Mellin fine;

    /** At these places, none of which is on the negative real axis. */
    Mellin(double[] real, double[] imaginary) {
        this(real, imaginary, 1);
    }

    private Mellin(double[] real, double[] imaginary, int finer) {
        this.finer = finer;
        this.confused = 1 / Math.expm1(finer * PERIOD / 2);
        double step = STEP / finer;
        int n = real.length;
        this.real = real;
        this.imaginary = imaginary;
        ratioReal = new double[n];
        ratioImaginary = new double[n];
        backReal = new double[n];
        backImaginary = new double[n];
        rootReal = new double[n];
        rootImaginary = new double[n];
        double shortest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            double norm = real[k] * real[k] + imaginary[k] * imaginary[k];
            double log = Math.log(norm) / 2;
            double angle = Math.atan2(imaginary[k], real[k]);
            double size = Math.exp(step * angle);
            double x = Math.cos(step * log);
            double y = Math.sin(step * log);
            ratioReal[k] = size * x;
            ratioImaginary[k] = -size * y;
            backReal[k] = x / size;
            backImaginary[k] = y / size;
            double root = Math.sqrt(Math.sqrt(norm));
            rootReal[k] = root * Math.cos(angle / 2);
            rootImaginary[k] = root * Math.sin(angle / 2);
            shortest = Math.min(shortest, log);
        }
        least = shortest;
    }

    private static int terms(double sigma, double step) {
        return (int) Math.ceil(END / (sigma * step));
    }

    /** {@code Γ(−1/2 + i h j ÷ 4)}, by Stirling's series from ten terms of the recurrence on. */
    private static void setGamma(int j) {
        double y = j * STEP / FINER;
        double logSize = 0;
        double angle = 0;
        double x = -0.5;
        for (; x < 12; x++) {
            logSize -= Math.log(x * x + y * y) / 2;
            angle -= Math.atan2(y, x); // at −1/2 itself by π, so that it is below zero
        }
        double log = Math.log(x * x + y * y) / 2;
        double turn = Math.atan2(y, x);
        double norm = x * x + y * y;
        double u = x / norm;
        double v = -y / norm;
        double squareReal = u * u - v * v;
        double squareImaginary = 2 * u * v;
        double a = 0;
        double b = 0;
        for (double each :
                new double[] {1.0 / 156 * 691 / 2310, -1.0 / 1188, 1.0 / 1680, -1.0 / 1260, 1.0 / 360, -1.0 / 12}) {
            double c = a * squareReal - b * squareImaginary - each;
            b = a * squareImaginary + b * squareReal;
            a = c;
        }
        logSize += (x - 0.5) * log - y * turn - x + Math.log(2 * Math.PI) / 2 + a * u - b * v;
        angle += (x - 0.5) * turn + y * log - y + a * v + b * u;
        GAMMA_LOG_SIZE[j] = logSize;
        GAMMA_ANGLE[j] = angle;
    }

    /** The coefficients of the polynomials for one law. */
    static final class Series {
        private final double mu;
        private final double sigma;
        private final int finer;
        private final double[] real;
        private final double[] imaginary;

        Series(double mu, double sigma) {
            this.mu = mu;
            this.sigma = sigma;
            this.finer = sigma > WIDE_SIGMA ? FINER : 1;
            double step = STEP / finer;
            int terms = terms(sigma, step);
            this.real = new double[terms + 1];
            this.imaginary = new double[terms + 1];
            double turn = -step * (mu + sigma * sigma / 2);
            double scale = scale() * step / (2 * Math.PI);
            for (int j = 0; j <= terms; j++) {
                double q = sigma * step * j;
                int gamma = j * FINER / finer;
                double size = scale * Math.exp(GAMMA_LOG_SIZE[gamma] - q * q / 2);
                double angle = GAMMA_ANGLE[gamma] + turn * j;
                real[j] = size * Math.cos(angle);
                imaginary[j] = size * Math.sin(angle);
            }
        }

        /** {@code exp(σ² p² ÷ 2 − μ p)} at −1/2. */
        private double scale() {
            return Math.exp(sigma * sigma / 8 + mu / 2);
        }

        private double mean() {
            return Math.exp(mu + sigma * sigma / 2);
        }
    }

    /** The transform less 1 of a log-normal time: {@code φ − 1}. */
    void find(Series series, double[] foundReal, double[] foundImaginary) {
        if (series.finer != finer) {
            fine().find(series, foundReal, foundImaginary);
            return;
        }
        double mean = series.mean();
        if (finer == 1 && least + series.mu < SHORT) {
            ofMoments(mean, mean * mean * Math.exp(series.sigma * series.sigma) / 2, foundReal, foundImaginary);
            return;
        }
        int n = real.length;
        double[] upReal = new double[n];
        double[] upImaginary = new double[n];
        double[] downReal = new double[n];
        double[] downImaginary = new double[n];
        for (int j = series.real.length - 1; j > 0; j--) {
            next(series.real[j], series.imaginary[j], upReal, upImaginary, ratioReal, ratioImaginary);
            next(series.real[j], -series.imaginary[j], downReal, downImaginary, backReal, backImaginary);
        }
        double first = series.real[0];
        double ofMean = mean * confused;
        for (int k = 0; k < n; k++) {
            double x = first + upReal[k] + downReal[k];
            double y = upImaginary[k] + downImaginary[k];
            foundReal[k] = x * rootReal[k] - y * rootImaginary[k] + confused + ofMean * real[k];
            foundImaginary[k] = x * rootImaginary[k] + y * rootReal[k] + ofMean * imaginary[k];
        }
    }

    private Mellin fine() {
        Mellin known = fine;
        if (known == null) {
            known = new Mellin(real, imaginary, FINER);
            fine = known;
        }
        return known;
    }

    /** One step of Horner's rule at all places: adds a coefficient, then multiplies. */
    private static void next(double x, double y, double[] sumReal, double[] sumImaginary, double[] re, double[] im) {
        for (int k = 0; k < re.length; k++) {
            double a = sumReal[k] + x;
            double b = sumImaginary[k] + y;
            sumReal[k] = a * re[k] - b * im[k];
            sumImaginary[k] = a * im[k] + b * re[k];
        }
    }

    private void ofMoments(double mean, double half, double[] foundReal, double[] foundImaginary) {
        for (int k = 0; k < real.length; k++) {
            double a = real[k];
            double b = imaginary[k];
            foundReal[k] = -mean * a + half * (a * a - b * b);
            foundImaginary[k] = -mean * b + half * 2 * a * b;
        }
    }

    /** By how much the transform may be wrong at the first place. */
    double error(Series series) {
        return ROUNDING * series.scale() * rootReal[0] + LEAST_ERROR;
    }
}
