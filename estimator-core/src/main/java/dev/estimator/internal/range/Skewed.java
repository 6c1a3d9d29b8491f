package dev.estimator.internal.range;

/**
 * A distribution through three points: on its line the value is a hyperbola of the normal score, {@code y = θ + λ
 * sinh(asinh(δ z) + n asinh(δ z₉₅))}. Its tails are those of a log-normal, so every moment is finite, and any low, mid
 * and high in ascending order can be met.
 *
 * @param line how values are laid out
 * @param theta the end of the interval nearer to the middle, on the line
 * @param lambda the size of the hyperbola
 * @param delta how sharply it bends
 * @param side 1 if the middle is nearer to the low end, −1 if it is nearer to the high end
 * @see "C. C. Hadlock and J. E. Bickel, Johnson Quantile-Parameterized Distributions, Decision Analysis 14 (2017),
 *     J-QPD-S"
 */
public record Skewed(Line line, double theta, double lambda, double delta, int side) implements Shape {
    /** Below this difference of the two halves, relative to the whole, the distribution counts as a {@link Bell}. */
    private static final double SYMMETRIC = 1e-13;

    /** Obtains the distribution that has its percentiles 5, 50 and 95 at the three points. */
    public static Shape through(Line line, double low, double mid, double high) {
        double below = line.to(mid) - line.to(low);
        double above = line.to(high) - line.to(mid);
        double nearer = Math.min(below, above);
        if (Math.abs(above - below) <= SYMMETRIC * (above + below)) {
            return new Bell(line, line.to(mid), (below + above) / (2 * Gauss.Z95));
        }
        double excess = Math.abs(above - below) / (2 * nearer);
        // sinh(arcosh(1 + excess)), which keeps its digits where the excess is small
        double delta = StrictMath.sqrt(excess * (excess + 2)) / Gauss.Z95;
        int side = above > below ? 1 : -1;
        double theta = side > 0 ? line.to(low) : line.to(high);
        return new Skewed(line, theta, nearer / (delta * Gauss.Z95), delta, side);
    }

    @Override
    public double at(double z) {
        // sinh(asinh(a) + asinh(b)) = a √(1 + b²) + b √(1 + a²)
        double a = delta * z;
        double b = side * delta * Gauss.Z95;
        return line.from(theta + lambda * (a * StrictMath.sqrt(1 + b * b) + b * StrictMath.sqrt(1 + a * a)));
    }

    @Override
    public double at(double z, double tail) {
        return at(z);
    }

    @Override
    public double quantile(double p) {
        return at(Gauss.quantile(p));
    }

    @Override
    public double quantileFromTop(double q) {
        return at(-Gauss.quantile(q));
    }

    @Override
    public double cumulative(double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1 && line == Line.ODDS) {
            return 1;
        }
        double a = (line.to(x) - theta) / lambda;
        double b = side * delta * Gauss.Z95;
        return Gauss.cumulative((a * StrictMath.sqrt(1 + b * b) - b * StrictMath.sqrt(1 + a * a)) / delta);
    }
}
