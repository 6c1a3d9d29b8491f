package dev.estimator.internal.graph;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.internal.unit.Scale;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lets the floors above read the derivation of a quantity, which its public face does not show. The class of quantities
 * sets this up once, when it is loaded.
 */
public final class Inside {
    /** What the class of quantities knows. */
    public interface Access {
        /** The derivation of a quantity. */
        Node node(Object quantity);

        /** The assumption or range that a quantity is, whatever it was named; null if it is a plain number. */
        @Nullable Node leaf(Object quantity);

        /** The quantity under its name, or under this one if it has none. */
        Object named(Object quantity, String name);

        /** The quantity that belongs to a derivation. */
        Object quantity(Node node);

        /** What a unit consists of. */
        UnitParts unit(Object unit);

        /** The quantity with another noun. */
        Object ofKind(Object quantity, Kind kind);
    }

    /**
     * What a unit consists of.
     *
     * @param dimension what it measures
     * @param scale how large it is
     */
    public record UnitParts(Dimension dimension, Scale scale) {}

    /** What the class of latencies knows. */
    public interface LatencyAccess {
        /** The latency with its parameters changed, which are quantities. */
        Object withParameters(Object latency, UnaryOperator<Object> change);

        /** The latency of a line, in which a share of the requests waits. */
        Object waiting(Object share, Object ofThose);

        /** The mean seconds of one of several requests at once where it is the one that decides, at the best guess. */
        double decides(Object latency, int part);
    }

    private static @Nullable Access access;
    private static @Nullable LatencyAccess latencyAccess;

    private Inside() {}

    public static void set(Access ofQuantities) {
        access = ofQuantities;
    }

    /** The derivation of a quantity. */
    public static Node node(Object quantity) {
        return access().node(quantity);
    }

    /** What a quantity is measured in. */
    public static Kind kind(Object quantity) {
        return node(quantity).kind();
    }

    /** The amount in the canonical unit; of an availability what is missing from 100 %. */
    public static double value(Object quantity) {
        return node(quantity).value();
    }

    /** Whether the greater number is the lower quantity; {@link Dimension#isReversed}. */
    public static boolean isReversed(Object quantity) {
        return kind(quantity).dimension().isReversed();
    }

    /** The assumption or range that a quantity is, whatever it was named; null if it is a plain number. */
    public static @Nullable Node leaf(Object quantity) {
        return access().leaf(quantity);
    }

    /** The quantity under its name, or under this one if it has none. */
    @SuppressWarnings("unchecked") // a name changes no type
    public static <Q> Q named(Q quantity, String name) {
        return (Q) access().named(quantity, name);
    }

    /** An answer with those of its inputs that are of nothing yet as those of a whole: 'p50 of service time of db'. */
    public static <Q> Q ofWhole(Q answer, String whole) {
        return node(answer) instanceof Node.Operation step ? quantity(PartOf.named(step, whole)) : answer;
    }

    /** The quantity that belongs to a derivation, which must be of the kind of {@code Q}. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the kind of the node says the type
    public static <Q> Q quantity(Node node) {
        return (Q) access().quantity(node);
    }

    /** The availability of so many equals, of which so many must be up, which may be a range. */
    public static <Q> Q atLeast(Object needed, int n, Q each) {
        return quantity(Trace.apply(new GroupUnavailability(n), Kind.AVAILABILITY, List.of(node(each), node(needed))));
    }

    /** A rate as one of requests, if nobody named of what it is. */
    public static <Q> Q ofRequests(Q rate) {
        Kind kind = kind(rate);
        return kind.isSame(Kind.EVENT_RATE) ? retyped(rate, Kind.RATE.in(kind.writtenIn())) : rate;
    }

    /** A number of servers or threads that are busy, and no number of the trips or tokens that keep them so. */
    public static <Q> Q ofNothingNamed(Q count) {
        Kind kind = kind(count);
        return kind.noun() == null ? count : ofKind(count, kind.ofThings(null));
    }

    /**
     * A number of what something has, by the noun of that: cores that are busy are no photos, though photos keep them
     * busy. Where that has no noun it keeps its own only if it is what the whole is called.
     */
    public static <Q> Q ofHad(Q needed, Q had, String name) {
        Kind kind = kind(needed);
        String noun = kind.noun();
        String one = kind(had).noun();
        boolean isOther = kind.dimension() == Dimension.COUNT && noun != null && !noun.equals(one);
        if (!isOther || (one == null && name.contains(noun))) {
            return needed;
        }
        return one == null ? ofNothingNamed(needed) : ofSame(needed, had);
    }

    /** A rate of requests that something has is one of samples, where samples are needed of it. */
    public static <Q> Q ofNeeded(Q had, Q needed) {
        boolean isOther = kind(had).isSame(Kind.RATE) && kind(needed).things().noun() != null;
        return isOther ? ofSame(had, needed) : had;
    }

    /** A quantity by the noun of another of its type, in its own unit; a rate by the clock that it was typed for. */
    public static <Q> Q ofSame(Q quantity, Q other) {
        Kind of = kind(other);
        return ofKind(
                quantity,
                of.dimension() == Dimension.RATE ? of.in(kind(quantity).writtenIn()) : of);
    }

    /**
     * A bound on messages a second is one on messages, and one on how full something is, or what it grows to, in
     * percent.
     */
    public static <Q> Q ofBounded(Q bound, Q quantity) {
        Kind of = kind(quantity);
        boolean isNumber = of.dimension() == Dimension.RATE || of.dimension() == Dimension.COUNT;
        boolean isOther =
                isNumber ? !of.isSame(kind(bound)) : of.dimension() == Dimension.RATIO && !of.equals(kind(bound));
        return isOther ? ofSame(bound, quantity) : bound;
    }

    /** A rate without the clock by which it was typed, as it stands beside rates that nobody typed. */
    public static <Q> Q ofNoClock(Q rate) {
        Kind kind = kind(rate);
        return kind.dimension() == Dimension.RATE && kind.writtenIn() != null ? ofKind(rate, kind.in(null)) : rate;
    }

    /** How full something is, in percent. */
    public static <Q> Q asUtilization(Q ratio) {
        return ofKind(ratio, Kind.UTILIZATION);
    }

    /** What its author named is one thing, by that name, of whatever noun a model takes it for. */
    @SuppressWarnings("unchecked") // a noun changes no type
    private static <Q> Q ofKind(Q rate, Kind kind) {
        return node(rate) instanceof Node.Named named && !named.kind().equals(kind)
                ? quantity(OfRequests.noted(named, kind))
                : retyped(rate, kind);
    }

    @SuppressWarnings("unchecked") // a noun changes no type
    private static <Q> Q retyped(Q rate, Kind kind) {
        return (Q) access().ofKind(rate, kind);
    }

    /** What a unit consists of. */
    public static UnitParts unit(Object unit) {
        return access().unit(unit);
    }

    /** A plain number of the type of a quantity, in binary or decimal units as that is. */
    public static <Q> Q like(Q quantity, double value) {
        return quantity(new Node.Constant(Shown.kind(node(quantity)), value));
    }

    private static Access access() {
        return Objects.requireNonNull(access, "no quantity was made yet");
    }

    public static void setLatencies(LatencyAccess ofLatencies) {
        latencyAccess = ofLatencies;
    }

    /** The latency with its parameters changed, which are quantities. */
    @SuppressWarnings("unchecked") // other parameters change no type
    public static <L> L withParameters(L latency, UnaryOperator<Object> change) {
        return (L) latencies().withParameters(latency, change);
    }

    /** The latency of a line, in which a share of the requests waits; of what only some do there is another. */
    @SuppressWarnings("unchecked") // a share of a latency is one
    public static <L> L waiting(Object share, L ofThose) {
        return (L) latencies().waiting(share, ofThose);
    }

    /** The mean seconds of one of several requests at once where it is the one that decides, at the best guess. */
    public static double decides(Object latency, int part) {
        return latencies().decides(latency, part);
    }

    private static LatencyAccess latencies() {
        return Objects.requireNonNull(latencyAccess, "no latency was made yet");
    }
}
