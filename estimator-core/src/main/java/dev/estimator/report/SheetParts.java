package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.model.CacheMemory;
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
}
