package dev.estimator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Constant;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every elementary operation computes the same, to the last bit, on one number, on columns of two inputs, on a column with a constant on
 * either side, and as a step that percentiles go through; and what it computes is within its bounds.
 */
class OneMeaningTest {
    private static final double[] PARTS = {
        0, Double.MIN_VALUE, 1e-308, 1e-17, 1e-9, 0.1, 0.3, 1 / 3.0, 0.7, 1 - 0x1p-53, 1
    };
    private static final double[] NUMBERS = {
        1.5,
        2.9999999999999996,
        3,
        3.0000000000000004,
        7.1,
        49,
        120.00000000000001,
        999_999.9999999999,
        5e12,
        5e12 + 0.25,
        1e15 + 0.5,
        1e300,
        Double.MAX_VALUE
    };
    private static final Set<Op> OF_ONE = Set.of(Op.CEIL, Op.FLOOR, Op.COMPLEMENT, Op.SAME, Op.UNAVAILABILITY);
    private static final Set<Op> OF_PARTS = Set.of(Op.COMPLEMENT, Op.SERIES, Op.PARALLEL, Op.UNAVAILABILITY);

    @ParameterizedTest
    @EnumSource(Op.class)
    void computesTheSame(Op op) {
        Kind kind = OF_PARTS.contains(op) ? Kind.AVAILABILITY : Kind.RATIO;
        double[] values = OF_PARTS.contains(op) ? PARTS : concatenated();
        int compared = 0;
        for (double a : values) {
            for (double b : OF_ONE.contains(op) ? new double[] {1} : values) {
                double expected = OF_ONE.contains(op) ? op.apply(a) : op.apply(a, b);
                if (kind.dimension().allows(expected)) {
                    compared++;
                    compare(op, kind, a, b, expected);
                }
            }
        }
        assertThat(compared)
                .isGreaterThanOrEqualTo(OF_ONE.contains(op) ? values.length - 1 : values.length * values.length / 3);
    }

    private static void compare(Op op, Kind kind, double a, double b, double expected) {
        Node x = assumption("x", kind, a);
        Node y = assumption("y", kind, b);
        Node constant = new Constant(kind, b);
        if (OF_ONE.contains(op)) {
            assertEqual(op, expected, of(op, kind, expected, x), x);
            return;
        }
        assertEqual(op, expected, of(op, kind, expected, x, y), x, y);
        assertEqual(op, expected, of(op, kind, expected, x, constant), x);
        assertEqual(op, expected, of(op, kind, expected, new Constant(kind, a), y), y);
    }

    private static Operation of(Op op, Kind kind, double value, Node... operands) {
        return new Operation(op, kind, value, List.of(operands));
    }

    /** As a column, within bounds, and through a chain if there is one. */
    private static void assertEqual(Op op, double expected, Operation node, Node... inputs) {
        String what = op + " of "
                + Arrays.toString(node.operands().stream().map(Node::value).toArray());
        List<double[]> columns = new ArrayList<>();
        for (Node input : inputs) {
            columns.add(new double[] {input.value(), input.value(), input.value()});
        }
        double[][] found =
                Varied.of(List.of(node), List.of(inputs)).evaluate(columns.toArray(double[][]::new), 3, 1, done -> {});
        for (double value : found[0]) {
            assertBits(what, expected, value);
        }
        Program program = Program.of(List.of(node), Set.of(inputs));
        Chain chain = Chain.to(program, program.output(0).step());
        if (inputs.length == 1 && !chain.isEmpty()) {
            assertBits(what + " through a chain", expected, chain.apply(inputs[0].value()));
        }
        Program.Step last = program.steps().get(program.output(0).step());
        boolean isOneStep =
                last.operands().stream().allMatch(o -> program.steps().get(o).kernel() == Kernel.LEAF);
        if (last.kernel() != Kernel.LEAF && last.operands().size() == inputs.length && isOneStep) {
            List<Bounds> points = Arrays.stream(inputs)
                    .map(i -> new Bounds(i.value(), i.value()))
                    .toList();
            Bounds bounds = last.kernel().bounds(points, last.constant());
            assertThat(bounds.low()).as("bounds of " + what).isLessThanOrEqualTo(expected);
            assertThat(bounds.high()).as("bounds of " + what).isGreaterThanOrEqualTo(expected);
        }
    }

    private static void assertBits(String what, double expected, double found) {
        assertThat(Double.doubleToLongBits(found))
                .as(what + " is " + found + ", on one number " + expected)
                .isEqualTo(Double.doubleToLongBits(expected));
    }

    private static Assumption assumption(String name, Kind kind, double value) {
        return new Assumption(name, kind, value, null, Assumption.By.USER, null, null);
    }

    private static double[] concatenated() {
        double[] all = Arrays.copyOf(PARTS, PARTS.length + NUMBERS.length);
        System.arraycopy(NUMBERS, 0, all, PARTS.length, NUMBERS.length);
        return all;
    }
}
