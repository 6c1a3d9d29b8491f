package dev.estimator.latency;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The grids that a law is worked out with. Those that the one before needed too are taken from there: what they are
 * follows from their keys alone, to the last bit, so that no answer depends on what was asked before.
 */
final class Workings {
    private final Map<Object, Grid> before;
    private final Map<Object, Grid> grids = new HashMap<>();

    /** Two grids, of which a sum was made. */
    private record Pair(Grid a, Grid b) {}

    /** With what the one before left. */
    Workings(Map<Object, Grid> before) {
        this.before = before;
    }

    /** The intermediate results; not changed any more once the law is known. */
    Map<Object, Grid> grids() {
        return grids;
    }

    Grid gridOf(LatencyLaw law) {
        return law instanceof Grid grid ? grid : once(law, () -> Grid.of(law));
    }

    Grid sum(Grid a, Grid b) {
        return once(new Pair(a, b), () -> a.plus(b));
    }

    private Grid once(Object key, Supplier<Grid> work) {
        Grid known = grids.get(key);
        if (known == null) {
            known = before.get(key);
            known = known == null ? work.get() : known;
            grids.put(key, known);
        }
        return known;
    }
}
