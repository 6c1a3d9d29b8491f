package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.MB_PER_SECOND;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Simulation;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Nothing has an end in those cases of a range, and only in those, in which something that somebody waits for is full,
 * whatever makes it full: workers, a limit of requests, or the network.
 */
class FullProperties {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double PEAK = 90;
    private static final Ratio TIMES = assume("times the traffic", between(ratio(0.5), ratio(2)));

    /** The logarithm of the times is normal around zero. */
    private static final double DEVIATION = Math.log(2) / NORMAL.inverseCumulativeProbability(0.95);

    private enum Limit {
        WORKERS,
        REQUESTS,
        NETWORK
    }

    /**
     * A use case over five components.
     *
     * @param tree what it does
     * @param limits what makes each component full
     * @param fullAt at how many times the traffic it is full
     */
    record Case(Tree tree, List<Limit> limits, List<Double> fullAt) {
        Architecture system(Qps peak, Component... components) {
            return Architecture.of(UseCase.read("read", qps(1), peak, tree.step(components)));
        }

        double visits(int component) {
            double[] visits = new double[Tree.COMPONENTS];
            tree.visits(PEAK, visits);
            return visits[component];
        }

        Component component(int i) {
            Component plain = Component.named("c" + i).latency(Latency.of(ms(1 + i)));
            double visits = visits(i);
            if (visits == 0) {
                return plain;
            }
            double most = fullAt.get(i);
            Component one = plain.instances(count(1));
            return switch (limits.get(i)) {
                case WORKERS ->
                    Component.named("c" + i)
                            .serviceTime(seconds(3 / (most * visits)), count(3))
                            .instances(count(1));
                case REQUESTS -> one.requestsPerInstance(qps(most * visits));
                case NETWORK ->
                    network(i) == 0
                            ? one.requestsPerInstance(qps(most * visits))
                            : one.bandwidth(mbPerSecond(most * network(i)));
            };
        }

        /** The busier direction, of a system without limits. */
        private double network(int i) {
            Component[] free = IntStream.range(0, Tree.COMPONENTS)
                    .mapToObj(each -> Component.named("c" + each).latency(Latency.of(ms(1))))
                    .toArray(Component[]::new);
            Load load = system(qps(PEAK), free).load(free[i]);
            return Math.max(of(load::bytesIn), of(load::bytesOut));
        }

        /** Nothing of what has no size, as a look into a cache. */
        private static double of(Supplier<Bandwidth> bytes) {
            try {
                return bytes.get().to(MB_PER_SECOND);
            } catch (IllegalArgumentException e) {
                return 0;
            }
        }

        boolean isAwaited(int i) {
            double[] times = new double[Tree.COMPONENTS];
            times[i] = 1;
            return tree.mean(times) > 0;
        }

        Architecture system() {
            return system(
                    qps(PEAK).times(TIMES),
                    IntStream.range(0, Tree.COMPONENTS)
                            .mapToObj(this::component)
                            .toArray(Component[]::new));
        }

        /** That the times exceed those at which the first is full. */
        double full() {
            double first = IntStream.range(0, Tree.COMPONENTS)
                    .filter(this::isAwaited)
                    .mapToDouble(fullAt::get)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            return 1 - NORMAL.cumulativeProbability(Math.log(first) / DEVIATION);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Tree.any(),
                        Arbitraries.of(Limit.class).list().ofSize(Tree.COMPONENTS),
                        Arbitraries.doubles().between(0.4, 3).list().ofSize(Tree.COMPONENTS))
                .as(Case::new);
    }

    private static <Q extends Quantity<Q>> double beyond(Q quantity) {
        return quantity.isUncertain()
                ? Simulation.of(quantity)
                        .summary(quantity)
                        .probabilityBeyond()
                        .value()
                        .value()
                : 0;
    }

    @Property(tries = 60)
    void mean_hasNoEndWhereAnyIsFull(@ForAll("cases") Case given) {
        Architecture system = given.system();
        assertThat(beyond(system.mean("read"))).isCloseTo(given.full(), within(1e-6));
        for (Load load : system.loads()) {
            int i = Integer.parseInt(load.component().name().substring(1));
            if (given.isAwaited(i)) {
                double own = 1 - NORMAL.cumulativeProbability(Math.log(given.fullAt.get(i)) / DEVIATION);
                String name = load.component().name();
                assertNear(
                        own, beyond(requireNonNull(system.contributions("read").get(name))), 1e-5);
                assertNear(own, beyond(load.latency().p50()), 1e-5);
            }
        }
    }
}
