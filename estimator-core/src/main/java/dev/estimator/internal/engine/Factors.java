package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Program.Step;
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
 * A step as a product of powers of others: {@code scale × Π stepᵢ ^ exponentᵢ}, in groups that have no input in common, so that
 * the groups are independent of each other.
 *
 * @param scale a number
 * @param groups the groups
 */
record Factors(double scale, List<Group> groups) {
    /** A step that is multiplied more often, as by squaring again and again, is one factor: exponents must not overflow. */
    private static final int MOST_EXPONENT = 1 << 10;

    /** Kernels whose results are smooth functions of their operands. */
    private static final Set<Kernel> SMOOTH = Set.of(
            Kernel.LEAF,
            Kernel.FILL,
            Kernel.PLUS,
            Kernel.PLUS_CONSTANT,
            Kernel.MINUS,
            Kernel.TIMES,
            Kernel.TIMES_CONSTANT,
            Kernel.DIV,
            Kernel.DIV_CONSTANT,
            Kernel.CONSTANT_DIV,
            Kernel.COMPLEMENT,
            Kernel.SERIES);

    /** Factors that share inputs, with their exponents. */
    record Group(Map<Integer, Integer> exponents, BitSet leaves, boolean isSmooth) {
        boolean isOfOneInput() {
            return leaves.cardinality() == 1;
        }

        /** Whether to multiply it out would take very many steps. */
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

    /** The sums of what differs by a number only, as what several use cases of the same users ask: {@code 3xy + 5xy} is {@code 8xy}. */
    private static Map<Integer, Monomial> multiples(Program program, int step) {
        Map<Integer, Monomial> sums = new HashMap<>();
        program.stepsOf(step).stream()
                .filter(s -> program.steps().get(s).kernel() == Kernel.PLUS)
                .sorted()
                .forEach(s -> {
                    List<Integer> operands = program.steps().get(s).operands();
                    Monomial a = monomial(program, operands.get(0), sums);
                    Monomial b = monomial(program, operands.get(1), sums);
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
            List<Integer> operands = factor.operands();
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
            switch (factor.kernel()) {
                case TIMES -> operands.forEach(o -> exponents.merge(o, e, Math::addExact));
                case DIV -> {
                    exponents.merge(operands.get(0), e, Math::addExact);
                    exponents.merge(operands.get(1), -e, Math::addExact);
                }
                case TIMES_CONSTANT -> {
                    scale *= Math.pow(factor.constant(), e);
                    exponents.merge(operands.get(0), e, Math::addExact);
                }
                case DIV_CONSTANT -> {
                    scale /= Math.pow(factor.constant(), e);
                    exponents.merge(operands.get(0), e, Math::addExact);
                }
                case CONSTANT_DIV -> {
                    scale *= Math.pow(factor.constant(), e);
                    exponents.merge(operands.get(0), -e, Math::addExact);
                }
                default -> factors.put(next.getKey(), e);
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
        boolean isSmooth = cone.stream()
                .allMatch(s -> SMOOTH.contains(program.steps().get(s).kernel()));
        return new Group(new TreeMap<>(Map.of(step, exponent)), leaves, isSmooth);
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
            if (program.steps().get(step).kernel() == Kernel.LEAF) {
                leaves.set((int) program.steps().get(step).constant());
            }
        }
        return leaves;
    }

    /** Adds those of all that are linked to one that is there. */
    private static void addLinked(Links links, BitSet leaves, BitSet all) {
        for (int before = -1; before < leaves.cardinality(); ) {
            before = leaves.cardinality();
            for (Links.Pair pair : links.pairs()) {
                boolean isLinked = leaves.get(pair.first()) || leaves.get(pair.second());
                if (isLinked && all.get(pair.first()) && all.get(pair.second())) {
                    leaves.set(pair.first());
                    leaves.set(pair.second());
                }
            }
        }
    }
}
