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

    /** Which way the result goes when an operand rises, wherever the others are, as long as there are answers. */
    default Direction direction(int operand) {
        return Direction.UNKNOWN;
    }

    /** When there is an answer, in words; empty if nothing needs to be said. */
    default String condition() {
        return "";
    }

    /** What it is called when the result is beyond every number, 'overloaded'; empty if no result may be. */
    default String beyond() {
        return "";
    }

    /** What is approximate about it and how far off that may be, as a sentence; empty if nothing is. */
    default String approximation() {
        return "";
    }

    /** Whether it takes so long that fewer draws have to do. */
    default boolean isSlow() {
        return false;
    }
}
