package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.fanOut;
import static dev.estimator.system.Step.sometimes;
import static dev.estimator.system.Step.tied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Simulation;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long visits of shards take of which one has more to do than others, beside draws. */
class ShardedLatencyTest {
    private static final int DRAWS = 1_000_000;
    private static final double HOTTEST = 0.3;

    /** Six shards of 8 workers that take 8 ms; each carries 1,000 a second. */
    private static final Component SIX = Component.named("tsdb")
            .serviceTime(ms(8), count(8))
            .shards(count(6), percent(100 * HOTTEST))
            .instances(count(6));

    private static Architecture reading(double peak, Step step) {
        return Architecture.of(
                UseCase.read("read", qps(100), qps(peak), SIX), UseCase.read("scan", qps(1), qps(20), step));
    }

    /** A visit of a shard that gets so many a second. */
    private record Shard(double waits, double ofThose) {
        static Shard of(double rate) {
            double load = rate * 0.008;
            double term = 1;
            double sum = 1;
            for (int k = 1; k < 8; k++) {
                term *= load / k;
                sum += term;
            }
            double last = term * load / 8 / (1 - load / 8);
            return new Shard(last / (sum + last), 8 / (8 - load));
        }

        double draw(Random random) {
            double wait = random.nextDouble() < waits ? exponential(random) * ofThose : 0;
            return wait + 8 * exponential(random);
        }

        private static double exponential(Random random) {
            return -Math.log(1 - random.nextDouble());
        }
    }

    /** The slowest of some calls, of which each goes to another shard; sorted. */
    private static double[] drawn(int calls, Shard hottest, Shard other) {
        var random = new Random(7 + calls);
        return IntStream.range(0, DRAWS)
                .mapToDouble(i -> {
                    boolean isHot = random.nextDouble() < HOTTEST * calls;
                    DoubleStream others =
                            IntStream.range(0, calls - (isHot ? 1 : 0)).mapToDouble(k -> other.draw(random));
                    return Math.max(
                            isHot ? hottest.draw(random) : 0, others.max().orElse(0));
                })
                .sorted()
                .toArray();
    }

    private static void assertDrawn(Latency found, double... drawn) {
        assertThat(found.mean().to(MILLISECONDS)
                        / Arrays.stream(drawn).average().orElseThrow())
                .isCloseTo(1, within(0.005));
        for (double percent : new double[] {50, 90, 95, 99}) {
            assertThat(found.percentile(percent).to(MILLISECONDS) / drawn[(int) (DRAWS * percent / 100)])
                    .as("p%s of %s", percent, found)
                    .isCloseTo(1, within(0.005));
        }
    }

    /** Of several calls that are drawn each for itself, half ask the hottest shard twice, or not at all. */
    @Test
    void latency_ofCallsAtOnce_asksEachShardOnce() {
        for (int calls : new int[] {1, 2, 3, 4, 6}) {
            double hottest = 3000 * HOTTEST + (calls < 6 ? 20 * calls * HOTTEST : 20);
            double other = (3000 + 20 * calls - hottest) / 5;
            double[] drawn = drawn(calls, Shard.of(hottest), Shard.of(other));
            assertDrawn(reading(3000, fanOut(calls, SIX)).latency("scan"), drawn);
        }
        double[] all = drawn(6, Shard.of(920), Shard.of(440));
        assertDrawn(reading(3000, every(SIX)).latency("scan"), all);
    }

    private static double late(double share, double[] drawn) {
        long slow = Arrays.stream(drawn).filter(time -> time > 20).count();
        return share + (1 - share) * slow / DRAWS;
    }

    /** The hottest is 120 % busy; it was 100 % of all that were late, and 'waits would grow without end'. */
    @Test
    void late_areThoseOfTheHottestShardAndTheSlowOfOthers() {
        double hottest = 4000 * HOTTEST;
        for (int calls : new int[] {1, 2, 3}) {
            double other = 4000 * 0.7 / 5 + calls * 20 * 0.7 / 5;
            double[] others = drawnOfOthers(calls, Shard.of(other));
            Architecture system = reading(4000, fanOut(calls, SIX));
            assertThat(system.late("scan", ms(20)).value()).isCloseTo(late(calls * HOTTEST, others), within(0.001));
            assertNear(
                    1 - calls * HOTTEST * (1 - 1000 / (hottest + calls * 20 * HOTTEST)),
                    system.served("scan").value());
        }
        Architecture some = reading(4000, sometimes(percent(10), SIX));
        double[] other = drawnOfOthers(1, Shard.of((4000 + 2) * 0.7 / 5));
        assertThat(some.late("scan", ms(20)).value()).isCloseTo(0.1 * late(HOTTEST, other), within(0.001));
        assertThat(reading(4000, tied(SIX)).late("scan", ms(900)).value()).isCloseTo(HOTTEST, within(0.001));
    }

    private static double[] drawnOfOthers(int calls, Shard other) {
        var random = new Random(3 + calls);
        return IntStream.range(0, DRAWS)
                .mapToDouble(i -> IntStream.range(0, calls)
                        .mapToDouble(k -> other.draw(random))
                        .max()
                        .orElseThrow())
                .sorted()
                .toArray();
    }

    @Test
    void latency_withoutAnEndForThoseOfTheHottestShard() {
        Architecture system = reading(4000, sometimes(percent(2), SIX));
        double[] other = drawnOfOthers(1, Shard.of(4000 * 0.7 / 5));
        Latency read = system.latency("read");
        assertThat(read.percentile(35).to(MILLISECONDS) / other[DRAWS / 2]).isCloseTo(1, within(0.005));
        assertThat(read).asString().startsWith("p50 ").endsWith(" ms, p99 beyond any number");
        assertThat(read.percentile(71).isBeyond()).isTrue();
        assertThat(system.toString())
                .containsPattern("tsdb .* 120% +overloaded ")
                .containsPattern("read .* overloaded +overloaded ")
                .containsPattern("scan .* overloaded +\\d[\\d.]* ms ");
        assertThatThrownBy(() -> system.mean("read")).hasMessageContaining("120% of the workers of the hottest shard");
    }

    @Test
    void late_areAllWhereAllAskTheHottestOrAllShardsAreFull() {
        for (Step step : new Step[] {fanOut(4, SIX), fanOut(6, SIX), every(SIX)}) {
            Architecture system = reading(4000, step);
            assertThat(system.late("scan", ms(9_000)).value()).isEqualTo(1);
            assertThat(system.latency("read").percentile(50).isBeyond()).isFalse();
            assertThat(system.latency("scan").percentile(1).isBeyond()).isTrue();
        }
        Architecture all = reading(8000, SIX);
        assertThat(all.late("read", ms(9_000)).value()).isEqualTo(1);
        assertThatThrownBy(() -> all.latency("read")).hasMessageContaining("241% of the workers of the hottest shard");
    }

    /** It was 100 %, as if all did what three of ten do. */
    @Test
    void late_whereOnlySomeAskAllShards() {
        Architecture system = reading(4000, sometimes(percent(30), fanOut(6, SIX)));
        assertThat(system.late("scan", ms(500)).value()).isCloseTo(0.3, within(0.001));
        assertNear(1 - 0.3 * (1 - 1000 / 1206.0), system.served("scan").value());
        assertNear(
                1 - 0.3 * (1 - 1000 / 1206.0),
                reading(4000, sometimes(percent(30), every(SIX))).served("scan").value());
    }

    /** A visit of the hottest shard has no end where more than 2,500 a second are asked for, of which it gets 40 %. */
    @Test
    void late_inSomeCases_areThoseOfTheHottestShard() {
        Component store = Component.named("store")
                .latency(Latency.of(ms(3)))
                .requestsPerInstance(qps(1000))
                .shards(count(4), percent(40))
                .instances(count(4));
        Architecture system =
                Architecture.of(UseCase.read("get", qps(100), Quantities.between(qps(2000), qps(3125)), store));
        assertNear(0, system.late("get", ms(5)).value());
        assertThat(Simulation.of(system.late("get", ms(5)))
                        .summary(system.late("get", ms(5)))
                        .p95()
                        .value())
                .isEqualTo(0.4);
    }
}
