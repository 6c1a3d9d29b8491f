package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.pert;
import static dev.estimator.quantity.Quantities.uniform;

import dev.estimator.internal.engine.Distribution;
import dev.estimator.internal.engine.DrawnInputs;
import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.engine.Estimate;
import dev.estimator.internal.engine.Program;
import dev.estimator.internal.engine.Settings;
import dev.estimator.internal.engine.TableOfDraws;
import dev.estimator.internal.range.Pert;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Derivations;
import dev.estimator.quantity.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to find out how sure an estimate is: mean and percentiles 5, 50, 95 and 99 of the six outputs of
 * {@link Capacity10}, and the parts of which that is made.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SimulationBenchmark {
    static final String GENERATOR = "L64X128MixRandom";

    private static final int SEED = 20_260_101;

    /**
     * How many samples the model alone is computed for: so many that their columns stay in the cache of the second
     * level.
     */
    static final int ROWS = 4096;

    /** As many as the engine computes at a time. */
    static final int BLOCK = 512;

    private static final int BLOCKS = ROWS / BLOCK;

    /** About how many quantiles a table of a {@link Pert} needs. */
    private static final int TABLE = 600;

    /** The model as quantities, and a new seed for each estimate. */
    @State(Scope.Benchmark)
    public static class Model {
        @Param({"1024", "16384", "65536", "1048576"})
        int samples = 16_384;

        final Capacity10 capacity = new Capacity10();
        private long seed = SEED;

        long nextSeed() {
            return seed++;
        }
    }

    /** The model as quantities, for which no number of samples is asked for. */
    @State(Scope.Benchmark)
    public static class Exact {
        final Capacity10 capacity = new Capacity10();
    }

    /** Counts samples, so that JMH divides the time by them. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class PerSample {
        /** The time for one sample. */
        public long perSample;
    }

    /** Inputs that are drawn already, and places for the outputs. */
    @State(Scope.Benchmark)
    public static class Columns {
        private static final int PADDING = 40;

        final double[][][] inputs = new double[BLOCKS][Capacity10.INPUTS.size()][BLOCK + PADDING];
        final double[][] copies = new double[Capacity10.INPUTS.size()][BLOCK + PADDING];
        final double[][] outputs = new double[Capacity10.OUTPUTS][BLOCK + PADDING];
        final Program program = Program.of(new Capacity10().derivations());
        final Program.Run run = program.run(BLOCK);
        final int[] columns = Capacity10.columnsOf(program);

        /** Draws the inputs. */
        public Columns() {
            DrawnInputs drawn = DrawnInputs.of(program, SEED, ROWS, BLOCK);
            for (int block = 0; block < BLOCKS; block++) {
                for (int leaf = 0; leaf < columns.length; leaf++) {
                    drawn.from(block * BLOCK).fill(leaf, inputs[block][columns[leaf]], BLOCK);
                }
            }
        }

        Program.Source source(int block) {
            double[][] drawn = inputs[block];
            return (leaf, column, rows) -> System.arraycopy(drawn[columns[leaf]], 0, column, 0, rows);
        }
    }

    /** One input that is drawn. */
    @State(Scope.Benchmark)
    public static class OneInput {
        @Param({"LOG_NORMAL", "PERT", "UNIFORM"})
        Range range = Range.LOG_NORMAL;

        final DrawnInputs drawn() {
            Program program = Program.of(Derivations.of(List.of(range.quantity())));
            return DrawnInputs.of(program, SEED, ROWS, BLOCK);
        }
    }

    /** {@link OneInput} with its table, which is built once for each estimate. */
    @State(Scope.Benchmark)
    public static class OneTable extends OneInput {
        final double[] column = new double[BLOCK];
        DrawnInputs drawn = drawn();

        /** Builds the table of the range that JMH has set by now. */
        @Setup
        public void build() {
            drawn = drawn();
        }
    }

    /** The shape of {@link Range#PERT}. */
    @State(Scope.Benchmark)
    public static class Shaped {
        final Pert pert = new Pert(500, 1000, 3000);
    }

    /** A log-normal input that is drawn without the library. */
    @State(Scope.Benchmark)
    public static class ByHand {
        static final LogNormal SIZE = LogNormal.between(500, 3000);

        final double[] column = new double[BLOCK];
        final RandomGenerator random = generator(SEED);
    }

    /** Ranges of the same ends. */
    public enum Range {
        LOG_NORMAL,
        PERT,
        UNIFORM;

        Bytes quantity() {
            return switch (this) {
                case LOG_NORMAL -> between(bytes(500), bytes(3000));
                case PERT -> pert(bytes(500), bytes(1000), bytes(3000));
                case UNIFORM -> uniform(bytes(500), bytes(3000));
            };
        }
    }

    /** The baseline: draws, model, sorting, written by hand; without intervals. */
    @Benchmark
    public PlainSummary[] plainMonteCarlo(Model in, PerSample counter) {
        counter.perSample += in.samples;
        return PlainSummary.of(Capacity10.sample(generator(in.nextSeed()), in.samples));
    }

    /** All outputs drawn, with the intervals of all statistics; on one thread. */
    @Benchmark
    public List<Estimate> sampled(Model in, PerSample counter) {
        counter.perSample += in.samples;
        return estimates(drawn(in, 1));
    }

    /** As {@link #sampled}, on two threads. */
    @Benchmark
    public List<Estimate> sampledOnTwoThreads(Model in, PerSample counter) {
        counter.perSample += in.samples;
        return estimates(drawn(in, 2));
    }

    /** As {@link #sampled}, each percentile asked for by itself, as a {@link dev.estimator.quantity.Summary} does. */
    @Benchmark
    public List<Estimate> sampledOneByOne(Model in, PerSample counter) {
        counter.perSample += in.samples;
        List<Estimate> estimates = new ArrayList<>();
        for (Distribution distribution : drawn(in, 1)) {
            estimates.add(distribution.mean());
            for (double percent : Capacity10.PERCENTS) {
                estimates.add(distribution.quantile(percent / 100));
            }
        }
        return estimates;
    }

    /** As {@link #sampled}, without asking for anything: draws and model. */
    @Benchmark
    public List<Distribution> drawsAndModel(Model in, PerSample counter) {
        counter.perSample += in.samples;
        return drawn(in, 1);
    }

    /** The library as it comes, without draws. */
    @Benchmark
    public List<Figure<?>> exact(Exact in) {
        return in.capacity.figures(in.capacity.simulation());
    }

    /** The model alone in one loop over inputs that are there already; time for one sample. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double fusedLoop(Columns in) {
        double sum = 0;
        for (double[][] block : in.inputs) {
            Capacity10.compute(block, in.outputs, BLOCK);
            sum += in.outputs[Capacity10.STORAGE][0];
        }
        return sum;
    }

    /** The model alone as the library recorded it, which includes {@link #inputsCopied}; time for one sample. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double recordedModel(Columns in) {
        double sum = 0;
        for (int block = 0; block < BLOCKS; block++) {
            in.run.evaluate(in.source(block), BLOCK);
            sum += in.run.column(Capacity10.STORAGE)[0];
        }
        return sum;
    }

    /** What of {@link #recordedModel} is not the model: fetching inputs that are there already; time for one sample. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[][] inputsCopied(Columns in) {
        double[][] copies = in.copies;
        for (int block = 0; block < BLOCKS; block++) {
            Program.Source source = in.source(block);
            for (int leaf = 0; leaf < in.columns.length; leaf++) {
                source.fill(leaf, copies[in.columns[leaf]], BLOCK);
            }
        }
        return copies;
    }

    /** One draw. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] draw(OneTable in) {
        for (int block = 0; block < BLOCKS; block++) {
            in.drawn.from(block * BLOCK).fill(0, in.column, BLOCK);
        }
        return in.column;
    }

    /** The baseline of {@link #draw}: a log-normal draw written by hand. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public double[] drawByHand(ByHand in) {
        for (int i = 0; i < BLOCK; i++) {
            in.column[i] = ByHand.SIZE.draw(in.random);
        }
        return in.column;
    }

    /** What has to be prepared before the first draw: direction numbers and table; time for one estimate. */
    @Benchmark
    public DrawnInputs prepareDraws(OneInput in) {
        return in.drawn();
    }

    /** The table of a PERT by itself. */
    @Benchmark
    public Object table(Shaped in) {
        return TableOfDraws.of(in.pert);
    }

    /** The baseline of {@link #table}: as many quantiles as a coarse table is fitted to, one after the other. */
    @Benchmark
    public double quantilesOfTable(Shaped in) {
        double sum = 0;
        for (int i = 1; i <= TABLE; i++) {
            sum += in.pert.quantile(i / (TABLE + 1.0));
        }
        return sum;
    }

    static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of(GENERATOR).create(seed);
    }

    static List<Distribution> drawn(Model in, int threads) {
        Settings settings = Settings.USUAL
                .drawingAll()
                .withSamples(in.samples)
                .withThreads(threads)
                .withSeed(in.nextSeed());
        return Engine.run(in.capacity.derivations(), settings).distributions();
    }

    /** Mean and four percentiles of each. */
    static List<Estimate> estimates(List<Distribution> distributions) {
        List<Estimate> estimates = new ArrayList<>();
        for (Distribution distribution : distributions) {
            estimates.add(distribution.mean());
            estimates.addAll(List.of(distribution.quantiles(0.05, 0.5, 0.95, 0.99)));
        }
        return estimates;
    }
}
