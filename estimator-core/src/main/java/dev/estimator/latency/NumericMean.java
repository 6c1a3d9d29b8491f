package dev.estimator.latency;

/** The mean of a law that has no formula for it: {@code ∫ S(t) dt}. */
final class NumericMean {
    /** The law is integrated piece by piece between these tail probabilities; the rest is negligible. */
    private static final double[] SHARES = {
        1 - 1e-12, 1 - 1e-6, 0.999, 0.97, 0.8, 0.5, 0.2, 0.03, 1e-3, 1e-5, 1e-7, 1e-10, 1e-14, 1e-19, 1e-26
    };

    private static final double TOLERANCE = 1e-11;
    private static final int DEEPEST = 24;

    private final LatencyLaw law;
    private final double allowed;

    private NumericMean(LatencyLaw law, double allowed) {
        this.law = law;
        this.allowed = allowed;
    }

    static double of(LatencyLaw law) {
        double[] times = new double[SHARES.length];
        double atLeast = 0; // of a heavy tail the mean is far above all that most requests take
        for (int i = 0; i < times.length; i++) {
            times[i] = law.exceededBy(SHARES[i]);
            atLeast = Math.max(atLeast, SHARES[i] * times[i]);
        }
        if (times[times.length - 1] == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        var mean = new NumericMean(law, TOLERANCE * Math.max(law.exceededBy(0.2), atLeast));
        double sum = times[0];
        for (int i = 1; i < times.length; i++) {
            sum += times[i] > times[i - 1] ? mean.over(times[i - 1], times[i]) : 0;
        }
        return sum;
    }

    /** The mean of the square of a law's times. */
    static double ofSquare(LatencyLaw law) {
        return of(new Squared(law));
    }

    /**
     * The squares of the times of a law, in square seconds.
     *
     * @param law the law
     */
    private record Squared(LatencyLaw law) implements LatencyLaw {
        @Override
        public double slower(double square) {
            return law.slower(Math.sqrt(square));
        }

        @Override
        public double exceededBy(double share) {
            double time = law.exceededBy(share);
            return time * time;
        }

        @Override
        public double mean() {
            return NumericMean.of(this);
        }
    }

    private double over(double from, double to) {
        double atFrom = law.slower(from);
        double atTo = law.slower(to);
        double middle = law.slower((from + to) / 2);
        return over(from, to, atFrom, middle, atTo, simpson(from, to, atFrom, middle, atTo), 0);
    }

    /** Simpson's rule, with steps halved until it is accurate enough. */
    private double over(double from, double to, double a, double b, double c, double whole, int depth) {
        double middle = (from + to) / 2;
        double ab = law.slower((from + middle) / 2);
        double bc = law.slower((middle + to) / 2);
        double left = simpson(from, middle, a, ab, b);
        double right = simpson(middle, to, b, bc, c);
        double error = left + right - whole;
        if (!(Math.abs(error) > allowed) || depth == DEEPEST) {
            return left + right + error / 15;
        }
        return over(from, middle, a, ab, b, left, depth + 1) + over(middle, to, b, bc, c, right, depth + 1);
    }

    private static double simpson(double from, double to, double a, double b, double c) {
        return (to - from) / 6 * (a + 4 * b + c);
    }
}
