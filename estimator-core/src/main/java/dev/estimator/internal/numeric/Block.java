package dev.estimator.internal.numeric;

import java.io.Serializable;
import java.util.List;

/** A part of a reliability block diagram: which components must be up for it to be up. */
public sealed interface Block extends Serializable {
    /**
     * A single component.
     *
     * @param index its number; the same number in several places is the same component
     */
    record Component(int index) implements Block {}

    /**
     * Blocks of which some must be up.
     *
     * @param needed how many
     * @param blocks the blocks, at least as many
     */
    record Group(int needed, List<Block> blocks) implements Block {}
}
