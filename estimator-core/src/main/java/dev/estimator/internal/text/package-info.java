/** How values are written for people and read back from them, the same in every locale. */
package dev.estimator.internal.text;
