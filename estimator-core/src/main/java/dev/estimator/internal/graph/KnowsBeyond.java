package dev.estimator.internal.graph;

/** A formula that has answers also for inputs that are beyond every number. */
public interface KnowsBeyond {}
