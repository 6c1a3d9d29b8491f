/** Latencies from recorded HdrHistograms and their logs; HdrHistogram is an optional dependency. */
@NullMarked
package dev.estimator.hdrhistogram;

import org.jspecify.annotations.NullMarked;
