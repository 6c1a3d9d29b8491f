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
        needed.stream().forEach(i -> steps.get(i).used().forEach(operand -> lastUse[operand] = i));
        Arrays.stream(outputs).filter(o -> !o.isConstant()).forEach(o -> lastUse[o.step()] = Integer.MAX_VALUE);
        ofStep = new int[steps.size()];
        Arrays.fill(ofStep, NONE);
        Deque<Integer> free = new ArrayDeque<>();
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            ofStep[i] = free.isEmpty() ? count++ : free.pop();
            for (int operand : steps.get(i).used().distinct().toArray()) {
                if (lastUse[operand] == i) {
                    free.push(ofStep[operand]);
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
        Arrays.stream(outputs).filter(o -> !o.isConstant()).forEach(o -> needed.set(o.step()));
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (needed.get(i)) {
                steps.get(i).used().forEach(needed::set);
            }
        }
        return needed;
    }
}
