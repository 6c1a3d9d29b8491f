package dev.estimator.vectors;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Units;
import dev.estimator.slo.BurnRate;
import dev.estimator.slo.Slo;
import dev.estimator.vectors.Operations.Operation;
import java.util.Map;

/** The operations of the vectors about service levels. */
final class SloOperations {
    static final Map<String, Operation> ALL = Map.of(
            "slo.burnRateForBudget", SloOperations::burnRateForBudget,
            "slo.timeToExhaustion", SloOperations::timeToExhaustion);

    private SloOperations() {}

    private static Map<String, Double> burnRateForBudget(Inputs in) {
        BurnRate burn = BurnRate.ofBudget(slo(in), Share.of(in.number("budgetFraction")), in.time("alertWindow"));
        return Map.of("burnRate", burn.rate().value());
    }

    private static Map<String, Double> timeToExhaustion(Inputs in) {
        BurnRate burn = BurnRate.of(slo(in), Ratio.of(in.number("burnRate")));
        return Map.of("time", burn.timeToExhaustion().to(Units.SECONDS));
    }

    /** The answers are the same for any objective. */
    private static Slo slo(Inputs in) {
        return Slo.of(Availability.of(0.999), in.time("window"));
    }
}
