package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPageTest {
    private static final String BEGINNING = "json must be of schema dev.estimator.report/1 but";

    private static final String SMALL = """
            {
              "schema": "dev.estimator.report/1",
              "title": "Small",
              "sections": [
                {
                  "heading": "Chapter",
                  "level": 1,
                  "blocks": []
                },
                {
                  "heading": "Part",
                  "level": 2,
                  "blocks": [
                    {
                      "kind": "text",
                      "paragraphs": [
                        "First <b> & \\"second\\"",
                        "√2\\nand more"
                      ]
                    },
                    {
                      "kind": "assumptions",
                      "assumptions": [
                        {
                          "name": "rate",
                          "value": {
                            "type": "Qps",
                            "unit": "req/s",
                            "amount": 2300.5,
                            "spread": {
                              "p5": 1200,
                              "p50": 2200,
                              "p95": 4600,
                              "mean": 2400,
                              "isExact": true
                            },
                            "text": "2.3k req/s (1.2k … 4.6k)"
                          },
                          "source": "measured",
                          "isDefault": false
                        },
                        {
                          "name": "spares",
                          "value": {
                            "type": "Count",
                            "unit": "",
                            "amount": 0.00003,
                            "text": "0.00003"
                          },
                          "isDefault": true
                        }
                      ]
                    },
                    {
                      "kind": "derivation",
                      "results": [
                        "client",
                        "web"
                      ],
                      "steps": []
                    }
                  ]
                }
              ],
              "answers": {}
            }
            """;

    private static Page small() {
        Value rate = new Value(
                "Qps", "req/s", 2300.5, new Value.Spread(1200, 2200, 4600, 2400, true), "2.3k req/s (1.2k … 4.6k)");
        return new Page(
                "Small",
                List.of(
                        Pages.section("Chapter", 1),
                        Pages.section(
                                "Part",
                                2,
                                new Block.Text(List.of("First <b> & \"second\"", "√2\nand more")),
                                new Block.Assumptions(List.of(
                                        new Assumption("rate", rate, "measured", false, null),
                                        new Assumption("spares", Pages.number(3e-5, "0.00003"), null, true, null))),
                                new Block.Derivation(List.of("client", "web"), List.of()))));
    }

    @Test
    void json_small() {
        assertThat(small().json()).isEqualTo(SMALL);
    }

    /**
     * What jq would say of {@code .answers["size"].p95}. The second of one name is under its heading; one that a limit
     * tells once more is there once, and what is beyond every number has no value.
     */
    @Test
    void json_answersByName() {
        Value size =
                new Value("Bytes", "B", 2e12, new Value.Spread(1e12, 2e12, 4.5e12, 2.25e12, true), "2 TB (1 … 4.5)");
        Value wait = new Value("TimeSpan", "s", null, null, new Value.Beyond(1, "overloaded"), "overloaded");
        Page page = new Page(
                "Page",
                List.of(
                        Pages.section(
                                "Storage", 2, answers(new Block.Answer("size", size), new Block.Answer("wait", wait))),
                        Pages.section(
                                "Memory",
                                2,
                                answers(new Block.Answer("size", Pages.number(0.1, "0.1"))),
                                new Block.Fits(List.of(new Block.Fit(
                                        "size", "size ≤ 3 TB", size, size, true, true, 0.7, "fails: 70%"))))));
        assertThat(page.json()).endsWith("""
                  "answers": {
                    "size": {
                      "value": 2000000000000,
                      "unit": "B",
                      "p5": 1000000000000,
                      "p95": 4500000000000,
                      "mean": 2250000000000,
                      "text": "2 TB (1 … 4.5)"
                    },
                    "wait": {
                      "unit": "s",
                      "beyond": {
                        "share": 1,
                        "cause": "overloaded"
                      },
                      "text": "overloaded"
                    },
                    "Memory: size": {
                      "value": 0.1,
                      "unit": "",
                      "text": "0.1"
                    }
                  }
                }
                """);
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
    }

    private static Block answers(Block.Answer... answers) {
        return new Block.Answers(List.of(answers));
    }

    @Test
    void fromJson_small() {
        assertThat(Page.fromJson(SMALL)).isEqualTo(small());
    }

    /** Kinds are told by what is said, not by what is first; white space and what is unknown do not matter. */
    @Test
    void fromJson_anyOrder() {
        assertThat(Page.fromJson("""
                {"sections":[{"blocks":[{"paragraphs":["Words"],"since":3,"kind":"text"}],"level":2,"heading":"Part"}],
                "title":"Page","more":{"a":[null]},"schema":"dev.estimator.report/1"}""")).isEqualTo(Pages.of(new Block.Text(List.of("Words"))));
    }

    @Test
    void fromJson_everyKind() {
        Page page = Pages.everyKind();
        assertThat(page.sections().stream()
                        .flatMap(section -> section.blocks().stream())
                        .map(Object::getClass))
                .contains(Block.class.getPermittedSubclasses());
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
    }

    /** A null that is said is as good as one that is not. */
    @Test
    void fromJson_nulls() {
        String json = SMALL.replace("\"isDefault\": true", "\"source\": null, \"isDefault\": true")
                .replace("\"text\": \"0.00003\"", "\"spread\": null, \"text\": \"0.00003\"");
        assertThat(json.length()).isEqualTo(SMALL.length() + 32);
        assertThat(Page.fromJson(json)).isEqualTo(small());
    }

    @Property(tries = 200)
    void fromJson_readsWhatJsonWrites(
            @ForAll String text,
            @ForAll @DoubleRange(min = 0, max = Double.MAX_VALUE) double amount,
            @ForAll @DoubleRange(min = 0, max = 1) double small) {
        Value.Spread spread = new Value.Spread(Math.min(small, amount), amount, amount, small, true);
        Value value = new Value("Count", text, amount, spread, text);
        Page page = Pages.of(new Block.Text(List.of(text)), new Block.Answers(List.of(new Block.Answer(text, value))));
        assertThat(Page.fromJson(page.json())).isEqualTo(page);
        assertThat(page.json()).isEqualTo(Page.fromJson(page.json()).json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"dev.estimator.report/1\"; \"dev.estimator.report/2\"; ` was of \"dev.estimator.report/2\"`",
                "\"dev.estimator.report/1\"; 1; ` was of 1`",
                "\"schema\":; \"scheme\":; ` was of null`",
                "\"title\": \"Small\",; ``; `: title must be given but is missing at $`",
                "\"title\":; \"titel\":; `: title must be given but is missing at $`",
                "\"heading\": \"Part\"; \"heading\": null; `: heading must be given but is missing at $.sections[1]`",
                "\"level\": 2,; ``; `: level must be given but is missing at $.sections[1]`",
                "\"blocks\": []; \"blocks\": [7]; `: there must be an object but was 7 at $.sections[0].blocks[0]`",
                "\"blocks\": []; \"blocks\": [null]; `: each of blocks must be given but is missing at $.sections[0]`",
                "\"blocks\": []; \"block\": []; `: blocks must be given but is missing at $.sections[0]`",
                "\"name\": \"spares\",; ``;"
                        + " `: name must be given but is missing at $.sections[1].blocks[1].assumptions[1]`",
                "\"amount\": 2300.5,; ``;"
                        + " `: amount must be given but is missing at $.sections[1].blocks[1].assumptions[0].value`",
                "\"p95\": 4600,; ``;"
                        + " `: p95 must be given but is missing at $.sections[1].blocks[1].assumptions[0].value`",
                "\"isDefault\": true; \"isSet\": true;"
                        + " `: isDefault must be given but is missing at $.sections[1].blocks[1].assumptions[1]`",
                "\"client\"; null;" + " `: each of results must be given but is missing at $.sections[1].blocks[2]`",
                "\"paragraphs\":; \"words\":; `: paragraphs must be given but is missing at $.sections[1].blocks[0]`"
            })
    void fromJson_lacksSomething(String part, String instead, String message) {
        String json = SMALL.replace(part, instead);
        assertThat(json).isNotEqualTo(SMALL);
        assertRefused(json, BEGINNING + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"kind\": \"derivation\"; \"kind\": \"photo\"; \"photo\"",
                "\"kind\": \"derivation\"; \"kind\": \"Derivation\"; \"Derivation\"",
                "\"kind\": \"derivation\"; \"kind\": 7; 7",
                "\"kind\": \"derivation\",; ``; null"
            })
    void fromJson_unknownKind(String part, String instead, String found) {
        assertRefused(
                SMALL.replace(part, instead),
                BEGINNING
                        + ": kind must be one of [text, assumptions, answers, fits, ranking, distribution, derivation,"
                        + " outlook, utilization, table, architecture, usecases] but was " + found
                        + " at $.sections[1].blocks[2]");
    }

    /** Nothing could be shown of these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "bins; ` \"kind\": \"distribution\", \"result\": R, \"bins\": [], \"limits\": [] `",
                "usages; ` \"kind\": \"utilization\", \"usages\": [] `",
                "points; ` \"kind\": \"outlook\", \"now\": R, \"limit\": V, \"growth\": \"\", \"words\": \"\", \"points\": [] `"
            })
    void fromJson_nothingToShow(String name, String block) {
        String value = "{\"type\": \"Count\", \"unit\": \"\", \"amount\": 7, \"text\": \"7\"}";
        String filled = block.replace("R", "{\"name\": \"a\", \"value\": V}").replace("V", value);
        assertRefused(
                SMALL.replace("\"blocks\": []", "\"blocks\": [{" + filled + "}]"),
                BEGINNING + ": " + name + " must not be empty: leave the block out instead at $.sections[0].blocks[0]");
    }

    /** What is no JSON at all, or only for readers that forgive. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "{",
                "page",
                "{schema: 'dev.estimator.report/1', title: 'a', sections: []}",
                "{\"schema\": \"dev.estimator.report/1\", \"title\": \"a\", \"sections\": [],}",
                "{\"schema\": \"dev.estimator.report/1\", \"title\": \"a\", \"sections\": []} more",
                "{\"schema\": \"dev.estimator.report/1\", \"title\": \"a\", \"sections\": 7}",
                "{\"schema\": \"dev.estimator.report/1\", \"title\": {}, \"sections\": []}"
            })
    void fromJson_malformed(String json) {
        assertThatThrownBy(() -> Page.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(BEGINNING + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e999", "\"many\"", "null", "[]", "{}"})
    void fromJson_noNumber(String number) {
        assertThatThrownBy(() -> Page.fromJson(SMALL.replace("2300.5", number)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(BEGINNING + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}"})
    void fromJson_empty(String json) {
        assertRefused(json, BEGINNING + " was of null");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> Page.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
