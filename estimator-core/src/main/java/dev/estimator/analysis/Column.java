package dev.estimator.analysis;

import dev.estimator.internal.graph.Node;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Unit;
import java.util.List;

/**
 * Values of one assumption, one for each row of a {@link Sweep}.
 *
 * @param <Q> the type of the assumption
 */
public final class Column<Q extends Quantity<Q>> {
    private final Node leaf;
    private final double[] values;

    private Column(Node leaf, double[] values) {
        this.leaf = leaf;
        this.values = values;
    }

    /**
     * Obtains a column of numbers in a unit.
     *
     * @param assumption which assumption
     * @param unit the unit of the numbers
     * @param amounts a number for each row, finite and not negative
     * @param <Q> the type of the assumption
     * @return the column
     * @throws IllegalArgumentException if a number is negative, infinite or NaN; the message names its row
     */
    public static <Q extends Amount<Q>> Column<Q> of(Q assumption, Unit<Q> unit, double... amounts) {
        Node leaf = Derivation.leaf(assumption, "assumption");
        double[] values = new double[amounts.length];
        for (int i = 0; i < values.length; i++) {
            if (!(amounts[i] >= 0 && amounts[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("amounts must be finite and not negative but row " + i + " of "
                        + Derivation.name(assumption) + " was " + amounts[i]);
            }
            values[i] = amounts[i] * unit.inCanonicalUnits();
        }
        return new Column<>(leaf, values);
    }

    /**
     * Obtains a column of quantities.
     *
     * @param assumption which assumption
     * @param values a plain number for each row
     * @param <Q> the type of the assumption
     * @return the column
     * @throws IllegalArgumentException if a value is uncertain or in another currency
     */
    public static <Q extends Quantity<Q>> Column<Q> of(Q assumption, List<Q> values) {
        Node leaf = Derivation.leaf(assumption, "assumption");
        double[] canonical = new double[values.size()];
        for (int i = 0; i < canonical.length; i++) {
            Q value = values.get(i);
            if (value.isUncertain()) {
                throw new IllegalArgumentException(
                        "values must be numbers but row " + i + " of " + Derivation.name(assumption) + " was " + value);
            }
            assumption.compareTo(value); // refuses another currency
            canonical[i] = Derivation.of(value).value();
        }
        return new Column<>(leaf, canonical);
    }

    Node leaf() {
        return leaf;
    }

    double[] values() {
        return values;
    }

    int rows() {
        return values.length;
    }
}
