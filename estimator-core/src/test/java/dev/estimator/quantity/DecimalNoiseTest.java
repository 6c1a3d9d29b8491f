package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.model.Servers;
import dev.estimator.model.Traffic;
import org.junit.jupiter.api.Test;

/** Decimal numbers that cancel or fill a whole leave noise in binary; it must not refuse what is right on paper. */
class DecimalNoiseTest {
    /** In binary 0.03 − 0.01 is less than 0.02. */
    @Test
    void minus_toNothing() {
        assertThat(percent(3).minus(percent(1)).minus(percent(2))).isEqualTo(percent(0));
        assertThat(gb(0.3).minus(gb(0.1)).minus(gb(0.2))).isEqualTo(gb(0));
    }

    /** In binary 0.33 + 0.56 + 0.11 is 1.0000000000000002. */
    @Test
    void plus_toTheWhole() {
        assertThat(percent(33).plus(percent(56)).plus(percent(11))).isEqualTo(percent(100));
    }

    @Test
    void minus_moreThanNoise() {
        assertThatThrownBy(() -> gb(1).minus(gb(1.00000000001)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("1 GB − 1 GB would be below zero, which no Bytes can be");
        assertThatThrownBy(() -> ratio(1.00000000001).toShare()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void given_computesTheSame() {
        Share a = assume("a", percent(50));
        assertThat(a.plus(percent(56)
                                .minus(percent(12))
                                .minus(percent(11))
                                .minus(percent(33))
                                .plus(percent(11)))
                        .given(a, percent(89)))
                .isEqualTo(percent(100));
    }

    /** 2.1 ÷ 0.3 is 7.000000000000001 in binary. */
    @Test
    void utilization_ofFullServers() {
        Servers servers = Servers.builder()
                .limit("requests", qps(2.1), qps(0.3))
                .targetUtilization(percent(100))
                .build();
        assertThat(servers.servers()).isEqualTo(count(7));
        assertThat(servers.utilization("requests")).isEqualTo(percent(100));
    }

    @Test
    void tiers_ofAllUsers() {
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(count(86_400))
                .actionsPerUser(count(10))
                .tier("some", percent(33), ratio(1))
                .tier("most", percent(56), ratio(2))
                .tier("few", percent(11), ratio(3))
                .build();
        assertThat(traffic.averageQps().to(Units.PER_SECOND))
                .isCloseTo(17.8, org.assertj.core.data.Offset.offset(1e-12));
    }
}
