package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.latency.Latencies.latency;
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
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.readThrough;

import dev.estimator.analysis.Growth;
import dev.estimator.latency.Latency;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.reliability.Call;
import dev.estimator.report.DesignSheet;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.time.LocalDate;

/** Can a video service for five million users a day leave its traffic to a CDN, and what stays for its own servers? */
public final class YouTubeSheet {
    private static final String GUESS = "no source: to be measured";

    static final Ratio PEAK = assume("peak to average", between(ratio(2), ratio(5)), "A. Xu, by the kind of service");
    static final Ratio QUALITIES =
            assume("all qualities to the original", between(ratio(1.5), ratio(3)), "no source: try it on some videos");
    static final Share MISSES = assume("share that the CDN misses", between(percent(1), percent(10)), GUESS);
    static final Bytes SEGMENT = assume("size of a segment", between(mb(1), mb(8)), "no source: some seconds of video");
    static final Share GROWTH =
            assume("growth a year", between(percent(20), percent(60)), "no source: ask the product");

    static final Component CATALOGUE = Component.named("catalogue")
            .requestsPerInstance(UrlShortener.LIKELY_SERVER)
            .instances(count(4))
            .latency(UrlShortenerSheet.QUERY)
            .up(assume("catalogue", CheckoutPath.SERVICE_UP, GUESS));
    static final Component CDN = Component.named("CDN")
            .requestsPerInstance(assume("segments in the contract", qps(200_000), "no source: to be agreed"))
            .instances(count(1))
            .latency(Latency.exponential(assume("time at the CDN", between(ms(5), ms(40)), GUESS)))
            .up(Call.anyOf(
                    Call.of("first CDN", assume("first CDN", percentUp(99.9), "provider's promise")),
                    Call.of("other CDN", assume("other CDN", percentUp(99.9), "provider's promise"))))
            .pricePerByte(YouTube.LIKELY_PRICE);
    static final Component ORIGIN = Component.named("origin")
            .bandwidth(assume("network of a server", gbitPerSecond(50), "AWS, a machine of 192 vCPU"))
            .requestsPerInstance(UrlShortener.LIKELY_SERVER)
            .spares(assume("spares", count(2), "one is updated, one fails"))
            .latency(UrlShortenerSheet.QUERY)
            .up(assume("origin", CheckoutPath.SERVICE_UP, GUESS));
    static final Component STORE = Component.named("object store")
            .requestsPerInstance(assume("reads per prefix", qps(5500), "AWS, quota of S3"))
            .instances(assume("prefixes", count(20), "as many as we make"))
            .latency(latency(assume("time to the object's end", ms(80), "S. Eskildsen, napkin-math, 128 KiB")))
            .up(assume("object store", nines(4), "AWS, what S3 is designed for"));

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

    /** The player asks the catalogue where a video is; a view then is many segments. */
    static Architecture system() {
        Ratio segments = YouTube.LIKELY_SIZE.div(SEGMENT).named("segments per view");
        return Architecture.of(
                UseCase.read("start", traffic(), CATALOGUE),
                UseCase.read(
                        "segment",
                        traffic().readQps().times(segments),
                        traffic().peakReadQps().times(segments),
                        readThrough(
                                CDN.receiving(SEGMENT),
                                MISSES.complement(),
                                ORIGIN.receiving(SEGMENT).calling(STORE.receiving(SEGMENT)))),
                UseCase.write("upload", traffic(), STORE.sending(YouTube.LIKELY_SIZE)));
    }

    static DesignSheet sheet() {
        return DesignSheet.titled("Video service")
                .useCases("A user uploads a video.", "A user watches one, in the quality that the network allows.")
                .notCovered("Transcoding, recommendations, live video, rights.")
                .users(YouTube.USERS, YouTube.LIKELY_VIEWS, YouTube.LIKELY_UPLOADERS)
                .usagePatterns("Few videos get most of the views, so a CDN keeps them near the users.")
                .models(traffic())
                .architecture(system())
                .models(storage())
                .estimates(YouTube.likelyCost())
                .limits(
                        limit(YouTube.likelyCost()).atMost(usd(150_000)),
                        limit(storage().physical()).atMost(pb(100)),
                        limit(system().load(ORIGIN).instances()).atMost(count(8)),
                        limit(system().chain("start").downtime(MONTH).named("downtime a month of the catalogue"))
                                .atMost(hours(2)))
                .consistency("Availability: a video may appear a minute late, and a count of views may lag behind.")
                .design("Uploads go to the object store directly; a queue tells the transcoders.")
                .bottleneck("A share of misses that doubles doubles the origin: keep it on the wall.")
                .outlook(
                        Growth.compound(GROWTH, YEAR).startingOn(LocalDate.of(2026, 1, 1)),
                        traffic().peakBandwidthOut(),
                        gbitPerSecond(4000))
                .headline(YouTube.likelyCost())
                .headline(system().load(ORIGIN).instances());
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
