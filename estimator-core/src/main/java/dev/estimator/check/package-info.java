/** What builds check: limits that an estimate must keep to, and estimates that were approved. */
@NullMarked
package dev.estimator.check;

import org.jspecify.annotations.NullMarked;
