package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;

import dev.estimator.model.RecordKind;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Price;
import dev.estimator.quantity.Share;
import dev.estimator.report.Report;

/** What does a day of YouTube for five million users cost, in disks, bandwidth and money? */
public final class YouTube {
    private static final String XU = "A. Xu, System Design Interview, ch. 15";

    static final Count USERS = assume("daily active users", million(5), XU);
    static final Count VIEWS_PER_USER = assume("videos watched per user and day", count(5), XU);
    static final Share UPLOADERS = assume("users who upload one video a day", percent(10), XU);
    static final Bytes VIDEO_SIZE = assume("size of a video", mb(300), XU);
    static final Price<Bytes> CDN_PRICE = assume("CDN price", usd(0.02).per(gb(1)), XU);

    private YouTube() {}

    static Count uploads() {
        return USERS.times(UPLOADERS).named("uploads per day");
    }

    static Count views() {
        return USERS.times(VIEWS_PER_USER).named("views per day");
    }

    static Traffic traffic() {
        return Traffic.builder()
                .writeRate(uploads().per(DAY).named("upload rate"))
                .readRate(views().per(DAY).named("view rate"))
                .writeSize(VIDEO_SIZE)
                .readSize(VIDEO_SIZE)
                .build();
    }

    static Storage storage() {
        return Storage.builder()
                .kind(RecordKind.builder("video")
                        .rate(traffic().writeQps())
                        .size(VIDEO_SIZE)
                        .build())
                .retention(assume("planning horizon", YEAR, "nothing is deleted"))
                .replicationFactor(assume("replication factor", ratio(3), "survives the loss of two disks"))
                .build();
    }

    static Bytes delivered() {
        return views().times(VIDEO_SIZE).named("delivered per day");
    }

    static Money cdnCost() {
        return delivered().times(CDN_PRICE).named("CDN cost per day");
    }

    static Report report() {
        return Report.titled("YouTube")
                .section("A day", uploads(), views(), storage().newPerDay(), delivered(), cdnCost())
                .section(
                        "Bandwidth",
                        traffic().bandwidthIn(),
                        traffic().bandwidthOut(),
                        traffic().peakBandwidthOut())
                .section("A year", storage().logical(), storage().physical())
                .headline(cdnCost())
                .note("A video is stored and sent in one quality; transcoding multiplies the storage.");
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
