package dev.estimator.latency;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Formula;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;

/**
 * Requests that wait for many servers, and their formulas. Shares are of slow requests, so that small ones keep their
 * digits.
 */
final class FanOut {
    private FanOut() {}

    static Share slowOverall(Share slow, int servers) {
        DerivedLatency.requireCount(servers);
        return Share.computed(
                        "1 − (1 − {0})^" + servers,
                        new SlowOverall(servers),
                        Refusal.named(slow, "slow", "slow at each server"))
                .named("slow at fan-out");
    }

    static Share slowAllowedAtEach(Share allowed, int servers) {
        DerivedLatency.requireCount(servers);
        return Share.computed(
                        "1 − (1 − {0})^(1/" + servers + ")",
                        new SlowOfEach(servers),
                        Refusal.named(allowed, "allowed", "slow allowed"))
                .named("slow allowed at each server");
    }

    static Count most(Share slow, Share allowed) {
        return Ratio.computed(
                        "ln(1 − {1}) ÷ ln(1 − {0})",
                        new Most(),
                        Refusal.named(slow, "slow", "slow at each server"),
                        Refusal.named(allowed, "allowed", "slow allowed"))
                .floor()
                .named("greatest fan-out");
    }

    /**
     * How likely one of n is slow.
     *
     * @param n how many
     */
    record SlowOverall(int n) implements Formula {
        @Override
        public double apply(double... inputs) {
            return -Math.expm1(n * Math.log1p(-inputs[0]));
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }

    /**
     * How likely each of n may be slow.
     *
     * @param n how many
     */
    record SlowOfEach(int n) implements Formula {
        @Override
        public double apply(double... inputs) {
            return -Math.expm1(Math.log1p(-inputs[0]) / n);
        }

        @Override
        public Direction direction(int input) {
            return Direction.RISING;
        }
    }

    /** The number of parallel calls at which at least one is likely to be slow. */
    record Most() implements Formula {
        @Override
        public double apply(double... inputs) {
            double most = Math.log1p(-inputs[1]) / Math.log1p(-inputs[0]);
            return most < Double.POSITIVE_INFINITY ? most : Double.NaN;
        }

        @Override
        public Direction direction(int input) {
            return input == 0 ? Direction.FALLING : Direction.RISING;
        }

        @Override
        public String condition() {
            return "servers must be slow sometimes, and the request must not always be allowed to be";
        }
    }
}
