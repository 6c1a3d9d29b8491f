package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages about a wait that is beyond every number where the rate is above 100 req/s. */
@SuppressWarnings("NullAway") // what is missing fails the test
class BeyondPageTest {
    private static final Value.Beyond OVERLOADED = new Value.Beyond(0.25, "overloaded");
    private static final Qps HALF = between(qps(40), qps(120));

    private static TimeSpan wait(Qps rate) {
        return ErlangC.of(assume("rate", rate), ms(10), count(1)).meanWait().named("wait");
    }

    /** In some cases, in most with a best guess beyond, with a p5 beyond, and in every case. */
    static List<TimeSpan> waits() {
        return List.of(
                wait(HALF),
                wait(between(qps(70), qps(160))),
                wait(between(qps(103), qps(160))),
                wait(uniform(qps(101), qps(160))));
    }

    private static Page page(TimeSpan wait) {
        return Report.titled("Queue")
                .section("Answers", wait, wait.p95().named("p95 of the wait"))
                .fits(limit(wait).atMost(ms(50)))
                .drivers(wait)
                .headline(wait)
                .page();
    }

    @ParameterizedTest
    @MethodSource("waits")
    void everyForm_hasWords_noInfinity(TimeSpan wait) {
        Page page = page(wait);
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
        for (String form : List.of(page.text(), page.markdown(), page.html(), page.csv(), page.json())) {
            assertThat(form)
                    .contains("beyond any number")
                    .doesNotContain("Infinity", "NaN", "∞", "no range", "9223372036854775807", "E308", "e308");
        }
    }

    @Test
    void text() {
        assertThat(page(wait(HALF)).text()).isEqualTo("""
                Queue
                ═════

                Answers
                  wait             p50 23 ms, p95 beyond any number: overloaded in 13.6% of cases
                  p95 of the wait  beyond any number

                Does it fit?
                  limit         found                                                           does it hold?
                  wait ≤ 50 ms  p50 23 ms, p95 beyond any number: overloaded in 13.6% of cases  fails: kept in 71%
                                                                   of cases, 95% needed

                Assumptions
                  service time     10 ms
                  servers          1
                  rate             69 req/s (40 … 120)
                  p95 of the wait  beyond any number

                Drivers: wait
                  rate  100% ████████████████████  6.7 ms … beyond any number
                  shares of the variance of the rank, for some cases are beyond any number

                Derivation: wait
                  wait  ▁▂▄▆▇███▇▆▅▅▄▃▃▂▂▂▁▁▁▁▁▁▁▁▁▁▁▁  p50 23 ms, p95 beyond any number: overloaded in 13.6% of
                  cases
                  load = rate × service time
                       = 69.28 req/s × 10 ms
                       = 0.6928 (0.4 … 1.2)
                  wait probability = Erlang C(servers, load)
                                   = Erlang C(1, 0.6928)
                                   = 69.28% (40% … 100%)
                  free servers = servers − min(load, servers)
                               = 1 − min(0.6928, 1)
                               = 0.3072 (0 … 0.6)
                  wait = service time × wait probability ÷ free servers
                       = 10 ms × 69.28% ÷ 0.3072
                       = p50 23 ms, p95 beyond any number: overloaded in 13.6% of cases""");
    }

    @Test
    void value_leavesOutWhatDoesNotExist() {
        Value value = answer(page(wait(HALF)), 0);
        assertThat(value.amount()).isCloseTo(0.022554, within(1e-6)); // 0.69282 ÷ 0.30718 × 10 ms
        assertThat(Objects.requireNonNull(value.spread()).p5()).isCloseTo(0.0066667, within(1e-5));
        assertThat(Objects.requireNonNull(value.spread()).p95()).isNull();
        assertThat(Objects.requireNonNull(value.spread()).mean()).isNull();
        assertThat(Objects.requireNonNull(value.beyond()).share()).isCloseTo(0.1359, within(0.001));
        assertThat(Objects.requireNonNull(value.beyond()).cause()).isEqualTo("overloaded");
        assertThat(value.main()).isEqualTo("p50 23 ms");
        assertThat(value.remark()).isEqualTo("p95 beyond any number: overloaded in 13.6% of cases");
    }

    @Test
    void value_plainAnswerBeyond() {
        Value value = answer(page(wait(HALF)), 1);
        assertThat(value.amount()).isNull();
        assertThat(value.spread()).isNull();
        assertThat(value.beyond()).isEqualTo(new Value.Beyond(1, ""));
        assertThat(value.main()).isEqualTo("beyond any number");
        assertThat(value.remark()).isEmpty();
    }

    /** Above 100 req/s are 4.520 % of cases: z above ln(100 ÷ √4950) ÷ (ln(99 ÷ 50) ÷ 3.2897) = 1.6933. */
    @Test
    void value_rareOverload_keepsItsRange() {
        Value value = answer(page(wait(between(qps(50), qps(99)))), 0);
        assertThat(Objects.requireNonNull(value.beyond()).share()).isCloseTo(0.0452, within(0.001));
        assertThat(value.main()).isEqualTo("24 ms");
        assertThat(value.remark()).startsWith("10 … ").contains(", overloaded in 4.5");
    }

    @Test
    void csv_hasShareAndCause() {
        assertThat(page(wait(HALF)).csv())
                .contains(
                        ",\"p50 23 ms, p95 beyond any number: overloaded in 13.6% of cases\",,0.1359044901678712,overloaded\r\n")
                .contains("Answers,answer,p95 of the wait,TimeSpan,s,,,,,,beyond any number,,1,\r\n");
    }

    @Test
    void json_refusesWhatIsLeftOutWithoutBeyond() {
        String json = page(wait(HALF)).json();
        assertThatThrownBy(() -> Page.fromJson(json.replaceAll("\"beyond\": \\{[^}]*},", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be given but is missing");
        assertThatThrownBy(() -> Page.fromJson(json.replace("\"amount\": 0.01", "\"amount\": 1e999")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Value.Beyond(0, "overloaded"))
                .hasMessage("share must be above 0 and at most 1 but was 0.0");
    }

    /** A store that carries 100 req/s and gets 40 to 120 is used up to 120 %, and its line has no end in some cases. */
    @Test
    void designSheet_overloaded() {
        Qps rate = assume("rate", HALF);
        var store = Component.named("store").serviceTime(ms(10), count(1)).instances(count(1));
        String text = DesignSheet.titled("Shop")
                .architecture(Architecture.of(UseCase.read("ask", rate, rate, store)))
                .page()
                .text();
        assertThat(text).contains("workers 69% (40 … 120)").contains("fails: kept in 86.4% of cases");
        assertThat(text).doesNotContain("Infinity", "NaN", "no range");
    }

    /** Charts leave out the points, the band and the limit that are no numbers; words and tables have them all. */
    @Test
    void charts_leaveOutWhatIsNoNumber() {
        Value some = new Value(
                "Bytes",
                "B",
                (Double) 3e12,
                new Value.Spread((Double) 1e12, 3e12, null, null, false),
                OVERLOADED,
                "3 TB, p95 beyond any number");
        Value none = new Value("Bytes", "B", null, null, OVERLOADED, "beyond any number");
        Value room = new Value("Bytes", "B", 7e12, null, "7 TB");
        for (Value limit : List.of(room, none)) {
            for (Value last : List.of(room, some, none)) {
                Page page = Pages.of(
                        new Outlook(
                                new Block.Answer("size", some),
                                limit,
                                "5% every month",
                                none,
                                "fits for ever",
                                List.of(
                                        new Outlook.Point("now", 0, some),
                                        new Outlook.Point("after 2 months", 61, last)),
                                null,
                                null),
                        new Block.Utilization(List.of(new Block.Usage("disk", none, room))),
                        new Block.Table(
                                "part",
                                List.of("some", "none", "nothing"),
                                List.of(new Block.Row(
                                        "store",
                                        List.of(new Block.Cell(some), new Block.Cell(none), new Block.Cell(null))))));
                for (String form : List.of(page.text(), page.markdown(), page.html(), page.csv(), page.json())) {
                    assertThat(form)
                            .contains("beyond any number")
                            .doesNotContain("Infinity", "NaN", "∞", "9223372036854775807", "E308", "e308", "Inf");
                }
                assertThat(Page.fromJson(page.json())).isEqualTo(page);
            }
        }
    }

    private static Value answer(Page page, int index) {
        Page.Section answers = page.sections().stream()
                .filter(section -> section.heading().equals("Answers"))
                .findFirst()
                .orElseThrow();
        return ((Block.Answers) answers.blocks().get(0)).answers().get(index).value();
    }
}
