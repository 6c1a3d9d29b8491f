package dev.estimator.examples;

import static dev.estimator.check.Checks.check;
import static dev.estimator.check.Checks.checkAll;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.tb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Growth;
import dev.estimator.check.Baseline;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What a team's build checks: a design that outgrows its budget fails, and the message says where the figure comes
 * from.
 */
class CapacityGuardTest {
    private static final Bytes DISK_BUDGET = tb(20).named("disk budget");
    private static final Bytes SHARD = tb(2);

    @Test
    void design_staysInTheBudget() {
        checkAll(
                () -> check(UrlShortener.storage().physical()).atMost(DISK_BUDGET),
                () -> check(UrlShortener.storage().records()).atMost(UrlShortener.KEYS),
                () -> check(UrlShortener.servers().servers()).atMost(count(15)),
                () -> check(UrlShortener.servers().utilization("requests")).between(percent(50), percent(80)));
    }

    /** With ranges in place of numbers; the confidence is what the team settled for. */
    @Test
    void design_probablyStaysInTheBudget() {
        checkAll(
                () -> check(UrlShortener.likelyDisk())
                        .withConfidence(percent(80))
                        .atMost(DISK_BUDGET),
                () -> check(UrlShortener.likelyServers()).atMost(count(100)),
                () -> check(UrlShortener.likelyDowntime())
                        .withConfidence(percent(60))
                        .atMost(minutes(30)));
    }

    /** {@code -Destimates.approve=true} approves what has changed. */
    @Test
    void estimates_areAsApproved() {
        Baseline.at(Path.of("src/test/estimates/url-shortener.txt"))
                .withTolerance(percent(5))
                .verify(UrlShortener.likelyDisk(), UrlShortener.likelyServers());
    }

    @Test
    void disks_lastAWhile() {
        Growth growth = Growth.compound(percent(5), YEAR);
        assertThat(check(UrlShortener.storage().physical()).growing(growth).atMost(DISK_BUDGET))
                .hasToString(
                        "physical link storage is 18 TB, at most 20 TB (disk budget): holds; room for ×1.11; fits 2 y"
                                + " 1 month");
    }

    @Test
    void tenTimesTheLinks_fitAHundredShards() {
        Count shards = UrlShortener.storage().physical().div(SHARD).ceil().named("shards");
        check(shards.given(UrlShortener.NEW_LINKS, billion(1))).atMost(count(100));
    }

    /** A what-if goes through the ceiling: twice the links are not twice the servers. */
    @Test
    void twiceTheLinks_fitTwentyFiveServers() {
        Count servers = UrlShortener.servers().servers();
        check(servers.given("new links per month", UrlShortener.NEW_LINKS.times(2)))
                .atMost(count(25));
    }

    @Test
    void violatedBudget_failsWithTheDerivation() {
        Bytes tenfold = UrlShortener.storage().physical().given(UrlShortener.NEW_LINKS, billion(1));
        assertThatThrownBy(() -> check(tenfold).atMost(DISK_BUDGET))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        physical link storage
                          expected at most  20 TB (disk budget)
                          but is            180 TB
                          over by           160 TB (it is ×9 the limit)
                          fits with         new links per month  at most 111.1M   now 1bn
                                            retention            at most 400 d    now 3,600 d
                                            size of a link       at most 55.55 B  now 500 B
                        assumed
                          new links per month = 1bn      (what if, instead of 100M)
                          retention           = 3,600 d  (K. P. Singh, System Design, 10 years)
                          size of a link      = 500 B    (K. P. Singh, System Design)
                          replication factor  = ×3       (survives the loss of two disks)
                        not set, so left at the default
                          yearly growth     = ×1  (rates stay as they are)
                          compression ratio = ×1  (stored as it is)
                          index factor      = ×1  (indexes not counted)
                          overhead factor   = ×1  (no other overhead)
                          free space        = 0%  (disks filled to the brim)
                        calculated
                          write rate = new links per month ÷ 30 d
                                     = 1bn ÷ 30 d
                                     = 385.8 req/s
                          link records = write rate × retention
                                       = 385.8 req/s × 3,600 d
                                       = 120bn
                          logical link storage = link records × size of a link
                                               = 120bn × 500 B
                                               = 60 TB
                          physical link storage = logical link storage × replication factor
                                                = 60 TB × 3
                                                = 180 TB""");
    }
}
