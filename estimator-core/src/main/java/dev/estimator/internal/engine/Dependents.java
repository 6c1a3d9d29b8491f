package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Program.Input;
import dev.estimator.internal.engine.Program.Ref;
import java.util.BitSet;
import java.util.List;

/**
 * The steps of an output by the inputs that they depend on, so that after a change of one input only those are computed
 * again.
 *
 * @param program the program with a column for each of the steps, which are its outputs, the output the last
 * @param ofInput for each input the steps that depend on it, and the input itself, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Dependents(Program program, int[][] ofInput) {
    /** Of the first output of a program. */
    static Dependents of(Program program) {
        int[] steps = program.stepsOf(program.output(0).step()).stream().toArray();
        BitSet[] dependents = new BitSet[program.leaves().size()];
        BitSet[] inputs = new BitSet[program.steps().size()];
        for (int leaf = 0; leaf < dependents.length; leaf++) {
            dependents[leaf] = new BitSet();
        }
        Ref[] all = new Ref[steps.length];
        for (int i = 0; i < steps.length; i++) {
            int step = steps[i];
            all[i] = new Ref(step, 0);
            BitSet before = new BitSet();
            if (program.steps().get(step) instanceof Input input) {
                before.set(input.leaf());
            }
            for (int operand : program.steps().get(step).used()) {
                before.or(inputs[operand]);
            }
            before.stream().forEach(leaf -> dependents[leaf].set(step));
            inputs[step] = before;
        }
        int[][] ofInput = new int[dependents.length][];
        for (int leaf = 0; leaf < ofInput.length; leaf++) {
            ofInput[leaf] = dependents[leaf].stream().toArray();
        }
        return new Dependents(program.with(List.of(), all), ofInput);
    }

    /** The number of the output among those of the program. */
    int output() {
        return program.outputCount() - 1;
    }
}
