package dev.estimator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Direction;
import dev.estimator.internal.graph.Function;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every elementary operation computes the same, to the last bit, on one number, on columns of two inputs, on a column
 * with a constant on either side, and as a step that percentiles go through; and what it computes is within its bounds.
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
    private static final Set<Function> OF_ONE =
            Set.of(Op.CEIL, Op.FLOOR, Op.COMPLEMENT, Derived.SAME, Derived.UNAVAILABILITY);
    private static final Set<Function> OF_PARTS =
            Set.of(Op.COMPLEMENT, Op.SERIES, Derived.PARALLEL, Derived.UNAVAILABILITY, Derived.LESS);

    static Stream<Function> operations() {
        return Stream.concat(Arrays.stream(Op.values()), Arrays.stream(Derived.values()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void computesTheSame(Function op) {
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

    /** Results never go the other way, so bounds and percentiles that go through are right. */
    @ParameterizedTest
    @EnumSource(Op.class)
    void goesItsWay(Op op) {
        double[] values = OF_PARTS.contains(op) ? PARTS : concatenated();
        for (double other : values) {
            for (int i = 1; i < values.length; i++) {
                for (int operand = 0; operand < (op.isOfOne() ? 1 : 2); operand++) {
                    double before = operand == 0 ? op.of(values[i - 1], other) : op.of(other, values[i - 1]);
                    double after = operand == 0 ? op.of(values[i], other) : op.of(other, values[i]);
                    boolean isFalling = op.direction(operand) == Direction.FALLING;
                    if (values[i] > values[i - 1] && !Double.isNaN(before + after)) {
                        assertThat(isFalling ? before >= after : before <= after)
                                .as(op + " in operand " + operand + " from " + values[i - 1] + " to " + values[i]
                                        + " beside " + other)
                                .isTrue();
                    }
                }
            }
        }
    }

    /** What an operation makes of a distance is the distance of what it makes, up to rounding. */
    @ParameterizedTest
    @EnumSource(Op.class)
    void stretches(Op op) {
        for (double other : new double[] {0.125, 0.5, 0.75}) {
            for (int operand = 0; operand < (op.isOfOne() ? 1 : 2); operand++) {
                double stretched = op.stretched(0.0625, operand, other);
                double at = 0.875; // and up to 0.9375, both above the other
                double found = operand == 0
                        ? op.of(at + 0.0625, other) - op.of(at, other)
                        : op.of(other, at + 0.0625) - op.of(other, at);
                if (!Double.isNaN(stretched)) {
                    assertThat(stretched).isCloseTo(Math.abs(found), within(1e-15));
                }
            }
        }
    }

    private static void compare(Function op, Kind kind, double a, double b, double expected) {
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

    private static Operation of(Function op, Kind kind, double value, Node... operands) {
        return new Operation(op, kind, value, List.of(operands));
    }

    /** As a column, within bounds, and through a chain if there is one. */
    private static void assertEqual(Function op, double expected, Operation node, Node... inputs) {
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
        if (op instanceof Op elementary && last.op() == op) {
            List<Bounds> points = node.operands().stream()
                    .map(i -> new Bounds(i.value(), i.value()))
                    .toList();
            Bounds bounds = Bounds.of(elementary, points.get(0), points.get(points.size() - 1));
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
