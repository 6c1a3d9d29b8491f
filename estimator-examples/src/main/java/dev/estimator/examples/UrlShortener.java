package dev.estimator.examples;

import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;

import dev.estimator.model.CacheMemory;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.CallChain;
import dev.estimator.report.Report;

/** What does a URL shortener for 100 million new links a month need, in traffic, disks, memory and servers? */
public final class UrlShortener {
    private static final String COURSE = "K. P. Singh, System Design";

    // What the course assumes.
    /** The course divides by 30 days. */
    static final TimeSpan A_MONTH = days(30);

    static final Count NEW_LINKS = assume("new links per month", million(100), COURSE);
    static final Bytes LINK_SIZE = assume("size of a link", bytes(500), COURSE);
    static final Ratio READS_PER_WRITE = assume("reads per write", ratio(100), COURSE);
    static final TimeSpan RETENTION = assume("retention", A_MONTH.times(120), COURSE + ", 10 years");
    static final Share HOT_SHARE = assume("hot share of a day's reads", percent(20), COURSE);
    static final Count KEYS = assume("possible keys", count(Math.pow(62, 6)), "62⁶, six letters or digits");
    static final Bytes KEY_SIZE = assume("size of a key", bytes(6), "a byte for each character");

    // What it leaves out and a design needs.
    private static final String GUESS = "to be measured";

    // Ranges for the course's guesses and for ours: nine times in ten the value lies between the two ends.
    static final Count LIKELY_LINKS = assume(
            "new links per month",
            between(million(25), million(400)),
            "a quarter of the course's figure to four times");
    static final Bytes LIKELY_SIZE = assume(
            "size of a link",
            between(bytes(100), bytes(500)),
            "a short address alone; a long one with owner and dates");
    static final Ratio LIKELY_READS =
            assume("reads per write", between(ratio(10), ratio(100), ratio(200)), "10 to 200 in published estimates");
    static final Ratio LIKELY_PEAK =
            assume("peak to average", between(ratio(2), ratio(10)), "A. Xu, by the kind of service");
    static final Qps LIKELY_SERVER =
            assume("requests per server", between(qps(1000), qps(10_000)), "cheat sheets span this, none has measured");
    static final Availability LIKELY_APPLICATION =
            assume("application", between(percentUp(99.8), percentUp(99.99)), "weekly releases at worst, none at best");

    private UrlShortener() {}

    static Traffic traffic() {
        return Traffic.builder()
                .writeRate(NEW_LINKS.per(A_MONTH).named("write rate"))
                .readsPerWrite(READS_PER_WRITE)
                .writeSize(LINK_SIZE)
                .readSize(LINK_SIZE)
                .build();
    }

    static Storage storage() {
        return Storage.builder()
                .kind(RecordKind.builder("link")
                        .rate(traffic().writeQps())
                        .size(LINK_SIZE)
                        .build())
                .retention(RETENTION)
                .replicationFactor(assume("replication factor", ratio(3), "survives the loss of two disks"))
                .build();
    }

    /** A table of all keys, made in advance so that no two links get the same. */
    static Bytes keyTable() {
        return KEYS.times(KEY_SIZE).named("key table");
    }

    static CacheMemory cache() {
        return CacheMemory.builder()
                .reads(traffic().readQps())
                .hotShare(HOT_SHARE)
                .itemSize(LINK_SIZE)
                .nodeMemory(assume("memory of a cache node", gb(16), "general-purpose cloud machine"))
                .usableShare(assume("usable share of memory", percent(75), GUESS))
                .hitRatio(assume("hit ratio", percent(80), GUESS))
                .build();
    }

    static Servers servers() {
        return Servers.builder()
                .limit(
                        "requests",
                        traffic().peakQps(),
                        assume("requests per server", qps(1000), "application server with database calls"))
                .spares(assume("spares", count(1), "one may be down for an update"))
                .build();
    }

    static CallChain chain() {
        return chain(assume("application", percentUp(99.95), GUESS));
    }

    static CallChain chain(Availability application) {
        Call cacheOrDatabase = Call.anyOf(
                Call.of("cache", assume("cache", percentUp(99.9), GUESS)),
                Call.of("database", assume("database", percentUp(99.95), GUESS)));
        return CallChain.builder()
                .call("load balancer", assume("load balancer", nines(4), "provider's promise"))
                .call("application", application)
                .call(cacheOrDatabase)
                .build();
    }

    static Report report() {
        return Report.titled("URL shortener")
                .section(
                        "Traffic",
                        traffic().writeQps(),
                        traffic().readQps(),
                        traffic().peakQps(),
                        traffic().bandwidthIn(),
                        traffic().bandwidthOut())
                .section(
                        "Storage",
                        storage().records(),
                        storage().logical(),
                        storage().physical())
                .section(
                        "Keys",
                        keyTable(),
                        storage().records().div(KEYS).toShare().named("keys taken"))
                .section("Cache", cache().memory(), cache().nodes(), cache().residualLoad())
                .section("Servers", servers().servers(), servers().utilization("requests"))
                .section(
                        "Availability of a redirect",
                        chain().availability(),
                        chain().availability().downtime(MONTH).named("downtime a month"))
                .headline(storage().physical())
                .note("Every read of a day is taken for a different link, so the cache is an upper bound.")
                .note("The " + chain().costliestCall() + " costs the most time down.");
    }

    static Bytes likelyDisk() {
        return storage().physical().given(NEW_LINKS, LIKELY_LINKS).given(LINK_SIZE, LIKELY_SIZE);
    }

    static Count likelyServers() {
        return servers()
                .servers()
                .given(NEW_LINKS, LIKELY_LINKS)
                .given(READS_PER_WRITE, LIKELY_READS)
                .given("peak to average", LIKELY_PEAK)
                .given("requests per server", LIKELY_SERVER);
    }

    static TimeSpan likelyDowntime() {
        TimeSpan downtime = chain().availability().downtime(MONTH).named("downtime a month");
        return downtime.given("application", LIKELY_APPLICATION);
    }

    /** The same estimate, asked how sure it is. */
    static Report uncertain() {
        return Report.titled("URL shortener, with ranges")
                .section("Answers", likelyDisk(), likelyServers(), likelyDowntime())
                .fits(
                        limit(likelyDisk()).atMost(tb(20)),
                        limit(likelyServers()).atMost(count(15)),
                        limit(likelyDowntime()).atMost(minutes(30)))
                .drivers(likelyDisk())
                .drivers(likelyServers())
                .headline(likelyDisk())
                .note(largest(LIKELY_LINKS)
                        .withConfidence(percent(90))
                        .suchThat(
                                limit(likelyDisk()).atMost(tb(20)),
                                limit(likelyServers()).atMost(count(15)))
                        .toString());
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
