package dev.estimator.examples;

import static dev.estimator.analysis.Questions.drivers;
import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.analysis.Questions.smallest;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.analysis.Drivers;
import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Solution;
import dev.estimator.analysis.Verdict;
import dev.estimator.model.CacheMemory;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.reliability.CallChain;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions that every estimate answers, asked of every model and of one that is written here. */
class SevenQuestionsTest {
    /**
     * An answer of a model.
     *
     * @param answer the answer, which has a range
     * @param number reads it in some unit
     * @param bestGuess the number with every range at its median, worked out by hand
     * @param driver the assumption that matters most
     * @param known its best guess
     * @param rises whether the answer rises with it
     */
    record Case<Q extends Quantity<Q>, A extends Quantity<A>>(
            Q answer, ToDoubleFunction<Q> number, double bestGuess, A driver, A known, boolean rises) {
        @Override
        public String toString() {
            return String.valueOf(answer.name());
        }
    }

    static Stream<Case<?, ?>> cases() {
        return Stream.of(traffic(), storage(), cacheMemory(), servers(), callChain(), ownModel());
    }

    /** 4 million × 21.6 ÷ 86,400 s × 3. */
    private static Case<Qps, Count> traffic() {
        Count users = assume("daily users", between(million(1), million(16)), "no launch date yet");
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(users)
                .actionsPerUser(count(21.6))
                .peakToAverage(between(ratio(2), ratio(4.5)))
                .build();
        return new Case<>(traffic.peakQps(), q -> q.to(PER_SECOND), 3000, users, million(4), true);
    }

    /** (1000 × 800 kB + 100,000 × 80 B) × 365 × 3. */
    private static Case<Bytes, Bytes> storage() {
        Bytes photo = assume("photo", between(kb(100), kb(6400)), "thumbnails and originals");
        Storage storage = Storage.builder()
                .kind(RecordKind.builder("photo").rate(perDay(1000)).size(photo).build())
                .kind(RecordKind.builder("like")
                        .rate(perDay(100_000))
                        .size(bytes(80))
                        .build())
                .retention(YEAR)
                .replicationFactor(between(ratio(2), ratio(4.5)))
                .build();
        return new Case<>(storage.physical(), q -> q.to(GB), 0.808 * 365 * 3, photo, kb(800), true);
    }

    /** 20 % of 250 million × 800 B × 1.8. */
    private static Case<Bytes, Bytes> cacheMemory() {
        Bytes item = assume("item", between(bytes(200), bytes(3200)), "not measured");
        CacheMemory cache = CacheMemory.builder()
                .items(million(250))
                .hotShare(percent(20))
                .itemSize(item)
                .overheadFactor(between(ratio(1.2), ratio(2.7)))
                .build();
        return new Case<>(cache.memory(), q -> q.to(GB), 72, item, bytes(800), true);
    }

    /** ⌈3000 ÷ (100 × 70 %)⌉ + 2. */
    private static Case<Count, Qps> servers() {
        Qps perServer = assume("requests per server", between(qps(25), qps(400)), "cheat sheets");
        Servers servers = Servers.builder()
                .limit("requests", between(qps(2000), qps(4500)), perServer)
                .spares(count(2))
                .build();
        return new Case<>(servers.servers(), q -> q.to(ONES), 45, perServer, qps(100), false);
    }

    /** The odds of being down are at their geometric mean, and the whole is up if both are. */
    private static Case<Availability, Availability> callChain() {
        Availability database = assume("database", between(percentUp(99.5), percentUp(99.98)), "last two years");
        CallChain chain = CallChain.builder()
                .call("application", between(percentUp(99.98), percentUp(99.995)))
                .call("database", database)
                .build();
        ToDoubleFunction<Availability> down = a -> a.unavailability().value();
        double odds = Math.sqrt(0.005 / 0.995 * 0.0002 / 0.9998);
        double others = Math.sqrt(0.0002 / 0.9998 * 0.00005 / 0.99995);
        double bestGuess = 1 - 1 / (1 + odds) / (1 + others);
        return new Case<>(chain.availability(), down, bestGuess, database, percentUp(100 / (1 + odds)), true);
    }

    /** Five lines: 300,000 × 30 requests of 20 ms at $0.05 an hour. */
    private static Case<Money, Count> ownModel() {
        Count users = assume("users", between(thousand(100), thousand(900)), "three markets, or one");
        Count each = assume("requests per user and day", between(count(20), count(45)), "beta test");
        var busy = users.times(each).times(ms(20)).named("busy time a day");
        Money cost = busy.times(usd(0.05).per(HOUR)).named("cost of a day");
        return new Case<>(cost, Money::amount, 2.5, users, thousand(300), true);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>, A extends Quantity<A>> void whatIsIt(Case<Q, A> c) {
        assertThat(c.number.applyAsDouble(c.answer)).isCloseTo(c.bestGuess, Exactness.EXACT);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>, A extends Quantity<A>> void howSure(Case<Q, A> c) {
        assertThat(c.answer.isUncertain()).isTrue();
        assertThat(c.answer.p5()).isLessThan(c.answer.p50());
        assertThat(c.answer.p50()).isLessThan(c.answer.p95());
        assertThat(c.answer.toString()).contains(" … ");
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>, A extends Quantity<A>> void whereFrom(Case<Q, A> c) {
        Explanation explanation = c.answer.explain();
        assertThat(explanation.assumptions()).anySatisfy(a -> {
            assertThat(a.name()).isEqualTo(c.driver.name());
            assertThat(a.source()).isNotBlank();
        });
        assertThat(explanation.steps())
                .last()
                .extracting(Explanation.Step::name)
                .isEqualTo(c.answer.name());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>, A extends Quantity<A>> void whatMattersMost(Case<Q, A> c) {
        Drivers<Q> drivers = drivers(c.answer);
        assertThat(drivers.drivers()).hasSize(2);
        assertThat(drivers.drivers().get(0).name()).isEqualTo(c.driver.name());
        assertThat(drivers.drivers().stream()
                        .mapToDouble(d -> d.share().value())
                        .sum())
                .isBetween(0.9, 1.05);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>, A extends Quantity<A>> void whatIf(Case<Q, A> c) {
        Q known = c.answer.given(c.driver, c.known);
        assertThat(c.number.applyAsDouble(known)).isCloseTo(c.bestGuess, Exactness.EXACT);
        assertThat(known.p5()).isGreaterThan(c.answer.p5());
        assertThat(known.p95()).isLessThan(c.answer.p95());
        assertThat(c.answer.given(String.valueOf(c.driver.name()), c.known)).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>, A extends Quantity<A>> void howFar(Case<Q, A> c) {
        Limit<Q> upper = limit(c.answer).atMost(c.answer.p95());
        Limit<Q> lower = limit(c.answer).atLeast(c.answer.p5());
        assertFound(
                c,
                c.rises ? largest(c.driver).suchThat(upper) : smallest(c.driver).suchThat(upper),
                upper);
        assertFound(
                c,
                c.rises ? smallest(c.driver).suchThat(lower) : largest(c.driver).suchThat(lower),
                lower);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>, A extends Quantity<A>> void howFar_withConfidence(Case<Q, A> c) {
        Limit<Q> upper = limit(c.answer).atMost(c.answer.p95());
        var search = c.rises ? largest(c.driver) : smallest(c.driver);
        A found = search.withConfidence(percent(90)).suchThat(upper).orThrow();
        assertThat(c.rises ? found.compareTo(c.known) : c.known.compareTo(found))
                .isPositive();
        Limit<Q> then = limit(c.answer.given(c.driver, found)).atMost(c.answer.p95());
        assertThat(then.probability().share().value()).isBetween(0.8999, 0.93);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <Q extends Quantity<Q>, A extends Quantity<A>> void doesItHold(Case<Q, A> c) {
        Limit<Q> upper = limit(c.answer).atMost(c.answer.p95());
        assertThat(upper.holds()).isTrue();
        assertThat(upper.probability().share().value()).isBetween(0.9499, 0.97);
        assertThat(upper.probability()).isEqualTo(probabilityThat(c.answer).isAtMost(c.answer.p95()));
        assertThat(upper.holdsWith(percent(90))).isEqualTo(Verdict.HOLDS);
        assertThat(upper.holdsWith(percent(99))).isEqualTo(Verdict.FAILS);
        assertThat(limit(c.answer).atLeast(c.answer.p95()).holds()).isFalse();
    }

    /**
     * At the value that was found the limit holds, beyond it does not, and the best guess is on the side that holds.
     */
    private static <Q extends Quantity<Q>, A extends Quantity<A>> void assertFound(
            Case<Q, A> c, Solution<A> solution, Limit<Q> limit) {
        A found = solution.orThrow();
        Q reached = c.answer.given(c.driver, found);
        assertThat(limit.isUpper() ? reached.compareTo(limit.bound()) <= 0 : reached.compareTo(limit.bound()) >= 0)
                .isTrue();
        assertThat(limit.isUpper() == c.rises ? found.compareTo(c.known) : c.known.compareTo(found))
                .isPositive();
        assertThat(solution.binding().orElseThrow()).isEqualTo(limit);
        assertThat(solution.toString())
                .startsWith(c.driver.name() + " can be ")
                .endsWith(limit.inWords() + " binds, all else at its best guess");
    }
}
