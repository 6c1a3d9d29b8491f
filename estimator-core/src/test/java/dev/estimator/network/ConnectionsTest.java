package dev.estimator.network;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final Connections BASE = Connections.of(million(2), kb(42));

    /** G. Rennie, The Road to 2 Million Websocket Connections in Phoenix, 2015: 83 GB for 2 million, 41.5 kB each. */
    @Test
    void memory_phoenix() {
        assertNear(83, Connections.of(million(2), kb(41.5)).memory().to(GB));
        assertThat(Connections.of(million(2), kb(41.5)).fittingInto(gb(83)).value())
                .isEqualTo(2_000_000);
    }

    @Test
    void rates() {
        Connections twice = Connections.of(million(2), count(3), kb(42));
        assertNear(6e6, twice.connections().value());
        assertNear(200_000, twice.polls(seconds(30)).to(PER_SECOND));
        assertNear(240_000, twice.heartbeats(seconds(25)).to(PER_SECOND));
        assertNear(20_000, twice.reconnects(minutes(5)).to(PER_SECOND));
        assertThat(twice.servers(thousand(500)).value()).isEqualTo(12);
    }

    /** Linux, ip-sysctl: ports 32768 to 60999 unless told otherwise, 28,232 of them. */
    @Test
    void sourceAddresses() {
        assertThat(BASE.sourceAddresses(count(60_999 - 32_768 + 1)).value()).isEqualTo(71);
        assertThat(BASE.sourceAddresses(count(65_535)).value()).isEqualTo(31);
    }

    @Test
    void memory_explain() {
        Connections range = Connections.of(million(2), assume("websocket", between(kb(20), kb(80)), "load test"));
        assertThat(range.memory().explain()).hasToString("""
                assumed
                  users online = 2M
                  websocket    = 40 kB (20 … 80)  (load test)
                not set, so left at the default
                  connections of a user = 1  (one device and tab)
                calculated
                  connection memory = users online × websocket
                                    = 2M × 40 kB
                                    = 80 GB (40 … 160)""");
    }

    @Test
    void toString_says() {
        assertThat(BASE).hasToString("2M connections take 84 GB");
    }

    @Test
    void refused() {
        assertThatThrownBy(() -> BASE.sourceAddresses(thousand(70)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ports must be at most 65,535 but was 70,000");
        assertThatThrownBy(() -> BASE.polls(seconds(0))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> BASE.servers(count(0))).isInstanceOf(ArithmeticException.class);
    }

    /** It was '2M users connections' and '67k users/s'. */
    @Test
    void connections_areNoUsers() {
        Connections each = Connections.of(count(2e6, "users"), count(3, "tabs"), kb(42));
        assertThat(each).hasToString("6M connections take 252 GB");
        assertThat(each.heartbeats(seconds(30))).hasToString("200k/s");
    }
}
