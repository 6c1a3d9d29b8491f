package dev.estimator.analysis;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ScenariosTest {
    private static final Count USERS = assume("daily active users", between(million(5), million(20)));
    private static final Count WRITES = assume("writes per user", count(3));
    private static final Qps PEAK = USERS.times(count(40).named("requests per user"))
            .per(DAY)
            .times(assumeDefault("peak to average", ratio(2), "a habit"))
            .named("peak rate");
    private static final Bytes STORE = USERS.times(WRITES)
            .per(DAY)
            .times(assume("record", kb(2)))
            .times(YEAR)
            .named("storage");

    /** All that was replaced is named; where one of it counts there is a ratio, also if that is ×1. */
    @Test
    void toString_ofWhatDependsOnNothingReplaced() {
        Count copies = assume("shards", count(7)).times(3).named("copies");
        assertThat(Scenarios.of(PEAK, STORE, copies)
                        .with("both", change -> change.given(WRITES, count(12)).given("shards", count(14)))
                        .with("as is", change -> change.given(WRITES, count(3))))
                .hasToString("""
                        peak rate
                          base   9.3k/s (4.6k … 19k)
                          both   9.3k/s (4.6k … 19k)  does not depend on writes per user or shards
                          as is  9.3k/s (4.6k … 19k)  does not depend on writes per user
                        storage
                          base   22 TB (11 … 44)
                          both   88 TB (44 … 175)     ×4
                          as is  22 TB (11 … 44)      ×1
                        copies
                          base   21
                          both   42                   ×2
                          as is  21                   does not depend on writes per user""");
    }

    /** 10M × 40 ÷ 86,400 s × 2 = 9,259 req/s; 10M × 3 × 2 kB × 365 = 21.9 TB. */
    @Test
    void toString_severalOutputs() {
        Scenarios scenarios = Scenarios.of(PEAK, STORE)
                .with("10x users", change -> change.given("daily active users", million(100)))
                .with(
                        "flat and terse",
                        change -> change.given("peak to average", ratio(1)).given("record", kb(1)))
                .with("writers", change -> change.given(WRITES, count(12)))
                .and("by hand", PEAK.times(3), STORE.times(0.1));
        assertThat(scenarios).hasToString("""
                peak rate
                  base            9.3k/s (4.6k … 19k)
                  10x users       93k/s                 ×10 (×5 … ×20)
                  flat and terse  4.6k/s (2.3k … 9.3k)  ×0.5
                  writers         9.3k/s (4.6k … 19k)   does not depend on writes per user
                  by hand         28k/s (14k … 56k)     ×3
                storage
                  base            22 TB (11 … 44)
                  10x users       219 TB                ×10 (×5 … ×20)
                  flat and terse  11 TB (5.5 … 22)      ×0.5
                  writers         88 TB (44 … 175)      ×4
                  by hand         2.2 TB (1.1 … 4.4)    ×0.1""");
    }

    @Test
    void toString_oneOutput() {
        assertThat(Scenarios.compare(tb(4), "raid", tb(8)).and("compressed", tb(1)))
                .hasToString("""
                          base        4 TB
                          raid        8 TB  ×2
                          compressed  1 TB  ×0.25""".indent(2).stripTrailing());
    }

    /** Down 0.1 % and 0.01 % of the time, and 20 % and 50 % of the reads. */
    @Test
    void toString_sharesAndAvailabilities() {
        assertThat(Scenarios.compare(percentUp(99.9), "two zones", percentUp(99.99)))
                .hasToString("""
                          base       99.9% (3 nines)
                          two zones  99.99% (4 nines)  ×0.1 the time down""".indent(2).stripTrailing());
        assertThat(Scenarios.compare(percent(20), "no cache", percent(50))
                        .rows()
                        .get(1)
                        .toBase())
                .contains(ratio(2.5));
    }

    @Test
    void toString_withoutScenario() {
        assertThat(Scenarios.of(PEAK, STORE))
                .hasToString("peak rate, storage: there is no scenario yet: add one with with(name, change ->"
                        + " change.given(assumption, value))");
    }

    @Test
    void rows() {
        assertThat(Scenarios.compare(STORE, "double", STORE.times(2)).rows())
                .containsExactly(
                        new Scenarios.Row("storage", "base", STORE, Optional.empty(), ""),
                        new Scenarios.Row("storage", "double", STORE.times(2), Optional.of(ratio(2)), ""));
        assertThat(Scenarios.compare(tb(0), "more", tb(2)).rows().get(1).toBase())
                .isEmpty();
    }

    /** Where the base may be zero no ratio has a range. */
    @Test
    void rows_baseMayBeZero() {
        Bytes base = oneOf(tb(0), tb(2), tb(3));
        assertThat(Scenarios.compare(base, "more", tb(4)).rows().get(1).toBase())
                .isEmpty();
    }

    @Test
    void rows_withoutScenario() {
        assertThatThrownBy(() -> Scenarios.of(PEAK).rows())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no scenario yet: add one with with(name, change -> change.given(assumption,"
                        + " value))");
    }

    @Test
    void of_refused() {
        assertRefused("outputs must not be empty: there is nothing to compare", Scenarios::of);
        assertRefused(
                "outputs must have names when there are several but 4 TB has none: give it one with named(...)",
                () -> Scenarios.of(PEAK, tb(4)));
        assertRefused(
                "outputs must have different names but two are called 'peak rate'", () -> Scenarios.of(PEAK, PEAK));
    }

    @Test
    void name_refused() {
        Scenarios scenarios = Scenarios.compare(PEAK, "double", PEAK.times(2));
        String blank = "name must not be blank";
        assertRefused(blank, () -> scenarios.and(" ", PEAK));
        assertRefused(blank, () -> scenarios.with("", change -> change.given(USERS, million(1))));
        assertRefused("name must be new but there is a scenario 'double' already", () -> scenarios.and("double", PEAK));
        assertRefused("name must be new but there is a scenario 'base' already", () -> scenarios.and("base", PEAK));
    }

    @Test
    void and_refused() {
        assertRefused(
                "scenario 'x' must have 2 values, one for each of peak rate, storage, but had 1",
                () -> Scenarios.of(PEAK, STORE).and("x", PEAK));
        assertRefused(
                "scenario 'x' must have 1 value but had 0",
                () -> Scenarios.of(PEAK).and("x"));
        assertRefused(
                "scenario 'x' must be a Qps as the base is but was 4 TB, a Bytes",
                () -> Scenarios.of(qps(3)).and("x", tb(4)));
        assertRefused(
                "scenario 'abroad' cannot be compared with the base: currencies must be the same but were USD and EUR:"
                        + " convert one at a rate of your choice",
                () -> Scenarios.compare(usd(3), "abroad", eur(4)));
    }

    @Test
    void with_refused() {
        Scenarios scenarios = Scenarios.of(PEAK, STORE);
        assertRefused(
                "scenario 'same' must replace an assumption but replaces none: say change -> change.given(name, value)",
                () -> scenarios.with("same", change -> change));
        assertRefused(
                "there is no assumption 'user' to replace: this estimate depends on 'daily active users',"
                        + " 'peak to average', 'requests per user'",
                () -> scenarios.with("typo", change -> change.given("user", million(1))));
        assertRefused(
                "'record' is a Bytes, so it cannot be 1M, a Count",
                () -> scenarios.with("type", change -> change.given("record", million(1))));
        assertRefused(
                "'peak to average' is a Ratio, so it cannot be 1M, a Count",
                () -> scenarios.with("type", change -> change.given("peak to average", million(1))));
        Quantity<?> plain = tb(4);
        assertRefused(
                "4 TB is a plain number that depends on no assumption: make one with assume(name, value)",
                () -> Scenarios.of(plain).with("x", change -> change.given("record", kb(1))));
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** A scenario without an answer takes its own cell, not the table; the order of the changes does not matter. */
    @Test
    void with_noAnswer() {
        Qps load = assume("load", qps(60));
        Count servers = assume("servers", count(1));
        TimeSpan wait = ErlangC.of(load, ms(10), servers).meanWait().named("wait");
        Count busy = load.times(ms(10)).named("busy");
        Scenarios scenarios = Scenarios.of(wait, busy)
                .with("twice", change -> change.given("load", qps(120)))
                .with("twice of both", change -> change.given("load", qps(120)).given("servers", count(2)))
                .with("the same", change -> change.given("servers", count(2)).given("load", qps(120)));
        assertThat(scenarios).hasToString("""
                wait
                  base           15 ms
                  twice          no answer: some servers must be free on average
                  twice of both  5.6 ms                                           ×0.375
                  the same       5.6 ms                                           ×0.375
                busy
                  base           0.6
                  twice          1.2                                              ×2
                  twice of both  1.2                                              ×2
                  the same       1.2                                              ×2""");
        Scenarios.Row none = scenarios.rows().get(1);
        assertThat(none.missing()).isEqualTo("no answer: some servers must be free on average");
        assertThat(none.toBase()).isEmpty();
        assertThatThrownBy(none::value).isInstanceOf(ArithmeticException.class).hasMessage(none.missing());
    }
}
