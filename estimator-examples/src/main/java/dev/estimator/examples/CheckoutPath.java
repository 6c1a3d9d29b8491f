package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.years;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.firstOf;

import dev.estimator.analysis.Growth;
import dev.estimator.latency.Latency;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.CallChain;
import dev.estimator.report.DesignSheet;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.time.LocalDate;

/** How long a month can nobody pay in a shop whose checkout calls six services, and which of them costs most? */
public final class CheckoutPath {
    private static final String GUESS = "no source: to be measured";

    static final Count VISITORS =
            assume("visitors per day", between(million(10), million(40)), "no source: ask the shop");
    static final Share KEPT = assume("visitors that a page keeps", percent(10), "A. Xu, volume 2, hotel reservation");
    static final Bytes ORDER = assume("size of an order", between(kb(1), kb(5)), GUESS);
    static final Bytes HTML = assume("size of a page", kb(18), "HTTP Archive 2024, the median");
    static final Qps QUOTA = assume("payments in the contract", qps(25), "Stripe, default of an endpoint");
    static final Qps QUERIES =
            assume("queries per database", between(qps(1000), qps(10_000)), "A. Xu at worst, cheat sheets");
    static final Latency WRITE =
            Latency.exponential(assume("time of a write", between(ms(1.2), ms(4)), "Netflix 2026, network disks"));
    static final TimeSpan PAYMENT_TIME =
            assume("time of a payment", between(ms(300), ms(2000)), "no source: ask for their reports");
    static final Availability SERVICE_UP = between(percentUp(99.8), percentUp(99.99));
    static final Availability COPY = assume("database copy", percentUp(99.9), GUESS);
    static final Share GROWTH =
            assume("growth a year", between(percent(10), percent(50)), "no source: ask the product");

    static final Component GATEWAY = Component.named("gateway")
            .requestsPerInstance(UrlShortenerSheet.PROXY_CORE.times(count(2)))
            .instances(count(1))
            .latency(latency(UrlShortenerSheet.PROXY_TIME))
            .up(assume("gateway", nines(4), "provider's promise"));
    static final Component CHECKOUT = Component.named("checkout")
            .requestsPerInstance(UrlShortener.LIKELY_SERVER)
            .threads(assume("threads per server", count(200), "Tomcat, default"))
            .zones(3, 1);
    static final Component CART = service("cart", UrlShortenerSheet.QUERY)
            .up(assume("cart", SERVICE_UP, "weekly releases at worst, none at best"));
    static final Component PRICING =
            service("pricing", UrlShortenerSheet.QUERY).up(assume("pricing", SERVICE_UP, "as of the cart"));
    static final Component INVENTORY = service("inventory", WRITE)
            .up(assume("inventory", between(percentUp(99.5), percentUp(99.95)), "an older system: ask its team"));
    static final Component PAYMENT = Component.named("payment provider")
            .requestsPerInstance(QUOTA)
            .instances(count(1))
            .latency(Latency.exponential(PAYMENT_TIME))
            .up(assume(
                    "payment provider",
                    between(percentUp(99.5), percentUp(99.95)),
                    "no source: ask for their reports"));
    static final Component FALLBACK = Component.named("fallback provider")
            .latency(Latency.exponential(PAYMENT_TIME))
            .up(assume(
                    "fallback provider", between(percentUp(99), percentUp(99.9)), "no source: ask for their reports"));
    static final Component ORDERS = service("order database", WRITE)
            .instances(count(3))
            .up(Call.atLeast(2, Call.of("orders 1", COPY), Call.of("orders 2", COPY), Call.of("orders 3", COPY)));

    private CheckoutPath() {}

    private static Component service(String name, Latency time) {
        return Component.named(name)
                .requestsPerInstance(QUERIES)
                .instances(count(1))
                .latency(time);
    }

    static Traffic traffic() {
        Count pages = VISITORS.times(KEPT).named("checkout pages per day");
        Count orders = pages.times(KEPT).named("orders per day");
        return Traffic.builder()
                .readRate(pages.per(DAY).named("rate of pages"))
                .writeRate(orders.per(DAY).named("rate of orders"))
                .writeSize(ORDER)
                .readSize(HTML)
                .peakToAverage(assume("peak to average", between(ratio(2), ratio(10)), "A. Xu, by the kind of service"))
                .build();
    }

    /**
     * A page asks the cart and the prices; an order also takes the goods and the money, and is written to two of three
     * copies.
     */
    static Architecture system() {
        return Architecture.of(
                UseCase.read("page", traffic(), GATEWAY.receiving(HTML).calling(CHECKOUT.calling(CART, PRICING))),
                UseCase.write(
                        "order",
                        traffic(),
                        GATEWAY.sending(ORDER)
                                .calling(CHECKOUT.calling(
                                        CART,
                                        PRICING,
                                        INVENTORY,
                                        anyOf(PAYMENT, FALLBACK),
                                        firstOf(2, 3, ORDERS.sending(ORDER))))));
    }

    static Storage storage() {
        return Storage.builder()
                .kind(RecordKind.builder("order")
                        .rate(traffic().writeQps())
                        .size(ORDER)
                        .build())
                .retention(assume("retention", years(10), "bookkeeping: ask the lawyers"))
                .replicationFactor(assume("replication factor", ratio(3), "as the quorum asks"))
                .build();
    }

    /** An order holds its thread until the payment is answered. */
    static Count waiting() {
        return traffic().peakWriteQps().times(PAYMENT_TIME).named("orders in flight");
    }

    static TimeSpan downtime() {
        return system().chain("order").downtime(MONTH).named("downtime a month");
    }

    static DesignSheet sheet() {
        CallChain chain = system().chain("order");
        return DesignSheet.titled("Checkout path")
                .useCases("A visitor sees the cart with prices, pays, and knows that the order stands.")
                .notCovered(
                        "Retries: they help against short failures, and need a key so that nobody pays twice.",
                        "Refunds, fraud, partial deliveries.",
                        "Failures that hit several services at once, such as a bad release of a shared library.")
                .users(VISITORS)
                .usagePatterns("Evenings and sales are busiest; a visitor who cannot pay leaves.")
                .models(traffic())
                .architecture(system())
                .models(storage())
                .estimates(
                        waiting(),
                        chain.downtimeCausedBy(chain.costliestCall(), MONTH),
                        system().without(FALLBACK)
                                .chain("order")
                                .downtime(MONTH)
                                .named("downtime a month without the fallback"))
                .limits(
                        limit(downtime()).atMost(hours(3)),
                        limit(system().availability("order")).atLeast(percentUp(99.5)),
                        limit(system().load(CHECKOUT).instances()).atMost(count(9)))
                .consistency("Consistency: nothing is sold twice, and an order that was paid exists.")
                .models(DesignSheets.ofThree(2, 2, COPY))
                .design(
                        "One service leads through the checkout and calls the others, one after the other.",
                        "The fallback takes the payment when the first provider does not answer in time.")
                .bottleneck("The number of payments a second is a matter of the contract, not of machines.")
                .outlook(
                        Growth.compound(GROWTH, YEAR).startingOn(LocalDate.of(2026, 1, 1)),
                        traffic().peakWriteQps(),
                        QUOTA)
                .headline(downtime())
                .headline(waiting());
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
