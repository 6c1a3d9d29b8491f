/** What builds check: limits that an estimate must keep to, and estimates that were approved. */
package dev.estimator.check;
