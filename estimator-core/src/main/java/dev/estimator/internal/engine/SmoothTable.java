package dev.estimator.internal.engine;

/** The probabilities of a law over its logarithm, as cubics through values and slopes at equal distances. */
final class SmoothTable {
    private static final int NODES = 512;
    private static final double TAIL = 1e-15;

    private final double least;
    private final double most;
    private final double perStep;
    private final double[] values = new double[NODES + 1];
    private final double[] slopes = new double[NODES + 1];

    SmoothTable(LogLaw law) {
        least = law.quantileLog(TAIL);
        most = law.quantileLog(1 - TAIL);
        double step = (most - least) / NODES;
        perStep = 1 / step;
        for (int i = 0; i <= NODES; i++) {
            values[i] = law.cumulativeLog(least + i * step);
            slopes[i] = law.densityLog(least + i * step) * step;
        }
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    double cumulative(double y) {
        double position = (y - least) * perStep;
        if (!(position > 0 && position < NODES)) {
            return position > 0 ? 1 : 0;
        }
        int i = (int) position;
        double s = position - i;
        double rise = values[i + 1] - values[i];
        double c = 3 * rise - 2 * slopes[i] - slopes[i + 1];
        double d = slopes[i] + slopes[i + 1] - 2 * rise;
        return values[i] + s * (slopes[i] + s * (c + s * d));
    }
}
