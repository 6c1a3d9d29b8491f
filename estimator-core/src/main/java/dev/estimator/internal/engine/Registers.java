package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Program.Ref;
import dev.estimator.internal.engine.Program.Step;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Which column each step computes into: one is used again once its last reader has run, so that a long chain needs few.
 * A step that no output needs has none.
 */
final class Registers {
    private static final int NONE = -1;

    private final int[] ofStep;
    private int count;

    Registers(List<Step> steps, Ref[] outputs) {
        int[] lastUse = new int[steps.size()];
        BitSet needed = needed(steps, outputs);
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            for (int operand : steps.get(i).used()) {
                lastUse[operand] = i;
            }
        }
        for (Ref output : outputs) {
            if (!output.isConstant()) {
                lastUse[output.step()] = Integer.MAX_VALUE;
            }
        }
        ofStep = new int[steps.size()];
        Arrays.fill(ofStep, NONE);
        Deque<Integer> free = new ArrayDeque<>();
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            ofStep[i] = free.isEmpty() ? count++ : free.pop();
            for (int operand : steps.get(i).used()) {
                if (lastUse[operand] == i) {
                    free.push(ofStep[operand]);
                    lastUse[operand] = NONE; // once, also where it is both operands
                }
            }
        }
    }

    int[] ofStep() {
        return ofStep;
    }

    int count() {
        return count;
    }

    private static BitSet needed(List<Step> steps, Ref[] outputs) {
        BitSet needed = new BitSet();
        for (Ref output : outputs) {
            if (!output.isConstant()) {
                needed.set(output.step());
            }
        }
        for (int i = needed.length() - 1; i >= 0; i = needed.previousSetBit(i - 1)) {
            for (int used : steps.get(i).used()) {
                needed.set(used);
            }
        }
        return needed;
    }
}
