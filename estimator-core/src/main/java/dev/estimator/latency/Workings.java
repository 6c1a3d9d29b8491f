package dev.estimator.latency;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The grids that a law is worked out with. Those that the one before needed too are taken from there: what they are
 * follows from their keys alone, to the last bit, so that no answer depends on what was asked before.
 */
final class Workings {
    private final Knots knots;
    private final Map<Object, Grid> before;
    private final Map<Object, Grid> grids = new HashMap<>();

    /** Two grids, of which a sum was made. */
    private record Pair(Grid a, Grid b) {}

    /** On a scale, with what the one before on that scale left. */
    Workings(Knots knots, Map<Object, Grid> before) {
        this.knots = knots;
        this.before = before;
    }

    /** With nothing from before. */
    static Workings none() {
        return new Workings(Knots.FINE, Map.of());
    }

    Knots knots() {
        return knots;
    }

    /** The intermediate results; not changed any more once the law is known. */
    Map<Object, Grid> grids() {
        return grids;
    }

    Grid gridOf(LatencyLaw law) {
        return law instanceof Grid grid ? grid : once(law, () -> Grid.of(knots, law));
    }

    Grid constantly(double time) {
        return Grid.constantly(knots, time);
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
