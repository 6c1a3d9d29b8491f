/** Published estimates, written as a user of the library would write them. */
@org.jspecify.annotations.NullMarked
package dev.estimator.examples;
