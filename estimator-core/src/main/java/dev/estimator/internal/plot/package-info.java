/**
 * Plots as SVG for a page that follows light and dark mode; the only package that touches JFreeChart, Batik and ELK.
 */
package dev.estimator.internal.plot;
