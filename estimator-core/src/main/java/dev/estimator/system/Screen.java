package dev.estimator.system;

import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Units.PER_SECOND;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.reliability.CallChain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a system as one screen of text. */
final class Screen {
    private static final String ALL = "100%";
    private static final String FALLBACK = "fallback";
    private static final String IDLE = "; a fallback takes over what is down, not what is refused";

    /** Ends of ranges that are nearer to each other, as a part of them, are read as the same. */
    private static final double LEAST_FAR = 0.02;

    private Screen() {}

    static String of(Architecture architecture) {
        List<String> parts = new ArrayList<>();
        parts.add(AlignedText.of(components(architecture)));
        parts.add(AlignedText.of(useCases(architecture))
                + NumberCells.note(List.of(architecture))
                + UpNotes.of(architecture).stream().map("\n"::concat).collect(Collectors.joining()));
        parts.add(String.join("\n", summary(architecture)));
        return String.join("\n\n", parts);
    }

    private static List<List<String>> components(Architecture architecture) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("component", "at peak", "instances", "used at peak", "p99", "up", "a month"));
        architecture.loads().forEach(load -> rows.add(row(architecture, load)));
        return rows;
    }

    private static List<String> row(Architecture architecture, Load load) {
        String name = load.component().name();
        String cost = NumberCells.text(
                () -> load.costs().isKnown() ? NumberCells.of(load.cost().times(MONTH)) : NumberCells.NONE);
        if (architecture.setting().isDown(load.component())) {
            return List.of(name, NumberCells.NONE, "down", NumberCells.NONE, NumberCells.NONE, NumberCells.NONE, cost);
        }
        return List.of(
                name,
                load.isFallback() ? FALLBACK : NumberCells.of(load.peak()),
                load.sizing().isSized() || load.hasFixedInstances()
                        ? NumberCells.text(() -> NumberCells.of(load.instances()))
                        : NumberCells.NONE,
                load.isFilled() ? NumberCells.text(() -> fullest(load)) : NumberCells.NONE,
                NumberCells.text(() -> p99(load)),
                NumberCells.text(() -> NumberCells.up(load)),
                cost);
    }

    /** The fullest resource, and that which is full first where the fullest does not grow. */
    private static String fullest(Load load) {
        return Stream.concat(load.fullness().byUtilization().stream().limit(1), load.fullness().firstFull().stream())
                .map(Resource::name)
                .distinct()
                .map(resource -> resource + " " + NumberCells.percent(load.utilization(resource)))
                .collect(Collectors.joining(", "));
    }

    private static String p99(Load load) {
        if (load.isFull(load.demand().others())) {
            return Resource.OVERLOADED;
        }
        return load.hasLatency() ? NumberCells.orNone(load.latency().p99()) : NumberCells.NONE;
    }

    private static List<List<String>> useCases(Architecture architecture) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("use case", "average", "at peak", "mean", "p99", "up", "fails alone with"));
        architecture.useCases().forEach(useCase -> rows.add(row(architecture, useCase)));
        return rows;
    }

    private static List<String> row(Architecture architecture, UseCase useCase) {
        Journey journey = architecture.of(useCase.name());
        return List.of(
                useCase.name(),
                NumberCells.of(Inside.ofNoClock(useCase.rate())),
                NumberCells.of(Inside.ofNoClock(useCase.peak())),
                NumberCells.mean(journey),
                NumberCells.p99(journey),
                NumberCells.up(journey),
                NumberCells.text(
                        () -> journey.chain().map(CallChain::failsAloneWith).orElse(NumberCells.NONE)));
    }

    private static List<String> summary(Architecture architecture) {
        List<String> lines = new ArrayList<>(
                architecture.loads().stream().flatMap(Screen::neverEnough).toList());
        if (!lines.isEmpty()) {
            return lines;
        }
        architecture.tooSmall().forEach(line -> lines.add(VerdictText.tooSmall(line)));
        architecture.tooSmallToReplace().forEach(line -> lines.add(VerdictText.tooSmall(line)));
        architecture.notStated().forEach(line -> lines.add("not stated: " + line));
        List<Load> order = architecture.byHeadroom();
        String fixed = fixed(List.of(architecture));
        if (!order.isEmpty()) {
            lines.add(
                    "first full: " + fullFirst(order, architecture.headroom()) + (fixed.isEmpty() ? "" : "; " + fixed));
        } else if (!fixed.isEmpty()) {
            lines.add(fixed);
        }
        Stream.of(served(architecture)).filter(line -> !line.isEmpty()).forEach(lines::add);
        stored(architecture).ifPresent(lines::add);
        if (architecture.hasCost()) {
            String together = architecture.useCases().size() == 1 ? "" : ", all use cases together";
            boolean isAnyServed = architecture.useCases().stream()
                    .anyMatch(each -> each.rate().to(PER_SECOND) > 0
                            && architecture.of(each.name()).answered().value() > 0);
            lines.add("cost: " + architecture.cost() + ofLost(architecture)
                    + (isAnyServed ? "; " + architecture.costPerRequest() + together : ""));
        }
        return lines;
    }

    /** What follows from what the traffic follows from, and is not in what is full first. */
    static String fixed(Collection<Architecture> systems) {
        return VerdictText.fixed(systems.stream()
                .flatMap(system -> system.loads().stream())
                .flatMap(load -> load.takenAsFixed().stream()
                        .map(need -> VerdictText.ofWhom(need, load.component().name()))));
    }

    private static String ofLost(Architecture architecture) {
        boolean isAnyLost = architecture.loads().stream()
                .anyMatch(load -> load.component().traits().paid().isPresent());
        return isAnyLost ? ", with the instances that are lost" : "";
    }

    /** The reason why no number of instances is enough. */
    private static Stream<String> neverEnough(Load load) {
        try {
            load.instances();
            return Stream.empty();
        } catch (ArithmeticException e) {
            return Stream.of(String.valueOf(e.getMessage()));
        }
    }

    /** What does not grow with traffic and is too small already, surely or in some cases. */
    static List<String> tooSmall(Architecture of) {
        return of.loads().stream()
                .filter(load -> !of.setting().isDown(load.component()))
                .flatMap(Screen::tooSmall)
                .toList();
    }

    private static Stream<String> tooSmall(Load load) {
        return load.fixed().stream().flatMap(need -> {
            Ratio used = load.utilization(need);
            Optional<String> full =
                    used.value() > 1 ? Optional.of("is " + NumberCells.percent(used) + " full") : UpNotes.full(used);
            return full
                    .map(words -> load.component().name() + " (" + need + ") " + words
                            + (load.takenAsFixed().contains(need) ? "" : " whatever the traffic"))
                    .stream();
        });
    }

    /** What was not stated although it is of other components, and what it counts as. */
    static List<String> notStated(Architecture of) {
        List<Load> loads = of.loads().stream()
                .filter(load -> load.isVisited() && !of.setting().isDown(load.component()))
                .toList();
        Predicate<Load> isAwaited = load -> of.edges().stream()
                .anyMatch(edge -> edge.isAwaited() && edge.callee().equals(load.component()));
        Predicate<Load> isTimeless = load -> of.edges().stream()
                .anyMatch(edge -> edge.isAwaited()
                        && edge.callee().equals(load.component())
                        && !edge.visit().isTaking()
                        && load.component().traits().isTimeless());
        List<String> lines = new ArrayList<>();
        add(
                lines,
                "sizes, so it is unknown how busy the network of ",
                loads.stream().filter(Screen::isNetworkUnknown),
                " is: say sending(...) or receiving(...)");
        add(
                lines,
                "instances of ",
                loads.stream().filter(Screen::isNumberUnknown),
                ", counted as one: say instances(...) or a limit such as serviceTime(...)");
        if (loads.stream().anyMatch(Load::hasLatency)) {
            add(
                    lines,
                    "time of a visit of ",
                    loads.stream().filter(isTimeless),
                    ", counted as none: say serviceTime(...) or latency(...)");
        }
        if (loads.stream().anyMatch(Load::hasAvailability)) {
            add(
                    lines,
                    "availability of ",
                    loads.stream().filter(isAwaited.and(load -> !load.hasAvailability())),
                    ", counted as always up: say upPerInstance(...) or up(...)");
            add(
                    lines,
                    "availability of the zones of ",
                    loads.stream().filter(load -> isZoneUnknown(of, load)),
                    ", counted as always up: say zones(...) of the system");
            add(
                    lines,
                    "zones of ",
                    withDependencies(of, loads).filter(load -> isInFirstZone(of, load)),
                    ", taken to stand in the first: say zones(...)");
        }
        add(
                lines,
                "zones of ",
                withDependencies(of, of.loads()).filter(load -> isDownWithFirstZone(of, load)),
                ", taken to stand in the first, which is lost, and so down: say zones(...)");
        if (of.hasCost()) {
            add(
                    lines,
                    "price of ",
                    loads.stream()
                            .filter(load -> !load.hasCost()
                                    && load.component().traits().perByte().isEmpty()),
                    ", left out of the cost: say price(...)");
            add(
                    lines,
                    "price of stored data of ",
                    loads.stream().filter(Screen::isStorageUnpriced),
                    ", taken as included in other prices: say charge(\"storage\", tb(5).times(usd(0.023).per(gb(1)).per(MONTH)))");
        }
        addBytes(lines, of, loads);
        add(
                lines,
                "calls of ",
                loads.stream().filter(load -> isAlsoFallback(of, load)),
                " while others are down, left out of the rate: ask without(...)");
        of.loads().forEach(load -> load.following().forEach((name, behind) -> lines.add(growth(load, name, behind))));
        return lines;
    }

    /** Whether it is visited though all is up, and more while something else is down. */
    private static boolean isAlsoFallback(Architecture of, Load load) {
        return of.takeovers().replacements().stream()
                .filter(Replacement::isFallback)
                .anyMatch(replacement ->
                        replacement.added().contains(load.component().name()));
    }

    /** What grows with the traffic and is not counted where all traffic is multiplied, and how to ask what then. */
    private static String growth(Load load, String what, List<String> behind) {
        String name = load.component().name();
        String both = VerdictText.inWords(behind);
        String first = behind.get(0);
        String ask = load.fixed().contains(what) ? ".utilization(\"" + what + "\")" : ".cost()";
        return "growth of " + VerdictText.ofWhom(what, name) + ", taken as fixed though it follows from " + both
                + ", as the traffic does: say "
                + (first.equals(TakenAsFixed.UNNAMED)
                        ? "assume(\"...\", ...) of that range, to ask of more of it"
                        : "load(" + (name.matches("[a-zA-Z]\\w*") ? name : "Component.named(\"" + name + "\")") + ")"
                                + ask + ".given(\"" + first
                                + "\", ...), or largest(...) of it, where you would say times(...) or headroom()");
    }

    private static void addBytes(List<String> lines, Architecture of, List<Load> loads) {
        add(
                lines,
                "size of what is returned by ",
                loads.stream().flatMap(Screen::unpriced),
                ", left out of its price per byte returned: say receiving(...)");
        add(
                lines,
                "price of bytes sent to ",
                loads.stream().filter(Screen::isUploadUnpriced),
                ", which has one only of bytes returned: say charge(...)");
        lines.addAll(UnstatedSizes.of(of));
        if (loads.stream().anyMatch(load -> load.component().traits().keepsWrites())) {
            add(
                    lines,
                    "data kept for ",
                    of.useCases().stream()
                            .filter(useCase -> useCase.isWrite()
                                    && UnstatedSizes.visited(of, useCase)
                                            .allMatch(edge -> edge.callee()
                                                    .traits()
                                                    .written()
                                                    .isEmpty())),
                    ", left out of what is stored: say writes(...)");
        }
    }

    /** Whether its number matters for its price or availability, and nobody said it or what one can do. */
    private static boolean isNumberUnknown(Load load) {
        Traits traits = load.component().traits();
        return !load.isLimited()
                && traits.instances().isEmpty()
                && traits.shards().isEmpty()
                && (traits.price().isPresent() || traits.perInstance().isPresent() || traits.zones() > 1);
    }

    /** Whether its instances are in several zones, which fail, too. */
    private static boolean isZoneUnknown(Architecture of, Load load) {
        Traits traits = load.component().traits();
        return of.setting().zone().isEmpty()
                && traits.zones() > 1
                && traits.perInstance().isPresent();
    }

    /** Whether its instances are in one of the zones of the system only because nobody said in which. */
    private static boolean isInFirstZone(Architecture of, Load load) {
        Traits traits = load.component().traits();
        return of.setting().zone().isPresent()
                && !traits.areZonesStated()
                && traits.perInstance().isPresent();
    }

    private static Stream<Load> withDependencies(Architecture of, Collection<Load> loads) {
        return loads.stream().flatMap(load -> Stream.concat(Stream.of(load), of.dependencies(load).stream()));
    }

    /** Whether that zone is lost. */
    private static boolean isDownWithFirstZone(Architecture of, Load load) {
        return of.setting().lost() > 0 && of.setting().isDown(load.component()) && isInFirstZone(of, load);
    }

    /** Whether it has a bandwidth, and nobody said how much is sent. */
    private static boolean isNetworkUnknown(Load load) {
        return load.component().traits().bandwidth().isPresent()
                && load.demand().resources().stream()
                        .noneMatch(resource -> resource.kind().isNetwork());
    }

    /** Whether it keeps data and has prices, but none of what it keeps, which would be a charge. */
    private static boolean isStorageUnpriced(Load load) {
        Traits traits = load.component().traits();
        return !traits.written().isEmpty() && load.hasCost() && traits.charges().isEmpty();
    }

    /**
     * A component whose returned bytes have a price, if nobody said how many those are, as in 'cdn'; where that was
     * said for some use cases, with the others: 'cdn for upload'.
     */
    private static Stream<String> unpriced(Load load) {
        String name = load.component().name();
        List<UseCase> unsized = unsized(load);
        if (load.component().traits().perByte().isEmpty() || unsized.isEmpty()) {
            return Stream.of();
        }
        boolean isAll = unsized.size()
                == load.demand().in().map(Edge::useCase).distinct().count();
        return Stream.of(
                isAll
                        ? name
                        : name + " for "
                                + VerdictText.inWords(
                                        unsized.stream().map(UseCase::name).toList()));
    }

    private static List<UseCase> unsized(Load load) {
        return load.demand()
                .in()
                .filter(edge -> !edge.visit().isReceiving())
                .map(Edge::useCase)
                .distinct()
                .toList();
    }

    /** Whether bytes that it returns have a price, and more are sent to it, of which nobody said one. */
    private static boolean isUploadUnpriced(Load load) {
        Traits traits = load.component().traits();
        return traits.perByte().isPresent()
                && traits.charges().isEmpty()
                && load.demand().requests(UseCase::rate).compareTo(load.demand().responses(UseCase::rate)) > 0;
    }

    private static void add(List<String> lines, String what, Stream<?> of, String then) {
        String names = of.map(one -> one instanceof Load load
                        ? load.component().name()
                        : one instanceof UseCase useCase ? useCase.name() : String.valueOf(one))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            lines.add(what + names + then);
        }
    }

    /** The use cases of which some requests are not served, and what does not change that; nothing if all are. */
    static String served(Architecture architecture) {
        String some = architecture.useCases().stream()
                .map(useCase -> served(architecture.of(useCase.name())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return some.isEmpty()
                ? ""
                : "served at peak: " + some
                        + (ofAny(architecture, Journey::isFallbackIdle) ? IDLE : "")
                        + (areSeveralFull(architecture) || ofAny(architecture, Journey::isLost)
                                ? VerdictText.STILL_LOADS
                                : "");
    }

    private static String served(Journey journey) {
        String share = NumberCells.of(journey.answered());
        String name = journey.useCase().name() + " ";
        return (" " + share).endsWith(" " + ALL) ? "" : name + NumberCells.served(journey, share);
    }

    private static boolean areSeveralFull(Architecture architecture) {
        return architecture.loads().stream().filter(Load::isRefusing).count() > 1;
    }

    private static boolean ofAny(Architecture of, Predicate<Journey> which) {
        return of.useCases().stream().map(each -> of.of(each.name())).anyMatch(which);
    }

    private static Optional<String> stored(Architecture architecture) {
        String all = architecture.loads().stream()
                .flatMap(load -> load.component().traits().written().stream()
                        .map(kept -> load.costs().words(kept) + " " + NumberCells.of(load.stored(kept.name()))
                                + " kept " + kept.kept()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? Optional.empty() : Optional.of("stored, " + Costs.ONE_COPY + ": " + all);
    }

    /** Goes on with '; whichever is first, at ×6.7 (×2 … ×9)' where that is clearly another range. */
    private static String fullFirst(List<Load> order, Ratio ofAny) {
        String words = VerdictText.fullFirst(VerdictText.together(order, Screen::at), Screen::filled, Screen::at);
        Ratio ofFirst = order.get(0).headroom();
        Simulation both = Simulation.of(ofFirst, ofAny);
        Summary<Ratio> first = both.summary(ofFirst);
        Summary<Ratio> any = both.summary(ofAny);
        return isFar(first.p5(), any.p5()) || isFar(first.p95(), any.p95())
                ? words + "; whichever is first," + at(ofAny)
                : words;
    }

    private static boolean isFar(Ratio one, Ratio other) {
        return Math.abs(other.value() / one.value() - 1) > LEAST_FAR;
    }

    private static String filled(Load load) {
        return load.component().name() + " (" + load.firstFull() + ")";
    }

    private static String at(Load load) {
        return at(load.headroom());
    }

    private static String at(Ratio headroom) {
        return " at " + NumberCells.times(headroom) + " the traffic";
    }
}
