package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Quantity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all rows of a sweep have in common. */
final class RowForm implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The assumptions that vary. */
    private final ArrayList<Quantity<?>> inputs;

    /** What each is called in a row that is handed in. */
    private final ArrayList<String> names;

    /** What is computed. */
    private final ArrayList<Quantity<?>> outputs;

    /** Which percentiles of it. */
    private final ArrayList<Double> percents;

    /**
     * What was asked for last in the place of each output and is the same: where a copy was sent, it is another object.
     */
    private transient @Nullable Quantity<?> @Nullable [] asked;

    private RowForm(List<Quantity<?>> inputs, List<String> names, List<Quantity<?>> outputs, List<Double> percents) {
        this.inputs = new ArrayList<>(inputs);
        this.names = new ArrayList<>(names);
        this.outputs = new ArrayList<>(outputs);
        this.percents = new ArrayList<>(percents);
    }

    List<Quantity<?>> inputs() {
        return inputs;
    }

    List<String> names() {
        return names;
    }

    List<Quantity<?>> outputs() {
        return outputs;
    }

    List<Double> percents() {
        return percents;
    }

    static RowForm of(List<Quantity<?>> inputs, List<Quantity<?>> outputs) {
        List<String> names = inputs.stream().map(Derivation::name).toList();
        return new RowForm(inputs, names, outputs, List.of());
    }

    RowForm with(List<Double> newPercents) {
        return new RowForm(inputs, names, outputs, newPercents);
    }

    /** Refuses names that would not tell which assumption is meant. */
    void requireDistinctNames() {
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("assumptions of rows must have different names but were " + names
                    + ": name them otherwise, or use columns");
        }
    }

    /** The values of a row in canonical units, in the order of the assumptions. */
    double[] read(Map<String, ? extends Quantity<?>> values) {
        double[] row = new double[names.size()];
        for (int i = 0; i < row.length; i++) {
            Quantity<?> value = requireNonNull(values, "values").get(names.get(i));
            if (value == null) {
                Refusal.whole(values, "values");
                throw new IllegalArgumentException("values must have one for each assumption but there is none for "
                        + names.get(i) + " among " + values.keySet());
            }
            row[i] = read(i, value);
        }
        if (values.size() != row.length) {
            Refusal.whole(values, "values");
            throw new IllegalArgumentException("values must be of the assumptions that vary, " + names
                    + ", and of no other, but were of " + values.keySet());
        }
        return row;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // of one class
    private double read(int i, Quantity<?> value) {
        Quantity input = inputs.get(i);
        Node node = Inside.node(value);
        if (value.getClass() != input.getClass()
                || node.kind().dimension() != Inside.kind(input).dimension()) {
            throw new IllegalArgumentException(names.get(i) + " must be a "
                    + input.getClass().getSimpleName() + " but was " + value + ", a "
                    + value.getClass().getSimpleName());
        }
        Refusal.unless(!value.isUncertain(), names.get(i), "a number", value);
        input.compareTo(value); // refuses another currency
        return node.value();
    }

    /** The place of one of the outputs; one that was asked for before is found at once. */
    @SuppressWarnings("ReferenceEquality") // equal values can be different outputs
    int indexOf(Quantity<?> output) {
        requireNonNull(output, "output");
        @Nullable Quantity<?>[] known = asked;
        @Nullable Quantity<?>[] before = known == null ? new Quantity<?>[outputs.size()] : known;
        for (int i = 0; i < before.length; i++) {
            if (before[i] == output) {
                return i;
            }
        }
        for (int i = 0; i < before.length; i++) {
            if (Derivation.isSame(outputs.get(i), output)) {
                before[i] = output; // any thread may, since all write the truth
                asked = before;
                return i;
            }
        }
        throw new IllegalArgumentException("output must be one of the sweep but was " + Derivation.name(output));
    }

    /** The place of one of the percentiles. */
    int indexOf(double percent) {
        int index = percents.indexOf(percent);
        if (index < 0) {
            throw new IllegalArgumentException("percent must be one that was asked for, "
                    + (percents.isEmpty() ? "and none was," : percents + ",") + " but was " + percent
                    + ": say withPercentiles(" + percent + ")");
        }
        return index;
    }
}
