package dev.estimator.report;

import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.analysis.Questions;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Figure;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.Load;
import dev.estimator.system.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a multiple of the traffic needs, and how full it makes the present instances: those that were stated, else those
 * that are enough in most cases.
 */
final class ScaledTraffic {
    private static final List<Integer> FACTORS = List.of(1, 3, 10);
    private static final double ENOUGH = 95;
    private static final double NEARLY_ALL = 0.995;
    private static final double AS_GOOD_AS_ALL = 0.9995;
    private static final String COST = "cost a month";
    private static final String THERE = "there";
    private static final String AS_NOW = "taken as they are now: ";

    private final Architecture needed;
    private final Architecture there;
    private final TablePart table = new TablePart("component");

    private ScaledTraffic(Architecture architecture) {
        this.needed = architecture;
        this.there = asStated(architecture).provisioned(ENOUGH);
    }

    /** The system with what was bought as if it had been stated, so that it is not bought anew. */
    private static Architecture asStated(Architecture architecture) {
        Architecture stated = architecture;
        for (Load load : SystemTopics.limited(architecture)) {
            if (load.hasFixedInstances()) {
                stated = stated.with(load.component().instances(load.instances()));
            }
        }
        return stated;
    }

    static Part of(Architecture architecture) {
        try {
            return new ScaledTraffic(architecture).part();
        } catch (ArithmeticException notEnough) {
            return Parts.text("", List.of(String.valueOf(notEnough.getMessage())));
        }
    }

    private Part part() {
        List<Load> limited = SystemTopics.limited(there);
        limited.forEach(load -> row(load.component()));
        if (there.hasCost()) {
            FACTORS.forEach(factor -> table.putIfAnswered(
                    COST,
                    needed(factor),
                    () -> withNeeded(times(needed, factor)).cost().times(MONTH)));
            table.put(COST, THERE, there.cost().times(MONTH));
        }
        List<String> words = new ArrayList<>(FACTORS.stream().map(this::words).toList());
        words.add("needed: to stay at the target utilization; there: as stated or bought, or else enough in "
                + Math.round(ENOUGH) + "% of cases");
        String fixed = Stream.concat(
                        limited.stream().flatMap(ScaledTraffic::needs),
                        there.loads().stream().flatMap(ScaledTraffic::charges))
                .collect(Collectors.joining(", "));
        if (!fixed.isEmpty()) {
            words.add(AS_NOW + fixed);
        }
        return Part.joined("", List.of(table.part(), Parts.text("", words)));
    }

    /** On what it depends that more traffic is carried; nothing where all that limits it grows with that. */
    static String carried(List<Load> growing) {
        List<Load> filled =
                growing.stream().filter(load -> !load.fixed().isEmpty()).toList();
        return filled.isEmpty()
                ? ""
                : "'carries' is by what more traffic fills: "
                        + SystemTopics.joined(filled, Architectures::filled) + "; " + AS_NOW
                        + filled.stream().flatMap(ScaledTraffic::needs).collect(Collectors.joining(", "));
    }

    private static Stream<String> needs(Load load) {
        return load.fixed().stream().map(need -> of(need, load));
    }

    private static Stream<String> charges(Load load) {
        return load.charges().entrySet().stream()
                .map(charge -> "charge for " + of(charge.getKey(), load) + " ("
                        + Findings.usual(charge.getValue()).text() + ")");
    }

    private static String of(String what, Load load) {
        return VerdictText.ofWhom(what, load.component().name());
    }

    /** The system with the instances that it needs, in place of any that were stated or bought. */
    private static Architecture withNeeded(Architecture architecture) {
        Architecture changed = architecture;
        for (Load load : SystemTopics.limited(architecture)) {
            changed = changed.with(load.component().instances(load.needed()));
        }
        return changed;
    }

    private void row(Component component) {
        String name = component.name();
        FACTORS.forEach(factor -> table.putIfAnswered(
                name,
                needed(factor),
                () -> times(needed, factor).load(component).needed()));
        Load present = there.load(component);
        table.put(name, THERE, present.instances());
        if (!present.isFallback()) {
            FACTORS.forEach(factor -> table.put(
                    name, used(factor), times(there, factor).load(component).utilization()));
        }
    }

    private static String needed(int factor) {
        return factor == 1 ? "needed" : "needed at ×" + factor;
    }

    private static String used(int factor) {
        return factor == 1 ? "used" : "used at ×" + factor;
    }

    private static Architecture times(Architecture architecture, int factor) {
        return factor == 1 ? architecture : architecture.times(ratio(factor));
    }

    private String words(int factor) {
        Architecture then = times(there, factor);
        List<Load> full = then.byHeadroom().stream()
                .filter(load -> isAbove(load.headroom()))
                .toList();
        String traffic = "×" + factor + " the traffic ";
        if (full.isEmpty()) {
            return traffic
                    + (tooSmall(then).isEmpty()
                            ? "fits what is there" + often(then)
                            : "fits, but " + VerdictText.tooSmall(tooSmall(then)));
        }
        String served = then.useCases().stream()
                .map(UseCase::name)
                .map(name -> served(name, then.served(name)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return traffic + "overloads " + SystemTopics.joined(full, Architectures::filled)
                + (served.isEmpty() ? "" : "; served: " + served)
                + (then.notServed().endsWith(VerdictText.STILL_LOADS) ? VerdictText.STILL_LOADS : "");
    }

    /** The share of cases in which that happens, unless it is nearly all. */
    private static String often(Architecture then) {
        Stream<Ratio> growing = then.byHeadroom().isEmpty() ? Stream.of() : Stream.of(then.headroom());
        Stream<Ratio> fixed = SystemTopics.limited(then).stream()
                .flatMap(load -> load.fixed().stream().map(load::utilization))
                .filter(ScaledTraffic::mayBeFull)
                .map(ratio(1)::div);
        Optional<Ratio> room = Stream.concat(growing, fixed).reduce(Ratio::min);
        if (room.isEmpty()) {
            return "";
        }
        Figure<Share> figure =
                Questions.probabilityThat(room.get()).isAtLeast(ratio(1)).figure();
        double fits = figure.value().value();
        double error =
                Math.max(figure.high().value() - fits, fits - figure.low().value());
        return fits < NEARLY_ALL ? " " + VerdictText.cases(fits, error) : "";
    }

    /** Of what is never full, or as good as never, the share is not drawn together with that of others. */
    private static boolean mayBeFull(Ratio used) {
        return used.isUncertain()
                && Questions.probabilityThat(used)
                                .isAtMost(ratio(1))
                                .figure()
                                .value()
                                .value()
                        < AS_GOOD_AS_ALL;
    }

    /** The resources that do not depend on traffic, and are too small already. */
    private static String tooSmall(Architecture then) {
        return SystemTopics.limited(then).stream()
                .filter(load -> load.utilization().value() > 1)
                .map(load -> load.component().name() + " (" + load.resources().get(0) + ")")
                .collect(Collectors.joining(", "));
    }

    private static boolean isAbove(Ratio headroom) {
        return headroom.value() < 1;
    }

    private static String served(String useCase, Share share) {
        boolean isMost = String.valueOf(share.name()).endsWith(VerdictText.AT_MOST);
        return share.value() < 1 ? (isMost ? "at most " : "") + share + " of " + useCase : "";
    }
}
