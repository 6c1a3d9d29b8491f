package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Unit;
import java.util.stream.Collectors;

/** The results of a {@link Sweep} over columns: for each row a value of each output, and percentiles if asked for. */
public final class SweepTable {
    private final RowForm form;
    private final double[][] given;

    /** For each output its best guesses, and then its percentiles, row by row. */
    private final double[][][] found;

    SweepTable(RowForm form, double[][] given, double[][][] found) {
        this.form = form;
        this.given = given;
        this.found = found;
    }

    /**
     * Returns how many rows there are.
     *
     * @return the rows
     */
    public int rows() {
        return given[0].length;
    }

    /**
     * Returns one row.
     *
     * @param row the row, from 0
     * @return its values
     * @throws IllegalArgumentException if there is no such row
     */
    public SweepRow row(int row) {
        inside(row);
        double[] inputs = new double[given.length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = given[i][row];
        }
        double[][] outputs = new double[found.length][1 + form.percents().size()];
        for (int k = 0; k < outputs.length; k++) {
            for (int p = 0; p < outputs[k].length; p++) {
                outputs[k][p] = found[k][p][row];
            }
        }
        return new SweepRow(form, inputs, outputs);
    }

    /**
     * Returns the value of an output in one row.
     *
     * @param output one of the outputs of the sweep
     * @param row the row, from 0
     * @param <Q> the type of the output
     * @return a plain number
     * @throws IllegalArgumentException if it is no output of the sweep, or there is no such row
     */
    public <Q extends Quantity<Q>> Q at(Q output, int row) {
        return row(row).at(output);
    }

    /**
     * Returns a percentile of an output in one row.
     *
     * @param output one of the outputs of the sweep
     * @param percent one of the percentiles that were asked for
     * @param row the row, from 0
     * @param <Q> the type of the output
     * @return a plain number
     * @throws IllegalArgumentException if it is no output of the sweep, no percentile that was asked for, or there is
     *     no such row
     */
    public <Q extends Quantity<Q>> Q percentile(Q output, double percent, int row) {
        return row(row).percentile(output, percent);
    }

    /**
     * Returns the values of an output as numbers.
     *
     * @param output one of the outputs of the sweep
     * @param unit the unit of the numbers
     * @param <Q> the type of the output
     * @return a number for each row; positive infinity for what is beyond every number
     * @throws IllegalArgumentException if it is no output of the sweep
     */
    public <Q extends Amount<Q>> double[] values(Q output, Unit<Q> unit) {
        requireNonNull(unit, "unit");
        return inUnit(values(output), unit);
    }

    /**
     * Returns the values of an output as numbers in its canonical unit: events per second, bytes, seconds, factors,
     * shares from 0 to 1, amounts of money, and of an availability 1 − A.
     *
     * @param output one of the outputs of the sweep
     * @return a number for each row; positive infinity for what is beyond every number
     * @throws IllegalArgumentException if it is no output of the sweep
     */
    public double[] values(Quantity<?> output) {
        return found[form.indexOf(output)][0].clone();
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
        return inUnit(found[form.indexOf(output)][1 + form.indexOf(percent)], unit);
    }

    /** Returns the size of the table, as in '3 rows of servers, storage'. */
    @Override
    public String toString() {
        String what = form.outputs().stream().map(Derivation::name).collect(Collectors.joining(", "));
        return rows() + " rows of " + what + (form.percents().isEmpty() ? "" : ", percentiles " + form.percents());
    }

    private void inside(int row) {
        if (row < 0 || row >= rows()) {
            throw new IllegalArgumentException("row must be from 0 to " + (rows() - 1) + " but was " + row);
        }
    }

    private static double[] inUnit(double[] canonical, Unit<?> unit) {
        double[] amounts = new double[canonical.length];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = canonical[i] / unit.inCanonicalUnits();
        }
        return amounts;
    }
}
