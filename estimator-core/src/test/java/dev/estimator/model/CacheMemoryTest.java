package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.MB;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.caching.Popularity;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Share;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CacheMemoryTest {
    // URL shortener, K. P. Singh: 10 billion reads in 30 d, a day's hottest 20 %, 500 B each.
    private static final CacheMemory LINKS = CacheMemory.builder()
            .reads(billion(10).per(days(30)))
            .hotShare(percent(20))
            .itemSize(bytes(500))
            .build();

    // 30 % of 4 million items of 350 + 50 B are 480 MB; × 1.25 × 3 are 1.8 GB.
    private static final CacheMemory ITEMS = CacheMemory.builder()
            .items(million(4))
            .hotShare(percent(30))
            .itemSize(bytes(350))
            .overheadPerItem(bytes(50))
            .overheadFactor(ratio(1.25))
            .copies(ratio(3))
            .nodeMemory(gb(1))
            .usableShare(percent(70))
            .reads(qps(900))
            .hitRatio(percent(85))
            .build();

    private static final CacheMemory BYTES = CacheMemory.builder()
            .workingSet(gb(7))
            .overheadFactor(ratio(1.5))
            .copies(ratio(2))
            .build();

    @Test
    void cachedItems_ofReads() {
        assertNear(1e9 / 15, LINKS.cachedItems().to(ONES));
    }

    /** It was '1.7M views': who reads an item has not made one. */
    @Test
    void cachedItems_areNoReads() {
        CacheMemory views = LINKS.withReads(qps(100).withNoun("views"));
        assertThat(views.cachedItems().toString()).doesNotContain("views");
        assertThat(views.cachedItems().explain().toString()).contains("100 views/s");
    }

    @Test
    void cachedItems_ofReadsInAnHour() {
        assertNear(1e9 / 15 / 24, LINKS.withReadsPeriod(hours(1)).cachedItems().to(ONES));
    }

    /** Reads are known too, for the load, but items say what is kept. */
    @Test
    void cachedItems_ofItems() {
        assertNear(1_200_000, ITEMS.cachedItems().to(ONES));
    }

    @Test
    void cachedItems_ofWorkingSet() {
        assertThatThrownBy(BYTES::cachedItems)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("items or reads is not set: it is needed for the number of items");
    }

    /** The source says 35 GB, because it carries a rounded 350 million reads. */
    @Test
    void memory_urlShortener() {
        assertNear(100 / 3.0, LINKS.memory().to(GB));
    }

    /** Game leaderboard, A. Xu volume 2: 25 million entries of 26 B, twice that with the skip list. */
    @Test
    void memory_leaderboard() {
        CacheMemory entries = CacheMemory.builder()
                .items(million(25))
                .hotShare(percent(100))
                .itemSize(bytes(24).plus(bytes(2)))
                .build();
        assertNear(650, entries.memory().to(MB));
        assertNear(1.3, entries.withOverheadFactor(ratio(2)).memory().to(GB));
    }

    /** Mint, system-design-primer: a dictionary of 50,000 sellers of at most 255 B; the source says about 12 MB. */
    @Test
    void memory_mint() {
        CacheMemory sellers =
                CacheMemory.builder().workingSet(thousand(50).times(bytes(255))).build();
        assertNear(12.75, sellers.memory().to(MB));
    }

    @Test
    void memory_ofItems() {
        assertNear(1.8e9, ITEMS.memory().to(B));
    }

    @Test
    void memory_ofWorkingSet() {
        assertNear(21, BYTES.memory().to(GB));
    }

    @Test
    void memory_explanation() {
        CacheMemory cache = CacheMemory.builder()
                .items(assume("links", million(360), "3 years"))
                .itemSize(bytes(500))
                .overheadPerItem(bytes(56))
                .copies(ratio(2))
                .build();
        assertThat(cache.memory().explain()).hasToString("""
                        assumed
                          links             = 360M   (3 years)
                          item size         = 500 B
                          overhead per item = 56 B
                          cache copies      = ×2
                        not set, so left at the default
                          hot share              = 20%  (80/20 rule)
                          memory overhead factor = ×1   (no overhead but that of the items)
                        calculated
                          cached items = links × hot share
                                       = 360M × 20%
                                       = 72M
                          cache memory = cached items × (item size + overhead per item) × cache copies
                                       = 72M × (500 B + 56 B) × 2
                                       = 80.06 GB""");
    }

    /** 1.8 GB ÷ 0.7 GB = 2.57…. */
    @Test
    void nodes() {
        assertThat(ITEMS.nodes()).isEqualTo(count(3));
    }

    /** 2.1 ÷ (1 × 0.7) is exactly three, although 2.1 ÷ 0.7 is 3.0000000000000004 in binary. */
    @ParameterizedTest
    @CsvSource({"2.1, 3", "2.100001, 4", "2.8, 4", "0.1, 1", "0, 1"})
    void nodes_wholeNumbersStayWhole(double gigabytes, double nodes) {
        CacheMemory cache = CacheMemory.builder()
                .workingSet(gb(gigabytes))
                .nodeMemory(gb(1))
                .usableShare(percent(70))
                .build();
        assertThat(cache.nodes()).isEqualTo(count(nodes));
    }

    /** 3 GB twice fit one node of 16 GB, which would take both copies with it. */
    @Test
    void nodes_atLeastOneForEachCopy() {
        CacheMemory cache = CacheMemory.builder()
                .workingSet(gb(3))
                .nodeMemory(gb(16))
                .copies(ratio(2))
                .build();
        assertThat(cache.nodes()).isEqualTo(count(2));
        assertThat(cache.withCopies(ratio(2.5)).nodes()).isEqualTo(count(3));
        assertThat(cache.withWorkingSet(gb(50)).nodes()).isEqualTo(count(7));
        assertThat(cache.nodes().given("cache copies", ratio(4))).isEqualTo(count(4));
        assertThat(cache.nodes().explain().toString())
                .contains("cache nodes = max(⌈cache memory ÷ memory of a node⌉, ⌈cache copies⌉)");
        Count single = CacheMemory.builder()
                .workingSet(gb(3))
                .nodeMemory(gb(16))
                .build()
                .nodes();
        assertThat(single.explain().toString()).contains("cache nodes = ⌈working set ÷ memory of a node⌉");
        assertThat(single.given("cache copies", ratio(3))).isEqualTo(count(3));
    }

    @Test
    void residualLoad() {
        assertNear(135, ITEMS.residualLoad().to(PER_SECOND));
        assertNear(90, ITEMS.residualLoad(percent(90)).to(PER_SECOND));
        assertThat(ITEMS.residualLoad(percent(100))).isEqualTo(qps(0));
        assertThat(ITEMS.residualLoad(percent(0))).isEqualTo(qps(900));
    }

    @Property
    void residualLoad_andThatOfTheMissesAreAllReads(@ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double hits) {
        Share hitRatio = Share.of(hits);
        assertNear(
                900,
                ITEMS.residualLoad(hitRatio)
                        .plus(ITEMS.residualLoad(hitRatio.complement()))
                        .to(PER_SECOND));
    }

    @Property
    void memory_isProportionalToTheHotShare(@ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double hot) {
        double all = ITEMS.withHotShare(percent(100)).memory().to(B);
        assertNear(hot * all, ITEMS.withHotShare(Share.of(hot)).memory().to(B));
    }

    @Test
    void with_function() {
        assertNear(3.6e9, ITEMS.withCopies(copies -> copies.times(2)).memory().to(B));
        assertNear(0.9e9, ITEMS.withItems(items -> items.div(2)).memory().to(B));
    }

    @Test
    void given_hotShare() {
        assertNear(0.6e9, ITEMS.memory().given("hot share", percent(10)).to(B));
    }

    @Test
    void toString_memory() {
        assertThat(LINKS).hasToString("cache of 33 GB");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void build_refused(String message, UnaryOperator<CacheMemory> change) {
        assertThatThrownBy(() -> change.apply(ITEMS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "set only one of workingSet, items: they say the same thing",
                        cache -> cache.withWorkingSet(gb(2))),
                refusal(
                        "set only one of items, popularity: they say the same thing",
                        cache -> cache.withPopularity(Popularity.of(count(5), ratio(1)))),
                refusal(
                        "set workingSet without itemSize and overheadPerItem: a number of bytes does not say"
                                + " how many items it holds",
                        cache -> BYTES.withItemSize(bytes(9))),
                refusal(
                        "set workingSet without itemSize and overheadPerItem: a number of bytes does not say"
                                + " how many items it holds",
                        cache -> BYTES.withOverheadPerItem(bytes(9))),
                refusal("overheadFactor must be at least 1 but was 0.9", cache -> cache.withOverheadFactor(ratio(0.9))),
                refusal("copies must be at least 1 but was 0", cache -> cache.withCopies(ratio(0))),
                refusal("usableShare must be above 0% but was 0%", cache -> cache.withUsableShare(percent(0))),
                refusal("readsPeriod must be above zero but was 0 s", cache -> cache.withReadsPeriod(days(0))),
                refusal("nodeMemory must be above zero but was 0 B", cache -> cache.withNodeMemory(gb(0))));
    }

    private static Arguments refusal(String message, UnaryOperator<CacheMemory> change) {
        return Arguments.of(message, change);
    }

    // Vector rv-lr-01: Che's approximation for 40 of 100 objects with Zipf exponent 0.8.
    private static final CacheMemory POPULAR = CacheMemory.builder()
            .popularity(Popularity.of(count(100), ratio(0.8)))
            .hotShare(percent(40))
            .itemSize(kb(3))
            .reads(qps(700))
            .build();
    private static final double HIT_RATIO = 0.6454119391717993;

    @Test
    void expectedHitRatio_ofPopularity() {
        assertThat(POPULAR.cachedItems()).isEqualTo(count(40));
        assertThat(POPULAR.memory()).isEqualTo(kb(120));
        assertNear(HIT_RATIO, POPULAR.expectedHitRatio().value(), 1e-8);
        assertNear(700 * (1 - HIT_RATIO), POPULAR.residualLoad().to(PER_SECOND), 1e-8);
    }

    @Test
    void cachedItems_forAHitRatio() {
        assertThat(forHits(Share.of(HIT_RATIO - 1e-6)).cachedItems()).isEqualTo(count(40));
        assertThat(forHits(Share.of(HIT_RATIO + 1e-6)).cachedItems()).isEqualTo(count(41));
        assertThat(forHits(percent(64)).expectedHitRatio()).isEqualTo(percent(64));
        assertThat(forHits(percent(100)).memory()).isEqualTo(kb(300));
    }

    private static CacheMemory forHits(Share hitRatio) {
        return CacheMemory.builder()
                .popularity(Popularity.of(count(100), ratio(0.8)))
                .itemSize(kb(3))
                .hitRatio(hitRatio)
                .build();
    }

    @Test
    void expectedHitRatio_nobodyKnows() {
        assertThatThrownBy(() -> BYTES.withHitRatio(Optional.empty()).expectedHitRatio())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("hitRatio or popularity is not set: it is needed for the hit ratio");
    }

    @ParameterizedTest
    @MethodSource("questionsWithoutAnswer")
    void answer_inputMissing(String message, Function<CacheMemory, Object> question) {
        assertThatThrownBy(() -> question.apply(ITEMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> questionsWithoutAnswer() {
        return Stream.of(
                missing(
                        "what to keep is not set: set workingSet, items, popularity or reads",
                        cache -> cache.withReads(Optional.empty()).withItems(Optional.empty())),
                missing(
                        "itemSize is not set: it is needed for the size of the cache",
                        cache -> cache.withItemSize(Optional.empty())),
                missing(
                        "nodeMemory is not set: it is needed for the number of nodes",
                        cache -> cache.withNodeMemory(Optional.empty()).nodes()),
                missing(
                        "hitRatio or popularity is not set: it is needed for the residual load",
                        cache -> cache.withHitRatio(Optional.empty()).residualLoad()),
                missing(
                        "reads is not set: it is needed for the residual load",
                        cache -> cache.withReads(Optional.empty()).residualLoad()));
    }

    private static Arguments missing(String message, Function<CacheMemory, Object> question) {
        return Arguments.of(message, question);
    }

    @Test
    void hotShare_besideHitRatioOfPopularity() {
        CacheMemory known = CacheMemory.builder()
                .popularity(Popularity.of(million(2), ratio(0.9)))
                .itemSize(kb(1))
                .hitRatio(percent(80))
                .build();
        assertThat(known.withItemSize(kb(3)).hitRatio()).hasValue(percent(80));
        assertThatThrownBy(() -> known.withHotShare(percent(20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "set only one of hitRatio, hotShare: where the popularity is known each follows from the other");
    }
}
