package dev.estimator.system;

import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.cacheAside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.report.Report;
import org.junit.jupiter.api.Test;

/** What takes the place of something else is as large, as dear and as reliable as when it does so. */
class TakeoverTest {
    private static final Component CARD = Component.named("card")
            .requestsPerInstance(qps(10))
            .instances(count(20))
            .up(percentUp(99));
    private static final Component OTHER = Component.named("other")
            .requestsPerInstance(qps(40))
            .upPerInstance(percentUp(97))
            .price(usd(2).per(HOUR));
    private static final Component LAST =
            Component.named("last").requestsPerInstance(qps(70)).upPerInstance(percentUp(95));

    private static Architecture paying(Step step) {
        return Architecture.of(UseCase.write("pay", qps(50), qps(120), step));
    }

    private static double down(Architecture system) {
        return system.availability("pay").unavailability().value();
    }

    /** Of n independent instances that are each up with p, fewer than k; by summing over all that may be up. */
    private static double fewerThan(int k, int n, double p) {
        double sum = 0;
        for (int mask = 0; mask < 1 << n; mask++) {
            int up = Integer.bitCount(mask);
            sum += up < k ? Math.pow(p, up) * Math.pow(1 - p, n - up) : 0;
        }
        return sum;
    }

    /** 120 req/s ÷ 40 ÷ 70 % are 4.3, so 5, of which 3 carry the peak; nothing was stated of how many there are. */
    @Test
    void fallback_isSizedForWhatItTakesOver() {
        Architecture system = paying(anyOf(CARD, OTHER));
        Load load = system.load(OTHER);
        assertThat(load.isFallback()).isTrue();
        assertThat(system.load(CARD).isFallback()).isFalse();
        assertThat(load.instances().value()).isEqualTo(5);
        assertThat(load.needed().value()).isEqualTo(5);
        assertThat(load.cost()).isEqualTo(usd(10).per(HOUR));
        assertThat(load.availability().unavailability().value()).isCloseTo(fewerThan(3, 5, 0.97), within(1e-15));
        assertThat(down(system)).isCloseTo(0.01 * fewerThan(3, 5, 0.97), within(1e-15));
        assertThat(system.without(CARD).load(OTHER).isFallback()).isFalse();
        assertThat(system.without(CARD).load(OTHER).instances().value()).isEqualTo(5);
        assertThat(system.tooSmallToReplace()).isEmpty();
        assertThat(system.toString()).contains("\nother      fallback   5 ");
    }

    /** Two carry 80 of 120: the second provider does not stand in, and the first takes everything down alone. */
    @Test
    void fallback_thatIsTooSmall_isNone() {
        Architecture system = paying(anyOf(CARD, OTHER.instances(count(2))));
        assertThat(down(system)).isCloseTo(0.01, within(1e-15));
        assertThat(system.chain("pay").failsAloneWith()).isEqualTo("card");
        assertThat(system.tooSmallToReplace()).containsExactly("other in place of card, requests at 150%");
        assertThat(system.toString()).contains("\ntoo small: other in place of card, requests at 150%\n");
        assertThat(system.without(CARD).availability("pay").unavailability().value())
                .isEqualTo(1);
        Architecture enough = paying(anyOf(CARD, OTHER.instances(count(3))));
        assertThat(down(enough)).isCloseTo(0.01 * fewerThan(3, 3, 0.97), within(1e-15));
    }

    /** The fallback of a fallback is needed while both others are down. */
    @Test
    void fallback_ofFallback() {
        Architecture system = paying(anyOf(CARD, anyOf(OTHER, LAST)));
        assertThat(system.load(OTHER).instances().value()).isEqualTo(5);
        assertThat(system.load(LAST).instances().value()).isEqualTo(3); // 120 ÷ 70 ÷ 70 % = 2.4
        assertThat(down(system)).isCloseTo(0.01 * fewerThan(3, 5, 0.97) * fewerThan(2, 3, 0.95), within(1e-15));
        Architecture small = paying(anyOf(CARD, anyOf(OTHER, LAST.instances(count(1)))));
        assertThat(small.tooSmallToReplace()).containsExactly("last in place of other, requests at 171%");
        assertThat(down(small)).isCloseTo(0.01 * fewerThan(3, 5, 0.97), within(1e-15));
    }

    /** What both visit is not down with the first, and is visited twice while the card is. */
    @Test
    void fallback_withWhatBothUse() {
        Component gateway = Component.named("gateway")
                .requestsPerInstance(qps(30))
                .instances(count(9))
                .up(percentUp(98));
        Architecture system = paying(anyOf(gateway.calling(CARD), gateway.calling(OTHER.instances(count(2)))));
        assertThat(system.tooSmallToReplace()).containsExactly("other in place of card, requests at 150%");
        assertThat(down(system)).isCloseTo(1 - 0.98 * 0.99, within(1e-15));
    }

    /**
     * 15 % of 1,500 req/s, and all of them while the cache is down: 1,500 × 8 ms ÷ 24 workers is half, ÷ 8 is 150 %.
     */
    @Test
    void storeBehindCache_thatIsTooSmall_isNoReplacement() {
        Component cache = Component.named("cache").up(percentUp(99.9));
        Component store = Component.named("store").serviceTime(ms(8), count(4)).up(percentUp(99.7));
        UseCase[] reads = {
            UseCase.read("r", qps(500), qps(1_500), cacheAside(cache, percent(85), store.instances(count(6))))
        };
        assertThat(Architecture.of(reads).availability("r").unavailability().value())
                .isCloseTo(0.001 * 0.003 + 0.999 * 0.15 * 0.003, within(1e-15));
        Architecture small = Architecture.of(
                UseCase.read("r", qps(500), qps(1_500), cacheAside(cache, percent(85), store.instances(count(2)))));
        assertThat(small.availability("r").unavailability().value())
                .isCloseTo(0.001 + 0.999 * 0.15 * 0.003, within(1e-15));
        assertThat(small.tooSmallToReplace()).containsExactly("store in place of cache, workers at 150%");
        assertThat(small.without(cache).served("r").value()).isCloseTo(1 / 1.5, within(1e-12));
    }

    /** As many as are needed now are not enough for what nobody sized it for. */
    @Test
    void storeBehindCache_asNeeded() {
        Component cache = Component.named("cache").up(percentUp(99.9));
        Component store = Component.named("store").serviceTime(ms(8), count(4)).up(percentUp(99.7));
        Architecture system =
                Architecture.of(UseCase.read("r", qps(500), qps(1_500), cacheAside(cache, percent(85), store)));
        assertThat(system.load(store).instances().value()).isEqualTo(1);
        assertThat(system.tooSmallToReplace()).containsExactly("store in place of cache, workers at 300%");
        assertThat(system.availability("r").unavailability().value())
                .isCloseTo(0.001 + 0.999 * 0.15 * 0.003, within(1e-15));
    }

    /** Ten of eleven carry 990 req/s, and one of them a sliver; whoever else visits them changes nothing. */
    @Test
    void fallback_needsMoreThanWhileAllIsUp() {
        Component many = Component.named("many")
                .requestsPerInstance(qps(100))
                .instances(count(11))
                .upPerInstance(percentUp(90));
        UseCase pay = UseCase.write("pay", qps(500), qps(990), anyOf(CARD.requestsPerInstance(qps(90)), many));
        double expected = 0.01 * fewerThan(10, 11, 0.9);
        assertThat(down(Architecture.of(pay))).isCloseTo(expected, within(1e-15));
        Architecture visited = Architecture.of(pay, UseCase.read("peek", qps(1), qps(2), many));
        assertThat(down(visited)).isCloseTo(expected, within(1e-15));
        assertThat(visited.availability("peek").unavailability().value())
                .isCloseTo(fewerThan(1, 11, 0.9), within(1e-15));
    }

    /** While the cache is down all ten are needed, and one for what it does not have. */
    @Test
    void store_needsMoreWhileTheCacheIsDown() {
        Component cache = Component.named("cache").up(percentUp(99));
        Component store = Component.named("store")
                .requestsPerInstance(qps(100))
                .instances(count(10))
                .upPerInstance(percentUp(90));
        Architecture system =
                Architecture.of(UseCase.read("r", qps(500), qps(1_000), cacheAside(cache, percent(90), store)));
        double all = 1 - 0.01 * fewerThan(10, 10, 0.9);
        double some = 1 - 0.1 * fewerThan(1, 10, 0.9);
        assertThat(system.availability("r").unavailability().value()).isCloseTo(1 - all * some, within(1e-13));
    }

    /** It is as large as the larger of two takeovers needs, in whatever order they are told. */
    @Test
    void fallback_ofTwo() {
        Component shared =
                Component.named("shared").requestsPerInstance(qps(100)).upPerInstance(percentUp(90));
        UseCase small = UseCase.read("small", qps(50), qps(100), anyOf(CARD.requestsPerInstance(qps(9)), shared));
        UseCase large = UseCase.read(
                "large",
                qps(500),
                qps(1_000),
                anyOf(
                        Component.named("b")
                                .requestsPerInstance(qps(70))
                                .instances(count(20))
                                .up(percentUp(97)),
                        shared));
        for (Architecture system : new Architecture[] {Architecture.of(small, large), Architecture.of(large, small)}) {
            assertThat(system.load(shared).instances().value()).isEqualTo(15);
            assertThat(system.load(shared).availability().unavailability().value())
                    .isCloseTo(fewerThan(10, 15, 0.9), within(1e-15));
            assertThat(system.availability("large").unavailability().value())
                    .isCloseTo(0.03 * fewerThan(10, 15, 0.9), within(1e-15));
            assertThat(system.availability("small").unavailability().value())
                    .isCloseTo(0.01 * fewerThan(1, 15, 0.9), within(1e-15));
        }
    }

    /** A request in a thousand that visits it anyway does not make it smaller. */
    @Test
    void fallback_visitedAnyway() {
        Component also = Component.named("also").requestsPerInstance(qps(100)).upPerInstance(percentUp(90));
        Architecture system = Architecture.of(
                UseCase.write("pay", qps(500), qps(1_000), anyOf(CARD.requestsPerInstance(qps(90)), also)),
                UseCase.read("peek", qps(1), qps(2), also));
        assertThat(system.load(also).isFallback()).isFalse();
        assertThat(system.load(also).instances().value()).isEqualTo(15);
        assertThat(system.load(also).needed().value()).isEqualTo(15);
        assertThat(system.provisioned(90).load(also).instances().value()).isEqualTo(15);
        assertThat(system.tooSmallToReplace()).isEmpty();
    }

    /** Tries that fail send some requests to the fallback, and do not make it smaller either. */
    @Test
    void fallback_ofTries() {
        Architecture system = paying(anyOf(CARD, OTHER)).retried(CARD, 2, percent(10));
        assertThat(system.load(OTHER).instances().value()).isEqualTo(5);
        Architecture small = paying(anyOf(CARD, OTHER.instances(count(2)))).retried(CARD, 2, percent(10));
        assertThat(small.tooSmallToReplace()).hasSize(1);
        assertThat(small.chain("pay").failsAloneWith()).isEqualTo("card");
    }

    /** The gateway is down for both use cases, and the other load of the fallback with it; the primary alone is not. */
    @Test
    void fallback_besideOtherLoad() {
        Component gateway = Component.named("gateway").up(percentUp(99.9));
        Component other = Component.named("other")
                .requestsPerInstance(qps(1_000))
                .instances(count(1))
                .up(percentUp(98));
        Architecture system = Architecture.of(
                UseCase.read(
                        "pay", qps(300), qps(600), anyOf(gateway.calling(CARD.requestsPerInstance(qps(90))), other)),
                UseCase.write("w", qps(300), qps(600), gateway.calling(other)));
        assertThat(system.tooSmallToReplace()).containsExactly("other in place of gateway, requests at 120%");
        assertThat(down(system)).isCloseTo(1 - 0.999 * 0.99, within(1e-15));
    }

    /** What both depend on takes both down, so that the fallback of both gets the requests of both. */
    @Test
    void fallback_ofWhatBothDependOn() {
        Component network = Component.named("network").up(percentUp(99));
        Component a = Component.named("a").dependsOn(network);
        Component b = Component.named("b").dependsOn(network);
        Architecture system = Architecture.of(
                UseCase.write("pay", qps(300), qps(600), anyOf(a, OTHER)),
                UseCase.write("w", qps(200), qps(480), anyOf(b, OTHER)));
        assertThat(system.load(OTHER).instances().value()).isEqualTo(39); // 1,080 ÷ 40 ÷ 70 % = 38.6
        assertThat(system.without(network).tooSmallToReplace()).isEmpty();
        assertThat(system.without(network).load(OTHER).isOverloaded()).isFalse();
    }

    /** One instance in each zone carries 83 % of the peak, so that three are needed for the load, not for the zones. */
    @Test
    void fallback_boughtFor() {
        Component zoned = Component.named("zoned").requestsPerInstance(qps(100)).zones(3, 1);
        assertThat(paying(anyOf(CARD, zoned))
                        .provisioned(90)
                        .load(zoned)
                        .instances()
                        .explain()
                        .toString())
                .contains("are needed for requests at 70%, with 1 of 3 zones lost");
    }

    /** Nobody knows how many requests a fallback gets: '$0' would be less than all of them cost. */
    @Test
    void fallback_paidByTheRequest_hasNoCostToShow() {
        Architecture system = paying(anyOf(
                CARD.price(usd(1).per(HOUR)),
                Component.named("other")
                        .instances(count(7))
                        .pricePerRequest(usd(0.08).per(count(1)))));
        assertThat(system.toString())
                .containsPattern("other +fallback +7 +– +– +– +–\n")
                .doesNotContain("$0\n");
        assertThat(Report.titled("Pay").architecture(system).toString())
                .containsPattern("other +fallback +7 +– +– +– +–\n");
    }

    /** What was bought stays, and is paid for. */
    @Test
    void provisioned() {
        Component priced = OTHER.price(usd(3).per(HOUR));
        Architecture bought = Architecture.of(
                        UseCase.write("pay", qps(50), assume("peak", between(qps(90), qps(160))), anyOf(CARD, priced)))
                .provisioned(95);
        assertThat(bought.load(priced).instances().value()).isEqualTo(6); // 160 ÷ 40 ÷ 70 % = 5.7
        assertThat(bought.load(priced).cost().times(MONTH)).isEqualTo(usd(18 * 730));
        assertThat(bought.without(CARD).load(priced).instances().value()).isEqualTo(6);
        assertThat(bought.fits().all()).hasSize(1);
    }
}
