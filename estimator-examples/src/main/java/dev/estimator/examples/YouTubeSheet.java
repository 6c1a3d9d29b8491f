package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.pb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Quantities.usd;

import dev.estimator.analysis.Growth;
import dev.estimator.model.Call;
import dev.estimator.model.CallChain;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.report.DesignSheet;
import java.time.LocalDate;

/** Can a video service for five million users a day leave its traffic to a CDN, and what stays for its own servers? */
public final class YouTubeSheet {
    private static final String GUESS = "no source: to be measured";

    static final Ratio PEAK = assume("peak to average", between(ratio(2), ratio(5)), "A. Xu, by the kind of service");
    static final Ratio QUALITIES =
            assume("all qualities to the original", between(ratio(1.5), ratio(3)), "no source: try it on some videos");
    static final Share MISSES = assume("share that the CDN misses", between(percent(1), percent(10)), GUESS);
    static final Bytes SEGMENT = assume("size of a segment", between(mb(1), mb(8)), "no source: some seconds of video");
    static final Bandwidth NETWORK = assume("network of a server", gbitPerSecond(50), "AWS, a machine of 192 vCPU");
    static final Qps REQUESTS =
            assume("requests per server", between(qps(1000), qps(10_000)), "cheat sheets span this, none has measured");
    static final Qps PREFIX = assume("reads per prefix", qps(5500), "AWS, quota of S3");
    static final Count PREFIXES = assume("prefixes", count(20), "as many as we make");
    static final TimeSpan EDGE_TIME = assume("time at the CDN", between(ms(5), ms(40)), GUESS);
    static final TimeSpan STORE_TIME = assume("time to the object's end", ms(80), "S. Eskildsen, napkin-math, 128 KiB");
    static final TimeSpan QUERY_TIME = assume("time of a query", us(500), "S. Eskildsen, with the local network");
    static final Share GROWTH =
            assume("growth a year", between(percent(20), percent(60)), "no source: ask the product");

    private YouTubeSheet() {}

    static Traffic traffic() {
        return YouTube.traffic()
                .withWriteRate(
                        YouTube.USERS.times(YouTube.LIKELY_UPLOADERS).per(DAY).named("upload rate"))
                .withReadRate(YouTube.USERS.times(YouTube.LIKELY_VIEWS).per(DAY).named("view rate"))
                .withWriteSize(YouTube.LIKELY_SIZE)
                .withReadSize(YouTube.LIKELY_SIZE)
                .withPeakToAverage(PEAK);
    }

    static Storage storage() {
        return YouTube.storage()
                .withKinds(RecordKind.builder("video")
                        .rate(traffic().writeQps())
                        .size(YouTube.LIKELY_SIZE)
                        .build())
                .withOverheadFactor(QUALITIES);
    }

    static Qps peakSegments() {
        return traffic()
                .peakReadQps()
                .times(YouTube.LIKELY_SIZE.div(SEGMENT))
                .times(MISSES)
                .named("peak rate of segments from the origin");
    }

    static Servers servers() {
        Bandwidth missed = traffic().peakBandwidthOut().times(MISSES).named("peak bandwidth of the origin");
        return Servers.builder()
                .limit("network", missed, NETWORK)
                .limit("requests", peakSegments(), REQUESTS)
                .spares(assume("spares", count(2), "one is updated, one fails"))
                .build();
    }

    static CallChain chain() {
        return CallChain.builder()
                .call(Call.anyOf(
                        Call.of("CDN", assume("CDN", percentUp(99.9), "provider's promise")),
                        Call.of("other CDN", assume("other CDN", percentUp(99.9), "provider's promise"))))
                .call("catalogue", assume("catalogue", between(percentUp(99.8), percentUp(99.99)), GUESS))
                .call("origin", assume("origin", between(percentUp(99.8), percentUp(99.99)), GUESS))
                .call("object store", assume("object store", nines(4), "AWS, what S3 is designed for"))
                .build();
    }

    static DesignSheet sheet() {
        Qps ofServers = servers().total().times(REQUESTS);
        return DesignSheet.titled("Video service")
                .useCases("A user uploads a video.", "A user watches one, in the quality that the network allows.")
                .notCovered("Transcoding, recommendations, live video, rights.")
                .users(YouTube.USERS, YouTube.LIKELY_VIEWS, YouTube.LIKELY_UPLOADERS)
                .usagePatterns("Few videos get most of the views, so a CDN keeps them near the users.")
                .traffic(traffic())
                .storage(storage())
                .servers(servers())
                .estimates(YouTube.likelyCost())
                .limits(
                        limit(YouTube.likelyCost()).atMost(usd(150_000)),
                        limit(storage().physical()).atMost(pb(100)),
                        limit(servers().total()).atMost(count(8)),
                        limit(chain().downtime(MONTH).named("downtime a month")).atMost(hours(2)))
                .consistency("Availability: a video may appear a minute late, and a count of views may lag behind.")
                .design(
                        "A player asks the catalogue where a video is, and the CDN for its segments.",
                        "What the CDN does not have it fetches from the origin, which reads the object store.",
                        "Uploads go to the object store directly; a queue tells the transcoders.")
                .path("player", "catalogue", "catalogue database")
                .path("player", "CDN", "origin", "object store")
                .path("uploader", "object store", "transcoders")
                .calls(chain())
                .bottleneck("A share of misses that doubles doubles the origin: keep it on the wall.")
                .layer("catalogue", traffic().peakReadQps(), REQUESTS.times(count(4)), QUERY_TIME)
                .layer(
                        "CDN",
                        traffic().peakReadQps().times(YouTube.LIKELY_SIZE.div(SEGMENT)),
                        assume("segments in the contract", qps(200_000), "no source: to be agreed"),
                        EDGE_TIME)
                .layer("origin, for misses", peakSegments(), ofServers, QUERY_TIME.times(MISSES))
                .layer("object store, for misses", peakSegments(), PREFIX.times(PREFIXES), STORE_TIME.times(MISSES))
                .outlook(
                        Growth.compound(GROWTH, YEAR).startingOn(LocalDate.of(2026, 1, 1)),
                        traffic().peakBandwidthOut(),
                        gbitPerSecond(4000))
                .headline(YouTube.likelyCost())
                .headline(servers().total());
    }

    /**
     * Prints the sheet.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(sheet());
    }
}
