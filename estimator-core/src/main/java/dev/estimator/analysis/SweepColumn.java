package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Unit;
import java.util.List;

/**
 * Values of one assumption, one for each row of a {@link Sweep}.
 *
 * @param <Q> the type of the assumption
 */
public final class SweepColumn<Q extends Quantity<Q>> {
    private final Q assumption;
    private final Node leaf;
    private final double[] values;

    private SweepColumn(Q assumption, double... values) {
        this.assumption = assumption;
        this.leaf = Derivation.leaf(assumption, "assumption");
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
    public static <Q extends Amount<Q>> SweepColumn<Q> of(Q assumption, Unit<Q> unit, double... amounts) {
        return numbers(
                assumption,
                requireNonNull(unit, "unit").inCanonicalUnits(),
                Double.MAX_VALUE,
                requireNonNull(amounts, "amounts"));
    }

    /**
     * Obtains a column of factors.
     *
     * @param assumption which assumption
     * @param factors a factor for each row, finite and not negative
     * @return the column
     * @throws IllegalArgumentException if a factor is negative, infinite or NaN; the message names its row
     */
    public static SweepColumn<Ratio> of(Ratio assumption, double... factors) {
        return numbers(assumption, 1, Double.MAX_VALUE, requireNonNull(factors, "factors"));
    }

    /**
     * Obtains a column of amounts of money, in the currency of the assumption.
     *
     * @param assumption which assumption
     * @param amounts an amount for each row, finite and not negative
     * @return the column
     * @throws IllegalArgumentException if an amount is negative, infinite or NaN; the message names its row
     */
    public static SweepColumn<Money> of(Money assumption, double... amounts) {
        return numbers(assumption, 1, Double.MAX_VALUE, requireNonNull(amounts, "amounts"));
    }

    /**
     * Obtains a column of parts of a whole.
     *
     * @param assumption which assumption
     * @param shares a share for each row, 0 to 1
     * @return the column
     * @throws IllegalArgumentException if a share is not between 0 and 1; the message names its row
     */
    public static SweepColumn<Share> of(Share assumption, double... shares) {
        return numbers(assumption, 1, 1, requireNonNull(shares, "shares"));
    }

    private static <Q extends Quantity<Q>> SweepColumn<Q> numbers(
            Q assumption, double unit, double most, double... amounts) {
        requireNonNull(assumption, "assumption");
        double[] values = new double[amounts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = amounts[i] * unit;
            if (values[i] == Double.POSITIVE_INFINITY && amounts[i] < Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("amounts must not be beyond any quantity but row " + i + " of "
                        + Derivation.name(assumption) + " was " + amounts[i]);
            }
            if (!(values[i] >= 0 && values[i] <= most)) {
                throw new IllegalArgumentException("amounts must be "
                        + (most == 1 ? "between 0 and 1" : "finite and not negative") + " but row " + i + " of "
                        + Derivation.name(assumption) + " was " + amounts[i]);
            }
        }
        return new SweepColumn<>(assumption, values);
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
    public static <Q extends Quantity<Q>> SweepColumn<Q> of(Q assumption, List<Q> values) {
        List<Q> rows = Refusal.copy(values, "values");
        requireNonNull(assumption, "assumption");
        double[] canonical = new double[rows.size()];
        for (int i = 0; i < canonical.length; i++) {
            Q value = rows.get(i);
            if (value.isUncertain()) {
                throw new IllegalArgumentException(
                        "values must be numbers but row " + i + " of " + Derivation.name(assumption) + " was " + value);
            }
            assumption.compareTo(value); // refuses another currency
            canonical[i] = Inside.node(value).value();
        }
        return new SweepColumn<>(assumption, canonical);
    }

    String name() {
        return Derivation.name(assumption);
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
