package dev.estimator.caching;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;

/** How objects and memory go together. */
final class CacheSize {
    private CacheSize() {}

    static Bytes memory(Count objects, Bytes perObject) {
        return objects.times(Refusal.named(perObject, "perObject", "memory of an object"))
                .named("cache memory");
    }

    static Count objects(Bytes memory, Bytes perObject) {
        return Refusal.named(memory, "memory", "cache memory")
                .div(Refusal.named(perObject, "perObject", "memory of an object"))
                .floor()
                .named("cached objects");
    }
}
