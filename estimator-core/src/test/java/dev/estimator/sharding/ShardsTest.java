package dev.estimator.sharding;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardsTest {
    private static final Shards BASE = Shards.builder()
            .limit("data", tb(4), gb(500))
            .limit("writes", qps(9000), qps(1000))
            .skew(ratio(1.3))
            .growth(ratio(2))
            .build();

    /**
     * Amazon DynamoDB sizing demystified, infoobjects.com 2016: 50 GB in partitions of 10 GB take 5. A partition has
     * 3000 reads or 1000 writes a second.
     */
    @Test
    void needed_dynamo() {
        Shards table = Shards.builder()
                .limit("size", gb(50), gb(10))
                .limit("reads", qps(10_000), qps(3000))
                .limit("writes", qps(1000), qps(1000))
                .targetUtilization(percent(100))
                .build();
        assertThat(table.needed("size").value()).isEqualTo(5);
        assertThat(table.needed("reads").value()).isEqualTo(4);
        assertThat(table.needed("writes").value()).isEqualTo(1);
        assertThat(table).hasToString("5 shards, bound by size: busiest at 100% today");
    }

    /**
     * 8 × 2 × 1.3 ÷ 0.7 = 29.7 and 9 × 2 × 1.3 ÷ 0.7 = 33.4; today the busiest of 34 has 9 × 1.3 ÷ 34 of its writes.
     */
    @Test
    void needed() {
        assertThat(BASE.needed("data").value()).isEqualTo(30);
        assertThat(BASE.needed("writes").value()).isEqualTo(34);
        assertThat(BASE.needed().value()).isEqualTo(34);
        assertThat(BASE.bindingLimit()).isEqualTo("writes");
        assertNear(9 * 1.3 / 34, BASE.busiest("writes").value());
        assertNear(8 * 1.3 / 34, BASE.busiest("data").value());
    }

    @Test
    void needed_explain() {
        Shards data = Shards.builder()
                .limit("data", assume("photos", between(tb(2), tb(8)), "plan"), gb(500))
                .skew(ratio(1.3))
                .build();
        assertThat(data.needed("data").explain()).hasToString("""
                assumed
                  photos         = 4 TB (2 … 8)  (plan)
                  data per shard = 500 GB
                  skew           = ×1.3
                not set, so left at the default
                  growth             = ×1   (sized for today)
                  target utilization = 70%  (leaves room to move data while it is served)
                calculated
                  full shards of data = photos ÷ data per shard ÷ target utilization
                                      = 4 TB ÷ 500 GB ÷ 70%
                                      = ×11.43 (×5.71 … ×22.9)
                  shards by data = ⌈full shards of data × skew, or 1 if all fits on one⌉
                                 = ⌈11.43 × 1.3, or 1 if all fits on one⌉
                                 = 15 (8 … 30)""");
    }

    /** The busiest cannot have more than everything: 100 of 600 a second fit on one shard however skewed they are. */
    @Test
    void needed_allFitsOnOne() {
        Shards few = Shards.builder()
                .limit("writes", qps(100), qps(600))
                .skew(ratio(5))
                .build();
        assertThat(few.needed().value()).isEqualTo(1);
        assertThat(few).hasToString("1 shard, bound by writes: busiest at 16.7% today");
    }

    /** 450 of 600 do not fit into 70 %; with fewer than 5.36 shards the busiest still has above 420. */
    @ParameterizedTest
    @CsvSource({"419, 1", "420, 1", "421, 6", "450, 6", "900, 11"})
    void needed_isTheLeastThatHolds(double demand, int shards) {
        Shards skewed = Shards.builder()
                .limit("writes", qps(demand), qps(600))
                .skew(ratio(5))
                .build();
        int least = 1;
        while (demand * Math.min(5, least) / least > 420) {
            least++;
        }
        assertThat(skewed.needed().value()).isEqualTo(least).isEqualTo(shards);
    }

    /** Two limits: one shard would do for the data, six for the writes, of which the busiest has five sixths. */
    @Test
    void busiest_skewAboveNeed() {
        Shards both = Shards.builder()
                .limit("data", gb(100), gb(500))
                .limit("writes", qps(450), qps(600))
                .skew(ratio(5))
                .build();
        assertThat(both.needed("data").value()).isEqualTo(1);
        assertNear(0.2 * 5 / 6, both.busiest("data").value());
    }

    @Test
    void needed_nothing() {
        Shards none = Shards.builder().limit("writes", qps(0), qps(600)).build();
        assertThat(none).hasToString("1 shard, bound by writes: busiest at 0% today");
    }

    @Test
    void limit_blank() {
        assertRefused(() -> Shards.builder().limit(" ", qps(1), qps(2)).build(), "name of a limit must not be blank");
    }

    @Test
    void toString_says() {
        assertThat(BASE).hasToString("34 shards, bound by writes: busiest at 34.4% today");
    }

    @Test
    void refused() {
        assertThatThrownBy(() -> Shards.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no limit is set: add at least one with limit(name, demand, perShard)");
        assertRefused(() -> BASE.withSkew(ratio(0.9)), "skew must be at least 1 but was 0.9");
        assertRefused(() -> BASE.withGrowth(ratio(0.5)), "growth must be at least 1 but was 0.5");
        assertRefused(() -> BASE.withTargetUtilization(percent(0)), "targetUtilization must be above 0% but was 0%");
        assertRefused(() -> BASE.needed("reads"), "limit must be one of 'data', 'writes' but was 'reads'");
        assertRefused(
                () -> Shards.builder().from(BASE).limit("data", gb(2), gb(1)).build(),
                "limits must be of different names but was 'data', 'writes', 'data'");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void toString_ofWhatBindsAtTheBestGuess() {
        Shards wide = Shards.builder()
                .limit("size", between(gb(300), gb(700)), gb(20))
                .limit("writes", between(qps(2_500), qps(9_000)), qps(300))
                .build();
        assertThat(wide).asString().contains(" shards, bound by size at the best guess: busiest at ");
    }
}
