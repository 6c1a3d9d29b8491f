package dev.estimator.internal.graph;

/** How a result changes when one operand rises and all others stay the same. */
public enum Direction {
    /** It rises or stays. */
    RISING,
    /** It falls or stays. */
    FALLING,
    /** It may rise or fall, or this is not known. */
    UNKNOWN;

    /** The direction of two steps, one after the other. */
    public Direction then(Direction next) {
        if (this == UNKNOWN || next == UNKNOWN) {
            return UNKNOWN;
        }
        return this == next ? RISING : FALLING;
    }

    /** The direction of both together. */
    public Direction and(Direction other) {
        return this == other ? this : UNKNOWN;
    }
}
