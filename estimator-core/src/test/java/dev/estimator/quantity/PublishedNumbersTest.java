package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.mib;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.pb;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Quantities.tib;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.COST_EACH;
import static dev.estimator.quantity.Units.COST_PER_DAY;
import static dev.estimator.quantity.Units.COST_PER_GB;
import static dev.estimator.quantity.Units.COST_PER_HOUR;
import static dev.estimator.quantity.Units.COST_PER_MILLION;
import static dev.estimator.quantity.Units.COST_PER_MONTH;
import static dev.estimator.quantity.Units.COST_PER_SECOND;
import static dev.estimator.quantity.Units.COST_PER_TB;
import static dev.estimator.quantity.Units.COST_PER_THOUSAND;
import static dev.estimator.quantity.Units.COST_PER_YEAR;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.GB_PER_SECOND;
import static dev.estimator.quantity.Units.GIB;
import static dev.estimator.quantity.Units.HOURS;
import static dev.estimator.quantity.Units.KB_PER_DAY;
import static dev.estimator.quantity.Units.MB;
import static dev.estimator.quantity.Units.MB_PER_DAY;
import static dev.estimator.quantity.Units.MILLIONS;
import static dev.estimator.quantity.Units.MINUTES;
import static dev.estimator.quantity.Units.PB;
import static dev.estimator.quantity.Units.PB_PER_DAY;
import static dev.estimator.quantity.Units.PERCENT;
import static dev.estimator.quantity.Units.PER_DAY;
import static dev.estimator.quantity.Units.PER_MINUTE;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static dev.estimator.quantity.Units.TB_PER_MONTH;
import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures as design posts, price lists, sizing guides and tables of service levels print them: times that were
 * calculated, zeros at the end, money by the year and by the second, more than 100 %.
 */
class PublishedNumbersTest {
    private static Arguments figure(String text, Quantity<?> quantity) {
        return Arguments.of(text, quantity);
    }

    /** A plain number does not know whether it was calculated: round thousands of seconds are no typed ones. */
    static Stream<Arguments> bareTimesAndFlows() {
        return Stream.of(
                figure("4.6 d", gb(500).div(gbitPerSecond(0.01))),
                figure("2.2 h", tb(1).div(gbitPerSecond(1))),
                figure("22 h", tb(10).div(gbitPerSecond(1))),
                figure("9.3 d", pb(1).div(gbitPerSecond(10))),
                figure("49 d", minutes(70_000)),
                figure("3.5 d", count(1_000).times(minutes(5))),
                figure("100 min", count(24_000).times(ms(250))),
                figure("400 s", gb(40).div(gbitPerSecond(0.8))),
                figure("3,599 s", seconds(3_599)),
                figure("100,000 s", seconds(100_000)),
                figure("1,500 h", hours(1_500)),
                figure("204,800 h", count(2_048).times(hours(100))),
                figure("3.65 d", percentUp(99).downtime(YEAR)),
                figure("10.08 min", percentUp(99.9).downtime(days(7))),
                figure("52.56 min", percentUp(99.99).downtime(YEAR)),
                figure("12 TB/d", gb(500).per(HOUR)),
                figure("120 GB/d", million(120).per(DAY).times(kb(1))),
                figure("120 GB/d", assume("logs", gb(120).per(DAY))),
                figure("1 GB/h", gb(1).per(HOUR)),
                figure("200 MiB/h", mib(200).per(HOUR)),
                figure("3.35 TB/s (27 Tbit/s)", Bandwidth.of(3.35, Units.TB_PER_SECOND)),
                figure("8,000 s", assume("copying", seconds(8_000))));
    }

    static Stream<Arguments> bareMoney() {
        return Stream.of(
                figure("$5M/y ($417k/month)", usd(5_000_000).per(YEAR)),
                figure("$10/d ($304/month)", usd(10).per(DAY)),
                figure("$120k/y ($10k/month)", usd(120_000).per(YEAR)),
                figure("$0.35/h ($256/month)", usd(0.35).per(HOUR)),
                figure("$4.9M/y ($3M … $8M)", between(usd(3e6).per(YEAR), usd(8e6).per(YEAR))),
                figure("$0.02 each", usd(2).per(count(100))),
                figure("$0.02", usd(2).div(count(100))),
                figure("$46.08/TB", usd(46.08).per(tb(1))),
                figure("$0.023/GB", usd(0.023).per(gb(1))),
                figure("$1.2345/GB-month", usd(1_234.5).per(tb(1).times(MONTH))),
                figure("$14.29/month ($0.0196/h)", usd(100).per(MONTH).div(count(7))),
                figure("$0.00001667", usd(0.00001667)));
    }

    @ParameterizedTest
    @MethodSource({"bareTimesAndFlows", "bareMoney"})
    void toString_figure(String text, Quantity<?> quantity) {
        assertThat(quantity).hasToString(text);
    }

    private static Arguments printed(String text, String printed) {
        return Arguments.of(text, printed);
    }

    static Stream<Arguments> digits() {
        return Stream.of(
                printed("7.20 min", minutes(7.2).format(3)),
                printed("7.20 h", percentUp(99).downtime(days(30)).format(3)),
                printed("2.0 d", tib(10).div(gbitPerSecond(0.5)).format(2)),
                printed("$4.50", usd(4.5).format(3)),
                printed("10 Gbit/s", gbitPerSecond(10).format(2)),
                printed("5.00 MB/s", mb(5).per(SECOND).format(3)),
                printed("2.17 quadrillion", count(2.17e15).format(Units.QUADRILLIONS)),
                printed("3.5 Mbit", kb(437.5).format(Units.MBIT)),
                printed("45 MB/min", mb(0.75).per(SECOND).format(Units.MB_PER_MINUTE)),
                printed("9.600 kbit", bytes(1_200).format(Units.KBIT, 4)),
                printed("$12.00", usd(12).format(4)),
                printed("$5,576,000.00", usd(5_576_000).format(9)),
                printed("99.90%", percent(99.9).format(2)),
                printed("99.90%", percentUp(99.9).format(2)),
                printed("50.0%", percent(50).format(3)),
                printed("100%", percent(100).format(3)),
                printed("0.50%", percent(0.5).format(2)),
                printed("1.00 GB", gb(1).format(3)),
                printed("1.00 GiB", gib(1).format(GIB, 3)),
                printed("1560.0 GB", gb(1_560).format(GB, 5)),
                printed("×1.10", ratio(1.1).format(3)),
                printed("1.50M", million(1.5).format(3)),
                printed("2.00M", million(2).format(MILLIONS, 3)),
                printed("12", count(12).format(3)),
                printed("4096 B", bytes(4_096).format(Units.B, 8)),
                printed("$15.00/1M", usd(15).per(million(1)).format(4)),
                printed("0 B", bytes(0).format(3)),
                printed("2 GB (1 … 4)", between(gb(1), gb(4)).format(3)));
    }

    static Stream<Arguments> units() {
        Spending dropbox = usd(75e6).per(YEAR);
        Price<Count> token = usd(1.46).per(count(1e6, "tokens"));
        return Stream.of(
                printed("$75M/y", dropbox.format(COST_PER_YEAR)),
                printed("$205,479/d", dropbox.format(COST_PER_DAY)),
                printed("$75.48M/y", usd(75_479_123).per(YEAR).format(COST_PER_YEAR, 4)),
                printed("$75M/y", dropbox.format(COST_PER_YEAR, 4)),
                printed("$2.38/s", dropbox.format(COST_PER_SECOND)),
                printed("$8,562/h", dropbox.format(COST_PER_HOUR)),
                printed("$6.25M/month", dropbox.format(COST_PER_MONTH)),
                printed("$0.0000381/s", usd(100).per(MONTH).format(COST_PER_SECOND)),
                printed("$1,200.00/y", usd(100).per(MONTH).format(COST_PER_YEAR, 6)),
                printed(
                        "$4.9M/y ($3M … $8M)",
                        between(usd(3e6).per(YEAR), usd(8e6).per(YEAR)).format(COST_PER_YEAR, 2)),
                printed("135%", ratio(1.35).format(PERCENT)),
                printed("137.5%", ratio(1.375).format(PERCENT, 4)),
                printed("1,200%", ratio(12).format(PERCENT)),
                printed("155% (120 … 200)", between(ratio(1.2), ratio(2)).format(PERCENT)),
                printed("$0.0004 each", usd(0.4).per(thousand(1)).format(COST_EACH)),
                printed("$0.00000146/token", token.format(COST_EACH)),
                printed("$1.460/1M tokens", token.format(COST_PER_MILLION, 4)),
                printed("$0.005/1k", usd(0.005).per(thousand(1)).format(COST_PER_THOUSAND)),
                printed("$23/TB", usd(0.023).per(gb(1)).format(COST_PER_TB)),
                printed("$0.09/GB", usd(90).per(tb(1)).format(COST_PER_GB)),
                printed("1.2bn min", million(40).times(minutes(30)).format(MINUTES)),
                printed("30.84M h", hours(30.84e6).format(HOURS, 4)),
                printed("2,592,000 s", days(30).format(SECONDS, 7)),
                printed("1.25 PB/d", million(250).per(DAY).times(mb(5)).format(PB_PER_DAY)),
                printed("8.64 kB/d", count(5_760).per(DAY).times(bytes(1.5)).format(KB_PER_DAY)),
                printed("500 MB/d", thousand(100).per(DAY).times(kb(5)).format(MB_PER_DAY)),
                printed("11.6k req/s", perDay(1e9).format(PER_SECOND, 3)),
                printed("11,574 req/s", perDay(1e9).format(PER_SECOND, 5)),
                printed("2.16bn req/d", qps(25_000).format(PER_DAY, 3)),
                printed("10.0 PB", billion(10).times(mb(1)).format(3)),
                printed("6900 GB", tb(6.9).format(GB)),
                printed("362,880,000 MB", tb(362.88).format(MB, 9)));
    }

    /**
     * https://notes.takashiidobe.com/interviews/design/design-a-syncing-file-server; its 10 GB a user are 3 GB below.
     */
    static Stream<Arguments> syncedFiles() {
        Count users = million(500);
        Count writes = million(100).times(count(100, "write operations"));
        Qps rate = writes.per(DAY);
        Bytes kept = users.times(gb(3));
        Spending income = users.times(usd(5).per(MONTH).per(count(1)));
        return Stream.of(
                printed("10bn write operations", writes.toString()),
                printed("100k write operations/s", rate.format(1)),
                printed(
                        "10 GB/s",
                        rate.rounded(1, PER_SECOND, DOWN).times(kb(100)).format(GB_PER_SECOND)),
                printed("$120k", writes.times(30).times(usd(4).per(million(10))).toString()),
                printed("1.5 EB", kept.toString()),
                printed("1500 PB", kept.format(PB)),
                printed("4.5 EB", kept.times(3).toString()),
                printed(
                        "$30M/month",
                        kept.times(usd(0.02).per(gb(1)).per(MONTH)).format(COST_PER_MONTH)),
                printed(
                        "$6M/month",
                        kept.times(usd(0.004).per(gb(1)).per(MONTH)).format(COST_PER_MONTH)),
                printed("$2.5bn/month", income.format(COST_PER_MONTH)));
    }

    /** https://gemsofcoding.com/System-Design-Web-Crawler */
    static Stream<Arguments> crawler() {
        Count pages = count(1e9, "pages");
        Qps rate = pages.per(days(30)).rounded(1, PER_SECOND, HALF_UP);
        Bandwidth stored = pages.times(kb(500)).per(MONTH);
        return Stream.of(
                printed("400 pages/s", pages.per(days(30)).format(1)),
                printed("800 pages/s", rate.times(2).toString()),
                printed("500 TB/month", stored.format(TB_PER_MONTH)),
                printed("30 PB", stored.times(MONTH.times(12 * 5)).toString()));
    }

    /** https://legitlads.com/hub/tools/ai/ai-hardware/llm-serving-calculator: 50 requests/s of 500 tokens. */
    static Stream<Arguments> languageModel() {
        Qps output = qps(50).times(count(500, "tokens"));
        Bytes memory = gb(140).plus(qps(50).times(seconds(5)).times(gb(1.2)));
        return Stream.of(
                printed("25k tokens/s", output.format(PER_SECOND)),
                printed("10 GPUs", output.div(qps(2_500)).toCount("GPUs").toString()),
                printed("250", qps(50).times(seconds(5)).toString()),
                printed("440 GB", memory.toString()),
                printed("6 GPUs", memory.div(gb(80)).toCount("GPUs").ceil().toString()));
    }

    /** https://grafana.com/blog/2019/09/24/how-many-metrics-a-guide-to-estimating-the-size-of-your-system/ */
    static Stream<Arguments> metrics() {
        Count paid = count(3_000, "series");
        Spending price = usd(49).per(MONTH);
        return Stream.of(
                printed(
                        "2.8k data points/min",
                        count(700, "data points").per(seconds(15)).format(PER_MINUTE)),
                printed(
                        "1.8k data points/min",
                        count(300, "data points").per(seconds(10)).format(PER_MINUTE)),
                printed(
                        "10 servers",
                        paid.div(count(300, "series")).toCount("servers").toString()),
                printed(
                        "4 servers",
                        paid.div(count(700, "series"))
                                .toCount("servers")
                                .floor()
                                .toString()),
                printed(
                        "$0.0163/series-month ($0.0000224/h each)",
                        price.per(paid).toString()),
                printed(
                        "$12.25/month ($0.0168/h)",
                        price.div(count(4, "servers")).toString()));
    }

    @ParameterizedTest
    @MethodSource({"digits", "units", "syncedFiles", "crawler", "languageModel", "metrics"})
    void format_figure(String text, String printed) {
        assertThat(printed).isEqualTo(text);
    }
}
