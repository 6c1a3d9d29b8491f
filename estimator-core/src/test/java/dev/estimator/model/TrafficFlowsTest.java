package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.model.BaseTraffic.BASE;
import static dev.estimator.model.BaseTraffic.TRADING;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Units.B_PER_SECOND;
import static dev.estimator.quantity.Units.GBIT_PER_SECOND;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_SECOND;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What flows and what is open at once, because of the requests. */
class TrafficFlowsTest {
    /** 7 writes × 2 kB + 35 requests × 300 B. */
    @Test
    void bandwidthIn() {
        assertNear(24_500, BASE.bandwidthIn().to(B_PER_SECOND));
        assertNear(73_500, BASE.peakBandwidthIn().to(B_PER_SECOND));
    }

    @Test
    void bandwidthIn_ofPayloadOrEnvelopeAlone() {
        assertNear(14_000, BASE.withRequestSize(Optional.empty()).bandwidthIn().to(B_PER_SECOND));
        assertNear(10_500, BASE.withWriteSize(Optional.empty()).bandwidthIn().to(B_PER_SECOND));
    }

    /** 28 reads × 11 kB + 35 answers × 500 B. */
    @Test
    void bandwidthOut() {
        assertNear(325_500, BASE.bandwidthOut().to(B_PER_SECOND));
        assertNear(976_500, BASE.peakBandwidthOut().to(B_PER_SECOND));
    }

    @Test
    void bandwidthOut_ofPayloadOrEnvelopeAlone() {
        assertNear(
                308_000, BASE.withResponseSize(Optional.empty()).bandwidthOut().to(B_PER_SECOND));
        assertNear(17_500, BASE.withReadSize(Optional.empty()).bandwidthOut().to(B_PER_SECOND));
    }

    /**
     * YouTube, A. Xu: 5 million users watch 5 videos a day, one in ten uploads one, 300 MB each. In 150 TB a day are
     * 125 ÷ 9 Gbit/s, out 7.5 PB a day are 6250 ÷ 9 Gbit/s.
     */
    @Test
    void bandwidth_inAndOutAreTwoFlows() {
        Traffic videos = Traffic.builder()
                .readRate(million(5).times(count(5)).per(days(1)))
                .writeRate(million(5).times(percent(10)).per(days(1)))
                .readSize(mb(300))
                .writeSize(mb(300))
                .build();
        assertNear(125 / 9.0, videos.bandwidthIn().to(GBIT_PER_SECOND));
        assertNear(6250 / 9.0, videos.bandwidthOut().to(GBIT_PER_SECOND));
    }

    @Test
    void deliveries() {
        assertNear(1400, BASE.deliveries().to(PER_SECOND));
        assertNear(4200, BASE.peakDeliveries().to(PER_SECOND));
    }

    /** 432,000 × 2 sessions a day are 10 a second; each stays 300 s. */
    @Test
    void concurrentUsers() {
        assertNear(3000, BASE.concurrentUsers().to(ONES));
        assertNear(9000, BASE.peakConcurrentUsers().to(ONES));
    }

    @Test
    void concurrentUsers_ofMonthlyUsersInTradingHours() {
        Traffic trading = BASE.withDailyActiveUsers(Optional.empty())
                .withMonthlyActiveUsers(count(1_080_000))
                .withDailyShareOfMonthly(percent(40))
                .withActiveWindow(TRADING);
        assertNear(3000, trading.concurrentUsers().to(ONES));
        assertNear(9000 * 24 / 6.5, trading.peakConcurrentUsers().to(ONES));
    }

    @Test
    void concurrentRequests() {
        assertNear(1.4, BASE.concurrentRequests(ms(40)).to(ONES));
        assertNear(6.3, BASE.peakConcurrentRequests(ms(60)).to(ONES));
    }
}
