package dev.estimator.analysis;

import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.analysis.Questions.smallest;
import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.caching.BloomFilter;
import dev.estimator.flow.Backlog;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import dev.estimator.queueing.Engset;
import dev.estimator.queueing.ErlangB;
import dev.estimator.queueing.ErlangC;
import dev.estimator.queueing.FiniteQueue;
import dev.estimator.reliability.Spares;
import dev.estimator.slo.ErrorBudget;
import dev.estimator.slo.Slo;
import org.junit.jupiter.api.Test;

/** Searches whose answer lies where answers end, among whole numbers only, or at a step. */
class SearchEdgesTest {
    private static final Bytes USED = assume("used", tb(8));
    private static final Bytes FREE = tb(10).minus(USED).named("free");
    private static final Qps RATE = assume("rate", qps(69));
    private static final TimeSpan WAIT = ErlangC.of(RATE, ms(10), count(1)).meanWait();
    private static final Count SERVERS = assume("servers", count(3));
    private static final Count LINES = assume("lines", count(5));
    private static final Share BLOCKING = ErlangB.ofLoad(count(2.5), LINES).blocking();
    private static final Count NODES = assume("nodes", count(5));

    @Test
    void whereAnswersEnd_aDifference() {
        Solution<Bytes> least = smallest(USED).suchThat(limit(FREE).atMost(tb(1)));
        assertThat(least.orThrow().to(Units.TB)).isCloseTo(9, within(1e-12));
        assertThat(least).hasToString("used can be 9 TB at least, ×1.13 the best guess: then free ≤ 1 TB binds");
        assertThat(largest(USED).suchThat(limit(FREE).atMost(tb(1))))
                .hasToString("used can be 10 TB at most, room for ×1.25: beyond it there is no answer");
        assertThat(largest(USED).suchThat(limit(FREE).atLeast(tb(20))))
                .hasToString("no largest used: free ≥ 20 TB never holds between 8 MB and 10 TB: free is at most 10 TB"
                        + " there");
    }

    /**
     * {@code 1 TB ÷ (10 TB − used) ≥ 50} from 9.98 TB on; {@code used − 3 TB ≤ 0.1 TB} from its other end, below 3.1
     * TB.
     */
    @Test
    void whereAnswersEnd_aPoleAndALowerEnd() {
        assertThat(smallest(USED).suchThat(limit(tb(1).div(FREE)).atLeast(ratio(50))))
                .hasToString("used can be 9.98 TB at least, ×1.25 the best guess: then the ratio ≥ ×50 binds");
        assertThat(largest(USED).suchThat(limit(USED.minus(tb(3))).atMost(tb(0.1))))
                .hasToString("used can be 3.1 TB at most, ×0.388 the best guess: then the size ≤ 100 GB binds");
    }

    /** {@code 100 ÷ x + 1 ÷ (10 − x)} falls at all places but rises again before 10; that is seen at the end only. */
    @Test
    void whereAnswersEnd_itTurns() {
        Ratio x = assume("x", ratio(8));
        Ratio sum = ratio(100).div(x).plus(ratio(1).div(ratio(10).minus(x))).named("sum");
        assertThat(largest(x).suchThat(limit(sum).atLeast(ratio(20))).reason())
                .startsWith("sum neither rises nor falls steadily between ×8e-6 and ×10,");
    }

    /** {@code g^20 = 10}; what does not grow lasts for ever. */
    @Test
    void beyondNumbers_runway() {
        Ratio growth = assume("growth", ratio(1.15));
        Ratio guessed = assume("growth", between(ratio(0.95), ratio(1.4)));
        for (Ratio g : new Ratio[] {growth, guessed}) {
            TimeSpan runway = Growth.compound(g, YEAR).runway(tb(10), tb(100));
            Solution<Ratio> most = largest(g).suchThat(limit(runway).atLeast(years(20)));
            assertThat(most.orThrow().value()).isCloseTo(Math.pow(10, 1 / 20.0), within(1e-12));
            assertThat(most.toString()).startsWith("growth can be ×1.122 at most");
            assertThat(smallest(g).suchThat(limit(runway).atMost(years(20))).stated())
                    .contains("×1.123"); // at 1.122 it is 20.003 years
        }
    }

    /** {@code ρ ÷ (1 − ρ) × 10 ms = 50 ms} at 5 ÷ 6 of 100 req/s; from 100 on the wait has no end. */
    @Test
    void beyondNumbers_wait() {
        Solution<Qps> least = smallest(RATE).suchThat(limit(WAIT).atLeast(ms(50)));
        assertThat(least.orThrow().to(Units.PER_SECOND)).isCloseTo(500 / 6.0, within(1e-9));
        assertThat(least)
                .hasToString("rate can be 83.34 req/s at least, ×1.21 the best guess: then mean wait ≥ 50 ms binds");
        assertThat(largest(RATE).suchThat(limit(WAIT).atMost(ms(50))).stated()).contains("83.33 req/s");
        assertThat(largest(RATE).suchThat(limit(WAIT).atLeast(ms(50))).reason())
                .isEqualTo("the limits hold for anything up to 69M req/s");
    }

    /** {@code (1500 − 100c) × 300 = 7200 × (100c − 500)} at c = 5.4; below 5 it never drains. */
    @Test
    void beyondNumbers_backlog() {
        Count six = assume("consumers", count(6));
        Solution<Count> most = largest(six).suchThat(limit(drainTime(six)).atLeast(hours(2)));
        assertThat(most.orThrow().value()).isCloseTo(5.4, within(1e-9));
        assertThat(most).hasToString("consumers can be 5 at most, ×0.833 the best guess: then drain time ≥ 2 h binds");
        assertThat(smallest(six)
                        .suchThat(limit(drainTime(six)).atMost(hours(2)))
                        .orThrow()
                        .value())
                .isCloseTo(5.4, within(1e-12));
        Count ten = assume("consumers", count(10));
        assertThat(smallest(ten).suchThat(limit(drainTime(ten)).atLeast(minutes(3))))
                .hasToString("no smallest consumers: the limits hold for anything down to 1e-5");
    }

    private static TimeSpan drainTime(Count consumers) {
        return Backlog.builder()
                .arrivalRate(qps(500))
                .burstRate(qps(1500))
                .burstLength(minutes(5))
                .consumers(consumers)
                .ratePerConsumer(qps(100))
                .build()
                .drainTime();
    }

    /**
     * At r in place of 0.1 % a third of the window spends r ÷ 0.3 %; the rest lasts {@code (1 − r ÷ 0.3 %) × 30 d × 0.1
     * % ÷ r}.
     */
    @Test
    void beyondNumbers_errorBudget() {
        Share errors = assume("error rate", percent(0.3));
        TimeSpan left = ErrorBudget.of(Slo.of(percentUp(99.9), days(30)), errors, days(10))
                .timeToExhaustion();
        assertThat(largest(errors).suchThat(limit(left).atLeast(days(10))))
                .hasToString("error rate can be 0.15% at most: then time to exhaustion ≥ 10 d binds");
    }

    /** With 10 ms and 250 req/s: 3 servers wait 14 ms, 4 2.1 ms, 5 0.52 ms. Below 3 the line grows for ever. */
    @Test
    void wholeNumbers_erlangC() {
        TimeSpan wait = ErlangC.of(qps(250), ms(10), SERVERS).meanWait();
        assertThat(smallest(SERVERS).suchThat(limit(wait).atMost(ms(1))))
                .hasToString("servers can be 5 at least, ×1.67 the best guess: then mean wait ≤ 1 ms binds");
        assertThat(smallest(SERVERS).suchThat(limit(wait).atMost(ms(30))).stated())
                .contains("3");
        assertThat(largest(SERVERS).suchThat(limit(wait).atLeast(ms(1))).stated())
                .contains("4");
        assertThat(largest(SERVERS).suchThat(limit(wait).atLeast(hours(1))).stated())
                .contains("2");
    }

    @Test
    void wholeNumbers_withConfidence() {
        TimeSpan wait = ErlangC.of(assume("arrivals", between(qps(200), qps(300))), ms(10), LINES)
                .meanWait();
        Count least = smallest(LINES)
                .withConfidence(percent(90))
                .suchThat(limit(wait).atMost(ms(10)))
                .orThrow();
        assertThat(least).isEqualTo(count(4));
        assertThat(limit(wait.given(LINES, count(4)))
                        .atMost(ms(10))
                        .probability()
                        .share()
                        .value())
                .isGreaterThan(0.9);
        assertThat(limit(wait.given(LINES, count(3)))
                        .atMost(ms(10))
                        .probability()
                        .share()
                        .value())
                .isLessThan(0.9);
    }

    /** Of a load of 2.5: 6.97 % with 5, 2.82 % with 6. No line turns away all. */
    @Test
    void wholeNumbers_erlangB() {
        assertThat(smallest(LINES).suchThat(limit(BLOCKING).atMost(percent(5))))
                .hasToString("lines can be 6 at least, ×1.2 the best guess: then blocking ≤ 5% binds");
        assertThat(largest(LINES).suchThat(limit(BLOCKING).atLeast(percent(5))).orThrow())
                .isEqualTo(count(5));
        assertThat(largest(LINES)
                        .suchThat(limit(BLOCKING).atLeast(percent(100)))
                        .reason())
                .isEmpty();
        assertThat(smallest(LINES)
                        .suchThat(limit(BLOCKING).atMost(percent(100)))
                        .reason())
                .isEqualTo("the limits hold for anything down to 0");
    }

    /**
     * A limit that any number could keep to is searched among whole numbers too where another has answers only there.
     */
    @Test
    void wholeNumbers_severalLimits() {
        Limit<Share> blocking = limit(BLOCKING).atMost(percent(5));
        assertThat(largest(LINES)
                        .suchThat(blocking, limit(LINES.times(usd(100))).atMost(usd(750)))
                        .orThrow())
                .isEqualTo(count(7));
        assertThat(largest(LINES)
                        .suchThat(blocking, limit(LINES.times(usd(100))).atMost(usd(550))))
                .hasToString("no largest lines: blocking ≤ 5% asks for at least 6, the cost ≤ $550 for at most 5");
    }

    /** M/M/1/K at ρ = 0.9: {@code (1 − ρ) ρᴷ ÷ (1 − ρᴷ⁺¹)} is 1.08 % with 22 places and 0.96 % with 23. */
    @Test
    void wholeNumbers_places() {
        Count places = assume("places", count(4));
        Share blocking = FiniteQueue.of(qps(90), ms(10), count(1), places).blocking();
        assertThat(smallest(places).suchThat(limit(blocking).atMost(percent(1))).orThrow())
                .isEqualTo(count(23));
    }

    @Test
    void wholeNumbers_engset() {
        Share busy = Engset.of(count(7), count(2).per(HOUR), minutes(3), LINES).timeCongestion();
        Count fewest = smallest(LINES).suchThat(limit(busy).atMost(percent(1))).orThrow();
        assertThat(busy.given(LINES, fewest)).isLessThanOrEqualTo(percent(1));
        assertThat(busy.given(LINES, count(fewest.value() - 1))).isGreaterThan(percent(1));
    }

    /** Fewer than 3 of 5 members at 99 % are up in 9.85e-6 of the time, fewer than 4 of 6 in 1.96e-5. */
    @Test
    void wholeNumbers_spares() {
        Count needed = assume("needed", count(5));
        Count spares = Spares.of(needed, percentUp(99), percentUp(99.999)).spares();
        assertThat(largest(needed).suchThat(limit(spares).atMost(count(2))).orThrow())
                .isEqualTo(count(3));
    }

    /** 10 TB on 6 are 1.67 TB each, on 7 1.43 TB. */
    @Test
    void steps_ofTheAssumptionItself() {
        assertThat(smallest(NODES).suchThat(limit(tb(10).div(NODES.ceil())).atMost(tb(1.5))))
                .hasToString("nodes can be 7 at least, ×1.4 the best guess: then the size ≤ 1.5 TB binds");
        assertThat(largest(NODES)
                        .suchThat(
                                limit(NODES.floor().times(usd(100).per(MONTH))).atMost(usd(750).per(MONTH)))
                        .orThrow())
                .isEqualTo(count(7));
        TimeSpan wait = ErlangC.of(qps(250), ms(10), SERVERS.ceil()).meanWait();
        assertThat(smallest(SERVERS).suchThat(limit(wait).atMost(ms(1))).orThrow())
                .isEqualTo(count(5));
        assertThat(largest(SERVERS).suchThat(limit(wait).atLeast(ms(1))).stated())
                .contains("4");
    }

    @Test
    void steps_thatContradict() {
        assertThat(smallest(NODES)
                        .suchThat(
                                limit(NODES.ceil()).atMost(count(6)),
                                limit(NODES.ceil().times(usd(1))).atLeast(usd(6.5)))
                        .reason())
                .isEqualTo("the cost ≥ $6.50 asks for at least 6.0000000000060005, the count ≤ 6 for at most"
                        + " 6.000000000006");
    }

    /** Two limits that meet in one value hold there, whatever the last bits of the two calculations do. */
    @Test
    void severalLimits_meetInOneValue() {
        Count users = assume("users", million(10));
        Bytes stored = users.times(kb(30)).named("stored");
        for (int i = 1; i < 60; i++) {
            Bytes bound = gb(600 + 0.317 * i);
            assertThat(largest(users)
                            .suchThat(
                                    limit(stored.times(3).div(7))
                                            .atMost(bound.times(3).div(7)),
                                    limit(stored.div(11)).atLeast(bound.div(11)))
                            .orThrow()
                            .value())
                    .isCloseTo((600 + 0.317 * i) / 30e-6, within(1e-3));
        }
    }

    /** 1,163 are 2.0035 % false positives. */
    @Test
    void stated_roundedToWhereItHolds() {
        Count held = assume("held", count(1000));
        Share wrong = BloomFilter.of(count(1000), percent(1)).falsePositivesWith(held);
        assertThat(largest(held).suchThat(limit(wrong).atMost(percent(2))).stated())
                .contains("1,162");
        assertThat(wrong.given(held, count(1163))).isGreaterThan(percent(2));
        TimeSpan kept = assume("retention", years(3));
        Limit<Bytes> disk = limit(gb(500).per(DAY).times(kept)).atLeast(tb(900.5));
        assertThat(smallest(kept).suchThat(disk).stated()).contains("1,801 d");
    }

    @Test
    void limitWithoutAName_saysWhatItIs() {
        Share hits = assume("hit ratio", percent(80));
        assertThat(smallest(hits)
                        .suchThat(limit(qps(1000).times(hits.complement())).atMost(qps(50))))
                .hasToString("hit ratio can be 95% at least: then the rate ≤ 50 req/s binds");
    }
}
