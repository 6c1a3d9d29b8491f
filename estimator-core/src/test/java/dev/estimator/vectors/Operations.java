package dev.estimator.vectors;

import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.B_PER_SECOND;
import static dev.estimator.quantity.Units.MB_PER_SECOND;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;

import dev.estimator.analysis.Growth;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the library computes each operation of the vectors; outputs in 1, 1/s, s and B. */
final class Operations {
    /** One operation. */
    @FunctionalInterface
    interface Operation {
        Map<String, Double> apply(Inputs in);
    }

    private static final Map<String, Operation> BASIC = Map.ofEntries(
            // quantity
            Map.entry(
                    "bytes.parse",
                    in -> Map.of("bytes", Bytes.parse(in.text("text")).to(B))),
            Map.entry(
                    "units.convert",
                    in -> Map.of(
                            "value", Bandwidth.parse(in.written("quantity")).to(MB_PER_SECOND) * 1e6)),
            Map.entry(
                    "availability.nines",
                    in -> Map.of("nines", in.availability("availability").nines())),
            Map.entry("availability.downtime", in -> downtimes(in.availability("availability"), in.times("periods"))),
            Map.entry(
                    "availability.kOfN",
                    in -> both(in.availability("availability").atLeast(in.whole("k"), in.whole("n")))),
            Map.entry(
                    "little",
                    in -> Map.of(
                            "meanInSystem",
                            in.rate("arrivalRate").times(in.time("meanTime")).value())),
            Map.entry(
                    "transfer.time",
                    in -> Map.of(
                            "time", in.size("size").div(in.bandwidth("rate")).to(SECONDS))),
            Map.entry(
                    "traffic.bandwidth",
                    in -> Map.of(
                            "bandwidth", in.rate("rate").times(in.size("size")).to(B_PER_SECOND))),
            Map.entry(
                    "traffic.average",
                    in -> Map.of(
                            "rate", in.count("requests").per(in.time("per")).to(PER_SECOND))),
            Map.entry("growth.runway", Operations::runway),
            Map.entry("slo.errorBudget", in -> errorBudget(in.availability("objective"), in.time("window"))),
            // model
            Map.entry("servers.count", ModelOperations::servers),
            Map.entry("storage.accumulate", ModelOperations::storage),
            Map.entry("availability.system", ModelOperations::system),
            Map.entry("availability.paths", ModelOperations::paths),
            Map.entry("availability.hardDependencies", ModelOperations::hardDependencies));

    static final Map<String, Operation> ALL = Stream.of(
                    BASIC,
                    CachingOperations.ALL,
                    DurabilityOperations.ALL,
                    LatencyOperations.ALL,
                    QueueingOperations.ALL,
                    ScalabilityOperations.ALL,
                    ShardingOperations.ALL,
                    SloOperations.ALL)
            .flatMap(area -> area.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Operations() {}

    static Map<String, Double> both(Availability availability) {
        return Map.of(
                "availability",
                availability.value(),
                "unavailability",
                availability.unavailability().value());
    }

    private static Map<String, Double> downtimes(Availability availability, Map<String, TimeSpan> periods) {
        Map<String, Double> downtimes = new TreeMap<>();
        periods.forEach((name, period) ->
                downtimes.put(name, availability.downtime(period).to(SECONDS)));
        return downtimes;
    }

    private static Map<String, Double> runway(Inputs in) {
        Growth growth = Growth.compound(Share.of(in.number("monthlyGrowth")), Quantities.MONTH);
        TimeSpan runway = growth.runway(in.size("used"), in.size("capacity"));
        return Map.of("months", runway.to(Units.MONTHS));
    }

    private static Map<String, Double> errorBudget(Availability objective, TimeSpan window) {
        return Map.of(
                "budgetTime",
                objective.downtime(window).to(SECONDS),
                "budgetFraction",
                objective.unavailability().value());
    }
}
