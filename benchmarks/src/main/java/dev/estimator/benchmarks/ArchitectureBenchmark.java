package dev.estimator.benchmarks;

import static dev.estimator.quantity.Units.MILLISECONDS;

import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.Load;
import dev.estimator.system.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to ask a system of 30 components and 6 use cases, of which nearly all inputs are ranges. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ArchitectureBenchmark {
    static final int DRAWS = 1 << 14;
    static final long SEED = 20261128;

    private final Architecture known = LargeSystem.described();

    /** The baseline: one loop over draws on doubles, with what {@link LargeSystem.Answers} has of the answers. */
    @Benchmark
    public PlainSummary[] byHand() {
        return PlainSummary.of(LargeSystem.drawnByHand(new SplittableRandom(SEED), DRAWS));
    }

    /** From components to the system. */
    @Benchmark
    public Architecture described() {
        return LargeSystem.described();
    }

    /** The answers of the baseline, each by itself, with its range. */
    @Benchmark
    public int answersOfBaseline() {
        return written(answersByHand(LargeSystem.described()));
    }

    /** The same from one set of draws. */
    @Benchmark
    public int answersTogether() {
        List<Quantity<?>> answers = answersByHand(LargeSystem.described());
        Simulation simulation = Simulation.of(answers);
        return answers.stream().mapToInt(answer -> ends(simulation, answer)).sum();
    }

    /** Every answer but percentiles of latency, each by itself, with its range. */
    @Benchmark
    public int allAnswers() {
        Architecture system = LargeSystem.described();
        return written(allAnswers(system))
                + system.useCases().stream()
                        .mapToInt(each -> system.chain(each.name())
                                .singlePointsOfFailure()
                                .size())
                        .sum()
                + system.byHeadroom().size();
    }

    /** The screen, with the 99th percentiles of latency at the best guess. */
    @Benchmark
    public String table() {
        return LargeSystem.described().toString();
    }

    /** The 99th percentile of one use case at the best guess. */
    @Benchmark
    public double p99AtBestGuess() {
        return known.latency("case 0").p99().to(MILLISECONDS);
    }

    /** The same with its range, which takes 4,096 compositions; {@link #p99AtBestGuess} is one. */
    @Benchmark
    public String p99WithRange() {
        return known.latency("case 0").p99().toString();
    }

    /** The mean latency of one use case with its range. */
    @Benchmark
    public String meanWithRange() {
        return known.latency("case 0").mean().toString();
    }

    /** The screen, and each of its 99th percentiles with a range. */
    @Benchmark
    public int tableWithRangesOfP99() {
        Architecture system = LargeSystem.described();
        List<Quantity<?>> all = new ArrayList<>();
        system.loads().forEach(load -> all.add(load.latency().p99()));
        system.useCases()
                .forEach(useCase -> all.add(system.latency(useCase.name()).p99()));
        return system.toString().length() + written(all);
    }

    static List<Quantity<?>> answersByHand(Architecture system) {
        List<Quantity<?>> all = new ArrayList<>();
        List<Load> loads = LargeSystem.NAMES.stream()
                .map(name -> system.load(Component.named(name)))
                .toList();
        loads.stream().map(Load::rate).forEach(all::add);
        loads.stream().map(Load::instances).forEach(all::add);
        loads.stream().map(Load::utilization).forEach(all::add);
        system.useCases().stream().map(UseCase::name).map(system::mean).forEach(all::add);
        all.add(system.cost());
        return all;
    }

    static List<Quantity<?>> allAnswers(Architecture system) {
        List<Quantity<?>> all = answersByHand(system);
        for (Load load : system.loads()) {
            all.add(load.peak());
            all.add(load.headroom());
            all.add(load.meanLatency());
            all.add(load.availability());
            all.add(load.cost());
        }
        for (UseCase useCase : system.useCases()) {
            all.add(system.availability(useCase.name()));
            all.add(system.served(useCase.name()));
        }
        all.add(system.headroom());
        all.add(system.costPerRequest());
        return all;
    }

    private static int written(List<Quantity<?>> answers) {
        return answers.stream().mapToInt(answer -> answer.toString().length()).sum();
    }

    @SuppressWarnings("unchecked") // a quantity is of its own type
    private static <Q extends Quantity<Q>> int ends(Simulation simulation, Quantity<?> answer) {
        Summary<Q> summary = simulation.summary((Q) answer);
        return summary.p5().toString().length() + summary.p95().toString().length();
    }
}
