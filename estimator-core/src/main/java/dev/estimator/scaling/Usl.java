package dev.estimator.scaling;

/**
 * The universal scalability law {@code X(N) = λN ÷ (1 + σ(N − 1) + κN(N − 1))} and its inverses. NaN where there is no
 * answer.
 *
 * <p>With {@code κ > 1 − σ} throughput falls from N = 1 on; below N = 1, where it would exceed λ, the law does not
 * hold.
 *
 * @param lambda the throughput at N = 1
 * @param sigma contention
 * @param kappa coherency
 */
record Usl(double lambda, double sigma, double kappa) {
    /** How far beyond the peak a throughput may be and still count as the peak. */
    private static final double ROUNDING = 1e-12;

    /** The time of one request at a load, as a multiple of {@code 1 ÷ λ}. */
    double slowdown(double n) {
        double slowdown = 1 + sigma * (n - 1) + kappa * n * (n - 1);
        return slowdown > 0 ? slowdown : Double.NaN;
    }

    double throughput(double n) {
        return lambda * n / slowdown(n);
    }

    /** Whether a throughput is above that of every load. */
    boolean isOutOfReach(double throughput) {
        return (isBestAtOne() || kappa > 0)
                ? throughput > peakThroughput() * (1 + ROUNDING)
                : sigma > 0 && throughput >= lambda / sigma;
    }

    /**
     * The load of the greatest throughput, 1 if it falls or stays the same from there on; infinite if it rises for
     * ever.
     */
    double peak() {
        return isBestAtOne() ? 1 : Math.sqrt((1 - sigma) / kappa);
    }

    /** The throughput there; NaN if it rises for ever. */
    double peakThroughput() {
        double peak = peak();
        return peak < Double.POSITIVE_INFINITY ? throughput(peak) : Double.NaN;
    }

    /** Whether no load does more than a load of one. */
    private boolean isBestAtOne() {
        return kappa > 1 - sigma || sigma >= 1;
    }

    /** The load at a throughput, before the peak: the lesser root of {@code κxN² − bN + x(1 − σ)}. */
    double load(double x) {
        if (isBestAtOne()) {
            return Math.abs(x - lambda) <= ROUNDING * lambda ? 1 : Double.NaN;
        }
        double b = linear(x);
        return 2 * x * (1 - sigma) / (b + root(x, b));
    }

    /** The load at a throughput, past the peak: the greater root. */
    double loadPastPeak(double x) {
        double b = linear(x);
        double load = (b + root(x, b)) / (2 * kappa * x);
        return isHeld(load) ? load : Double.NaN;
    }

    private double linear(double x) {
        double b = lambda - x * (sigma - kappa);
        return b > 0 ? b : Double.NaN;
    }

    private double root(double x, double b) {
        double discriminant = b * b - 4 * kappa * x * x * (1 - sigma);
        return discriminant >= -ROUNDING * b * b ? Math.sqrt(Math.max(0, discriminant)) : Double.NaN;
    }

    /** The load at a latency: the greater root of {@code κN² + (σ − κ)N = λr − (1 − σ)}. */
    double loadAtLatency(double r) {
        double c = lambda * r - (1 - sigma);
        double b = sigma - kappa;
        double root = Math.sqrt(b * b + 4 * kappa * c);
        double load = b > 0 ? 2 * c / (b + root) : (root - b) / (2 * kappa);
        return load > 0 && isHeld(load) ? load : Double.NaN;
    }

    /** Whether the law holds at a load. */
    private boolean isHeld(double load) {
        return load < Double.POSITIVE_INFINITY && (load >= 1 - ROUNDING || !isBestAtOne());
    }
}
