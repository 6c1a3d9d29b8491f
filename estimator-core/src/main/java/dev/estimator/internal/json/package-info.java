/** Records as JSON, with a library that is optional. */
package dev.estimator.internal.json;
