package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.seconds;

import dev.estimator.model.CacheMemory;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.report.Report;

/** What must a service that tracks the spending of ten million people, such as Mint, write and keep? */
public final class PersonalFinance {
    private static final String PRIMER = "D. Martin, system-design-primer";

    // The primer's month is 28.9 d, so that rates come out even; its three years are 36 of them.
    static final TimeSpan A_MONTH = assume("a month", seconds(2.5e6), PRIMER);
    static final Count MONTHS_KEPT = assume("months kept", count(36), PRIMER + ", 3 years");
    static final Count USERS = assume("users", million(10), PRIMER);
    static final Count CATEGORIES = assume("budget categories per user", count(10), PRIMER);
    static final Count ACCOUNTS = assume("bank accounts", million(30), PRIMER);
    static final Count TRANSACTIONS = assume("transactions per month", billion(5), PRIMER);
    static final Count READS = assume("reads per month", million(500), PRIMER);
    static final Count SELLERS = assume("sellers", count(50_000), PRIMER);

    private PersonalFinance() {}

    static Traffic traffic() {
        return Traffic.builder()
                .writeRate(TRANSACTIONS.per(A_MONTH).named("write rate"))
                .readRate(READS.per(A_MONTH).named("read rate"))
                .build();
    }

    static RecordKind transaction() {
        return RecordKind.builder("transaction")
                .rate(traffic().writeQps())
                .field("user", assume("user id", bytes(8), PRIMER))
                .field("created", assume("creation time", bytes(5), PRIMER))
                .field("seller", assume("seller", bytes(32), PRIMER))
                .field("amount", assume("amount", bytes(5), PRIMER))
                .build();
    }

    static Storage storage() {
        return Storage.builder()
                .kind(transaction())
                .retention(A_MONTH.times(MONTHS_KEPT).named("retention"))
                .build();
    }

    static CacheMemory sellerDictionary() {
        return CacheMemory.builder()
                .items(SELLERS)
                .hotShare(assume("sellers in memory", percent(100), "every transaction looks its seller up"))
                .itemSize(assume("dictionary entry", bytes(255), PRIMER + ", at most"))
                .build();
    }

    static Report report() {
        return Report.titled("Personal finance")
                .section(
                        "Traffic",
                        traffic().writeQps(),
                        traffic().readQps(),
                        traffic().peakQps(),
                        traffic().writeQps().div(traffic().readQps()).named("writes per read"))
                .section(
                        "Storage",
                        USERS.times(CATEGORIES).named("budget items"),
                        transaction().recordSize(),
                        TRANSACTIONS.times(transaction().recordSize()).named("new content per month"),
                        storage().records(),
                        storage().physical())
                .section("Memory", sellerDictionary().memory().named("seller dictionary"))
                // 167 a month is more than five a day for each account: the figure to doubt first.
                .section("Plausible?", TRANSACTIONS.div(ACCOUNTS).named("transactions per account and month"))
                .headline(storage().physical());
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
