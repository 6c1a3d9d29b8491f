/** How value types are generated. */
package dev.estimator.internal.style;
