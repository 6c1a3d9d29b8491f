package dev.estimator.internal.graph;

/** Which way a result goes when an operand rises and all others stay. */
public enum Direction {
    /** It rises or stays. */
    RISING,
    /** It falls or stays. */
    FALLING,
    /** One or the other, or nobody knows. */
    UNKNOWN;

    /** Of a step after another. */
    public Direction then(Direction next) {
        if (this == UNKNOWN || next == UNKNOWN) {
            return UNKNOWN;
        }
        return this == next ? RISING : FALLING;
    }

    /** Of two at once. */
    public Direction and(Direction other) {
        return this == other ? this : UNKNOWN;
    }
}
