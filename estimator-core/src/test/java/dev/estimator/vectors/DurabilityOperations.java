package dev.estimator.vectors;

import static dev.estimator.quantity.Quantities.days;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Share;
import dev.estimator.reliability.DriveFailures;
import dev.estimator.reliability.Durability;
import dev.estimator.reliability.ErasureCode;
import dev.estimator.vectors.Operations.Operation;
import java.util.Map;

/** The operations of the vectors about durability. */
final class DurabilityOperations {
    static final Map<String, Operation> ALL = Map.of(
            "drives.afr",
            DurabilityOperations::failureRate,
            "durability.erasure",
            DurabilityOperations::durability,
            "storage.erasureCode",
            DurabilityOperations::code);

    private DurabilityOperations() {}

    private static Map<String, Double> failureRate(Inputs in) {
        DriveFailures seen = DriveFailures.of(in.count("failures"), days(in.number("driveDays")));
        return Map.of("annualFailureRate", seen.annualRate().value());
    }

    private static Map<String, Double> durability(Inputs in) {
        Durability durability = Durability.of(
                schemeOf(in), Share.of(in.number("annualFailureRate")), in.time("repairTime"), in.time("year"));
        return Map.of(
                "periodLoss",
                durability.periodLoss().value(),
                "annualLoss",
                durability.lossByFixedPeriods().value(),
                "durabilityNines",
                Availability.ofUnavailability(durability.lossByFixedPeriods()).nines());
    }

    private static Map<String, Double> code(Inputs in) {
        ErasureCode code = schemeOf(in);
        return Map.of(
                "factor", code.factor().value(), "efficiency", code.efficiency().value(), "tolerated", (double)
                        code.tolerated());
    }

    private static ErasureCode schemeOf(Inputs in) {
        return ErasureCode.of(in.whole("dataShards"), in.whole("parityShards"));
    }
}
