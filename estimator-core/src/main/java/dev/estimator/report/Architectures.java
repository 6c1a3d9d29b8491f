package dev.estimator.report;

import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Units.PER_SECOND;
import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Spending;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.CallChain;
import dev.estimator.system.Architecture;
import dev.estimator.system.Flow;
import dev.estimator.system.Load;
import dev.estimator.system.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the parts of a page that show a system of components. */
final class Architectures {
    static final String UNKNOWN = "–";

    /** What every number of the column 'up' assumes. */
    private static final String INDEPENDENT =
            "up: as if instances, zones and services failed independently of each other";

    static final Value OVERLOADED =
            new Value("TimeSpan", "s", null, null, new Value.Beyond(1, "overloaded"), "overloaded");
    /** Never up in time: all instances together carry less than the peak. */
    private static final Value NEVER_ENOUGH = new Value("Availability", "share of time down", 1, null, "overloaded");

    private final Architecture architecture;
    private final List<Load> byHeadroom;
    private final List<List<Load>> fullFirst;
    private final Set<String> overloaded;
    private final List<Case> cases;

    private Architectures(Architecture architecture) {
        this.architecture = requireNonNull(architecture, "architecture");
        this.byHeadroom = architecture.byHeadroom();
        this.fullFirst = VerdictText.together(byHeadroom, Architectures::at);
        this.overloaded = architecture.loads().stream()
                .filter(Load::isOverloaded)
                .map(load -> load.component().name())
                .collect(Collectors.toSet());
        this.cases = architecture.useCases().stream().map(this::useCase).toList();
    }

    static Architectures of(Architecture architecture) {
        return new Architectures(architecture);
    }

    /** The parts about the system; a part is left out if none of its inputs was stated. */
    List<Part> parts() {
        return Stream.of(
                        Optional.of(system()),
                        Optional.of(useCases()),
                        tooSmall(),
                        fullFirst(),
                        served(),
                        lines("What is too small to replace another", architecture.tooSmallToReplace()),
                        stored(),
                        cost(),
                        notStated())
                .flatMap(Optional::stream)
                .toList();
    }

    List<Case> cases() {
        return cases;
    }

    Part system() {
        List<ComponentRow> rows = architecture.loads().stream().map(this::row).toList();
        List<Flow> flows = architecture.flows();
        List<Quantity<?>> quantities = new ArrayList<>();
        rows.forEach(row -> quantities.addAll(row.quantities()));
        flows.forEach(flow -> {
            quantities.add(flow.peak());
            flow.sent().ifPresent(quantities::add);
            flow.returned().ifPresent(quantities::add);
        });
        return new Part(
                "System",
                2,
                quantities,
                findings -> withNote(
                        new SystemBlock.Architecture(
                                rows.stream().map(row -> row.block(findings)).toList(),
                                flows.stream()
                                        .map(flow -> block(flow, findings))
                                        .toList()),
                        architecture.loads().stream().anyMatch(Architectures::isUncertain),
                        Stream.of()));
    }

    /** A table of percentiles without ranges, and what is to be said of it. */
    private static List<Block> withNote(Block table, boolean isUncertain, Stream<String> others) {
        List<String> notes = Stream.concat(Stream.of(VerdictText.BEST_P99).filter(note -> isUncertain), others)
                .toList();
        return notes.isEmpty() ? List.of(table) : List.of(table, new Block.Text(notes));
    }

    private static boolean isUncertain(Load load) {
        try {
            return load.hasLatency() && load.meanLatency().isUncertain();
        } catch (ArithmeticException isFull) {
            return false;
        }
    }

    private static SystemBlock.Flow block(Flow flow, Findings findings) {
        return new SystemBlock.Flow(
                flow.caller(),
                flow.callee(),
                flow.isFallback() ? with(findings.value(flow.peak()), "–") : findings.answer(flow.peak()),
                flow.sent().map(findings::value).orElse(null),
                flow.returned().map(findings::value).orElse(null),
                flow.isAwaited(),
                flow.isFallback());
    }

    private ComponentRow row(Load load) {
        String name = load.component().name();
        boolean isLimited = !load.resources().isEmpty() && load.peak().to(PER_SECOND) > 0;
        return new ComponentRow(
                name,
                load.peak(),
                (SystemTopics.isLimited(load) || load.hasFixedInstances()) && !isDown(load)
                        ? Optional.of(load.instances())
                        : Optional.empty(),
                isLimited ? Optional.of(load.utilization(load.resources().get(0))) : Optional.empty(),
                isLimited ? load.resources().get(0) : null,
                isLimited ? growing(load) : Optional.empty(),
                isLimited ? load.firstFull() : null,
                bestGuess(
                        () -> load.hasLatency() && !isDown(load) ? Optional.of(load.latency()) : Optional.empty(),
                        Latency::p99),
                load.hasAvailability() ? Optional.of(load.availability()) : Optional.empty(),
                overloaded.contains(name),
                cost(load),
                isFullFirst(load),
                cases.stream().anyMatch(each -> each.singlePoints.contains(name)),
                load.isFallback(),
                load.isFallback() ? takingOver(load) : List.of());
    }

    /** What the instances and times of a fallback follow from, as nothing that is shown of it does if it was bought. */
    private static List<Quantity<?>> takingOver(Load load) {
        return Stream.concat(
                        needed(load),
                        answered(() -> load.hasLatency() ? Optional.of(load.meanLatency()) : Optional.empty()))
                .toList();
    }

    /** What the instances follow from that are needed, without a name, as it is not shown. */
    static Stream<Quantity<?>> needed(Load load) {
        return answered(() -> Optional.of(load.needed().toRatio()));
    }

    private static Stream<Quantity<?>> answered(Supplier<Optional<Quantity<?>>> quantity) {
        try {
            return quantity.get().stream();
        } catch (ArithmeticException noNumberIsEnough) {
            return Stream.of();
        }
    }

    /** None of a fallback that is paid for by the request alone, as nobody knows how many come. */
    private static Optional<Money> cost(Load load) {
        return Optional.of(load)
                .filter(Load::hasCost)
                .map(paid -> paid.cost().times(MONTH))
                .filter(cost -> !load.isFallback() || Inside.value(cost) > 0);
    }

    /** How full the resource is that more traffic fills first, if it is not the fullest. */
    private static Optional<Ratio> growing(Load load) {
        return load.resources().stream()
                .skip(1)
                .filter(load.firstFull()::equals)
                .findFirst()
                .map(load::utilization);
    }

    /** Whether it is never up, though nothing is too much for it. */
    private boolean isDown(Load load) {
        return load.hasAvailability()
                && !overloaded.contains(load.component().name())
                && load.availability().unavailability().value() == 1;
    }

    private static @Nullable Value up(Optional<Availability> availability, boolean isOverloaded, Findings findings) {
        return availability
                .map(up -> isOverloaded ? NEVER_ENOUGH : bounded(findings.value(up)))
                .orElse(null);
    }

    /** More nines than a percentage has are as good as always. */
    private static Value bounded(Value up) {
        return up.main().startsWith("1 − ") && up.spread() == null
                ? with(up, VerdictText.SURE)
                : up.withText(VerdictText.countable(up.text()));
    }

    private static Value with(Value value, String text) {
        return new Value(value.type(), value.unit(), value.amount(), null, value.beyond(), text);
    }

    /** A percentile at the best guess, since its range takes long to compute; nothing if it is not known. */
    private static @Nullable Value bestGuess(
            Supplier<Optional<Latency>> latency, Function<Latency, TimeSpan> percentile) {
        Optional<Latency> known;
        try {
            known = latency.get();
        } catch (ArithmeticException isFull) {
            return OVERLOADED;
        }
        try {
            return known.map(percentile).map(Architectures::atBest).orElse(null);
        } catch (ArithmeticException isBeyondWhatIsKnown) {
            return null;
        }
    }

    private static Value atBest(TimeSpan time) {
        return Double.isInfinite(Inside.value(time)) ? OVERLOADED : Findings.usual(time);
    }

    private record ComponentRow(
            String name,
            Quantity<?> peak,
            Optional<Count> instances,
            Optional<Ratio> utilization,
            @Nullable String binding,
            Optional<Ratio> growing,
            @Nullable String firstFull,
            @Nullable Value p99,
            Optional<Availability> availability,
            boolean isOverloaded,
            Optional<Money> cost,
            boolean isBottleneck,
            boolean isSinglePoint,
            boolean isFallback,
            List<Quantity<?>> takingOver) {
        List<Quantity<?>> quantities() {
            List<Quantity<?>> all = new ArrayList<>(List.of(peak));
            all.addAll(takingOver);
            Stream.of(
                            instances,
                            utilization,
                            growing,
                            isOverloaded ? Optional.<Availability>empty() : availability,
                            cost)
                    .flatMap(Optional::stream)
                    .forEach(all::add);
            return all;
        }

        SystemBlock.Component block(Findings findings) {
            return new SystemBlock.Component(
                    name,
                    isFallback ? with(findings.value(peak), "fallback") : findings.answer(peak),
                    instances.map(findings::value).orElse(null),
                    utilization.map(findings::value).orElse(null),
                    binding,
                    growing.map(findings::value).orElse(null),
                    growing.isPresent() ? firstFull : null,
                    findings.styled(p99),
                    up(availability, isOverloaded, findings),
                    cost.map(findings::value).orElse(null),
                    isBottleneck,
                    isSinglePoint);
        }
    }

    private Stream<String> notesOfUp() {
        boolean isKnown = cases.stream().anyMatch(each -> each.availability.isPresent());
        return isKnown ? Stream.concat(Stream.of(INDEPENDENT), architecture.notesOfUp().stream()) : Stream.of();
    }

    Part useCases() {
        List<Quantity<?>> quantities = new ArrayList<>();
        cases.forEach(each -> quantities.addAll(each.quantities()));
        return new Part("Use cases", 2, quantities, findings -> {
            Block all = new SystemBlock.UseCases(
                    cases.stream().map(each -> each.block(findings)).toList());
            return withNote(all, cases.stream().anyMatch(Case::isUncertain), notesOfUp());
        });
    }

    private Case useCase(UseCase useCase) {
        String name = useCase.name();
        Optional<CallChain> chain = known(() -> architecture.chain(name));
        Supplier<Optional<Latency>> latency = () -> known(() -> architecture.latency(name));
        Value p99 = bestGuess(latency, Latency::p99);
        boolean isKnown = p99 != null && !p99.equals(OVERLOADED);
        if (isKnown && !isServed(name)) {
            isKnown = false;
            p99 = null;
        }
        return new Case(
                name,
                Inside.ofNoClock(useCase.rate()),
                Inside.ofNoClock(useCase.peak()),
                isKnown ? Optional.of(architecture.mean(name)) : Optional.empty(),
                p99 == null ? null : bestGuess(latency, Latency::p50),
                p99,
                chain,
                chain.map(calls -> architecture.availability(name)),
                chain.stream().flatMap(RedundancyText::names).anyMatch(overloaded::contains),
                chain.map(CallChain::singlePointsOfFailure).orElse(List.of()));
    }

    /** Whether any request is; figures of what nobody gets would look like those of what works. */
    private boolean isServed(String useCase) {
        return architecture.served(useCase).value() > 0;
    }

    /** The answer, or nothing if an input that it needs was not stated. */
    private static <T> Optional<T> known(Supplier<T> answer) {
        try {
            return Optional.of(answer.get());
        } catch (IllegalArgumentException notSaid) {
            return Optional.empty();
        }
    }

    /**
     * The results for one use case; those whose inputs were not stated are missing.
     *
     * @param name of the use case
     * @param rate how many requests come on average, as all rates of a system are shown
     * @param peak how many at peak
     * @param mean how long it takes on average; missing as well where it is overloaded
     * @param p50 how long half of the requests take at most, at the best guess
     * @param p99 how long 99 % of them take at most
     * @param chain what it needs
     * @param availability how much of the time it succeeds
     * @param isOverloaded whether it needs what carries less than the peak even if all of it is up
     * @param singlePoints what takes it down alone
     */
    record Case(
            String name,
            Qps rate,
            Qps peak,
            Optional<TimeSpan> mean,
            @Nullable Value p50,
            @Nullable Value p99,
            Optional<CallChain> chain,
            Optional<Availability> availability,
            boolean isOverloaded,
            List<String> singlePoints) {
        List<Quantity<?>> quantities() {
            List<Quantity<?>> all = new ArrayList<>(List.of(rate, peak));
            Stream.of(mean, isOverloaded ? Optional.<Availability>empty() : availability)
                    .flatMap(Optional::stream)
                    .forEach(all::add);
            return all;
        }

        boolean isUncertain() {
            return mean.filter(Quantity::isUncertain).isPresent();
        }

        SystemBlock.UseCase block(Findings findings) {
            return new SystemBlock.UseCase(
                    name,
                    findings.answer(rate),
                    findings.answer(peak),
                    mean.map(findings::value).orElse(p99), // without a mean, the p99 says that it is overloaded
                    findings.styled(p99),
                    up(availability, isOverloaded, findings),
                    singlePoints,
                    chain.map(CallChain::failsAloneWith).orElse(UNKNOWN));
        }
    }

    /** What more traffic fills, and what is taken as fixed though it follows from what the traffic follows from. */
    Optional<Part> fullFirst() {
        String fixed = VerdictText.fixed(architecture.loads().stream()
                .flatMap(load -> load.takenAsFixed().stream()
                        .map(need -> VerdictText.ofWhom(need, load.component().name()))));
        if (byHeadroom.isEmpty()) {
            return line("What is taken as fixed when traffic grows", fixed);
        }
        String words = VerdictText.fullFirst(fullFirst, Architectures::filled, Architectures::at)
                + (fixed.isEmpty() ? "" : "; " + fixed);
        List<Ratio> headrooms =
                fullFirst.stream().flatMap(List::stream).map(Load::headroom).toList();
        return Optional.of(Part.joined(
                "What is full first", List.of(Parts.text("", List.of(words)), Parts.answers("", headrooms))));
    }

    /** The use cases of which some requests are not served. */
    Optional<Part> served() {
        return line("What is served", architecture.notServed());
    }

    private static Optional<Part> line(String title, String line) {
        return line.isEmpty() ? Optional.empty() : Optional.of(Parts.text(title, List.of(line)));
    }

    private boolean isFullFirst(Load load) {
        return fullFirst.stream()
                .limit(1)
                .flatMap(List::stream)
                .anyMatch(one -> one.component().name().equals(load.component().name()));
    }

    /** As in ' at ×2.1' and ' already at ×0.57', after 'store (workers)'. */
    private static String at(Load load) {
        Ratio headroom = load.headroom();
        return (headroom.value() < 1 ? " already at " : " at ")
                + Findings.usual(headroom).text();
    }

    /** The component and the resource that is full, as in 'workers (threads)'. */
    static String filled(Load load) {
        String name = load.component().name();
        return load.firstFull().equals(name) ? name : name + " (" + load.firstFull() + ")";
    }

    Optional<Part> tooSmall() {
        return lines("What is too small", architecture.tooSmall());
    }

    private static Optional<Part> lines(String heading, List<String> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(Parts.text(heading, lines));
    }

    /** The bytes that components keep, one copy of each. */
    private Optional<Part> stored() {
        List<Bytes> stored = stored(architecture);
        return stored.isEmpty() ? Optional.empty() : Optional.of(Parts.answers("What is stored", stored));
    }

    static List<Bytes> stored(Architecture architecture) {
        return architecture.loads().stream()
                .flatMap(load -> load.stored().stream())
                .toList();
    }

    /** Who reads a page does not call methods. */
    List<String> notStatedLines() {
        return architecture.notStated().stream()
                .map(line -> line.replaceFirst(": (say|ask) .*", ""))
                .toList();
    }

    /** What counts as nothing, or as always up, only because it was not stated. */
    Optional<Part> notStated() {
        List<String> lines = notStatedLines();
        return lines.isEmpty() ? Optional.empty() : Optional.of(Parts.text("What was not stated", lines));
    }

    Optional<Part> cost() {
        if (!architecture.hasCost()) {
            return Optional.empty();
        }
        boolean isAnyServed = architecture.useCases().stream()
                .anyMatch(each -> each.rate().to(PER_SECOND) > 0 && isServed(each.name()));
        List<Quantity<?>> answers = new ArrayList<>(calculatedCharges());
        answers.add(architecture.cost());
        if (isAnyServed) {
            answers.add(architecture.costPerRequest());
        }
        return Optional.of(Parts.answers("Cost", answers));
    }

    /** Others stand among the assumptions. */
    private List<Spending> calculatedCharges() {
        return architecture.loads().stream()
                .flatMap(load -> load.charges().values().stream())
                .filter(charge -> !(Inside.node(charge) instanceof Node.Assumption))
                .toList();
    }
}
