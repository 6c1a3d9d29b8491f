/** What the library costs beside the same sums written by hand, measured with JMH. */
@NullMarked
package dev.estimator.benchmarks;

import org.jspecify.annotations.NullMarked;
