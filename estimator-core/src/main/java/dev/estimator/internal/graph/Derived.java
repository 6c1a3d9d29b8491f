package dev.estimator.internal.graph;

import java.util.List;

/**
 * Operations that are written in a way of their own and computed by elementary ones. Availabilities are computed on
 * their complements, 1 − A.
 */
public enum Derived implements Function {
    /** The same number seen as another kind of quantity: a ratio of 0.2 as a share. */
    SAME("{0}", SUM, SUM, SUM),
    /** The complement of an availability, which is how it is held. */
    UNAVAILABILITY("1 − {0}", SUM, PRODUCT, SUM),
    /** One must be up: 1 − (1 − A₁) × (1 − A₂). */
    PARALLEL("1 − (1 − {0}) × (1 − {1})", SUM, PRODUCT, PRODUCT),
    /** Up and down by turns: of the time down the whole is 1 + up ÷ down, which has each of them once. */
    UP("{0} ÷ ({0} + {1})", PRODUCT, PRODUCT, SUM),
    /** A quantity and a part of it: rate + 10%. */
    MORE("{0} + {1}", SUM, PRODUCT, PRODUCT),
    /** A quantity without a part of it: rate − 10%. */
    LESS("{0} − {1}", SUM, PRODUCT, PRODUCT);

    /**
     * Where elementary operations are put together.
     *
     * @param <V> what stands for a value there
     */
    public interface Steps<V> {
        V number(double value);

        V of(Op op, V a, V b);
    }

    private static final Steps<Double> NUMBERS = new Steps<>() {
        @Override
        public Double number(double value) {
            return value;
        }

        @Override
        public Double of(Op op, Double a, Double b) {
            return op.of(a, b);
        }
    };

    private final String template;
    private final int binding;
    private final int left;
    private final int right;

    Derived(String template, int binding, int left, int right) {
        this.template = template;
        this.binding = binding;
        this.left = left;
        this.right = right;
    }

    /** The same, as elementary operations on its operands. */
    public <V> V in(Steps<V> steps, List<V> operands) {
        V first = operands.get(0);
        if (this == SAME || this == UNAVAILABILITY) {
            return first;
        }
        V second = operands.get(1);
        if (this == PARALLEL) {
            return steps.of(Op.TIMES, first, second);
        }
        V one = steps.number(1);
        if (this == UP) {
            return steps.of(Op.DIV, one, steps.of(Op.PLUS, one, steps.of(Op.DIV, first, second)));
        }
        return steps.of(Op.TIMES, first, steps.of(this == MORE ? Op.PLUS : Op.MINUS, one, second));
    }

    @Override
    public double apply(double... operands) {
        return in(NUMBERS, operands.length == 1 ? List.of(operands[0]) : List.of(operands[0], operands[1]));
    }

    @Override
    public String write(List<String> operands) {
        String first = template.replace("{0}", operands.get(0));
        return operands.size() > 1 ? first.replace("{1}", operands.get(1)) : first;
    }

    @Override
    public int binding() {
        return binding;
    }

    @Override
    public int bindingOf(int operand) {
        return operand == 0 ? left : right;
    }
}
