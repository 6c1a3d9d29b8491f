package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Factors.Group;
import dev.estimator.internal.engine.Program.Calculation;
import dev.estimator.internal.engine.Program.Ref;
import dev.estimator.internal.engine.Program.Step;
import dev.estimator.internal.graph.Direction;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.range.Bell;
import dev.estimator.internal.range.Discrete;
import dev.estimator.internal.range.Line;
import dev.estimator.internal.range.Rule;
import dev.estimator.internal.range.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Mean and standard deviation of a value, exactly where they follow from those of its parts: the means of a sum add up,
 * and those of independent factors multiply, whatever the law of the whole is. NaN where they do not follow.
 */
final class PartMoments {
    private static final int MOST_TERMS = 64;

    /** Sums within products within sums; deeper ones are drawn. */
    private static final int DEEPEST = 16;

    private final Program program;
    private final int depth;

    PartMoments(Program program) {
        this(program, 0);
    }

    private PartMoments(Program program, int depth) {
        this.program = program;
        this.depth = depth;
    }

    /** {@code Σ coefficient × term + constant}. */
    private record Sum(NavigableMap<Integer, Double> terms, double constant) {}

    double mean(int step) {
        Sum sum = sum(step);
        double mean = sum.constant;
        for (Map.Entry<Integer, Double> term : sum.terms.entrySet()) {
            mean += term.getValue() * moment(term.getKey(), 1);
        }
        return mean;
    }

    /**
     * The greatest value with one input at an end of its range and the others in the middle, or 0. A range that goes
     * down to zero with a density that does not has an inverse without a mean, which draws do not show. Log-normal
     * ranges have no such end.
     */
    double farthest(int step) {
        Program.Run run = program.with(List.of(), new Ref(step, 0)).run(1);
        double farthest = 0;
        for (int i = 0; i < program.leaves().size(); i++) {
            Shape shape = program.leaves().get(i).shape();
            if (shape != null && shape.hasEnds()) {
                farthest = Math.max(farthest, Math.max(at(run, i, shape.lowest()), at(run, i, shape.highest())));
            }
        }
        return farthest;
    }

    private double at(Program.Run run, int input, double value) {
        Program.Source source = (leaf, column, rows) -> {
            Shape shape = program.leaves().get(leaf).shape();
            column[0] = leaf == input
                    ? value
                    : shape == null ? program.leaves().get(leaf).node().value() : shape.quantile(0.5);
        };
        run.evaluate(source, 1, new RejectedRows("draws"));
        double found = Math.abs(run.column(0)[0]);
        return Double.isNaN(found) ? 0 : found; // refused where it is drawn
    }

    double standardDeviation(int step) {
        return Math.sqrt(variance(step));
    }

    private double variance(int step) {
        Sum sum = sum(step);
        if (sum.terms.size() > MOST_TERMS) {
            return Double.NaN;
        }
        List<Map.Entry<Integer, Double>> terms = new ArrayList<>(sum.terms.entrySet());
        double variance = 0;
        for (int i = 0; i < terms.size(); i++) {
            double ofTerm = covariance(terms.get(i).getKey(), terms.get(i).getKey());
            variance += terms.get(i).getValue() * terms.get(i).getValue() * ofTerm;
            for (int j = 0; j < i; j++) {
                double ofBoth = covariance(terms.get(i).getKey(), terms.get(j).getKey());
                variance += 2 * terms.get(i).getValue() * terms.get(j).getValue() * ofBoth;
            }
        }
        return Math.max(0, variance);
    }

    /** Steps use earlier steps only, so when one is reached all its uses have been added up. */
    private Sum sum(int step) {
        NavigableMap<Integer, Double> open = new TreeMap<>(Map.of(step, 1.0));
        NavigableMap<Integer, Double> terms = new TreeMap<>();
        double constant = 0;
        for (Map.Entry<Integer, Double> next = open.pollLastEntry(); next != null; next = open.pollLastEntry()) {
            Step summand = program.steps().get(next.getKey());
            double c = next.getValue();
            Op op = summand.op();
            if (op == null || !isLinear(op, summand.operands())) {
                terms.put(next.getKey(), c);
                continue;
            }
            for (int i = 0; i < summand.operands().size(); i++) {
                Ref operand = summand.operands().get(i);
                if (!operand.isConstant()) {
                    double coefficient = op.stretched(c, i, other(summand.operands(), i));
                    boolean isFalling = op.direction(i) == Direction.FALLING;
                    open.merge(operand.step(), isFalling ? -coefficient : coefficient, Double::sum);
                }
            }
            if (summand.used().length == 1) {
                constant += c * op.of(atZero(summand.operands(), 0), atZero(summand.operands(), 1));
            }
        }
        terms.values().removeIf(c -> c == 0);
        return new Sum(terms, constant);
    }

    /** Whether a step is a sum of multiples of its operands and a number. */
    private static boolean isLinear(Op op, List<Ref> operands) {
        for (int i = 0; i < operands.size(); i++) {
            if (!operands.get(i).isConstant() && Double.isNaN(op.stretched(1, i, other(operands, i)))) {
                return false;
            }
        }
        return true;
    }

    /** The number beside an operand; NaN if that is no number but a step. */
    private static double other(List<Ref> operands, int i) {
        Ref other = operands.get(operands.size() - 1 - i);
        return other.isConstant() ? other.constant() : Double.NaN;
    }

    private static double atZero(List<Ref> operands, int i) {
        return i < operands.size() && operands.get(i).isConstant()
                ? operands.get(i).constant()
                : 0;
    }

    private double covariance(int a, int b) {
        if (a == b) {
            double mean = moment(a, 1);
            return Math.max(0, moment(a, 2) - mean * mean);
        }
        if (areIndependent(inputs(a), inputs(b))) {
            return 0;
        }
        Step product = new Calculation(Op.TIMES, List.of(new Ref(a, 0), new Ref(b, 0)));
        int index = program.steps().size();
        Program both = program.with(List.of(product), new Ref(index, 0));
        return new PartMoments(both, depth).moment(index, 1) - moment(a, 1) * moment(b, 1);
    }

    /** The mean of a power of a term, which is a product of groups that are independent of each other. */
    private double moment(int term, int power) {
        Factors factors = Factors.of(program, term);
        double moment = Math.pow(factors.scale(), power);
        for (Group group : factors.groups()) {
            moment *= moment(group, power, term);
        }
        return moment;
    }

    private double moment(Group group, int power, int term) {
        if (group.isOfOneInput()) {
            return ofOneInput(group, power);
        }
        Map.Entry<Integer, Integer> only =
                group.exponents().entrySet().iterator().next();
        boolean isSum = group.exponents().size() == 1 && only.getKey() != term && only.getValue() == 1;
        if (!isSum || depth == DEEPEST) {
            return Double.NaN;
        }
        var inside = new PartMoments(program, depth + 1);
        double mean = inside.mean(only.getKey());
        return power == 1 ? mean : mean * mean + inside.variance(only.getKey());
    }

    private double ofOneInput(Group group, int power) {
        Shape shape = Product.shape(program, group);
        if (shape instanceof Bell bell && bell.line() == Line.LOG && Product.isPower(program, group)) {
            double e = power * group.exponents().values().iterator().next();
            return Math.exp(e * bell.mu() + e * e * bell.sigma() * bell.sigma() / 2);
        }
        boolean isCut = !group.isSmooth() && !(shape instanceof Discrete);
        if (isCut || Product.isOfTails(program, group, shape)) {
            return Double.NaN;
        }
        Rule rule = shape.rule();
        double[] values = Product.evaluate(program, group, rule.points());
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += rule.weights()[i] * (power == 1 ? values[i] : values[i] * values[i]);
        }
        return sum;
    }

    private BitSet inputs(int step) {
        return Factors.leaves(program, program.stepsOf(step));
    }

    private boolean areIndependent(BitSet a, BitSet b) {
        if (a.intersects(b)) {
            return false;
        }
        for (GaussianCopula.Pair pair : program.links().pairs()) {
            boolean isLink =
                    (a.get(pair.first()) && b.get(pair.second())) || (b.get(pair.first()) && a.get(pair.second()));
            if (isLink) {
                return false;
            }
        }
        return true;
    }
}
