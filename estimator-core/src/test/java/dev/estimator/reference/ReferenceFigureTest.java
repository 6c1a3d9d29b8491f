package dev.estimator.reference;

import static dev.estimator.Near.assertNear;
import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.tib;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Units.GBIT_PER_SECOND;
import static dev.estimator.quantity.Units.MIB;
import static dev.estimator.quantity.Units.NANOSECONDS;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Rent;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.TimeSpan;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReferenceFigureTest {
    /** One of each type, in its unit. */
    @Test
    void typed_inTheirUnits() {
        assertNear(300, ReferenceFigures.get("syscall").timeSpan().to(NANOSECONDS));
        assertNear(145_551, ReferenceFigures.get("nginx-0k").qps().to(PER_SECOND));
        assertThat(ReferenceFigures.get("vm-hdd").bytes()).isEqualTo(tb(336));
        assertThat(ReferenceFigures.get("vm-max-ram").withoutRange().bytes()).isEqualTo(tib(24));
        assertNear(100, ReferenceFigures.get("nic").bandwidth().to(GBIT_PER_SECOND));
        assertNear(
                70,
                ReferenceFigures.get("ssd-rand-bw")
                        .bandwidth()
                        .times(Quantities.SECOND)
                        .to(MIB));
        assertThat(ReferenceFigures.get("redis-keys").count())
                .isEqualTo(count(250e6))
                .hasToString("250M keys");
        assertThat(ReferenceFigures.get("peak-second").ratio()).isEqualTo(ratio(26));
        assertThat(ReferenceFigures.get("hot-share").share()).isEqualTo(percent(20));
        assertThat(ReferenceFigures.get("usd-logs").money()).isEqualTo(Quantities.usd(0.5));
    }

    @Test
    void typed_asAnother() {
        assertRefused(() -> ReferenceFigures.get("ssd-rand").qps(), "'ssd-rand' is a TimeSpan: ask for timeSpan()");
        assertRefused(() -> ReferenceFigures.get("nic").bytes(), "'nic' is a Bandwidth: ask for bandwidth()");
        assertRefused(() -> ReferenceFigures.get("vm-hdd").bandwidth(), "'vm-hdd' is a Bytes: ask for bytes()");
        assertRefused(() -> ReferenceFigures.get("redis-ops").count(), "'redis-ops' is a Qps: ask for qps()");
        assertRefused(() -> ReferenceFigures.get("conns").timeSpan(), "'conns' is a Count: ask for count()");
        assertRefused(() -> ReferenceFigures.get("peak-2").share(), "'peak-2' is a Ratio: ask for ratio()");
        assertRefused(() -> ReferenceFigures.get("dau-mau").ratio(), "'dau-mau' is a Share: ask for share()");
        assertRefused(() -> ReferenceFigures.get("usd-cpu").ratio(), "'usd-cpu' is a Spending: ask for spending()");
        assertRefused(() -> ReferenceFigures.get("syscall").money(), "'syscall' is a TimeSpan: ask for timeSpan()");
    }

    /** The best guess is the value even if no source goes beyond it. */
    @Test
    void range_isThatOfTheCatalogue() {
        assertThat(ReferenceFigures.get("ssd-rand").timeSpan()).hasToString("100 µs (16 … 160)");
        assertThat(ReferenceFigures.get("nvme-iops").qps()).hasToString("1M req/s (0.05M … 1M)");
        assertThat(ReferenceFigures.get("app-server").qps()).hasToString("1k req/s (1k … 10k)");
        assertThat(ReferenceFigures.get("app-server").withoutRange().qps()).hasToString("1k req/s");
    }

    /** Half of it is below the value; nothing jumps from one figure to the next. */
    @Test
    void range_isContinuousAroundTheValue() {
        TimeSpan trip = ReferenceFigures.get("rtt-zone").timeSpan();
        assertNear(0.5, probabilityThat(trip).isAtMost(us(250)).share().value(), 1e-12);
        assertThat(probabilityThat(trip).isAtMost(us(251)).share()).isBetween(percent(50), percent(51));
    }

    /** 0.185 × 50,000 + 0.815 × 1,000,000. */
    @Test
    void range_ofAValueAtAnEndIsTheOneOrTheOther() {
        var operations = ReferenceFigures.get("nvme-iops").qps();
        assertNear(
                824_250,
                Simulation.of(operations).summary(operations).mean().value().to(PER_SECOND),
                1e-12);
        assertThat(operations.explain().toString()).endsWith("; the one or the other figure, nothing between them)");
    }

    /** Asked for twice it is one assumption, and one draw. */
    @Test
    void range_isOneDraw() {
        assertThat(ReferenceFigures.get("ssd-rand")
                        .timeSpan()
                        .div(ReferenceFigures.get("ssd-rand").timeSpan()))
                .hasToString("×1");
    }

    @Test
    void explain_namesItsSources() {
        assertThat(ReferenceFigures.get("ssd-rand")
                        .timeSpan()
                        .times(count(50))
                        .named("lookups")
                        .explain())
                .hasToString("""
                assumed
                  random read of 8 KiB from an SSD = 100 µs (16 … 160)  (Simon Eskildsen, napkin-math, 2026; also Jeff Dean, \
                Peter Norvig, Jonas Bonér 2012; Colin Scott 2020; Netflix 2026)
                calculated
                  lookups = random read of 8 KiB from an SSD × 50
                          = 100 µs × 50
                          = 5 ms (0.8 … 8)""");
    }

    @Test
    void explain_admitsCheatSheets() {
        assertThat(ReferenceFigures.get("dau-mau").share().explain()).hasToString("""
                assumed
                  daily among monthly active users = 50% (10% … 50%)  (Alex Xu; notes by Preslav Mihaylov, System Design \
                Interview, 2022; cheat sheets, not known to be measured; the one or the other figure, nothing \
                between them)""");
    }

    /** What is paid by the month says so: infracost/infracost #2800 has 5 TB for a year at $0.023, $1,380. */
    @Test
    void spendingAndRent_sayAMonth() {
        ReferenceFigure cpu = ReferenceFigures.get("usd-cpu").withoutRange();
        assertThat(cpu.spending()).asString().startsWith("$15/month");
        assertThat(cpu).asString().startsWith("usd-cpu: one vCPU for a month, on demand = 15 USD/month");
        Rent<Bytes> disk = ReferenceFigures.get("usd-blob").withoutRange().rent();
        assertThat(disk).hasToString("$0.02/GB-month");
        assertThat(tb(5).times(disk).times(Quantities.YEAR)).isEqualTo(Quantities.usd(1200));
        assertRefused(() -> ReferenceFigures.get("usd-ssd").money(), "'usd-ssd' is a Rent: ask for rent()");
    }

    /** A token a byte of memory bandwidth: 70 GB of parameters in 8 bits over 3.35 TB/s are 48 tokens a second. */
    @Test
    void gpusAndTokens() {
        assertThat(ReferenceFigures.get("llm-8b-h100").withoutRange().qps().to(PER_SECOND))
                .isEqualTo(15_245);
        assertThat(ReferenceFigures.get("gpu-h100-flops").qps().to(PER_SECOND)).isEqualTo(989e12);
        assertNear(
                3350.0 / 70,
                ReferenceFigures.get("gpu-h100-bw").bandwidth().div(gb(70)).to(PER_SECOND));
        assertThat(ReferenceFigures.get("llm-8b-alone").qps()).hasToString("75 tokens/s");
    }

    @Test
    void money_perWhatItBuys() {
        assertThat(ReferenceFigures.get("usd-region").money().per(gb(1)).times(tb(3)))
                .hasToString("$60");
    }

    @Test
    void toString_answers() {
        assertThat(ReferenceFigures.get("syscall"))
                .hasToString("syscall: system call = 300 ns, 2026 (Simon Eskildsen, napkin-math, 2026)");
        assertThat(ReferenceFigures.get("kafka-records"))
                .hasToString("kafka-records: Kafka, one producer, 100 B records, no replication = 821,557 record/s"
                        + " (421,823 … 821,557), 2014 (Jay Kreps, LinkedIn, Benchmarking Apache Kafka, 2014);"
                        + " 421 823 with three synchronous replicas");
        assertThat(ReferenceFigures.get("ratio-html").toString())
                .startsWith("ratio-html: compression ratio of HTML = 2.5 ratio (2 … 3), ");
        assertThat(ReferenceFigures.get("syscall").sources().get(0))
                .hasToString(
                        "Simon Eskildsen, napkin-math, base-rate tables, rows re-measured on a 48-vCPU cloud machine with"
                                + " local SSD, 2026, GitHub sirupsen/napkin-math, README.md, March 2026");
    }

    @Test
    void figures_inDisorder() {
        List<ReferenceFigure.Source> sources = ReferenceFigures.get("syscall").sources();
        assertRefused(
                () -> new ReferenceFigure("mine", "own", "measured", 5, 4, 6, "ns", 2026, sources, ""),
                "value of 'mine' must be from 5.0 to 6.0 but was 4.0");
        assertRefused(
                () -> new ReferenceFigure("mine", "own", "measured", 4, 5, 6, "ns", 2026, List.of(), ""),
                "sources of 'mine' must not be empty");
        assertThat(new ReferenceFigure("mine", "own", "measured", 4, 5, 5, "us", 2026, sources, "").timeSpan())
                .hasToString("5 µs (4 … 5)");
        assertThat(new ReferenceFigure("mine", "own", "measured", 5, 5, 5, "us", 2026, sources, "").timeSpan())
                .isEqualTo(us(5));
    }

    @Test
    void unit_unknown() {
        List<ReferenceFigure.Source> sources = ReferenceFigures.get("syscall").sources();
        assertThatThrownBy(() -> new ReferenceFigure("mine", "own", "measured", 5, 5, 5, "furlong", 2026, sources, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unit must be one of [")
                .hasMessageEndingWith("] but was 'furlong'");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
