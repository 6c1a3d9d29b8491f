package dev.estimator.report;

import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Units.NANOSECONDS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Limit;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.reliability.CallChain;
import dev.estimator.system.Architecture;
import dev.estimator.system.Flow;
import dev.estimator.system.Load;
import dev.estimator.system.UseCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of a system in a design sheet, topic by topic, as far as its inputs were stated. */
final class SystemTopics {
    /** The least time that is shown: a wait that hardly ever happens has a mean too. */
    private static final double LEAST_NANOSECONDS = 1;

    private final Architecture architecture;
    private final Architectures made;
    private final List<Load> limited;
    private final List<Topics.Entry> entries = new ArrayList<>();

    private SystemTopics(Architecture architecture) {
        this.made = Architectures.of(architecture);
        this.architecture = architecture;
        this.limited = limited(architecture);
    }

    /** The loads of components whose number of instances matters. */
    static List<Load> limited(Architecture architecture) {
        return architecture.loads().stream().filter(SystemTopics::isLimited).toList();
    }

    /** Whether it has a resource that limits it, and traffic, if only in the place of what is down. */
    static boolean isLimited(Load load) {
        return !load.resources().isEmpty() && (load.peak().to(PER_SECOND) > 0 || load.isFallback());
    }

    static List<Topics.Entry> of(Architecture architecture) {
        var topics = new SystemTopics(architecture);
        topics.estimations();
        topics.goals();
        topics.deepDive();
        topics.justification();
        return topics.entries;
    }

    private void estimations() {
        entries.add(Topics.Entry.instead(Topic.THROUGHPUT, Parts.answers("", rates())));
        List<Bandwidth> bytes = bytes();
        if (!bytes.isEmpty()) {
            entries.add(Topics.Entry.instead(Topic.VOLUME, Parts.answers("", bytes)));
        }
        if (!limited.isEmpty()) {
            List<Count> instances = limited.stream()
                    .map(load -> load.instances().orNamed(load.component().name() + " instances"))
                    .toList();
            add(Topic.SERVERS, Parts.answers("", instances));
            add(Topic.SERVERS, Parts.text("", List.of("fullest in each: " + joined(limited, SystemTopics::filled))));
        }
        List<Bytes> stored = Architectures.stored(architecture);
        if (!stored.isEmpty()) {
            add(Topic.STORAGE, Parts.answers("", stored));
        }
        List<Architectures.Case> timed = timed();
        if (!timed.isEmpty()) {
            add(Topic.LATENCY, latency(timed));
        }
        made.cost().ifPresent(cost -> add(Topic.OTHER, cost));
    }

    private List<Quantity<?>> rates() {
        Optional<Qps> reads = sum(UseCase::rate, useCase -> !useCase.isWrite());
        Optional<Qps> writes = sum(UseCase::rate, UseCase::isWrite);
        List<Quantity<?>> rates = new ArrayList<>();
        reads.ifPresent(rate -> rates.add(rate.named("read rate")));
        writes.ifPresent(rate -> rates.add(rate.named("write rate")));
        if (reads.isPresent() && writes.isPresent() && writes.get().to(PER_SECOND) > 0) {
            rates.add(reads.get().div(writes.get()).named("reads to writes"));
        }
        rates.add(sum(UseCase::rate, useCase -> true).orElseThrow().named("average rate"));
        rates.add(sum(UseCase::peak, useCase -> true).orElseThrow().named("peak rate"));
        return rates;
    }

    private Optional<Qps> sum(Function<UseCase, Qps> rate, Predicate<UseCase> which) {
        return architecture.useCases().stream()
                .filter(which)
                .map(rate)
                .reduce(Qps::plus)
                .map(Inside::ofRequests);
    }

    /** The bytes between clients and the system, each way. */
    private List<Bandwidth> bytes() {
        return Stream.of(
                        sum(Flow::sent).map(bytes -> bytes.named("peak bandwidth in")),
                        sum(Flow::returned).map(bytes -> bytes.named("peak bandwidth out")))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Bandwidth> sum(Function<Flow, Optional<Bandwidth>> bytes) {
        return architecture.flows().stream()
                .filter(flow -> flow.caller().equals("clients"))
                .flatMap(flow -> bytes.apply(flow).stream())
                .reduce(Bandwidth::plus);
    }

    private static String filled(Load load) {
        return load.component().name() + " (" + String.join(", then ", load.resources()) + ")";
    }

    private List<Architectures.Case> timed() {
        return made.cases().stream().filter(each -> each.p99() != null).toList();
    }

    /** Latencies; percentiles only at the best guess, since their ranges take long to compute. */
    private static Part latency(List<Architectures.Case> timed) {
        var table = new TablePart("use case", "mean", "p50", "p99");
        timed.forEach(each -> {
            String name = each.name();
            each.mean()
                    .ifPresentOrElse(
                            mean -> table.put(name, "mean", mean),
                            () -> table.put(name, "mean", Architectures.OVERLOADED));
            Value p50 = each.p50();
            if (p50 != null) {
                table.put(name, "p50", p50);
            }
            table.put(name, "p99", requireNonNull(each.p99()));
        });
        boolean isUncertain = timed.stream().anyMatch(Architectures.Case::isUncertain);
        return noted(table, isUncertain ? "p50 and " + VerdictText.BEST_P99 : "");
    }

    /** A table with a line below it, if there is one. */
    private static Part noted(TablePart table, String note) {
        return note.isEmpty() ? table.part() : Part.joined("", List.of(table.part(), Parts.text("", List.of(note))));
    }

    private void goals() {
        List<Limit<?>> fits = architecture.fits().all();
        if (!fits.isEmpty()) {
            List<? extends Quantity<?>> used =
                    fits.stream().map(Limit::quantity).toList();
            add(
                    Topic.LIMITS,
                    Part.of(
                            "",
                            used,
                            findings -> new Block.Fits(fits.stream()
                                    .map(limit -> fit(limit, findings))
                                    .toList())));
        }
        List<String> consistency = new ArrayList<>();
        if (!architecture.caches().isEmpty()) {
            consistency.add("may serve stale data: " + String.join(", ", architecture.caches()));
        }
        List<Flow> later =
                architecture.flows().stream().filter(flow -> !flow.isAwaited()).toList();
        if (!later.isEmpty()) {
            consistency.add("done after the answer, so seen later (eventual consistency): "
                    + joined(later, flow -> flow.callee() + " (by " + flow.caller() + ")"));
        }
        if (!consistency.isEmpty()) {
            add(Topic.CONSISTENCY, Parts.text("", consistency));
        }
    }

    private List<String> redundancy(List<String> spare) {
        return Stream.concat(
                        spare.isEmpty() ? Stream.of("none: every part is needed") : spare.stream(),
                        architecture.tooSmallToReplace().stream().map(VerdictText::tooSmall))
                .toList();
    }

    private static Block.Fit fit(Limit<?> limit, Findings findings) {
        Value all = findings.plain(Inside.asUtilization(limit.bound()), null);
        String words = Parts.name(limit.quantity()) + " ≤ " + all.text();
        return Parts.fit(words, limit, findings.value(limit.quantity()), all, findings);
    }

    private void deepDive() {
        add(Topic.SYSTEM, made.system());
        add(Topic.SYSTEM, needed());
        List<String> notStated = made.notStatedLines().stream()
                .map(line -> "not stated: " + line)
                .toList();
        if (!notStated.isEmpty()) {
            add(Topic.SYSTEM, Parts.text("", notStated));
        }
        made.tooSmall().ifPresent(words -> add(Topic.BOTTLENECK, words));
        made.fullFirst().ifPresent(words -> add(Topic.BOTTLENECK, words));
        made.served().ifPresent(line -> add(Topic.BOTTLENECK, line));
        List<Architectures.Case> known =
                made.cases().stream().filter(each -> each.chain().isPresent()).toList();
        if (!known.isEmpty()) {
            add(
                    Topic.SINGLE_POINTS,
                    Parts.text(
                            "",
                            known.stream()
                                    .flatMap(each -> singlePoints(each.name(), chain(each)))
                                    .toList()));
            RedundancyText redundancy = RedundancyText.of(architecture, limited);
            Map<String, CallChain> chains = new LinkedHashMap<>();
            known.forEach(each -> chains.put(each.name(), chain(each)));
            add(Topic.REDUNDANCY, Parts.text("", redundancy(redundancy.of(chains))));
        }
        if (!limited.isEmpty()) {
            add(Topic.SCALE, ScaledTraffic.of(architecture));
        }
    }

    /** What is behind the instances that are needed, however many were stated, which multiples of the traffic show. */
    private Part needed() {
        return new Part("", 2, limited.stream().flatMap(Architectures::needed).toList(), findings -> List.of());
    }

    private static CallChain chain(Architectures.Case each) {
        return each.chain().orElseThrow();
    }

    private static Stream<String> singlePoints(String useCase, CallChain chain) {
        List<String> services = chain.singlePointsByCost();
        String words = chain.failsAloneWith();
        return Stream.of(useCase + ": " + words
                + (services.size() > 1
                        ? " take it down alone; the " + services.get(0) + " costs the most time down"
                        : " takes it down alone"));
    }

    private void justification() {
        add(Topic.COMPONENTS, components());
        add(Topic.OVERALL, made.useCases());
        List<CallChain> chains = made.cases().stream()
                .map(Architectures.Case::chain)
                .flatMap(Optional::stream)
                .toList();
        if (made.cases().stream().anyMatch(Architectures.Case::isOverloaded)) {
            add(Topic.OVERALL, Parts.text("", List.of("availability of the whole: overloaded")));
        } else if (!chains.isEmpty()) {
            add(Topic.OVERALL, Parts.answers("", overall(chains)));
        }
    }

    /** The availability of all use cases together, where shared parts count once. */
    private static List<Quantity<?>> overall(List<CallChain> chains) {
        CallChain.Builder all = CallChain.builder();
        chains.stream().flatMap(chain -> chain.calls().stream()).distinct().forEach(all::call);
        Availability availability = all.build().availability();
        return List.of(
                availability.named("availability of the whole"),
                availability.downtime(MONTH).named("downtime a month of the whole"));
    }

    /**
     * The table of components: the load of each, the load that it can carry, and its part of the mean latency of each
     * use case.
     */
    private Part components() {
        List<Load> growing = architecture.byHeadroom();
        List<Architectures.Case> timed = timed();
        var table = new TablePart("component", "at peak", "carries");
        architecture.loads().forEach(load -> {
            String name = load.component().name();
            table.row(name);
            if (load.peak().to(PER_SECOND) > 0) {
                table.put(name, "at peak", load.peak());
            }
            if (growing.contains(load)) {
                table.put(name, "carries", load.peak().times(load.headroom()).named("what " + name + " carries"));
            }
        });
        timed.forEach(each -> {
            String useCase = each.name();
            each.mean()
                    .ifPresent(mean -> architecture.contributions(useCase).forEach((name, time) -> {
                        if (time.to(NANOSECONDS) >= LEAST_NANOSECONDS) {
                            table.put(name, "mean per " + useCase, time);
                        }
                    }));
        });
        timed.forEach(each -> {
            String column = "mean per " + each.name();
            each.mean()
                    .ifPresentOrElse(
                            mean -> table.put("mean, end to end", column, mean),
                            () -> table.put("mean, end to end", column, Architectures.OVERLOADED));
        });
        return noted(table, ScaledTraffic.carried(growing));
    }

    private void add(Topic topic, Part part) {
        entries.add(Topics.Entry.of(topic, part));
    }

    static <T> String joined(List<T> all, Function<T, String> words) {
        return all.stream().map(words).collect(Collectors.joining(", "));
    }
}
