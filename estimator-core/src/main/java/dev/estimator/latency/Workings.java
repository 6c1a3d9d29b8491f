package dev.estimator.latency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The grids that a law is worked out with. Those that the one before needed too are taken from there: what they are
 * follows from their keys alone, to the last bit, so that no answer depends on what was asked before.
 */
final class Workings {
    private final Knots knots;
    private final List<Map<Object, Grid>> before;
    private final Map<Object, Grid> grids;

    /** Two grids, of which a sum was made. */
    private record Pair(Grid a, Grid b) {}

    /** A law on a scale. */
    private record Scaled(LatencyLaw law, Knots knots) {}

    private Workings(Knots knots, List<Map<Object, Grid>> before, Map<Object, Grid> grids) {
        this.knots = knots;
        this.before = before;
        this.grids = grids;
    }

    /** For a sum with steps: of single times it shows how far apart the knots are. */
    Workings finer() {
        return new Workings(knots.finer(), before, grids);
    }

    /**
     * With what this and the one before it left: where one parameter after another is changed and put back, all but
     * what depends on the next is found in one of the two.
     */
    Workings next() {
        List<Map<Object, Grid>> last = before.isEmpty() ? List.of(grids) : List.of(grids, before.get(0));
        return new Workings(knots, last, new HashMap<>());
    }

    /** With nothing from before. */
    static Workings none() {
        return on(Knots.FINE);
    }

    /** On a scale, with nothing from before. */
    static Workings on(Knots knots) {
        return new Workings(knots, List.of(), new HashMap<>());
    }

    Knots knots() {
        return knots;
    }

    Grid gridOf(LatencyLaw law) {
        return law instanceof Grid grid && grid.knots() == knots
                ? grid
                : once(new Scaled(law, knots), () -> madeOf(law));
    }

    private Grid madeOf(LatencyLaw law) {
        if (law instanceof TwoWayMixture either && either.isSometimes()) {
            Grid each = gridOf(either.first());
            return each.constant() == 0 ? each.sometimes(either.share()) : Grid.of(knots, law);
        }
        return Grid.of(knots, law);
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
            known = fromBefore(key);
            known = known == null ? work.get() : known;
            grids.put(key, known);
        }
        return known;
    }

    private @Nullable Grid fromBefore(Object key) {
        for (Map<Object, Grid> each : before) {
            Grid known = each.get(key);
            if (known != null) {
                return known;
            }
        }
        return null;
    }
}
