package dev.estimator.reliability;

import dev.estimator.reliability.Call.CacheAside;
import dev.estimator.reliability.Call.Group;
import dev.estimator.reliability.Call.InZones;
import dev.estimator.reliability.Call.Redundant;
import dev.estimator.reliability.Call.Service;
import dev.estimator.reliability.Call.Sometimes;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The depth and size of nested calls. Both are checked whenever calls are made, so later traversals may be recursive.
 *
 * @param depth how many calls are around the innermost
 * @param size how many calls there are, written out
 */
record CallNesting(int depth, long size) {
    private static final int DEEPEST = 100;
    private static final int LARGEST = 100_000;

    /** Refuses calls that are too deep or too many. */
    static void require(List<Call> calls) {
        IdentityHashMap<Call, CallNesting> known = new IdentityHashMap<>();
        CallNesting extent = ofAll(calls, known);
        if (extent.depth > DEEPEST || extent.size > LARGEST) {
            throw new IllegalArgumentException(
                    "calls must be nested at most 100 deep and be at most 100,000 but are nested "
                            + extent.depth + " deep and are " + extent.size
                            + ": write calls in a row as one inSequence(a, b, ...), and equal instances as atLeast(needed, n, name, each)");
        }
    }

    private static CallNesting ofAll(List<Call> calls, IdentityHashMap<Call, CallNesting> known) {
        int depth = 0;
        long size = 1;
        for (Call call : calls) {
            CallNesting its = of(call, known);
            depth = Math.max(depth, its.depth + 1);
            size += its.size;
        }
        return new CallNesting(depth, size);
    }

    private static CallNesting of(Call call, IdentityHashMap<Call, CallNesting> known) {
        if (call instanceof Service || call instanceof Redundant) {
            return new CallNesting(0, 1);
        }
        CallNesting old = known.get(call);
        if (old != null) {
            return old;
        }
        CallNesting extent = ofAll(inside(call), known);
        known.put(call, extent);
        return extent;
    }

    private static List<Call> inside(Call call) {
        if (call instanceof Group group) {
            return group.calls();
        }
        if (call instanceof InZones instances) {
            return instances.zones();
        }
        return call instanceof CacheAside look
                ? List.of(look.cache(), look.store())
                : List.of(((Sometimes) call).call());
    }

    /** The name of the first service in a call, which stands for the call. */
    static String label(Call call) {
        if (call instanceof Service service) {
            return service.name();
        }
        if (call instanceof Redundant redundant) {
            return redundant.name();
        }
        if (call instanceof InZones instances) {
            return instances.name();
        }
        return label(inside(call).get(0));
    }
}
