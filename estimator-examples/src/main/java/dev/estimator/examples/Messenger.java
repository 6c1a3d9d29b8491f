package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.sometimes;
import static dev.estimator.system.Step.times;

import dev.estimator.model.Traffic;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Share;
import dev.estimator.report.DesignSheet;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;

/**
 * A messenger as a whole: connections that are held, messages that fan out, a store with a quorum, and phones that are
 * asleep.
 */
public final class Messenger {
    static final Count USERS = assume("daily active users", between(million(5), million(20)), "business plan");
    static final Count ONLINE = USERS.times(assume("online at peak", percent(20), "the old product"))
            .named("online");
    static final Share ASLEEP = assume("phones asleep", between(percent(40), percent(70)), "no source: to be measured");

    static final Traffic TRAFFIC = Traffic.builder()
            .dailyActiveUsers(USERS)
            .actionsPerUser(count(40))
            .readsPerWrite(ratio(1))
            .peakToAverage(assume("peak to average", between(ratio(2), ratio(4)), "evenings"))
            .build();

    static final Component SOCKETS = Component.named("sockets")
            .serviceTime(us(60), count(8))
            .needs("connections", ONLINE, thousand(100))
            .needs("memory", ONLINE.times(kb(30)).named("memory of connections"), gb(16))
            .zones(3, 1)
            .upPerInstance(percentUp(99.5))
            .price(usd(0.34).per(HOUR));
    static final Component CHAT = Component.named("chat")
            .serviceTime(ms(2), count(4))
            .zones(3, 1)
            .upPerInstance(percentUp(99.5))
            .price(usd(0.17).per(HOUR))
            .logs("logs", bytes(300), days(14));
    static final Component PROFILES = Component.named("profiles")
            .serviceTime(us(80), count(2))
            .zones(3, 1)
            .upPerInstance(nines(3));
    static final Component STORE = Component.named("store")
            .serviceTime(ms(1.5), count(16))
            .needs("disk", tb(60), tb(4))
            .zones(3, 1)
            .upPerInstance(percentUp(99.8))
            .price(usd(1.4).per(HOUR));
    static final Component FANOUT = Component.named("fan-out")
            .serviceTime(ms(1), count(8))
            .oneLine()
            .zones(3, 1)
            .upPerInstance(percentUp(99.5))
            .price(usd(0.34).per(HOUR));
    static final Component PUSH = Component.named("push")
            .latency(latencyP50P99(ms(80), ms(600)))
            .up(nines(3))
            .requestsPerInstance(qps(100_000))
            .instances(count(1))
            .pricePerRequest(usd(0.5).per(million(1)));

    private Messenger() {}

    /**
     * A message goes to 4.2 phones on average; one of three copies has it before the sender sees one tick, the others
     * follow.
     */
    static Architecture system() {
        return Architecture.of(
                        UseCase.write(
                                "send",
                                TRAFFIC,
                                SOCKETS.sending(bytes(300))
                                        .calling(CHAT.calling(
                                                cacheAside(PROFILES, percent(95), STORE),
                                                STORE.sending(bytes(300)),
                                                async(times(2, STORE.sending(bytes(300)))),
                                                async(FANOUT.calling(times(4.2, sometimes(ASLEEP, PUSH))))))),
                        UseCase.read("open", TRAFFIC, SOCKETS.calling(CHAT.calling(STORE.receiving(kb(12))))))
                .zones(percentUp(99.95));
    }

    static DesignSheet sheet() {
        Architecture bought = system().provisioned(90);
        return DesignSheet.titled("Messenger")
                .useCases("A message reaches whoever is online at once, and wakes the phones of the others.")
                .users(USERS, ONLINE)
                .models(TRAFFIC)
                .architecture(bought)
                .estimates(bought.load(CHAT).stored("logs"))
                .limits(
                        limit(bought.availability("send")).atLeast(percentUp(99.8)),
                        limit(bought.headroom()).atLeast(ratio(1)))
                .consistency("A message is stored three times before long; the sender waits for the first.")
                .headline(bought.cost())
                .headline(bought.headroom());
    }

    /**
     * Prints the system, and what becomes of it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(text());
    }

    static String text() {
        Architecture bought = system().provisioned(90);
        return String.join(
                "\n",
                bought.toString(),
                "",
                "logs kept: " + bought.load(CHAT).stored("logs"),
                "a zone lost: headroom " + bought.afterZoneLoss().headroom(),
                "twice the traffic: " + bought.times(ratio(2)).byHeadroom().get(0));
    }
}
