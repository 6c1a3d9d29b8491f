package dev.estimator.quantity;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Scale;
import java.io.Serializable;

/**
 * A unit in which amounts of one type can be stated. The units themselves are in {@link Units}.
 *
 * @param <Q> the type of quantity
 */
public final class Unit<Q extends Amount<Q>> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What it measures. */
    final Dimension dimension;

    /** How large it is. */
    final Scale scale;

    Unit(Dimension dimension, Scale scale) {
        this.dimension = dimension;
        this.scale = scale;
    }

    double toCanonical(double amount) {
        return Quantity.inRange(scale.toCanonical(Quantity.nonNegative(amount, "amount")), amount, scale.symbol());
    }

    /**
     * Returns how large this unit is.
     *
     * @return how many canonical units, such as bytes, seconds or events per second, make one of this
     */
    public double inCanonicalUnits() {
        return scale.toCanonical(1);
    }

    /** Returns the symbol, such as 'GB'. */
    @Override
    public String toString() {
        return scale.symbol().strip();
    }
}
