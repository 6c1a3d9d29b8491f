package dev.estimator.latency;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.GeometricSum;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;

/** Requests that are given up after a timeout and tried again, and formulas of the share S of tries that fail. */
final class LatencyTries {
    private LatencyTries() {}

    /** A single try has no backoff, so any place will do as its parameter. */
    static Latency once(Latency each, TimeSpan timeout) {
        requireNonNull(timeout, "timeout");
        Parameters all = each.parameters.and("timeout", timeout);
        return tried(1, each, timeout, all.placeOf("timeout", timeout), all);
    }

    static Latency upTo(int tries, Latency each, TimeSpan timeout, TimeSpan backoff) {
        requireNonNull(timeout, "timeout");
        requireNonNull(backoff, "backoff");
        require(tries);
        if (tries == 1) {
            return once(each, timeout);
        }
        Parameters all = each.parameters.and("timeout", timeout).and("backoff", backoff);
        return tried(tries, each, timeout, all.placeOf("backoff", backoff), all);
    }

    private static Latency tried(int tries, Latency each, TimeSpan timeout, int backoffPlace, Parameters all) {
        Refusal.aboveZero(timeout, "timeout");
        return new Latency(
                new CompositePlan.Tried(each.plan(), tries, all.placeOf("timeout", timeout), backoffPlace), all);
    }

    static Share shareFailed(int tries, Latency each, TimeSpan timeout) {
        require(tries);
        return Share.computed("({0})^" + tries, new AllFail(tries), failed(each, timeout))
                .named("share failed");
    }

    static Ratio mean(int tries, Latency each, TimeSpan timeout) {
        require(tries);
        return Ratio.computed("(1 − ({0})^" + tries + ") ÷ (1 − {0})", new Mean(tries), failed(each, timeout))
                .named("mean tries");
    }

    private static Share failed(Latency each, TimeSpan timeout) {
        return LatencyFormula.slower(each, Refusal.named(timeout, "timeout")).named("share of tries that fail");
    }

    private static void require(int tries) {
        Refusal.unless(tries >= 1, "tries", "at least 1", tries);
    }

    /**
     * How likely all of n fail.
     *
     * @param n how many
     */
    record AllFail(int n) implements Formula {
        @Override
        public double apply(double... inputs) {
            return Math.pow(inputs[0], n);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }

    /**
     * {@code 1 + S + … + Sⁿ⁻¹}, how many of at most n there are; n if all fail.
     *
     * @param n how many
     */
    record Mean(int n) implements Formula {
        @Override
        public double apply(double... inputs) {
            return GeometricSum.of(inputs[0], n);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }
}
