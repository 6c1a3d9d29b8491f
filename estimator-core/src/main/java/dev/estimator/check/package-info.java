/** Checks for builds: limits that estimates must keep to, and estimates that were approved. */
@NullMarked
package dev.estimator.check;

import org.jspecify.annotations.NullMarked;
