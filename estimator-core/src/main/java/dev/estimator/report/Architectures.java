package dev.estimator.report;

import static dev.estimator.quantity.Units.MB_PER_SECOND;
import static dev.estimator.quantity.Units.PER_SECOND;
import static java.util.Objects.requireNonNull;

import dev.estimator.model.CallChain;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Latency;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.system.Architecture;
import dev.estimator.system.Flow;
import dev.estimator.system.Load;
import dev.estimator.system.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from a system of components, as parts of a page. */
final class Architectures {
    static final String UNKNOWN = "–";

    private static final int SHOWN = 2;
    private static final Value OVERLOADED =
            new Value("TimeSpan", "s", null, null, new Value.Beyond(1, "overloaded"), "overloaded");

    private final Architecture architecture;
    private final List<Load> byHeadroom;
    private final List<Case> cases;

    private Architectures(Architecture architecture) {
        this.architecture = requireNonNull(architecture, "architecture");
        this.byHeadroom = architecture.byHeadroom();
        this.cases = architecture.useCases().stream().map(this::useCase).toList();
    }

    /** The parts that follow from it, without those of which nothing was said. */
    static List<Part> of(Architecture architecture) {
        var made = new Architectures(architecture);
        return Stream.of(Optional.of(made.system()), Optional.of(made.useCases()), made.fullFirst(), made.cost())
                .flatMap(Optional::stream)
                .toList();
    }

    private Part system() {
        List<Row> rows = architecture.loads().stream().map(this::row).toList();
        List<Flow> flows = architecture.flows();
        List<Quantity<?>> quantities = new ArrayList<>();
        rows.forEach(row -> quantities.addAll(row.quantities()));
        flows.forEach(flow -> {
            quantities.add(flow.peak());
            Stream.of(flow.sent(), flow.returned())
                    .filter(Architectures::isSomething)
                    .forEach(quantities::add);
        });
        return Part.of(
                "System",
                quantities,
                findings -> new Block.Architecture(
                        rows.stream().map(row -> row.block(findings)).toList(),
                        flows.stream().map(flow -> block(flow, findings)).toList()));
    }

    private static Block.Flow block(Flow flow, Findings findings) {
        return new Block.Flow(
                flow.caller(),
                flow.callee(),
                findings.value(flow.peak()),
                isSomething(flow.sent()) ? findings.value(flow.sent()) : null,
                isSomething(flow.returned()) ? findings.value(flow.returned()) : null,
                flow.isAwaited());
    }

    /** Bytes of which nothing was said are zero. */
    private static boolean isSomething(Bandwidth bytes) {
        return bytes.to(MB_PER_SECOND) > 0;
    }

    private Row row(Load load) {
        String name = load.component().name();
        boolean isLimited = !load.resources().isEmpty() && load.peak().to(PER_SECOND) > 0;
        return new Row(
                name,
                load.peak(),
                isLimited ? Optional.of(load.instances()) : Optional.empty(),
                isLimited ? Optional.of(load.utilization()) : Optional.empty(),
                isLimited ? load.resources().get(0) : null,
                p99(load::latency),
                load.availability(),
                load.costPerMonth(),
                !byHeadroom.isEmpty() && byHeadroom.get(0).component().name().equals(name),
                cases.stream().anyMatch(each -> each.singlePoints.contains(name)));
    }

    /** At the best guess, for the range of a percentile takes long to find. */
    private static @Nullable Value p99(Supplier<Optional<Latency>> latency) {
        try {
            return latency.get().map(Latency::p99).map(Architectures::atBest).orElse(null);
        } catch (ArithmeticException isFull) {
            return OVERLOADED;
        }
    }

    private static Value atBest(TimeSpan p99) {
        return Double.isInfinite(Findings.amount(p99)) ? OVERLOADED : Findings.plain(p99);
    }

    private record Row(
            String name,
            Quantity<?> peak,
            Optional<Count> instances,
            Optional<Ratio> utilization,
            @Nullable String binding,
            @Nullable Value p99,
            Optional<Availability> availability,
            Optional<Money> cost,
            boolean isBottleneck,
            boolean isSinglePoint) {
        List<Quantity<?>> quantities() {
            List<Quantity<?>> all = new ArrayList<>(List.of(peak));
            Stream.of(instances, utilization, availability, cost)
                    .flatMap(Optional::stream)
                    .forEach(all::add);
            return all;
        }

        Block.Component block(Findings findings) {
            return new Block.Component(
                    name,
                    findings.value(peak),
                    instances.map(findings::value).orElse(null),
                    utilization.map(findings::percentage).orElse(null),
                    binding,
                    p99,
                    availability.map(findings::value).orElse(null),
                    cost.map(findings::value).orElse(null),
                    isBottleneck,
                    isSinglePoint);
        }
    }

    private Part useCases() {
        List<Quantity<?>> quantities = new ArrayList<>();
        cases.forEach(each -> quantities.addAll(each.quantities()));
        return Part.of(
                "Use cases",
                quantities,
                findings -> new Block.UseCases(
                        cases.stream().map(each -> each.block(findings)).toList()));
    }

    private Case useCase(UseCase useCase) {
        String name = useCase.name();
        Optional<CallChain> chain = known(() -> architecture.chain(name));
        Value p99 = p99(() -> known(() -> architecture.latency(name)));
        boolean isKnown = p99 != null && !p99.equals(OVERLOADED);
        return new Case(
                useCase,
                isKnown ? Optional.of(architecture.mean(name)) : Optional.empty(),
                p99,
                chain.map(calls -> architecture.availability(name)),
                chain.map(CallChain::singlePointsOfFailure).orElse(List.of()));
    }

    /** Nothing where nothing was said that it follows from. */
    private static <T> Optional<T> known(Supplier<T> answer) {
        try {
            return Optional.of(answer.get());
        } catch (IllegalArgumentException notSaid) {
            return Optional.empty();
        }
    }

    private record Case(
            UseCase useCase,
            Optional<TimeSpan> mean,
            @Nullable Value p99,
            Optional<Availability> availability,
            List<String> singlePoints) {
        List<Quantity<?>> quantities() {
            List<Quantity<?>> all = new ArrayList<>(List.of(useCase.rate(), useCase.peak()));
            Stream.of(mean, availability).flatMap(Optional::stream).forEach(all::add);
            return all;
        }

        Block.UseCase block(Findings findings) {
            return new Block.UseCase(
                    useCase.name(),
                    findings.value(useCase.rate()),
                    findings.value(useCase.peak()),
                    mean.map(findings::value).orElse(p99), // which then is that it is overloaded
                    p99,
                    availability.map(findings::value).orElse(null),
                    singlePoints);
        }
    }

    private Optional<Part> fullFirst() {
        if (byHeadroom.isEmpty()) {
            return Optional.empty();
        }
        List<Load> first = byHeadroom.stream().limit(SHOWN).toList();
        List<String> words = first.stream()
                .map(load -> load.component() + " (" + load.firstFull() + ")")
                .toList();
        return Optional.of(Part.joined(
                "What is full first",
                List.of(
                        Parts.text("", List.of(String.join(", then ", words))),
                        Parts.answers("", first.stream().map(Load::headroom).toList()))));
    }

    private Optional<Part> cost() {
        boolean isKnown = architecture.loads().stream()
                .anyMatch(load -> load.costPerMonth().isPresent());
        return isKnown
                ? Optional.of(
                        Parts.answers("Cost", List.of(architecture.costPerMonth(), architecture.costPerRequest())))
                : Optional.empty();
    }
}
