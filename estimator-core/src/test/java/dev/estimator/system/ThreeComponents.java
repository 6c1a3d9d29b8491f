package dev.estimator.system;

import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;

import dev.estimator.latency.Latency;

/** An api with a cache and a store, 100 reads a second, of which everything is known without a line. */
final class ThreeComponents {
    static final Component API = component("api", 5, 99.9);
    static final Component CACHE = component("cache", 1, 99.5);
    static final Component STORE = component("store", 20, 99);

    private ThreeComponents() {}

    /** Takes as long as it says, without a line, and is up as much as it says. */
    static Component component(String name, double ms, double up) {
        return Component.named(name).latency(Latency.exponential(ms(ms))).up(percentUp(up));
    }

    static Architecture reading(Step step) {
        return Architecture.of(UseCase.read("read", qps(100), qps(300), step));
    }
}
