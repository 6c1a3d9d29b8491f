package dev.estimator.internal.engine;

/** The distribution of a value before monotone steps are applied to it. */
interface Core {
    Estimate[] quantiles(double... p);

    /** As {@link #quantiles}, where the value has steps from the other side. */
    Estimate[] upperQuantiles(double... p);

    /** {@code P(X ≤ x)}. */
    Estimate cumulative(double x);

    /** The mean of the result of the chain. */
    Estimate mean(Chain chain);

    /** The standard deviation of the result of the chain. */
    Estimate standardDeviation(Chain chain);
}
