package dev.estimator.queueing;

import dev.estimator.internal.numeric.Rounding;

/**
 * Erlang's formulas for c servers, a whole number, that are offered a load of a; NaN where there is no answer.
 *
 * <p>Both come from {@code 1/B = Σₖ c/a × (c − 1)/a × … × (c − k + 1)/a}, of which only some multiple of √c terms count
 * wherever B is a number that a double can hold: nothing but sums, products and quotients of positive numbers, each
 * rounded on its own.
 *
 * @see "D. L. Jagerman, Some Properties of the Erlang Loss Function, Bell System Technical Journal 53(3), 1974"
 */
final class ErlangFormulas {
    /** Whole numbers up to here are exact in a double, and the computation still takes milliseconds. */
    static final double MOST_SERVERS = 1e9;

    private static final double NEGLIGIBLE = 1e-18;
    private static final double LARGE = 0x1p900;
    private static final double LOG_OF_LARGE = Math.log(LARGE);
    private static final double SETTLED = 1e-15;
    private static final int MOST_STEPS = 100;

    private ErlangFormulas() {}

    /** Whether a number of servers is allowed. */
    static boolean isPossible(double servers) {
        return servers >= 0 && servers <= MOST_SERVERS && servers == Math.rint(servers);
    }

    /**
     * Erlang B, the share that finds no server free and is turned away; a fractional load is taken as it is. It is 0
     * where it is below what a double can hold.
     */
    static double blocking(double servers, double load) {
        return 1 / (1 + freeOdds(servers, load));
    }

    /**
     * The load that is not turned away, {@code a(1 − B)}: how many servers are busy. Far above the servers 1 − B would
     * cancel.
     */
    static double carried(double servers, double load) {
        return Math.min(servers, load / (1 + 1 / freeOdds(servers, load))); // it is less but for a rounding
    }

    /**
     * {@code 1/B − 1}, how much likelier it is that a server is free than that none is; infinite where a double cannot
     * hold it.
     */
    static double freeOdds(double servers, double load) {
        if (!(isPossible(servers) && load >= 0 && load < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        double term = 1;
        double sum = 0;
        for (double left = servers; left > 0; left--) {
            term *= left / load;
            sum += term;
            if (term <= NEGLIGIBLE * sum || sum == Double.POSITIVE_INFINITY) {
                break;
            }
        }
        return sum;
    }

    /** The fewest servers before which a line does not grow for ever; 4.35 × 100 is a load of 435 and needs 436. */
    static double fewestStable(double load) {
        return Rounding.floor(load) + 1;
    }

    /** Erlang C, the share that has to wait: {@code B / ((1 − ρ) + ρB)}, in which nothing cancels. */
    static double waitProbability(double servers, double load) {
        if (!(servers >= fewestStable(load))) {
            return Double.NaN;
        }
        double blocking = blocking(servers, load);
        return servers * blocking / ((servers - load) + load * blocking);
    }

    /**
     * The load of which so much is turned away.
     *
     * <p>ln B rises with ln a by {@code c − a(1 − B)} and is concave, so that Newton's method from the left comes to
     * the root without ever passing it. The first step is from {@code c / (1 − B)}, which is on the right, to the left
     * of the root, but not below {@code c/e × B^(1/c)}, which is on the left by {@code B ≤ aᶜ/c!}.
     */
    static double greatestLoad(double servers, double blocking) {
        if (!(isPossible(servers) && servers > 0 && blocking >= 0 && blocking < 1)) {
            return Double.NaN;
        }
        double logTarget = Math.log(blocking);
        double least = servers * Math.exp(logTarget / servers - 1);
        double load = blocking == 0 ? 0 : servers / (1 - blocking);
        for (int i = 0; i < MOST_STEPS && load > 0; i++) {
            double logBlocking = logBlocking(servers, load);
            double free = servers + load * Math.expm1(logBlocking);
            double step = (logTarget - logBlocking) / free;
            load = Math.max(least, load * Math.exp(step));
            if (i > 0 && step <= SETTLED) {
                break;
            }
        }
        return load;
    }

    /** The logarithm of B, also where B is below what a double can hold, or hardly below 1. */
    private static double logBlocking(double servers, double load) {
        double term = 1;
        double beyondFirst = 0;
        int scaled = 0;
        for (double left = servers; left > 0; left--) {
            term *= left / load;
            beyondFirst += term;
            if (term <= NEGLIGIBLE * beyondFirst) {
                break;
            }
            if (beyondFirst > LARGE) {
                term /= LARGE;
                beyondFirst /= LARGE;
                scaled++;
            }
        }
        return scaled == 0 ? -Math.log1p(beyondFirst) : -Math.log(beyondFirst) - scaled * LOG_OF_LARGE;
    }
}
