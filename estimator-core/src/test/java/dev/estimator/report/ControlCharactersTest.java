package dev.estimator.report;

import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.estimator.analysis.Scenarios;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.Retries;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Characters that a terminal or a spreadsheet would obey reach no page: refused where something is named, shown
 * elsewhere.
 */
class ControlCharactersTest {
    /** All of Unicode's category Cc but tab and line breaks: U+0000 to U+001F and U+007F to U+009F. */
    static List<String> characters() {
        return IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7f, 0xa0))
                .filter(c -> c != '\t' && c != '\n' && c != '\r')
                .mapToObj(c -> String.valueOf((char) c))
                .toList();
    }

    /** In a page that came from elsewhere a name may hold anything. */
    @Test
    void page_everyForm() {
        Page page = Pages.everyKind("a" + String.join("[31m", characters()) + "b");
        Page again = Page.fromJson(page.json());
        assertThat(again).isEqualTo(page);
        for (String text : List.of(again.text(), again.markdown(), again.csv(), again.html())) {
            assertThat(text).doesNotContain(characters()).contains("[31m");
        }
        assertThat(again.coloredText(100).replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(again.text());
    }

    @ParameterizedTest
    @MethodSource("characters")
    void names_refused(String character) {
        String name = "a" + character + "b";
        Stream.<Runnable>of(
                        () -> assume(name, count(3)),
                        () -> assume("name", count(3), name),
                        () -> count(3).named(name),
                        () -> Report.titled(name),
                        () -> Report.titled("Page").section(name, count(3).named("three")),
                        () -> Report.titled("Page").note(name),
                        () -> new Retries.Layer(name, 3),
                        () -> Scenarios.compare(count(5), name, count(7)),
                        () -> Call.of(name, percentUp(99)))
                .forEach(call -> assertThatIllegalArgumentException()
                        .isThrownBy(call::run)
                        .withMessageEndingWith(" must be without control characters but was 'a\uFFFDb'"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> count(3, name))
                .withMessage("noun must be without control characters but was 'a\uFFFDb'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"po\nsts", "po\tsts", "posts\r", "posts\u2028"})
    void noun_oneLine(String noun) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> count(3, noun))
                .withMessageEndingWith("is not a noun: it has a line break or a control character");
    }

    /** A name of several lines stays one line where lines mean something. */
    @Test
    void explain_lineBreaks() {
        assertThat(assume("users\n  = 7", count(3), "plan\r\nof May").times(2).explain())
                .hasToString("""
                assumed
                  users = 7 = 3  (plan of May)
                calculated
                  count = users = 7 × 2
                        = 3 × 2
                        = 6""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+2", "+1", "-x", "@SUM(1)", "\t=1+2", "\r=1+2", "\n =1", " =1+2", "\r\n\t@x", "＝1+2"})
    void csv_formula(String name) {
        String csv = Pages.everyKind(name).csv();
        assertThat(csv).doesNotContainPattern(",\"?\\s*[=+@＝]");
        assertThat(csv).contains("'" + name);
    }
}
