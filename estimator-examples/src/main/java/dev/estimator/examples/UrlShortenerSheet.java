package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.system.Step.cacheAside;

import dev.estimator.analysis.Growth;
import dev.estimator.latency.Latency;
import dev.estimator.model.CacheMemory;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.report.DesignSheet;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.time.LocalDate;

/** Does the usual design of a URL shortener carry 100 million new links a month, give or take a factor of four? */
public final class UrlShortenerSheet {
    private static final String GUESS = "to be measured";

    static final Share HITS = assume("hit ratio", between(percent(60), percent(95)), GUESS);
    static final Qps PROXY_CORE = assume("requests per core of a proxy", qps(40_207), "NGINX 2017, 1 kB by HTTPS");
    static final TimeSpan PROXY_TIME = assume("time in a proxy", us(50), "S. Eskildsen, napkin-math");
    static final Latency QUERY = latency(assume("time of a query", us(500), "S. Eskildsen, with the local network"));
    static final Share GROWTH =
            assume("growth a year", between(percent(20), percent(60)), "no source: ask the product");

    static final Component BALANCER = Component.named("load balancer")
            .requestsPerInstance(PROXY_CORE.times(count(8)))
            .instances(count(1))
            .latency(latency(PROXY_TIME))
            .up(assume("load balancer", nines(4), "provider's promise"));
    static final Component APPLICATION = Component.named("application")
            .requestsPerInstance(UrlShortener.LIKELY_SERVER)
            .zones(3, 1)
            .latency(Latency.exponential(assume("time in the application", between(ms(1), ms(10)), GUESS)))
            .up(UrlShortener.LIKELY_APPLICATION);
    static final Component CACHE = Component.named("cache")
            .requestsPerInstance(assume(
                    "requests per cache node",
                    between(qps(70_000), qps(300_000)),
                    "Redis documentation at worst, cheat sheets at best"))
            .instances(cache().nodes())
            .latency(QUERY)
            .up(assume("cache", percentUp(99.9), GUESS));
    static final Component DATABASE = Component.named("database")
            .requestsPerInstance(assume(
                    "reads per database",
                    between(qps(10_000), qps(70_000)),
                    "cheat sheets at worst, T. Vondra 2015 on 8 cores at best"))
            .instances(count(1))
            .latency(QUERY)
            .up(assume("database", percentUp(99.95), GUESS));

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

    static Architecture system() {
        return Architecture.of(
                UseCase.read(
                        "follow",
                        traffic(),
                        BALANCER.receiving(UrlShortener.LIKELY_SIZE)
                                .calling(APPLICATION.calling(cacheAside(CACHE, HITS, DATABASE)))),
                UseCase.write(
                        "shorten",
                        traffic(),
                        BALANCER.sending(UrlShortener.LIKELY_SIZE).calling(APPLICATION.calling(DATABASE))));
    }

    static DesignSheet sheet() {
        return DesignSheet.titled("URL shortener")
                .useCases("A user gets a short link for a long address.", "Whoever follows the short link is sent on.")
                .notCovered("Statistics of clicks, links of one's own choice, abuse.")
                .users(UrlShortener.LIKELY_LINKS)
                .usagePatterns(
                        "Links are followed far more often than made, most of them in their first days.",
                        "A link never changes, so it can be cached for as long as one likes.")
                .models(traffic())
                .architecture(system())
                .models(storage(), cache())
                .estimates(
                        UrlShortener.keyTable(),
                        system().withHits(CACHE, percent(0))
                                .load(DATABASE)
                                .peak()
                                .named("peak rate of the database with a cold cache"))
                .limits(
                        limit(storage().physical()).atMost(tb(20)),
                        limit(system().load(APPLICATION).instances()).atMost(count(60)),
                        limit(system().chain("follow").downtime(MONTH).named("downtime a month"))
                                .atMost(minutes(30)))
                .consistency("Availability: who follows a link a moment too early may try again.")
                .models(DesignSheets.ofThree(1, 2, assume("database copy", percentUp(99.9), GUESS)))
                .design("Keys are made in advance, so that making a link needs no search for a free one.")
                .bottleneck("A cold cache lets every read through: warm it before it takes traffic.")
                .outlook(
                        Growth.compound(GROWTH, YEAR).startingOn(LocalDate.of(2026, 1, 1)),
                        storage().records(),
                        UrlShortener.KEYS)
                .headline(storage().physical())
                .headline(system().load(APPLICATION).instances());
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
