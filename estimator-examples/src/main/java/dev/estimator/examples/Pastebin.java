package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.seconds;

import dev.estimator.model.RecordKind;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.report.Report;

/** How much does a Pastebin keep in three years, and do its short links last that long? */
public final class Pastebin {
    private static final String PRIMER = "D. Martin, system-design-primer";

    // The primer's month is 28.9 d, so that rates come out even; its three years are 36 of them.
    static final TimeSpan A_MONTH = assume("a month", seconds(2.5e6), PRIMER);
    static final Count MONTHS_KEPT = assume("months kept", count(36), PRIMER + ", 3 years");
    static final Count PASTES = assume("pastes per month", million(10), PRIMER);
    static final Count READS = assume("reads per month", million(100), PRIMER);
    static final Count POSSIBLE_LINKS =
            assume("possible links", count(Math.pow(62, 7)), "62⁷, seven letters or digits");

    private Pastebin() {}

    static Traffic traffic() {
        return Traffic.builder()
                .writeRate(PASTES.per(A_MONTH).named("write rate"))
                .readRate(READS.per(A_MONTH).named("read rate"))
                .build();
    }

    static RecordKind paste() {
        return RecordKind.builder("paste")
                .rate(traffic().writeQps())
                .field("content", assume("content", kb(1), PRIMER))
                .field("short link", assume("short link", bytes(7), PRIMER))
                .field("expiry", assume("expiry", bytes(4), PRIMER + ", minutes as an integer"))
                .field("created", assume("creation time", bytes(5), PRIMER))
                .field("path", assume("path", bytes(255), PRIMER + ", of the content in the object store"))
                .build();
    }

    static Storage storage() {
        return Storage.builder()
                .kind(paste())
                .retention(A_MONTH.times(MONTHS_KEPT).named("retention"))
                .build();
    }

    static Share linksTaken() {
        return storage().records().div(POSSIBLE_LINKS).toShare().named("links taken");
    }

    static Report report() {
        return Report.titled("Pastebin")
                .section(
                        "Traffic",
                        traffic().writeQps(),
                        traffic().readQps(),
                        traffic().peakQps())
                .section(
                        "Storage",
                        paste().recordSize(),
                        PASTES.times(paste().recordSize()).named("new content per month"),
                        storage().records(),
                        storage().physical())
                .section("Short links", linksTaken())
                .headline(storage().physical())
                .note("Nothing is copied: three copies of everything are three times the storage.");
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
