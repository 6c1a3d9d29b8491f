package dev.estimator.examples;

import org.assertj.core.data.Percentage;

/** How near a result must be to what the assumptions of a source give without rounding between steps. */
final class Exactness {
    /** To a relative 1e-9. */
    static final Percentage EXACT = Percentage.withPercentage(1e-7);

    private Exactness() {}
}
