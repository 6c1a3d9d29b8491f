package dev.estimator.benchmarks;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Quantities;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.CallChain;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an exact availability costs where 40 services are each called in three places: they form a ring, and any three
 * neighbours must not be down together.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BlockDiagramBenchmark {
    static final int SERVICES = 40;

    private final double[] unavailabilities =
            IntStream.range(0, SERVICES).mapToDouble(i -> 0.01 + i / 1e4).toArray();
    private final List<Call> groups = ring(unavailabilities);
    private final CallChain chain = CallChain.builder().addAllCalls(groups).build();
    private final String last = "service " + (SERVICES - 1);
    private final Availability before = chain.availability();
    private final Availability never = Quantities.percentUp(0);

    /**
     * The baseline: the hand-written recursion for this one structure, around the ring with the last two states in
     * mind.
     */
    @Benchmark
    public double byHand() {
        return unavailabilityByHand(unavailabilities);
    }

    /** From services to the availability: the diagram is built and evaluated. */
    @Benchmark
    public Availability fromScratch() {
        return CallChain.builder().addAllCalls(groups).build().availability();
    }

    /** The formula once more for other inputs, as in each draw of a range and each what-if. */
    @Benchmark
    public Availability given() {
        return before.given(last, never);
    }

    /** What takes it down. */
    @Benchmark
    public int minimalCuts() {
        return CallChain.builder().addAllCalls(groups).build().minimalCuts().size();
    }

    static List<Call> ring(double... unavailabilities) {
        Call[] services = IntStream.range(0, SERVICES)
                .mapToObj(i -> Call.of("service " + i, Availability.ofUnavailability(unavailabilities[i])))
                .toArray(Call[]::new);
        return IntStream.range(0, SERVICES)
                .mapToObj(i -> Call.anyOf(services[i], services[(i + 1) % SERVICES], services[(i + 2) % SERVICES]))
                .toList();
    }

    static double unavailabilityByHand(double... unavailabilities) {
        double down = 0;
        for (int start = 0; start < 4; start++) {
            boolean firstDown = (start & 1) == 1;
            boolean secondDown = (start & 2) == 2;
            double u0 = unavailabilities[0];
            double u1 = unavailabilities[1];
            // by the last two states: 0 if the last is up, 1 if only the last is down, 2 if both are
            double[] alive = new double[3];
            alive[secondDown ? (firstDown ? 2 : 1) : 0] = (firstDown ? u0 : 1 - u0) * (secondDown ? u1 : 1 - u1);
            for (int i = 2; i < SERVICES; i++) {
                double u = unavailabilities[i];
                down += alive[2] * u;
                double allUp = (alive[0] + alive[1] + alive[2]) * (1 - u);
                alive[2] = alive[1] * u;
                alive[1] = alive[0] * u;
                alive[0] = allUp;
            }
            down += firstDown ? alive[2] + (secondDown ? alive[1] : 0) : 0;
        }
        return down;
    }
}
