package dev.estimator.system;

import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Share;
import java.util.List;
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
        return Stream.of(
                        counted.stream().anyMatch(UpNotes::isOfSome) ? BEST_NUMBER : "",
                        overloaded.isEmpty() ? "" : OVERLOADED + VerdictText.inWords(overloaded))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private static boolean isOfSome(Load load) {
        return load.component().traits().perInstance().isPresent()
                && load.instances().isUncertain();
    }

    /** As in 'api in 12.2% of cases'. */
    private static Stream<String> overloaded(Load load) {
        if (!load.isFilled() || load.isOverloaded()) {
            return Stream.of();
        }
        Figure<Share> kept =
                probabilityThat(load.utilization()).isAtMost(ratio(1)).figure();
        double share = 1 - kept.value().value();
        double error = Math.max(
                kept.high().value() - kept.value().value(),
                kept.value().value() - kept.low().value());
        return share < SEEN ? Stream.of() : Stream.of(load.component().name() + " " + VerdictText.cases(share, error));
    }
}
