package dev.estimator.internal.engine;

import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Tape;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A derivation, compiled: what depends on its inputs, as steps over columns; everything else is a constant.
 *
 * <p>The inputs are the ranges of the derivation, and leaves that are varied. A program has no state and can be run by
 * many threads, each with its own {@link Run}.
 */
public final class Program implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A value of the program: the number of a step, or a constant if that is negative. */
    record Ref(int step, double constant) implements Serializable {
        static Ref of(double constant) {
            return new Ref(-1, constant);
        }

        boolean isConstant() {
            return step < 0;
        }

        /**
         * Equal for equal values; the record's own methods would be linked when first called, which takes as long as a
         * whole estimate.
         */
        Object key() {
            return isConstant() ? (Object) constant : (Object) step;
        }
    }

    /** One step: an input, or a calculation from earlier steps and constants. */
    sealed interface Step extends Serializable {
        List<Ref> operands();

        /** Equal for equal steps. */
        Object key();

        /** The numbers of the steps that it uses; one that it uses twice is there twice. */
        default int[] used() {
            int[] used = new int[operands().size()];
            int count = 0;
            for (Ref operand : operands()) {
                if (!operand.isConstant()) {
                    used[count++] = operand.step();
                }
            }
            return Arrays.copyOf(used, count);
        }

        /** What it does, if that is elementary. */
        default @Nullable Op op() {
            return this instanceof Calculation c && c.function instanceof Op op ? op : null;
        }
    }

    /** The values of a leaf. */
    record Input(int leaf) implements Step {
        @Override
        public List<Ref> operands() {
            return List.of();
        }

        @Override
        public Object key() {
            return leaf;
        }
    }

    /** A function of operands, at least one of which is not a constant. */
    record Calculation(Function function, List<Ref> operands) implements Step {
        @Override
        public Object key() {
            Object[] keys = new Object[operands.size() + 1];
            keys[0] = function;
            for (int i = 1; i < keys.length; i++) {
                keys[i] = operands.get(i - 1).key();
            }
            return List.of(keys);
        }
    }

    private final ArrayList<Step> steps;
    private final ArrayList<Guard> guards;
    private final ArrayList<InputLeaf> leaves;
    private final GaussianCopula links;
    private final Ref[] outputs;
    private final int[] registers;
    private final int registerCount;
    /** The number of the guard of each step; negative if it has none. */
    private final int[] guardOf;

    private Program(List<Step> steps, List<Guard> guards, List<InputLeaf> leaves, GaussianCopula links, Ref[] outputs) {
        this.steps = new ArrayList<>(steps);
        this.guards = new ArrayList<>(guards);
        this.leaves = new ArrayList<>(leaves);
        this.links = links;
        this.outputs = outputs;
        var allocation = new Registers(steps, outputs);
        this.registers = allocation.ofStep();
        this.registerCount = allocation.count();
        this.guardOf = new int[steps.size()];
        Arrays.fill(guardOf, -1);
        for (int i = 0; i < guards.size(); i++) {
            guardOf[guards.get(i).step()] = i;
        }
    }

    /** Compiles derivations whose ranges are inputs. */
    public static Program of(List<? extends Node> roots) {
        return of(roots, Set.of());
    }

    /** Compiles derivations; the given leaves are inputs beside the ranges. */
    public static Program of(List<? extends Node> roots, Set<? extends Node> varied) {
        var compiler = new Compiler(varied);
        Ref[] outputs = compiler.compile(Tape.of(List.copyOf(roots)));
        List<InputLeaf> leaves = compiler.leaves();
        compiler.links.root(leaves);
        return new Program(compiler.steps, compiler.guards, leaves, compiler.links, outputs);
    }

    /** Whether two derivations are one calculation on the same ranges with the same correlations. */
    public static boolean isSame(Node a, Node b) {
        if (a == b) {
            return true;
        }
        var compiler = new Compiler(Set.of());
        Ref first = compiler.compile(Tape.of(List.of(a)))[0];
        GaussianCopula linksOfFirst = compiler.links;
        compiler.links = new GaussianCopula();
        Ref second = compiler.compile(Tape.of(List.of(b)))[0];
        return first.equals(second) && linksOfFirst.isSameAs(compiler.links);
    }

    /** The same steps with further ones after them, and other outputs. */
    Program with(List<Step> further, Ref... newOutputs) {
        var all = new ArrayList<>(steps);
        all.addAll(further);
        return new Program(all, guards, leaves, links, newOutputs);
    }

    /** Adds a step to further ones. */
    Ref append(List<Step> further, Op op, Ref a, Ref b) {
        further.add(new Calculation(op, List.of(a, b)));
        return new Ref(steps.size() + further.size() - 1, 0);
    }

    /** The same with the cheaper form of steps that are slow. */
    Program forDraws() {
        if (!isSlow()) {
            return this;
        }
        List<Step> faster = steps.stream()
                .map(step -> step instanceof Calculation c ? new Calculation(c.function.forDraws(), c.operands) : step)
                .toList();
        return new Program(faster, guards, leaves, links, outputs);
    }

    /** How many columns it takes to compute all outputs. */
    int registerCount() {
        return registerCount;
    }

    /** Rows at a time: of several slow formulas one may keep its last law for the next question about the same row. */
    int blockOfDraws() {
        int slow = slowSteps();
        return slow == 0 ? Sample.BLOCK : slow == 1 ? Sample.SLOW_BLOCK : 1;
    }

    /** The inputs, in the order in which they are first used. */
    public List<InputLeaf> leaves() {
        return leaves;
    }

    GaussianCopula links() {
        return links;
    }

    Ref output(int k) {
        return outputs[k];
    }

    int outputCount() {
        return outputs.length;
    }

    List<Step> steps() {
        return steps;
    }

    List<Guard> guards() {
        return guards;
    }

    /** Whether some step is so slow that fewer draws are made. */
    boolean isSlow() {
        return slowSteps() > 0;
    }

    private int slowSteps() {
        int slow = 0;
        for (Step step : steps) {
            slow += step instanceof Calculation c && c.function.isSlow() ? 1 : 0;
        }
        return slow;
    }

    /** Whether a step on the way to the output could go out of range. */
    boolean isGuarded(int output) {
        return !outputs[output].isConstant() && isGuardedUpTo(outputs[output].step);
    }

    private boolean isGuardedUpTo(int step) {
        BitSet needed = stepsOf(step);
        for (Guard guard : guards) {
            if (needed.get(guard.step())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step that the given one uses could go out of range. */
    boolean isGuardedBefore(int step) {
        for (int used : steps.get(step).used()) {
            if (isGuardedUpTo(used)) {
                return true;
            }
        }
        return false;
    }

    /** The word for an infinite output, such as "overloaded"; empty if it is always finite. */
    String beyond(int output) {
        if (outputs[output].isConstant()) {
            return "";
        }
        Set<String> causes = new LinkedHashSet<>();
        BitSet needed = stepsOf(outputs[output].step);
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            if (steps.get(i) instanceof Calculation c && !c.function.beyond().isEmpty()) {
                causes.add(c.function.beyond());
            }
        }
        return String.join(" or ", causes);
    }

    /** The step and all that it uses. */
    BitSet stepsOf(int step) {
        BitSet needed = new BitSet();
        needed.set(step);
        for (int i = step; i >= 0; i = needed.previousSetBit(i - 1)) {
            for (int used : steps.get(i).used()) {
                needed.set(used);
            }
        }
        return needed;
    }

    private int[] computed() {
        int[] computed = new int[registers.length];
        int count = 0;
        for (int i = 0; i < registers.length; i++) {
            if (registers[i] >= 0) {
                computed[count++] = i;
            }
        }
        return Arrays.copyOf(computed, count);
    }

    /** A place to compute in. */
    public Run run(int rows) {
        return new Run(rows);
    }

    /** Fills the column of an input. */
    @FunctionalInterface
    public interface Source {
        void fill(int leaf, double[] column, int rows);
    }

    /** The columns of one thread. */
    public final class Run {
        /** Columns of a power of two would compete for the same lines of the cache. */
        static final int PADDING = 40;

        private final double[][] columns;
        private final double[] constants;
        /** The steps that are computed, in their order. */
        private final int[] order;

        /** Of each guard the columns that it looks at beside its own. */
        private final double[][][] operandsOf = new double[guards.size()][][];

        private Run(double[][] columns, double[] constants, int[] order) {
            this.columns = columns;
            this.constants = constants;
            this.order = order;
            for (int step : order) {
                if (guardOf[step] >= 0) {
                    operandsOf[guardOf[step]] = operands(step);
                }
            }
        }

        private Run(int rows) {
            this(new double[registerCount][rows + PADDING], new double[rows], computed());
        }

        /**
         * A run that computes some steps only, into other columns, and finds the values of all others in this one: for
         * a program of which each step has a column of its own.
         */
        Run with(int[] someSteps, double[][] otherColumns) {
            double[][] both = columns.clone();
            for (int i = 0; i < someSteps.length; i++) {
                both[registers[someSteps[i]]] = otherColumns[i];
            }
            return new Run(both, constants, someSteps);
        }

        /** The operands that may be infinite. */
        private double[][] operands(int step) {
            return steps.get(step).operands().stream()
                    .filter(o -> o.isConstant() ? o.constant == Double.POSITIVE_INFINITY : registers[o.step] >= 0)
                    .map(o -> o.isConstant() ? filled(o.constant) : columns[registers[o.step]])
                    .toArray(double[][]::new);
        }

        private double[] filled(double constant) {
            double[] column = new double[constants.length];
            Arrays.fill(column, constant);
            return column;
        }

        /**
         * Computes all outputs for some rows.
         *
         * @throws ArithmeticException if a value goes out of range
         */
        public void evaluate(Source source, int rows) {
            var refusals = new RejectedRows("draws");
            evaluate(source, rows, refusals);
            refusals.throwIfAny();
        }

        /** Computes all outputs for some rows, and notes those where a value goes out of range. */
        void evaluate(Source source, int rows, RejectedRows refusals) {
            refusals.look(rows);
            for (int i : order) {
                double[] out = columns[registers[i]];
                if (steps.get(i) instanceof Input input) {
                    source.fill(input.leaf, out, rows);
                } else {
                    compute((Calculation) steps.get(i), out, rows);
                }
                if (guardOf[i] >= 0) {
                    guards.get(guardOf[i]).check(out, operandsOf[guardOf[i]], rows, refusals);
                }
            }
        }

        /** The values of an output after {@link #evaluate}; overwritten by the next. */
        public double[] column(int output) {
            Ref ref = outputs[output];
            if (ref.isConstant()) {
                Arrays.fill(constants, ref.constant);
                return constants;
            }
            return columns[registers[ref.step]];
        }

        private void compute(Calculation step, double[] out, int rows) {
            if (!(step.function instanceof Op op)) {
                call(step, out, rows);
                return;
            }
            Ref a = step.operands.get(0);
            Ref b = op.isOfOne() ? a : step.operands.get(1);
            if (a.isConstant()) {
                op.columns(a.constant, columns[registers[b.step]], out, rows);
            } else if (b.isConstant()) {
                op.columns(columns[registers[a.step]], b.constant, out, rows);
            } else {
                op.columns(columns[registers[a.step]], columns[registers[b.step]], out, rows);
            }
        }

        private void call(Calculation step, double[] out, int rows) {
            double[][] operands = new double[step.operands.size()][];
            for (int k = 0; k < operands.length; k++) {
                Ref operand = step.operands.get(k);
                operands[k] = operand.isConstant() ? filled(operand.constant) : columns[registers[operand.step]];
            }
            double[] row = new double[operands.length];
            for (int i = 0; i < rows; i++) {
                boolean isRefused = false;
                for (int k = 0; k < row.length; k++) {
                    row[k] = operands[k][i];
                    isRefused |= Double.isNaN(row[k]);
                }
                out[i] = isRefused ? Double.NaN : step.function.apply(row);
            }
        }
    }
}
