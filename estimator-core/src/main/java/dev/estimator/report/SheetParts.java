package dev.estimator.report;

import static dev.estimator.quantity.Quantities.MONTH;
import static java.util.Objects.requireNonNull;

import dev.estimator.model.CacheMemory;
import dev.estimator.model.Call;
import dev.estimator.model.CallChain;
import dev.estimator.model.Cut;
import dev.estimator.model.Quorum;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What models have to say in a design sheet. */
final class SheetParts {
    private SheetParts() {}

    static Part throughput(Traffic traffic) {
        requireNonNull(traffic, "traffic");
        List<Supplier<Quantity<?>>> rates = new ArrayList<>(
                List.of(traffic::writeQps, traffic::readQps, () -> readsPerWrite(traffic), traffic::averageQps));
        if (traffic.activeWindow().isPresent() || traffic.day().isPresent()) {
            rates.add(traffic::activeQps);
        }
        rates.add(traffic::peakQps);
        return known(rates);
    }

    /** As it was stated, if it was: a result of the same name would be told apart from it by a number. */
    private static Quantity<?> readsPerWrite(Traffic traffic) {
        return traffic.readsPerWrite()
                .map(stated -> stated.orNamed("reads per write"))
                .orElseGet(() -> readsToWrites(traffic));
    }

    private static Ratio readsToWrites(Traffic traffic) {
        Qps writes = traffic.writeQps();
        if (writes.compareTo(writes.times(0)) == 0) {
            throw new IllegalStateException("reads per write: nothing is written");
        }
        return traffic.readQps().div(writes).named("reads per write");
    }

    static Part volume(Traffic traffic) {
        return known(List.of(
                traffic::bandwidthIn, traffic::bandwidthOut, traffic::peakBandwidthIn, traffic::peakBandwidthOut));
    }

    static Part storage(Storage storage) {
        requireNonNull(storage, "storage");
        return known(List.of(storage::newPerDay, storage::objects, storage::logical, storage::physical));
    }

    static Part memory(CacheMemory cache) {
        requireNonNull(cache, "cache");
        return known(List.of(cache::memory, cache::nodes, cache::residualLoad));
    }

    /** The answers that a model has; why it lacks the others, in its own words. */
    private static Part known(List<Supplier<Quantity<?>>> questions) {
        List<Quantity<?>> answers = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Supplier<Quantity<?>> question : questions) {
            try {
                answers.add(question.get());
            } catch (IllegalStateException e) {
                missing.add("left out: " + e.getMessage());
            }
        }
        List<Part> parts = new ArrayList<>();
        if (!answers.isEmpty()) {
            parts.add(Parts.answers("", answers));
        }
        if (!missing.isEmpty()) {
            parts.add(Parts.text("", missing.stream().distinct().toList()));
        }
        return Part.joined("", parts);
    }

    static List<Quantity<?>> servers(Servers servers) {
        return Stream.concat(
                        requireNonNull(servers, "servers").limits().size() == 1
                                ? Stream.<Quantity<?>>of()
                                : servers.limitsByNeed().stream().map(servers::needed),
                        Stream.of(servers.needed(), servers.total()))
                .<Quantity<?>>map(quantity -> quantity)
                .toList();
    }

    static String binding(Servers servers) {
        return "the servers are bound by " + servers.bindingLimit()
                + servers.nextLimit().map(next -> ", then by " + next).orElse("; no other limit was set");
    }

    static String consistency(Quorum quorum) {
        String sum = "R + W = " + (requireNonNull(quorum, "quorum").readsFrom() + quorum.writesTo());
        String choice = "N = " + quorum.copies() + " copies, R = " + quorum.readsFrom() + " answer a read, W = "
                + quorum.writesTo() + " a write: ";
        return choice
                + (quorum.isStronglyConsistent()
                        ? sum + " > N, so every read sees the last write (strong consistency)"
                        : sum + " ≤ N, so a read may miss the last write (eventual consistency)");
    }

    static List<String> singlePoints(CallChain calls) {
        List<Cut> single = requireNonNull(calls, "calls").minimalCuts(1);
        List<String> ofAll = calls.singlePointsOfFailure().stream()
                .filter(name -> single.stream().noneMatch(cut -> isOfSome(cut, name)))
                .toList();
        Stream<String> all = ofAll.isEmpty()
                ? Stream.of()
                : Stream.of(String.join(", ", ofAll) + ": each alone takes the whole down");
        Stream<String> some = single.stream()
                .filter(cut -> isOfSome(cut, cut.services().get(0)))
                .map(cut -> cut.services().get(0) + ": alone takes " + cut.requests() + " of requests down");
        Stream<String> none = single.isEmpty() ? Stream.of("none: no service alone takes the whole down") : Stream.of();
        String rest = "the " + calls.costliestCall() + " costs the most time down";
        return Stream.of(none, all, some, Stream.of(rest))
                .flatMap(lines -> lines)
                .toList();
    }

    private static boolean isOfSome(Cut cut, String service) {
        return cut.services().contains(service) && cut.requests().value() < 1;
    }

    static List<String> redundancy(CallChain calls) {
        List<String> groups = calls.calls().stream().flatMap(SheetParts::groups).toList();
        return groups.isEmpty() ? List.of("none: every call is needed") : groups;
    }

    private static Stream<String> groups(Call call) {
        if (call instanceof Call.Redundant members) {
            return members.failures() == 1
                    ? Stream.of()
                    : Stream.of(members.needed() + " of " + members.members() + " is enough: " + members.name());
        }
        if (call instanceof Call.Sometimes sometimes) {
            return groups(sometimes.call());
        }
        if (!(call instanceof Call.Group group)) {
            return Stream.of();
        }
        Stream<String> inner = group.calls().stream().flatMap(SheetParts::groups);
        return group.needed() == group.calls().size()
                ? inner
                : Stream.concat(
                        Stream.of(group.needed() + " of " + group.calls().size() + " is enough: " + names(group)),
                        inner);
    }

    private static String names(Call.Group group) {
        return group.calls().stream().map(SheetParts::name).collect(Collectors.joining(", "));
    }

    private static String name(Call call) {
        if (call instanceof Call.Service service) {
            return service.name();
        }
        if (call instanceof Call.Redundant members) {
            return members.name();
        }
        return call instanceof Call.Sometimes sometimes ? name(sometimes.call()) : "(" + names((Call.Group) call) + ")";
    }

    static Part overall(CallChain calls) {
        return Parts.answers(
                "", List.of(calls.availability(), calls.downtime(MONTH).named("downtime a month")));
    }
}
