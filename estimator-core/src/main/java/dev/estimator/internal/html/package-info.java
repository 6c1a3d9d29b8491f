/** Fills HTML templates, with an optional library. */
package dev.estimator.internal.html;
