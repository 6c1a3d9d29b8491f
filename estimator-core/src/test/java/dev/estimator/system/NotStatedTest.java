package dev.estimator.system;

import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.async;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.latency.Latency;
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
        assertThat(Architecture.of(UseCase.read("read", qps(1), qps(2), all)).notStated())
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
                        "size of what is returned by store, left out of its price per byte: say receiving(...)",
                        "size of what is sent and returned for read (to api), left out of bandwidths: say sending(...)"
                                + " or receiving(...)");
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

    @Test
    void data_thatIsNotKeptOrHasNoPrice() {
        Component store = STORE.price(usd(0.7).per(Quantities.HOUR)).writes("posts", kb(5), Quantities.days(30));
        UseCase post = UseCase.write("post", qps(3), qps(5), store);
        Architecture system = Architecture.of(post, UseCase.write("pay", qps(2), qps(4), MAIL));
        assertThat(system.notStated())
                .contains(
                        "price of the data kept by store, counted as part of its other prices: say charge(...)",
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
        assertThat(system.notStated()).isEmpty();
    }
}
