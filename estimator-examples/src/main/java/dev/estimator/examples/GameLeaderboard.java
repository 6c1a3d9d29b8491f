package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;

import dev.estimator.model.CacheMemory;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.report.Report;

/** Does the real-time leaderboard of a game with five million daily players fit on one Redis node? */
public final class GameLeaderboard {
    private static final String XU = "A. Xu, System Design Interview 2, ch. 26";

    // Those who play on a day make the load; those who played in the month take the memory.
    static final Count DAILY_PLAYERS = assume("daily players", million(5), XU);
    static final Count MONTHLY_PLAYERS = assume("monthly players", million(25), XU);
    static final Count GAMES = assume("games per player and day", count(10), XU);
    static final Count TOP_10_READS = assume("top-10 reads per player and day", count(1), XU);
    static final TimeSpan A_DAY = assume("a day", seconds(100_000), XU);
    static final Ratio PEAK = assume("peak to average", ratio(5), XU);

    private GameLeaderboard() {}

    static Qps players() {
        return DAILY_PLAYERS.per(A_DAY).named("players");
    }

    static Traffic traffic() {
        return Traffic.builder()
                .writeRate(players().times(GAMES).named("score updates"))
                .readRate(players().times(TOP_10_READS).named("top-10 reads"))
                .peakToAverage(PEAK)
                .build();
    }

    static RecordKind entry() {
        return RecordKind.builder("entry")
                .existing(MONTHLY_PLAYERS)
                .field("player", assume("player id", bytes(24), XU + ", 24 characters"))
                .field("score", assume("score", bytes(2), XU + ", 16 bits"))
                .build();
    }

    static Bytes leaderboard() {
        return MONTHLY_PLAYERS.times(entry().recordSize()).named("leaderboard");
    }

    static CacheMemory memory() {
        return CacheMemory.builder()
                .workingSet(leaderboard())
                .overheadFactor(assume("skip list and hash table", ratio(2), XU))
                .build();
    }

    static Servers nodes() {
        return Servers.builder()
                .limit(
                        "updates",
                        traffic().peakWriteQps(),
                        assume("updates per node", qps(100_000), "Redis, one instance, no pipelining"))
                .limit("memory", memory().memory(), assume("memory of a node", gib(8), "small cloud machine"))
                .build();
    }

    static Report report() {
        return Report.titled("Game leaderboard")
                .section("Players", players(), players().times(PEAK).named("players at peak"))
                .section(
                        "Traffic",
                        traffic().writeQps(),
                        traffic().peakWriteQps().named("score updates at peak"),
                        traffic().readQps())
                .section("Memory", entry().recordSize(), leaderboard(), memory().memory())
                .section("Nodes", nodes().needed(), nodes().utilization("updates"), nodes().utilization("memory"))
                .headline(nodes().needed())
                .note("The " + nodes().bindingLimit() + " limit binds first.");
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
