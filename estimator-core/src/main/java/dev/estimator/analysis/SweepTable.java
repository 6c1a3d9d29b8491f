package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Unit;
import java.util.List;
import java.util.stream.Collectors;

/** The results of a {@link Sweep}: for each output a value for each row, or several percentiles of it. */
public final class SweepTable {
    private final List<Quantity<?>> outputs;
    private final List<Double> percents;
    private final double[][][] values;

    SweepTable(List<Quantity<?>> outputs, List<Double> percents, double[][][] values) {
        this.outputs = List.copyOf(outputs);
        this.percents = List.copyOf(percents);
        this.values = values;
    }

    /**
     * Returns how many rows there are.
     *
     * @return the rows
     */
    public int rows() {
        return values[0][0].length;
    }

    /**
     * Returns the value of an output in one row.
     *
     * @param output one of the outputs of the sweep
     * @param row the row, from 0
     * @param <Q> the type of the output
     * @return a plain number
     * @throws IllegalArgumentException if it is no output of the sweep, percentiles were computed instead, or there is
     *     no such row
     */
    public <Q extends Quantity<Q>> Q at(Q output, int row) {
        return Inside.like(output, bestGuesses(output)[inside(row)]);
    }

    /**
     * Returns a percentile of an output in one row.
     *
     * @param output one of the outputs of the sweep
     * @param percent one of the percentiles that were asked for
     * @param row the row, from 0
     * @param <Q> the type of the output
     * @return a plain number
     * @throws IllegalArgumentException if it is no output of the sweep, or no percentile that was asked for
     */
    public <Q extends Quantity<Q>> Q percentile(Q output, double percent, int row) {
        return Inside.like(output, percentiles(output, percent)[inside(row)]);
    }

    /**
     * Returns the values of an output as numbers.
     *
     * @param output one of the outputs of the sweep
     * @param unit the unit of the numbers
     * @param <Q> the type of the output
     * @return a number for each row; positive infinity for what is beyond every number
     * @throws IllegalArgumentException if it is no output of the sweep, or percentiles were computed instead
     */
    public <Q extends Amount<Q>> double[] values(Q output, Unit<Q> unit) {
        requireNonNull(unit, "unit");
        return inUnit(bestGuesses(output), unit);
    }

    /**
     * Returns the values of an output as numbers in its canonical unit: events per second, bytes, seconds, factors,
     * shares from 0 to 1, amounts of money, and of an availability 1 − A.
     *
     * @param output one of the outputs of the sweep
     * @return a number for each row; positive infinity for what is beyond every number
     * @throws IllegalArgumentException if it is no output of the sweep, or percentiles were computed instead
     */
    public double[] values(Quantity<?> output) {
        return bestGuesses(output).clone();
    }

    /**
     * Returns percentiles of an output as numbers.
     *
     * @param output one of the outputs of the sweep
     * @param percent one of the percentiles that were asked for
     * @param unit the unit of the numbers
     * @param <Q> the type of the output
     * @return a number for each row; positive infinity for what is beyond every number
     * @throws IllegalArgumentException if it is no output of the sweep, or no percentile that was asked for
     */
    public <Q extends Amount<Q>> double[] percentiles(Q output, double percent, Unit<Q> unit) {
        requireNonNull(unit, "unit");
        return inUnit(percentiles(output, percent), unit);
    }

    /** Returns the size of the table, as in '3 rows of servers, storage'. */
    @Override
    public String toString() {
        String what = outputs.stream().map(Derivation::name).collect(Collectors.joining(", "));
        return rows() + " rows of " + what + (percents.isEmpty() ? "" : ", percentiles " + percents);
    }

    private int inside(int row) {
        if (row < 0 || row >= rows()) {
            throw new IllegalArgumentException("row must be from 0 to " + (rows() - 1) + " but was " + row);
        }
        return row;
    }

    private double[] bestGuesses(Quantity<?> output) {
        requireNonNull(output, "output");
        if (!percents.isEmpty()) {
            throw new IllegalArgumentException("percentiles " + percents + " were computed: ask for one of them");
        }
        return values[0][indexOf(output)];
    }

    private double[] percentiles(Quantity<?> output, double percent) {
        requireNonNull(output, "output");
        if (percents.isEmpty()) {
            throw new IllegalArgumentException("best guesses were computed, no percentiles: ask for those with"
                    + " percentiles(List.of(" + percent + "), columns)");
        }
        int index = percents.indexOf(percent);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "percent must be one that was asked for, " + percents + ", but was " + percent);
        }
        return values[index][indexOf(output)];
    }

    private int indexOf(Quantity<?> output) {
        for (int i = 0; i < outputs.size(); i++) {
            if (Derivation.isSame(outputs.get(i), output)) {
                return i;
            }
        }
        throw new IllegalArgumentException("output must be one of the sweep but was " + Derivation.name(output));
    }

    private static double[] inUnit(double[] canonical, Unit<?> unit) {
        double[] amounts = new double[canonical.length];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = canonical[i] / unit.inCanonicalUnits();
        }
        return amounts;
    }
}
