package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.reliability.CallChain;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody set is admitted, with its reason, and can be asked about by its name. */
class DefaultsTest {
    // 12 million × 50 % × 72 ÷ 86,400 s = 5000 a second, 10,000 at peak.
    private static final Traffic TRAFFIC = Traffic.builder()
            .monthlyActiveUsers(million(12))
            .actionsPerUser(count(72))
            .sessionLength(minutes(3))
            .build();

    // 5 a second × 31,536,000 s × 400 B.
    private static final Storage STORAGE = Storage.builder()
            .kind(RecordKind.builder("event").rate(qps(5)).size(bytes(400)).build())
            .retention(years(1))
            .build();

    // 30 × 86,400 × 20 % × 700 B = 362,880,000 B.
    private static final CacheMemory CACHE = CacheMemory.builder()
            .reads(qps(30))
            .itemSize(bytes(700))
            .nodeMemory(gb(0.1))
            .build();

    // 840 ÷ 10 ÷ 70 % = 120.
    private static final Servers SERVERS =
            Servers.builder().limit("requests", qps(840), qps(10)).build();

    @ParameterizedTest
    @MethodSource("answers")
    void explain_admitsDefaults(Quantity<?> answer, String... names) {
        assertThat(answer.explain().defaults())
                .extracting(Explanation.Assumption::name)
                .containsExactlyInAnyOrder(names);
        assertThat(answer.explain().defaults())
                .extracting(Explanation.Assumption::source)
                .allSatisfy(source -> assertThat(source).isNotBlank());
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                answer(TRAFFIC.averageQps(), "daily share of monthly users"),
                answer(TRAFFIC.peakQps(), "daily share of monthly users", "active window", "peak to average"),
                answer(TRAFFIC.concurrentUsers(), "daily share of monthly users", "sessions per user"),
                answer(Traffic.builder().requestRate(qps(3)).build().averageQps()),
                answer(STORAGE.records(), "yearly growth"),
                answer(
                        STORAGE.physical(),
                        "yearly growth",
                        "compression ratio",
                        "index factor",
                        "overhead factor",
                        "replication factor",
                        "free space"),
                answer(CACHE.cachedItems(), "period of reads", "hot share"),
                answer(CACHE.memory(), "period of reads", "hot share", "memory overhead factor", "cache copies"),
                answer(
                        CACHE.nodes(),
                        "period of reads",
                        "hot share",
                        "memory overhead factor",
                        "cache copies",
                        "usable share of memory"),
                answer(SERVERS.needed(), "target utilization"),
                answer(SERVERS.servers(), "target utilization", "spares", "zones", "zones that may fail"));
    }

    private static Arguments answer(Quantity<?> answer, String... names) {
        return Arguments.of(answer, names);
    }

    @Test
    void explain_whatIsSetIsNoDefault() {
        Bytes physical = STORAGE.withReplicationFactor(ratio(1))
                .withIndexFactor(ratio(1))
                .withOverheadFactor(ratio(1))
                .withFreeSpace(percent(0))
                .withYearlyGrowth(ratio(1))
                .withKinds(kind -> kind.withCompressionRatio(ratio(1)))
                .physical();
        assertThat(physical.explain().defaults()).isEmpty();
    }

    @Test
    void explain_chainHasNone() {
        CallChain chain = CallChain.builder().call("store", percentUp(99)).build();
        assertThat(chain.availability().explain().defaults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rates")
    void given_defaultOfTraffic(String name, Quantity<?> value, double expected) {
        Qps peak = TRAFFIC.peakQps();
        assertNear(10_000, peak.to(PER_SECOND));
        assertNear(expected, peak.given(name, value).to(PER_SECOND));
    }

    static Stream<Arguments> rates() {
        return Stream.of(
                Arguments.of("daily share of monthly users", percent(10), 2000),
                Arguments.of("active window", hours(6), 40_000),
                Arguments.of("peak to average", ratio(7), 35_000));
    }

    /** 12 million × 50 % ÷ 86,400 s × 180 s = 12,500. */
    @Test
    void given_sessions() {
        Count users = TRAFFIC.concurrentUsers();
        assertNear(12_500, users.to(ONES));
        assertNear(62_500, users.given("sessions per user", count(5)).to(ONES));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void given_defaultOfStorage(String name, Quantity<?> value, double factor) {
        Bytes physical = STORAGE.physical();
        assertNear(63_072_000_000.0, physical.to(B));
        assertNear(factor * 63_072_000_000.0, physical.given(name, value).to(B));
    }

    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of("replication factor", ratio(3), 3),
                Arguments.of("index factor", ratio(1.3), 1.3),
                Arguments.of("overhead factor", ratio(1.15), 1.15),
                Arguments.of("compression ratio", ratio(4), 0.25),
                Arguments.of("free space", percent(20), 1.25),
                // The mean of 2ᵗ over a year is 1 ÷ ln 2.
                Arguments.of("yearly growth", ratio(2), 1.4426950408889634));
    }

    @ParameterizedTest
    @MethodSource("memories")
    void given_defaultOfCache(String name, Quantity<?> value, double bytes, double nodes) {
        assertNear(362_880_000, CACHE.memory().to(B));
        assertThat(CACHE.nodes()).isEqualTo(count(4));
        assertThat(CACHE.nodes().given(name, value)).isEqualTo(count(nodes));
        if (!name.equals("usable share of memory")) {
            assertNear(bytes, CACHE.memory().given(name, value).to(B));
        }
    }

    static Stream<Arguments> memories() {
        return Stream.of(
                Arguments.of("period of reads", hours(12), 181_440_000, 2),
                Arguments.of("hot share", percent(50), 907_200_000, 10),
                Arguments.of("memory overhead factor", ratio(1.5), 544_320_000, 6),
                Arguments.of("cache copies", ratio(3), 1_088_640_000, 11),
                Arguments.of("usable share of memory", percent(60), 362_880_000, 7));
    }

    @Test
    void given_defaultOfServers() {
        Count total = SERVERS.servers();
        assertThat(total).isEqualTo(count(120));
        assertThat(total.given("target utilization", percent(50))).isEqualTo(count(168));
        assertThat(total.given("spares", count(3))).isEqualTo(count(123));
        assertThat(total.given("zones", count(7))).isEqualTo(count(126));
        assertThat(total.given("zones", count(3)).given("zones that may fail", count(1)))
                .isEqualTo(count(180));
    }
}
