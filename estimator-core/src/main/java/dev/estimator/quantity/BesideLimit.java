package dev.estimator.quantity;

import dev.estimator.internal.engine.Distribution;
import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.Estimate;
import dev.estimator.internal.engine.Settings;
import dev.estimator.internal.graph.Direction;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.unit.Kind;
import java.util.List;

/** How likely a quantity is within a limit that is uncertain too, and may share inputs with it. */
final class BesideLimit {
    /** The rounding error of decimal numbers, which does not make one of two that are equal the larger. */
    private static final double ROUNDING = 1e-12;

    private BesideLimit() {}

    /**
     * From the law of their quotient, where there is one. What has no quotient, as beside nothing or beyond every
     * number, is compared.
     */
    static Estimate cumulative(Node quantity, Node limit, boolean isBelow, Settings settings) {
        double equal = isBelow ? 1 - ROUNDING : 1 + ROUNDING;
        try {
            return distribution(Op.DIV, quantity, limit, settings).cumulative(equal);
        } catch (ArithmeticException e) {
            return distribution(new Compared(), quantity, limit, settings).cumulative(equal);
        }
    }

    private static Distribution distribution(Function function, Node quantity, Node limit, Settings settings) {
        Node node = Trace.apply(function, Kind.RATIO, List.of(quantity, limit));
        return Engine.run(List.of(node), settings).distributions().get(0);
    }

    /** 1 if both are the same but for rounding, else less or more. */
    private record Compared() implements Function {
        private static final long serialVersionUID = 1L;

        @Override
        public double apply(double... operands) {
            double distance = operands[0] - operands[1];
            boolean isSame = operands[0] == operands[1]
                    || (Math.abs(distance) <= ROUNDING * operands[1] && Math.abs(distance) < Double.POSITIVE_INFINITY);
            return isSame ? 1 : distance < 0 ? 0 : 2;
        }

        @Override
        public String write(List<String> operands) {
            return String.join(" beside ", operands);
        }

        @Override
        public int binding() {
            return SUM;
        }

        @Override
        public int bindingOf(int operand) {
            return PRODUCT;
        }

        @Override
        public Direction direction(int operand) {
            return operand == 0 ? Direction.RISING : Direction.FALLING;
        }
    }
}
