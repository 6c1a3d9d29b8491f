package dev.estimator.system;

import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.async;
import static dev.estimator.system.Step.retried;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Units;
import dev.estimator.report.DesignSheet;
import dev.estimator.report.Report;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was not stated is not silently nothing. */
class NotStatedTest {
    private static final Component EDGE =
            Component.named("edge").latency(Latency.of(ms(9))).up(percentUp(99.9));
    private static final Component API = Component.named("api")
            .price(usd(0.5).per(Quantities.HOUR))
            .upPerInstance(percentUp(99))
            .zones(3, 1);
    private static final Component STORE =
            Component.named("store").serviceTime(ms(4), count(4)).instances(count(2));
    private static final Component MAIL = Component.named("mail");

    private static final UseCase BROWSE =
            UseCase.read("browse", qps(40), qps(90), EDGE.receiving(kb(7)).calling(API.calling(STORE)));
    private static final UseCase ORDER = UseCase.write("order", qps(3), qps(5), API.calling(STORE, async(MAIL)));

    private static final String[] LINES = {
        "instances of api, counted as one: say instances(...) or a limit such as serviceTime(...)",
        "time of a visit of api, counted as none: say serviceTime(...) or latency(...)",
        "availability of store, counted as always up: say upPerInstance(...) or up(...)",
        "availability of the zones of api, counted as always up: say zones(...) of the system",
        "price of edge, store, mail, left out of the cost: say price(...)",
        "size of what is sent and returned for order, left out of bandwidths: say sending(...) or" + " receiving(...)"
    };

    @Test
    void notStated_ofEachTopic() {
        Architecture system = Architecture.of(BROWSE, ORDER);
        assertThat(system.notStated()).containsExactly(LINES);
        assertThat(system.toString()).contains(LINES).contains("\nnot stated: instances of api, counted");
        List<String> onPages = Stream.of(LINES)
                .map(line -> line.replaceFirst(": say .*", "\""))
                .toList();
        assertThat(Report.titled("Shop").architecture(system).page().json()).contains(onPages);
        assertThat(DesignSheet.titled("Shop").architecture(system).page().json())
                .contains(onPages);
    }

    /** Nobody asked for what no part has. */
    @Test
    void notStated_ofNoneOrAll() {
        assertThat(Architecture.of(UseCase.read("read", qps(1), qps(2), STORE)).notStated())
                .isEmpty();
        Component all = API.requestsPerInstance(qps(70)).latency(Latency.of(ms(3)));
        assertThat(Architecture.of(UseCase.read("read", qps(1), qps(2), all))
                        .zones(percentUp(99.95))
                        .notStated())
                .isEmpty();
    }

    /** All that was not sent was 0 MB/s, and returned bytes cost $0. */
    @Test
    void bytes_ofNoSize() {
        Component paid = STORE.pricePerByte(usd(0.03).per(Quantities.gb(1)));
        Component limited = API.bandwidth(Quantities.gbitPerSecond(2));
        Architecture system = Architecture.of(UseCase.read(
                "read", qps(11), qps(23), EDGE.receiving(kb(7)).calling(limited.calling(paid.sending(kb(2))))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> system.load(EDGE).bytesIn())
                .withMessage("what goes into edge must have a size: say sending(...) of its visits or receiving(...) of"
                        + " those it calls");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> system.load(STORE).bytesOut())
                .withMessage("what goes out of store must have a size: say receiving(...) of its visits or sending(...)"
                        + " of those it calls");
        assertThat(system.load(EDGE).bytesOut().format(Units.KB_PER_SECOND)).isEqualTo("161 kB/s");
        assertThat(system.flows().get(0).sent()).isEmpty();
        assertThat(system.flows().get(2).sent()).hasToString("Optional[46 kB/s (368 kbit/s)]");
        assertThat(system.notStated())
                .contains(
                        "size of what is returned by store, left out of its price per byte returned: say receiving(...)",
                        "size of what is sent and returned for read (to api), left out of bandwidths: say sending(...)"
                                + " or receiving(...)");
    }

    /** The bandwidth of the arrow is a part of the whole, and looked like all of it. */
    @Test
    void bytes_ofOneDirectionInOneUseCase() {
        UseCase ask = UseCase.write("ask", qps(7), qps(19), STORE.sending(kb(6)).receiving(kb(3)));
        UseCase open = UseCase.read("open", qps(11), qps(23), STORE.receiving(kb(40)));
        assertThat(Architecture.of(ask, open).notStated())
                .containsExactly("size of what is sent for open (to store), left out of bandwidths: say sending(...)");
        assertThat(Architecture.of(ask, open).flows().get(0).sent()).hasToString("Optional[114 kB/s (912 kbit/s)]");
        UseCase send = UseCase.write("send", qps(5), qps(6), STORE.sending(kb(2)));
        assertThat(Architecture.of(open, send).notStated())
                .containsExactly(
                        "size of what is sent for open (to store), left out of bandwidths: say sending(...)",
                        "size of what is returned for send (to store), left out of bandwidths: say receiving(...)");
        UseCase none =
                UseCase.read("open", qps(11), qps(23), STORE.receiving(kb(40)).sending(Quantities.bytes(0)));
        assertThat(Architecture.of(ask, none).notStated()).isEmpty();
    }

    /** Of another call nobody says it, of the same another visit does, and a use case of no size is named as such. */
    @Test
    void bytes_ofOneDirectionInAllUseCases() {
        UseCase ask = UseCase.write("ask", qps(7), qps(19), API.calling(STORE.sending(kb(6))));
        UseCase open = UseCase.read("open", qps(11), qps(23), STORE.receiving(kb(40)));
        assertThat(sizes(ask, open)).isEmpty();
        UseCase both =
                UseCase.write("put", qps(2), qps(3), Step.inSequence(STORE.sending(kb(1)), STORE.receiving(kb(2))));
        assertThat(sizes(both, open))
                .containsExactly("size of what is sent for open (to store), left out of bandwidths");
        UseCase drop = UseCase.write("drop", qps(1), qps(4), STORE);
        assertThat(sizes(both, drop))
                .containsExactly("size of what is sent and returned for drop, left out of bandwidths");
        UseCase part = UseCase.write("drop", qps(1), qps(4), Step.inSequence(STORE, MAIL.sending(kb(5))));
        assertThat(sizes(both, part))
                .containsExactly("size of what is sent and returned for drop (to store), left out of bandwidths");
        assertThat(sizes(open, part))
                .containsExactly("size of what is returned for drop (to store), left out of bandwidths");
    }

    private static List<String> sizes(UseCase... useCases) {
        return Architecture.of(useCases).notStated().stream()
                .filter(line -> line.startsWith("size"))
                .map(line -> line.replaceFirst(": say .*", ""))
                .toList();
    }

    /** Nothing is a size, too. */
    @Test
    void bytes_ofSizeZero() {
        Architecture system =
                Architecture.of(UseCase.read("read", qps(11), qps(23), STORE.receiving(Quantities.bytes(0))));
        assertThat(system.load(STORE).bytesOut()).hasToString("0 B/s (0 bit/s)");
        assertThat(system.notStated()).isEmpty();
    }

    @Test
    void bytes_acrossZonesOfNoSize() {
        Component store = STORE.zones(3, 1);
        Architecture system = Architecture.of(UseCase.read("read", qps(11), qps(23), API.calling(store)));
        assertThat(system.pricePerByteAcrossZones(usd(0.02).per(Quantities.gb(1)))
                        .notStated())
                .contains("size of what is sent and returned for read, left out of bandwidths and of the price across"
                        + " zones: say sending(...) or receiving(...)");
    }

    /** What a write leaves in a log is kept, too. */
    @Test
    void data_thatIsLogged() {
        Component store = STORE.writes("posts", kb(5), Quantities.days(30));
        Component logged = MAIL.logs("raw pings", Quantities.bytes(40), Quantities.days(7));
        Architecture system = Architecture.of(
                UseCase.write("post", qps(3), qps(5), store),
                UseCase.write("ping", qps(2), qps(4), logged),
                UseCase.write("pay", qps(1), qps(6), API));
        assertThat(system.notStated()).contains("data kept for pay, left out of what is stored: say writes(...)");
    }

    @Test
    void data_thatIsNotKeptOrHasNoPrice() {
        Component store = STORE.price(usd(0.7).per(Quantities.HOUR)).writes("posts", kb(5), Quantities.days(30));
        UseCase post = UseCase.write("post", qps(3), qps(5), store);
        Architecture system = Architecture.of(post, UseCase.write("pay", qps(2), qps(4), MAIL));
        assertThat(system.notStated())
                .contains(
                        "price of stored data of store, taken as included in other prices: say charge(\"storage\","
                                + " tb(5).times(usd(0.023).per(gb(1)).per(MONTH)))",
                        "data kept for pay, left out of what is stored: say writes(...)");
        Component charged = store.charge("disk", usd(9).per(MONTH));
        assertThat(Architecture.of(UseCase.write("post", qps(3), qps(5), charged))
                        .notStated())
                .isEmpty();
    }

    /** They hold a thread for no time. */
    @Test
    void threads_ofNoTime() {
        Component gateway = Component.named("gateway").threads(count(40));
        assertThat(Architecture.of(UseCase.read("read", qps(11), qps(23), gateway))
                        .notStated())
                .containsExactly("time of a visit of gateway, counted as none: say serviceTime(...) or latency(...)");
    }

    /** It was '0 ÷ 0 has no answer'. */
    @Test
    void utilization_ofNoVisits() {
        Component backup = Component.named("backup").serviceTime(ms(20), count(2));
        Architecture system = Architecture.of(UseCase.read("read", qps(40), qps(77), Step.anyOf(STORE, backup)));
        assertThat(system.load(backup).utilization()).hasToString("0%");
        assertThat(system.load(backup).utilization("workers")).hasToString("0%");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> system.load(backup).headroom())
                .withMessage("the headroom of backup has no end: no traffic fills it");
        // 77 × 0.02 ÷ (2 workers × 2 instances)
        assertThat(system.without(STORE).load(backup).utilization().value()).isEqualTo(0.385);
    }

    /** It was 0, as if there were room. */
    @Test
    void utilization_ofNoLimit() {
        Load mail =
                Architecture.of(UseCase.read("read", qps(11), qps(23), MAIL)).load(MAIL);
        String words = "mail must be limited: say serviceTime(...), requestsPerInstance(...) or another limit";
        assertThatIllegalArgumentException().isThrownBy(mail::utilization).withMessage(words);
        assertThatIllegalArgumentException().isThrownBy(mail::headroom).withMessage(words);
    }

    /** It was 0 s. */
    @Test
    void mean_ofNoTime() {
        Architecture system = Architecture.of(UseCase.read("read", qps(1), qps(2), MAIL.calling(API)));
        assertThat(system.toString()).containsPattern("read +1 req/s +2 req/s +– +– +99%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> system.mean("read"))
                .withMessageContaining("useCase must take time but 'read' has no component with a service time");
    }

    /** $0.5 an hour for 43 requests a second: $0.5 ÷ 154,800. */
    @Test
    void costPerRequest_saysOfWhat() {
        Architecture system = Architecture.of(BROWSE, ORDER);
        assertThat(system.toString()).contains("; $3.23/1M requests, all use cases together");
        assertThat(system.costPerRequest().name()).isEqualTo("cost per request, all use cases together");
        assertThat(Architecture.of(BROWSE).toString()).endsWith("requests").doesNotContain("together");
    }

    /** They are paid for, and a table without them would look like one. */
    @Test
    void instances_statedWithoutALimit() {
        Architecture system = Architecture.of(UseCase.read("read", qps(1), qps(2), API.instances(count(17))));
        assertThat(system.toString()).containsPattern("api +2 req/s +17 +–");
        assertThat(Report.titled("Shop").architecture(system).page().text()).containsPattern("api +2 req/s +17 +–");
        assertThat(system.zones(percentUp(99.95)).notStated()).isEmpty();
    }

    /** It is down as soon as the first zone is lost, which nobody said. */
    @Test
    void zones_ofOneWithoutInASystemWithZones() {
        Component archiver = Component.named("archiver")
                .serviceTime(ms(4), count(4))
                .instances(count(3))
                .upPerInstance(percentUp(99.5));
        Component other = Component.named("other").serviceTime(ms(4), count(4)).up(percentUp(99.9));
        Architecture system = archived(archiver, other);
        assertThat(system.notStated()).isEmpty();
        assertThat(system.zones(percentUp(99.9)).notStated())
                .containsExactly("zones of archiver, taken to stand in the first: say zones(...)");
        Architecture lost = system.zones(percentUp(99.9)).afterZoneLoss();
        String line = "zones of archiver, taken to stand in the first, which is lost, and so down";
        assertThat(lost.notStated()).containsExactly(line + ": say zones(...)");
        assertThat(lost.afterZoneLoss().notStated()).isEqualTo(lost.notStated());
        assertThat(lost.toString()).contains("not stated: " + line + ": say");
        assertThat(Report.titled("Archive").architecture(lost).page().text()).contains(line + "\n");
        assertThat(system.zones(percentUp(99.9)).without(archiver).notStated()).isEmpty();
        Architecture stated = archived(archiver.zones(1, 0), other).zones(percentUp(99.9));
        assertThat(stated.notStated()).isEmpty();
        assertThat(stated.afterZoneLoss().notStated()).isEmpty();
        Architecture spread = archived(archiver.zones(2, 1), other).zones(percentUp(99.9));
        assertThat(spread.notStated()).isEmpty();
        assertThat(spread.afterZoneLoss().notStated()).isEmpty();
    }

    private static Architecture archived(Component archiver, Component other) {
        return Architecture.of(UseCase.write("archive", qps(1), qps(2), other.calling(archiver)));
    }

    /** A charge that is called as its component is named once. */
    @Test
    void charge_ofTheNameOfItsComponent() {
        Count users = assume("users", count(2_000));
        Qps rate = users.times(ratio(5)).per(HOUR);
        Component log = Component.named("event log")
                .serviceTime(ms(144), count(4))
                .instances(count(4))
                .needs("event log", kb(400).times(users.toRatio()), mb(250));
        assertThat(Architecture.of(UseCase.read("ask", rate, rate, log)).notStated())
                .singleElement()
                .asString()
                .startsWith("growth of event log, taken as fixed");
    }

    /** What a fallback keeps is paid for whether it is visited or not. */
    @Test
    void charge_ofFallback() {
        Count users = assume("users", count(2_000));
        Qps rate = users.times(ratio(5)).per(HOUR);
        Component archive = Component.named("archive")
                .latency(Latency.exponential(ms(70)))
                .charge(
                        "objects",
                        gb(3).times(users.toRatio()).times(usd(0.02).per(gb(1)).per(MONTH)));
        Component store =
                Component.named("store").serviceTime(ms(144), count(4)).instances(count(4));
        Architecture system = Architecture.of(UseCase.read("ask", rate, rate, anyOf(store, archive)));
        assertThat(system.load(archive).takenAsFixed()).containsExactly("objects");
        assertThat(system.notStated())
                .contains(
                        "growth of objects of archive, taken as fixed though it follows from users, as the traffic does:"
                                + " say load(archive).cost().given(\"users\", ...), or largest(...) of it, where you would say"
                                + " times(...) or headroom()");
    }

    /**
     * 2,000 users × 400 kB are 800 MB of 10 × 100 MB, so that 2,500 users fill it; 2,000 × 5 an hour keep 16 workers
     * 10,000 ÷ 3,600 × 0.144 ÷ 16 = 2.5 % busy, so that workers alone would carry 40 times as much.
     */
    @Test
    void needs_thatFollowFromWhatTheTrafficFollowsFrom() {
        Count users = assume("users", count(2_000));
        Qps rate = users.times(ratio(5)).per(HOUR);
        Component store = Component.named("store")
                .serviceTime(ms(144), count(4))
                .instances(count(4))
                .needs("sessions", kb(400).times(users.toRatio()), mb(250))
                .needs("index", gb(3), gb(2));
        Architecture system = Architecture.of(UseCase.read("ask", rate, rate, store));
        Load load = system.load(store);
        assertThat(load.fixed()).containsExactly("sessions", "index");
        assertThat(load.takenAsFixed()).containsExactly("sessions");
        assertThat(load.utilization("sessions").given(users, count(6_000)).value())
                .isCloseTo(2.4, within(1e-12));
        assertThat(system.times(ratio(3)).load(store).utilization("sessions").value())
                .isCloseTo(0.8, within(1e-12));
        assertThat(system.headroom().value()).isCloseTo(40, within(1e-9));
        assertThat(largest(users).suchThat(system.fits()).toString()).startsWith("users can be 2,500 at most");
        String line = "growth of sessions of store, taken as fixed though it follows from users, as the traffic does";
        assertThat(system.notStated())
                .containsExactly(line + ": say load(store).utilization(\"sessions\").given(\"users\", ...), or"
                        + " largest(...) of it, where you would say times(...) or headroom()");
        assertThat(system.toString())
                .contains("\nfirst full: store (workers) at ×40 the traffic; taken as fixed: sessions of store");
        assertThat(system.toString()).contains("sessions 80%, workers 2.5%");
        String page = Report.titled("Ask").architecture(system).page().text();
        assertThat(page)
                .contains("sessions 80%, workers 2.5%")
                .contains("What is full first\n  store (workers) at ×40; taken as fixed: sessions of store\n", line)
                .doesNotContain("What is taken as fixed");
        assertThat(SystemScenarios.of(system)
                        .with("twice", s -> s.times(ratio(2)))
                        .toString())
                .endsWith("\ntaken as fixed: sessions of store");
        Component other = Component.named("other").needs("files", kb(7).times(users.toRatio()), gb(3));
        Architecture both = Architecture.of(UseCase.read("ask", rate, rate, store.calling(other)));
        assertThat(SystemScenarios.of(both)
                        .with("store down", s -> s.without(store))
                        .with("other down", s -> s.without(other))
                        .toString())
                .containsOnlyOnce("taken as fixed")
                .endsWith("\ntaken as fixed: sessions of store, files of other");
        assertThat(system.without(store).toString()).doesNotContain("taken as fixed");
        assertThat(Report.titled("Ask")
                        .architecture(system.without(store))
                        .page()
                        .text())
                .doesNotContain("taken as fixed");
        // of three times the users it is too small, and not whatever the traffic
        Count more = assume("users", count(6_000));
        Qps moreOften = more.times(ratio(5)).per(HOUR);
        Component full = store.needs("sessions", kb(400).times(more.toRatio()), mb(250));
        assertThat(Architecture.of(UseCase.read("ask", moreOften, moreOften, full))
                        .toString())
                .contains("too small: store (sessions) is 240% full\n");
    }

    /** What is needed of another assumption, or of a number, is as fixed as it is taken. */
    @Test
    void needs_ofTheirOwn() {
        Count users = assume("users", count(2_000));
        Count topics = assume("topics", count(90));
        Qps rate = users.times(ratio(5)).per(HOUR);
        Component store = STORE.needs("memory", kb(400).times(topics.toRatio()), gb(1));
        Architecture system = Architecture.of(UseCase.read("ask", rate, rate, store));
        assertThat(system.load(store).takenAsFixed()).isEmpty();
        assertThat(system.notStated()).isEmpty();
    }

    /** It was 'up 1 − 9.5e-18', which nobody can promise where zones fail. */
    @Test
    void up_ofMoreNinesThanAnyoneCounts() {
        Component store = STORE.instances(count(9)).zones(3, 1).upPerInstance(percentUp(99.5));
        Architecture system = Architecture.of(UseCase.read("read", qps(11), qps(23), store));
        assertThat(system.toString())
                .containsPattern("store +23 req/s +9 .* over 99.9999%")
                .doesNotContain("1 − ");
        assertThat(Report.titled("Read").architecture(system).page().text())
                .containsPattern("store +23 req/s +9 .* over 99.9999%");
        String line = "availability of the zones of store, counted as always up: say zones(...) of the system";
        assertThat(system.notStated()).containsExactly(line);
        assertThat(system.zones(percentUp(99.9)).notStated()).isEmpty();
    }

    /** 23 requests a second × 4 ms ÷ (4 × 1 workers) are 2.3 %, of both. */
    @Test
    void firstFull_ofTwoTogether() {
        Component one = STORE.instances(count(1));
        Component other = Component.named("other").serviceTime(ms(4), count(4)).instances(count(1));
        Architecture system = Architecture.of(UseCase.read("read", qps(11), qps(23), one.calling(other)));
        assertThat(system.toString()).contains("first full: store (workers) and other (workers) at ×43.5 the traffic");
        assertThat(Report.titled("Read").architecture(system).page().text())
                .contains("  store (workers) and other (workers) at ×43.5\n");
    }

    /** Three are full together, and the fourth is next. */
    @Test
    void firstFull_ofThreeTogether() {
        Component one = STORE.instances(count(1));
        Component other = Component.named("other").serviceTime(ms(4), count(4)).instances(count(1));
        Component third = Component.named("third").serviceTime(ms(2), count(2)).instances(count(1));
        Component next = Component.named("next").serviceTime(ms(5), count(10)).instances(count(1));
        Architecture system = Architecture.of(UseCase.read("read", qps(11), qps(23), one.calling(other, next, third)));
        String three = "store (workers), other (workers) and third (workers) at ×43.5";
        assertThat(system.toString())
                .contains("first full: " + three + " the traffic, then next (workers) at ×87 the traffic");
        assertThat(Report.titled("Read").architecture(system).page().text())
                .contains("  " + three + ", then next (workers) at ×87\n");
    }

    /** A guard that is down was called first, and the whole load of what lies behind it stayed without a word. */
    @Test
    void served_whereTheFirstIsDown() {
        Component guard = Component.named("guard").latency(Latency.of(ms(1)));
        UseCase chat = UseCase.read("chat", qps(11), qps(23), Step.inSequence(guard, STORE));
        UseCase page = UseCase.read("page", qps(5), qps(7), STORE);
        String still = "; what fails still loads what it would visit afterwards";
        Architecture system = Architecture.of(chat, page);
        assertThat(system.notServed()).isEmpty();
        assertThat(system.without(guard).load(STORE).peak()).hasToString("30 req/s");
        assertThat(system.without(guard).notServed()).isEqualTo("served at peak: chat 0%" + still);
        assertThat(system.without(guard).toString()).contains("\nserved at peak: chat 0%" + still);
        assertThat(Report.titled("Chat")
                        .architecture(system.without(guard))
                        .page()
                        .text()
                        .replaceAll("\\s+", " "))
                .contains(" What is served served at peak: chat 0%" + still);
        assertThat(Architecture.of(UseCase.read("read", qps(11), qps(4_000), STORE))
                        .notServed())
                .isEqualTo("served at peak: read 50%");
    }

    /** The fallback of one use case was told of what another refuses that has none. */
    @Test
    void served_besideAFallbackOfOthers() {
        Component full = Component.named("full").requestsPerInstance(qps(10)).instances(count(2));
        UseCase alone = UseCase.read("alone", qps(11), qps(50), full);
        UseCase other = UseCase.read("other", qps(3), qps(7), anyOf(STORE, MAIL));
        String served = "served at peak: alone 40%";
        assertThat(Architecture.of(alone, other).notServed()).isEqualTo(served);
        assertThat(Report.titled("Two")
                        .architecture(Architecture.of(alone, other))
                        .page()
                        .text())
                .contains(served + "\n");
        String more = "; a fallback takes over what is down, not what is refused";
        UseCase replaced = UseCase.read("alone", qps(11), qps(50), anyOf(full, MAIL));
        assertThat(Architecture.of(replaced, other).notServed()).isEqualTo(served + more);
        UseCase behind = UseCase.read("alone", qps(11), qps(50), Step.inSequence(full, anyOf(STORE, MAIL)));
        assertThat(Architecture.of(behind).notServed()).isEqualTo(served);
        UseCase both = UseCase.read("alone", qps(11), qps(50), anyOf(STORE.calling(full), MAIL.calling(full)));
        assertThat(Architecture.of(both).notServed()).isEqualTo(served);
        UseCase some = UseCase.read("alone", qps(11), qps(50), anyOf(Step.sometimes(percent(60), full), MAIL));
        assertThat(Architecture.of(some).notServed()).isEqualTo("served at peak: alone 80%" + more);
    }

    /** An average of none has no cost per request, and the system was not printed. */
    @Test
    void cost_ofNoRequestsOnAverage() {
        Architecture system = Architecture.of(UseCase.read("night", qps(0), qps(10), STORE.price(usd(30).per(MONTH))));
        assertThat(system.toString()).endsWith("cost: $60/month");
        assertThat(Report.titled("Night").architecture(system).toString())
                .contains("$60/month")
                .doesNotContain("cost per request");
        assertThat(DesignSheet.titled("Night").architecture(system).toString())
                .contains("$60/month")
                .doesNotContain("cost per request");
    }

    /** 'disk of db' was read as 'disk of db of db' where it was taken as fixed, and not where its growth was told. */
    @Test
    void fixed_saysWhoseItIsOnce() {
        var users = assume("users", million(3));
        Component db = Component.named("db")
                .needs("db memory", users.times(kb(2)), gb(7))
                .needs("disk of db", users.times(kb(5)), gb(11))
                .needs("files", users.times(kb(13)), gb(17));
        UseCase read =
                UseCase.read("read", users.per(DAY), users.times(count(2)).per(DAY), db);
        String fixed = "taken as fixed: db memory, disk of db, files of db";
        Architecture system = Architecture.of(read);
        assertThat(system.toString()).endsWith("\n" + fixed);
        assertThat(Report.titled("Read").architecture(system).page().text())
                .contains("What is taken as fixed when traffic grows\n  " + fixed + "\n");
        assertThat(DesignSheet.titled("Read").architecture(system).toString()).contains(fixed + "\n");
    }

    /** The table of a sheet had the clock of whoever typed the rate, beside rates without one. */
    @Test
    void rates_asOnTheScreen() {
        UseCase typed = UseCase.read("view", million(1).per(DAY), million(3).per(DAY), STORE);
        UseCase assumed = UseCase.read(
                "list",
                assume("lists", million(2).per(DAY)),
                assume("most", million(5).per(DAY)),
                STORE);
        Architecture system = Architecture.of(typed, assumed);
        assertThat(Report.titled("Read")
                        .architecture(Architecture.of(typed))
                        .page()
                        .text())
                .containsPattern("store +35 req/s")
                .contains("clients → store  35 req/s");
        assertThat(system.toString())
                .containsPattern("view +12 req/s +35 req/s")
                .containsPattern("list +23 req/s +58 req/s");
        for (String page : List.of(
                DesignSheet.titled("Read").architecture(system).toString(),
                Report.titled("Read").architecture(system).page().text())) {
            assertThat(page).containsPattern("view +12 req/s +35 req/s").containsPattern("list +23 req/s +58 req/s");
        }
    }

    /** What nobody visits was 'assumed b rate = 0 req/s', and what was assumed as zero could not be asked for. */
    @Test
    void visits_thatNobodyMakesAreNoAssumption() {
        Component paid = MAIL.requestsPerInstance(qps(40)).pricePerRequest(usd(3).per(count(1_000)));
        Architecture idle = Architecture.of(UseCase.read("read", qps(11), qps(23), anyOf(STORE, paid)));
        assertThat(idle.load(MAIL).rate().explain().toString()).doesNotContain("0 req/s");
        Component one = paid.instances(count(1));
        Architecture stated = Architecture.of(UseCase.read("read", qps(11), qps(23), anyOf(STORE, one)));
        assertThat(stated.load(one).utilization().explain().toString()).doesNotContain("mail peak\n", "mail peak =");
        for (String page : List.of(
                DesignSheet.titled("Read").architecture(idle).toString(),
                Report.titled("Read").architecture(idle).toString())) {
            assertThat(page).doesNotContain("mail peak ", "mail rate ");
        }
        var rate = assume("browse rate", qps(0));
        Component kept = paid.logs("log", kb(3), days(7));
        Architecture shop = Architecture.of(UseCase.read("browse", rate, qps(90), kept));
        assertThat(shop.cost().given("browse rate", qps(50)).times(DAY)).hasToString("$13k");
        assertThat(shop.load(kept).stored("log").given("browse rate", qps(50))).hasToString("91 GB");
    }

    /** Of what is down the page says all that the prompt says: that nobody is served. */
    @Test
    void served_whereNothingIsFull() {
        Architecture system =
                Architecture.of(UseCase.read("browse", qps(11), qps(23), STORE)).without(STORE);
        assertThat(system.toString()).contains("served at peak: browse 0%");
        assertThat(Report.titled("Read").architecture(system).page().text())
                .contains("What is served\n  served at peak: browse 0%");
        assertThat(DesignSheet.titled("Read").architecture(system).toString()).contains("served at peak: browse 0%");
    }

    /** A share or a factor does not grow as users do, and an unnamed range is named before it can be asked of. */
    @Test
    void growth_ofWhatCanBeAsked() {
        Count users = assume("users", count(2_000));
        var reads = assume("read share", percent(90));
        Qps rate = users.times(ratio(5)).per(HOUR).times(reads);
        Component one = STORE.needs("memory", kb(400).times(reads), gb(1));
        assertThat(Architecture.of(UseCase.read("ask", rate, rate, one)).notStated())
                .isEmpty();
        Component both = STORE.needs("memory", kb(400).times(users.toRatio()).times(reads), gb(1));
        assertThat(Architecture.of(UseCase.read("ask", rate, rate, both)).notStated())
                .singleElement(STRING)
                .contains("it follows from users, as")
                .doesNotContain("read share");
        Architecture charged = Architecture.of(UseCase.read(
                "ask", rate, rate, STORE.charge("seats", usd(3).per(MONTH).times(users.toRatio()))));
        assertThat(charged.notStated())
                .singleElement(STRING)
                .contains("say load(store).cost().given(\"users\", ...), or largest(...) of it,");
        assertThat(charged.load(STORE).cost().given("users", count(100)).times(MONTH))
                .hasToString("$300");

        Count unnamed = between(count(1_000), count(4_000));
        Qps open = unnamed.times(ratio(5)).per(HOUR);
        Component store = STORE.needs("memory", kb(100).times(unnamed.toRatio()), gb(1));
        assertThat(Architecture.of(UseCase.read("ask", open, open, store)).notStated())
                .singleElement(STRING)
                .contains("it follows from the same range, as the traffic does: say assume(\"...\", ...) of that range")
                .doesNotContain("given");
    }

    /** What is returned has a price, but nobody said how much that is. */
    @Test
    void cost_ofBytesOfNoSize() {
        Component cdn = Component.named("cdn")
                .latency(Latency.of(ms(9)))
                .pricePerByte(usd(0.05).per(gb(1)));
        Architecture system = Architecture.of(UseCase.read("read", qps(11), qps(23), cdn));
        assertThat(system.toString()).containsPattern("cdn .* –\n").doesNotContain("$0");
        assertThat(system.notStated())
                .containsExactly("size of what is returned by cdn, left out of its price per byte returned: say"
                        + " receiving(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> system.load(cdn).cost())
                .withMessage("cdn must return bytes to have a cost: say receiving(...) of its visits");
        // 11 × 2 MB for 2,628,000 s are 57,816 GB
        assertThat(Architecture.of(UseCase.read("read", qps(11), qps(23), cdn.receiving(mb(2))))
                        .cost()
                        .times(MONTH))
                .hasToString("$2.89k");
    }

    /** It read as if nobody had said a size, where one of two use cases has one. */
    @Test
    void cost_ofBytesOfNoSizeForSome() {
        Component bucket = Component.named("photo bucket")
                .latency(Latency.of(ms(9)))
                .pricePerByte(usd(0.05).per(gb(1)));
        UseCase photo = UseCase.read("photo", qps(11), qps(23), bucket.receiving(kb(55)));
        UseCase upload = UseCase.write("upload", qps(2), qps(5), bucket);
        assertThat(Architecture.of(photo, upload).notStated())
                .contains("size of what is returned by photo bucket for upload, left out of its price per byte"
                        + " returned: say receiving(...)");
        assertThat(Architecture.of(photo, upload, UseCase.write("copy", qps(1), qps(3), bucket))
                        .notStated())
                .anyMatch(line -> line.contains(" by photo bucket for upload and copy, "));
    }

    /** 4,000 requests a second are twice what 2 × 4 workers carry of 4 ms each; the fallback gets none of them. */
    @Test
    void served_besideAFallback() {
        String served = "served at peak: read 50%";
        String more = served + "; a fallback takes over what is down, not what is refused";
        UseCase read = UseCase.read("read", qps(11), qps(4_000), anyOf(STORE, MAIL));
        Architecture system = Architecture.of(read);
        assertThat(system.load(MAIL).peak()).hasToString("0 req/s");
        assertThat(system.toString()).endsWith(more);
        assertThat(Report.titled("Read").architecture(system).page().text().replaceAll("\\s+", " "))
                .contains(more);
        assertThat(Architecture.of(UseCase.read("read", qps(11), qps(4_000), STORE))
                        .toString())
                .endsWith(served);
        assertThat(Architecture.of(UseCase.read("read", qps(11), qps(40), anyOf(retried(2, percent(10), STORE), MAIL)))
                        .toString())
                .doesNotContain("a fallback");
    }

    /** Mail gets 1 % of the requests while the store is up, and all while it is down; what both call gets no more. */
    @Test
    void notStated_callsWhileOthersAreDown() {
        Component queue = Component.named("queue").latency(Latency.of(ms(1)));
        Architecture system = Architecture.of(UseCase.read(
                "read", qps(11), qps(40), anyOf(retried(2, percent(10), STORE.calling(queue)), MAIL.calling(queue))));
        String line = "calls of mail while others are down, left out of the rate";
        assertThat(system.load(MAIL).peak()).hasToString("0.4 req/s");
        assertThat(system.without(STORE).load(MAIL).peak()).hasToString("40 req/s");
        assertThat(system.notStated()).contains(line + ": ask without(...)");
        assertThat(Report.titled("Read").architecture(system).page().text()).contains(line + "\n");
        assertThat(Architecture.of(UseCase.read("read", qps(11), qps(40), anyOf(STORE, MAIL)))
                        .notStated())
                .noneMatch(each -> each.contains("down"));
    }

    /** The hint was 'load(trip store)', and of no limit 'must be one of []'; 7 M × 2 kB are two thirds of 3 × 7 GB. */
    @Test
    void names_thatAreNoJava() {
        Count users = assume("users", million(3));
        Component store = Component.named("trip store").needs("memory", users.times(kb(2)), gb(7));
        Architecture system =
                Architecture.of(UseCase.read("read", users.per(DAY), users.per(HOUR), store.calling(MAIL)));
        assertThat(system.notStated())
                .anyMatch(line -> line.contains(
                        ": say load(Component.named(\"trip store\")).utilization(\"memory\").given(\"users\", ...)"));
        assertThat(system.load(Component.named("trip store"))
                        .utilization("memory")
                        .given("users", million(7)))
                .hasToString("67%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> system.load(MAIL).utilization("workers"))
                .withMessage("mail is not limited by workers or anything else: say serviceTime(...),"
                        + " requestsPerInstance(...) or another limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> system.load(MAIL).stored("log"))
                .withMessage("mail keeps no log or anything else: say writes(...) or logs(...)");
    }

    @Test
    void sheet_saysThatItWasNotStated() {
        Architecture system = Architecture.of(BROWSE, ORDER);
        assertThat(DesignSheet.titled("Shop").architecture(system).toString())
                .contains("  not stated: availability of store, counted as always up\n");
    }

    /** 4,000 requests a second are twice what 2 × 4 workers carry of 4 ms each. */
    @Test
    void served_onThePage() {
        Architecture system = Architecture.of(UseCase.read("read", qps(11), qps(4_000), STORE));
        assertThat(system.toString()).contains("served at peak: read 50%");
        assertThat(Report.titled("Read").architecture(system).page().text()).contains("served at peak: read 50%");
    }

    /** It was 'fails' beside a table that shows 99.8 %. */
    @Test
    void limit_saysWhatWasFound() {
        Component pay = Component.named("pay").up(percentUp(99.7955));
        Architecture system = Architecture.of(UseCase.read("read", qps(11), qps(23), pay));
        var limit = limit(system.availability("read")).atLeast(percentUp(99.8));
        assertThat(limit).hasToString("read availability ≥ 99.8% (2.7 nines): fails, 99.795%");
        String text = Report.titled("Read")
                .fits(limit)
                .fits(limit(seconds(19.065).named("p99")).atMost(seconds(19.07)))
                .page()
                .text();
        assertThat(text)
                .containsPattern("read availability ≥ 99.8% \\(2.7 nines\\) +99.795% +fails")
                .containsPattern("p99 ≤ 19.07 s +19.065 s +holds")
                .containsPattern("availability of pay +99.7955%");
    }
}
