package dev.estimator.system;

import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.reliability.Call;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is to be said beside how much of the time components are up, where that leaves out what some cases have. */
final class UpNotes {
    private static final String BEST_NUMBER = "up at the best guess of how many instances there are";

    private static final String OVERLOADED = "up leaves out overload: ";

    /** What is rarer than that is beyond the ends of a range. */
    private static final double SEEN = 0.05;

    private UpNotes() {}

    static List<String> of(Architecture architecture) {
        List<Load> counted = architecture.loads().stream()
                .filter(load ->
                        load.hasAvailability() && !architecture.setting().isDown(load.component()))
                .toList();
        List<String> overloaded = counted.stream().flatMap(UpNotes::overloaded).toList();
        return Stream.concat(
                        Stream.of(
                                counted.stream().anyMatch(UpNotes::isOfSome) ? BEST_NUMBER : "",
                                overloaded.isEmpty() ? "" : OVERLOADED + VerdictText.inWords(overloaded)),
                        zones(counted))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    /** As in 'up needs 2 of 3 zones, planned for the loss of 1, though fewer may carry the peak: api and store'. */
    private static Stream<String> zones(List<Load> counted) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        counted.stream()
                .flatMap(load -> load.call(load.component().name(), 1).stream())
                .flatMap(call -> call instanceof Call.Group all ? all.calls().stream() : Stream.of(call))
                .forEach(call -> {
                    if (call instanceof Call.InZones of && isStricter(of)) {
                        names.computeIfAbsent(
                                        of.zonesNeeded() + " of " + of.zones().size()
                                                + " zones, planned for the loss of " + of.zonesThatMayFail(),
                                        key -> new LinkedHashSet<>())
                                .add(of.name());
                    }
                });
        return names.entrySet().stream()
                .map(rule -> "up needs " + rule.getKey() + ", though fewer may carry the peak: "
                        + VerdictText.inWords(List.copyOf(rule.getValue())));
    }

    /** Whether one zone less than was planned for would have enough instances. */
    private static boolean isStricter(Call.InZones of) {
        int all = of.zones().size();
        int planned = all - of.zonesThatMayFail();
        return of.zonesThatMayFail() > 0
                && of.zonesNeeded() == planned
                && of.needed().value() <= (planned - 1) * (of.members() / all);
    }

    private static boolean isOfSome(Load load) {
        return load.component().traits().perInstance().isPresent()
                && load.instances().isUncertain();
    }

    /** As in 'api in 12.2% of cases'. */
    private static Stream<String> overloaded(Load load) {
        return load.isFilled() && !load.isOverloaded()
                ? full(load.utilization()).map(cases -> load.component().name() + " " + cases).stream()
                : Stream.of();
    }

    /** As in 'in 12.2% of cases', if something is full in more than one case of twenty. */
    static Optional<String> full(Ratio utilization) {
        Figure<Share> kept = probabilityThat(utilization).isAtMost(ratio(1)).figure();
        double share = 1 - kept.value().value();
        double error = Math.max(
                kept.high().value() - kept.value().value(),
                kept.value().value() - kept.low().value());
        return share < SEEN ? Optional.empty() : Optional.of(VerdictText.cases(share, error));
    }
}
