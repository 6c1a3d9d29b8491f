package dev.estimator.internal.engine;

import dev.estimator.internal.range.Shape;
import org.jspecify.annotations.NullMarked;

/** A bridge for benchmarks: the table from which the draws of a shape are read. */
@NullMarked
public final class TableOfDraws {
    private TableOfDraws() {}

    /**
     * Builds the table of a shape.
     *
     * @param shape the shape
     * @return the table
     */
    public static Object of(Shape shape) {
        return QuantileTable.of(shape);
    }
}
