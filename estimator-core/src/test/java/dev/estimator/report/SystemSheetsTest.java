package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbPerSecond;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.inSequence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.Serial;
import dev.estimator.analysis.Growth;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Spending;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.SystemScenarios;
import dev.estimator.system.UseCase;
import org.junit.jupiter.api.Test;

/** What the tables of a system say of what they leave out, and in which words. */
class SystemSheetsTest {
    private static final Count USERS = assume("users", count(90_000));
    private static final Qps RATE = USERS.times(ratio(4)).per(HOUR);

    /** 90,000 × 50 MB are 4,500 GB, which are $90 a month. */
    private static final Spending STORAGE = usd(0.02).per(gb(1)).per(MONTH).times(mb(50).times(USERS.toRatio()));

    private static final Component OBJECTS = Component.named("object store").charge("storage", STORAGE);
    private static final Component API = Component.named("api")
            .serviceTime(ms(20), count(8))
            .needs("memory", gb(16), gb(64))
            .price(usd(0.5).per(HOUR));

    /** They were added at ×3 and ×10 as they are at ×1, without a word. */
    @Test
    void scale_ofCharges() {
        Architecture system = Architecture.of(UseCase.read("view", RATE, RATE, API.calling(OBJECTS)));
        assertThat(DesignSheet.titled("Clips").architecture(system).page().text())
                .contains("taken as they are now: memory of api, charge for storage of object store ($90/month)");
    }

    /**
     * 1,600 workers carry 1,600 ÷ 20 ms, while 55 ÷ 50 of the samples are too many already: that stood as '80k req/s',
     * as if they fitted.
     */
    @Test
    void carries_ofNeeds() {
        Component tsdb = Component.named("tsdb")
                .serviceTime(ms(20), count(32))
                .needs("samples", count(2_750_000, "samples").per(SECOND), qps(50_000))
                .needs("head memory", gb(300), gb(10))
                .instances(count(50));
        Component web = Component.named("web").requestsPerInstance(qps(500));
        Architecture system = Architecture.of(UseCase.read("query", qps(600), qps(900), web.calling(tsdb)));
        Page page = DesignSheet.titled("Metrics").architecture(system).page();
        String note =
                "'carries' is by what more traffic fills: tsdb (workers); taken as they are now: samples of tsdb,";
        assertThat(page.text()).containsPattern("tsdb +900 req/s +80k req/s").contains(note);
        assertThat(page.markdown())
                .containsPattern("\\| tsdb +\\| 900 req/s +\\| 80k req/s")
                .contains(note + " head memory of tsdb");
        assertThat(page.html()).contains("samples of tsdb, head memory of tsdb</");
        Architecture other = Architecture.of(UseCase.read("query", qps(600), qps(900), web));
        assertThat(DesignSheet.titled("Web").architecture(other).page().text()).doesNotContain("'carries' is");
    }

    /** Money that follows from users is as fixed under times(...) as memory that does. */
    @Test
    void takenAsFixed_ofCharges() {
        Architecture system = Architecture.of(UseCase.read("view", RATE, RATE, API.calling(OBJECTS)));
        assertThat(system.load(OBJECTS).takenAsFixed()).containsExactly("storage");
        assertThat(system.load(OBJECTS).charges()).containsOnlyKeys("storage");
        assertThat(Serial.roundTrip(system.load(OBJECTS).charges()))
                .hasToString(system.load(OBJECTS).charges().toString());
        assertThat(system.load(API).takenAsFixed()).isEmpty();
        assertThat(system.times(ratio(3)).toString())
                .containsPattern("first full: api .*; taken as fixed: storage of object store");
        assertThat(system.notStated())
                .contains("growth of storage of object store, taken as fixed though it follows from users, as the"
                        + " traffic does: say load(Component.named(\"object store\")).cost().given(\"users\", ...), or"
                        + " largest(...) of it, where you would say times(...) or"
                        + " headroom()");
        assertThat(Report.titled("Clips").architecture(system).page().text())
                .contains("taken as fixed: storage of object store");
        Architecture only = Architecture.of(UseCase.read("view", RATE, RATE, OBJECTS));
        assertThat(only.toString()).contains("\ntaken as fixed: storage of object store\n");
        Component licensed = OBJECTS.charge("storage", usd(700).per(MONTH));
        assertThat(Architecture.of(UseCase.read("view", RATE, RATE, licensed))
                        .load(licensed)
                        .takenAsFixed())
                .isEmpty();
    }

    /** 'store price per byte' stood beside 700 MB/s of an upload that nobody is charged for. */
    @Test
    void pricePerByte_ofUploads() {
        Component store = Component.named("store").pricePerByte(usd(0.01).per(gb(1)));
        Architecture upload = Architecture.of(
                UseCase.write("upload", qps(7), qps(14), store.sending(mb(50)).receiving(kb(2))));
        String line = "price of bytes sent to store, which has one only of bytes returned";
        assertThat(upload.notStated()).contains(line + ": say charge(...)");
        assertThat(Report.titled("Clips").architecture(upload).page().text())
                .contains("store price per byte returned", line);
        // where less is sent than returned nobody asks, nor where a charge is there
        Architecture download = Architecture.of(
                UseCase.read("watch", qps(7), qps(14), store.sending(kb(2)).receiving(mb(50))));
        assertThat(download.notStated()).isEmpty();
        Component charged = store.charge("uploads", usd(900).per(MONTH));
        assertThat(Architecture.of(UseCase.write(
                                "upload",
                                qps(7),
                                qps(14),
                                charged.sending(mb(50)).receiving(kb(2))))
                        .notStated())
                .isEmpty();
    }

    /** 'p99 209 ms' stood as if certain where the prompt says of it '209 ms (181 … 246)'. */
    @Test
    void p99_atTheBestGuess() {
        Component timed = Component.named("api")
                .serviceTime(between(ms(20), ms(30)), count(8))
                .instances(count(40));
        Architecture system = Architecture.of(UseCase.read("view", qps(90), qps(170), timed));
        String note = "p99 at the best guess of all inputs";
        assertThat(system.toString()).contains("\n" + note + "\n");
        assertThat(SystemScenarios.of(system).toString()).endsWith("\n" + note);
        Page page = Report.titled("Clips").architecture(system).page();
        assertThat(page.text().split(note, -1)).as("below both tables").hasSize(3);
        assertThat(page.markdown()).contains(note);
        assertThat(page.html()).contains(note);
        assertThat(DesignSheet.titled("Clips").architecture(system).page().text())
                .contains("p50 and " + note);
        Component certain = Component.named("api").serviceTime(ms(20), count(8)).instances(count(40));
        Architecture known = Architecture.of(UseCase.read("view", qps(90), qps(170), certain));
        assertThat(known.toString()).doesNotContain("best guess");
        assertThat(Report.titled("Clips").architecture(known).page().text()).doesNotContain("best guess");
    }

    /** 'egress ≤ 400 Gbit/s' stood beside 'found 46 GB/s (18 … 126)', and 'room for 400 Gbit/s' beside GB/s. */
    @Test
    void besideALimit_inBits() {
        Bandwidth egress =
                between(gbPerSecond(9), gbPerSecond(50)).times(ratio(2)).named("egress");
        Page page = Report.titled("Clips")
                .section("Answers", egress)
                .fits(limit(egress).atMost(gbitPerSecond(600)))
                .outlook(Growth.compound(percent(4), MONTH), egress, gbitPerSecond(1_100))
                .page();
        assertThat(page.text())
                .containsPattern("egress +42 GB/s \\(18 … 100\\)")
                .containsPattern("egress ≤ 600 Gbit/s +339 Gbit/s \\(144 … 800\\)")
                .containsPattern("now +339 Gbit/s \\(144 … 800\\)");
        String plot = page.html().substring(page.html().indexOf("<svg"));
        assertThat(plot.substring(0, plot.indexOf("</svg>")))
                .contains("room for 1,100 Gbit/s", "Gbit/s</text>")
                .doesNotContain("GB/s");
    }

    /**
     * It said '18 are needed for workers at 70% busy' of workers that are 0.1 % busy; three are there of each shard.
     */
    @Test
    void reason_ofShards() {
        Component db = Component.named("db")
                .serviceTime(ms(4), count(8))
                .shards(count(6), percent(21))
                .zones(3, 1)
                .upPerInstance(percentUp(99.8));
        Architecture system =
                Architecture.of(UseCase.read("view", qps(9), qps(20), db)).zones(percentUp(99.9));
        assertThat(whole(Report.titled("Clips")
                        .architecture(system.provisioned(95))
                        .page()))
                .contains("where 18 are needed: 6 shards, one instance in each of 3 zones)");
        assertThat(DesignSheet.titled("Clips").architecture(system).page().text())
                .contains("of each shard 1 of 3 is enough: db");
        Component inOneZone = Component.named("db").serviceTime(ms(4), count(8)).shards(count(6), percent(21));
        assertThat(whole(bought(20, inOneZone))).contains("where 6 are needed: 6 shards, one instance each)");
        Component whole = Component.named("db").serviceTime(ms(4), count(8)).zones(3, 1);
        assertThat(whole(bought(20, whole))).contains("where 3 are needed: one instance in each of 3 zones)");
        // 9,000 × 4 ms × 1.26 are 45.4 workers, of each shard 7.6, which are more than 70 % of 8
        assertThat(whole(bought(9_000, inOneZone)))
                .contains("where 12 are needed for workers of the hottest shard at 70%)");
    }

    private static Page bought(int peak, Component component) {
        Architecture system = Architecture.of(UseCase.read("view", qps(9), qps(peak), component));
        return Report.titled("Clips").architecture(system.provisioned(95)).page();
    }

    /** The text, without the ends of lines. */
    private static String whole(Page page) {
        return page.text().replaceAll("\\s+", " ");
    }

    /** 'watch mean 8.9 ms p99 40 ms up 0%', and money for requests of which none is answered. */
    @Test
    void down_hasNoFigures() {
        Component cdn = Component.named("cdn")
                .latency(Latency.of(ms(7)))
                .up(percentUp(99.9))
                .price(usd(3).per(HOUR));
        Component api = Component.named("api").latency(Latency.of(ms(11))).up(percentUp(99.8));
        Architecture system = Architecture.of(UseCase.read("watch", qps(9), qps(20), inSequence(api, cdn)));
        Architecture down = system.without(cdn);
        assertThat(system.toString()).containsPattern("watch +9 req/s +20 req/s +18 ms +18 ms ");
        assertThat(down.toString())
                .containsPattern("watch +9 req/s +20 req/s +– +– +0% +api, cdn\\n")
                .doesNotContain("requests");
        assertThat(Report.titled("Clips").architecture(down).page().text())
                .containsPattern("cdn +0 req/s +– +– +– +0% ")
                .containsPattern("watch +9 req/s +20 req/s +– +– +0% +api, cdn\\n")
                .doesNotContain("cost per request");
    }

    /** A component that stood in the lost zone had a p99 on the page, and three instances. */
    @Test
    void down_afterZoneLoss() {
        Component kafka = Component.named("kafka")
                .serviceTime(ms(2), count(4))
                .instances(count(3))
                .upPerInstance(percentUp(99.9));
        Component api =
                Component.named("api").serviceTime(ms(3), count(8)).zones(3, 1).upPerInstance(percentUp(99.8));
        Architecture left = Architecture.of(UseCase.write("post", qps(9), qps(20), api.calling(kafka)))
                .zones(percentUp(99.7))
                .provisioned(95)
                .afterZoneLoss();
        assertThat(left.toString()).containsPattern("post +9 req/s +20 req/s +– +– +0% +zone b, zone c, kafka\\n");
        assertThat(Report.titled("Clips").architecture(left).page().text())
                .containsPattern("kafka +0 req/s +– +– +– +0% ")
                .containsPattern("post +9 req/s +20 req/s +– +– +0% +zone b, zone c, kafka\\n");
        assertThat(SystemScenarios.of(Architecture.of(UseCase.read(
                                "post", qps(9), qps(20), Component.named("one").serviceTime(ms(5), count(1)))))
                        .toString())
                .contains("used at peak, of instances", "10% of 1\n");
    }
}
