/** Questions to an estimate: what drives it, how likely it fits, how far it can go, how it grows. */
@NullMarked
package dev.estimator.analysis;

import org.jspecify.annotations.NullMarked;
