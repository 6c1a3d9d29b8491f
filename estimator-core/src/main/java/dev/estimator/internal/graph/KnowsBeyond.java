package dev.estimator.internal.graph;

/** A formula that also has answers for infinite inputs. */
public interface KnowsBeyond {}
