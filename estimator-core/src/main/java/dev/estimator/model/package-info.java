/**
 * Estimation models: traffic, storage, cache memory and servers.
 *
 * <p>The attributes of a model are its assumptions; its methods are the answers, each of which can explain itself.
 *
 * @serial exclude
 */
@ModelStyle
@NullMarked
package dev.estimator.model;

import dev.estimator.internal.style.ModelStyle;
import org.jspecify.annotations.NullMarked;
