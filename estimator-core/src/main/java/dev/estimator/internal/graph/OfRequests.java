package dev.estimator.internal.graph;

/**
 * A note that the events of a rate, which nobody named, are requests to the model that it went into, or that things are
 * called what their author says.
 */
public record OfRequests() implements Note {}
