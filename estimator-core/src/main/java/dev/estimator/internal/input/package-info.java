/** What is asked of inputs, and said where they are not right or not complete. */
package dev.estimator.internal.input;
