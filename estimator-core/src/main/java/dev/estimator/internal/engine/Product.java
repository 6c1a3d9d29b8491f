package dev.estimator.internal.engine;

import dev.estimator.internal.engine.Factors.Group;
import dev.estimator.internal.engine.Program.Input;
import dev.estimator.internal.range.Bell;
import dev.estimator.internal.range.Discrete;
import dev.estimator.internal.range.Line;
import dev.estimator.internal.range.Rule;
import dev.estimator.internal.range.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The law of a product of independent factors, each a function of one input.
 *
 * <p>Log-normal factors join in closed form; the others are averaged over, in a few points that are found for their
 * product. Where there is no log-normal factor, or one too narrow to smooth the points out, the logarithms are added on
 * a grid.
 */
final class Product {
    /** The numbers of points tried for the product of all other factors, until an answer agrees with the one before. */
    private static final int[] POINTS = {12, 16, 24, 32};

    private static final double TOLERATED = 1e-9;

    /** The largest part of a mean that may lie in the last cell. */
    private static final double NEGLIGIBLE = 1e-6;

    private static final double[] TRIED_SCORES = {-2.5, -1.7, -0.9, -0.3, 0.4, 1.1, 1.6, 2.3, 3};
    private static final int MOST_ATOMS = 1 << 15;
    private static final int GRID_POINTS = 1 << 16;

    /** How many times finer than the width of the law the grid must be for its answer to count as exact. */
    private static final double FINE = 200;

    private final Program program;
    private final Known known;
    private double mu;
    private double variance;
    private final List<Term> terms = new ArrayList<>();

    /**
     * A factor that is not log-normal.
     *
     * @param group of which steps it is made
     * @param shape the range of its input
     * @param logs the points and weights of its logarithm
     * @param few the same in as few points as {@link #POINTS} says, each made when first asked for
     * @param moments its moments
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Term(
            Group group, Shape shape, Rule logs, @Nullable Rule[] few, Moments moments) {
        Rule few(int i) {
            Rule known = few[i];
            if (known == null) {
                known = GaussRule.compress(logs, POINTS[i]);
                few[i] = known;
            }
            return known;
        }
    }

    /** The factors of a program that were looked at before, by the steps of which they are made. */
    static final class Known {
        private final Map<Map<Integer, Integer>, Term> terms = new HashMap<>();
    }

    private Product(Program program, Known known, double scale) {
        this.program = program;
        this.known = known;
        this.mu = Math.log(scale);
    }

    /** The law of the product of the groups times a number above zero; null if it cannot be computed exactly. */
    static @Nullable LogLaw of(Program program, Known known, double scale, List<Group> groups) {
        var product = new Product(program, known, scale);
        for (Group group : groups) {
            if (!product.add(group)) {
                return null;
            }
        }
        return product.law();
    }

    /** The law of a product of discrete factors; null if one is not discrete, or there are too many values. */
    static @Nullable Law ofAtoms(Program program, double scale, List<Group> groups) {
        double[] values = {scale};
        double[] weights = {1};
        for (Group group : groups) {
            if (!(shape(program, group) instanceof Discrete discrete)) {
                return null;
            }
            Rule rule = discrete.rule();
            double[] factor = evaluate(program, group, rule.points());
            if ((long) values.length * factor.length > MOST_ATOMS) {
                return null;
            }
            double[] products = new double[values.length * factor.length];
            double[] chances = new double[products.length];
            for (int i = 0; i < products.length; i++) {
                products[i] = values[i / factor.length] * factor[i % factor.length];
                chances[i] = weights[i / factor.length] * rule.weights()[i % factor.length];
            }
            Discrete together = Discrete.of(products, chances);
            values = together.rule().points();
            weights = together.rule().weights();
        }
        return new Law.OfShape(Discrete.of(values, weights));
    }

    /** The variance of the logarithm of a group of one input; NaN if it can be zero. */
    static double logVariance(Program program, Group group) {
        var alone = new Product(program, new Known(), 1);
        if (!alone.add(group)) {
            return Double.NaN;
        }
        double variance = alone.variance;
        for (Term term : alone.terms) {
            double spread = new WeightedPoints(term.logs.points(), term.logs.weights()).spread();
            variance += spread * spread;
        }
        return variance;
    }

    private boolean add(Group group) {
        Shape shape = shape(program, group);
        if (shape instanceof Bell bell && bell.line() == Line.LOG && isPower(program, group)) {
            double e = group.exponents().values().iterator().next();
            mu += e * bell.mu();
            variance += e * e * bell.sigma() * bell.sigma();
            return true;
        }
        Term term = known.terms.get(group.exponents());
        if (term == null) {
            term = term(group, shape);
            if (term == null) {
                return false;
            }
            known.terms.put(group.exponents(), term);
        }
        terms.add(term);
        return true;
    }

    /** Null if the factor can be zero. */
    private @Nullable Term term(Group group, Shape shape) {
        Rule rule = shape.rule();
        double[] values = evaluate(program, group, rule.points());
        double[] logs = new double[values.length];
        for (int i = 0; i < logs.length; i++) {
            if (!(values[i] > 0 && values[i] < Double.POSITIVE_INFINITY)) {
                return null;
            }
            logs[i] = Math.log(values[i]);
        }
        Moments moments =
                isOfTails(program, group, shape) ? Moments.UNKNOWN : Moments.of(new Rule(values, rule.weights()));
        return new Term(group, shape, new Rule(logs, rule.weights()), new Rule[POINTS.length], moments);
    }

    private @Nullable LogLaw law() {
        if (variance > 0) {
            Mixture mixture = mixture();
            if (mixture != null) {
                return mixture;
            }
        }
        boolean isContinuous = variance > 0 || terms.stream().anyMatch(t -> !(t.shape instanceof Discrete));
        if (!isContinuous) {
            return null;
        }
        LogGrid grid = LogGrid.of(points(), moments());
        return grid.step() < widest() / FINE ? grid : null;
    }

    private Moments moments() {
        Moments product = Moments.ofLogNormal(mu, Math.sqrt(variance));
        for (Term term : terms) {
            product = product.times(term.moments);
        }
        return product;
    }

    private @Nullable Mixture mixture() {
        for (int i = 1; i < POINTS.length; i++) {
            Rule rest = sumOfTerms(i);
            var fine = new Mixture(mu, Math.sqrt(variance), rest, moments());
            if (rest.points().length < POINTS[i]) {
                return fine;
            }
            var coarse = new Mixture(mu, Math.sqrt(variance), GaussRule.compress(rest, POINTS[i - 1]), moments());
            if (difference(fine, coarse) < TOLERATED) {
                return fine;
            }
        }
        return null;
    }

    private Rule sumOfTerms(int fineness) {
        Rule sum = new Rule(new double[] {0}, new double[] {1});
        for (Term term : terms) {
            sum = GaussRule.sum(sum, term.few(fineness), POINTS[fineness]);
        }
        return sum;
    }

    private static double difference(Mixture fine, Mixture coarse) {
        double worst = 0;
        double middle = fine.quantileLog(0.5);
        for (double score : TRIED_SCORES) {
            double y = middle + score * fine.spread();
            worst = Math.max(worst, Math.abs(fine.cumulativeLog(y) - coarse.cumulativeLog(y)));
        }
        return worst;
    }

    private List<WeightedPoints> points() {
        List<WeightedPoints> points = new ArrayList<>();
        double sigma = Math.sqrt(variance);
        points.add(
                variance > 0
                        ? WeightedPoints.ofNormal(mu, sigma, GRID_POINTS)
                        : WeightedPoints.equallyLikely(new double[] {mu}));
        for (Term term : terms) {
            points.add(
                    term.shape instanceof Discrete
                            ? new WeightedPoints(term.logs.points(), term.logs.weights())
                            : dense(term));
        }
        return points;
    }

    /** The logarithm of a factor at equally likely values of its input. */
    private WeightedPoints dense(Term term) {
        int[] cells = new int[GRID_POINTS];
        int width = Integer.SIZE - Integer.numberOfTrailingZeros(GRID_POINTS);
        for (int i = 0; i < GRID_POINTS; i++) {
            cells[i] = (i << width) + (1 << (width - 1));
        }
        double[] inputs = new double[GRID_POINTS];
        Quantiles.of(term.shape).at(cells, inputs, GRID_POINTS);
        double[] logs = evaluate(program, term.group, inputs);
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(logs[i]);
        }
        return WeightedPoints.equallyLikely(logs);
    }

    /** The spread of the widest factor that is not a set of steps. */
    private double widest() {
        double widest = Math.sqrt(variance);
        for (Term term : terms) {
            if (!(term.shape instanceof Discrete)) {
                WeightedPoints extremes = new WeightedPoints(term.logs.points(), term.logs.weights());
                widest = Math.max(widest, extremes.spread());
            }
        }
        return widest;
    }

    /**
     * Whether a factor has no mean, or one that depends on the outermost cell: the inverse of a value that can reach
     * zero.
     */
    static boolean isOfTails(Program program, Group group, Shape shape) {
        if (shape instanceof Discrete || (shape instanceof Bell bell && bell.line() == Line.LOG)) {
            return false;
        }
        double[] ends = evaluate(program, group, new double[] {shape.lowest(), shape.quantile(0.5), shape.highest()});
        return Shape.SMALLEST_TAIL * Math.max(ends[0], ends[2]) > NEGLIGIBLE * ends[1];
    }

    static boolean isPower(Program program, Group group) {
        if (group.exponents().size() > 1) {
            return false;
        }
        int step = group.exponents().keySet().iterator().next();
        return program.steps().get(step) instanceof Input;
    }

    static Shape shape(Program program, Group group) {
        return Objects.requireNonNull(
                program.leaves().get(group.leaves().nextSetBit(0)).shape());
    }

    /** The values of the only input. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Given(double[] values) implements Program.Source {
        @Override
        public void fill(int leaf, double[] column, int rows) {
            System.arraycopy(values, 0, column, 0, rows);
        }
    }

    /** The product of the steps of a group for some values of its input. */
    static double[] evaluate(Program program, Group group, double[] inputs) {
        List<Program.Ref> steps = new ArrayList<>();
        for (int step : group.exponents().keySet()) {
            steps.add(new Program.Ref(step, 0));
        }
        Program part = program.with(List.of(), steps.toArray(new Program.Ref[0]));
        Program.Run run = part.run(inputs.length);
        run.evaluate(new Given(inputs), inputs.length);
        double[] product = new double[inputs.length];
        Arrays.fill(product, 1);
        int k = 0;
        for (Map.Entry<Integer, Integer> factor : group.exponents().entrySet()) {
            double[] column = run.column(k++);
            int e = factor.getValue();
            for (int i = 0; i < product.length; i++) {
                product[i] *= e == 1 ? column[i] : Math.pow(column[i], e);
            }
        }
        return product;
    }
}
