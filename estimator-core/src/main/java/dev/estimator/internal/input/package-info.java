/** The rules that inputs must keep, and the messages for inputs that are invalid or missing. */
package dev.estimator.internal.input;
