package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.us;

import dev.estimator.analysis.Growth;
import dev.estimator.model.CacheMemory;
import dev.estimator.model.CallChain;
import dev.estimator.model.Quorum;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.report.DesignSheet;
import java.time.LocalDate;

/** Does the usual design of a URL shortener carry 100 million new links a month, give or take a factor of four? */
public final class UrlShortenerSheet {
    private static final String GUESS = "to be measured";

    static final Share HITS = assume("hit ratio", between(percent(60), percent(95)), GUESS);
    static final Qps PROXY_CORE = assume("requests per core of a proxy", qps(40_207), "NGINX 2017, 1 kB by HTTPS");
    static final Qps CACHE_NODE = assume(
            "requests per cache node",
            between(qps(70_000), qps(300_000)),
            "Redis documentation at worst, cheat sheets at best");
    static final Qps DATABASE = assume(
            "reads per database",
            between(qps(10_000), qps(70_000)),
            "cheat sheets at worst, T. Vondra 2015 on 8 cores at best");
    static final TimeSpan PROXY_TIME = assume("time in a proxy", us(50), "S. Eskildsen, napkin-math");
    static final TimeSpan APPLICATION_TIME = assume("time in the application", between(ms(1), ms(10)), GUESS);
    static final TimeSpan QUERY_TIME = assume("time of a query", us(500), "S. Eskildsen, with the local network");
    static final Share GROWTH =
            assume("growth a year", between(percent(20), percent(60)), "no source: ask the product");

    private UrlShortenerSheet() {}

    static Traffic traffic() {
        return UrlShortener.traffic()
                .withWriteRate(
                        UrlShortener.LIKELY_LINKS.per(UrlShortener.A_MONTH).named("write rate"))
                .withReadsPerWrite(UrlShortener.LIKELY_READS)
                .withWriteSize(UrlShortener.LIKELY_SIZE)
                .withReadSize(UrlShortener.LIKELY_SIZE)
                .withPeakToAverage(UrlShortener.LIKELY_PEAK);
    }

    static Storage storage() {
        return UrlShortener.storage()
                .withKinds(RecordKind.builder("link")
                        .rate(traffic().writeQps())
                        .size(UrlShortener.LIKELY_SIZE)
                        .build());
    }

    static CacheMemory cache() {
        return UrlShortener.cache()
                .withReads(traffic().readQps())
                .withItemSize(UrlShortener.LIKELY_SIZE)
                .withHitRatio(HITS);
    }

    static Servers servers() {
        return Servers.builder()
                .limit("requests", traffic().peakQps(), UrlShortener.LIKELY_SERVER)
                .zones(assume("zones", count(3), "the region has three"))
                .zonesThatMayFail(assume("zones that may fail", count(1), "what the business asks for"))
                .build();
    }

    static CallChain chain() {
        return UrlShortener.chain(UrlShortener.LIKELY_APPLICATION);
    }

    static Quorum quorum() {
        return Quorum.builder()
                .copies(3)
                .readsFrom(1)
                .writesTo(2)
                .availabilityOfCopy(assume("database copy", percentUp(99.9), GUESS))
                .build();
    }

    private static Qps peakMisses() {
        return cache().residualLoad().times(UrlShortener.LIKELY_PEAK).named("peak rate of misses");
    }

    static DesignSheet sheet() {
        return DesignSheet.titled("URL shortener")
                .useCases("A user gets a short link for a long address.", "Whoever follows the short link is sent on.")
                .notCovered("Statistics of clicks, links of one's own choice, abuse.")
                .users(UrlShortener.LIKELY_LINKS)
                .usagePatterns(
                        "Links are followed far more often than made, most of them in their first days.",
                        "A link never changes, so it can be cached for as long as one likes.")
                .traffic(traffic())
                .storage(storage())
                .memory(cache())
                .servers(servers())
                .estimates(UrlShortener.keyTable(), peakMisses())
                .limits(
                        limit(storage().physical()).atMost(tb(20)),
                        limit(servers().total()).atMost(count(60)),
                        limit(peakMisses().div(DATABASE).named("peak misses to what a database reads"))
                                .atMost(ratio(0.7)),
                        limit(chain().downtime(MONTH).named("downtime a month")).atMost(minutes(30)))
                .consistency("Availability: who follows a link a moment too early may try again.")
                .consistency(quorum())
                .design(
                        "A stateless application behind a load balancer, in three zones.",
                        "Keys are made in advance, so that making a link needs no search for a free one.",
                        "A redirect asks the cache first, and the database if the cache does not know.")
                .path("user", "load balancer", "application", "cache")
                .path("application", "database")
                .path("application", "key table")
                .calls(chain())
                .bottleneck("A cold cache lets every read through: warm it before it takes traffic.")
                .layer("load balancer, 8 cores", traffic().peakQps(), PROXY_CORE.times(count(8)), PROXY_TIME)
                .layer(
                        "application",
                        traffic().peakQps(),
                        servers().total().times(UrlShortener.LIKELY_SERVER),
                        APPLICATION_TIME)
                .layer("cache", traffic().peakReadQps(), cache().nodes().times(CACHE_NODE), QUERY_TIME)
                .layer("database, for misses", peakMisses(), DATABASE, QUERY_TIME.times(HITS.complement()))
                .outlook(
                        Growth.compound(GROWTH, YEAR).startingOn(LocalDate.of(2026, 1, 1)),
                        storage().objects(),
                        UrlShortener.KEYS)
                .headline(storage().physical())
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
