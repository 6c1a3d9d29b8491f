package dev.estimator.internal.engine;

import dev.estimator.internal.range.Discrete;
import dev.estimator.internal.range.Gauss;
import dev.estimator.internal.range.Rule;
import dev.estimator.internal.range.Shape;
import org.jspecify.annotations.Nullable;

/** A distribution that is known without draws. */
interface Law {
    /** The least x with {@code P(X ≤ x) ≥ p}, for {@code 0 < p < 1}. */
    double quantile(double p);

    /** The least x with {@code P(X ≤ x) > p}; another one only where X has steps. */
    default double upperQuantile(double p) {
        return quantile(p);
    }

    /** {@code P(X ≤ x)}. */
    double cumulative(double x);

    /** The value at a normal score of moderate size. */
    default double at(double z) {
        return quantile(Gauss.cumulative(z));
    }

    double mean();

    double standardDeviation();

    /** All values with their probabilities, if the law is discrete; otherwise null. */
    default @Nullable Rule atoms() {
        return null;
    }

    /** The law of a range itself. */
    record OfShape(Shape shape) implements Law {
        /** For discrete laws, cumulative probabilities that differ from p only by rounding count as p. */
        private static final double ABOVE_ROUNDING = 1 + 4e-12;

        @Override
        public double quantile(double p) {
            return p <= 0.5 ? shape.quantile(p) : shape.quantileFromTop(1 - p);
        }

        @Override
        public double upperQuantile(double p) {
            return quantile(shape instanceof Discrete ? p * ABOVE_ROUNDING : Math.nextUp(p));
        }

        @Override
        public double at(double z) {
            return shape.at(z);
        }

        @Override
        public double cumulative(double x) {
            return shape.cumulative(x);
        }

        @Override
        public @Nullable Rule atoms() {
            return shape instanceof Discrete ? shape.rule() : null;
        }

        @Override
        public double mean() {
            return Moments.of(shape.rule()).mean();
        }

        @Override
        public double standardDeviation() {
            return Moments.of(shape.rule()).standardDeviation();
        }
    }
}
