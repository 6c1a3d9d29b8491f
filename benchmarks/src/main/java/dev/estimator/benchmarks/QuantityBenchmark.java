package dev.estimator.benchmarks;

import static dev.estimator.benchmarks.CapacityInputs.ESTIMATES;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.TB;

import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a number with a unit costs: one capacity estimate of 13 steps, over 1,024 different inputs.
 *
 * <p>The peak rate is {@code users × requests ÷ 1 d × peak to average}; the write bandwidth {@code peak rate × (1 −
 * read share) × size}; the storage {@code write bandwidth ÷ peak to average × retention × copies}; the servers
 * {@code ⌈peak rate ÷ (rate of one server × utilization)⌉}. Each benchmark adds up terabytes and servers of all
 * estimates; time and bytes are for one estimate.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ESTIMATES)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class QuantityBenchmark {
    /** The inputs, in a JVM that sees nothing but plain quantities. */
    @State(Scope.Benchmark)
    public static class Plain {
        final CapacityInputs numbers = new CapacityInputs();
        final CapacityQuantities quantities = new CapacityQuantities(numbers, UnaryOperator.identity());
    }

    /** The same inputs, in a JVM where an assumption went through the very same code first. */
    @State(Scope.Benchmark)
    public static class AfterAssumption extends Plain {
        private static final int TIMES = 20;

        /** Leaves the derivation path in the profile of every step. */
        public AfterAssumption() {
            var assumed = new CapacityQuantities(numbers, users -> assume("daily active users", users));
            for (int i = 0; i < TIMES; i++) {
                double inLoop = sumOfQuantities(assumed);
                double inMethod = sumOfMethod(assumed);
                if (inLoop != inMethod) {
                    throw new IllegalStateException("the same formula gave " + inLoop + " and " + inMethod);
                }
            }
        }
    }

    /** The baseline: the formula over doubles. */
    @Benchmark
    public double raw(Plain in) {
        return sumOfDoubles(in.numbers);
    }

    /** The steps in the caller's loop, over quantities that are there already, as in a model. */
    @Benchmark
    public double quantities(Plain in) {
        return sumOfQuantities(in.quantities);
    }

    /** As {@link #quantities}, after an assumption. */
    @Benchmark
    public double quantitiesAfterAssumption(AfterAssumption in) {
        return sumOfQuantities(in.quantities);
    }

    /** The steps in the caller's loop; the loop also makes the quantities of numbers, which checks each number. */
    @Benchmark
    public double made(Plain in) {
        return sumOfMade(in.numbers);
    }

    /** As {@link #made}, after an assumption. */
    @Benchmark
    public double madeAfterAssumption(AfterAssumption in) {
        return sumOfMade(in.numbers);
    }

    /** The formula in one method that takes a {@link Count}. */
    @Benchmark
    public double method(Plain in) {
        return sumOfMethod(in.quantities);
    }

    /** As {@link #method}, after an assumption. */
    @Benchmark
    public double methodAfterAssumption(AfterAssumption in) {
        return sumOfMethod(in.quantities);
    }

    /** The same sums with JSR 385. */
    @Benchmark
    public double indriya(Plain in) {
        return IndriyaEstimates.sum(in.numbers);
    }

    static double sumOfDoubles(CapacityInputs in) {
        double total = 0;
        for (int i = 0; i < ESTIMATES; i++) {
            double peak = in.users[i] * in.requestsPerUser[i] / 86_400 * in.peakToAverage[i];
            double written = peak * (1 - in.readShare[i]) * in.writeBytes[i];
            double storage = written / in.peakToAverage[i] * (in.retentionDays[i] * 86_400) * in.copies[i];
            double servers = Math.ceil(peak / (in.perServer[i] * in.utilization[i]));
            total += storage / 1e12 + servers;
        }
        return total;
    }

    static double sumOfQuantities(CapacityQuantities in) {
        double total = 0;
        for (int i = 0; i < ESTIMATES; i++) {
            Qps peak = in.users[i].times(in.requestsPerUser[i]).per(DAY).times(in.peakToAverage[i]);
            Bandwidth written = peak.times(in.readShare[i].complement()).times(in.writeSize[i]);
            Bytes storage =
                    written.div(in.peakToAverage[i]).times(in.retention[i]).times(in.copies[i]);
            Count servers = peak.div(in.perServer[i].times(in.utilization[i])).ceil();
            total += storage.to(TB) + servers.value();
        }
        return total;
    }

    static double sumOfMade(CapacityInputs in) {
        double total = 0;
        for (int i = 0; i < ESTIMATES; i++) {
            Ratio peakToAverage = ratio(in.peakToAverage[i]);
            Qps peak = count(in.users[i])
                    .times(count(in.requestsPerUser[i]))
                    .per(DAY)
                    .times(peakToAverage);
            Bandwidth written =
                    peak.times(Share.of(in.readShare[i]).complement()).times(bytes(in.writeBytes[i]));
            Bytes storage =
                    written.div(peakToAverage).times(days(in.retentionDays[i])).times(ratio(in.copies[i]));
            Count servers = peak.div(qps(in.perServer[i]).times(Share.of(in.utilization[i])))
                    .ceil();
            total += storage.to(TB) + servers.value();
        }
        return total;
    }

    static double sumOfMethod(CapacityQuantities in) {
        double total = 0;
        for (int i = 0; i < ESTIMATES; i++) {
            total += estimate(in.users[i], in, i);
        }
        return total;
    }

    private static double estimate(Count users, CapacityQuantities in, int i) {
        Qps peak = users.times(in.requestsPerUser[i]).per(DAY).times(in.peakToAverage[i]);
        Bandwidth written = peak.times(in.readShare[i].complement()).times(in.writeSize[i]);
        Bytes storage = written.div(in.peakToAverage[i]).times(in.retention[i]).times(in.copies[i]);
        Count servers = peak.div(in.perServer[i].times(in.utilization[i])).ceil();
        return storage.to(TB) + servers.value();
    }
}
