/** Plots as SVG for a page that follows light and dark mode; the only package that touches JFreeChart and Batik. */
package dev.estimator.internal.plot;
