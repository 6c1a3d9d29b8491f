package dev.estimator.system;

import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.internal.text.Beyond;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.util.List;
import java.util.stream.Stream;

/** What is to be said beside how much of the time components are up, where that leaves out what some cases have. */
final class UpNotes {
    private static final String BEST_NUMBER = "up at the best guess of how many instances there are";

    private UpNotes() {}

    static List<String> of(Architecture architecture) {
        List<Load> counted = architecture.loads().stream()
                .filter(load -> load.component().traits().perInstance().isPresent())
                .filter(load -> !architecture.setting().isDown(load.component()))
                .toList();
        Stream<String> ofRange = Stream.of(BEST_NUMBER)
                .filter(note ->
                        counted.stream().anyMatch(load -> load.instances().isUncertain()));
        return Stream.concat(ofRange, counted.stream().flatMap(UpNotes::overloaded))
                .toList();
    }

    /** As in 'api is overloaded in 12.2% of cases: up then means that all its instances are'. */
    private static Stream<String> overloaded(Load load) {
        if (!load.isFilled() || load.isOverloaded()) {
            return Stream.of();
        }
        Ratio busy = load.utilization();
        Figure<Share> kept = probabilityThat(busy).isAtMost(ratio(1)).figure();
        double share = 1 - kept.value().value();
        if (share < NumberCells.LEAST_CASES) {
            return Stream.of();
        }
        String words = Beyond.of(share, 1 - kept.high().value(), 1 - kept.low().value(), Resource.OVERLOADED)
                .words();
        return Stream.of(load.component().name() + " is " + words + ": up then means that all its instances are");
    }
}
