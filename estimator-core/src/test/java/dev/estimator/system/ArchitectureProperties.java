package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.MB_PER_SECOND;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.Serial;
import dev.estimator.latency.Latency;
import dev.estimator.model.Servers;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Qps;
import dev.estimator.queueing.ErlangC;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/**
 * What holds for every system: flows are kept, Little's law, more traffic is never better, and the models that it is
 * made of.
 */
class ArchitectureProperties {
    private static final int TRIES = 100;
    private static final double ROUNDING = 1e-11;

    /**
     * Two use cases over five components, with all that a test needs to compute the same by hand.
     *
     * @param read what a read does
     * @param write what a write does
     * @param reads a second at peak; on average it is a third
     * @param writes a second at peak
     * @param serviceMs how long each component takes
     * @param workers of an instance of each
     */
    record Case(Tree read, Tree write, double reads, double writes, List<Double> serviceMs, List<Integer> workers) {
        Component component(int i) {
            return Component.named("c" + i)
                    .serviceTime(ms(serviceMs.get(i)), count(workers.get(i)))
                    .roundTrip(latency(ms(0.1 + i)))
                    .zones(1 + i % 3, i % 3 == 0 ? 0 : 1)
                    .spares(count(i == 4 ? 1 : 0))
                    .up(percentUp(99 - 1.7 * i));
        }

        Component[] components() {
            return IntStream.range(0, Tree.COMPONENTS).mapToObj(this::component).toArray(Component[]::new);
        }

        Architecture system() {
            return of(read.step(components()), write.step(components()));
        }

        Architecture of(Step ofRead, Step ofWrite) {
            return Architecture.of(
                    UseCase.read("read", qps(reads / 3), qps(reads), ofRead),
                    UseCase.write("write", qps(writes / 3), qps(writes), ofWrite));
        }

        double[] visits() {
            double[] visits = new double[Tree.COMPONENTS];
            read.visits(reads, visits);
            write.visits(writes, visits);
            return visits;
        }
    }

    @Provide
    Arbitrary<Case> sequential() {
        return cases(Tree.awaited());
    }

    @Provide
    Arbitrary<Case> any() {
        return cases(Tree.any());
    }

    @Provide
    Arbitrary<Case> withFallbacks() {
        return cases(Tree.withFallbacks());
    }

    private static Arbitrary<Case> cases(Arbitrary<Tree> trees) {
        return Combinators.combine(
                        trees,
                        trees,
                        Arbitraries.doubles().between(1, 5000),
                        Arbitraries.doubles().between(1, 5000),
                        Arbitraries.doubles().between(0.1, 20).list().ofSize(Tree.COMPONENTS),
                        Arbitraries.integers().between(1, 16).list().ofSize(Tree.COMPONENTS))
                .as(Case::new);
    }

    private static int index(Load load) {
        return Integer.parseInt(load.component().name().substring(1));
    }

    /** Rates are requests × visits, of all use cases and callers together; reads and writes are all there is. */
    @Property(tries = TRIES)
    void peak_isTheSumOfAllVisits(@ForAll("any") Case given) {
        double[] visits = given.visits();
        for (Load load : given.system().loads()) {
            double expected = visits[index(load)];
            assertNear(expected, load.peak().to(PER_SECOND), ROUNDING);
            assertNear(expected / 3, load.reads().plus(load.writes()).to(PER_SECOND), ROUNDING);
        }
    }

    /** Whatever it consists of, and whatever was changed, a system is the same one where it was sent to. */
    @Property(tries = TRIES)
    void serialized_saysTheSame(@ForAll("withFallbacks") Case given) {
        List<Load> loads = given.system().loads();
        Architecture system = given.system()
                .zones(percentUp(99.9))
                .times(ratio(1.5))
                .retried(loads.get(0).component(), 2, percent(3))
                .without(loads.get(loads.size() - 1).component());
        Architecture copy = Serial.roundTrip(system);
        assertThat(copy).hasToString(system.toString());
        assertThat(copy.times(ratio(2))).hasToString(system.times(ratio(2)).toString());
    }

    /** What callers send is what arrives, of requests and of bytes both ways, and nothing comes from nowhere. */
    @Property(tries = TRIES)
    void flows_areKept(@ForAll("any") Case given) {
        Step read = Component.named("front")
                .sending(bytes(300))
                .receiving(bytes(7000))
                .calling(given.read.step(given.components()));
        Architecture system = given.of(read, given.write.step(given.components()));
        for (Load load : system.loads()) {
            String name = load.component().name();
            List<Flow> in = system.flows().stream()
                    .filter(flow -> flow.callee().equals(name))
                    .toList();
            List<Flow> out = system.flows().stream()
                    .filter(flow -> flow.caller().equals(name))
                    .toList();
            assertNear(sum(in, flow -> flow.peak().to(PER_SECOND)), load.peak().to(PER_SECOND), ROUNDING);
            assertNear(megabytes(in, Flow::sent) + megabytes(out, Flow::returned), of(load::bytesIn), ROUNDING);
            assertNear(megabytes(in, Flow::returned) + megabytes(out, Flow::sent), of(load::bytesOut), ROUNDING);
        }
        List<Flow> entry = system.flows().stream()
                .filter(flow -> flow.caller().equals("clients"))
                .toList();
        double inside =
                system.loads().stream().mapToDouble(load -> of(load::bytesIn)).sum();
        double sent =
                system.loads().stream().mapToDouble(load -> of(load::bytesOut)).sum();
        assertNear(inside + megabytes(entry, Flow::returned), sent + megabytes(entry, Flow::sent), ROUNDING);
    }

    private static double sum(List<Flow> flows, Function<Flow, Double> part) {
        return flows.stream().mapToDouble(part::apply).sum();
    }

    private static double megabytes(List<Flow> flows, Function<Flow, Optional<Bandwidth>> part) {
        return sum(
                flows,
                flow -> part.apply(flow).map(bytes -> bytes.to(MB_PER_SECOND)).orElse(0.0));
    }

    /** What has no size is refused, and is none of what has one. */
    private static double of(Supplier<Bandwidth> bytes) {
        try {
            return bytes.get().to(MB_PER_SECOND);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining(" must have a size: say ");
            return 0;
        }
    }

    /**
     * Little's law of one component: those at work and those who wait are as many as {@link ErlangC} says of each
     * instance.
     */
    @Property(tries = TRIES)
    void little_ofEachComponent(@ForAll("any") Case given) {
        for (Load load : given.system().loads()) {
            int i = index(load);
            Qps each = load.peak().div(load.instances());
            ErlangC queue = ErlangC.of(each, ms(given.serviceMs.get(i)), count(given.workers.get(i)));
            double onTheWay = load.peak().to(PER_SECOND) * (0.1 + i) / 1000;
            double inside = queue.meanInSystem().value() * load.instances().value();
            double all = load.peak().times(load.meanLatency()).value();
            assertNear(inside + onTheWay, all, ROUNDING);
            assertNear(queue.utilization().value(), load.utilization().value(), ROUNDING);
        }
    }

    /**
     * Little's law of the whole: those in all components are those in all use cases, where one thing is done after
     * another.
     */
    @Property(tries = TRIES)
    void little_ofTheWhole(@ForAll("sequential") Case given) {
        Architecture system = given.system();
        double inside = system.loads().stream()
                .mapToDouble(load -> load.peak().times(load.meanLatency()).value())
                .sum();
        double asked = system.useCases().stream()
                .mapToDouble(useCase ->
                        useCase.peak().times(system.mean(useCase.name())).value())
                .sum();
        assertNear(asked, inside, ROUNDING);
    }

    /** Visits × means, and so do contributions add up. */
    @Property(tries = TRIES)
    void mean_isThatOfTheTree(@ForAll("any") Case given) {
        Architecture system = given.system();
        double[] means = new double[Tree.COMPONENTS];
        system.loads().forEach(load -> means[index(load)] = load.meanLatency().to(SECONDS));
        assertNear(given.read.mean(means), system.mean("read").to(SECONDS), ROUNDING);
        double contributions = system.contributions("write").values().stream()
                .mapToDouble(mean -> mean.to(SECONDS))
                .sum();
        assertNear(given.write.mean(means), contributions, ROUNDING);
    }

    /** Two callers of one component are as one that calls it as often as both. */
    @Property
    void twoCallers_addUp(
            @ForAll @DoubleRange(min = 1, max = 3000) double one,
            @ForAll @DoubleRange(min = 1, max = 3000) double other,
            @ForAll @IntRange(min = 1, max = 99) int share) {
        Component store = Component.named("store").serviceTime(ms(3), count(4));
        Step left = Component.named("left").calling(store);
        Step right = Component.named("right").calling(Step.sometimes(percent(share), store));
        Load together = Architecture.of(
                        UseCase.read("left", qps(one), qps(one), left),
                        UseCase.read("right", qps(other), qps(other), right))
                .load(store);
        double all = one + other * share / 100;
        Load alone =
                Architecture.of(UseCase.read("all", qps(all), qps(all), store)).load(store);
        assertNear(alone.peak().to(PER_SECOND), together.peak().to(PER_SECOND), ROUNDING);
        assertThat(together.instances()).isEqualTo(alone.instances());
        assertNear(alone.meanLatency().to(SECONDS), together.meanLatency().to(SECONDS), ROUNDING);
    }

    /**
     * More traffic never needs fewer instances; of the same instances they are busier, waits are longer and less is
     * left.
     */
    @Property(tries = TRIES)
    void moreTraffic_isNeverBetter(
            @ForAll("any") Case given, @ForAll @DoubleRange(min = 1.01, max = 1.4) double factor) {
        Architecture needed = given.system();
        Architecture moreNeeded = needed.times(ratio(factor));
        Architecture bought = needed.provisioned(90);
        Architecture more = bought.times(ratio(factor));
        for (Load load : needed.loads()) {
            Component component = load.component();
            assertThat(moreNeeded.load(component).instances()).isGreaterThanOrEqualTo(load.instances());
            assertThat(more.load(component).utilization())
                    .isGreaterThan(bought.load(component).utilization());
            assertThat(more.load(component).headroom())
                    .isLessThan(bought.load(component).headroom());
            assertThat(more.load(component).meanLatency())
                    .isGreaterThanOrEqualTo(bought.load(component).meanLatency());
        }
        assertNear(bought.headroom().value(), more.headroom().value() * factor, ROUNDING);
        assertThat(more.mean("read")).isGreaterThanOrEqualTo(bought.mean("read"));
    }

    /** Instances as {@link Servers} counts them alone. */
    @Property(tries = TRIES)
    void instances_areThoseOfServers(@ForAll("any") Case given) {
        double[] visits = given.visits();
        for (Load load : given.system().loads()) {
            int i = index(load);
            Servers servers = Servers.builder()
                    .limit("workers", qps(visits[i]).times(ms(given.serviceMs.get(i))), count(given.workers.get(i)))
                    .targetUtilization(percent(70))
                    .zones(count(1 + i % 3))
                    .zonesThatMayFail(count(i % 3 == 0 ? 0 : 1))
                    .spares(count(i == 4 ? 1 : 0))
                    .build();
            assertThat(load.instances()).isEqualTo(servers.servers());
        }
    }

    /** The chain of calls against all states of five components, each of which carries all that may come. */
    @Property(tries = TRIES)
    void availability_isThatOfAllStates(
            @ForAll("withFallbacks") Case given, @ForAll @IntRange(max = Tree.COMPONENTS - 1) int down) {
        Component[] large = Arrays.stream(given.components())
                .map(each -> each.instances(count(1_000_000)))
                .toArray(Component[]::new);
        Architecture system = given.of(given.read.step(large), given.write.step(large));
        assertThat(system.availability("read").value()).isCloseTo(ofAllStates(given, up -> {}), within(ROUNDING));
        if (system.loads().stream().anyMatch(load -> index(load) == down)) {
            assertThat(system.without(large[down]).availability("read").value())
                    .isCloseTo(ofAllStates(given, up -> up[down] = false), within(ROUNDING));
        }
    }

    private static double ofAllStates(Case given, Consumer<boolean[]> change) {
        return Tree.states()
                .mapToDouble(up -> {
                    double probability = probability(up);
                    change.accept(up);
                    return given.read.success(up) * probability;
                })
                .sum();
    }

    /** What is down fails those that need it, against the tree; cache, share and fallback each keep some. */
    @Property(tries = TRIES)
    void served_withoutAComponent(@ForAll("withFallbacks") Case given) {
        Architecture system = given.system();
        for (Load load : system.loads()) {
            boolean[] up = {true, true, true, true, true, true}; // the last says that tries may all fail
            up[index(load)] = false;
            assertThat(system.without(load.component()).served("read").value())
                    .isCloseTo(given.read.success(up), within(ROUNDING));
        }
    }

    private static double probability(boolean... up) {
        return IntStream.range(0, up.length)
                .mapToDouble(i -> (up[i] ? 99 - 1.7 * i : 1 + 1.7 * i) / 100)
                .reduce(1, (a, b) -> a * b);
    }

    /** Percentiles as {@link Latency} has them of the same calls. */
    @Property(tries = 30)
    void latency_isThatOfTheCalls(@ForAll("sequential") Case given, @ForAll @IntRange(min = 1, max = 99) int hits) {
        Component[] all = given.components();
        Step step = all[0].calling(Step.cacheAside(all[1], percent(hits), all[2]), all[3]);
        Architecture system = given.of(step, step);
        Latency[] each =
                IntStream.range(0, 4).mapToObj(i -> alone(given, system, i)).toArray(Latency[]::new);
        Latency miss = Latency.mix(percent(hits), latency(ms(0)), each[2]);
        Latency expected = Latency.inSequence(each[0], each[1], miss, each[3]);
        for (double percent : new double[] {50, 99}) {
            assertNear(
                    expected.percentile(percent).to(SECONDS),
                    system.latency("read").percentile(percent).to(SECONDS),
                    1e-4);
        }
    }

    private static Latency alone(Case given, Architecture system, int i) {
        Load load = system.load(given.component(i));
        ErlangC queue =
                ErlangC.of(load.peak().div(load.instances()), ms(given.serviceMs.get(i)), count(given.workers.get(i)));
        return latency(ms(0.1 + i)).plus(queue.latency());
    }
}
