package dev.estimator.internal.diagram;

import java.io.Serializable;
import java.util.List;

/** A part of a reliability block diagram: which components must be up for it to be up. */
public sealed interface ReliabilityBlock extends Serializable {
    /**
     * A single component.
     *
     * @param index its number; the same number in several places is the same component
     */
    record Component(int index) implements ReliabilityBlock {}

    /**
     * Blocks of which some must be up.
     *
     * @param needed how many
     * @param blocks the blocks, at least as many
     */
    record Group(int needed, List<ReliabilityBlock> blocks) implements ReliabilityBlock {}
}
