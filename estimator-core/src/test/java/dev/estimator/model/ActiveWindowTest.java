package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.months;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.MILLIONS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.TB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import org.junit.jupiter.api.Test;

/** What is stored and moved in a day does not depend on the hours in which it comes. */
class ActiveWindowTest {
    /** RC-WINDOW 1. */
    @Test
    void storage_ofAWindow() {
        Traffic orders = Traffic.builder()
                .requestRate(billion(1).per(DAY))
                .activeWindow(hours(6.5))
                .build();
        assertNear(1000, kind(orders.averageQps()).newPerDay().to(MILLIONS));
        assertNear(36.5, stored(orders.averageQps(), years(1)));
        assertNear(1e9 / 23_400, orders.activeQps().to(PER_SECOND));
    }

    /** RC-WINDOW 2. */
    @Test
    void storage_ofTheAuthorsDay() {
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(million(2))
                .actionsPerUser(count(20))
                .day(seconds(100_000))
                .build();
        assertNear(40, kind(traffic.averageQps()).newPerDay().to(MILLIONS));
        assertNear(400, traffic.activeQps().to(PER_SECOND));
    }

    /** RC-WINDOW 3: 50 million writes of 2 kB. */
    @Test
    void bandwidth_ofADay() {
        Traffic traffic = Traffic.builder()
                .requestRate(million(100).per(DAY))
                .readShare(percent(50))
                .writeSize(kb(2))
                .activeWindow(hours(8))
                .build();
        assertNear(100, traffic.bandwidthIn().times(DAY).to(GB));
    }

    /** What if the default window were another: the day's sums stay, the peak follows. */
    @Test
    void given_window() {
        Traffic traffic = Traffic.builder()
                .dailyActiveUsers(million(2))
                .actionsPerUser(count(20))
                .build();
        assertThat(traffic.averageQps().explain().defaults()).isEmpty();
        assertNear(
                4 * traffic.peakQps().to(PER_SECOND),
                traffic.peakQps().given("active window", hours(6)).to(PER_SECOND));
    }

    /** RC-MONTH 14. */
    @Test
    void storage_ofTwelveMonths() {
        Qps rate = billion(1).per(DAY);
        assertThat(stored(rate, months(12))).isEqualTo(stored(rate, years(1)));
    }

    private static RecordKind kind(Qps rate) {
        return RecordKind.builder("order").rate(rate).size(bytes(100)).build();
    }

    private static double stored(Qps rate, TimeSpan retention) {
        return Storage.builder()
                .kind(kind(rate))
                .retention(retention)
                .build()
                .physical()
                .to(TB);
    }
}
