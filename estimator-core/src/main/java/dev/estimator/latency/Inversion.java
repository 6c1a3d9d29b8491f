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

    /**
     * How far an error of φ gets into the tail: {@code 2 ÷ π ∫ exp(8.4 (1 − u²)) du}, as that of ψ is the error ÷ s.
     */
    private static final double OF_ERROR = Math.exp(VERTEX) / Math.sqrt(Math.PI * VERTEX);

    /** Where hardly any request is shorter, by Chernoff's bound, halves may agree that are both wrong. */
    private static final double LOW = 1e-4;

    private static final Rule[] RULES = {new Rule(40, 3), new Rule(80, 4)};

    /** Where there is no other focus than zero small tails lack digits in any case. */
    private static final Rule[] WITHOUT_FOCUS = {new Rule(38, 2.28), new Rule(80, 4)};

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

        /** The transform on the parabola of a time. */
        Spectrum spectrum(double time, double focus, Transform transform) {
            double[] x = new double[real.length];
            double[] y = new double[real.length];
            for (int k = 0; k < real.length; k++) {
                x[k] = focus + real[k] / time;
                y[k] = imaginary[k] / time;
            }
            var spectrum = new Spectrum(x, y);
            transform.addTo(spectrum);
            return spectrum;
        }
    }

    /**
     * The tails near a time, each from the same few places: as accurate as halves of the places, and not checked.
     *
     * @param time the time
     * @param focus that of the parabola
     * @param spectrum the transform on the parabola of that time
     */
    record Near(double time, double focus, Spectrum spectrum) {
        private static final Rule FEW = new Rule(22, 2.2);

        static Near of(double time, Transform transform, double mean, double rate) {
            double focus = rate > 0 && time > mean ? bestFocus(time, transform, rate) : 0;
            return new Near(time, focus, FEW.spectrum(time, focus, transform));
        }

        Inversion at(double other) {
            double stretch = other / time;
            double sum = 0;
            double slope = 0;
            for (int k = 0; k < FEW.real.length; k++) {
                double size = Math.exp(FEW.real[k] * (stretch - 1));
                double angle = FEW.imaginary[k] * (stretch - 1);
                double a = size * Math.cos(angle);
                double b = size * Math.sin(angle);
                double u = FEW.weightReal[k] * a - FEW.weightImaginary[k] * b;
                double v = FEW.weightReal[k] * b + FEW.weightImaginary[k] * a;
                double x = u * spectrum.tailReal(k) - v * spectrum.tailImaginary(k);
                double y = u * spectrum.tailImaginary(k) + v * spectrum.tailReal(k);
                sum += x;
                slope += (focus + FEW.real[k] / time) * x - FEW.imaginary[k] / time * y;
            }
            double scale = Math.exp(focus * other) / time;
            return new Inversion(scale * sum, -scale * slope);
        }
    }

    /** The tail at a time; null if it is not found accurately. */
    static @Nullable Inversion at(double time, Transform transform, double mean, double rate) {
        double focus = rate > 0 && time > mean ? bestFocus(time, transform, rate) : 0;
        for (Rule rule : rate > 0 ? RULES : WITHOUT_FOCUS) {
            Inversion found = by(rule, time, focus, transform);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Where the integrand is least on the real axis it goes through its saddle, and small tails keep their digits. */
    private static double bestFocus(double time, Transform transform, double rate) {
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
        Spectrum spectrum = rule.spectrum(time, focus, transform);
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
            slope += (focus + rule.real[k] / time) * x - rule.imaginary[k] / time * y;
            last = Math.abs(x) + Math.abs(y);
            largest = Math.max(largest, last);
        }
        double sum = halves[0] + halves[1];
        boolean isLow = focus == 0 && Math.exp(VERTEX) * spectrum.lawReal(0) < LOW;
        boolean isAccurate = !isLow
                && Math.abs(halves[0] - halves[1]) <= HALVES * sum
                && last <= END * sum
                && largest <= LARGEST * sum
                && sum < Double.POSITIVE_INFINITY
                && OF_ERROR * spectrum.error() * time <= HALVES * sum;
        double scale = Math.exp(focus * time) / time;
        return isAccurate ? new Inversion(scale * sum, -scale * slope) : null;
    }
}
