package dev.estimator.quantity;

/** Formulas of requests that are tried several times, of the share S of tries that fail. */
final class Tries {
    private Tries() {}

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
    }

    /**
     * {@code 1 + S + … + Sⁿ⁻¹}, how many of at most n there are; n if all fail.
     *
     * @param n how many
     */
    record Mean(int n) implements Formula {
        @Override
        public double apply(double... inputs) {
            double failed = inputs[0];
            return failed == 1 ? n : -Math.expm1(n * Math.log(failed)) / (1 - failed);
        }
    }
}
