package dev.estimator.latency;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The {@link Transform} of a law at some complex places, which grows as terms are added to the law. */
final class Spectrum {
    /** Below this |s T| the tail of a delay goes by its series. */
    private static final double SHORT = 1e-4;

    private final double[] real;
    private final double[] imaginary;

    /** That of the law, φ. */
    private final double[] lawReal;

    private final double[] lawImaginary;

    /** That of its tail, ψ. */
    private final double[] tailReal;

    private final double[] tailImaginary;

    /** By how much φ may be wrong at the first place. */
    private double error;

    private final Known known;

    /** What is known of the places, for all spectra there. */
    private static final class Known {
        private @Nullable Mellin mellin;
        private double delay;
        private @Nullable Spectrum delayed;
    }

    /** Of no time at all, at these places. */
    Spectrum(double[] real, double[] imaginary) {
        this(real, imaginary, new Known());
    }

    private Spectrum(double[] real, double[] imaginary, Known known) {
        this.real = real;
        this.imaginary = imaginary;
        this.known = known;
        this.lawReal = new double[real.length];
        this.lawImaginary = new double[real.length];
        this.tailReal = new double[real.length];
        this.tailImaginary = new double[real.length];
        Arrays.fill(lawReal, 1);
    }

    /** Of no time, at the same places. */
    Spectrum nothing() {
        return new Spectrum(real, imaginary, known);
    }

    double error() {
        return error;
    }

    double lawReal(int i) {
        return lawReal[i];
    }

    double tailReal(int i) {
        return tailReal[i];
    }

    double tailImaginary(int i) {
        return tailImaginary[i];
    }

    /** Adds an exponential time for a share of the requests: {@code φ = 1 ÷ (1 + m s)}, {@code ψ = m φ}. */
    void addExponential(double share, double mean) {
        double rest = 1 - share;
        for (int i = 0; i < real.length; i++) {
            double a = 1 + mean * real[i];
            double b = mean * imaginary[i];
            double size = share / (a * a + b * b);
            double x = a * size;
            double y = -b * size;
            add(i, rest + x, y, mean * x, mean * y);
        }
    }

    /** The last one is kept, since branches often begin with the same. */
    void addDelay(double time) {
        Spectrum delayed = known.delayed;
        if (delayed == null || known.delay != time) {
            delayed = nothing();
            delayed.delay(time);
            known.delayed = delayed;
            known.delay = time;
        }
        add(delayed);
    }

    /** {@code φ = exp(−s T)}, {@code ψ = (1 − φ) ÷ s}. */
    private void delay(double time) {
        for (int i = 0; i < real.length; i++) {
            double size = Math.exp(-time * real[i]);
            double x = size * Math.cos(time * imaginary[i]);
            double y = -size * Math.sin(time * imaginary[i]);
            double a = real[i];
            double b = imaginary[i];
            double norm = a * a + b * b;
            boolean isShort = norm * time * time < SHORT * SHORT;
            double u = isShort ? time * (1 - time * a / 2) : ((1 - x) * a - y * b) / norm;
            double v = isShort ? -time * time * b / 2 : (-y * a - (1 - x) * b) / norm;
            add(i, x, y, u, v);
        }
    }

    /** Adds a log-normal time. */
    void addLogNormal(Mellin.Series series) {
        int n = real.length;
        if (known.mellin == null) {
            known.mellin = new Mellin(real, imaginary);
        }
        Mellin mellin = known.mellin;
        double[] lessReal = new double[n];
        double[] lessImaginary = new double[n];
        mellin.find(series, lessReal, lessImaginary);
        for (int i = 0; i < n; i++) {
            double a = real[i];
            double b = imaginary[i];
            double x = lessReal[i];
            double y = lessImaginary[i];
            double norm = a * a + b * b;
            add(i, 1 + x, y, -(x * a + y * b) / norm, -(y * a - x * b) / norm);
        }
        error += mellin.error(series);
    }

    /** Adds an independent time. */
    void add(Spectrum other) {
        error += other.error;
        for (int i = 0; i < real.length; i++) {
            add(i, other.lawReal[i], other.lawImaginary[i], other.tailReal[i], other.tailImaginary[i]);
        }
    }

    /** {@code ψ of the sum = ψ₁ + φ₁ ψ₂}. */
    private void add(int i, double x, double y, double u, double v) {
        double a = lawReal[i];
        double b = lawImaginary[i];
        tailReal[i] += a * u - b * v;
        tailImaginary[i] += a * v + b * u;
        lawReal[i] = a * x - b * y;
        lawImaginary[i] = a * y + b * x;
    }

    /**
     * Makes this the sum of so many times itself: {@code φⁿ = exp(n log(1 − s ψ))}, which keeps the digits of many that
     * are rare.
     */
    void repeat(double times) {
        error *= times;
        for (int i = 0; i < real.length; i++) {
            double a = real[i];
            double b = imaginary[i];
            double x = a * tailReal[i] - b * tailImaginary[i];
            double y = a * tailImaginary[i] + b * tailReal[i];
            double size = times * Math.log1p(x * x + y * y - 2 * x) / 2;
            double angle = times * Math.atan2(-y, 1 - x);
            double half = Math.sin(angle / 2);
            double u = Math.expm1(size) * Math.cos(angle) - 2 * half * half;
            double v = Math.exp(size) * Math.sin(angle);
            double norm = a * a + b * b;
            lawReal[i] = 1 + u;
            lawImaginary[i] = v;
            tailReal[i] = -(u * a + v * b) / norm;
            tailImaginary[i] = -(v * a - u * b) / norm;
        }
    }

    /** Makes this the mixture of itself, for a share of the requests, and no time for the rest. */
    void thin(double share) {
        error *= share;
        for (int i = 0; i < real.length; i++) {
            lawReal[i] = share * lawReal[i] + (1 - share);
            lawImaginary[i] *= share;
            tailReal[i] *= share;
            tailImaginary[i] *= share;
        }
    }

    /** Makes this the mixture of itself, for a share of the requests, and another for the rest. */
    void mix(double share, Spectrum other) {
        double rest = 1 - share;
        error = share * error + rest * other.error;
        for (int i = 0; i < real.length; i++) {
            lawReal[i] = share * lawReal[i] + rest * other.lawReal[i];
            lawImaginary[i] = share * lawImaginary[i] + rest * other.lawImaginary[i];
            tailReal[i] = share * tailReal[i] + rest * other.tailReal[i];
            tailImaginary[i] = share * tailImaginary[i] + rest * other.tailImaginary[i];
        }
    }
}
