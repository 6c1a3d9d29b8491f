package dev.estimator.report;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.estimator.analysis.Growth;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages whose JSON somebody changed: refused with the place, or pages that can be shown in every form. */
class JsonMutationTest {
    private static final List<JsonElement> OTHERS = Stream.of(
                    "null",
                    "true",
                    "-1",
                    "-1e-9",
                    "0",
                    "0.5",
                    "1.5",
                    "2",
                    "1e308",
                    "1e999",
                    "-1e999",
                    "\"\"",
                    "\"1\"",
                    "\"2027\"",
                    "\"2027-01-31\"",
                    "\"(\"",
                    "\"a (b\"",
                    "\"true\"",
                    "\"\\n\"",
                    "[]",
                    "[[]]",
                    "{}")
            .map(JsonParser::parseString)
            .toList();

    /** Of how many pages one is written as HTML, which takes most of the time; coprime to the number of others. */
    private static final int ONE_OF = 5;

    /** One section each, as a form is long to make. */
    static List<Page> pages() {
        Bytes log =
                assume("log of a day", between(gb(20), gb(60))).times(count(7)).named("log of a week");
        Availability up = assume("up", between(percentUp(99), percentUp(99.9)))
                .times(percentUp(99.5))
                .named("up");
        Page real = Report.titled("Log")
                .section("Answers", log, up)
                .fits(limit(log).atMost(gb(300)))
                .fits(limit(up).atLeast(percentUp(99)))
                .outlook(Growth.compound(percent(40), YEAR), log, tb(3))
                .page();
        return Stream.of(Pages.everyKind(), real)
                .flatMap(page -> page.sections().stream().map(section -> new Page(page.title(), List.of(section))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fromJson_anyValueReplaced(Page page) {
        JsonObject json = JsonParser.parseString(page.json()).getAsJsonObject();
        List<Consumer<JsonElement>> places = new ArrayList<>();
        collect(json, places);
        int shown = 0;
        int number = 0;
        for (Consumer<JsonElement> place : places) {
            for (JsonElement other : OTHERS) {
                place.accept(other);
                shown += isShownOrRefused(json.toString(), number++ % ONE_OF == 0) ? 1 : 0;
                place.accept(null);
            }
        }
        assertThat(Page.fromJson(json.toString())).isEqualTo(page);
        assertThat(shown).isPositive().isLessThan(places.size() * OTHERS.size());
    }

    /** Ways to put another value into each place, of a list into the first and the last; null puts the old one back. */
    private static void collect(JsonElement tree, List<Consumer<JsonElement>> places) {
        if (tree instanceof JsonObject object) {
            object.asMap().forEach((name, old) -> {
                places.add(other -> object.add(name, other == null ? old : other));
                collect(old, places);
            });
        } else if (tree instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i += Math.max(1, array.size() - 1)) {
                int at = i;
                JsonElement old = array.get(i);
                places.add(other -> array.set(at, other == null ? old : other));
                collect(old, places);
            }
        }
    }

    private static boolean isShownOrRefused(String json, boolean isDrawn) {
        Page page;
        try {
            page = Page.fromJson(json);
        } catch (IllegalArgumentException e) {
            assertThat(e)
                    .hasMessageStartingWith("json must be of schema")
                    .hasMessageMatching("(?s).*( at \\$.*| was of .*)");
            return false;
        }
        assertThatCode(() -> {
                    assertThat(page.text()).isNotEmpty();
                    assertThat(page.markdown()).doesNotContain("NaN").isNotEmpty();
                    assertThat(page.csv()).doesNotContain("NaN").isNotEmpty();
                    assertThat(isDrawn ? page.html() : "not drawn")
                            .doesNotContain("NaN")
                            .isNotEmpty();
                    assertThat(Page.fromJson(page.json())).isEqualTo(page);
                })
                .as(json)
                .doesNotThrowAnyException();
        return true;
    }

    @Test
    void fromJson_anyNameTwice() {
        String json = Pages.everyKind().json();
        List<Integer> names = new ArrayList<>();
        for (int at = json.indexOf("\": "); at >= 0; at = json.indexOf("\": ", at + 1)) {
            names.add(at);
        }
        assertThat(names).hasSizeGreaterThan(300);
        for (int end : names) {
            int start = json.lastIndexOf('"', end - 1);
            String twice = json.substring(0, start) + json.substring(start, end) + "\": [[]], " + json.substring(start);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Page.fromJson(twice))
                    .withMessageMatching(".*: there must be one value but there are two at \\$\\..*"
                            + json.substring(start + 1, end));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"amount\": 40000000000000; \"amount\": -4; amount must be finite and not negative but was -4.0",
                "\"p5\": 1200; \"p5\": 2300;"
                        + " `p5, p50 and p95 must be in ascending order but was 2300.0, 2200.0 and 4600.0`",
                "\"p95\": 4600; \"p95\": 2100;"
                        + " `p5, p50 and p95 must be in ascending order but was 1200.0, 2200.0 and 2100.0`",
                "\"type\": \"Bytes\"; \"type\": \"Bites\"; type must be one of the quantities but was 'Bites'",
                "\"unit\": \"req/s\"; \"unit\": \"B\"; unit must be that of Qps but was 'B'",
                "\"probability\": 0.966; \"probability\": 96.6; probability must be between 0 and 1 but was 96.6",
                "\"share\": 0.57; \"share\": -0.57; share must be between 0 and 1 but was -0.57",
                "\"from\": 1000; \"from\": 2001; `from must be from 0 up to 'to', which is 2000.0, but was 2001.0`",
                "\"days\": 365; \"days\": -365; days must be finite and not negative but was -365.0",
                "\"level\": 1; \"level\": 3; level must be 1 or 2 but was 3",
                "\"level\": 1; \"level\": 1.5; level must be a whole number but was 1.5",
                "\"isExact\": true; \"isExact\": \"true\"; isExact must be true or false but was \"true\"",
                "\"amount\": 40000000000000; \"amount\": \"4\"; amount must be a number but was \"4\"",
                "\"amount\": 40000000000000; \"amount\": 1e999; amount must be a number but was 1e999",
                "\"text\": \"40 TB\"; \"text\": 40; text must be a text but was 40",
                "\"Second\"; 2; each of paragraphs must be a text but was 2"
            })
    void fromJson_impossible(String part, String instead, String message) {
        String json = Pages.everyKind().json();
        assertThat(json).contains(part);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.fromJson(json.replace(part, instead)))
                .withMessageMatching(
                        "json must be of schema dev.estimator.report/1 but: \\Q" + message + "\\E at \\$\\.\\S+");
    }

    /** An availability is held as the share of time down, of which a low availability has more. */
    @Test
    void fromJson_availability() {
        Value.Spread spread = new Value.Spread(0.01, 0.002, 0.001, 0.003, true);
        Page page = Pages.of(new Block.Answers(List.of(
                new Block.Answer("up", new Value("Availability", "share of time down", 0.002, spread, "99.8%")))));
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.fromJson(page.json().replace("0.01", "0.0001")))
                .withMessageContaining("p5, p50 and p95 must be in ascending order");
    }

    /** RC-ROBUST 10: words that begin like a date. */
    @Test
    void html_dateCutOff() {
        Page page = Page.fromJson(Pages.everyKind().json().replaceAll("\"2027-0[12]-..\"", "\"2027\""));
        assertThat(page.html()).contains(">2027<");
        assertThat(Pages.everyKind().html()).contains(">2027-01<");
    }
}
