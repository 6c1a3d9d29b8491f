/**
 * Answers for uncertain values. {@code DESIGN.md} beside the sources has the picture; in the order in which it happens:
 *
 * <ul>
 *   <li>{@code Program} compiles derivations into steps over columns, with {@code InputLeaf}, {@code Guard},
 *       {@code Registers}, {@code Bounds};
 *   <li>{@code Engine} plans each output: {@code Chain} and {@code Monotone} peel off what only rises or falls,
 *       {@code Factors} finds independent groups, {@code Region} what follows from one core in one direction;
 *   <li>{@code Product} computes the law of independent factors: {@code LogLaw}, {@code Mixture}, {@code LogGrid},
 *       {@code GaussRule};
 *   <li>{@code Draws} and {@code Sample} draw the rest: {@code Dimensions}, {@code Sobol}, {@code GaussianCopula},
 *       {@code Quantiles}, {@code Workers};
 *   <li>a {@code Core} ({@code LawCore}, {@code RegionCore}, {@code SmoothedCore}, {@code SampleCore}) and a chain are
 *       a {@code Distribution}, which answers with {@code Estimate}s; {@code Expectation} and {@code PartMoments} find
 *       means;
 *   <li>{@code Varied} runs a program with leaves that are set, for sweeps and limits; {@code Sensitivity} finds
 *       drivers.
 * </ul>
 */
package dev.estimator.internal.engine;
