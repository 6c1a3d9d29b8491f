package dev.estimator.quantity;

import java.io.Serializable;

/**
 * A formula of one's own that the elementary operations cannot express, such as an exponential. It must be a function
 * of its inputs alone. Use a record rather than a lambda where it has parameters, so that equal formulas are equal.
 */
@FunctionalInterface
public interface Formula extends Serializable {
    /**
     * Computes the result.
     *
     * @param inputs the inputs in their canonical units: per second, bytes, seconds, and for an availability its
     *     complement, 1 − A
     * @return the result in its canonical unit; NaN if there is none; positive infinity if it is beyond every number
     *     and {@link #beyond()} says what that is called
     */
    double apply(double... inputs);

    /**
     * Says when there is an answer, for the refusal where there is none: 'the load must be below the servers'.
     *
     * @return the condition; empty if there always is an answer
     */
    default String condition() {
        return "";
    }

    /**
     * Says what it is called when the answer is longer, later or more than any number: a wait is endless where a queue
     * is 'overloaded'. Among the cases of a range that is an answer, which breaks every upper limit and keeps every
     * lower one; where all inputs are plain numbers it is refused with the {@link #condition()}.
     *
     * @return the word that goes before 'in 21% of cases'; empty if the formula always has a finite answer or none
     */
    default String beyond() {
        return "";
    }

    /** Which way an answer goes when an input rises. */
    enum Direction {
        /** It rises, or stays. */
        RISING,
        /** It falls, or stays. */
        FALLING,
        /** It does one here and the other there, or nobody has said. */
        UNKNOWN
    }

    /**
     * Says which way the answer goes when one input rises and all others stay, whatever they are, in all cases that
     * have an answer; and if two values of an input have one, all between them must. Percentiles of a range that enters
     * such a formula need a few evaluations, and are exact. Nine points of the range are tried; what is wrong between
     * them gives wrong percentiles. An availability goes in by its complement, so what is worse for it is what rises.
     *
     * @param input which input, from 0
     * @return the direction; unknown unless overridden, which is always right and means draws
     */
    default Direction direction(int input) {
        return Direction.UNKNOWN;
    }

    /**
     * Says what is approximate about the formula and how far off that may be, for {@code explain}: 'threads are held as
     * if ...'.
     *
     * @return a sentence or half of one; empty if nothing is approximate
     */
    default String approximation() {
        return "";
    }

    /**
     * Returns whether the formula takes long, about 50 µs or more: then ranges are drawn 4,096 times rather than 16,384
     * unless a number of draws is set, so that nobody waits long for a range of two digits.
     *
     * @return whether it does; false unless overridden
     */
    default boolean isSlow() {
        return false;
    }
}
