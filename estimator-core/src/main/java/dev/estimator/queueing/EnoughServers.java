package dev.estimator.queueing;

import java.util.function.DoublePredicate;

/** The fewest servers that are good enough, where more are never worse; positive infinity if no number of them is. */
final class EnoughServers {
    /** A limit that is met but for the last bits of its computation is met. */
    private static final double FORGIVEN = 1e-12;

    private EnoughServers() {}

    /** For so little to be turned away. */
    static double forBlocking(double load, double blocking) {
        if (!(load >= 0 && blocking > 0 && blocking <= 1)) {
            return Double.NaN;
        }
        return search(
                0,
                Math.ceil(load * (1 - blocking)),
                servers -> isMet(ErlangFormulas.blocking(servers, load), blocking));
    }

    /**
     * For a measure of waiting to be no larger than its limit.
     *
     * @param time of which the measure is, in service times
     */
    static double forWait(double load, WaitMeasure measure, double time, double limit) {
        if (!isPossible(load, measure, time, limit)) {
            return Double.NaN;
        }
        if (limit <= measure.of(0, Double.MAX_VALUE, time)) {
            return Double.POSITIVE_INFINITY;
        }
        double rule = bySquareRoot(load, measure, time, limit);
        return search(
                ErlangFormulas.fewestStable(load),
                Math.ceil(rule),
                servers ->
                        isMet(measure.of(ErlangFormulas.waitProbability(servers, load), servers - load, time), limit));
    }

    /** What the square-root rule says, not rounded: {@code a + β√a}, where the share that waits is known from β. */
    static double bySquareRoot(double load, WaitMeasure measure, double time, double limit) {
        if (!isPossible(load, measure, time, limit)) {
            return Double.NaN;
        }
        if (limit <= measure.of(0, Double.MAX_VALUE, time)) {
            return Double.POSITIVE_INFINITY;
        }
        double logLimit = Math.log(limit);
        double root = Math.sqrt(load);
        return load
                + root
                        * HalfinWhitt.root(beta -> logLimit
                                - Math.log(Math.max(
                                        measure.of(HalfinWhitt.waitProbability(beta), beta * root, time),
                                        Double.MIN_VALUE)));
    }

    /** Whether the limit is one that some servers miss. */
    private static boolean isPossible(double load, WaitMeasure measure, double time, double limit) {
        return load > 0
                && load < ErlangFormulas.MOST_SERVERS
                && time >= 0
                && limit > 0
                && limit < measure.of(1, 0, time);
    }

    private static boolean isMet(double value, double limit) {
        return value <= limit * (1 + FORGIVEN);
    }

    /**
     * Goes away from the guess by steps that double until the answer is between two numbers, then halves what is
     * between.
     */
    private static double search(double least, double guess, DoublePredicate isEnough) {
        double tooFew = least - 1;
        double enough = Math.max(least, guess);
        double step = 1;
        if (isEnough.test(enough)) {
            while (enough - step > tooFew && isEnough.test(enough - step)) {
                enough -= step;
                step *= 2;
            }
            tooFew = Math.max(tooFew, enough - step);
        } else {
            while (!isEnough.test(enough)) {
                tooFew = enough;
                enough += step;
                step *= 2;
                if (enough > ErlangFormulas.MOST_SERVERS) {
                    return Double.NaN;
                }
            }
        }
        while (enough - tooFew > 1) {
            double middle = Math.floor((enough + tooFew) / 2);
            if (isEnough.test(middle)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }
}
