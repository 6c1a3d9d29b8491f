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

    /** Above this, multiplying out takes too many steps. */
    private static final int HIGH = 64;

    /** Factors that share inputs, with their exponents. */
    record Group(Map<Integer, Integer> exponents, BitSet leaves, boolean isSmooth) {
        boolean isOfOneInput() {
            return leaves.cardinality() == 1;
        }

        /** Whether multiplying it out would take too many steps. */
        boolean isHighPower() {
            for (int e : exponents.values()) {
                if (Math.abs(e) > HIGH) {
                    return true;
                }
            }
            return false;
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
        BitSet steps = program.stepsOf(step);
        for (int s = steps.nextSetBit(0); s >= 0; s = steps.nextSetBit(s + 1)) {
            List<Ref> operands = program.steps().get(s).operands();
            boolean isOfSteps = // a constant comes second
                    program.steps().get(s).op() == Op.PLUS && !operands.get(1).isConstant();
            if (isOfSteps) {
                Monomial a = monomial(program, operands.get(0).step(), sums);
                Monomial b = monomial(program, operands.get(1).step(), sums);
                double scale = a.scale + b.scale;
                if (a.exponents.equals(b.exponents) && scale > 0 && scale < Double.POSITIVE_INFINITY) {
                    sums.put(s, new Monomial(scale, a.exponents));
                }
            }
        }
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
                for (Map.Entry<Integer, Integer> power : sum.exponents.entrySet()) {
                    add(exponents, power.getKey(), Math.multiplyExact(e, power.getValue()));
                }
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
                    add(exponents, operand.step(), power);
                } else if (power == e) {
                    scale *= Math.pow(operand.constant(), e);
                } else {
                    scale /= Math.pow(operand.constant(), e);
                }
            }
        }
        factors.values().removeAll(Set.of(0));
        return new Monomial(scale, factors);
    }

    private static void add(Map<Integer, Integer> exponents, int step, int power) {
        exponents.put(step, Math.addExact(exponents.getOrDefault(step, 0), power));
    }

    private static List<Group> grouped(Program program, Map<Integer, Integer> factors) {
        List<Group> groups = new ArrayList<>();
        BitSet all = new BitSet();
        for (int step : factors.keySet()) {
            all.or(leaves(program, program.stepsOf(step)));
        }
        for (Map.Entry<Integer, Integer> factor : factors.entrySet()) {
            add(groups, group(program, factor.getKey(), factor.getValue(), all));
        }
        return groups;
    }

    private static Group group(Program program, int step, int exponent, BitSet all) {
        BitSet cone = program.stepsOf(step);
        BitSet leaves = leaves(program, cone);
        addLinked(program.links(), leaves, all);
        return new Group(new TreeMap<>(Map.of(step, exponent)), leaves, areSmooth(program, cone));
    }

    private static boolean areSmooth(Program program, BitSet steps) {
        for (int i = steps.nextSetBit(0); i >= 0; i = steps.nextSetBit(i + 1)) {
            Step step = program.steps().get(i);
            Op op = step.op();
            if (!(step instanceof Input) && (op == null || op.curve() != Op.Curve.SMOOTH)) {
                return false;
            }
        }
        return true;
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

    static BitSet leaves(Program program, BitSet steps) {
        BitSet leaves = new BitSet();
        for (int i = steps.nextSetBit(0); i >= 0; i = steps.nextSetBit(i + 1)) {
            if (program.steps().get(i) instanceof Input input) {
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
