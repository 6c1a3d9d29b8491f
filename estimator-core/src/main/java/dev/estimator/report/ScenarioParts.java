package dev.estimator.report;

import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.system.Architecture;
import dev.estimator.system.Load;
import dev.estimator.system.SystemScenarios;
import dev.estimator.system.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of what-ifs of a system: for each the component that is full first, the headroom, the traffic that is not
 * served, and the cost.
 */
final class ScenarioParts {
    private ScenarioParts() {}

    static Part of(SystemScenarios scenarios) {
        List<Part> parts = new ArrayList<>();
        scenarios.systems().forEach((name, system) -> parts.addAll(of(name, system)));
        return Part.joined("Scenarios", parts);
    }

    private static List<Part> of(String name, Architecture system) {
        try {
            List<Load> order = system.byHeadroom();
            String first = order.stream()
                    .findFirst()
                    .map(load -> load.component().name() + " (" + load.firstFull() + ") full first")
                    .orElse("nothing is limited");
            return List.of(
                    Parts.text("", List.of(name + ": " + first)),
                    Parts.answers(
                            "",
                            Stream.of(order.stream().limit(1).map(Load::headroom), notCarried(system), cost(system))
                                    .<Quantity<?>>flatMap(answers -> answers)
                                    .map(answer -> answer.named(answer.name() + ", " + name))
                                    .toList()));
        } catch (ArithmeticException noAnswer) {
            return List.of(Parts.text("", List.of(name + ": " + noAnswer.getMessage())));
        }
    }

    private static Stream<Share> notCarried(Architecture system) {
        return system.useCases().stream().map(UseCase::name).map(system::served).filter(share -> share.value() < 1);
    }

    private static Stream<Quantity<?>> cost(Architecture system) {
        return system.hasCost() ? Stream.of(system.cost()) : Stream.of();
    }
}
