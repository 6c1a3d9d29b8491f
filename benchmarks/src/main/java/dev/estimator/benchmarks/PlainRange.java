package dev.estimator.benchmarks;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Share;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A range of the library, and how to draw from it with the generator of the JDK: by the formula that its Javadoc states
 * or the paper that it names, and with no code of the library.
 *
 * @param text how it is written
 * @param quantity the range
 * @param plain draws from it
 */
record PlainRange(String text, Count quantity, Draw plain) {
    private static final double Z95 = 1.6448536269514722;

    /** Draws one value, from a standard normal score if it is log-normal. */
    @FunctionalInterface
    interface Draw {
        double draw(RandomGenerator random, double score);
    }

    /** A range of a random shape, size and width. */
    static PlainRange of(RandomGenerator random) {
        double middle = rounded(Math.exp(random.nextDouble(Math.log(0.5), Math.log(3000))));
        double wide = rounded(1 + Math.exp(random.nextDouble(Math.log(0.05), Math.log(9))));
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> between(rounded(middle / wide), rounded(middle * wide));
            case 3 ->
                skewed(rounded(middle / wide), middle, rounded(middle * (1 + (wide - 1) * random.nextDouble(1, 2))));
            case 4 -> uniform(rounded(middle / wide * random.nextInt(2)), middle);
            case 5 -> triangular(rounded(middle / wide), middle, rounded(middle * random.nextDouble(1.1, 3)));
            case 6 -> pert(rounded(middle / wide), middle, rounded(middle * random.nextDouble(1.1, 3)));
            case 7 -> normal(middle, rounded(middle * random.nextDouble(0.02, 0.42)));
            case 8 -> oneOf(random, middle, wide);
            default -> measured(random, middle, wide);
        };
    }

    static PlainRange between(double low, double high) {
        double mu = (Math.log(low) + Math.log(high)) / 2;
        double sigma = (Math.log(high) - Math.log(low)) / (2 * Z95);
        return new PlainRange(
                text("between", low, high),
                Quantities.between(Quantities.count(low), Quantities.count(high)),
                (random, score) -> Math.exp(mu + sigma * score));
    }

    /** J-QPD-S with its lower end at zero, as in the paper. */
    static PlainRange skewed(double low, double mid, double high) {
        double l = Math.log(low);
        double b = Math.log(mid);
        double h = Math.log(high);
        double n = Math.signum(l + h - 2 * b);
        double theta = n > 0 ? low : n < 0 ? high : mid;
        double x = (h - l) / (2 * Math.min(b - l, h - b));
        double delta = Math.sinh(Math.log(x + Math.sqrt(x * x - 1))) / Z95;
        double lambda = Math.min(h - b, b - l) / (delta * Z95);
        double shift = n * asinh(Z95 * delta);
        return new PlainRange(
                text("between", low, mid, high),
                Quantities.between(Quantities.count(low), Quantities.count(mid), Quantities.count(high)),
                (random, score) -> theta * Math.exp(lambda * Math.sinh(asinh(delta * score) + shift)));
    }

    private static double asinh(double x) {
        return Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
    }

    static PlainRange uniform(double low, double high) {
        return new PlainRange(
                text("uniform", low, high),
                Quantities.uniform(Quantities.count(low), Quantities.count(high)),
                (random, score) -> low + (high - low) * random.nextDouble());
    }

    private static PlainRange triangular(double low, double mode, double high) {
        double below = (mode - low) / (high - low);
        return new PlainRange(
                text("triangular", low, mode, high),
                Quantities.triangular(Quantities.count(low), Quantities.count(mode), Quantities.count(high)),
                (random, score) -> {
                    double u = random.nextDouble();
                    return u < below
                            ? low + Math.sqrt(u * (high - low) * (mode - low))
                            : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
                });
    }

    /** By rejection: the density of a beta is highest at the mode. */
    private static PlainRange pert(double low, double mode, double high) {
        double m = (mode - low) / (high - low);
        double a = 4 * m;
        double b = 4 * (1 - m);
        double most = Math.pow(m, a) * Math.pow(1 - m, b);
        return new PlainRange(
                text("pert", low, mode, high),
                Quantities.pert(Quantities.count(low), Quantities.count(mode), Quantities.count(high)),
                (random, score) -> {
                    double x = random.nextDouble();
                    while (random.nextDouble() * most > Math.pow(x, a) * Math.pow(1 - x, b)) {
                        x = random.nextDouble();
                    }
                    return low + x * (high - low);
                });
    }

    private static PlainRange normal(double mean, double sd) {
        return new PlainRange(
                text("normal", mean, sd),
                Quantities.normal(Quantities.count(mean), Quantities.count(sd)),
                (random, score) -> {
                    double x = mean + sd * random.nextGaussian();
                    while (x < 0) {
                        x = mean + sd * random.nextGaussian();
                    }
                    return x;
                });
    }

    private static PlainRange oneOf(RandomGenerator random, double middle, double wide) {
        int first = random.nextInt(1, 99);
        int second = random.nextInt(1, 100 - first);
        double[] values = {rounded(middle / wide), middle, rounded(middle * wide)};
        int[] percent = {first, second, 100 - first - second};
        Map<Count, Share> chances = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            chances.put(Quantities.count(values[i]), Quantities.percent(percent[i]));
        }
        return new PlainRange(
                text("oneOf", values) + Arrays.toString(percent), Quantities.oneOf(chances), (generator, score) -> {
                    int u = generator.nextInt(100);
                    return u < first ? values[0] : u < first + second ? values[1] : values[2];
                });
    }

    private static PlainRange measured(RandomGenerator random, double middle, double wide) {
        double[] values = new double[random.nextInt(2, 9)];
        for (int i = 0; i < values.length; i++) {
            values[i] = rounded(middle * (1 + i + random.nextDouble(0, wide)));
        }
        return new PlainRange(
                text("measured", values),
                Quantities.measured(
                        Arrays.stream(values).mapToObj(Quantities::count).toList()),
                (generator, score) -> values[generator.nextInt(values.length)]);
    }

    /** Draws all inputs of one case; one pair may be correlated. */
    static void draw(List<PlainRange> inputs, double correlation, RandomGenerator random, double[] values) {
        double before = 0;
        for (int i = 0; i < values.length; i++) {
            double score = random.nextGaussian();
            if (i == 1) {
                score = correlation * before + Math.sqrt(1 - correlation * correlation) * score;
            }
            before = score;
            values[i] = inputs.get(i).plain.draw(random, score);
        }
    }

    /** A number of three digits, so that a model can be typed again. */
    static double rounded(double x) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2e", x));
    }

    private static String text(String shape, double... numbers) {
        String all = Arrays.toString(numbers);
        return shape + "(" + all.substring(1, all.length() - 1) + ")";
    }
}
