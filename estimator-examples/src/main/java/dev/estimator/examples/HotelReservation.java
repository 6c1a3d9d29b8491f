package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;

import dev.estimator.model.Traffic;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.report.Report;

/** How many page views and reservations a second make a million hotel rooms 70 % full? */
public final class HotelReservation {
    private static final String XU = "A. Xu, System Design Interview 2, ch. 23";

    static final Count ROOMS = assume("rooms", million(1), XU + ", in 5000 hotels");
    static final Share OCCUPANCY = assume("occupancy", percent(70), XU);
    static final TimeSpan A_DAY = assume("a day", seconds(100_000), XU);
    static final Count STAY_DAYS = assume("days of a stay", count(3), XU);
    static final Share GOES_ON = assume("visitors who go on to the next page", percent(10), XU);
    static final Qps QUERIES = assume("database queries", qps(30_000), XU);
    static final Count SHARDS = assume("shards", count(16), XU);

    private HotelReservation() {}

    /** Little's law: so many stays are in progress, each lasts so long, so that many begin a second. */
    static Qps reservations() {
        Count staysInProgress = ROOMS.times(OCCUPANCY).named("stays in progress");
        return staysInProgress.per(A_DAY.times(STAY_DAYS).named("stay")).named("reservations");
    }

    static Qps bookingPageViews() {
        return reservations().div(GOES_ON).named("booking-page views");
    }

    static Qps roomPageViews() {
        return bookingPageViews().div(GOES_ON).named("room-page views");
    }

    static Traffic traffic() {
        return Traffic.builder()
                .writeRate(reservations())
                .readRate(roomPageViews().plus(bookingPageViews()).named("page views"))
                .build();
    }

    static Qps queriesPerShard() {
        return QUERIES.div(SHARDS).named("queries per shard");
    }

    static Report report() {
        return Report.titled("Hotel reservation")
                .section(
                        "Funnel",
                        roomPageViews(),
                        bookingPageViews(),
                        reservations(),
                        reservations().times(A_DAY).named("reservations per day"))
                .section("Traffic", traffic().averageQps(), traffic().peakQps())
                // That many queries a request would be a lot: the 30k leave room to grow.
                .section(
                        "Database",
                        queriesPerShard(),
                        QUERIES.div(traffic().peakQps()).named("queries per request at peak"))
                .headline(roomPageViews());
    }

    /**
     * Prints the estimate.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(report());
    }
}
