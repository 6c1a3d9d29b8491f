package dev.estimator.quantity;

import java.util.List;

/** Finds the one step of interest from which a step of a derivation follows. */
final class CommonOrigin {
    /** It follows from no such step. */
    static final int NONE = -1;

    /** It follows from several. */
    static final int SEVERAL = -2;

    private CommonOrigin() {}

    /** The origin that the operands have in common, given the origins of all earlier steps. */
    static int of(int[] origins, List<Integer> operands) {
        int origin = NONE;
        for (int operand : operands) {
            int other = origins[operand];
            if (other != NONE && other != origin) {
                origin = origin == NONE ? other : SEVERAL;
            }
        }
        return origin;
    }
}
