package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.pb;
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

    // Where others say something else, or nobody says anything: nine times in ten the value lies between the two ends.
    static final Count LIKELY_VIEWS =
            assume("videos watched per user and day", between(count(2.5), count(10)), "no source: half to double");
    static final Share LIKELY_UPLOADERS = assume(
            "users who upload one video a day",
            between(percent(1), percent(10)),
            "1% by the 90-9-1 rule, 10% by A. Xu");
    static final Bytes LIKELY_SIZE =
            assume("size of a video", between(mb(100), mb(300)), "100 MB by K. P. Singh, 300 MB by A. Xu");
    static final Price<Bytes> LIKELY_PRICE = assume(
            "CDN price", between(usd(0.02).per(gb(1)), usd(0.05).per(gb(1))), "$0.02 by A. Xu, $0.05 by S. Eskildsen");

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

    static Money likelyCost() {
        return cdnCost()
                .given(VIEWS_PER_USER, LIKELY_VIEWS)
                .given(VIDEO_SIZE, LIKELY_SIZE)
                .given(CDN_PRICE, LIKELY_PRICE);
    }

    static Bytes likelyDisk() {
        return storage().physical().given(UPLOADERS, LIKELY_UPLOADERS).given(VIDEO_SIZE, LIKELY_SIZE);
    }

    /** The same estimate, asked how sure it is. */
    static Report uncertain() {
        return Report.titled("YouTube, with ranges")
                .section("Answers", likelyCost(), likelyDisk())
                .fits(
                        limit(likelyCost()).atMost(usd(150_000)),
                        limit(likelyDisk()).atMost(pb(100)))
                .drivers(likelyCost())
                .drivers(likelyDisk())
                .headline(likelyCost())
                .note("The size of a video is in both answers: where the one is high, the other tends to be high too.");
    }

    /**
     * Prints the estimate as published, and then with ranges.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(report());
        System.out.println();
        System.out.println(uncertain());
    }
}
