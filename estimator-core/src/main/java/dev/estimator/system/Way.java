package dev.estimator.system;

import dev.estimator.internal.input.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a visit is made.
 *
 * @param isAwaited whether somebody waits for it
 * @param isEvery whether every instance is visited
 * @param batch how many such calls begin together
 * @param wholes the steps around it whose mean is not the sum of what they visit, the outermost first
 */
record Way(boolean isAwaited, boolean isEvery, int batch, List<Whole> wholes) {
    static final Way DIRECT = new Way(true, false, 1, List.of());

    Way asynchronous() {
        return new Way(false, isEvery, batch, wholes);
    }

    Way everyInstance() {
        return new Way(isAwaited, true, batch, wholes);
    }

    Way inBatchesOf(int calls) {
        Refusal.unless(
                (long) batch * calls <= Steps.MOST,
                "fan-outs inside each other",
                "at most " + Steps.MOST + " together",
                batch + " × " + calls);
        return new Way(isAwaited, isEvery, batch * calls, wholes);
    }

    Way within(Whole whole) {
        List<Whole> more = new ArrayList<>(wholes);
        more.add(whole);
        return new Way(isAwaited, isEvery, batch, List.copyOf(more));
    }

    /** Of what a visited component calls. */
    Way ofCalls() {
        return new Way(isAwaited, false, 1, wholes);
    }
}
