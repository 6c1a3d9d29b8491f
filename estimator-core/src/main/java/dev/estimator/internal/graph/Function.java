package dev.estimator.internal.graph;

import java.io.Serializable;
import java.util.List;

/** A function of canonical values that can also be written down. Equal functions compute the same. */
public interface Function extends Serializable {
    /**
     * How tightly a written formula binds; an operand that binds less tightly than its place asks for goes in brackets.
     */
    int SUM = 1;

    int PRODUCT = 2;
    int ATOM = 3;

    /** Computes the result; NaN or an infinity where there is none. */
    double apply(double... operands);

    /** The formula with its operands filled in. */
    String write(List<String> operands);

    /** How tightly the written formula binds. */
    int binding();

    /** How tightly an operand must bind to stand without brackets. */
    int bindingOf(int operand);

    /** How the result changes when an operand rises, whatever the others are, wherever there is an answer. */
    default Direction direction(int operand) {
        return Direction.UNKNOWN;
    }

    /** The condition for an answer, in words; empty if there is always one. */
    default String condition() {
        return "";
    }

    /** The word for an infinite result, such as 'overloaded'; empty if results must be finite. */
    default String beyond() {
        return "";
    }

    /** What is approximate and how large the error may be, as a sentence; empty if the result is exact. */
    default String approximation() {
        return "";
    }

    /** Whether it is so slow that fewer draws are made. */
    default boolean isSlow() {
        return false;
    }

    /** Whether it counts growth until a later time, as {@link Grown} does. */
    default boolean isGrown() {
        return false;
    }

    /** The same at less cost, for draws: less accurate than this, more accurate than draws without a tolerance. */
    default Function forDraws() {
        return this;
    }
}
