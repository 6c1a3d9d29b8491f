package dev.estimator.flow;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Units.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RollingRestartTest {
    private static final RollingRestart BASE = RollingRestart.of(count(12), count(3), minutes(2), percent(60));

    /** Kubernetes, Deployments: of 4 pods at most 25 % are unavailable, so that at least 3 are there. */
    @Test
    void capacityLeft_kubernetes() {
        RollingRestart pods = RollingRestart.of(count(4), count(1), minutes(2), percent(60));
        assertNear(0.75, pods.capacityLeft().value());
        assertThat(pods.largestBatch(percent(80)).value()).isEqualTo(1);
    }

    @Test
    void byHand() {
        assertNear(0.75, BASE.capacityLeft().value());
        assertNear(0.8, BASE.utilizationMeanwhile().value());
        assertThat(BASE.batches().value()).isEqualTo(4);
        assertNear(8, BASE.duration().to(MINUTES));
        assertNear(
                6,
                RollingRestart.of(count(12), count(5), minutes(2), percent(60))
                        .duration()
                        .to(MINUTES));
        assertThat(BASE.largestBatch(percent(80)).value()).isEqualTo(3);
        assertThat(BASE.largestBatch(percent(79)).value()).isEqualTo(2);
        assertThat(BASE.largestBatch(percent(60)).value()).isZero();
        assertThat(BASE.instancesFor(percent(75)).value()).isEqualTo(13);
        assertNear(
                1,
                RollingRestart.of(count(12), count(3), minutes(2), percent(75))
                        .utilizationMeanwhile()
                        .value());
        assertNear(
                1.2,
                RollingRestart.of(count(12), count(3), minutes(2), percent(90))
                        .utilizationMeanwhile()
                        .value()); // more than they can carry
    }

    @Test
    void utilizationMeanwhile_explain() {
        RollingRestart range = RollingRestart.of(
                count(12), count(3), minutes(2), assume("busy", between(percent(50), percent(65)), "last week"));
        assertThat(range.utilizationMeanwhile().explain()).hasToString("""
                assumed
                  busy      = 57.68% (50% … 65%)  (last week)
                  instances = 12
                  batch     = 3
                calculated
                  instances left = instances − batch
                                 = 12 − 3
                                 = 9
                  capacity left = instances left ÷ instances
                                = 9 ÷ 12
                                = 75%
                  utilization meanwhile = busy ÷ capacity left
                                        = 57.68% ÷ 75%
                                        = ×0.769 (×0.667 … ×0.867)""");
    }

    @Test
    void toString_says() {
        assertThat(BASE).hasToString("3 of 12 at a time: 75% left, used at 80%, all done in 8 min");
        assertThat(RollingRestart.of(count(12), count(3), minutes(2), percent(80)))
                .hasToString("3 of 12 at a time: 75% left, too little for a utilization of 80%, all done in 8 min");
    }

    @Test
    void refused() {
        assertThatThrownBy(() -> RollingRestart.of(count(12), count(12), minutes(2), percent(60)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch must be below instances, which is 12, but was 12");
        assertThatThrownBy(() -> RollingRestart.of(count(12), count(3), minutes(2), percent(90))
                        .largestBatch(percent(80)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("limit must be at least utilization, which is 90%, but was 80%");
    }
}
