package dev.estimator.internal.engine;

/** The law of a value above zero, known by its logarithm y. */
interface LogLaw extends Law {
    double cumulativeLog(double y);

    double densityLog(double y);

    double quantileLog(double p);

    /** The standard deviation of the logarithm. */
    double spread();

    Moments moments();

    @Override
    default double quantile(double p) {
        return Math.exp(quantileLog(p));
    }

    @Override
    default double cumulative(double x) {
        return x <= 0 ? 0 : cumulativeLog(Math.log(x));
    }

    @Override
    default double mean() {
        return moments().mean();
    }

    @Override
    default double standardDeviation() {
        return moments().standardDeviation();
    }
}
