/**
 * How long requests take, as distributions over requests.
 *
 * <p>A {@code Latency} is a {@code Plan} (what follows what) with {@code Parameters} (quantities). {@code Composition}
 * makes its law for numbers, a {@code LatencyLaw}: in closed form where there is one, from its {@code Transform} where
 * times are exponential, else as a {@code Sum} on a logarithmic {@code Grid}, beside which times that are often taken,
 * the {@code Atoms}, keep their places. {@code LatencyFormula} asks the law as a step of a derivation, so that answers
 * explain themselves.
 */
@NullMarked
package dev.estimator.latency;

import org.jspecify.annotations.NullMarked;
