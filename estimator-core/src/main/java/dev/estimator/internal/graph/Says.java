package dev.estimator.internal.graph;

/** A note of what a value is, whatever it is named. */
public enum Says implements Note {
    /** A size counts the space that stays free, so that what is bought for it may be filled. */
    LEAVES_ROOM,

    /** An availability is how likely data is kept, and no share of time. */
    OF_DATA
}
