package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.retried;
import static dev.estimator.system.Step.sometimes;
import static dev.estimator.system.Step.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Share;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests of which all tries fail, against arithmetic. */
class LostTriesTest {
    private static final Component STORE =
            Component.named("store").serviceTime(ms(2), count(9)).upPerInstance(percentUp(99.5));
    private static final Component OTHER = Component.named("other").serviceTime(ms(3), count(7));

    private static Architecture of(Step step) {
        return Architecture.of(UseCase.read("read", qps(100), qps(100), step));
    }

    private static double served(Step step) {
        return of(step).served("read").value();
    }

    @Test
    void served_withoutThoseThatFailInAllTries() {
        assertNear(1 - 0.027, served(retried(3, percent(30), STORE)));
        assertNear(1 - 0.3, served(retried(1, percent(30), STORE)));
        assertNear(1 - 0.4 * 0.027, served(sometimes(percent(40), retried(3, percent(30), STORE))));
        assertNear(Math.pow(1 - 0.027, 4), served(times(4, retried(3, percent(30), STORE))));
        assertNear(
                (1 - 0.027) * (1 - 0.04),
                served(Step.inSequence(retried(3, percent(30), STORE), retried(2, percent(20), OTHER))));
        assertNear(1, served(OTHER.calling(async(retried(3, percent(30), STORE)))));
        assertNear(0, served(retried(3, percent(100), STORE)));
        assertThat(of(retried(3, percent(30), STORE)).toString()).contains("served at peak: read 97.3%");
    }

    @Test
    void served_whatIf() {
        Architecture system = of(OTHER.calling(STORE));
        assertNear(
                1 - 0.027, system.retried(STORE, 3, percent(30)).served("read").value());
        assertNear(1, system.served("read").value());
        assertThat(system.retried(STORE, 3, percent(30)).availability("read")).isEqualTo(system.availability("read"));
    }

    /** Each of four shards must answer one of two tries: (1 − 0.09)⁴; of those that are asked later none is awaited. */
    @Test
    void served_whatIf_ofAllShards() {
        Component shards = STORE.shards(count(4), percent(25));
        Architecture system = of(OTHER.calling(every(shards)));
        assertNear(1, system.served("read").value());
        assertNear(
                Math.pow(1 - 0.09, 4),
                system.retried(shards, 2, percent(30)).served("read").value());
        Architecture instances = of(OTHER.calling(every(STORE.instances(count(3)))));
        assertNear(
                Math.pow(1 - 0.027, 3),
                instances.retried(STORE, 3, percent(30)).served("read").value());
        Architecture later = of(OTHER.calling(async(every(shards))));
        assertNear(1, later.retried(shards, 2, percent(30)).served("read").value());
    }

    /** The budget leaves 12 of 24 tries that follow: of the 20 that fail 10 are tried again, and 4 % of them fail. */
    @Test
    void served_withinABudget() {
        assertNear(1 - (0.2 - 0.1 + 0.1 * 0.04), served(retried(3, percent(20), percent(12), STORE)));
        assertNear(1 - 0.008, served(retried(3, percent(20), percent(90), STORE)));
    }

    /** What is lost inside a try is told by the share of tries that fail. */
    @Test
    void served_ofLayers() {
        assertNear(1 - 0.25, served(retried(2, percent(50), OTHER.calling(retried(3, percent(30), STORE)))));
        Architecture inner = of(OTHER.calling(retried(3, percent(30), STORE)));
        assertNear(1 - 0.01, inner.retried(OTHER, 2, percent(10)).served("read").value());
    }

    @Test
    void fallback_takesWhatIsLost() {
        Architecture system = of(anyOf(retried(3, percent(30), STORE), OTHER));
        assertNear(1, system.served("read").value());
        assertNear(2.7, system.load(OTHER).peak().to(PER_SECOND));
        assertNear(139, system.load(STORE).peak().to(PER_SECOND));
        Component cache = Component.named("cache").serviceTime(ms(1), count(3));
        Architecture cached = of(cacheAside(retried(2, percent(10), cache), percent(80), OTHER));
        assertNear(1, cached.served("read").value());
        assertNear(100 * (0.01 + 0.99 * 0.2), cached.load(OTHER).peak().to(PER_SECOND));
        assertThat(cached.caches()).containsExactly("cache");
    }

    /** Nothing is lost, so the fallback is visited by nobody. */
    @Test
    void availability_noTryFails() {
        Architecture system = of(anyOf(retried(2, percent(0), PAY_A), PAY_B));
        assertThat(system.chain("read").failsAloneWith()).isEqualTo("nothing");
        assertThat(system.load(PAY_B).isFallback()).isTrue();
    }

    /** While the first is down nobody knows or needs to know how many of its tries fail. */
    @Test
    void availability_firstIsDown_andItsTriesAreARange() {
        Component first = Component.named("first").up(percentUp(99.9)).instances(count(1));
        Component second = Component.named("second").up(percentUp(99.5)).instances(count(1));
        Share failing = assume("failing", between(percent(1), percent(4)));
        Architecture system = of(anyOf(retried(2, failing, first), second)).without(first);
        assertNear(0.995, system.availability("read").value());
        assertThat(system.availability("read").isUncertain()).isFalse();
        assertNear(1, system.served("read").value());
        assertThat(system.toString()).doesNotContain("no answer");
    }

    /** A quarter of 100 req/s goes to a fallback that carries 20 req/s, so that 5 of them are refused. */
    @Test
    void served_fallbackIsOverloaded() {
        var small = Component.named("small").serviceTime(ms(50), count(1)).instances(count(1));
        assertNear(0.95, served(anyOf(retried(2, percent(50), STORE), small)));
        assertNear(
                0.95,
                of(anyOf(STORE, small))
                        .retried(STORE, 2, percent(50))
                        .served("read")
                        .value());
        assertNear(1, served(anyOf(STORE, small)));
    }

    @Test
    void served_together_withWhatIsDown() {
        Architecture system = of(OTHER.calling(sometimes(percent(25), STORE))).retried(OTHER, 2, percent(20));
        assertNear((1 - 0.04) * 0.75, system.without(STORE).served("read").value());
    }

    private static final Component PAY_A =
            Component.named("payA").latency(Latency.exponential(ms(200))).up(percentUp(99.9));
    private static final Component PAY_B =
            Component.named("payB").latency(Latency.exponential(ms(500))).up(percentUp(99.5));

    /** 2.7 % need payB, the others either: 0.973 × (1 − 0.001 × 0.005) + 0.027 × 0.995. */
    @Test
    void availability_thoseThatAreLostNeedTheFallback() {
        double expected = 0.973 * (1 - 0.001 * 0.005) + 0.027 * 0.995;
        Component front = Component.named("front").serviceTime(ms(1), count(8));
        Architecture whatIf = of(front.calling(anyOf(PAY_A, PAY_B))).retried(PAY_A, 3, percent(30));
        for (Architecture system : List.of(whatIf, of(anyOf(retried(3, percent(30), PAY_A), PAY_B)))) {
            assertNear(expected, system.availability("read").value());
            assertThat(system.chain("read").failsAloneWith()).isEqualTo("payB (for 2.7% of requests)");
            assertThat(system.toString()).contains("payB (for 2.7% of requests)");
        }
    }

    /** What nobody takes is not served, and so no matter of what is up. */
    @Test
    void availability_withoutAFallback_countsNoTries() {
        assertNear(
                0.999, of(retried(3, percent(30), PAY_A)).availability("read").value());
        Step both = anyOf(retried(3, percent(30), PAY_A), retried(2, percent(10), PAY_B));
        assertNear(
                0.973 * (1 - 0.001 * 0.005) + 0.027 * 0.995,
                of(both).availability("read").value());
        assertNear(1 - 0.027 * 0.01, served(both));
    }

    /** As where some requests visit what is down: neither succeed they nor are they served. */
    @Test
    void availability_fallbackIsDown() {
        Architecture down = of(anyOf(retried(3, percent(30), PAY_A), PAY_B)).without(PAY_B);
        assertNear(0.999 * 0.973, down.availability("read").value());
        assertNear(0.973, down.served("read").value());
        assertThat(down.chain("read").failsAloneWith()).isEqualTo("payA");
        Architecture some =
                of(Step.inSequence(PAY_A, sometimes(percent(2.7), PAY_B))).without(PAY_B);
        assertNear(0.999 * 0.973, some.availability("read").value());
        assertNear(0.973, some.served("read").value());
    }

    /** Of a first step that never is down the tries alone send requests to the other. */
    @Test
    void availability_firstIsNeverDown() {
        assertNear(
                1 - 0.027 * 0.005,
                of(anyOf(retried(3, percent(30), OTHER), PAY_B))
                        .availability("read")
                        .value());
        assertNear(
                1 - (0.008 + 0.992 * 0.4) * 0.005,
                of(cacheAside(retried(3, percent(20), OTHER), percent(60), PAY_B))
                        .availability("read")
                        .value());
    }

    /** While payA is up one of ten instances carries the 2.7 %, and with payA down it takes all of them. */
    @Test
    void availability_someNeedFewerInstances() {
        Component ten = Component.named("ten")
                .serviceTime(ms(95), count(1))
                .instances(count(10))
                .upPerInstance(percentUp(99));
        double all = Math.pow(0.99, 10);
        Architecture system = of(anyOf(retried(3, percent(30), PAY_A), ten));
        assertThat(system.availability("read").value()).isCloseTo(1 - 0.001 * (1 - all), within(1e-12));
    }

    /** Too small for all, but not for those that are lost. */
    @Test
    void availability_tooSmallToReplace_butNotForSome() {
        Component small = Component.named("small")
                .serviceTime(ms(50), count(1))
                .instances(count(1))
                .up(percentUp(99));
        Architecture system = of(anyOf(retried(3, percent(30), PAY_A), small));
        assertNear(0.999 * (1 - 0.027 * 0.01), system.availability("read").value());
        assertThat(system.chain("read").failsAloneWith()).isEqualTo("payA, small (for 2.7% of requests)");
        Architecture cached = of(cacheAside(retried(3, percent(30), PAY_A), percent(95), small));
        assertNear(
                0.999 * (1 - (0.027 + 0.973 * 0.05) * 0.01),
                cached.availability("read").value());
    }

    /** P(sum of that many tries of 200 ms > t), exponential each. */
    private static double slowerTries(int tries, double t) {
        return IntStream.range(0, tries)
                .mapToDouble(i -> Math.exp(-t / 200)
                        * Math.pow(t / 200, i)
                        / IntStream.rangeClosed(1, i).asDoubleStream().reduce(1, (a, b) -> a * b))
                .sum();
    }

    /** The same with 500 ms behind them, by the trapezoidal rule over when the tries end. */
    private static double slowerWithOther(int tries, double t) {
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double ended = slowerTries(tries, i * t / steps) - slowerTries(tries, (i + 1) * t / steps);
            sum += ended * Math.exp(-(t - (i + 0.5) * t / steps) / 500);
        }
        return slowerTries(tries, t) + sum;
    }

    private static void assertSlower(ToDoubleFunction<Double> exact, Step step) {
        assertSlower(exact, of(step));
    }

    private static void assertSlower(ToDoubleFunction<Double> exact, Architecture system) {
        for (double t : new double[] {300, 1000, 1500, 2500}) {
            double slower = system.latency("read").shareSlowerThan(ms(t)).value();
            assertThat(slower).isCloseTo(exact.applyAsDouble(t), within(2e-4));
        }
        assertThat(system.latency("read").mean().to(SECONDS))
                .isCloseTo(system.mean("read").to(SECONDS), within(1e-4));
    }

    /** One try, two, or three; three and then the fallback. */
    @Test
    void latency_fallbackFollowsTheLastTry() {
        ToDoubleFunction<Double> exact = t -> 0.7 * slowerTries(1, t)
                + 0.21 * slowerTries(2, t)
                + 0.063 * slowerTries(3, t)
                + 0.027 * slowerWithOther(3, t);
        assertSlower(exact, anyOf(retried(3, percent(30), PAY_A), PAY_B));
        assertSlower(exact, of(anyOf(PAY_A, PAY_B)).retried(PAY_A, 3, percent(30)));
        Component front = Component.named("front");
        assertSlower(exact, anyOf(front.calling(retried(3, percent(30), PAY_A)), PAY_B));
        assertSlower(exact, anyOf(Step.inSequence(front, retried(3, percent(30), PAY_A)), PAY_B));
        assertSlower(
                t -> 0.6 * slowerTries(1, t) + 0.4 * slowerWithOther(1, t),
                anyOf(retried(1, percent(40), PAY_A), PAY_B));
        Architecture down =
                of(anyOf(PAY_A, PAY_B)).retried(PAY_A, 3, percent(30)).without(PAY_A);
        assertThat(down.latency("read").mean().to(SECONDS)).isCloseTo(0.5, within(1e-4));
    }

    /** A chain of providers, nested either way. */
    @Test
    void latency_fallbackOfAFallback() {
        ToDoubleFunction<Double> exact =
                t -> 0.6 * slowerTries(1, t) + 0.4 * 0.7 * slowerTries(2, t) + 0.4 * 0.3 * slowerWithOther(2, t);
        Component second = Component.named("second").latency(Latency.exponential(ms(200)));
        Step one = retried(1, percent(40), PAY_A);
        Step two = retried(1, percent(30), second);
        assertSlower(exact, anyOf(one, anyOf(two, PAY_B)));
        assertSlower(exact, anyOf(anyOf(one, two), PAY_B));
    }

    /** Of 20 % that fail a half is tried again within the budget, and 4 % of these fail in all three. */
    @Test
    void latency_fallbackFollows_withinABudget() {
        assertSlower(
                t -> 0.8 * slowerTries(1, t)
                        + 0.1 * slowerWithOther(1, t)
                        + 0.1 * 0.8 * slowerTries(2, t)
                        + 0.1 * 0.16 * slowerTries(3, t)
                        + 0.1 * 0.04 * slowerWithOther(3, t),
                anyOf(retried(3, percent(20), percent(12), PAY_A), PAY_B));
        assertThat(of(anyOf(retried(3, percent(0), percent(12), PAY_A), PAY_B))
                        .latency("read")
                        .mean()
                        .to(SECONDS))
                .isCloseTo(0.2, within(1e-4));
    }

    /** A look-up goes to the store after its last try, and after a miss in any. */
    @Test
    void latency_storeFollowsTheLastTry() {
        assertSlower(
                t -> 0.7 * (0.6 * slowerTries(1, t) + 0.4 * slowerWithOther(1, t))
                        + 0.21 * (0.6 * slowerTries(2, t) + 0.4 * slowerWithOther(2, t))
                        + 0.09 * slowerWithOther(2, t),
                cacheAside(retried(2, percent(30), PAY_A), percent(60), PAY_B));
    }
}
