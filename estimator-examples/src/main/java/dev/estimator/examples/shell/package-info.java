/** The prompt: its help, and what runs scripts. */
@org.jspecify.annotations.NullMarked
package dev.estimator.examples.shell;
