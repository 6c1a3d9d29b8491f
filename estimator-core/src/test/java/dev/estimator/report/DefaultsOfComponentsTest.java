package dev.estimator.report;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.latency.Latency;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.Step;
import dev.estimator.system.UseCase;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A default is listed with those that left it so, and of which a number on the page follows from it. */
class DefaultsOfComponentsTest {
    private static final List<Component> ALL = List.of(
            Component.named("cache").requestsPerInstance(qps(400)).needs("memory", gb(70), gb(9)),
            Component.named("pricing").requestsPerInstance(qps(300)),
            Component.named("store").requestsPerInstance(qps(200)));

    /** Of a sheet each number of instances that is needed, also where another was stated. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void target_ofThoseThatLeftIt(int components) {
        for (int said = 0; said < 1 << (2 * components); said++) {
            int bits = said;
            IntPredicate isTargetSaid = i -> ((bits >> (2 * i)) & 1) == 1;
            IntPredicate isNumberSaid = i -> ((bits >> (2 * i)) & 2) == 2;
            Step[] steps = IntStream.range(0, components)
                    .mapToObj(i -> said(ALL.get(i), isTargetSaid.test(i), isNumberSaid.test(i)))
                    .toArray(Step[]::new);
            Architecture system = Architecture.of(UseCase.read("read", qps(70), qps(900), Step.inSequence(steps)));
            assertThat(ofTarget(DesignSheet.titled("Shop").architecture(system).page(), components))
                    .isEqualTo(names(isTargetSaid.negate(), components));
            assertThat(ofTarget(Report.titled("Shop").architecture(system).page(), components))
                    .isEqualTo(names(isTargetSaid.or(isNumberSaid).negate(), components));
        }
    }

    /** It was of no one, as if the third had left it so, too. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void target_notOfWhatSaidAll(boolean isNumber) {
        Component last = isNumber
                ? ALL.get(2).instances(count(9))
                : ALL.get(2).targetUtilization(percent(55)).spares(count(2)).zones(3, 1);
        Architecture system =
                Architecture.of(UseCase.read("read", qps(70), qps(900), Step.inSequence(ALL.get(0), ALL.get(1), last)));
        assertThat(Report.titled("Shop").architecture(system).page().text())
                .contains("  cache, pricing: target utilization 70%, spares 0");
    }

    /** Where each instance has a part of its own, its target was a bare 70 %. */
    @Test
    void target_ofWhatIsVisitedInEveryInstance() {
        Component replicas = ALL.get(2).instances(count(9));
        Step write = ALL.get(1).targetUtilization(percent(55)).calling(Step.every(replicas));
        Architecture system = Architecture.of(
                UseCase.read("read", qps(70), qps(900), replicas), UseCase.write("write", qps(10), qps(20), write));
        assertThat(ofTarget(DesignSheet.titled("Shop").architecture(system).page(), 0))
                .isEqualTo("store");
    }

    /** A visit that only takes time leaves nothing at a default. */
    @Test
    void target_ofAllThatAreLimited() {
        Component mail = Component.named("mail").latency(Latency.of(ms(20)));
        Architecture system =
                Architecture.of(UseCase.read("read", qps(70), qps(900), Step.inSequence(ALL.get(0), ALL.get(1), mail)));
        assertThat(Report.titled("Shop").architecture(system).page().text()).contains("  target utilization 70%,");
    }

    private static Component said(Component component, boolean isTarget, boolean isNumber) {
        Component some = isTarget ? component.targetUtilization(percent(55)) : component;
        return isNumber ? some.instances(count(9)) : some;
    }

    private static String names(IntPredicate which, int components) {
        return IntStream.range(0, components)
                .filter(which)
                .mapToObj(i -> ALL.get(i).name())
                .collect(Collectors.joining(", "));
    }

    /** Whose target is at 70 %; of all where nobody is named. */
    private static String ofTarget(Page page, int components) {
        Matcher line = Pattern.compile("(?m)^  (?:([a-z, ]+): )?(?:[^:]*, )?target utilization 70%")
                .matcher(page.text(1_000));
        var names = new TreeSet<String>();
        while (line.find()) {
            names.add(line.group(1) == null ? names(i -> true, components) : line.group(1));
        }
        return String.join(" and ", names);
    }
}
