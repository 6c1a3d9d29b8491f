package dev.estimator.report;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Quantities.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Runway;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Spending;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How long something fits, and how much of it is used. */
@SuppressWarnings("NullAway") // what is missing fails the test
class ReportOutlookTest {
    private static final double TERA = 1e12;
    private static final double DAY_SECONDS = 86_400;
    private static final Offset<Double> NEAR = within(1e-6);
    private static final Bytes DATA = tb(40).named("data");
    private static final Growth MONTHLY = Growth.compound(assume("monthly growth", percent(5), "last year"), MONTH);

    // Doubles each year: from 20, 40 and 80 TB to 400 TB in log₂ 20, 10 and 5 y, which are 1577.5, 1212.5 and 847.5 d;
    // 0.863 of June are 25.9 d.
    private static final Bytes UNSURE = assume("data", between(tb(20), tb(80)));
    private static final Growth DOUBLING = Growth.compound(ratio(2), YEAR);

    /** ln 5 ÷ ln 1.05 = 32.99 months. */
    @Test
    void outlook() {
        assertThat(report(MONTHLY, DATA, assume("disks", tb(200), "bought"))).hasToString("""
                Growth
                ══════

                Outlook: data
                  now       40 TB
                  growth    5% every month, compound
                  room for  200 TB
                  so it     fits 2 y 8 months

                Assumptions
                  data            40 TB
                  disks           200 TB  (bought)
                  monthly growth  5%      (last year)""");
    }

    /**
     * A quarter more than 32.99 months is 41.2 months, so every 6th of 42: 40 TB × 1.05⁶ = 53.60, × 1.05⁴² = 310.46.
     */
    @Test
    void outlook_points() {
        Outlook outlook = block(MONTHLY, DATA, tb(200));
        assertThat(outlook.points().stream().map(Outlook.Point::when))
                .containsExactly(
                        "now",
                        "after 6 months",
                        "after 12 months",
                        "after 18 months",
                        "after 24 months",
                        "after 30 months",
                        "after 36 months",
                        "after 42 months");
        assertThat(outlook.points().get(0))
                .isEqualTo(new Outlook.Point("now", 0, outlook.now().value()));
        assertThat(outlook.points().get(1).days()).isEqualTo(6 * 365 / 12.0);
        assertThat(Objects.requireNonNull(outlook.points().get(1).value().amount()) / TERA)
                .isCloseTo(53.603825625, NEAR);
        assertThat(outlook.points().get(7).days()).isEqualTo(1277.5);
        assertThat(Objects.requireNonNull(outlook.points().get(7).value().amount()) / TERA)
                .isCloseTo(310.463502, NEAR);
        assertThat(runway(outlook).amount()).isCloseTo(86_689_661.9, within(0.1));
    }

    /** 32 months after the last of January is the last of September; 0.987 of the 31 d from there are 30. */
    @Test
    void outlook_fromADate() {
        assertThat(report(MONTHLY.startingOn(LocalDate.of(2027, 1, 31)), DATA, tb(200)))
                .hasToString("""
                        Growth
                        ══════

                        Outlook: data
                          now       40 TB
                          growth    5% every month, compound, from 2027-01-31
                          room for  200 TB
                          so it     fits 2 y 8 months, until 2029-10-30

                        Assumptions
                          data            40 TB
                          room for data   200 TB
                          monthly growth  5%      (last year)""");
    }

    /** By the calendar: a month after the last of January is the last of February. */
    @Test
    void outlook_pointsFromADate() {
        Growth growth = Growth.linear(percent(50), MONTH).startingOn(LocalDate.of(2027, 1, 31));
        Outlook outlook = block(growth, DATA, tb(50));
        assertThat(outlook.points().stream().map(Outlook.Point::when).limit(3))
                .containsExactly("2027-01-31", "2027-02-28", "2027-03-31");
        assertThat(outlook.points().get(1).days()).isEqualTo(365 / 12.0);
        assertThat(outlook.points().get(12).when()).isEqualTo("2028-01-31");
        assertThat(outlook.words()).isEqualTo("fits less than a month, until 2027-02-14");
    }

    @Test
    void outlook_ofRange() {
        assertThat(report(DOUBLING.startingOn(LocalDate.of(2027, 3, 1)), UNSURE, tb(400)))
                .hasToString("""
                        Growth
                        ══════

                        Outlook: data
                          now       40 TB (20 … 80)
                          growth    ×2 every year, compound, from 2027-03-01
                          room for  400 TB
                          so it     fits 3 y 3 months (2 y 3 months … 4 y 3 months), until 2030-06-26 (2029-06 … 2031-06)
                          In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.

                        Assumptions
                          data           40 TB (20 … 80)
                          room for data  400 TB
                          yearly growth  ×2""");
    }

    /** The runway is drawn, so its percentiles may be off by a tenth of a percent; what there is later is exact. */
    @Test
    void outlook_pointsOfRange() {
        Outlook outlook = block(DOUBLING, UNSURE, tb(400));
        assertThat(outlook.words()).isEqualTo("fits 3 y 3 months (2 y 3 months … 4 y 3 months)");
        Value.Spread runway = spread(runway(outlook));
        assertThat(Objects.requireNonNull(runway.p5()) / DAY_SECONDS).isCloseTo(847.5, within(1.0));
        assertThat(Objects.requireNonNull(runway.p50()) / DAY_SECONDS).isCloseTo(1212.5, within(1.0));
        assertThat(Objects.requireNonNull(runway.p95()) / DAY_SECONDS).isCloseTo(1577.5, within(1.0));
        Outlook.Point last = outlook.points().get(9);
        assertThat(last.days()).isEqualTo(1642.5);
        double factor = 22.627416997969522; // 2 to the power of 4.5
        assertThat(Objects.requireNonNull(last.value().amount()) / TERA).isCloseTo(40 * factor, NEAR);
        assertThat(Objects.requireNonNull(spread(last.value()).p5()) / TERA).isCloseTo(20 * factor, NEAR);
        assertThat(Objects.requireNonNull(spread(last.value()).p95()) / TERA).isCloseTo(80 * factor, NEAR);
    }

    /** Both are called 'yearly growth'; the storage is all kinds of record, not the first. */
    @Test
    void outlook_growthBesideThatOfAModel() {
        RecordKind.Builder position =
                RecordKind.builder("position").rate(qps(27)).size(bytes(40));
        RecordKind.Builder trip = RecordKind.builder("trip").rate(qps(3)).size(kb(4));
        Storage storage = Storage.builder()
                .kind(position.retention(days(30)).build())
                .kind(trip.retention(years(7)).build())
                .yearlyGrowth(ratio(1.4))
                .build();
        Report alone = Report.titled("Rides").section("Storage", storage);
        assertThat(alone.page().text()).contains("  yearly growth  ").doesNotContain("storage: yearly growth");
        assertThat(alone.outlook(Growth.linear(percent(30), YEAR), storage.physical(), tb(90))
                        .page()
                        .text())
                .contains("  storage: yearly growth     ×1.4", "  outlook: yearly growth     30%")
                .doesNotContain("records: yearly growth", "after 0 s");
    }

    /** Three servers are enough for eight times the load: what is rounded up does not grow in step. */
    @Test
    void outlook_ofWhatIsRoundedUp() {
        Servers servers = Servers.builder()
                .name("router")
                .limit("requests", qps(40), qps(500))
                .zones(count(3))
                .zonesThatMayFail(count(1))
                .build();
        Growth growth = Growth.compound(percent(6), MONTH);
        assertThat(Report.titled("Routers")
                        .outlook(growth, servers.servers(), count(6))
                        .page()
                        .text()
                        .replaceAll("\\s+", " "))
                .contains("so it fits 11 months; numbers that are rounded up grow as they stand");
        assertThat(Report.titled("Load")
                        .outlook(growth, assume("load", qps(40)), qps(80))
                        .page()
                        .text())
                .doesNotContain("rounded up");
    }

    /** 447 TB are there in 7 y, when all has come, and were said to be there now. */
    @Test
    void outlook_ofWhatIsThereLater() {
        Storage storage = Storage.builder()
                .kind(RecordKind.builder("photo").rate(qps(50)).size(kb(20)).build())
                .retention(years(7))
                .yearlyGrowth(ratio(1.2))
                .build();
        Growth growth = Growth.linear(percent(30), YEAR);
        Report report = Report.titled("Photos").outlook(growth, storage.physical(), tb(600));
        assertThat(report.page().text())
                .contains(
                        "in 7 y    447 TB",
                        "room for  600 TB",
                        "That in 7 y has its own growth counted: this one comes on top")
                .doesNotContain("now");
        assertThat(report.page().markdown())
                .contains("- in 7 y 447 TB, 30% of", "That in 7 y has its own")
                .doesNotContain("now");
        assertThat(report.page().html())
                .contains("</span> in 7 y, 30% of", " That in 7 y has its own")
                .doesNotContain(" now,", ">now<");
        assertThat(report.page().csv())
                .contains("physical photo storage in 7 y")
                .doesNotContain("now");
        assertThat(Page.fromJson(report.page().json())).isEqualTo(report.page());
        assertThat(block(growth, storage.physical().plus(DATA).named("all"), tb(100))
                        .words())
                .isEqualTo("does not fit what there is in 7 y");
        // of a cost only a part of which has grown, the rest is of today
        Spending stored = storage.physical().times(usd(0.08).per(gb(1)).per(MONTH));
        Spending served = assume("fee", usd(5).per(MONTH)).times(assume("sites", ratio(3)));
        assertThat(Runway.of(growth.runway(stored.named("stored"), usd(1).per(MONTH)))
                        .when())
                .isEqualTo("in 7 y");
        assertThat(Runway.of(growth.runway(stored.plus(served).named("all"), usd(1).per(MONTH)))
                        .when())
                .isEqualTo("now, with physical photo storage as in 7 y");
        // what is new is that of today
        assertThat(block(growth, storage.newPerDay(), tb(600)).later()).isNull();
        assertThat(block(growth, storage.withYearlyGrowth(ratio(1)).physical(), tb(600))
                        .later())
                .isEqualTo("once 7 y are full");
    }

    /** 100 messages a second of 1,800 B for 7 y are 39.7 TB, which were said to be there now. */
    @Test
    void outlook_ofWhatIsKept() {
        Storage storage = Storage.builder()
                .kind(RecordKind.builder("message")
                        .rate(qps(100))
                        .size(bytes(1800))
                        .build())
                .retention(years(7))
                .build();
        Growth growth = Growth.compound(percent(20), YEAR);
        Bytes kept = storage.physical();
        Page page = Report.titled("Chat").outlook(growth, kept, tb(80)).page();
        assertThat(page.text())
                .contains(
                        "once 7 y are full  40 TB\n",
                        "That once 7 y are full counts as if all were there at the start: with less today it fits longer.")
                .doesNotContain("now", "own growth");
        assertThat(growth.fits(kept, tb(30))).hasToString("does not fit what there is once 7 y are full");
        assertThat(growth.fits(storage.withRetention(years(1)).physical(), tb(3))
                        .when())
                .isEqualTo("once 1 y is full");
        assertThat(growth.fits(storage.newPerDay(), gb(1)).when()).isEqualTo("now");
        assertThat(Report.titled("Chat")
                        .outlook(growth, storage.withRetention(days(3600)).physical(), tb(80))
                        .page()
                        .text())
                .contains("  once 3,600 d are full  56 TB\n");
        Growth none = Growth.compound(ratio(1), YEAR);
        assertThat(growth.fits(none.at(storage.newPerDay(), years(2)), tb(1)).when())
                .isEqualTo("now");
    }

    /** Whatever comes first in a sum. */
    @Test
    void outlook_ofWhatIsKeptAndWhatGrows() {
        Storage kept = Storage.builder()
                .name("kept")
                .kind(RecordKind.builder("row").rate(qps(100)).size(kb(2)).build())
                .retention(years(1))
                .build();
        Storage growing = kept.withName("growing").withRetention(years(2)).withYearlyGrowth(ratio(1.5));
        Growth growth = Growth.compound(percent(20), YEAR);
        for (Bytes sum : List.of(
                kept.physical().plus(growing.physical()), growing.physical().plus(kept.physical()))) {
            assertThat(growth.fits(sum, tb(900)).when()).isEqualTo("in 2 y and once 1 y is full");
            assertThat(block(growth, sum.named("all"), tb(900)).note()).contains("has its own growth counted");
        }
    }

    /** It was 'now', and growth that is counted twice was not told; 447 TB at $0.08 a GB are $35.7k of these $35.8k. */
    @Test
    void outlook_ofWhatHasGrownInPart() {
        Storage storage = Storage.builder()
                .kind(RecordKind.builder("photo").rate(qps(50)).size(kb(20)).build())
                .retention(years(7))
                .yearlyGrowth(ratio(1.2))
                .build();
        Spending disk =
                storage.physical().times(usd(0.08).per(gb(1)).per(MONTH)).named("disk");
        Spending fees = assume("fee", usd(5).per(MONTH)).times(assume("sites", ratio(3)));
        Spending cost = disk.plus(fees).named("cost");
        Growth growth = Growth.linear(percent(30), YEAR);
        assertThat(growth.fits(cost, usd(3).per(MONTH)))
                .hasToString("does not fit what there is now, with disk as in 7 y");
        Page page = Report.titled("Photos")
                .outlook(growth, cost, usd(50_000).per(MONTH))
                .page();
        assertThat(page.text())
                .contains(
                        "  now       $35.8k/month, with disk as in 7 y\n",
                        "That of disk as in 7 y has its own growth counted: this one comes on top");
        assertThat(page.markdown())
                .contains("- now, with disk as in 7 y \\$35.8k/month, 30% of", "That of disk as in 7 y has its own");
        assertThat(page.html())
                .contains("$35.8k/month now, with disk as in 7 y, 30% of", " That of disk as in 7 y", ">now</text>");
        assertThat(page.csv()).contains("\"cost now, with disk as in 7 y\"");
        assertThat(page.json())
                .contains("\"later\": \"now, with disk as in 7 y\"", "\"note\": \"That of disk as in 7 y has its own");
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
        assertThat(DesignSheet.titled("Photos").outlook(growth, cost, usd(3).per(MONTH)))
                .asString()
                .contains("$35.8k/month, with disk as in 7 y\n", "That of disk as in 7 y has its own growth");
        // within another sum, and twice
        assertThat(growth.fits(cost.plus(fees.times(2)).times(3), usd(3).per(MONTH))
                        .when())
                .isEqualTo("now, with disk as in 7 y");
        Spending logs = growth.at(usd(3).per(MONTH).named("logs"), years(2));
        assertThat(growth.fits(disk.plus(logs).plus(fees), usd(3).per(MONTH)).when())
                .isEqualTo("now, with disk as in 7 y and logs after 2 y");
        assertThat(growth.fits(growth.at(cost, years(2)), usd(3).per(MONTH)).when())
                .isEqualTo("in 7 y and 2 y");
    }

    /** Two storages that are full at different times, one of which has ranges. */
    @Test
    void outlook_ofWhatIsThereAtSeveralTimes() {
        Storage logs = Storage.builder()
                .kind(RecordKind.builder("log").rate(qps(50)).size(kb(20)).build())
                .retention(between(days(20), days(45)))
                .yearlyGrowth(between(ratio(0.8), ratio(1.25)))
                .build();
        Bytes all =
                logs.physical().plus(logs.withRetention(years(2)).physical()).named("all logs");
        assertThat(block(MONTHLY, all, tb(900)).later()).isEqualTo("in 30 d and 2 y");
    }

    /** The room was '250k req/s', and the pings were those of nobody. */
    @Test
    void outlook_hasTheNounOfWhatGrows() {
        Qps pings = assume("drivers online", count(500_000))
                .per(seconds(4))
                .named("GPS pings")
                .withNoun("pings");
        Report report = Report.titled("Rides").outlook(Growth.compound(percent(3), MONTH), pings, qps(250_000));
        assertThat(report.page().text()).contains("250k pings/s").doesNotContain("req/s");
        assertThat(report.page().markdown()).contains("250k pings/s").doesNotContain("req/s");
    }

    /** Among what was assumed stood '4.2k evaluations'. */
    @Test
    void assumption_keepsItsNoun() {
        Count rules = assume("alert rules", between(count(3_000, "rules"), count(6_000, "rules")));
        Qps evaluations = rules.withNoun("evaluations").per(seconds(15)).named("rule evaluations");
        for (Page page : List.of(
                Report.titled("Alerts").section("Rules", evaluations).page(),
                DesignSheet.titled("Alerts").estimates(evaluations).page())) {
            assertThat(page.text()).contains("4.2k rules (3k … 6k)").doesNotContain("4.2k evaluations");
        }
    }

    /** Among what was assumed stood 'queries 40 samples/s'. */
    @Test
    void assumption_ofARateKeepsItsNoun() {
        Qps samples = assume("queries", qps(40)).withNoun("samples").times(3).named("all samples");
        for (Page page : List.of(
                Report.titled("Alerts").section("Load", samples).page(),
                DesignSheet.titled("Alerts").estimates(samples).page())) {
            assertThat(page.text()).containsPattern("queries +40 req/s").contains("120 samples/s");
        }
    }

    @Test
    void outlook_doesNotFitNow() {
        Outlook outlook = block(MONTHLY.startingOn(LocalDate.of(2027, 1, 31)), DATA, tb(30));
        assertThat(outlook.words()).isEqualTo("does not fit now");
        assertThat(runway(outlook).amount()).isZero();
        assertThat(outlook.points()).hasSize(13);
    }

    @Test
    void outlook_noRoomAtAll() {
        assertThat(block(MONTHLY, DATA, tb(0)).words()).isEqualTo("does not fit now");
    }

    @Test
    void outlook_neverEnds() {
        assertEndless(
                Growth.compound(percent(0), MONTH),
                DATA,
                "40 TB never reaches 200 TB: with 0% every month it does not grow");
        assertEndless(
                Growth.compound(ratio(0.5), MONTH),
                DATA,
                "40 TB never reaches 200 TB: with ×0.5 every month it does not grow");
        assertEndless(MONTHLY, tb(0).named("data"), "0 B never reaches 200 TB: there is nothing that could grow");
    }

    private static void assertEndless(Growth growth, Bytes now, String words) {
        Outlook outlook = block(growth, now, tb(200));
        assertThat(outlook.words()).isEqualTo(words);
        assertThat(outlook.runway()).isNull();
        assertThat(outlook.points().stream().map(Outlook.Point::days))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 12)
                        .mapToObj(month -> month * 365 / 12.0)
                        .toList());
    }

    /** ln 5 ÷ ln 1.0001 = 16,095 months; the table ends after 1,200. */
    @Test
    void outlook_slow() {
        Outlook outlook = block(Growth.compound(percent(0.01), MONTH), DATA, tb(200));
        assertThat(outlook.words()).isEqualTo("fits more than 1000 years");
        assertThat(outlook.points()).hasSize(11);
        assertThat(outlook.points().get(10).when()).isEqualTo("after 1200 months");
    }

    /** Tenfold every day: 10³⁶⁰ times as much within a year. */
    @Test
    void outlook_beyondAllNumbers() {
        Report report = Report.titled("Growth");
        Growth growth = Growth.compound(ratio(10), DAY);
        assertThatThrownBy(() -> report.outlook(growth, DATA, tb(200)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("data (40 TB) × growth after 10 months (×1.468e304) is too large for any Bytes");
    }

    /**
     * The 63 servers of ServersTest: 700 GB ÷ (63 × 32 GB) = 34.7 %, 9000 ÷ (63 × 500) = 28.6 %, 1100 ÷ (63 × 125) =
     * 14.0 %, of which memory needs most servers and the network fewest.
     */
    @Test
    void utilization() {
        Servers servers = Servers.builder()
                .limit("requests", qps(9000), qps(500))
                .limit("network", mbPerSecond(1100), mbPerSecond(125), percent(40))
                .limit("memory", gb(700), gb(32))
                .targetUtilization(percent(60))
                .spares(count(4))
                .zones(count(3))
                .zonesThatMayFail(count(1))
                .build();
        assertThat(Report.titled("Servers").utilization(servers)).hasToString("""
                Servers
                ═══════

                Utilization of the servers
                  memory    34.7%  ███████  target 60%
                  requests  28.6%  ██████   target 60%
                  network   14%    ███      target 40%

                Assumptions
                  requests demand             9,000 req/s
                  requests per server         500 req/s
                  target utilization          60%
                  network demand              1.1 GB/s
                  network per server          1 Gbit/s
                  network target utilization  40%
                  memory demand               700 GB
                  memory per server           32 GB
                  spares                      4
                  zones                       3
                  zones that may fail         1""");
    }

    private static Report report(Growth growth, Bytes now, Bytes limit) {
        return Report.titled("Growth").outlook(growth, now, limit);
    }

    private static Outlook block(Growth growth, Bytes now, Bytes limit) {
        List<Page.Section> sections = report(growth, now, limit).page().sections();
        return (Outlook) sections.get(0).blocks().get(0);
    }

    private static Value runway(Outlook outlook) {
        return Objects.requireNonNull(outlook.runway());
    }

    private static Value.Spread spread(Value value) {
        return Objects.requireNonNull(value.spread());
    }
}
