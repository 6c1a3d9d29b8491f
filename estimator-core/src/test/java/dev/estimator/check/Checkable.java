package dev.estimator.check;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.normal;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;

/** Estimates for tests to check: certain, exact and drawn. */
final class Checkable {
    static final Count LINKS = assume("new links per month", million(100), "course");
    static final Bytes SIZE = assume("size of a link", bytes(500), "course");
    static final TimeSpan RETENTION = assume("retention", days(30).times(120), "10 years");
    static final Ratio COPIES = assume("replication factor", ratio(3));
    /** 100M × 500 B × 120 × 3 = 18 TB. */
    static final Bytes DISK =
            LINKS.per(days(30)).times(SIZE).times(RETENTION).times(COPIES).named("disk");

    static final Count USERS = assume("users", between(million(5), million(20)));
    static final Ratio PEAK = assume("peak", between(ratio(2), ratio(10)));
    static final Count SERVERS =
            USERS.times(count(20)).per(DAY).times(PEAK).div(qps(500)).ceil().named("servers");
    /** Drawn. */
    static final Count ALL = SERVERS.plus(
                    assume("batch jobs", between(count(3), count(6))).ceil())
            .named("all servers");

    static final Bytes TEXT = assume("text", normal(kb(40), kb(3)));
    static final Bytes PICTURE = assume("picture", normal(kb(90), kb(4)));
    /** Drawn: normal with 130 kB and 5 kB. */
    static final Bytes PAGE = TEXT.plus(PICTURE).named("page");

    private Checkable() {}
}
