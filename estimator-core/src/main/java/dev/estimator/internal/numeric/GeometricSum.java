package dev.estimator.internal.numeric;

/** How many tries there are on average, if each takes place only after all before it have failed. */
public final class GeometricSum {
    private GeometricSum() {}

    /** {@code 1 + x + … + xⁿ⁻¹}, without its cancellation near 1. */
    public static double of(double x, double terms) {
        return x == 1 || terms == 0 ? terms : Math.expm1(terms * Math.log(x)) / (x - 1);
    }
}
