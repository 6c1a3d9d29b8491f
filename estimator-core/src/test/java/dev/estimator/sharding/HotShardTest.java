package dev.estimator.sharding;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HotShardTest {
    private static final HotShard BASE = HotShard.of(percent(10), count(16));

    /** Amdahl's law in Wikipedia: with 90 % parallel at most ×10; 16 do {@code 1 ÷ (0.1 + 0.9/16)}, which is 6.4. */
    @Test
    void gain_amdahl() {
        assertNear(6.4, BASE.gain().value());
        assertNear(10, BASE.greatestGain().value());
        assertThat(BASE.worthwhile().value()).isEqualTo(10);
    }

    /** 10 % and a sixteenth of 90 %. */
    @Test
    void busiest() {
        assertNear(0.15625, BASE.busiest().value());
        assertNear(2.5, BASE.imbalance().value());
        assertNear(0.1, HotShard.of(percent(0), BASE.shards()).busiest().value() * 1.6);
    }

    @Property(tries = 200)
    void imbalance_timesGainIsShards(
            @ForAll @DoubleRange(max = 1) double hottest, @ForAll @IntRange(min = 1, max = 1000) int shards) {
        HotShard shard = HotShard.of(Share.of(hottest), count(shards));
        assertNear(shards, shard.imbalance().value() * shard.gain().value(), 1e-12);
    }

    @Property(tries = 200)
    void shardsFor_areEnough(
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double hottest,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double room) {
        HotShard shard = HotShard.of(Share.of(hottest), BASE.shards());
        double shards = shard.shardsFor(Share.of(hottest + room)).value();
        assertThat(HotShard.of(shard.hottest(), count(shards)).busiest().value())
                .isLessThanOrEqualTo((hottest + room) * (1 + 1e-11));
        if (shards > 1) {
            assertThat(HotShard.of(shard.hottest(), count(shards - 1)).busiest().value())
                    .isGreaterThan(hottest + room);
        }
    }

    /** A tenth written under four keys: 2.5 % and a sixteenth of 97.5 %. */
    @Test
    void splitInto() {
        assertNear(0.0859375, BASE.splitInto(count(4)).busiest().value());
    }

    /** The other half of the hot key is spread too: a quarter and a fourth of three quarters. */
    @Test
    void splitInto_otherPartsAreSpread() {
        HotShard half = HotShard.of(percent(50), count(4));
        assertNear(0.4375, half.splitInto(count(2)).busiest().value());
        assertThatThrownBy(() -> half.splitInto(count(2.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parts must be a whole number but was 2.5");
        assertThatThrownBy(() -> HotShard.of(half.hottest(), count(3.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shards must be a whole number but was 3.5");
    }

    @Test
    void busiest_explain() {
        HotShard range =
                HotShard.of(assume("largest tenant", between(percent(5), percent(15)), "billing"), BASE.shards());
        assertThat(range.busiest().explain()).hasToString("""
                assumed
                  largest tenant = 8.79% (5% … 15%)  (billing)
                  shards         = 16
                calculated
                  busiest shard = largest tenant + (1 − largest tenant) ÷ shards
                                = 8.79% + (1 − 8.79%) ÷ 16
                                = 14.49% (10.9% … 20.3%)""");
    }

    @Test
    void toString_says() {
        assertThat(BASE)
                .hasToString("16 shards, hottest key 10%: busiest has 15.6%, ×2.5 the mean; worth while up to 10");
        assertThat(HotShard.of(percent(0), BASE.shards()))
                .hasToString("16 shards, hottest key 0%: busiest has 6.25%, ×1 the mean");
    }

    @Test
    void refused() {
        assertThatThrownBy(() -> HotShard.of(BASE.hottest(), count(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shards must be at least 1 but was 0");
        assertThatThrownBy(() -> BASE.splitInto(count(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parts must be at least 1 but was 0");
        assertThatThrownBy(() -> BASE.shardsFor(percent(10)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "(1 − hottest key (10%)) ÷ (wanted busiest (10%) − hottest key (10%)) has no answer: the hottest"
                                + " key alone has as much, and cannot be split");
        assertThatThrownBy(() -> HotShard.of(percent(0), BASE.shards()).greatestGain())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("1 ÷ hottest key (0%) has no answer: the divisor is zero");
    }

    /**
     * RC-DRAWN: nothing is drawn, as the hottest key is the only range; its p5 and p95 are 5 % and 20 %. A range that
     * is used twice has its law on a grid.
     */
    @Test
    void oneRange_isExact() {
        HotShard shard = HotShard.of(assume("hottest", between(percent(5), percent(20))), count(16));
        Simulation simulation = Simulation.of(
                shard.busiest(),
                shard.imbalance(),
                shard.gain(),
                shard.greatestGain(),
                shard.splitInto(count(2)).busiest());
        assertThat(simulation.isExact()).isTrue();
        assertThat(simulation.summary(shard.busiest()).p95().value()).isCloseTo(0.25, within(1e-6)); // 0.2 + 0.8/16
        assertThat(simulation.summary(shard.imbalance()).p5().value()).isCloseTo(1.75, within(1e-5));
        assertThat(simulation.summary(shard.gain()).p5().value()).isCloseTo(4, within(1e-5));
        assertThat(simulation.summary(shard.greatestGain()).p95().value()).isCloseTo(20, within(1e-11));
    }
}
