package dev.estimator.internal.engine;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Quantities as the engine sees them, and ways to run it. */
final class Models {
    private Models() {}

    static List<Node> nodes(Quantity<?>... quantities) {
        return Arrays.stream(quantities).map(q -> Inside.node(q)).toList();
    }

    static Distribution drawn(Quantity<?> quantity, int samples, long seed) {
        Settings settings = Settings.USUAL.withSamples(samples).withSeed(seed).drawingAll();
        return Engine.run(nodes(quantity), settings).distributions().get(0);
    }

    static Distribution found(Quantity<?> quantity) {
        return Engine.run(nodes(quantity), Settings.USUAL).distributions().get(0);
    }

    static boolean isWithin(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high();
    }

    /** So many assumptions that add up, each another log-normal size. */
    static Quantity<?> sumOf(int n) {
        List<Bytes> kinds = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            kinds.add(Quantities.assume(
                    "kind " + i, Quantities.between(Quantities.kb(1 + i % 7), Quantities.kb(10 + i % 11))));
        }
        return Quantities.sum(kinds.get(0), kinds.subList(1, n).toArray(Bytes[]::new));
    }
}
