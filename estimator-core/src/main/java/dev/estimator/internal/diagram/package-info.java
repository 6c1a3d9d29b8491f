/**
 * Decision diagrams of what must be up: {@code Structure} is made from {@code ReliabilityBlock}s, asked through a
 * {@code Diagram} of {@code Nodes} in a {@code ComponentOrder}, and says its minimal {@code Cuts}.
 */
package dev.estimator.internal.diagram;
