package dev.estimator.model;

import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.quantity.TimeSpan;

/** Traffic whose numbers all differ from each other. */
final class BaseTraffic {
    // 432,000 users × 7 = 3,024,000 requests a day = 35 req/s: 28 reads and 7 writes.
    static final Traffic BASE = Traffic.builder()
            .dailyActiveUsers(count(432_000))
            .actionsPerUser(count(7))
            .readShare(percent(80))
            .peakToAverage(ratio(3))
            .requestSize(bytes(300))
            .responseSize(bytes(500))
            .writeSize(kb(2))
            .readSize(kb(11))
            .fanOut(count(200))
            .sessionsPerUser(count(2))
            .sessionLength(minutes(5))
            .build();

    // The hours of a stock exchange: 23,400 of 86,400 s.
    static final TimeSpan TRADING = hours(6.5);

    private BaseTraffic() {}
}
