package dev.estimator.internal.range;

/**
 * A distribution that is normal on its line: log-normal for sizes, logit-normal for parts of a whole.
 *
 * @param line how values are laid out
 * @param mu the mean on the line
 * @param sigma the standard deviation on the line, above zero
 */
public record Bell(Line line, double mu, double sigma) implements Shape {
    /** Obtains the distribution that has 90 % of its values between the two. */
    public static Bell between(Line line, double low, double high) {
        double a = line.to(low);
        double b = line.to(high);
        return new Bell(line, (a + b) / 2, (b - a) / (2 * Gauss.Z95));
    }

    /** Obtains the distribution that has these probabilities below the two values. */
    public static Bell through(Line line, double p, double low, double q, double high) {
        double a = line.to(low);
        double b = line.to(high);
        double z = Gauss.quantile(p);
        double sigma = (b - a) / (Gauss.quantile(q) - z);
        return new Bell(line, a - sigma * z, sigma);
    }

    @Override
    public double at(double z) {
        return line.from(mu + sigma * z);
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
        return x <= 0 ? 0 : x >= 1 && line == Line.ODDS ? 1 : Gauss.cumulative((line.to(x) - mu) / sigma);
    }
}
