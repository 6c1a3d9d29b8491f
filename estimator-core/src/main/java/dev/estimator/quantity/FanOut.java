package dev.estimator.quantity;

/** Formulas of requests that wait for many servers. Shares are of slow requests, so that small ones keep their digits. */
final class FanOut {
    private FanOut() {}

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
    }

    /** For how many it is likely enough that none is slow. */
    record Most() implements Formula {
        @Override
        public double apply(double... inputs) {
            double most = Math.log1p(-inputs[1]) / Math.log1p(-inputs[0]);
            return most < Double.POSITIVE_INFINITY ? most : Double.NaN;
        }

        @Override
        public String condition() {
            return "servers must be slow sometimes, and the request must not always be allowed to be";
        }
    }
}
