package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngsetTest {
    /** Ten sources that offer a quarter of an erlang while they are idle, on 4 servers. */
    private static final Engset BASE = Engset.of(count(10), qps(0.5), ms(500), count(4));

    /**
     * Printed in the README of fast-engset (P. Azimzadeh and T. Carpenter): 10 sources that offer 0.2 each. That counts
     * what is turned away: while it is idle, a source offers {@code 0.2 ÷ (1 − 0.2 (1 − P))}.
     */
    @ParameterizedTest
    @CsvSource({"5, 0.016349962386312377", "4, 0.06495282643260683"})
    void callCongestion_fastEngset(double servers, double blocked) {
        Engset engset = Engset.of(count(10), qps(0.2 / (1 - 0.2 * (1 - blocked))), seconds(1), count(servers));
        assertNear(blocked, engset.callCongestion().value());
        assertNear(10 * 0.2 * (1 - blocked), engset.carriedLoad().value());
    }

    /** mpmath with 40 digits: binomial terms. */
    @ParameterizedTest
    @CsvSource({
        "10, 4, 0.25, 0.091066782307025152",
        "100, 30, 0.4, 0.12329352404377282",
        "5, 5, 0.7, 0.01183710753970294",
        "1000, 3, 0.00125, 0.0967343068064528",
        "4, 0, 0.3, 1.0",
    })
    void timeCongestion(double sources, double servers, double load, double expected) {
        Engset engset = Engset.of(count(sources), qps(load), seconds(1), count(servers));
        assertNear(expected, engset.timeCongestion().value());
        Engset oneMore =
                Engset.of(count(sources + 1), engset.ratePerIdleSource(), engset.serviceTime(), engset.servers());
        assertNear(expected, oneMore.callCongestion().value());
    }

    /** The two are not the same: an asking source sees one source less. */
    @Test
    void callCongestion_belowTimeCongestion() {
        assertNear(0.06737967914438503, BASE.callCongestion().value());
        assertNear(0.09106678230702515, BASE.timeCongestion().value());
    }

    /** As many servers as sources: nobody is turned away, and a source is busy β/(1 + β) of the time. */
    @Test
    void serversForAll() {
        Engset all = Engset.of(count(10), qps(0.5), ms(500), count(10));
        assertThat(all.callCongestion().value()).isZero();
        assertNear(10 * 0.2, all.carriedLoad().value());
        assertNear(Math.pow(0.2, 10), all.timeCongestion().value(), 1e-12);
        assertThat(Engset.of(all.sources(), all.ratePerIdleSource(), all.serviceTime(), count(11))
                        .timeCongestion()
                        .value())
                .isZero();
    }

    /** What is carried is the mean number of busy servers over all states. */
    @Property(tries = 100)
    void carriedLoad_isTheMeanOfBusyServers(
            @ForAll @IntRange(min = 1, max = 60) int sources,
            @ForAll @IntRange(min = 0, max = 60) int servers,
            @ForAll @DoubleRange(min = 0.01, max = 5) double load) {
        double term = 1;
        double sum = 1;
        double busy = 0;
        for (int k = 1; k <= Math.min(servers, sources); k++) {
            term *= load * (sources - k + 1) / k;
            sum += term;
            busy += k * term;
        }
        Engset engset = Engset.of(count(sources), qps(load), seconds(1), count(servers));
        // 1 − congestion cancels where there are few servers
        assertNear(busy / sum, engset.carriedLoad().value(), 1e-11);
    }

    /** A billion sources of so little that the load is 3 erlangs are Erlang B. */
    @Test
    void congestion_manySources() {
        Engset many = Engset.of(count(1e9), qps(1e-9), seconds(3), count(4));
        assertNear(27.0 / 131, many.timeCongestion().value(), 1e-8);
        assertNear(27.0 / 131, many.callCongestion().value(), 1e-8);
    }

    /** mpmath, 40 digits: Σ k w ÷ Σ w, w = C(N, k) βᵏ; nearly all that is asked for is turned away. */
    @ParameterizedTest
    @CsvSource({
        "100, 3, 1e6, 2.9999999693877548",
        "100, 3, 1e12, 2.9999999999999694",
        "1000, 10, 1e5, 9.9999998990918183",
        "100, 3, 1e16, 3",
        "7, 4, 1e3, 3.9989998002000057"
    })
    void carriedLoad_whereNearlyAllIsTurnedAway(double sources, double servers, double load, double carried) {
        Engset engset = Engset.of(count(sources), qps(load), seconds(1), count(servers));
        assertNear(carried, engset.carriedLoad().value(), 1e-15);
    }

    @Test
    void carriedLoad_explain() {
        assertThat(BASE.carriedLoad().explain()).hasToString("""
                assumed
                  sources              = 10
                  rate per idle source = 0.5 req/s
                  service time         = 500 ms
                  servers              = 4
                calculated
                  load per idle source = rate per idle source × service time
                                       = 0.5 req/s × 500 ms
                                       = ×0.25
                  accepted = 1 − Engset of one source less(sources, servers, load per idle source)
                           = 1 − Engset of one source less(10, 4, 0.25)
                           = 93.26%
                  carried per idle source = load per idle source × accepted
                                          = 0.25 × 93.26%
                                          = ×0.2332
                  carried load = sources × carried per idle source ÷ (1 + carried per idle source)
                               = 10 × 0.2332 ÷ (1 + 0.2332)
                               = 1.891""");
    }

    /** The percentiles of the rate are 0.28 and 0.82 req/s. */
    @Test
    void callCongestion_ofARange() {
        var rate = assume("rate", uniform(qps(0.25), qps(0.85)));
        var congestion = Engset.of(count(10), rate, ms(500), count(4)).callCongestion();
        assertNear(
                Engset.of(count(10), qps(0.82), ms(500), count(4))
                        .callCongestion()
                        .value(),
                congestion.p95().value(),
                2e-3);
    }

    @Test
    void toString_saysBothCongestions() {
        assertThat(BASE).hasToString("4 servers for 10 sources: 6.74% is turned away, all are busy 9.11% of the time");
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engset.of(count(0), qps(0.5), ms(500), count(4)))
                .withMessage("sources must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engset.of(count(10), qps(0.5), ms(500), count(1.5)))
                .withMessage("servers must be a whole number up to a billion, as ceil() makes it, but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engset.of(count(10), qps(0.5), ms(500), count(2e6)))
                .withMessage("servers must be at most 1M but was 2M");
    }

    /** Servers that are busy are no users. */
    @Test
    void carriedLoad_hasNoNoun() {
        assertThat(Engset.of(count(20, "users"), perDay(40), hours(1), count(3)).carriedLoad())
                .hasToString("2.9");
    }
}
