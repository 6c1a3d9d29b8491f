/** The rules that inputs must keep, and the messages for inputs that break them or are missing. */
package dev.estimator.internal.input;
