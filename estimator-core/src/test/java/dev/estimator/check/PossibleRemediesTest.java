package dev.estimator.check;

import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.estimator.quantity.Count;
import dev.estimator.reliability.CallChain;
import dev.estimator.reliability.ErasureCode;
import org.junit.jupiter.api.Test;

/** What is said to mend a failed check can be done. */
class PossibleRemediesTest {
    private static String failure(Runnable check) {
        return String.valueOf(catchThrowable(check::run).getMessage());
    }

    @Test
    void peakBelowTheAverage_isNotOffered() {
        var peak = qps(1200).times(assume("peak to average", ratio(3)));
        assertThat(failure(() -> check(peak).atMost(qps(1100))))
                .contains("fits with         nothing possible: peak to average would have to be below ×1");
        assertThat(failure(() -> check(peak).atMost(qps(1300)))).contains("peak to average  at most ×1.083  now ×3");
    }

    @Test
    void peakBelowTheAverage_besideWhatIsPossible() {
        var rate = assume("rate", qps(1200)).times(assume("peak", between(ratio(2), ratio(4))));
        assertThat(failure(() -> check(rate).atMost(qps(1100))))
                .contains("fits with         rate  at most ")
                .doesNotContain("peak  never");
    }

    /** Of 14 shards 10 are data: neither fewer than 10 nor more than 14 of data make a code. */
    @Test
    void shardsBelowDataShards_areNotOffered() {
        var stored = ErasureCode.of(10, 4).stored(assume("data", tb(100)));
        assertThat(failure(() -> check(stored).atMost(tb(50))))
                .contains("fits with         data  at most 35.71 TB  now 100 TB")
                .doesNotContain("shards  at");
        assertThat(failure(() -> check(stored).atMost(tb(121))))
                .contains("shards       at most 12         ", "data shards  between 12 and 14 ");
    }

    /** A factor of another name may be below 1: 'visits per user at most ×0.9167'. */
    @Test
    void otherFactor_isOffered() {
        var visits = qps(1200).times(assume("visits per user", ratio(3)));
        assertThat(failure(() -> check(visits).atMost(qps(1100)))).contains("visits per user  at most ×0.9166");
    }

    @Test
    void availabilityAbove100Percent_isNotOffered() {
        var chain = CallChain.builder()
                .call("a", assume("a up", nines(3)))
                .call("b", assume("b up", percentUp(99.5)))
                .build();
        assertThat(failure(() -> check(chain.availability()).atLeast(percentUp(99.95))))
                .contains("nothing found: no single assumption mends it, not even at 0% or 100%");
    }

    /** What would be rounded reads as it was given, so that it can be seen to be missed. */
    @Test
    void bound_hasAllItsDigits() {
        assertThat(failure(() -> check(assume("p99", ms(45))).atMost(ms(39.999))))
                .contains("expected at most  39.999 ms\n  but is            45 ms");
        assertThat(failure(() -> check(assume("p99", ms(40))).atMost(ms(39.999))))
                .contains("expected at most  39.999 ms\n  but is            40 ms");
    }

    /** A design in which nothing may fail is none that one offers. */
    @Test
    void nothing_isNotOffered() {
        var zones = assume("zones that may fail", count(2));
        var servers = count(3).plus(zones.times(3)).named("servers");
        assertThat(failure(() -> check(servers).atMost(count(3)))).doesNotContain("at most 0");
    }

    /** By draws only three digits are known: 43,600 and not 43,618. */
    @Test
    void drawn_hasTheDigitsThatAreKnown() {
        var cost = assume("hosts", count(60_000))
                .times(assume("load", between(ratio(1), ratio(3))).plus(assume("more", between(ratio(2), ratio(7)))));
        assertThat(failure(() -> check(cost).atMost(count(350_000))))
                .containsPattern("hosts +at most \\d\\d,?\\d(00|k)? ");
    }

    /** It was 'at most 0.3 copies', and 'at most 0.25 shards'. */
    @Test
    void partOfAThing_isNotOffered() {
        var data = tb(100).times(assume("tapes", count(3))).named("data");
        assertThat(failure(() -> check(data).atMost(tb(30))))
                .contains("nothing possible: tapes would have to be below 1\n");
        assertThat(failure(() -> check(data).atMost(tb(230)))).contains("tapes  at most 2  now 3");
        var each = qps(100).div(assume("shards", count(2)));
        assertThat(failure(() -> check(each).atLeast(qps(400)))).contains("shards would have to be below 1\n");
        var range = tb(100).times(assume("copies", between(count(2), count(4))));
        assertThat(failure(() -> check(range).atMost(tb(30)))).contains("copies would have to be below 1\n");
    }

    /** A mean is no number of things. */
    @Test
    void partOfAThing_isOfferedAsAMean() {
        var photos = tb(1).times(assume("photos per user", count(20)));
        assertThat(failure(() -> check(photos).atMost(tb(0.1)))).contains("photos per user  at most 0.1  now 20");
    }

    /** The line of what drives it was 'never above 10/d'. */
    @Test
    void assumption_hasTheNounOfItsLine() {
        var daily = assume("daily rate", between(count(9).per(DAY), count(30).per(DAY)));
        var queries = daily.withNoun("queries").times(2);
        assertThat(failure(() -> check(queries).atMost(count(20).per(DAY))))
                .contains("daily rate  never above 10 queries/d  now 16.43 queries/d (9 … 30)");
    }

    /** 3 … 8 servers are whole as 3 are; a mean may be below 1, of which an article at the beginning says nothing. */
    @Test
    void partOfAThing_isNotOfferedForARange() {
        var range = between(count(3), count(8));
        assertThat(thrice("servers", range)).contains("nothing possible: servers would have to be below 1");
        assertThat(thrice("a server count", count(3)))
                .contains("nothing possible: a server count would have to be below 1");
        assertThat(thrice("nodes per zone", count(3)))
                .contains("nothing possible: nodes per zone would have to be below 1");
        assertThat(thrice("posts a day", count(3))).contains("posts a day  at most 0.3333  now 3");
        assertThat(thrice("posts per user", range)).contains("posts per user  never above 0.3333  now 4.899 (3 … 8)");
    }

    private static String thrice(String name, Count number) {
        return failure(() -> check(assume(name, number).times(ratio(3))).atMost(count(1)));
    }

    /** Three nodes of each zone are whole, and three errors of each server are a mean. */
    @Test
    void partOfAThing_isOfferedWhereEachHasAMean() {
        for (String mean : new String[] {
            "errors per server",
            "failed disk reads a node",
            "posts each shard",
            "errors in each zone",
            "moves of disks each node",
            "calls to brokers per region",
            "requests per instance",
            "emails per node",
            "comments on each node",
            "number of reports per server",
            "posts a VM"
        }) {
            assertThat(failure(
                            () -> check(assume(mean, count(3)).times(ratio(3))).atMost(count(1))))
                    .contains("fits with         " + mean + "  at most 0.3333");
        }
        for (String whole : new String[] {
            "nodes per zone",
            "API servers a rack",
            "replicas per shard",
            "disks in a zone",
            "nodes in each zone",
            "brokers in every region",
            "databases per cluster",
            "replica sets per region",
            "slots per node",
            "request handlers per server",
            "cores per instance",
            "jobs queue disks per server",
            "number of disks in every server of Berlin",
            "partitions on each broker"
        }) {
            assertThat(failure(
                            () -> check(assume(whole, count(3)).times(ratio(3))).atMost(count(1))))
                    .contains("nothing possible: " + whole + " would have to be below 1");
        }
    }
}
