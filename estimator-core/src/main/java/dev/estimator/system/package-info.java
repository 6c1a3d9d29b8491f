/**
 * Whole systems: components that call each other, and the use cases that load them.
 *
 * <p>A {@link dev.estimator.system.UseCase} is a tree of {@linkplain dev.estimator.system.Step steps}, which is read
 * three ways: how often each component is visited (rates, instances, bytes, money), how long it takes (latency), and
 * what must be up (availability). An {@link dev.estimator.system.Architecture} is what several use cases make of the
 * components they share.
 *
 * @serial exclude
 */
@EstimatorStyle
@NullMarked
package dev.estimator.system;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
