/** Questions to an estimate: what drives it, how likely it fits, how far it can go, how it grows. */
package dev.estimator.analysis;
