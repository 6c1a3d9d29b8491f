package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.mib;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.COST_PER_YEAR;
import static dev.estimator.quantity.Units.GIB;
import static dev.estimator.quantity.Units.KB;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PB;
import static dev.estimator.quantity.Units.PER_DAY;
import static dev.estimator.quantity.Units.TIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.analysis.Questions;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Spending;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page is told its units and digits, for all numbers or for one answer. */
class NumberStyleTest {
    private static final Bytes DISK =
            assume("raw disk", between(tb(110), tb(440))).times(ratio(3)).named("disk");
    private static final Bytes LOG = tb(12.345678).named("log");
    private static final Qps RATE = qps(34_567).named("rate");
    private static final Count SERVERS = count(1563).named("servers");
    private static final Report REPORT = Report.titled("Photos").section("Answers", DISK, LOG, RATE, SERVERS);

    private static String answers(Report report) {
        String text = report.toString();
        String from = text.substring(text.indexOf("Answers\n") + "Answers\n".length());
        return from.substring(0, from.indexOf("\n\n")).replaceAll("(?m)^  |\n  In brackets: .*", "");
    }

    @Test
    void unsaid() {
        assertThat(answers(REPORT)).isEqualTo("""
                  disk     660 TB (330 … 1,320)
                  log      12.35 TB
                  rate     34,567 req/s
                  servers  1,563""");
    }

    @Test
    void digits() {
        assertThat(answers(REPORT.digits(5))).isEqualTo("""
                  disk     660 TB (330 … 1,320)
                  log      12.346 TB
                  rate     34.567k req/s
                  servers  1,563""");
        assertThat(answers(REPORT.digits(2).digits(LOG, 4))).contains("log      12.35 TB", "rate     35k req/s");
    }

    /** It was '0.00000000152 GiB (0.00000000122 … 0.0000000019)' among the assumptions. */
    @Test
    void units_ofWhatIsSmall() {
        Bytes sample = assume("sample", between(bytes(1.31), bytes(2.04)));
        Bytes disk = sample.times(count(3e11)).named("disk");
        Report report = Report.titled("Metrics").section("Answers", disk, mib(20).named("log"), mib(7).named("row"));
        assertThat(report.units(GIB)).asString().contains("""
                  disk  457 GiB (366 … 570)
                  log   0.0195 GiB
                  row   7 MiB
                """, "  sample  1.63 B (1.31 … 2.04)");
        assertThat(report.units(GIB).unit(sample, KB)).asString().contains("sample  0.00163 kB (0.00131 … 0.00204)");
    }

    @Test
    void units() {
        assertThat(answers(REPORT.units(TIB, PER_DAY))).isEqualTo("""
                  disk     600 TiB (300 … 1,201)
                  log      11.2 TiB
                  rate     2.99bn req/d
                  servers  1,563""");
        assertThat(answers(REPORT.units(TIB, PER_DAY).unit(DISK, PB).digits(4))).isEqualTo("""
                  disk     0.66 PB (0.33 … 1.32)
                  log      11.23 TiB
                  rate     2.987bn req/d
                  servers  1,563""");
    }

    /** What is said last of the same goes before. */
    @Test
    void units_again() {
        assertThat(answers(REPORT.units(TIB).units(GIB))).contains("log      11,498 GiB");
        assertThat(answers(REPORT.digits(6).digits(3))).contains("log      12.3 TB");
    }

    @Test
    void everyForm() {
        Page page = REPORT.units(TIB).unit(DISK, PB).digits(4).headline(DISK).page();
        assertThat(page.text()).contains("disk     0.66 PB (0.33 … 1.32)").contains("= 0.66 PB (0.33 … 1.32)");
        assertThat(page.markdown()).contains("| disk | 0.66 PB (0.33 … 1.32) |");
        assertThat(page.html()).contains("0.66 PB (0.33 … 1.32)");
        assertThat(page.csv()).contains("0.66 PB (0.33 … 1.32)");
        assertThat(page.json()).contains("0.66 PB (0.33 … 1.32)").contains("\"unit\": \"B\"");
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
    }

    @Test
    void designSheet() {
        assertThat(DesignSheet.titled("Photos")
                        .users(SERVERS, LOG)
                        .units(TIB)
                        .digits(4)
                        .toString())
                .contains("log      11.23 TiB");
    }

    @Test
    void refused() {
        assertThatThrownBy(() -> REPORT.units(TIB, PER_DAY, PB))
                .hasMessage("units must be of types of their own but PB is another of Bytes:"
                        + " say the unit of one answer beside it");
        assertThatThrownBy(REPORT::units).hasMessageContaining("units must not be empty");
        assertThatThrownBy(() -> REPORT.digits(16)).hasMessage("digits must be between 1 and 15 but was 16");
        assertThatThrownBy(() -> REPORT.unit(tb(3), PB))
                .hasMessageContaining("answers must have names but 3 TB has none");
    }

    @Test
    void unit_inTheWordsOfLimits() {
        Report limited = REPORT.fits(Questions.limit(DISK).atMost(tb(900)));
        assertThat(limited.unit(DISK, PB).toString()).contains("disk ≤ 0.9 PB");
        assertThat(limited.units(GIB).toString()).contains("disk ≤ 838,190 GiB");
    }

    @Test
    void unit_ofWhatIsNotOnThePage() {
        Report other = REPORT.unit(tb(3).named("tape"), PB);
        assertThatThrownBy(other::page)
                .hasMessageStartingWith(
                        "answer must be one on the page but the Bytes 'tape', of which a unit or digits are said,"
                                + " is not: there are ")
                .hasMessageContaining("'disk'");
    }

    /** A rate may have the name of a size. */
    @Test
    void unit_ofOneType() {
        Report both = Report.titled("Links").section("Answers", tb(2).named("x"), qps(30).named("x at peak"));
        assertThat(answers(both.unit(tb(2).named("x"), PB))).contains("x at peak  30 req/s");
        assertThatThrownBy(() -> both.unit(tb(2).named("x at peak"), PB).page())
                .hasMessageStartingWith("answer must be one on the page but the Bytes 'x at peak', of which a unit");
    }

    /** Everything of a row is in its unit: the drivers, the pictures with their ticks and marks, and the limit. */
    @Test
    void unit_ofAllOfARow() {
        Spending cost = assume("hosts", between(count(40), count(90)))
                .times(usd(7000).per(YEAR))
                .named("cost");
        Bytes disk = assume("files", between(count(4e9), count(9e9)))
                .times(assume("file size", bytes(110)))
                .named("disk");
        Qps rate = assume("uploads", between(count(400_000), count(2_000_000)))
                .per(DAY)
                .named("upload rate");
        Page page = Report.titled("Row")
                .section("Answers", cost, disk, rate)
                .fits(
                        limit(cost).atMost(usd(555_000).per(YEAR)),
                        limit(disk).atMost(gib(777)),
                        limit(rate).atMost(thousand(1777).per(DAY)))
                .drivers(cost)
                .drivers(disk)
                .drivers(rate)
                .headline(cost)
                .headline(disk)
                .headline(rate)
                .unit(cost, COST_PER_YEAR)
                .unit(disk, GIB)
                .unit(rate, PER_DAY)
                .page();
        assertThat(page.text())
                .contains("$280k/y … $630k/y", "410 GiB … 922 GiB", "400k/d … 2M/d")
                .contains("cost ≤ $555k/y", "disk ≤ 777 GiB", "upload rate ≤ 1.777M/d");
        for (String form : List.of(page.text(), page.html(), page.markdown(), page.csv(), page.json())) {
            assertThat(form.replaceAll("\"unit\": \"[^\"]*\"|2000/svg", ""))
                    .doesNotContain("/month", "k/s", "0/s", " GB", " TB");
        }
    }

    /** They were '1.825e8 orders' and '1.15141824e9 B' as soon as there were more than ten million. */
    @Test
    void ofUnits_allDigitsAreWritten() {
        Count orders = assume("orders", count(182_500_000, "orders"));
        Bytes size = assume("size", bytes(1_151_418_240L));
        Count doubted = assume("doubted", between(count(182_500_000), count(282_500_000)));
        Report all = Report.titled("All").section("Day", orders, size, doubted);
        assertThat(all.units(ONES).toString()).contains("orders   182,500,000\n");
        assertThat(all.units(B, ONES).digits(12).toString())
                .contains("size     1,151,418,240 B\n")
                .contains("(182,500,000 … 282,500,000)");
    }
}
