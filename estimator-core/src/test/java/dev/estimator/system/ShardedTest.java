package dev.estimator.system;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.fanOut;
import static dev.estimator.system.Step.hedged;
import static dev.estimator.system.Step.inSequence;
import static dev.estimator.system.Step.sometimes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.report.DesignSheet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes to the shards of a component: which of them must be up, and what the hottest refuses. */
class ShardedTest {
    private static final Component SIX = Component.named("tsdb")
            .serviceTime(ms(8), count(8))
            .shards(count(6), percent(20))
            .instances(count(6))
            .upPerInstance(percentUp(99.8));

    /** Two of three instances of a shard carry what comes to it. */
    private static final Component SPARE = Component.named("store")
            .requestsPerInstance(qps(100))
            .shards(count(3), percent(40))
            .instances(count(9))
            .upPerInstance(percentUp(90));

    private static Architecture reading(double peak, Step step) {
        return Architecture.of(UseCase.read("read", qps(peak / 2), qps(peak), step));
    }

    /** The share of the states of all instances in which enough are up of each of the first shards. */
    private static double enumerated(int asked, int shards, int members, int needed, double each) {
        return IntStream.range(0, 1 << (shards * members))
                .filter(up -> IntStream.range(0, asked)
                        .allMatch(shard -> Integer.bitCount(up >> (shard * members) & (1 << members) - 1) >= needed))
                .mapToDouble(up -> Math.pow(each, Integer.bitCount(up))
                        * Math.pow(1 - each, shards * members - Integer.bitCount(up)))
                .sum();
    }

    /** It was that of one shard: 99.8 % for 0.998⁶. */
    @Test
    void availability_ofAFanOut_isThatOfAllThatAreAsked() {
        for (int calls : new int[] {1, 2, 5, 6, 9}) {
            double all = enumerated(Math.min(calls, 6), 6, 1, 1, 0.998);
            assertNear(all, reading(9, fanOut(calls, SIX)).availability("read").value());
            Step slow = fanOut(calls, hedged(percent(5), SIX.sending(kb(3))));
            assertNear(all, reading(9, slow).availability("read").value());
        }
        assertNear(
                enumerated(4, 6, 1, 1, 0.998),
                reading(9, fanOut(2, fanOut(2, SIX))).availability("read").value());
        for (int calls = 1; calls <= 3; calls++) {
            Architecture system = reading(400.0 / calls, fanOut(calls, SPARE));
            assertNear(
                    enumerated(calls, 3, 3, 2, 0.9), system.availability("read").value());
        }
    }

    /** Three of three instances of the hottest of three shards are needed, and two of each other. */
    @Test
    void availability_othersNeedFewerInstances() {
        Architecture system = Architecture.of(
                UseCase.read("get", qps(50), qps(470), SPARE.shards(count(3), percent(60))),
                UseCase.read("scan", qps(1), qps(10), fanOut(3, SPARE.shards(count(3), percent(60)))));
        double two = 3 * 0.9 * 0.9 - 2 * 0.9 * 0.9 * 0.9;
        assertNear(0.729 * two * two, system.availability("scan").value());
        assertThat(DesignSheet.titled("Scan").architecture(system).toString())
                .contains("of each shard 2 of 3 are enough: store other shards")
                .contains("store utilization of the hottest shard ≤ 100%");
    }

    /** The shard that another call needs is one of all: 0.998⁷ counted it twice. */
    @Test
    void availability_ofOneShardAndAll_countsNoneTwice() {
        Step twice = inSequence(SIX, every(SIX), fanOut(6, SIX), fanOut(8, SIX));
        assertNear(
                enumerated(6, 6, 1, 1, 0.998),
                reading(9, twice).availability("read").value());
    }

    /** Another takes the place of any of six: 1 − (1 − 0.998⁶) × 0.03. */
    @Test
    void availability_withFallback() {
        Component other = Component.named("other").upPerInstance(percentUp(97));
        assertNear(
                1 - (1 - enumerated(6, 6, 1, 1, 0.998)) * 0.03,
                reading(9, fanOut(6, anyOf(SIX, other))).availability("read").value());
    }

    /** It said that 'store shards' fail alone, of which each has instances to spare. */
    @Test
    void singlePointsOfFailure_ofShards() {
        assertThat(reading(9, fanOut(3, SPARE)).chain("read").singlePointsOfFailure())
                .isEmpty();
        assertThat(reading(9, every(SPARE)).chain("read").singlePointsOfFailure())
                .isEmpty();
        assertThat(reading(9, fanOut(6, SIX)).chain("read").singlePointsOfFailure())
                .containsExactly("tsdb", "tsdb other shards");
        assertThat(reading(9, fanOut(4, SIX)).chain("read").failsAloneWith()).isEqualTo("tsdb, tsdb 3 other shards");
    }

    private static final Component HOT = Component.named("hot")
            .serviceTime(ms(10), count(10))
            .requestsPerInstance(qps(1300))
            .shards(count(5), percent(40))
            .instances(count(10));

    /**
     * The loads of the hottest of five shards and of each other, each of two instances that carry 1,000 a second: of
     * single calls, of calls at once that go to all, and of requests to every shard.
     */
    private static double[] loads(double single, double atOnce, double every) {
        return new double[] {(single * 0.4 + atOnce / 5 + every) / 2000, (single * 0.6 / 4 + atOnce / 5 + every) / 2000
        };
    }

    /** The part that is answered of those of whom some ask the hottest shard, and the others none but others. */
    private static double served(double asking, double[] loads) {
        return asking * Math.min(1, 1 / loads[0]) + (1 - asking) * Math.min(1, 1 / loads[1]);
    }

    /** It was 50 % of 80 %: all visits were refused as those of the hottest shard are. */
    @Test
    void served_isOfTheShardThatIsAsked() {
        for (double peak : new double[] {5000, 9000, 14000, 30000}) {
            double[] loads = loads(peak, 0, 0);
            assertNear(served(0.4, loads), reading(peak, HOT).served("read").value());
            assertNear(
                    0.3 * served(0.4, loads(0.3 * peak, 0, 0)) + 0.7,
                    reading(peak, sometimes(percent(30), HOT)).served("read").value());
        }
        assertNear(0.8, reading(10000, HOT).served("read").value());
    }

    /** Who asks all waits for the fullest; three at once ask the hottest with three times its share, at most all. */
    @Test
    void served_ofSeveralUseCases() {
        Architecture system = Architecture.of(
                UseCase.read("get", qps(70), qps(7000), HOT),
                UseCase.read("scan", qps(10), qps(1000), fanOut(7, HOT)),
                UseCase.read("every", qps(3), qps(300), every(HOT)),
                UseCase.read("two", qps(5), qps(500), fanOut(2, HOT)),
                UseCase.read("three", qps(1), qps(100), fanOut(3, HOT)),
                UseCase.read("mixed", qps(2), qps(200), inSequence(HOT, sometimes(percent(30), every(HOT)))));
        double[] loads = loads(7000 + 2 * 500 + 3 * 100 + 200, 7 * 1000, 300 + 60);
        assertNear(loads[0], system.load(HOT).utilization().value());
        assertNear(served(0.4, loads), system.served("get").value());
        assertNear(1 / loads[0], system.served("scan").value());
        assertNear(1 / loads[0], system.served("every").value());
        assertNear(served(0.8, loads), system.served("two").value());
        assertNear(served(1, loads), system.served("three").value());
        assertNear(1 / loads[0], system.served("mixed").value());
    }

    /** The querier carries 8,000 a second; the shards refuse more, and do so less than the hottest of them. */
    @Test
    void served_atMost_isABound() {
        Component querier =
                Component.named("querier").requestsPerInstance(qps(4000)).instances(count(2));
        Architecture system = reading(15000, querier.calling(HOT.instances(count(5))));
        assertNear(1 / 3.0, system.served("read").value());
        assertThat(system.notServed()).startsWith("served at peak: read at most 33.3%");
    }

    /** Each of five calls goes to a shard of its own, so that the hottest gets no more of them than the others. */
    @Test
    void load_ofAFanOutToAll_isEven() {
        assertNear(0.25, reading(500, fanOut(5, HOT)).load(HOT).utilization().value());
        assertNear(4, reading(500, fanOut(5, HOT)).headroom().value());
        assertNear(0.4, reading(500, fanOut(4, HOT)).load(HOT).utilization().value());
        Architecture system = Architecture.of(
                UseCase.read("get", qps(300), qps(600), HOT.taking(ms(20))),
                UseCase.read("scan", qps(70), qps(90), fanOut(10, HOT.taking(ms(5)))));
        assertNear(
                (600 * 0.4 * 20 + 900 / 5.0 * 5) / 20_000,
                system.load(HOT).utilization("workers").value());
    }

    /** It said 'workers 94%', of which others are busy for a third. */
    @Test
    void utilization_isThatOfTheHottest() {
        Architecture system = reading(4700, HOT);
        assertThat(system.load(HOT))
                .hasToString("hot: 4.7k req/s at peak, 10 instances, workers of the hottest shard at 94%");
        assertThat(system.toString())
                .contains(
                        "workers of the hottest shard 94%", "first full: hot (workers of the hottest shard) at ×1.06");
        assertNear(0.94, system.load(HOT).utilization("workers").value());
        assertNear(
                0.94,
                system.load(HOT).utilization("workers of the hottest shard").value());
        Component even = HOT.shards(count(5), percent(20));
        assertThat(reading(4700, even).load(even).resources()).containsExactly("workers", "requests");
    }
}
