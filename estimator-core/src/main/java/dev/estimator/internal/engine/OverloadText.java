package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Program.Ref;
import dev.estimator.internal.engine.Program.Step;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.text.Beyond;
import dev.estimator.internal.unit.Dimension;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What is said of shares that follow from something that is overloaded in some cases. */
public final class OverloadText {
    private OverloadText() {}

    /**
     * What is said behind a share some of whose inputs are beyond every number in some cases, as one of late requests
     * is then all of them, also as a part of a sum or product: ', overloaded in 16.5% of cases'; else empty.
     */
    public static String behind(Node share) {
        Program program = Program.of(share.kind().dimension() == Dimension.SHARE ? List.of(share) : List.of());
        if (program.outputCount() == 0 || program.beyond(0).isEmpty()) {
            return "";
        }
        List<Step> further = new ArrayList<>();
        Ref inputs = inputs(program).stream()
                .reduce((a, b) -> program.append(further, Op.PLUS, a, b))
                .orElse(Ref.of(0));
        Beyond beyond = Engine.run(program.with(further, inputs), Settings.USUAL)
                .distributions()
                .get(0)
                .beyond();
        return beyond.isPossible() ? ", " + beyond.words() : "";
    }

    /** What the share is calculated from in one step, of a sum or product of shares what each of them is. */
    private static List<Ref> inputs(Program program) {
        List<Ref> inputs = new ArrayList<>();
        BitSet shares = new BitSet();
        int last = program.output(0).step();
        shares.set(last);
        for (int i = last; i >= 0; i = shares.previousSetBit(i - 1)) {
            Step step = program.steps().get(i);
            boolean isOfShares = step.op() == Op.PLUS || step.op() == Op.TIMES;
            for (Ref operand : step.operands()) {
                if (isOfShares && !operand.isConstant()) {
                    shares.set(operand.step());
                } else if (!operand.isConstant()) {
                    inputs.add(operand);
                }
            }
        }
        return inputs;
    }
}
