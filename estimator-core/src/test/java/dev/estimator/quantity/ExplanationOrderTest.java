package dev.estimator.quantity;

import static dev.estimator.quantity.Explained.assertExplained;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An explanation reads as its author wrote it, without what says nothing, and says what decided and what if. */
class ExplanationOrderTest {
    private static final Count USERS = assume("users", million(5));
    private static final Count NODES = assume("nodes", count(63));
    private static final Count VISITS = USERS.times(ratio(2)).named("visits");

    @ParameterizedTest
    @MethodSource("products")
    void product_inTheOrderOfItsAuthor(String expected, Quantity<?> product) {
        assertEquals(expected, product.explain().steps().get(0).formula());
    }

    static Stream<Object[]> products() {
        Qps rate = assume("rate", qps(7));
        TimeSpan time = assume("time", seconds(9));
        Bytes size = assume("size", mb(3));
        return Stream.of(
                new Object[] {"2 × users", ratio(2).times(USERS)},
                new Object[] {"users × 2", USERS.times(ratio(2))},
                new Object[] {"30% × users", percent(30).times(USERS)},
                new Object[] {"nodes × rate", NODES.times(rate)},
                new Object[] {"rate × nodes", rate.times(NODES)},
                new Object[] {"nodes × time", NODES.times(time)},
                new Object[] {"time × rate", time.times(rate)},
                new Object[] {"rate × time", rate.times(time)},
                new Object[] {"size × rate", size.times(rate)},
                new Object[] {"nodes × price", NODES.times(assume("price", usd(5)))});
    }

    @Test
    void wholeNumber_isNotRounded() {
        assertExplained("""
                assumed
                  nodes = 63
                calculated
                  count = nodes + 2
                        = 63 + 2
                        = 65""", NODES.plus(count(2)).toRatio().ceil());
        assertExplained("""
                assumed
                  nodes = 63
                calculated
                  count = ⌈nodes ÷ 9⌉
                        = ⌈63 ÷ 9⌉
                        = 7""", NODES.div(count(9)).ceil());
    }

    @Test
    void factorOneAndSummandZero_areLeftOut() {
        assertExplained("""
                assumed
                  nodes = 63
                calculated
                  count = nodes × 3
                        = 63 × 3
                        = 189""", count(1).times(NODES).times(1).times(3).plus(count(0)));
    }

    /** Not a factor of one that has a unit. */
    @Test
    void oneSecond_isWritten() {
        assertExplained("""
                assumed
                  nodes = 63
                calculated
                  rate = nodes ÷ 1 s
                       = 63 ÷ 1 s
                       = 63/s""", NODES.per(seconds(1)));
    }

    @Test
    void twoNames_noneWithout() {
        Count both = USERS.plus(million(3));
        assertExplained("""
                assumed
                  users = 5M
                calculated
                  now = users + 3M
                      = 5M + 3M
                      = 8M
                  before = users + 3M
                         = 5M + 3M
                         = 8M
                  count = now + before
                        = 8M + 8M
                        = 16M""", both.named("now").plus(both.named("before")));
    }

    @Test
    void greatestAndLeast_namesWhich() {
        Count disks = assume("disks", count(50));
        Count racks = assume("racks", count(20));
        assertExplained("""
                assumed
                  nodes = 63
                  disks = 50
                  racks = 20
                calculated
                  needed = max(nodes, disks, racks)
                         = max(63, 50, 20), the greatest is nodes
                         = 63""", NODES.max(disks).max(racks).named("needed"));
        assertExplained("""
                assumed
                  nodes = 63
                  disks = 50
                calculated
                  count = min(nodes, disks)
                        = min(63, 50), the least is disks
                        = 50""", NODES.min(disks));
    }

    /** Of two that are alike neither decides. */
    @Test
    void greatest_ofEqual() {
        Count disks = assume("disks", count(63));
        assertEquals("max(63, 63)", NODES.max(disks).explain().steps().get(0).numbers());
    }

    @Test
    void whatIf_numberBesideTheOther() {
        Explanation both = Explanation.of(List.of(VISITS, VISITS.given(USERS, million(15))));
        assertEquals("""
                assumed
                  users                = 5M
                  users (what if, 15M) = 15M  (what if, instead of 5M)
                calculated
                  visits = users × 2
                         = 5M × 2
                         = 10M
                  visits (what if, users 15M) = users (what if, 15M) × 2
                                              = 15M × 2
                                              = 30M""", both.toString());
    }

    @Test
    void whatIf_multipleBesideTheOther() {
        Explanation both = Explanation.of(List.of(
                VISITS,
                VISITS.given(USERS, USERS.times(3)),
                VISITS.given(USERS, USERS.div(5)),
                VISITS.given(USERS, USERS.plus(million(7)))));
        assertEquals(
                List.of(
                        "visits",
                        "users (what if, ×3)",
                        "visits (what if, users ×3)",
                        "users (what if, ÷5)",
                        "visits (what if, users ÷5)",
                        "users (what if)",
                        "visits (what if, users 12M)"),
                both.steps().stream().map(Explanation.Step::name).toList());
    }

    /** Two changes at once have no single word; two such are numbered. */
    @Test
    void whatIf_ofTwo() {
        Count all = USERS.times(NODES).named("all");
        Count changed = all.given(USERS, million(7)).given(NODES, count(9));
        assertEquals(
                List.of("all", "all (what if)"),
                Explanation.of(List.of(all, changed)).steps().stream()
                        .map(Explanation.Step::name)
                        .toList());
    }

    /** By itself a what-if needs no other name. */
    @Test
    void whatIf_alone() {
        assertExplained("""
                assumed
                  users = 15M  (what if, instead of 5M)
                calculated
                  visits = users × 2
                         = 15M × 2
                         = 30M""", VISITS.given(USERS, million(15)));
    }
}
