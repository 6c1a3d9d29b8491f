package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.perHour;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.KB;
import static dev.estimator.quantity.Units.MB_PER_SECOND;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CdnTest {
    private static final Cdn BASE = Cdn.of(qps(10_000), kb(20), percent(90), percent(95));

    /**
     * Printed at calcsimpler.com, CDN offload rate: of 12,000,000 requests 2,100,000 go to the origin, an offload of
     * 82.5 %, and of 95,000 GB 19,500, which is 79.47 % of the bytes. Here they are those of an hour.
     */
    @Test
    void origin_printed() {
        Cdn cdn = Cdn.of(perHour(12e6), gb(95_000 / 12e6), percent(82.5), percent(79.47));
        assertNear(2.1e6 / 3600, cdn.originLoad().to(PER_SECOND));
        double gigabytes = cdn.originBandwidth().times(hours(1)).to(GB);
        assertThat(gigabytes).isCloseTo(19_500, within(95_000 * 0.00005));
    }

    @Test
    void origin_byRequestsAndByBytes() {
        assertNear(1000, BASE.originLoad().to(PER_SECOND));
        assertNear(200, BASE.edgeBandwidth().to(MB_PER_SECOND));
        assertNear(10, BASE.originBandwidth().to(MB_PER_SECOND));
        assertNear(10, BASE.originMeanSize().to(KB));
    }

    @Test
    void byteOffload_asThatOfRequests() {
        Cdn alike = Cdn.of(qps(400), kb(50), percent(70));
        assertNear(6, alike.originBandwidth().to(MB_PER_SECOND));
        assertNear(50, alike.originMeanSize().to(KB));
    }

    @Test
    void offload_all() {
        Cdn all = Cdn.of(qps(10_000), kb(20), percent(100), percent(100));
        assertThat(all.originLoad()).isEqualTo(qps(0));
        assertThatThrownBy(all::originMeanSize).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Cdn.of(qps(10_000), kb(20), percent(100), percent(95)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("byteOffload must be 100% if no request reaches the origin but was 95%");
    }

    @Test
    void originBandwidth_explain() {
        Cdn unsure = Cdn.of(qps(10_000), assume("page", between(kb(10), kb(40)), "crawl"), percent(90), percent(95));
        assertThat(unsure.originBandwidth().explain()).hasToString("""
                assumed
                  request rate     = 10,000 req/s
                  page             = 20 kB (10 … 40)  (crawl)
                  offload of bytes = 95%
                calculated
                  edge bandwidth = request rate × page
                                 = 10,000 req/s × 20 kB
                                 = 200 MB/s (100 … 400)
                  origin bandwidth = edge bandwidth × (1 − offload of bytes)
                                   = 200 MB/s × (1 − 95%)
                                   = 10 MB/s (5 … 20)""");
    }

    @Test
    void toString_answers() {
        assertThat(BASE)
                .hasToString("CDN takes 90% of 10k req/s and 95% of 200 MB/s (1.6 Gbit/s): the origin has 1k req/s,"
                        + " 10 MB/s (80 Mbit/s)");
    }
}
