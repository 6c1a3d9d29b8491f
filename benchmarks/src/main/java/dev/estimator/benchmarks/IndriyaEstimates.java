package dev.estimator.benchmarks;

import static tech.units.indriya.quantity.Quantities.getQuantity;
import static tech.units.indriya.unit.Units.SECOND;

import javax.measure.Quantity;
import javax.measure.Unit;
import javax.measure.quantity.Dimensionless;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.ComparableQuantity;
import tech.units.indriya.unit.BaseUnit;

/**
 * The estimates with the reference implementation of JSR 385. All times are in seconds, so that it has no unit to
 * convert until the result is read.
 */
final class IndriyaEstimates {
    private static final Unit<Dimensionless> ONE = AbstractUnit.ONE;
    private static final Unit<?> BYTE = new BaseUnit<>("B", "byte");
    private static final Unit<?> PER_SECOND = ONE.divide(SECOND);
    private static final ComparableQuantity<Dimensionless> WHOLE = getQuantity(1, ONE);
    private static final Quantity<?> DAY = getQuantity(86_400, SECOND);

    private IndriyaEstimates() {}

    static double sum(CapacityInputs in) {
        double total = 0;
        for (int i = 0; i < CapacityInputs.ESTIMATES; i++) {
            Quantity<?> peakToAverage = getQuantity(in.peakToAverage[i], ONE);
            Quantity<?> peak = getQuantity(in.users[i], ONE)
                    .multiply(getQuantity(in.requestsPerUser[i], ONE))
                    .divide(DAY)
                    .multiply(peakToAverage);
            Quantity<?> written = peak.multiply(WHOLE.subtract(getQuantity(in.readShare[i], ONE)))
                    .multiply(getQuantity(in.writeBytes[i], BYTE));
            Quantity<?> storage = written.divide(peakToAverage)
                    .multiply(getQuantity(in.retentionDays[i] * 86_400, SECOND))
                    .multiply(getQuantity(in.copies[i], ONE));
            Quantity<?> servers =
                    peak.divide(getQuantity(in.perServer[i], PER_SECOND).multiply(getQuantity(in.utilization[i], ONE)));
            total += number(storage, BYTE) / 1e12 + Math.ceil(number(servers, ONE));
        }
        return total;
    }

    @SuppressWarnings("unchecked")
    private static <Q extends Quantity<Q>> double number(Quantity<?> quantity, Unit<Q> unit) {
        return ((Quantity<Q>) quantity).to(unit).getValue().doubleValue();
    }
}
