package dev.estimator.system;

import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of one component by another, in one place of one use case.
 *
 * @param caller who calls; null for clients
 * @param callee who is called
 * @param useCase in which
 * @param often how often for each request; null is once
 * @param way how it is called
 * @param visit what is sent and called
 */
record Edge(
        @Nullable Component caller,
        Component callee,
        UseCase useCase,
        @Nullable Ratio often,
        VisitMode way,
        Visit visit) {
    boolean isEvery() {
        return way.isEvery();
    }

    boolean isAwaited() {
        return way.isAwaited();
    }

    /** Whether it leaves what its component writes. */
    boolean isWrite() {
        return useCase.isWrite() && !visit.isReadOnly();
    }

    Qps peak() {
        return rate(useCase.peak());
    }

    Qps rate(Qps requests) {
        return often == null ? requests : useCase.at(callee, requests, often);
    }

    /** The bytes that one called instance receives or returns; empty if nobody said their size. */
    Optional<Bandwidth> bytes(
            Function<UseCase, Qps> entry, BiFunction<Visit, Architecture, Optional<Bytes>> size, Architecture in) {
        return size.apply(visit, in).map(each -> rate(entry.apply(useCase)).times(each));
    }

    /** The bytes on some edges; to or from every instance as often as there are instances. */
    static Optional<Bandwidth> bytes(
            Stream<Edge> edges,
            Function<UseCase, Qps> entry,
            BiFunction<Visit, Architecture, Optional<Bytes>> size,
            Architecture in) {
        return edges.flatMap(edge -> edge
                        .bytes(entry, size, in)
                        .map(each -> edge.isEvery()
                                ? each.times(in.load(edge.callee).members().toRatio())
                                : each)
                        .stream())
                .reduce(Bandwidth::plus);
    }

    /** Whether the size of what is sent or returned was stated. */
    boolean hasBytes() {
        return visit.isSending() || visit.isReceiving();
    }

    /** Whether one of its ends has a bandwidth, which what is sent and returned takes a part of. */
    boolean isOfLimitedBandwidth() {
        return callee.traits().bandwidth().isPresent()
                || (caller != null && caller.traits().bandwidth().isPresent());
    }

    String callerName() {
        return caller == null ? "clients" : caller.name();
    }
}
