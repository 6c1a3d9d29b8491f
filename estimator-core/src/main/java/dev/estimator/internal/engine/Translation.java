package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Program.Ref;
import dev.estimator.internal.engine.Program.Step;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Op;
import java.util.List;

/** From the functions of a derivation to steps over columns; constants become part of the step where they can. */
record Translation(java.util.function.Function<Step, Ref> adder) {
    /** The function of operands of which one at least is no constant. */
    Ref of(Function function, List<Ref> operands) {
        return function instanceof Op op ? elementary(op, operands) : step(Kernel.CALL, 0, function, operands);
    }

    private Ref elementary(Op op, List<Ref> operands) {
        Ref a = operands.get(0);
        Ref b = operands.size() > 1 ? operands.get(1) : a;
        return switch (op) {
            case PLUS -> commutative(Kernel.PLUS, Kernel.PLUS_CONSTANT, a, b);
            case TIMES, PARALLEL -> commutative(Kernel.TIMES, Kernel.TIMES_CONSTANT, a, b);
            case DIV -> quotient(a, b);
            case MINUS -> step(Kernel.MINUS, 0, null, List.of(a, b));
            case MAX -> step(Kernel.MAX, 0, null, List.of(a, b));
            case MIN -> step(Kernel.MIN, 0, null, List.of(a, b));
            case SERIES -> step(Kernel.SERIES, 0, null, List.of(a, b));
            case CEIL -> step(Kernel.CEIL, 0, null, List.of(a));
            case FLOOR -> step(Kernel.FLOOR, 0, null, List.of(a));
            case COMPLEMENT -> step(Kernel.COMPLEMENT, 0, null, List.of(a));
            case SAME, UNAVAILABILITY -> a;
            case UP -> quotient(Ref.of(1), commutative(Kernel.PLUS, Kernel.PLUS_CONSTANT, quotient(a, b), Ref.of(1)));
        };
    }

    private Ref commutative(Kernel columns, Kernel withConstant, Ref a, Ref b) {
        if (a.isConstant() || b.isConstant()) {
            Ref constant = a.isConstant() ? a : b;
            Ref column = a.isConstant() ? b : a;
            return step(withConstant, constant.constant(), null, List.of(column));
        }
        return step(columns, 0, null, List.of(a, b));
    }

    private Ref quotient(Ref a, Ref b) {
        if (b.isConstant()) {
            return step(Kernel.DIV_CONSTANT, b.constant(), null, List.of(a));
        }
        return a.isConstant()
                ? step(Kernel.CONSTANT_DIV, a.constant(), null, List.of(b))
                : step(Kernel.DIV, 0, null, List.of(a, b));
    }

    private Ref step(
            Kernel kernel, double constant, @org.jspecify.annotations.Nullable Function function, List<Ref> operands) {
        List<Integer> columns = operands.stream().map(this::column).toList();
        return adder.apply(new Step(kernel, columns, constant, function));
    }

    private int column(Ref ref) {
        return ref.isConstant()
                ? adder.apply(new Step(Kernel.FILL, List.of(), ref.constant(), null))
                        .step()
                : ref.step();
    }
}
