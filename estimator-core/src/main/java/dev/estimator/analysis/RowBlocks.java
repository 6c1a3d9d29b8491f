package dev.estimator.analysis;

import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of a sweep, computed some at a time as they are asked for, the first by itself. */
final class RowBlocks implements Spliterator<SweepRow> {
    /** Rows enough to be worth starting a thread. */
    private static final int MOST = 1 << 12;

    private final Sweep sweep;
    private final Spliterator<? extends Map<String, ? extends Quantity<?>>> source;
    private final int most;
    private int size = 1;
    private @Nullable SweepTable block;
    private int next;
    private long before;

    RowBlocks(Sweep sweep, Spliterator<? extends Map<String, ? extends Quantity<?>>> source, int threads) {
        this.sweep = sweep;
        this.source = source;
        this.most = (int) Math.min(1 << 20, (long) threads * MOST);
    }

    @Override
    public boolean tryAdvance(Consumer<? super SweepRow> action) {
        if (block == null || next == block.rows()) {
            before += next;
            next = 0;
            block = compute(take());
        }
        if (block == null) {
            return false;
        }
        action.accept(block.row(next++));
        return true;
    }

    private List<double[]> take() {
        List<double[]> rows = new ArrayList<>(size);
        while (rows.size() < size && source.tryAdvance(values -> rows.add(read(values, before + rows.size())))) {
            // the row was added
        }
        size = Math.min(most, 2 * size);
        return rows;
    }

    private double[] read(Map<String, ? extends Quantity<?>> values, long row) {
        try {
            return sweep.read(values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("row " + row + ": " + e.getMessage(), e);
        }
    }

    private @Nullable SweepTable compute(List<double[]> rows) {
        try {
            return rows.isEmpty() ? null : sweep.table(rows);
        } catch (ArithmeticException e) {
            for (int i = 0; i < rows.size(); i++) {
                computeOne(rows.get(i), before + i);
            }
            throw e;
        }
    }

    private void computeOne(double[] values, long row) {
        try {
            sweep.table(List.of(values));
        } catch (ArithmeticException e) {
            ArithmeticException refusal = new ArithmeticException("row " + row + ": " + e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** Does not split: the threads are those of the sweep, and halves would have to be kept. */
    @Override
    public @Nullable Spliterator<SweepRow> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return source.estimateSize();
    }

    @Override
    public int characteristics() {
        return ORDERED | NONNULL | IMMUTABLE;
    }
}
