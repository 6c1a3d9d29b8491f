package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.pb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.system.Step.firstOf;
import static dev.estimator.system.Step.sometimes;

import dev.estimator.analysis.Growth;
import dev.estimator.latency.Latency;
import dev.estimator.model.CacheMemory;
import dev.estimator.model.RecordKind;
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
import dev.estimator.report.DesignSheet;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.time.LocalDate;

/** What binds the servers of a chat for 50 million users a day: their connections or their messages? */
public final class Chat {
    private static final String GUESS = "no source: to be measured";
    private static final String COURSE = "K. P. Singh, System Design, WhatsApp";

    static final Count USERS =
            assume("daily active users", between(million(25), million(100)), "50 million by A. Xu: half to double");
    static final Count MESSAGES =
            assume("messages per user and day", between(count(20), count(80)), "40 by K. P. Singh: half to double");
    static final Share READS = assume("read share", percent(50), "A. Xu, as many reads as writes");
    static final Count MEMBERS = assume(
            "receivers of a message",
            between(count(1.2), count(6)),
            "no source: most chats are of two, groups of 100 at most");
    static final TimeSpan ONLINE =
            assume("time online", between(hours(1), hours(5)), "2.4 h would put A. Xu's tenth of the users online");
    static final Ratio PEAK = assume("peak to average", between(ratio(2), ratio(5)), "A. Xu, by the kind of service");
    static final Bytes MESSAGE = assume("text of a message", bytes(100), COURSE);
    static final Bytes HEADER = assume("header of a message", bytes(36), "as T. Hume counts for a post");
    static final Bytes MESSAGE_SIZE = MESSAGE.plus(HEADER).named("message size");
    static final Bytes FILE = assume("size of a file", kb(100), COURSE);
    static final Share FILES = assume("messages with a file", percent(5), COURSE);
    static final TimeSpan HISTORY = assume("retention", years(10), COURSE);

    static final Availability COPY = assume("store copy", percentUp(99.9), GUESS);
    static final Share GROWTH =
            assume("growth a year", between(percent(10), percent(50)), "no source: ask the product");

    static final Component BALANCER =
            Component.named("load balancer").up(assume("load balancer", nines(4), "provider's promise"));
    static final Component SERVER = Component.named("chat server")
            .needs(
                    "connections",
                    traffic().peakConcurrentUsers(),
                    assume("connections per server", count(100_000), "Hello Interview, Numbers to know"))
            .requestsPerInstance(assume("messages per server", between(qps(5000), qps(50_000)), GUESS))
            .zones(3, 1)
            .latency(Latency.exponential(assume("time in a chat server", between(ms(0.5), ms(5)), GUESS)))
            .up(assume("chat server", between(percentUp(99.8), percentUp(99.99)), GUESS));
    static final Component QUEUE = Component.named("queue")
            .requestsPerInstance(assume("records per queue broker", qps(421_823), "J. Kreps 2014, three copies"))
            .instances(count(3))
            .latency(Latency.exponential(
                    assume("time in the queue", between(ms(1), ms(5)), "no source for the mean: p99 is 5 ms")))
            .up(assume("queue", percentUp(99.95), GUESS));
    static final Component STORE = Component.named("store")
            .requestsPerInstance(assume("writes per store node", qps(11_500), "Netflix 2011, four cores"))
            .needs(
                    "disks",
                    storage().physical("message"),
                    assume("disks of a store node", tb(60), "AWS, a storage-optimised machine"))
            .zones(3, 1)
            .latency(CheckoutPath.WRITE)
            .up(Call.atLeast(2, Call.of("store 1", COPY), Call.of("store 2", COPY), Call.of("store 3", COPY)));
    static final Component PRESENCE = Component.named("presence")
            .requestsPerInstance(assume("signs of life per presence node", qps(100_000), "Redis documentation"))
            .instances(count(8))
            .latency(UrlShortenerSheet.QUERY);
    static final Component FILE_STORE = Component.named("object store");

    private Chat() {}

    static Traffic traffic() {
        return Traffic.builder()
                .dailyActiveUsers(USERS)
                .actionsPerUser(MESSAGES.div(READS.complement()).named("requests per user and day"))
                .readShare(READS)
                .peakToAverage(PEAK)
                .fanOut(MEMBERS)
                .writeSize(MESSAGE_SIZE)
                .sessionLength(ONLINE)
                .build();
    }

    static Storage storage() {
        Qps writes = traffic().writeQps();
        return Storage.builder()
                .kind(RecordKind.builder("message")
                        .rate(writes)
                        .size(MESSAGE_SIZE)
                        .build())
                .kind(RecordKind.builder("file")
                        .rate(writes)
                        .shareOfWrites(FILES)
                        .size(FILE)
                        .build())
                .retention(HISTORY)
                .replicationFactor(assume("replication factor", ratio(3), "survives the loss of two disks"))
                .build();
    }

    static Qps signsOfLife() {
        return traffic()
                .peakConcurrentUsers()
                .per(assume("time between signs of life", seconds(30), "ours to choose"))
                .named("signs of life");
    }

    static CacheMemory presence() {
        return CacheMemory.builder()
                .items(traffic().peakConcurrentUsers())
                .hotShare(assume("share of users in memory", percent(100), "presence is nowhere else"))
                .itemSize(assume("presence of a user", bytes(85), "Redis documentation, a small key and value"))
                .nodeMemory(assume("memory of a node", gib(8), "AWS, a machine of 2 vCPU"))
                .build();
    }

    /** Who sends waits for two of three copies; all that are online give signs of life. */
    static Architecture system() {
        return Architecture.of(
                UseCase.write(
                        "send",
                        traffic(),
                        BALANCER.sending(MESSAGE_SIZE)
                                .calling(SERVER.calling(
                                        sometimes(FILES, FILE_STORE.sending(FILE)),
                                        QUEUE.sending(MESSAGE_SIZE)
                                                .calling(firstOf(2, 3, STORE.sending(MESSAGE_SIZE)))))),
                UseCase.read(
                        "receive",
                        traffic().deliveries(),
                        traffic().deliveries().times(PEAK),
                        SERVER.receiving(MESSAGE_SIZE)),
                UseCase.write("show presence", signsOfLife(), signsOfLife(), PRESENCE));
    }

    static DesignSheet sheet() {
        return DesignSheet.titled("Chat")
                .useCases("Two users, or a group of up to 100, write to each other.", "Everybody sees who is online.")
                .notCovered("Encryption between the ends, calls, search in the history, spam.")
                .users(USERS, traffic().concurrentUsers(), traffic().peakConcurrentUsers())
                .usagePatterns(
                        "A phone keeps one connection open for as long as the application is in front.",
                        "Only the last messages are read; the history is kept for the few who scroll back.")
                .models(traffic())
                .architecture(system())
                .models(storage(), presence())
                .estimates(
                        traffic().deliveries(),
                        traffic().deliveries().times(MESSAGE_SIZE).named("bandwidth of deliveries"))
                .limits(
                        limit(system().load(SERVER).instances()).atMost(count(500)),
                        limit(storage().physical()).atMost(pb(250)),
                        limit(system().load(STORE).instances()).atMost(count(250)),
                        limit(system().availability("send")).atLeast(percentUp(99.8)))
                .consistency("Consistency for messages: what was sent must not vanish from the history.")
                .models(DesignSheets.ofThree(2, 2, COPY))
                .consistency("Availability for presence: nobody minds who shows as online for half a minute too long.")
                .design(
                        "Chat servers hold the connections, and know which user is on which server from presence.",
                        "The connections of the receivers get a message from the queue; of a file it carries the link.")
                .bottleneck(
                        "Old messages could move to cheaper disks.",
                        "More memory in a server lets it hold more connections, but then more users come back at once"
                                + " when it fails.")
                .outlook(
                        Growth.compound(GROWTH, YEAR).startingOn(LocalDate.of(2026, 1, 1)),
                        traffic().peakConcurrentUsers(),
                        million(30))
                .headline(system().load(SERVER).instances())
                .headline(storage().physical());
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
