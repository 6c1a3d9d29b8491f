package dev.estimator.internal.engine;

import com.google.common.base.Suppliers;
import dev.estimator.internal.engine.Factors.Group;
import dev.estimator.internal.engine.Program.Input;
import dev.estimator.internal.engine.Program.Ref;
import dev.estimator.internal.engine.Program.Step;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.range.Shape;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the distributions of uncertain values: without draws where that is possible, from one set of draws for all
 * others.
 */
public final class Engine {
    /** With more inputs, searching for independent factors would take longer than drawing. */
    private static final int MOST_INPUTS_SEPARATED = 500;

    private static final int MOST_STEPS_SEPARATED = 5000;

    /** Of so many greatest values within each other the parts are looked at. */
    private static final int MOST_KNOWN = 64;

    /** Draws of each replicate that are tried before all. */
    private static final int FEW = 64;

    /** How often another may be the greater of two before that is told. */
    private static final double RARE = 0.05;

    /** Of two that are the same, so that neither is the greater. */
    private static final double NEARLY_ONE = 1 - 1e-12;

    private final Program program;
    private final Settings settings;
    private final List<Plan> plans = new ArrayList<>();
    private final Product.Known terms = new Product.Known();

    /**
     * The result of a run.
     *
     * @param distributions of each value, in the order in which they were asked for
     * @param samples how many draws were made; 0 if none was needed
     * @param tolerance how far percentiles and means are off at most, relative to their size
     */
    public record Result(List<Distribution> distributions, int samples, double tolerance) {}

    /** How the distribution of one output is found: its law, or draws, or both. */
    private record Plan(Chain chain, @Nullable Law law, Ref drawn) {
        boolean isDrawn() {
            return !drawn.isConstant();
        }

        /** The law, if nothing had to be drawn. */
        @Nullable Law lawOfAll() {
            return isDrawn() ? null : law;
        }
    }

    Engine(Program program, Settings settings) {
        this.program = program;
        this.settings = settings.decidedFor(program);
    }

    /**
     * Finds the distributions of some values.
     *
     * @throws ArithmeticException if some draw has no answer
     */
    public static Result run(List<? extends Node> values, Settings settings) {
        return run(Program.of(values), settings);
    }

    /**
     * What the draws of a value follow from besides the seed. Values of which it is equal get the same draws together
     * as each alone.
     *
     * @param leaves the inputs, in the order in which the value uses them
     * @param links which of them move together
     * @param isSlow whether it gets fewer draws
     */
    public record DrawnFrom(List<InputLeaf> leaves, Object links, boolean isSlow) {
        public static DrawnFrom of(Node value) {
            Program program = Program.of(List.of(value));
            return new DrawnFrom(program.leaves(), program.links().stated(), program.isSlow());
        }
    }

    /** Whether any of the others is the greater in more than one case of twenty, as far as they can be compared. */
    public static boolean mayBeExceeded(Node most, List<Node> others) {
        return others.stream().anyMatch(other -> mayBeExceeded(most, other));
    }

    private static boolean mayBeExceeded(Node most, Node other) {
        if (!most.isUncertain() && !other.isUncertain()) {
            return false;
        }
        try {
            Node quotient = Trace.apply(Op.DIV, Kind.RATIO, List.of(most, other));
            return run(List.of(quotient), Settings.USUAL)
                            .distributions()
                            .get(0)
                            .cumulative(NEARLY_ONE)
                            .value()
                    > RARE;
        } catch (ArithmeticException e) { // one is zero, or beyond every number
            return false;
        }
    }

    /** Whether a value is so slow to compute that it, and all that is drawn with it, gets fewer draws. */
    public static boolean isSlow(Node value) {
        return Program.of(List.of(value)).isSlow();
    }

    static Result run(Program program, Settings settings) {
        return new Engine(program, settings).run();
    }

    private Result run() {
        List<Step> further = new ArrayList<>();
        for (int k = 0; k < program.outputCount(); k++) {
            plans.add(plan(k, further));
        }
        List<Ref> drawn = new ArrayList<>();
        for (Plan plan : plans) {
            if (plan.isDrawn()) {
                drawn.add(plan.drawn);
            }
        }
        if (drawn.isEmpty()) {
            return new Result(distributions(new double[0][]), 0, 0);
        }
        return draw(program.with(further, drawn.toArray(new Ref[0])));
    }

    private Result draw(Program asked) {
        Program drawing = settings.tolerance() > 0 ? asked : asked.forDraws();
        for (int perReplicate = settings.perReplicate(); ; perReplicate *= 2) {
            var draws = new Draws(drawing, settings.seed(), perReplicate);
            Sample sample = Sample.of(drawing, draws, perReplicate, settings.threads(), settings.progress());
            List<Distribution> found = distributions(sample.columns());
            boolean isLast = 2L * draws.rows() > settings.most();
            double reached = settings.tolerance() > 0 ? worstError(found) : 0;
            if (isLast || reached <= settings.tolerance()) {
                return new Result(found, draws.rows(), reached);
            }
        }
    }

    /** Distributes the outputs over the threads; each also computes what is usually asked for. */
    private List<Distribution> distributions(double[][] columns) {
        var finding = new Finding(columns);
        Workers.run(settings.threads(), plans.size(), finding, new Settings.Silent());
        return Arrays.asList(finding.found);
    }

    /** Finds the distributions of outputs. */
    private final class Finding implements Supplier<IntConsumer>, IntConsumer {
        private final Distribution[] found = new Distribution[plans.size()];
        private final double[][] columns;
        /** Of each output the column with its draws, if it is drawn. */
        private final int[] columnOf = new int[found.length];

        Finding(double[][] columns) {
            this.columns = columns;
            int next = 0;
            for (int k = 0; k < columnOf.length; k++) {
                columnOf[k] = plans.get(k).isDrawn() ? next++ : -1;
            }
        }

        @Override
        public IntConsumer get() {
            return this;
        }

        @Override
        public void accept(int k) {
            found[k] = distribution(core(k, columnOf[k] < 0 ? new double[0] : columns[columnOf[k]]), k);
            if (settings.threads() > 1) {
                found[k].prepare();
            }
        }
    }

    private Distribution distribution(Core core, int k) {
        Plan plan = plans.get(k);
        Ref ref = program.output(k);
        boolean isDrawn = (plan.isDrawn() || plan.chain instanceof Region) && !isLarge();
        PartMoments parts = isDrawn ? new PartMoments(program) : null;
        var found = new Distribution(core, plan.chain, program.beyond(k), parts, ref.step());
        return plan.isDrawn() && settings.mayBeExact() && !isLarge()
                ? found.withFinite(
                        Suppliers.memoize(() -> new OverloadLaw(program, settings).finite(k, found.within())))
                : found;
    }

    private Core core(int output, double[] drawn) {
        Plan plan = plans.get(output);
        if (plan.chain instanceof Region region) {
            Supplier<Core> draws = plan.isDrawn()
                    ? () -> new SampleCore(drawn)
                    : Suppliers.memoize(() -> drawn(program.output(output)));
            return new RegionCore(new LawCore(Objects.requireNonNull(plan.law)), region, draws);
        }
        if (!plan.isDrawn()) {
            return new LawCore(Objects.requireNonNull(plan.law));
        }
        if (plan.law instanceof LogLaw factor) {
            return new SmoothedCore(factor, drawn);
        }
        int step = plan.drawn.step();
        @Nullable Op op = plan.law == null ? program.steps().get(step).op() : null;
        return op == Op.MAX || op == Op.MIN
                ? new ExtremeCore(drawn, op == Op.MAX, Suppliers.memoize(() -> known(step, op)))
                : new SampleCore(drawn);
    }

    /** Of the values of which a step takes the greatest or the least, those that need not be drawn. */
    private ExtremeCore.Known known(int step, Op op) {
        Set<Ref> seen = new LinkedHashSet<>(program.steps().get(step).operands());
        List<Ref> among = new ArrayList<>(seen);
        for (int i = 0; i < among.size() && i < MOST_KNOWN; i++) {
            Step inner = among.get(i).isConstant()
                    ? null
                    : program.steps().get(among.get(i).step());
            if (inner != null && inner.op() == op) {
                inner.operands().stream().filter(seen::add).forEach(among::add);
            }
        }
        Map<Ref, Distribution> found = new LinkedHashMap<>();
        var others = new Engine(program.with(List.of(), among.toArray(new Ref[0])), settings);
        for (int k = 0; k < among.size(); k++) {
            Distribution known = others.undrawn(k, false);
            if (known != null) {
                found.put(among.get(k), known);
            }
        }
        return new ExtremeCore.Known(List.copyOf(found.values()), always(new Ref(step, 0), found));
    }

    /** The distribution of the next output, if no draws are needed for its percentiles, or not even for its mean. */
    @Nullable Distribution undrawn(int output, boolean withMean) {
        Plan plan = plan(output, new ArrayList<>());
        plans.add(plan);
        boolean isKnown = !plan.isDrawn() || (!withMean && plan.chain instanceof Region);
        return isKnown ? distribution(core(output, new double[0]), output) : null;
    }

    /** What a value is in every draw, few of which are tried before all; a tolerance asks for more than are tried. */
    private @Nullable Distribution always(Ref value, Map<Ref, Distribution> some) {
        List<Ref> same = new ArrayList<>(some.keySet());
        if (same.isEmpty() || settings.tolerance() > 0) {
            return null;
        }
        for (int perReplicate : new int[] {FEW, settings.perReplicate()}) {
            List<Ref> drawn = new ArrayList<>(same);
            drawn.add(value);
            double[][] columns = drawn(perReplicate, drawn.toArray(new Ref[0]));
            double[] ofValue = columns[same.size()];
            same.removeIf(one -> !Arrays.equals(columns[drawn.indexOf(one)], ofValue));
            if (same.isEmpty()) {
                return null;
            }
        }
        return some.get(same.get(0));
    }

    /** Draws an output whose law is not known. */
    private Core drawn(Ref output) {
        return new SampleCore(drawn(settings.perReplicate(), output)[0]);
    }

    double[][] drawn(int perReplicate, Ref... values) {
        Program drawing = program.with(List.of(), values).forDraws();
        var draws = new Draws(drawing, settings.seed(), perReplicate);
        return Sample.of(drawing, draws, perReplicate, 1, done -> {}).columns();
    }

    private static double worstError(List<Distribution> found) {
        return found.stream().mapToDouble(Distribution::worstError).max().orElse(0);
    }

    private Plan plan(int output, List<Step> further) {
        Ref ref = program.output(output);
        if (ref.isConstant()) {
            return new Plan(Chain.none(), new Fixed(ref.constant()), Ref.of(0));
        }
        var drawn = new Plan(Chain.none(), null, ref);
        if (!settings.mayBeExact() || isLarge()) {
            return drawn;
        }
        Plan plan = program.isGuarded(output) ? drawn : separated(Chain.to(program, ref.step()), further);
        return plan.isDrawn() ? byDirection(ref.step(), plan) : plan;
    }

    /** By a region of monotone steps, where that gives a law; otherwise as planned. */
    private Plan byDirection(int step, Plan planned) {
        Region.Found found = Region.find(program, step);
        if (found == null || program.isGuardedBefore(found.core())) {
            return planned;
        }
        Law law = separated(Chain.none(found.core()), new ArrayList<>()).lawOfAll();
        Region region = law == null ? null : found.with(program, law);
        if (region == null) {
            return planned;
        }
        boolean isDrawnToo = settings.withMeans() && !region.isMeanKnown();
        return new Plan(region, law, isDrawnToo ? new Ref(step, 0) : Ref.of(0));
    }

    private Plan separated(Chain chain, List<Step> further) {
        if (program.steps().get(chain.core()) instanceof Input input) {
            Shape shape =
                    Objects.requireNonNull(program.leaves().get(input.leaf()).shape());
            return new Plan(chain, new Law.OfShape(shape), Ref.of(0));
        }
        Ref core = new Ref(chain.core(), 0);
        Factors factors = Factors.of(program, chain.core());
        if (!(factors.scale() > 0 && factors.scale() < Double.POSITIVE_INFINITY)) {
            return new Plan(chain, null, core);
        }
        List<Group> known = new ArrayList<>();
        List<Group> rest = new ArrayList<>();
        for (Group group : factors.groups()) {
            (group.isOfOneInput() && group.isSmooth() ? known : rest).add(group);
        }
        if (rest.isEmpty()) {
            Law atoms = Product.ofAtoms(program, factors.scale(), known);
            Law law = atoms == null ? Product.of(program, terms, factors.scale(), known) : atoms;
            return law == null ? new Plan(chain, null, core) : new Plan(chain, law, Ref.of(0));
        }
        if (rest.stream().anyMatch(Group::isHighPower)) {
            return new Plan(chain, null, core);
        }
        LogLaw law = known.isEmpty() ? null : Product.of(program, terms, factors.scale(), known);
        return law == null ? new Plan(chain, null, core) : new Plan(chain, law, product(rest, further));
    }

    /** The product of the groups that have to be drawn, as steps after those of the program. */
    private Ref product(List<Group> groups, List<Step> further) {
        Ref[] upperAndLower = {Ref.of(1), Ref.of(1)};
        for (Group group : groups) {
            group.exponents().forEach((step, exponent) -> {
                int side = exponent > 0 ? 0 : 1;
                for (int i = 0; i < Math.abs(exponent); i++) {
                    Ref before = upperAndLower[side];
                    Ref factor = new Ref(step, 0);
                    upperAndLower[side] =
                            before.isConstant() ? factor : program.append(further, Op.TIMES, before, factor);
                }
            });
        }
        return upperAndLower[1].isConstant()
                ? upperAndLower[0]
                : program.append(further, Op.DIV, upperAndLower[0], upperAndLower[1]);
    }

    private boolean isLarge() {
        return program.leaves().size() > MOST_INPUTS_SEPARATED
                || program.steps().size() > MOST_STEPS_SEPARATED;
    }

    /** A constant. */
    private record Fixed(double value) implements Law {
        @Override
        public double quantile(double p) {
            return value;
        }

        @Override
        public double cumulative(double x) {
            return x >= value ? 1 : 0;
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public double standardDeviation() {
            return 0;
        }
    }
}
