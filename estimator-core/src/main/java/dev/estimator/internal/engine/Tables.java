package dev.estimator.internal.engine;

import com.google.common.base.Suppliers;
import dev.estimator.internal.range.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The quantiles of each input of a program, made when first asked for. Equal ranges share theirs. */
final class Tables {
    private final @Nullable Table[] ofLeaf;
    private final List<Table> different = new ArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();

    /** The quantiles of a shape. */
    private static final class Table {
        private final Shape shape;
        private final Supplier<Quantiles> kept;
        private boolean isShared;

        Table(Shape shape) {
            this.shape = shape;
            kept = Suppliers.memoize(() -> Quantiles.of(shape));
        }
    }

    Tables(List<InputLeaf> leaves) {
        ofLeaf = new Table[leaves.size()];
        Map<Shape, Table> known = new HashMap<>();
        for (int leaf = 0; leaf < ofLeaf.length; leaf++) {
            Shape shape = leaves.get(leaf).shape();
            if (shape != null) {
                Table table = known.get(shape);
                if (table == null) {
                    table = new Table(shape);
                    known.put(shape, table);
                    different.add(table);
                } else {
                    table.isShared = true;
                }
                ofLeaf[leaf] = table;
            }
        }
    }

    /** Makes all that are not made yet; threads that call this at the same time share the work. */
    void make() {
        while (begun.get() < different.size()) {
            int next = begun.getAndIncrement();
            if (next < different.size()) {
                different.get(next).kept.get();
            }
        }
    }

    Quantiles of(int leaf) {
        return table(leaf).kept.get();
    }

    /** For one who asks once about each input: only what equal ranges share is kept. */
    Quantiles once(int leaf) {
        Table table = table(leaf);
        return table.isShared ? table.kept.get() : Quantiles.of(table.shape);
    }

    private Table table(int leaf) {
        Table table = ofLeaf[leaf];
        if (table == null) {
            throw new IllegalArgumentException("input " + leaf + " is no range");
        }
        return table;
    }
}
