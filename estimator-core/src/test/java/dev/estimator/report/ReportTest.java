package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Growth;
import dev.estimator.model.Servers;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
    private static final Count USERS = assume("daily users", million(10), "launch plan");
    private static final Qps AVERAGE =
            USERS.times(count(20).named("requests per user")).per(DAY).named("average rate");
    private static final Qps PEAK =
            AVERAGE.times(assumeDefault("peak to average", ratio(3), "a habit")).named("peak rate");
    private static final Bytes LOG =
            AVERAGE.times(assume("log line", bytes(250))).times(years(2)).named("log");

    /** 10 million × 20 ÷ 86,400 s = 2314.8 a second; × 3; × 250 B × 63,072,000 s = 36.5 TB. */
    @Test
    void toString_wholePage() {
        Report report = Report.titled("Feed reader")
                .section("Traffic", AVERAGE, PEAK)
                .section("Storage", LOG)
                .headline(PEAK)
                .headline(LOG)
                .note("Crawlers are not counted.")
                .note("Logs are not compressed.");
        assertThat(report).hasToString("""
                Feed reader
                ═══════════

                In short
                  peak rate  6.9k/s
                  log        37 TB

                Traffic
                  average rate  2.3k/s
                  peak rate     6.9k/s

                Storage
                  log  37 TB

                Assumptions
                  daily users        10M    (launch plan)
                  requests per user  20
                  log line           250 B

                Not set, so left at the default
                  peak to average ×3

                Derivation: peak rate, log
                  average rate = daily users × requests per user ÷ 1 d
                               = 10M × 20 ÷ 1 d
                               = 2,315/s
                  peak rate = average rate × peak to average
                            = 2,315/s × 3
                            = 6,944/s
                  log = average rate × log line × 2 y
                      = 2,315/s × 250 B × 2 y
                      = 36.5 TB

                Notes
                  Crawlers are not counted.
                  Logs are not compressed.""");
    }

    /**
     * Log-normal factors: the standard deviations of ln are ln 4 ÷ 3.28971 = 0.42140 and ln 5 ÷ 3.28971 = 0.48923, so
     * the log has 0.64570; 2314.8 × √(100 × 500) B × 63,072,000 s = 32.65 TB, × e^±(1.64485 × 0.64570) is 11.3 and 94.4
     * TB; below 30 TB lies Φ(ln(30 ÷ 32.65) ÷ 0.64570) = 44.8 %, and of the rate below 5000 Φ(ln(5000 ÷ 2314.8) ÷
     * 0.42140) = 96.6 %.
     *
     * <p>The histogram goes from e^-(2.57583 × 0.64570) to e^(2.57583 × 0.64570) times the median in 30 equal steps;
     * its levels are the eighths of the largest share, of differences of Φ by another program.
     */
    @Test
    void toString_ranges() {
        Count users = assume("daily users", between(million(5), million(20)), "half to double the launch plan");
        Qps rate = users.times(count(20)).per(DAY).named("rate");
        Bytes line = assume("log line", between(bytes(100), bytes(500)), "two months of logs");
        Bytes log = rate.times(line).times(years(2)).named("log");
        Report report = Report.titled("Feed reader")
                .section("Traffic", rate)
                .section("Storage", log)
                .fits(limit(log).atMost(tb(30)), limit(rate).atMost(qps(5000)))
                .drivers(log)
                .headline(log)
                .note("Crawlers are not counted.");
        assertThat(report).hasToString("""
                Feed reader
                ═══════════

                In short
                  log  33 TB (11 … 94)
                  In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.

                Does it fit?
                  limit        found                 does it hold?
                  log ≤ 30 TB  33 TB (11 … 94)       fails: kept in 44.8% of cases, 95% needed
                  rate ≤ 5k/s  2.3k/s (1.2k … 4.6k)  holds: kept in 96.6% of cases, 95% needed

                Traffic
                  rate  2.3k/s (1.2k … 4.6k)

                Storage
                  log  33 TB (11 … 94)

                Assumptions
                  daily users  10M (5M … 20M)     (half to double the launch plan)
                  log line     224 B (100 … 500)  (two months of logs)

                Drivers: log
                  log line     57% ███████████           15 TB … 73 TB
                  daily users  43% █████████             16 TB … 65 TB
                  shares of the spread of the logarithm, in which factors add up

                Derivation: log
                  log  ▄▇██▇▆▅▄▄▃▂▂▂▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁  33 TB (11 … 94)
                  rate = daily users × 20 ÷ 1 d
                       = 10M × 20 ÷ 1 d
                       = 2,315/s (1,200 … 4,600)
                  log = rate × log line × 2 y
                      = 2,315/s × 223.6 B × 2 y
                      = 33 TB (11 … 94)

                Notes
                  Crawlers are not counted.""");
    }

    @Test
    void toString_titleAlone() {
        assertThat(Report.titled("Feed")).hasToString("Feed: no answers yet, add some with section(heading, answers)");
        assertThat(Report.titled("Feed").note("Guessed."))
                .hasToString("Feed: no answers yet, add some with section(heading, answers)");
    }

    @Test
    void page_titleAlone() {
        assertThatThrownBy(() -> Report.titled("Feed").page())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the report 'Feed' is empty: add answers with section(heading, answers)");
    }

    /** What is known comes before what follows from it, however it was said. */
    @Test
    void page_orderOfParts() {
        Count users = assume("users", between(million(2), million(3)));
        Qps rate = users.per(DAY).named("rate");
        Servers servers = Servers.builder()
                .limit("requests", rate.times(assumeDefault("peak to average", ratio(3), "a habit")), qps(500))
                .build();
        Growth growth = Growth.compound(percent(5), MONTH);
        Report report = Report.titled("Order")
                .note("Last.")
                .headline(rate)
                .drivers(rate)
                .utilization(servers)
                .outlook(growth, rate, qps(90))
                .fits(limit(rate).atMost(qps(70)))
                .section("Zebra", rate)
                .section("Ape", users)
                .headline(users)
                .fits(limit(users).atMost(million(4)));
        assertThat(report.page().sections().stream().map(Page.Section::heading))
                .containsExactly(
                        "In short",
                        "Does it fit?",
                        "Zebra",
                        "Ape",
                        "Outlook: rate",
                        "Utilization of the servers",
                        "Assumptions",
                        "Not set, so left at the default",
                        "Drivers: rate",
                        "Derivation: rate, users",
                        "Notes");
        assertThat(report.page().sections().stream().map(Page.Section::level)).containsOnly(2);
        assertThat(report.page().title()).isEqualTo("Order");
    }

    @Test
    void toString_isThePage() {
        Report report = Report.titled("Feed").section("Traffic", PEAK);
        assertThat(report).hasToString(report.page().text());
        assertThat(report.page()).hasToString(report.page().text(100)).isEqualTo(report.page());
    }

    @Test
    void toString_sectionsInTheirOrder() {
        assertThat(Report.titled("x").section("Zebra", LOG).section("Ape", PEAK).toString())
                .containsSubsequence("Zebra\n", "  log", "Ape\n", "  peak rate");
    }

    /** A headline need not stand in a section, and brings its assumptions with it. */
    @Test
    void headline_alone() {
        assertThat(Report.titled("Rate").headline(AVERAGE)).hasToString("""
                Rate
                ════

                In short
                  average rate  2.3k/s

                Assumptions
                  daily users        10M  (launch plan)
                  requests per user  20

                Derivation: average rate
                  average rate = daily users × requests per user ÷ 1 d
                               = 10M × 20 ÷ 1 d
                               = 2,315/s""");
    }

    /** What can be zero has no logarithm; what one range drives has no shares. */
    @Test
    void drivers_sharesOfTheLogarithm_areCalledSo() {
        Ratio some = assume("some", between(ratio(2), ratio(5)));
        Ratio other = assume("other", between(ratio(3), ratio(4)));
        Ratio wide = assume("wide", uniform(ratio(0), ratio(5)));
        Ratio wider = assume("wider", uniform(ratio(0), ratio(7)));
        Ratio none = assume("switch", oneOf(ratio(0), ratio(1)));
        String note = "shares of the spread of the logarithm, in which factors add up";
        assertThat(Report.titled("T")
                        .drivers(some.times(other).named("product"))
                        .toString())
                .contains(note);
        assertThat(Report.titled("T")
                        .drivers(wide.times(wider).times(none).named("zero"))
                        .toString())
                .contains("assumptions acting together")
                .doesNotContain("logarithm");
        assertThat(Report.titled("T").drivers(some.times(7).named("alone")).toString())
                .doesNotContain("logarithm");
    }

    /** What is limited or driven need not stand in a section, and brings its assumptions with it. */
    @Test
    void fitsAndDrivers_alone() {
        Count users = between(million(5), million(20)).named("users");
        assertThat(Report.titled("Users")
                        .drivers(users)
                        .fits(limit(users).atLeast(million(10)))
                        .fits(limit(AVERAGE).atMost(qps(2000))))
                .hasToString("""
                        Users
                        ═════

                        Does it fit?
                          limit                found           does it hold?
                          users ≥ 10M          10M (5M … 20M)  fails: kept in 50% of cases, 95% needed
                          average rate ≤ 2k/s  2.3k/s          fails
                          In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.

                        Assumptions
                          users              10M (5M … 20M)
                          daily users        10M             (launch plan)
                          requests per user  20

                        Drivers: users
                          users  100% ████████████████████  5M … 20M""");
    }

    /** Each method adds to a new report only. */
    @ParameterizedTest
    @MethodSource("additions")
    void additions_leaveTheReportAsItWas(UnaryOperator<Report> addition) {
        Report report = Report.titled("Feed")
                .section("Traffic", PEAK)
                .fits(limit(AVERAGE).atMost(qps(9000)))
                .outlook(Growth.compound(percent(7), MONTH), AVERAGE, qps(8000))
                .headline(LOG)
                .note("Guessed.");
        String before = report.toString();
        String after = addition.apply(report).toString();
        assertThat(after).isNotEqualTo(before);
        assertThat(report).hasToString(before);
        assertThat(addition.apply(report)).hasToString(after);
    }

    static Stream<UnaryOperator<Report>> additions() {
        Count range = between(count(3), count(9)).named("range");
        return Stream.of(
                report -> report.section("Storage", LOG),
                report -> report.fits(limit(PEAK).atMost(qps(9000))),
                report -> report.outlook(Growth.compound(percent(5), MONTH), PEAK, qps(9000)),
                report -> report.utilization(
                        Servers.builder().limit("requests", PEAK, qps(500)).build()),
                report -> report.drivers(range),
                report -> report.headline(PEAK),
                report -> report.note("Surely."));
    }

    @Test
    void section_copiesTheAnswers() {
        Quantity<?>[] answers = {AVERAGE};
        Report report = Report.titled("Feed").section("Traffic", answers);
        String before = report.toString();
        answers[0] = LOG;
        assertThat(report).hasToString(before);
    }

    /** The same answer may stand in two places; under one heading two different ones must not share a name. */
    @Test
    void page_answersOfOneName() {
        Report report = Report.titled("Two")
                .section("One", count(3).named("disks"))
                .fits(limit(count(3).named("disks")).atMost(count(4)));
        assertThat(report.page().sections()).hasSize(3);
        assertThatThrownBy(() -> report.section("Other", count(3).named("disks"), count(7).named("disks")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answers must have names of their own but two are called 'disks', 3 and 7");
        assertThatThrownBy(() ->
                        DesignSheet.titled("Two").users(count(3).named("users")).users(count(7).named("users")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answers must have names of their own but two are called 'users', 3 and 7");
    }

    /** Of ends of 9 and 11 nines in series with 10; rows of nines cannot be counted. */
    @Test
    void manyNines_areCountedInEachForm() {
        Availability both = assume("durability", between(nines(9), nines(11))).times(nines(10));
        Availability named = both.named("both");
        Report report = Report.titled("Copies")
                .section("Durability", named)
                .drivers(named)
                .headline(named);
        assertThat(report)
                .asString()
                .contains("both  9.7 nines (8.96 … 9.96)", "durability  10 nines (9 … 11)", "8.96 nines … 9.96 nines");
        assertThat(report.page().json()).contains("\"text\": \"8.96 nines\"", "\"text\": \"9.7 nines (8.96 … 9.96)\"");
        assertThat(report.page().html())
                .contains("best guess 9.7 nines", "p5 8.96 nines", "p95 9.96 nines")
                .doesNotContain("99.999999989%", "99.99999997%");
    }

    /** As the prompt and a check say it. */
    @Test
    void fits_isAsAtThePrompt() {
        Bytes sum = assume("a", between(gb(2), gb(5)))
                .plus(assume("b", between(gb(3), gb(7))))
                .named("sum");
        var fits = Report.titled("sum").fits(limit(sum).atMost(sum.p95()));
        assertThat(fits.toString())
                .contains("  sum ≤ 10.78 GB  7.7 GB (5.8 … 11)  " + "holds: kept in 95.0% ± 0.3% of cases, 95% needed");
        assertThat(limit(sum).atMost(sum.p95())).hasToString("sum ≤ 10.78 GB: holds, p95 is 10.78 GB");
        var rate = Report.titled("rate").fits(limit(qps(3).named("rate")).atMost(perDay(2_500_000)));
        assertThat(rate.toString()).contains("  rate ≤ 2.5M req/d  259k req/d  holds");
        assertThat(limit(qps(3).named("rate")).atMost(perDay(2_500_000)))
                .hasToString("rate ≤ 2.5M req/d: holds, 259k req/d");
    }
}
