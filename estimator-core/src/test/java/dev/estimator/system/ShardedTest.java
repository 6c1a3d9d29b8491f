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
import static org.assertj.core.api.Assertions.assertThat;

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
}
