package dev.estimator.latency;

import org.jspecify.annotations.Nullable;

/**
 * The tail of a law, from its {@link Transform}: {@code P(X > t) = 1 ÷ 2πi ∫ exp(s t) ψ(s) ds} along a parabola around
 * the negative real axis, {@code s = c + μ (1 + i u)²}, by the trapezoidal rule, which converges geometrically
 * (Weideman and Trefethen, "Parabolic and hyperbolic contours for computing the Bromwich integral", Mathematics of
 * Computation 76, 2007).
 *
 * <p>Every second place by itself gives the integral too. Where both halves agree to some digits, all places together
 * have about twice as many; where they do not, more are taken, and then the integral is not known.
 *
 * @param slower the probability of exceeding the time
 * @param density its density
 */
record Inversion(double slower, double density) {
    /** Where the parabola crosses the real axis, above its focus, times the time: of e^8 few digits are lost. */
    private static final double VERTEX = 8.4;

    /** Possible focuses, from zero to the nearest singularity. */
    private static final int FOCUSES = 5;

    /** How closely the halves must agree. */
    private static final double HALVES = 1e-7;

    /** What the last place may add. */
    private static final double END = 1e-11;

    /** Beside larger places than this the digits of their sum are lost. */
    private static final double LARGEST = 1e8;

    /** Where hardly any request is shorter, by Chernoff's bound, halves may agree that are both wrong. */
    private static final double LOW = 1e-4;

    private static final Rule[] RULES = {new Rule(40, 3), new Rule(80, 4)};

    /**
     * Places on the parabola, for {@code t = 1} and {@code c = 0}.
     *
     * @param real their real parts
     * @param imaginary their imaginary parts
     * @param weightReal what the transform is multiplied by there, without {@code exp(c t)}
     * @param weightImaginary the imaginary part of that
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Rule(double[] real, double[] imaginary, double[] weightReal, double[] weightImaginary) {
        Rule(int places, double end) {
            this(new double[places], new double[places], new double[places], new double[places]);
            double step = end / places;
            for (int k = 0; k < places; k++) {
                double u = k * step;
                real[k] = VERTEX * (1 - u * u);
                imaginary[k] = 2 * VERTEX * u;
                double size = (k == 0 ? 1 : 2) * VERTEX * step / Math.PI * Math.exp(real[k]);
                double x = size * Math.cos(imaginary[k]);
                double y = size * Math.sin(imaginary[k]);
                weightReal[k] = x - u * y;
                weightImaginary[k] = y + u * x;
            }
        }
    }

    /** The tail at a time; null if it is not found accurately. */
    static @Nullable Inversion at(double time, Transform transform, double mean, double rate) {
        double focus = time > mean ? focus(time, transform, rate) : 0;
        for (Rule rule : RULES) {
            Inversion found = by(rule, time, focus, transform);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Where the integrand is least on the real axis it goes through its saddle, and small tails keep their digits. */
    private static double focus(double time, Transform transform, double rate) {
        double[] crossings = new double[FOCUSES];
        for (int j = 0; j < FOCUSES; j++) {
            crossings[j] = VERTEX / time - rate * j / (FOCUSES - 1);
        }
        var spectrum = new Spectrum(crossings, new double[FOCUSES]);
        transform.addTo(spectrum);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < FOCUSES; j++) {
            double size = crossings[j] * time + Math.log(spectrum.tailReal(j));
            if (size < least) {
                least = size;
                best = j;
            }
        }
        return -rate * best / (FOCUSES - 1);
    }

    private static @Nullable Inversion by(Rule rule, double time, double focus, Transform transform) {
        int places = rule.real.length;
        double[] real = new double[places];
        double[] imaginary = new double[places];
        for (int k = 0; k < places; k++) {
            real[k] = focus + rule.real[k] / time;
            imaginary[k] = rule.imaginary[k] / time;
        }
        var spectrum = new Spectrum(real, imaginary);
        transform.addTo(spectrum);
        double[] halves = new double[2];
        double slope = 0;
        double last = 0;
        double largest = 0;
        for (int k = 0; k < places; k++) {
            double u = spectrum.tailReal(k);
            double v = spectrum.tailImaginary(k);
            double x = rule.weightReal[k] * u - rule.weightImaginary[k] * v;
            double y = rule.weightReal[k] * v + rule.weightImaginary[k] * u;
            halves[k & 1] += x;
            slope += real[k] * x - imaginary[k] * y;
            last = Math.abs(x) + Math.abs(y);
            largest = Math.max(largest, last);
        }
        double sum = halves[0] + halves[1];
        boolean isLow = focus == 0 && Math.exp(VERTEX) * spectrum.lawReal(0) < LOW;
        boolean isAccurate = !isLow
                && Math.abs(halves[0] - halves[1]) <= HALVES * sum
                && last <= END * sum
                && largest <= LARGEST * sum
                && sum < Double.POSITIVE_INFINITY;
        double scale = Math.exp(focus * time) / time;
        return isAccurate ? new Inversion(scale * sum, -scale * slope) : null;
    }
}
