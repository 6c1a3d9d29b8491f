package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.latency.CriticalPath;
import dev.estimator.latency.Latency;
import dev.estimator.report.DesignSheet;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What components add to the mean of a use case adds up to it, however steps are put together. */
class ContributionsProperties {
    private static final Component API = waiting("api", 5);
    private static final Component STORE = waiting("store", 20);
    private static final Component LINE =
            Component.named("line").serviceTime(ms(2), count(2)).oneLine().instances(count(3));
    private static final Component SHARDS =
            Component.named("shards").serviceTime(ms(3), count(1)).shards(count(4), percent(40));
    private static final Component DOWN = waiting("down", 7);

    private static Component waiting(String name, double ms) {
        return Component.named(name).latency(Latency.exponential(ms(ms)));
    }

    @Provide
    Arbitrary<Step> steps() {
        return steps(3);
    }

    private static Arbitrary<Step> steps(int depth) {
        Arbitrary<Step> visit = Arbitraries.of(API, STORE, LINE, SHARDS, DOWN, STORE.calling(LINE), API.calling(DOWN));
        if (depth == 0) {
            return visit;
        }
        Arbitrary<Step> inner = Arbitraries.lazy(() -> steps(depth - 1));
        List<UnaryOperator<Step>> around = List.of(
                step -> Step.sometimes(percent(30), step),
                step -> Step.times(1.51, step),
                step -> Step.retried(3, percent(40), step),
                step -> Step.retried(3, percent(40), percent(10), step),
                step -> Step.hedged(percent(5), step),
                step -> Step.fanOut(3, step),
                step -> Step.firstOf(1, 2, step),
                Step::async);
        return Arbitraries.oneOf(
                visit,
                visit.map(step -> Step.every(step.asVisit("step").component())),
                visit.map(Step::tied),
                Combinators.combine(Arbitraries.of(around), inner).as((way, step) -> way.apply(step)),
                Combinators.combine(inner, inner).as(Step::inSequence),
                Combinators.combine(inner, inner).as(Step::atOnce),
                Combinators.combine(inner, inner).as(Step::anyOf),
                Combinators.combine(inner, inner).as((cache, store) -> Step.cacheAside(cache, percent(80), store)));
    }

    @Property(tries = 60)
    void contributions_addUpToTheMean(@ForAll("steps") Step step) {
        Architecture all = Architecture.of(UseCase.read("read", qps(1), qps(1), Step.inSequence(step, DOWN, STORE)));
        for (Architecture system : List.of(all, all.without(DOWN), all.retried(STORE, 3, percent(20)))) {
            double sum = system.contributions("read").values().stream()
                    .mapToDouble(mean -> mean.to(SECONDS))
                    .sum();
            assertNear(system.mean("read").to(SECONDS), sum, 1e-11);
        }
    }

    private static double inRead(Architecture system, String component) {
        return requireNonNull(system.contributions("read").get(component)).to(SECONDS);
    }

    /**
     * The slower of two exponentials takes 5 + 20 − 1 ÷ (1/5 + 1/20) = 21 ms; the first is the faster, at 4 ms on
     * average, in 4 of 5 cases, so the slower in 5 − 16 / 5 = 1.8 ms of its 5, and what follows is as it is.
     */
    @Example
    void contributions_whereEachIsTheSlower() {
        Step step = Step.inSequence(Step.sometimes(percent(50), Step.atOnce(API, STORE)), STORE);
        Architecture system = Architecture.of(UseCase.read("read", qps(1), qps(1), step));
        assertThat(inRead(system, "api")).isCloseTo(0.0009, within(1e-7));
        assertThat(inRead(system, "store")).isCloseTo(0.0096 + 0.02, within(1e-7));
    }

    private static final Component GUARD = waiting("guard", 10);

    /** Nothing is said alone of what is in one branch, or in one step whose mean is not that of its visits. */
    @Property(tries = 30)
    void contributions_ofCompounds(@ForAll("steps") Step step) {
        Architecture plain = Architecture.of(UseCase.read("read", qps(1), qps(1), Step.inSequence(step, GUARD)));
        Architecture system = Architecture.of(
                UseCase.read("read", qps(1), qps(1), Step.atOnce(step, GUARD)),
                UseCase.read("again", qps(1), qps(1), Step.hedged(percent(5), Step.atOnce(step, GUARD))));
        List<String> names = plain.contributions("read").keySet().stream()
                .flatMap(key -> Stream.of(key.split(", | and ")))
                .distinct()
                .toList();
        assertThat(system.contributions("again")).hasSize(1);
        String group =
                requireNonNull(system.contributions("again").keySet().iterator().next());
        assertThat(group.split(", | and ")).containsExactlyElementsOf(names);
        assertThat(system.contributions("read")).hasSize(Math.min(2, names.size()));
        for (String useCase : List.of("read", "again")) {
            double sum = system.contributions(useCase).values().stream()
                    .mapToDouble(mean -> mean.to(SECONDS))
                    .sum();
            assertNear(system.mean(useCase).to(SECONDS), sum, 1e-11);
        }
    }

    /**
     * A look-up X has the transform φ(s) = 1 ÷ (1 + 5 s) × (85 % + 15 % ÷ (1 + 20 s)), beside which the guard takes an
     * exponential time of 10 ms: X adds where it is slower E X + φ′(1/10) = 8 − 20/9 ms, the guard 10 φ(1/10) −
     * φ′(1/10) = 6 + 20/9 ms.
     */
    @Example
    void contributions_ofABranchOfTwo() {
        Step look = Step.cacheAside(API, percent(85), STORE);
        Step guarded = Step.atOnce(look, GUARD);
        Step other = Step.atOnce(Step.inSequence(STORE, API), GUARD.calling(DOWN), LINE);
        Architecture system = Architecture.of(
                UseCase.read("read", qps(1), qps(1), Step.inSequence(Step.times(2, guarded), STORE)),
                UseCase.read("merged", qps(1), qps(1), Step.inSequence(guarded, other)),
                UseCase.read("alone", qps(1), qps(1), Step.atOnce(look, Step.async(GUARD))),
                UseCase.read("nested", qps(1), qps(1), Step.atOnce(guarded, DOWN)));
        assertThat(system.contributions("read").keySet()).containsExactly("api and store", "guard", "store");
        assertThat(inRead(system, "api and store")).isCloseTo(2 * (8 - 20 / 9.0) / 1000, within(1e-7));
        assertThat(inRead(system, "guard")).isCloseTo(2 * (6 + 20 / 9.0) / 1000, within(1e-7));
        assertThat(system.contributions("merged").keySet())
                .containsExactly("api and store", "guard", "guard and down", "line");
        assertThat(system.contributions("alone").keySet()).containsExactly("api", "store");
        assertThat(system.contributions("nested").keySet()).containsExactly("api, store and guard", "down");
    }

    /** 312.2 ± 1.5 µs and 24.477 ± 0.005 ms, by 8 million draws of each. */
    @Example
    void contributions_ofARareStore() {
        Component sessions = Component.named("sessions").latency(Latency.ofP50P99(ms(0.5), ms(2)));
        Component store = Component.named("store").latency(Latency.ofP50P99(ms(4), ms(40)));
        Component guard = Component.named("guard").latency(Latency.ofP50P99(ms(20), ms(90)));
        Step look = Step.cacheAside(sessions, percent(85), store.readOnly());
        Architecture system =
                Architecture.of(UseCase.read("read", qps(1), qps(1), API.calling(Step.atOnce(look, guard))));
        assertThat(inRead(system, "sessions and store")).isCloseTo(312.2e-6, within(3e-6));
        assertThat(inRead(system, "guard")).isCloseTo(24.477e-3, within(2e-5));
        assertThat(DesignSheet.titled("Chat").architecture(system).toString())
                .containsPattern("component +at peak +carries +mean per read\n.*api .* 5 ms\n.*sessions .* –\n"
                        + ".*store .* –\n.*guard .* 24 ms\n.*sessions and store .* 312 µs\n.*end to end .* 30 ms");
    }

    /** Beside a simulation, with a branch of two components, as the table of the critical path has them. */
    @Example
    void contributions_ofLogNormals() {
        Latency a = Latency.ofP50P99(ms(10), ms(60));
        Latency b = Latency.ofP50P99(ms(8), ms(90));
        Component first = Component.named("first").latency(a);
        Component other = Component.named("other").latency(b);
        Architecture system = Architecture.of(
                        UseCase.read("read", qps(1), qps(1), Step.atOnce(DOWN.calling(first), Step.async(API), other)))
                .without(DOWN);
        Architecture both = Architecture.of(UseCase.read("read", qps(1), qps(1), Step.atOnce(first, other)));
        var random = new Random(7);
        double[] sums = new double[2];
        int n = 2_000_000;
        for (int i = 0; i < n; i++) {
            double one = 0.01 * Math.exp(Math.log(6) / 2.3263478740408408 * random.nextGaussian());
            double two = 0.008 * Math.exp(Math.log(90 / 8.0) / 2.3263478740408408 * random.nextGaussian());
            sums[one > two ? 0 : 1] += Math.max(one, two) / n;
        }
        assertNear(sums[0], inRead(both, "first"), 4e-3);
        assertNear(sums[1], inRead(both, "other"), 4e-3);
        CriticalPath path = both.latency("read").criticalPath();
        double mean = path.total().mean().to(SECONDS);
        assertNear(path.terms().get(0).atOnce().get(0).share().value() * mean, inRead(both, "first"), 1e-4);
        assertNear(system.mean("read").to(SECONDS), inRead(system, "other"), 1e-9);
    }

    /**
     * Three tries of which two in five fail: 1 + 0.4 + 0.16 of 20 ms, for the mean, the distribution, and the thread of
     * the caller.
     */
    @Example
    void retried_takesTimeAndThreads() {
        Component front = Component.named("front")
                .serviceTime(ms(1), count(8))
                .threads(count(50))
                .instances(count(1));
        Architecture system = Architecture.of(UseCase.read("read", qps(100), qps(100), front.calling(STORE)));
        Architecture storm = system.retried(STORE, 3, percent(40));
        double one = system.mean("read").to(SECONDS);
        assertNear(0.02, inRead(system, "store"));
        assertNear(1.56 * 0.02, inRead(storm, "store"));
        assertNear(one + 0.56 * 0.02, storm.mean("read").to(SECONDS), 1e-9);
        assertThat(storm.latency("read").mean().to(SECONDS)).isCloseTo(one + 0.56 * 0.02, within(2e-5));
        assertNear(
                100 * (0.001 + 1.56 * 0.02) / 50,
                storm.load(front).utilization("threads").value());
    }

    /** As if the step said it; of one line both of a tied visit wait alike. */
    @Example
    void retried_isAsTheStep() {
        for (Step plain : List.of(LINE, Step.tied(LINE))) {
            Architecture whatIf = Architecture.of(UseCase.read("read", qps(500), qps(500), plain))
                    .retried(LINE, 2, percent(25));
            Architecture said =
                    Architecture.of(UseCase.read("read", qps(500), qps(500), Step.retried(2, percent(25), LINE)));
            assertNear(
                    said.load(LINE).rate().to(PER_SECOND),
                    whatIf.load(LINE).rate().to(PER_SECOND));
            assertNear(said.mean("read").to(SECONDS), whatIf.mean("read").to(SECONDS), 1e-3);
            assertNear(
                    said.latency("read").p99().to(SECONDS),
                    whatIf.latency("read").p99().to(SECONDS),
                    1e-3);
        }
    }
}
