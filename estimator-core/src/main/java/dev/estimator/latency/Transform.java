package dev.estimator.latency;

import java.util.List;

/**
 * The Laplace transform of a law that is made of exponential, log-normal and constant times: {@code φ(s) = E exp(−s
 * X)}, and of its tail, {@code ψ(s) = (1 − φ(s)) ÷ s}. Both are followed through sums and mixtures side by side, since
 * 1 − φ would lose the digits of rare times. All singularities are on the negative real axis.
 */
sealed interface Transform {
    /** The transform of what takes no time. */
    Transform NOTHING = new Delay(0);

    /** Adds this, independent, to what is already in a spectrum. */
    void addTo(Spectrum sum);

    /** How far the singularity nearest to zero is from there; infinite if there is none. */
    double rate();

    /** How likely it takes no time at all. */
    double nothing();

    /** Whether the law may have steps above zero. */
    boolean hasSteps();

    /**
     * An exponential time.
     *
     * @param mean its mean
     */
    record Exponential(double mean) implements Transform {
        @Override
        public void addTo(Spectrum sum) {
            sum.addExponential(1, mean);
        }

        @Override
        public double rate() {
            return 1 / mean;
        }

        @Override
        public double nothing() {
            return 0;
        }

        @Override
        public boolean hasSteps() {
            return false;
        }
    }

    /**
     * A log-normal time. Zero itself is a singularity.
     *
     * @param series of its transform
     */
    record LogNormal(Mellin.Series series) implements Transform {
        @Override
        public void addTo(Spectrum sum) {
            sum.addLogNormal(series);
        }

        @Override
        public double rate() {
            return 0;
        }

        @Override
        public double nothing() {
            return 0;
        }

        @Override
        public boolean hasSteps() {
            return false;
        }
    }

    /**
     * Always the same time.
     *
     * @param time the time
     */
    record Delay(double time) implements Transform {
        @Override
        public void addTo(Spectrum sum) {
            if (time > 0) {
                sum.addDelay(time);
            }
        }

        @Override
        public double rate() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double nothing() {
            return time == 0 ? 1 : 0;
        }

        @Override
        public boolean hasSteps() {
            return time > 0;
        }
    }

    /**
     * One for a share of the requests and another for the rest.
     *
     * @param share the share of the first
     * @param first the first
     * @param other the other
     */
    record Either(double share, Transform first, Transform other) implements Transform {
        @Override
        public void addTo(Spectrum sum) {
            if (other == NOTHING && first instanceof Exponential exponential) {
                sum.addExponential(share, exponential.mean());
                return;
            }
            Spectrum mixed = sum.nothing();
            first.addTo(mixed);
            if (other == NOTHING) {
                mixed.thin(share);
            } else {
                Spectrum rest = sum.nothing();
                other.addTo(rest);
                mixed.mix(share, rest);
            }
            sum.add(mixed);
        }

        @Override
        public double rate() {
            return share == 0 ? other.rate() : share == 1 ? first.rate() : Math.min(first.rate(), other.rate());
        }

        @Override
        public double nothing() {
            return share * first.nothing() + (1 - share) * other.nothing();
        }

        @Override
        public boolean hasSteps() {
            return first.hasSteps() || other.hasSteps();
        }
    }

    /**
     * The sum of several alike.
     *
     * @param times how many, a whole number
     * @param each each of them
     */
    record Alike(double times, Transform each) implements Transform {
        private static final int FEW = 4;

        @Override
        public void addTo(Spectrum sum) {
            Spectrum all = sum.nothing();
            each.addTo(all);
            if (times > FEW) {
                all.repeat(times);
            }
            for (int i = 0; i < (times > FEW ? 1 : times); i++) {
                sum.add(all);
            }
        }

        @Override
        public double rate() {
            return each.rate();
        }

        @Override
        public double nothing() {
            return Math.pow(each.nothing(), times);
        }

        @Override
        public boolean hasSteps() {
            return each.hasSteps();
        }
    }

    /**
     * The sum of several.
     *
     * @param terms what is added
     */
    record Added(List<Transform> terms) implements Transform {
        @Override
        public void addTo(Spectrum sum) {
            for (Transform term : terms) {
                term.addTo(sum);
            }
        }

        @Override
        public double rate() {
            double least = Double.POSITIVE_INFINITY;
            for (Transform term : terms) {
                least = Math.min(least, term.rate());
            }
            return least;
        }

        @Override
        public double nothing() {
            double all = 1;
            for (Transform term : terms) {
                all *= term.nothing();
            }
            return all;
        }

        @Override
        public boolean hasSteps() {
            return terms.stream().anyMatch(Transform::hasSteps);
        }
    }
}
