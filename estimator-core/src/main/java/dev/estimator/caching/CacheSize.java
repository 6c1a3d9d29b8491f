package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;

/** How objects and memory go together. */
final class CacheSize {
    private CacheSize() {}

    static Bytes memory(Count objects, Bytes perObject) {
        return objects.times(requireNonNull(perObject, "perObject").orNamed("memory of an object"))
                .named("cache memory");
    }

    static Count objects(Bytes memory, Bytes perObject) {
        return requireNonNull(memory, "memory")
                .orNamed("cache memory")
                .div(requireNonNull(perObject, "perObject").orNamed("memory of an object"))
                .floor()
                .named("cached objects");
    }
}
