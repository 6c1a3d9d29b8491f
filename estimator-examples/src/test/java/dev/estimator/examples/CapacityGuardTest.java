package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.tb;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import org.assertj.core.api.AbstractComparableAssert;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a team's build checks: a design that outgrows its budget fails, and the message says where the figure comes from. */
class CapacityGuardTest {
    private static final Bytes DISK_BUDGET = tb(20);
    private static final Bytes SHARD = tb(2);

    @Test
    void disks_stayInTheBudget() {
        assertThatEstimate(UrlShortener.storage().physical()).isLessThanOrEqualTo(DISK_BUDGET);
    }

    @Test
    void servers_areAtMostFifteen() {
        assertThatEstimate(UrlShortener.servers().total()).isLessThanOrEqualTo(count(15));
    }

    @Test
    void servers_keepHeadroom() {
        assertThatEstimate(UrlShortener.servers().utilization("requests")).isLessThan(percent(70));
    }

    @Test
    void keys_lastTheRetention() {
        assertThatEstimate(UrlShortener.storage().objects()).isLessThan(UrlShortener.KEYS);
    }

    @Test
    void redirects_areDownAtMostHalfAnHourAMonth() {
        assertThatEstimate(UrlShortener.chain().downtime(Quantities.MONTH)).isLessThanOrEqualTo(minutes(30));
    }

    @Test
    void tenTimesTheLinks_fitAHundredShards() {
        Count shards = UrlShortener.storage().physical().div(SHARD).ceil().named("shards");
        assertThatEstimate(shards.given(UrlShortener.NEW_LINKS, billion(1))).isLessThanOrEqualTo(count(100));
    }

    /** A what-if goes through the ceiling: twice the links are not twice the servers. */
    @Test
    void twiceTheLinks_fitTwentyFiveServers() {
        Count servers = UrlShortener.servers().total();
        assertThatEstimate(servers.given("new links per month", UrlShortener.NEW_LINKS.times(2)))
                .isLessThanOrEqualTo(count(25));
    }

    @Test
    void violatedBudget_failsWithTheDerivation() {
        Bytes tenfold = UrlShortener.storage().physical().given(UrlShortener.NEW_LINKS, billion(1));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatEstimate(tenfold).isLessThanOrEqualTo(DISK_BUDGET))
                .withMessageContaining("180 TB")
                .withMessageContaining("to be less than or equal to")
                .withMessageContaining("20 TB")
                .withMessageContaining("replication factor  = ×3")
                .withMessageContaining("(survives the loss of two disks)")
                .withMessageContaining("""
                          physical link storage = logical link storage × replication factor
                                                = 60 TB × 3
                                                = 180 TB
                        """.strip());
    }

    /** An assertion whose failure shows how the estimate was reached; it is written only if it fails. */
    private static <Q extends Quantity<Q>> AbstractComparableAssert<?, Q> assertThatEstimate(Q estimate) {
        return Assertions.<Q>assertThat(estimate).as(() -> estimate.explain().toString());
    }
}
