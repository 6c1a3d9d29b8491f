package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Program.Calculation;
import dev.estimator.internal.engine.Program.Ref;
import dev.estimator.internal.engine.Program.Step;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.range.Gauss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** How likely something is full, from the law of its load where that has one. */
final class OverloadLaw {
    private static final double HALF = 0.5;

    /** Of loads that are drawn, the part up to where their tail is looked at. */
    private static final double RARELY_ABOVE = 0.999;

    /** What the few draws beyond that tell of a tail may be half of the truth. */
    private static final double OF_FEW_DRAWS = 2;

    private final Program program;
    private final Settings settings;
    private final List<Step> further = new ArrayList<>();
    private final List<Ref> busy = new ArrayList<>();

    OverloadLaw(Program program, Settings settings) {
        this.program = program;
        this.settings = settings;
    }

    /**
     * The probability that an output is finite, where it is infinite in just those cases in which something is full,
     * which the same draws show, and the load of that has a law: the law is asked instead of draws. Of several such
     * things one has to be full so much more often than all others that they add no more than draws may be off.
     */
    Estimate finite(int output, Estimate drawn) {
        BitSet needed = program.stepsOf(program.output(output).step());
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            if (program.steps().get(i) instanceof Calculation step) {
                addBusy(step);
            }
        }
        return busy.isEmpty() ? drawn : finite(busy.toArray(new Ref[0]), drawn);
    }

    private Estimate finite(Ref[] loads, Estimate drawn) {
        var dividing = new Engine(program.with(further, loads), settings);
        double[][] columns = dividing.drawn(settings.perReplicate(), loads);
        double rows = columns[0].length;
        long full = full(columns);
        if (full == 0 || !(Math.abs(full - (1 - drawn.value()) * rows) < HALF)) {
            return drawn;
        }
        double all = 0;
        double most = 0;
        for (int k = 0; k < loads.length; k++) {
            Distribution known = dividing.undrawn(k, true);
            if (known == null) {
                all += OF_FEW_DRAWS * Math.max(full(columns[k]) / rows, tail(new SampleCore(columns[k])));
            } else {
                double each = 1 - known.cumulative(Math.nextDown(1)).value();
                all += each;
                most = Math.max(most, each);
            }
        }
        double others = all - most;
        return others < Math.min(most, drawn.high() - drawn.low())
                ? new Estimate(1 - most, 1 - all, 1 - most, others == 0)
                : drawn;
    }

    /** In how many draws some of the loads are full. */
    private static long full(double[]... loads) {
        return IntStream.range(0, loads[0].length)
                .filter(row -> Arrays.stream(loads).anyMatch(load -> load[row] >= 1))
                .count();
    }

    /** What is full from one on: the load of servers over their number, or what has no end just from there on. */
    private void addBusy(Calculation step) {
        Ref first = step.operands().get(0);
        Ref last = step.operands().get(step.operands().size() - 1);
        if (step.op() == Op.MINUS
                && !last.isConstant()
                && program.steps().get(last.step()) instanceof Calculation least
                && least.op() == Op.MIN
                && least.operands().contains(first)) {
            int other = least.operands().get(0).equals(first) ? 1 : 0;
            busy.add(program.append(further, Op.DIV, least.operands().get(other), first));
        } else if (step.operands().size() == 1
                && !step.function().beyond().isEmpty()
                && step.function().apply(1) == Double.POSITIVE_INFINITY
                && step.function().apply(Math.nextDown(1)) < Double.POSITIVE_INFINITY) {
            busy.add(first);
        }
    }

    /** How likely a drawn load is above all that was drawn, if that has the tail of a product of usual ranges. */
    private static double tail(SampleCore load) {
        Estimate[] seen = load.quantiles(HALF, RARELY_ABOVE);
        double median = seen[0].value();
        double far = Math.log(1 / median) / Math.log(seen[1].value() / median);
        return median < 1 ? Gauss.cumulative(-far * Gauss.quantile(RARELY_ABOVE)) : 1;
    }
}
