package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangBTest {
    /** 24 erlangs on 30 lines. */
    private static final ErlangB LINES = ErlangB.of(qps(0.2), seconds(120), count(30));

    /**
     * The digits that tables of Erlang B print; the row of 9 is in Carrier Grade Voice over IP, 2nd ed., appendix A.
     */
    @ParameterizedTest
    @CsvSource({
        "5, 1, 1.361, 0.001",
        "9, 1, 3.8, 0.1",
        "10, 1, 4.461, 0.001",
        "10, 2, 5.084, 0.001",
        "20, 1, 12.03, 0.01",
        "50, 1, 37.90, 0.01",
        "100, 1, 84.06, 0.01"
    })
    void greatestLoad_tables(double servers, double blocking, double printed, double lastDigit) {
        assertThat(ErlangB.greatestLoad(count(servers), percent(blocking)).value())
                .isCloseTo(printed, within(lastDigit / 2));
    }

    /** 3⁴/24 ÷ (1 + 3 + 9/2 + 27/6 + 81/24) = 27/131. */
    @Test
    void blocking_byHand() {
        assertNear(27.0 / 131, ErlangB.ofLoad(count(3), count(4)).blocking().value());
    }

    /** A load above the servers is legal: 4.9³/6 ÷ (1 + 4.9 + 4.9²/2 + 4.9³/6), and not that of 4. */
    @Test
    void blocking_fractionalLoadAboveTheServers() {
        assertNear(
                117.649 / 225.079,
                ErlangB.ofLoad(count(4.9), count(3)).blocking().value());
    }

    @Test
    void blocking_nothingOffered() {
        assertThat(ErlangB.ofLoad(count(0), count(2)).blocking().value()).isZero();
        assertThat(ErlangB.ofLoad(count(0), count(0)).blocking().value()).isEqualTo(1);
    }

    @Test
    void carriedLoadAndUtilization() {
        ErlangB servers = ErlangB.ofLoad(count(3), count(4));
        assertNear(3 * 104 / 131.0, servers.carriedLoad().value());
        assertNear(3 * 26 / 131.0, servers.utilization().value());
    }

    /** mpmath with 40 digits: a(1 − B), of which 1 − B leaves nothing in doubles. */
    @ParameterizedTest
    @CsvSource({"1e17, 1, 1", "1e12, 1, 0.999999999999", "1e12, 3, 2.999999999997", "25.5, 30, 23.984459432118915"})
    void carriedLoad_overload(double load, double servers, double carried) {
        ErlangB busy = ErlangB.ofLoad(count(load), count(servers));
        assertNear(carried, busy.carriedLoad().value());
        assertNear(carried / servers, busy.utilization().value());
    }

    @Test
    void utilization_noServers() {
        assertThatThrownBy(() -> ErlangB.ofLoad(count(3), count(0)).utilization())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("carried load (0) ÷ servers (0) has no answer: the divisor is zero");
    }

    /** B(2, 1) is exactly one fifth. */
    @Test
    void fewestServers_exactlyMet() {
        assertThat(ErlangB.fewestServers(count(1), percent(20)).value()).isEqualTo(2);
        assertThat(ErlangB.fewestServers(count(1), percent(19.9)).value()).isEqualTo(3);
        assertThat(ErlangB.fewestServers(count(1), percent(100)).value()).isZero();
    }

    @Test
    void fewestServers_outOfReach() {
        assertThatThrownBy(() -> ErlangB.fewestServers(count(5e9), percent(1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "fewest with Erlang B of load (5bn) ≤ blocking (1%) has no answer: blocking must be above 0%, and"
                                + " within reach of a billion servers");
    }

    /** By mpmath with 40 digits: of 24 erlangs on 30 lines 0.0401207. */
    @Test
    void carriedLoad_explain() {
        assertThat(LINES.carriedLoad().explain()).hasToString("""
                assumed
                  servers      = 30
                  arrival rate = 0.2 req/s
                  service time = 2 min
                calculated
                  load = arrival rate × service time
                       = 0.2 req/s × 2 min
                       = 24
                  carried load = carried in Erlang B(servers, load)
                               = carried in Erlang B(30, 24)
                               = 23.04""");
    }

    /**
     * The percentiles of the load are 20.5 and 29.5. Sampled; the load is within 0.03 % of them, blocking ten times as
     * far.
     */
    @Test
    void blocking_ofARange() {
        var rate = assume("calls", uniform(qps(20), qps(30)));
        Share blocking = ErlangB.of(rate, seconds(1), count(30)).blocking();
        assertNear(
                ErlangB.ofLoad(count(20.5), count(30)).blocking().value(),
                blocking.p5().value(),
                3e-3);
        assertNear(
                ErlangB.ofLoad(count(29.5), count(30)).blocking().value(),
                blocking.p95().value(),
                3e-3);
    }

    @Test
    void toString_saysWhatIsTurnedAway() {
        assertThat(LINES).hasToString("30 servers for a load of 24: 4.01% is turned away");
        assertThat(ErlangB.ofLoad(count(0.25), count(1)))
                .hasToString("1 server for a load of 0.25: 20% is turned away");
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangB.ofLoad(LINES.load(), count(2.5)))
                .withMessage("servers must be a whole number up to a billion, as ceil() makes it, but was 2.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangB.greatestLoad(count(0), percent(1)))
                .withMessage("servers must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangB.greatestLoad(count(3), percent(100)))
                .withMessage("blocking must be below 100%, or there is no greatest load, but was 100%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangB.fewestServers(count(3), percent(0)))
                .withMessage("blocking must be above 0%, which no number of servers reaches, but was 0%");
    }
}
