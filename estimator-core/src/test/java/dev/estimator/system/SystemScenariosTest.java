package dev.estimator.system;

import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.every;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.quantity.Qps;
import org.junit.jupiter.api.Test;

/** Several what ifs side by side. */
class SystemScenariosTest {
    private static final Component CACHE =
            Component.named("cache").serviceTime(ms(0.5), count(2)).instances(count(2));
    private static final Component STORE = Component.named("store")
            .serviceTime(ms(4), count(2))
            .instances(count(3))
            .zones(3, 1)
            .upPerInstance(percentUp(99))
            .price(usd(0.4).per(HOUR));
    private static final Architecture SHOP = shop(qps(1000));

    private static Architecture shop(Qps load) {
        return Architecture.of(
                UseCase.read("browse", load, load, cacheAside(CACHE, percent(80), STORE)),
                UseCase.write("order", qps(200), qps(200), STORE));
    }

    private static SystemScenarios scenarios(Architecture base) {
        return SystemScenarios.of(base)
                .with("4x traffic", system -> system.times(ratio(4)))
                .with("cache down", system -> system.without(CACHE))
                .with("zone lost", Architecture::afterZoneLoss);
    }

    /**
     * By hand: the store has (1,000 × 20 % + 200) × 4 ms of work for 6 workers, 26.7 %; without the cache three times
     * as much. A line of M/M/2 takes 4 ms ÷ (1 − ρ²): 4.31, 11.1 and, where two instances are left, 4.76 ms. One of
     * three instances is enough, 1 − 0.01³, but three at four times the traffic or without the cache, 0.99³; 20 % of
     * the reads need them. Of 106.7 % a share of 1 ÷ 1.067 is carried.
     */
    @Test
    void toString_isThreeTables() {
        assertThat(scenarios(SHOP)).hasToString("""
                scenario    first full       headroom  a month
                base        store (workers)  ×3.75     $876
                4x traffic  store (workers)  ×0.938    $876
                cache down  store (workers)  ×1.25     $876
                zone lost   store (workers)  ×2.5      $876

                used at peak, of instances  base      4x traffic  cache down  zone lost
                cache                       13% of 2  50% of 2    –           13% of 2
                store                       27% of 3  107% of 3   80% of 3    40% of 2

                use case  scenario    mean        p99         up          served
                browse    base        1.4 ms      13 ms       99.99998%   100%
                          4x traffic  overloaded  overloaded  overloaded  98.8%
                          cache down  11 ms       48 ms       97%         100%
                          zone lost   1.5 ms      14 ms       99.998%     100%
                order     base        4.3 ms      19 ms       99.9999%    100%
                          4x traffic  overloaded  overloaded  overloaded  93.8%
                          cache down  11 ms       48 ms       97%         100%
                          zone lost   4.8 ms      21 ms       99.99%      100%""");
    }

    /** What has no end is said in words, and so is what has one in some cases only. */
    @Test
    void toString_overloadIsAnAnswer() {
        Qps load = assume("load", between(qps(1000), qps(16_000)));
        assertThat(scenarios(shop(load)).toString()).contains("overloaded in ", " of cases");
    }

    /** Each replica has to apply 25 % of what it can, and then 75 %, whatever their number; the target is 70 %. */
    @Test
    void toString_neverEnough() {
        Component replica = Component.named("replica").serviceTime(ms(2), count(4));
        Architecture system = Architecture.of(
                UseCase.read("read", qps(300), qps(700), replica),
                UseCase.write("write", qps(200), qps(500), async(every(replica))));
        assertThat(SystemScenarios.of(system).with("3x traffic", all -> all.times(ratio(3))))
                .hasToString("""
                scenario    first full         headroom   a month
                base        replica (workers)  ×1.67      –
                3x traffic  no answer          no answer  –

                used at peak, of instances  base      3x traffic
                replica                     60% of 1  no answer

                use case  scenario    mean       p99        up  served
                read      base        2.4 ms     10 ms      –   100%
                          3x traffic  no answer  no answer  –   no answer
                write     base        –          –          –   100%
                          3x traffic  –          –          –   100%""");
    }

    @Test
    void systems_areThoseThatAreCompared() {
        SystemScenarios scenarios = scenarios(SHOP);
        assertThat(scenarios.systems()).containsOnlyKeys("base", "4x traffic", "cache down", "zone lost");
        assertThat(requireNonNull(scenarios.systems().get("zone lost"))
                        .load(STORE)
                        .instances())
                .isEqualTo(count(2));
        assertThat(scenarios.systems().get("base")).isSameAs(SHOP);
    }

    @Test
    void with_takenName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scenarios(SHOP).with("zone lost", system -> system))
                .withMessage("name must be new, unlike [base, 4x traffic, cache down, zone lost], but was 'zone lost'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SystemScenarios.of(SHOP).with(" ", system -> system))
                .withMessageContaining("name");
    }
}
