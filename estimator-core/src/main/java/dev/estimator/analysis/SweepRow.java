package dev.estimator.analysis;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.ShortestDecimal;
import dev.estimator.quantity.Quantity;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One row of a {@link Sweep}: the values of the assumptions that vary, and what follows from them, as plain numbers.
 */
public final class SweepRow implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What it has in common with other rows. */
    private final RowForm form;

    /** The values of the assumptions that vary. */
    private final double[] given;

    /** For each output its best guess, and then its percentiles. */
    private final double[][] found;

    SweepRow(RowForm form, double[] given, double[][] found) {
        this.form = form;
        this.given = given;
        this.found = found;
    }

    /**
     * Returns the value of an output, with every range that does not vary at its best guess.
     *
     * @param output one of the outputs of the sweep
     * @param <Q> the type of the output
     * @return a plain number
     * @throws IllegalArgumentException if it is no output of the sweep
     */
    public <Q extends Quantity<Q>> Q at(Q output) {
        return Inside.like(output, found[form.indexOf(output)][0]);
    }

    /**
     * Returns a percentile of an output.
     *
     * @param output one of the outputs of the sweep
     * @param percent one of the {@linkplain Sweep#withPercentiles percentiles that were asked for}
     * @param <Q> the type of the output
     * @return a plain number
     * @throws IllegalArgumentException if it is no output of the sweep, or no percentile that was asked for
     */
    public <Q extends Quantity<Q>> Q percentile(Q output, double percent) {
        return Inside.like(output, found[form.indexOf(output)][1 + form.indexOf(percent)]);
    }

    /**
     * Returns all that is in the row by name: the assumptions that vary, then each output, such as 'servers', followed
     * by its percentiles, such as 'servers p95'.
     *
     * @return plain numbers, in this order
     * @throws IllegalArgumentException if two have one name
     */
    public Map<String, Quantity<?>> values() {
        Map<String, Quantity<?>> values = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i++) {
            add(values, form.names().get(i), form.inputs().get(i), given[i]);
        }
        for (int k = 0; k < found.length; k++) {
            Quantity<?> output = form.outputs().get(k);
            String name = Derivation.name(output);
            add(values, name, output, found[k][0]);
            for (int p = 0; p < form.percents().size(); p++) {
                String percent = ShortestDecimal.of(form.percents().get(p)).toPlainString();
                add(values, name + " p" + percent, output, found[k][1 + p]);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private static void add(Map<String, Quantity<?>> values, String name, Quantity<?> like, double value) {
        Quantity<?> known = values.put(name, Inside.like(like, value));
        Refusal.unless(known == null, "names", "different in a row", "'" + name + "' twice");
    }

    /** Returns all values by name, as in 'users 5M, disk 20 GB, disk p95 31 GB'. */
    @Override
    public String toString() {
        return values().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
