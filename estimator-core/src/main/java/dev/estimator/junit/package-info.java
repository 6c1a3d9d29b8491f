/** A JUnit 5 extension that publishes what tests estimate and check; JUnit is an optional dependency. */
@NullMarked
package dev.estimator.junit;

import org.jspecify.annotations.NullMarked;
