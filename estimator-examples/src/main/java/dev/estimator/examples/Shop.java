package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.cacheAside;
import static dev.estimator.system.Step.every;
import static dev.estimator.system.Step.readThrough;
import static dev.estimator.system.Step.sometimes;

import dev.estimator.model.Traffic;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.report.DesignSheet;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.Step;
import dev.estimator.system.SystemScenarios;
import dev.estimator.system.UseCase;

/**
 * A shop from the whiteboard: does it carry the load, how fast is it, what breaks first, what does it cost, and what if
 * a part fails?
 */
public final class Shop {
    static final Count USERS = assume("daily active users", between(million(4), million(10)), "launch plan");
    static final Ratio PEAK = assume("peak to average", between(ratio(2), ratio(5)), "earlier launches");
    static final Share HITS = assume("cache hits", between(percent(80), percent(95)), "like the old shop");

    static final Component DNS = Component.named("dns").up(nines(5));
    static final Component CDN = Component.named("cdn")
            .latency(latencyP50P99(ms(15), ms(80)))
            .up(nines(4))
            .pricePerByte(usd(0.02).per(gb(1)));
    static final Component BALANCER = Component.named("balancer")
            .serviceTime(us(200), count(4))
            .bandwidth(gbitPerSecond(10))
            .upPerInstance(nines(3))
            .zones(3, 1)
            .dependsOn(DNS)
            .price(usd(0.20).per(HOUR));
    static final Component API = Component.named("api")
            .serviceTime(assume("time in api", between(ms(4), ms(9)), "load test"), count(8))
            .threads(count(200))
            .upPerInstance(percentUp(99.5))
            .zones(3, 1)
            .price(usd(0.35).per(HOUR));
    static final Component CACHE = Component.named("cache")
            .serviceTime(us(100), count(1))
            .needs("memory", gb(120), gb(50))
            .upPerInstance(nines(3))
            .zones(3, 1)
            .price(usd(0.45).per(HOUR));
    static final Component REPLICAS = Component.named("replicas")
            .serviceTime(ms(3), count(4))
            .upPerInstance(percentUp(99.8))
            .zones(3, 1)
            .price(usd(1.9).per(HOUR));
    static final Component PRIMARY = Component.named("primary")
            .serviceTime(ms(5), count(8))
            .instances(count(2))
            .upPerInstance(percentUp(99.8))
            .price(usd(1.9).per(HOUR));
    static final Component PAYMENT = Component.named("payment")
            .latency(latencyP50P99(ms(250), ms(1500)))
            .up(nines(3))
            .requestsPerInstance(qps(1000))
            .instances(count(1));
    static final Component QUEUE = Component.named("queue")
            .latency(latencyP50P99(ms(3), ms(15)))
            .up(percentUp(99.95))
            .pricePerRequest(usd(0.4).per(million(1)));
    static final Component WORKERS = Component.named("workers")
            .serviceTime(ms(120), count(8))
            .oneLine()
            .targetUtilization(percent(85))
            .upPerInstance(percentUp(99))
            .price(usd(0.17).per(HOUR));

    private Shop() {}

    static Traffic traffic() {
        return Traffic.builder()
                .dailyActiveUsers(USERS)
                .actionsPerUser(count(40))
                .readsPerWrite(ratio(19))
                .peakToAverage(PEAK)
                .build();
    }

    static Step page() {
        return readThrough(
                CDN.receiving(kb(30)),
                percent(60),
                BALANCER.receiving(kb(30))
                        .calling(API.receiving(kb(30))
                                .calling(cacheAside(CACHE.receiving(kb(4)), HITS, REPLICAS.receiving(kb(4))))));
    }

    /** Nobody waits for the replicas and the workers. */
    static Step purchase() {
        return BALANCER.sending(kb(2))
                .calling(API.sending(kb(2))
                        .calling(
                                sometimes(percent(80), PAYMENT),
                                PRIMARY.sending(kb(2)).calling(async(every(REPLICAS))),
                                QUEUE.sending(kb(1)),
                                async(WORKERS)));
    }

    /** With as many instances as are enough in nine of ten cases. */
    static Architecture system() {
        return Architecture.of(UseCase.read("browse", traffic(), page()), UseCase.write("order", traffic(), purchase()))
                .zones(percentUp(99.95))
                .provisioned(90);
    }

    static SystemScenarios scenarios() {
        return SystemScenarios.of(system())
                .with("twice the traffic", shop -> shop.times(ratio(2)))
                .with("cache down", shop -> shop.without(CACHE))
                .with("cache cold", shop -> shop.withHits(CACHE, percent(20)))
                .with("a zone lost", Architecture::afterZoneLoss)
                .with("replicas fail 30%", shop -> shop.retried(REPLICAS, 3, percent(30)));
    }

    static DesignSheet sheet() {
        Architecture shop = system();
        return DesignSheet.titled("Shop")
                .useCases("A visitor browses; a customer orders and pays.")
                .users(USERS)
                .models(traffic())
                .architecture(shop)
                .limits(
                        limit(shop.mean("browse")).atMost(ms(50)),
                        limit(shop.cost()).atMost(usd(40_000).per(MONTH)),
                        limit(shop.headroom()).atLeast(ratio(1)))
                .consistency("A page may show a price that is minutes old; an order takes the one in the primary.")
                .headline(shop.cost())
                .headline(shop.headroom());
    }

    /**
     * Prints the system, and what becomes of it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(system());
        System.out.println();
        System.out.println(scenarios());
    }
}
