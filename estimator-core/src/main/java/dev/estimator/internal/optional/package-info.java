/** Optional libraries, and the refusals of what needs one that is missing. */
package dev.estimator.internal.optional;
