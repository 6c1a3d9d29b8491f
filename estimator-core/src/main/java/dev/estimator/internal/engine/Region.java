package dev.estimator.internal.engine;

import com.google.common.base.Suppliers;
import dev.estimator.internal.engine.Program.Calculation;
import dev.estimator.internal.engine.Program.Input;
import dev.estimator.internal.engine.Program.Ref;
import dev.estimator.internal.engine.Program.Step;
import dev.estimator.internal.graph.Direction;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.range.Gauss;
import dev.estimator.internal.range.Rule;
import dev.estimator.internal.range.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All steps between one value, the core, and a result that depends on it alone and only rises or only falls with it:
 * formulas too, and the core may enter in several places if all agree. A percentile of the result is then the result of
 * a percentile of the core.
 *
 * <p>Whether the steps really go in their stated direction, and whether there is an answer, is checked at some values
 * of the core. If there is an answer at both ends of its range, there is one in between.
 */
final class Region extends Chain {
    /** The probabilities at which directions are checked, beside the ends. */
    private static final double[] TRIED = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    /** A relative difference up to this may be rounding. */
    private static final double ROUNDING = 1e-9;

    /** The points of a mean for each unit of the normal score, and the outermost score. */
    private static final int POINTS_FOR_ONE = 8;

    private static final int FARTHEST_SCORE = 7;

    /** How much the mean may change if only every other point is used. */
    private static final double TOLERATED = 1e-9;

    private final Calculation[] steps;
    private final @Nullable Guard[] guards;
    /** For each operand of each step the place of its value, 0 for the core; negative for a constant. */
    private final int[][] places;

    private final boolean isIncreasing;
    private final double lowest;
    private final double highest;

    private final Supplier<Moments> moments;

    /** Caches values, since a slow formula is evaluated at the same places again and again. */
    private final Map<Double, Double> known = new ConcurrentHashMap<>();

    private Region(Program program, List<Integer> region, int core, boolean isIncreasing, Law law) {
        super(List.of(), core);
        Map<Integer, Integer> placeOf = new HashMap<>(Map.of(core, 0));
        steps = new Calculation[region.size()];
        places = new int[steps.length][];
        guards = new Guard[steps.length + 1];
        guards[0] = guardOf(program, core);
        for (int i = 0; i < steps.length; i++) {
            int step = region.get(i);
            steps[i] = (Calculation) program.steps().get(step);
            places[i] = steps[i].operands().stream()
                    .mapToInt(o -> o.isConstant() ? -1 : placeOf.getOrDefault(o.step(), -1))
                    .toArray();
            guards[i + 1] = guardOf(program, step);
            placeOf.put(step, i + 1);
        }
        this.isIncreasing = isIncreasing;
        this.lowest = law.quantile(Shape.SMALLEST_TAIL);
        this.highest = law.quantile(1 - Shape.SMALLEST_TAIL);
        this.moments = Suppliers.memoize(() -> moments(law));
    }

    private static @Nullable Guard guardOf(Program program, int step) {
        return program.guards().stream()
                .filter(guard -> guard.step() == step)
                .findFirst()
                .orElse(null);
    }

    /**
     * The region between a step and the farthest value that it depends on alone and monotonically; null if there is
     * none.
     */
    static @Nullable Found find(Program program, int step) {
        TreeSet<Integer> open = new TreeSet<>(List.of(step));
        Deque<Integer> passed = new ArrayDeque<>(); // since the last core, in rising order
        List<Integer> region = List.of();
        Direction direction = Direction.RISING;
        int core = step;
        while (!open.isEmpty()) {
            int next = open.pollLast();
            if (open.isEmpty() && next != step) {
                Direction further = direction(program, next, passed);
                if (further == Direction.UNKNOWN) {
                    break;
                }
                List<Integer> longer = new ArrayList<>(passed);
                longer.addAll(region);
                region = longer;
                direction = further.then(direction);
                core = next;
                passed.clear();
            }
            if (program.steps().get(next) instanceof Input) {
                break; // what is open is another
            }
            for (int used : program.steps().get(next).used()) {
                open.add(used);
            }
            passed.addFirst(next);
        }
        return core == step ? null : new Found(region, core, direction == Direction.RISING);
    }

    /**
     * Where such steps are, before a law is known.
     *
     * @param steps the steps, each behind those that it uses
     * @param core what they begin with
     * @param isIncreasing whether the result rises with that
     */
    record Found(List<Integer> steps, int core, boolean isIncreasing) {
        /** Adds the law of the core; null if a step is not monotone after all, or some value has no answer. */
        @Nullable Region with(Program program, Law law) {
            var region = new Region(program, steps, core, isIncreasing, law);
            return region.isSound(law) ? region : null;
        }
    }

    /** A region of the given steps, in ascending order, that starts at one value. */
    private static Direction direction(Program program, int core, Iterable<Integer> steps) {
        Map<Integer, Direction> directions = new HashMap<>(Map.of(core, Direction.RISING));
        Direction last = Direction.RISING;
        for (int step : steps) {
            last = direction(program.steps().get(step), directions);
            directions.put(step, last);
        }
        return last;
    }

    private static Direction direction(Step step, Map<Integer, Direction> directions) {
        Function function = ((Calculation) step).function();
        @Nullable Direction found = null;
        for (int i = 0; i < step.operands().size(); i++) {
            Ref operand = step.operands().get(i);
            if (!operand.isConstant()) {
                Direction before = directions.getOrDefault(operand.step(), Direction.UNKNOWN);
                Direction through = before.then(function.direction(i));
                found = found == null ? through : found.and(through);
            }
        }
        return found == null ? Direction.UNKNOWN : found;
    }

    @Override
    boolean isEmpty() {
        return false;
    }

    @Override
    boolean isIncreasing() {
        return isIncreasing;
    }

    @Override
    boolean isBounded() {
        return true;
    }

    @Override
    boolean isLinear() {
        return false;
    }

    @Override
    double apply(double x) {
        return known.computeIfAbsent(Math.min(Math.max(x, lowest), highest), this::computed);
    }

    /** The result for a value of the core, even one outside its range; NaN where there is no answer. */
    double computed(double x) {
        double[] values = new double[steps.length + 1];
        values[0] = guards[0] == null ? x : guards[0].checked(x);
        for (int i = 0; i < steps.length; i++) {
            List<Ref> operands = steps[i].operands();
            double[] row = new double[operands.size()];
            boolean isRefused = false;
            for (int k = 0; k < row.length; k++) {
                row[k] = places[i][k] < 0 ? operands.get(k).constant() : values[places[i][k]];
                isRefused |= Double.isNaN(row[k]);
            }
            double value = isRefused ? Double.NaN : answer(steps[i].function(), row);
            values[i + 1] = guards[i + 1] == null ? value : guards[i + 1].checked(value, row);
        }
        return values[steps.length];
    }

    /** A formula that fails at extreme values may still have answers wherever draws fall. */
    private static double answer(Function function, double... row) {
        try {
            return function.apply(row);
        } catch (ArithmeticException | IllegalStateException | IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    /** The moments of the result; unknown where it is not a smooth function of the core. */
    Moments moments() {
        return moments.get();
    }

    /** Whether no draws are needed for the mean, because it is known or because there is none. */
    boolean isMeanKnown() {
        return apply(isIncreasing ? highest : lowest) == Double.POSITIVE_INFINITY
                || moments().isKnown();
    }

    /**
     * Sums over the values of a discrete law; otherwise by the trapezoidal rule over normal scores, which converges
     * faster than any power of its step where a function is smooth, so that every other point gives the same answer.
     */
    private Moments moments(Law law) {
        Rule atoms = law.atoms();
        if (atoms != null) {
            return Moments.of(atoms, this::apply);
        }
        int n = 2 * POINTS_FOR_ONE * FARTHEST_SCORE + 1;
        double[] values = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double z = i / (double) POINTS_FOR_ONE - FARTHEST_SCORE;
            values[i] = computed(law.at(z));
            weights[i] = Gauss.density(z) / POINTS_FOR_ONE;
        }
        double[] someValues = new double[n / 2 + 1];
        double[] someWeights = new double[n / 2 + 1];
        for (int i = 0; i < someValues.length; i++) {
            someValues[i] = values[2 * i];
            someWeights[i] = 2 * weights[2 * i];
        }
        Moments all = Moments.of(new Rule(values, weights));
        Moments some = Moments.of(new Rule(someValues, someWeights));
        boolean isSmooth = isSame(all.mean(), some.mean()) && isSame(all.meanOfSquares(), some.meanOfSquares());
        return isSmooth ? all : Moments.UNKNOWN;
    }

    private static boolean isSame(double a, double b) {
        return Math.abs(a - b) <= TOLERATED * a;
    }

    private boolean isSound(Law law) {
        double[] points = new double[TRIED.length + 2];
        points[0] = lowest;
        for (int i = 0; i < TRIED.length; i++) {
            points[i + 1] = law.quantile(TRIED[i]);
        }
        points[TRIED.length + 1] = highest;
        double[] values = Arrays.stream(points).map(this::apply).toArray();
        for (int i = 0; i < values.length; i++) {
            double before = values[isIncreasing ? Math.max(0, i - 1) : i];
            double after = values[isIncreasing ? i : Math.max(0, i - 1)];
            if (!(before <= after * (1 + ROUNDING))) {
                return false; // or no number
            }
        }
        return true;
    }

    /** Between the values that the core can have. */
    @Override
    double boundary(double limit) {
        boolean rises = isIncreasing;
        if (!isBelow(lowest, limit, rises)) {
            return -1;
        }
        if (isBelow(highest, limit, rises)) {
            return Double.MAX_VALUE;
        }
        long low = Double.doubleToRawLongBits(lowest);
        long high = Double.doubleToRawLongBits(highest);
        double below = apply(lowest);
        double above = apply(highest);
        for (int i = 0; high - low > 1; i++) {
            long middle =
                    i % 3 == 2 ? low + (high - low) / 2 : between(low, high, (limit - below) / (above - below), i);
            double x = Double.longBitsToDouble(middle);
            if (isBelow(x, limit, rises)) {
                low = middle;
                below = apply(x);
            } else {
                high = middle;
                above = apply(x);
            }
        }
        return Double.longBitsToDouble(low);
    }

    /**
     * Regula falsi: where the secant meets the limit, shifted a little to either side in turn, so that both ends
     * converge.
     */
    private static long between(long low, long high, double part, int turn) {
        double inside = part > 0 && part < 1 ? part : 0.5;
        double shift = (high - low) * 1e-3 + 1;
        double found = (high - low) * inside + (turn % 2 == 0 ? shift : -shift);
        return low + (long) Math.min(Math.max(found, 1), high - low - 1.0);
    }
}
