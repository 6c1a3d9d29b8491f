/** Reads and writes records as JSON, with an optional library. */
package dev.estimator.internal.json;
