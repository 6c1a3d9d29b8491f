package dev.estimator.internal.engine;

/** The distribution of a value before a chain of monotone steps is applied to it. */
interface Core {
    Estimate[] quantiles(double... p);

    /** As {@link #quantiles}, but the upper end where a quantile is not unique. */
    Estimate[] upperQuantiles(double... p);

    /** {@code P(X ≤ x)}. */
    Estimate cumulative(double x);

    /** The mean of the result of the chain. */
    Estimate mean(Chain chain);

    /** The standard deviation of the result of the chain. */
    Estimate standardDeviation(Chain chain);
}
