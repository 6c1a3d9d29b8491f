/**
 * Networks: transfers, the round trips that they wait for, and connections that stay open.
 *
 * @serial exclude
 */
@EstimatorStyle
@NullMarked
package dev.estimator.network;

import dev.estimator.internal.style.EstimatorStyle;
import org.jspecify.annotations.NullMarked;
