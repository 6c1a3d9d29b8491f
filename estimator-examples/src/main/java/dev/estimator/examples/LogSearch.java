package dev.estimator.examples;

import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;

import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.report.Report;

/** How many disks, shards and nodes does Elasticsearch need to search the logs of 30 days? */
public final class LogSearch {
    private static final String PULSE = "pulse.support, Elasticsearch sizing";

    static final Bytes DAILY_LOGS = assume("logs per day", gb(100), PULSE);
    static final Count REPLICAS = assume("replicas", count(1), PULSE + ", beside the primary");
    static final Bytes SHARD_SIZE = assume("size of a shard", gb(40), PULSE);

    // What nobody knows before the services run, and where sources disagree.
    static final Bytes LIKELY_LOGS =
            assume("logs per day", between(gb(50), gb(200)), "half to double: services and log levels change");
    static final Ratio LIKELY_OVERHEAD =
            assume("overhead", between(ratio(1.15), ratio(1.45)), "15% by pulse.support, 45% by AWS");

    private LogSearch() {}

    static Storage storage() {
        return Storage.builder()
                .kind(RecordKind.builder("index")
                        .rate(assume("indexes", count(1).per(DAY), "one a day, to be dropped whole"))
                        .size(DAILY_LOGS)
                        .build())
                .retention(assume("retention", days(30), PULSE))
                .replicas(REPLICAS)
                .overheadFactor(assume("overhead", ratio(1.15), PULSE + ", 15%"))
                .build();
    }

    static Count primaryShards() {
        return storage().logical().div(SHARD_SIZE).ceil().named("primary shards");
    }

    static Count allShards() {
        return primaryShards().times(REPLICAS.plus(count(1))).named("all shards");
    }

    static Servers nodes() {
        return Servers.builder()
                .limit(
                        "disk",
                        storage().physical(),
                        assume("disk of a node", tb(2), "cloud machine"),
                        assume("full disk", percent(85), "Elasticsearch's low watermark"))
                .build();
    }

    static Report report() {
        return Report.titled("Log search")
                .section("Storage", storage().logical(), storage().physical())
                .section("Shards", primaryShards(), allShards())
                .section("Nodes", nodes().servers(), nodes().utilization("disk"))
                .headline(nodes().servers());
    }

    static Count likelyNodes() {
        return nodes().servers().given(DAILY_LOGS, LIKELY_LOGS).given("overhead", LIKELY_OVERHEAD);
    }

    static Bytes likelyDisk() {
        return storage().physical().given(DAILY_LOGS, LIKELY_LOGS).given("overhead", LIKELY_OVERHEAD);
    }

    /** The same estimate, asked how sure it is. */
    static Report uncertain() {
        return Report.titled("Log search, with ranges")
                .section("Answers", likelyDisk(), likelyNodes())
                .fits(
                        limit(likelyNodes()).atMost(count(5)),
                        limit(likelyNodes()).atMost(count(8)))
                .drivers(likelyNodes())
                .headline(likelyNodes())
                .note(largest(LIKELY_LOGS)
                        .withConfidence(percent(95))
                        .suchThat(limit(likelyNodes()).atMost(count(8)))
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
