package dev.estimator.internal.plot;

/** A place on an axis, 0 to 1, and the text that is written there. */
record Tick(double place, String text) {}
