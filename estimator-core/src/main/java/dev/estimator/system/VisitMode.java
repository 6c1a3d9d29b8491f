package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a visit is made.
 *
 * @param isAwaited whether somebody waits for it
 * @param isEvery whether every instance is visited
 * @param batch how many such calls begin together
 * @param wholes the steps around it whose mean is not the sum of what they visit, the outermost first
 */
record VisitMode(boolean isAwaited, boolean isEvery, int batch, List<NonAdditiveStep> wholes) implements Serializable {
    static final VisitMode DIRECT = new VisitMode(true, false, 1, List.of());

    VisitMode asynchronous() {
        return new VisitMode(false, isEvery, batch, wholes);
    }

    VisitMode everyInstance() {
        return new VisitMode(isAwaited, true, batch, wholes);
    }

    VisitMode inBatchesOf(int calls) {
        Refusal.unless(
                (long) batch * calls <= StepSums.MOST,
                "fan-outs inside each other",
                "at most " + StepSums.MOST + " together",
                batch + " × " + calls);
        return new VisitMode(isAwaited, isEvery, batch * calls, wholes);
    }

    VisitMode within(NonAdditiveStep whole) {
        List<NonAdditiveStep> more = new ArrayList<>(wholes);
        more.add(whole);
        return new VisitMode(isAwaited, isEvery, batch, List.copyOf(more));
    }

    /**
     * The outermost step around it of which nothing inside is known alone, or else the name of what is visited.
     *
     * @param known the parts of means that are known already
     */
    Object part(String name, Map<Step, List<TimeSpan>> known, Architecture in) {
        for (NonAdditiveStep whole : wholes) {
            if (whole.isWhole(known, in)) {
                return whole;
            }
        }
        return name;
    }

    /** Of what a visited component calls. */
    VisitMode ofCalls() {
        return new VisitMode(isAwaited, false, 1, wholes);
    }
}
