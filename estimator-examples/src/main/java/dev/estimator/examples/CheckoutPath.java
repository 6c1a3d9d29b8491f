package dev.estimator.examples;

import static dev.estimator.analysis.Questions.limit;
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
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Quantities.years;

import dev.estimator.analysis.Growth;
import dev.estimator.model.Call;
import dev.estimator.model.CallChain;
import dev.estimator.model.Quorum;
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
import dev.estimator.report.DesignSheet;
import java.time.LocalDate;

/** How long a month can nobody pay in a shop whose checkout calls six services, and which of them costs most? */
public final class CheckoutPath {
    private static final String GUESS = "no source: to be measured";
    private static final String PROMISE = "provider's promise";

    static final Count VISITORS =
            assume("visitors per day", between(million(10), million(40)), "no source: ask the shop");
    static final Share KEPT = assume("visitors that a page keeps", percent(10), "A. Xu, volume 2, hotel reservation");
    static final Ratio PEAK = assume("peak to average", between(ratio(2), ratio(10)), "A. Xu, by the kind of service");
    static final Bytes ORDER = assume("size of an order", between(kb(1), kb(5)), GUESS);
    static final Bytes HTML = assume("size of a page", kb(18), "HTTP Archive 2024, the median");

    static final Availability SERVICE_UP = between(percentUp(99.8), percentUp(99.99));
    static final Availability GATEWAY = assume("gateway", nines(4), PROMISE);
    static final Availability COPY = assume("database copy", percentUp(99.9), GUESS);
    static final Availability PAYMENT =
            assume("payment provider", between(percentUp(99.5), percentUp(99.95)), "no source: ask for their reports");
    static final Availability FALLBACK =
            assume("fallback provider", between(percentUp(99), percentUp(99.9)), "no source: ask for their reports");

    static final Qps QUOTA = assume("payments in the contract", qps(25), "Stripe, default of an endpoint");
    static final Qps REQUESTS =
            assume("requests per server", between(qps(1000), qps(10_000)), "cheat sheets span this, none has measured");
    static final Count THREADS = assume("threads per server", count(200), "Tomcat, default");
    static final Qps QUERIES =
            assume("queries per database", between(qps(1000), qps(10_000)), "A. Xu at worst, cheat sheets");
    static final TimeSpan QUERY_TIME = assume("time of a query", us(500), "S. Eskildsen, with the local network");
    static final TimeSpan PROXY_TIME = assume("time in a proxy", us(50), "S. Eskildsen, napkin-math");
    static final TimeSpan PAYMENT_TIME =
            assume("time of a payment", between(ms(300), ms(2000)), "no source: ask for their reports");
    static final TimeSpan WRITE_TIME =
            assume("time of a write", between(ms(1.2), ms(4)), "Netflix 2026, network disks");
    static final Share GROWTH =
            assume("growth a year", between(percent(10), percent(50)), "no source: ask the product");

    private CheckoutPath() {}

    static Traffic traffic() {
        Count pages = VISITORS.times(KEPT).named("checkout pages per day");
        Count orders = pages.times(KEPT).named("orders per day");
        return Traffic.builder()
                .readRate(pages.per(DAY).named("rate of pages"))
                .writeRate(orders.per(DAY).named("rate of orders"))
                .writeSize(ORDER)
                .readSize(HTML)
                .peakToAverage(PEAK)
                .build();
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

    static Servers servers() {
        return Servers.builder()
                .limit("requests", traffic().peakQps(), REQUESTS)
                .limit("threads", waiting(), THREADS)
                .zones(assume("zones", count(3), "the region has three"))
                .zonesThatMayFail(assume("zones that may fail", count(1), "what the business asks for"))
                .build();
    }

    static Quorum quorum() {
        return Quorum.builder()
                .copies(3)
                .readsFrom(2)
                .writesTo(2)
                .availabilityOfCopy(COPY)
                .build();
    }

    static CallChain chain() {
        return chain(Call.anyOf(Call.of("payment provider", PAYMENT), Call.of("fallback provider", FALLBACK)));
    }

    private static CallChain chain(Call payment) {
        return CallChain.builder()
                .call("gateway", GATEWAY)
                .call("cart", assume("cart", SERVICE_UP, "weekly releases at worst, none at best"))
                .call(
                        "inventory",
                        assume(
                                "inventory",
                                between(percentUp(99.5), percentUp(99.95)),
                                "an older system: ask its team"))
                .call("pricing", assume("pricing", SERVICE_UP, "as of the cart"))
                .call(payment)
                .call(Call.atLeast(2, Call.of("orders 1", COPY), Call.of("orders 2", COPY), Call.of("orders 3", COPY)))
                .build();
    }

    static TimeSpan downtime() {
        return chain().downtime(MONTH).named("downtime a month");
    }

    static DesignSheet sheet() {
        return DesignSheet.titled("Checkout path")
                .useCases("A visitor sees the cart with prices, pays, and knows that the order stands.")
                .notCovered(
                        "Retries: they help against short failures, and need a key so that nobody pays twice.",
                        "Refunds, fraud, partial deliveries.",
                        "Failures that hit several services at once, such as a bad release of a shared library.")
                .users(VISITORS)
                .usagePatterns("Evenings and sales are busiest; a visitor who cannot pay leaves.")
                .traffic(traffic())
                .storage(storage())
                .servers(servers())
                .estimates(
                        waiting(),
                        chain().downtimeCausedBy(chain().costliestCall(), MONTH),
                        chain(Call.of("payment provider", PAYMENT))
                                .downtime(MONTH)
                                .named("downtime a month without the fallback"))
                .limits(
                        limit(downtime()).atMost(hours(3)),
                        limit(chain().availability()).atLeast(percentUp(99.5)),
                        limit(traffic().peakWriteQps()).atMost(QUOTA),
                        limit(servers().total()).atMost(count(9)))
                .consistency("Consistency: nothing is sold twice, and an order that was paid exists.")
                .consistency(quorum())
                .design(
                        "One service leads through the checkout and calls the others, one after the other.",
                        "The fallback takes the payment when the first provider does not answer in time.")
                .path("shop", "gateway", "checkout", "cart")
                .path("checkout", "inventory")
                .path("checkout", "pricing")
                .path("checkout", "payment provider")
                .path("checkout", "fallback provider")
                .path("checkout", "order database")
                .calls(chain())
                .bottleneck("The number of payments a second is a matter of the contract, not of machines.")
                .layer(
                        "gateway, 2 cores",
                        traffic().peakQps(),
                        UrlShortenerSheet.PROXY_CORE.times(count(2)),
                        PROXY_TIME)
                .layer("cart", traffic().peakQps(), QUERIES, QUERY_TIME)
                .layer("inventory", traffic().peakWriteQps(), QUERIES, WRITE_TIME)
                .layer("pricing", traffic().peakQps(), REQUESTS, QUERY_TIME)
                .layer("payment provider", traffic().peakWriteQps(), QUOTA, PAYMENT_TIME)
                .layer("order database", traffic().peakWriteQps(), QUERIES, WRITE_TIME)
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
