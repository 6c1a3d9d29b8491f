package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Assumption.By;
import dev.estimator.internal.graph.Tape;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.quantity.Quantity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a component needs, and is charged, that stays as it is where all traffic is multiplied, though both follow from
 * the same.
 *
 * @param load of the component
 * @param architecture in which it is
 */
record TakenAsFixed(Load load, Architecture architecture) {
    /** A range to which nobody gave a name. */
    static final String UNNAMED = "the same range";

    /** The names of what each and the traffic follow from. */
    Map<String, List<String>> causes() {
        Map<String, List<String>> causes = new LinkedHashMap<>();
        if (load.isVisited() && !architecture.setting().isDown(load.component())) {
            load.component().traits().needs().forEach(need -> causes.put(need.name(), behindBoth(need.demand())));
        }
        load.charges().forEach((name, amount) -> causes.merge(name, behindBoth(amount), TakenAsFixed::both));
        causes.values().removeIf(List::isEmpty);
        return causes;
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** The counts and rates that the user assumed, or left open, behind both a need or a charge and the traffic. */
    private List<String> behindBoth(Quantity<?> need) {
        Set<Node> ofNeed = given(Stream.of(need));
        ofNeed.retainAll(given(architecture.useCases().stream().flatMap(each -> Stream.of(each.rate(), each.peak()))));
        return ofNeed.stream()
                .map(node -> Optional.ofNullable(node.name()).orElseGet(() -> UNNAMED))
                .distinct()
                .toList();
    }

    private static Set<Node> given(Stream<Quantity<?>> quantities) {
        Tape tape = Tape.of(quantities.map(Inside::node).toList());
        return IntStream.range(0, tape.size())
                .mapToObj(tape::node)
                .filter(node -> node.kind().dimension() == Dimension.COUNT
                        || node.kind().dimension() == Dimension.RATE)
                .filter(node -> node instanceof Node.Range || (node instanceof Assumption said && said.by() == By.USER))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
