package dev.estimator.internal.graph;

import dev.estimator.internal.numeric.Rounding;
import java.util.List;

/** The elementary operations. Availabilities are computed on their complements, 1 − A. */
public enum Op implements Function {
    PLUS("{0} + {1}", SUM, SUM, SUM),
    MINUS("{0} − {1}", SUM, SUM, PRODUCT),
    TIMES("{0} × {1}", PRODUCT, PRODUCT, PRODUCT),
    DIV("{0} ÷ {1}", PRODUCT, PRODUCT, ATOM),
    MAX("max({0}, {1})", ATOM, SUM, SUM),
    MIN("min({0}, {1})", ATOM, SUM, SUM),
    CEIL("⌈{0}⌉", ATOM, SUM, SUM),
    FLOOR("⌊{0}⌋", ATOM, SUM, SUM),
    COMPLEMENT("1 − {0}", SUM, PRODUCT, SUM),
    /** The same number seen as another kind of quantity: a ratio of 0.2 as a share. */
    SAME("{0}", SUM, SUM, SUM),
    /** The complement of an availability, which is how it is held. */
    UNAVAILABILITY("1 − {0}", SUM, PRODUCT, SUM),
    /** Both must be up: A₁ × A₂. */
    SERIES("{0} × {1}", PRODUCT, PRODUCT, PRODUCT),
    /** One must be up: 1 − (1 − A₁) × (1 − A₂). */
    PARALLEL("1 − (1 − {0}) × (1 − {1})", SUM, PRODUCT, PRODUCT),
    /** Up and down by turns: of the time down the whole is 1 + up ÷ down, which has each of them once. */
    UP("{0} ÷ ({0} + {1})", PRODUCT, PRODUCT, SUM);

    private final String template;
    private final int binding;
    private final int left;
    private final int right;

    Op(String template, int binding, int left, int right) {
        this.template = template;
        this.binding = binding;
        this.left = left;
        this.right = right;
    }

    @Override
    public double apply(double... operands) {
        double a = operands[0];
        return switch (this) {
            case PLUS -> a + operands[1];
            case MINUS -> Rounding.difference(a, operands[1]);
            case TIMES, PARALLEL -> a * operands[1];
            case DIV -> a / operands[1];
            case MAX -> Math.max(a, operands[1]);
            case MIN -> Math.min(a, operands[1]);
            case CEIL -> Rounding.ceil(a);
            case FLOOR -> Rounding.floor(a);
            case COMPLEMENT -> Math.max(0, 1 - a);
            case SAME, UNAVAILABILITY -> a;
            case SERIES -> eitherDown(a, operands[1]);
            case UP -> 1 / (1 + a / operands[1]);
        };
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

    /** The larger first: then no rounding makes the two together better than the worse of them, or worse than never up. */
    private static double eitherDown(double u, double v) {
        double larger = Math.max(u, v);
        return larger + Math.min(u, v) * (1 - larger);
    }
}
