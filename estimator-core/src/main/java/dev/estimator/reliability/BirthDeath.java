package dev.estimator.reliability;

import java.util.function.IntToDoubleFunction;

/** Chains of states in a row, such as how many drives of a group are down. */
final class BirthDeath {
    private BirthDeath() {}

    /**
     * The mean time from state 0 to a state that is reached for the first time.
     *
     * <p>The mean time from state i to the next is {@code hᵢ = (1 + downᵢ hᵢ₋₁) ÷ upᵢ}. Nothing is subtracted, so
     * precision is kept however rare the state is.
     *
     * @param target the state, 1 or more
     * @param up the rate from a state to the next, above zero
     * @param down the rate from a state, 1 or more, to the one before
     * @see "S. Karlin and H. M. Taylor, A First Course in Stochastic Processes, 2nd edition 1975, chapter 4, section 7"
     */
    static double timeToReach(int target, IntToDoubleFunction up, IntToDoubleFunction down) {
        double toNext = 1 / up.applyAsDouble(0);
        double time = toNext;
        for (int state = 1; state < target; state++) {
            toNext = (1 + down.applyAsDouble(state) * toNext) / up.applyAsDouble(state);
            time += toNext;
        }
        return time;
    }
}
