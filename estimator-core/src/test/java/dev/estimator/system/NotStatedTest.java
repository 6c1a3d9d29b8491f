package dev.estimator.system;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.system.Step.async;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.latency.Latency;
import dev.estimator.quantity.Quantities;
import dev.estimator.report.DesignSheet;
import dev.estimator.report.Report;
import java.util.Arrays;
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
        String[] inWords = Arrays.stream(LINES)
                .map(line -> line.substring(0, line.indexOf(": say ")))
                .toArray(String[]::new);
        assertThat(Report.titled("Shop").architecture(system).page().json())
                .contains(inWords)
                .doesNotContain(": say ");
        assertThat(DesignSheet.titled("Shop").architecture(system).page().json())
                .contains(inWords)
                .doesNotContain(": say ");
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
