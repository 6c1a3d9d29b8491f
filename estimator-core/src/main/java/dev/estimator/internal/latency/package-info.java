/**
 * Latencies as distributions over requests. {@code Latency} holds a plan, and quantities for its places.
 *
 * <ul>
 *   <li>{@code Plan} says what is made of what; {@code Leaf} what is not made of others;
 *   <li>for numbers in its places a plan gives a {@code Law}: closed ({@code Constant}, {@code Erlang}, {@code LogNormal}), known by
 *       percentiles ({@code Percentiles}, {@code Fitted}, {@code Open}, {@code Ended}) or by measured times ({@code Points}), or made of others
 *       ({@code Either}, {@code Ordered}, {@code OfAlike}, {@code Retried}, {@code Shifted});
 *   <li>{@code Sum} adds independent times, on a {@code Grid} of {@code Knots} by {@code Convolution} where nothing is exact; {@code Atoms},
 *       {@code Rest} and {@code Pieces} keep single times where they are, as {@code Sharpness} says;
 *   <li>{@code Composition} asks the law for percentiles, means and shares, and keeps the last law with its {@code Workings}.
 * </ul>
 */
package dev.estimator.internal.latency;
