package dev.estimator.internal.plot;

import java.util.List;

/**
 * An arrow of a network.
 *
 * @param from the name of the box where it begins
 * @param to the name of the box where it ends
 * @param lines the text beside it
 * @param isDashed whether it is dashed
 */
public record Arrow(String from, String to, List<String> lines, boolean isDashed) {}
