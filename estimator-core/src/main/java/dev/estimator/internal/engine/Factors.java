package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Program.Input;
import dev.estimator.internal.engine.Program.Ref;
import dev.estimator.internal.engine.Program.Step;
import dev.estimator.internal.graph.Op;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * A step as a product of powers of others: {@code scale × Π stepᵢ ^ exponentᵢ}, in groups that have no input in common,
 * so that the groups are independent of each other.
 *
 * @param scale a number
 * @param groups the groups
 */
record Factors(double scale, List<Group> groups) {
    /**
     * A step that is multiplied more often, as by squaring again and again, is one factor: exponents must not overflow.
     */
    private static final int MOST_EXPONENT = 1 << 10;

    /** Factors that share inputs, with their exponents. */
    record Group(Map<Integer, Integer> exponents, BitSet leaves, boolean isSmooth) {
        boolean isOfOneInput() {
            return leaves.cardinality() == 1;
        }

        /** Whether multiplying it out would take too many steps. */
        boolean isHighPower() {
            return exponents.values().stream().anyMatch(e -> Math.abs(e) > 64);
        }
    }

    /** A number times powers of steps. */
    private record Monomial(double scale, Map<Integer, Integer> exponents) {}

    static Factors of(Program program, int step) {
        Monomial whole = monomial(program, step, multiples(program, step));
        return new Factors(whole.scale, grouped(program, whole.exponents));
    }

    /**
     * Combines terms that differ only by a constant, such as the load of several use cases of the same users:
     * {@code 3xy + 5xy} is {@code 8xy}.
     */
    private static Map<Integer, Monomial> multiples(Program program, int step) {
        Map<Integer, Monomial> sums = new HashMap<>();
        program.stepsOf(step).stream()
                .filter(s -> program.steps().get(s).op() == Op.PLUS)
                .sorted()
                .forEach(s -> {
                    List<Ref> operands = program.steps().get(s).operands();
                    if (operands.get(1).isConstant()) {
                        return; // a constant comes second
                    }
                    Monomial a = monomial(program, operands.get(0).step(), sums);
                    Monomial b = monomial(program, operands.get(1).step(), sums);
                    double scale = a.scale + b.scale;
                    if (a.exponents.equals(b.exponents) && scale > 0 && scale < Double.POSITIVE_INFINITY) {
                        sums.put(s, new Monomial(scale, a.exponents));
                    }
                });
        return sums;
    }

    private static Monomial monomial(Program program, int step, Map<Integer, Monomial> sums) {
        NavigableMap<Integer, Integer> exponents = new TreeMap<>(Map.of(step, 1));
        Map<Integer, Integer> factors = new TreeMap<>();
        double scale = 1;
        // Steps use earlier steps only, so when one is reached all its uses have been counted.
        for (Map.Entry<Integer, Integer> next = exponents.pollLastEntry();
                next != null;
                next = exponents.pollLastEntry()) {
            Step factor = program.steps().get(next.getKey());
            int e = next.getValue();
            if (Math.abs(e) > MOST_EXPONENT) {
                factors.put(next.getKey(), e);
                continue;
            }
            Monomial sum = sums.get(next.getKey());
            if (sum != null) {
                scale *= Math.pow(sum.scale, e);
                sum.exponents.forEach((s, power) -> exponents.merge(s, Math.multiplyExact(e, power), Math::addExact));
                continue;
            }
            Op op = factor.op();
            if (op != Op.TIMES && op != Op.DIV) {
                factors.put(next.getKey(), e);
                continue;
            }
            for (int i = 0; i < 2; i++) {
                Ref operand = factor.operands().get(i);
                int power = op == Op.DIV && i == 1 ? -e : e;
                if (!operand.isConstant()) {
                    exponents.merge(operand.step(), power, Math::addExact);
                } else if (power == e) {
                    scale *= Math.pow(operand.constant(), e);
                } else {
                    scale /= Math.pow(operand.constant(), e);
                }
            }
        }
        factors.values().removeIf(e -> e == 0);
        return new Monomial(scale, factors);
    }

    private static List<Group> grouped(Program program, Map<Integer, Integer> factors) {
        List<Group> groups = new ArrayList<>();
        BitSet all = new BitSet();
        factors.keySet().forEach(step -> all.or(leaves(program, program.stepsOf(step))));
        factors.forEach((step, exponent) -> add(groups, group(program, step, exponent, all)));
        return groups;
    }

    private static Group group(Program program, int step, int exponent, BitSet all) {
        Set<Integer> cone = program.stepsOf(step);
        BitSet leaves = leaves(program, cone);
        addLinked(program.links(), leaves, all);
        boolean isSmooth = cone.stream().map(program.steps()::get).allMatch(Factors::isSmooth);
        return new Group(new TreeMap<>(Map.of(step, exponent)), leaves, isSmooth);
    }

    private static boolean isSmooth(Step step) {
        Op op = step.op();
        return step instanceof Input || (op != null && op.curve() == Op.Curve.SMOOTH);
    }

    /** Adds a group, joined with those that it has inputs in common with. */
    private static void add(List<Group> groups, Group added) {
        Group joined = added;
        for (Iterator<Group> others = groups.iterator(); others.hasNext(); ) {
            Group other = others.next();
            if (other.leaves.intersects(joined.leaves)) {
                others.remove();
                joined.exponents.putAll(other.exponents);
                joined.leaves.or(other.leaves);
                joined = new Group(joined.exponents, joined.leaves, joined.isSmooth && other.isSmooth);
            }
        }
        groups.add(joined);
    }

    static BitSet leaves(Program program, Set<Integer> steps) {
        BitSet leaves = new BitSet();
        for (int step : steps) {
            if (program.steps().get(step) instanceof Input input) {
                leaves.set(input.leaf());
            }
        }
        return leaves;
    }

    /** Adds those of all that are linked to one that is there. */
    private static void addLinked(GaussianCopula links, BitSet leaves, BitSet all) {
        for (int before = -1; before < leaves.cardinality(); ) {
            before = leaves.cardinality();
            for (GaussianCopula.Pair pair : links.pairs()) {
                boolean isLinked = leaves.get(pair.first()) || leaves.get(pair.second());
                if (isLinked && all.get(pair.first()) && all.get(pair.second())) {
                    leaves.set(pair.first());
                    leaves.set(pair.second());
                }
            }
        }
    }
}
