package dev.estimator.internal.graph;

/** A note that a size counts the space that stays free, so that what is bought for it may be filled. */
public record LeavesRoom() implements Note {}
