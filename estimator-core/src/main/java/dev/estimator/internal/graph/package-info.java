/** Where values came from: an immutable graph of operations down to the assumptions. No traversal is recursive. */
package dev.estimator.internal.graph;
