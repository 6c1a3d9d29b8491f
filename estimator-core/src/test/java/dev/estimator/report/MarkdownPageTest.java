package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownPageTest {
    @Test
    void markdown_everyKind() {
        assertThat(Pages.everyKind().markdown()).isEqualTo("""
                # Title rate

                ## Chapter rate

                ### Words

                - First rate
                - Second

                ### Assumptions

                | assumption | value | source |
                | --- | --- | --- |
                | rate | 2.3k req/s (1.2k … 4.6k) | from rate |
                | **keeping rate** |  |  |
                | size | 40 TB |  |

                <details>
                <summary>2 defaults</summary>

                | assumption | value | source |
                | --- | --- | --- |
                | peak rate | ×2 | habit of rate |
                | spares | 0 |  |

                </details>

                ### Answers

                | result | value |
                | --- | --- |
                | rate | 2.3k req/s (1.2k … 4.6k) |
                | size | 40 TB |

                In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.

                ### Fits

                | limit | found | does it hold? |
                | --- | --- | --- |
                | rate ≤ 5k req/s | 2.3k req/s (1.2k … 4.6k) | holds: 96.6%, exact |
                | size ≤ 30 TB | 40 TB | ✗ fails |
                | size ≥ 7 TB | 40 TB | ✓ holds |

                ### Outlook

                - now 40 TB, 5% every month, compound
                - room for 100 TB: **fits 1 y 5 months (1 y … 2 y)**

                ```mermaid
                %%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#4a86c5, #c2410c, #93b5dc, #93b5dc"}}}}%%
                xychart-beta
                    title "rate in % of 100 TB"
                    x-axis "months" 0 --> 12
                    y-axis "%" 0 --> 100.000
                    line [40.000, 50.000]
                    line [100.000, 100.000]
                ```

                - now 40 TB, 0% every month, compound, from 2027-01-31
                - room for 100 TB: **it does not grow**

                ```mermaid
                %%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#4a86c5, #c2410c, #93b5dc, #93b5dc"}}}}%%
                xychart-beta
                    title "old rate in % of 100 TB"
                    x-axis "months" 0 --> 1
                    y-axis "%" 0 --> 100.000
                    line [40.000, 40.000]
                    line [100.000, 100.000]
                ```

                ### Used

                | resource | used |  | target |
                | --- | --- | --- | --- |
                | rate | 71% | `██████████████` | 70% |
                | memory | 29% | `██████` | 60% |

                ### Drivers

                | assumption | share of the variance | at its low … high end |
                | --- | --- | --- |
                | rate | `57% ███████████` | 1.5k req/s … 3.5k req/s |
                | other | `43% █████████` | no answer at one of its ends |

                some of these move together: rate

                ### Derivation

                ```mermaid
                %%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#4a86c5, #c2410c, #93b5dc, #93b5dc"}}}}%%
                xychart-beta
                    title "rate: 2.3k req/s (1.2k … 4.6k)"
                    x-axis "from" ["1k req/s", "2k req/s", "3k req/s"]
                    y-axis "probability in %" 0 --> 50.000
                    bar [25.000, 50.000, 12.500]
                ```

                <details>
                <summary>How it was reached: rate</summary>

                ```text
                  half of rate = whole ÷ 2
                               = 4,600 req/s ÷ 2
                               = 2,300 req/s
                  rate = half of rate + 0.5
                       = 2,300 req/s + 0.5
                       = 2.3k req/s (1.2k … 4.6k)
                ```

                </details>

                ### Table

                | part of rate | needed | busy rate |
                | --- | --- | --- |
                | rate | 2.3k req/s (1.2k … 4.6k) | 93% |
                | store | – | 7 |

                ### System

                ```mermaid
                flowchart TB
                    n1["rate<br/>12 instances<br/>workers 68%<br/>bottleneck"]
                    n2["store<br/>single point of failure"]
                    n3(["client"])
                    n3 -->|"2.3k req/s<br/>sent 2 MB/s"| n1
                    n1 -.->|"800 req/s<br/>returned 13 MB/s"| n2
                    style n1 stroke:#c2410c,stroke-width:4px
                    style n2 stroke:#c2410c,stroke-width:2px,stroke-dasharray:5 3
                ```

                | component | at peak | instances | used at peak | p99 | up | a month |  |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                | rate | 2.3k req/s (1.2k … 4.6k) | 12 | workers 68% (40% … 90%) | 28 ms | 99.93% (3.2 nines) | \\$2.3k | bottleneck |
                | store | 800 req/s | – | – | overloaded | – | – | single point of failure |

                <details>
                <summary>2 flows</summary>

                | flow | at peak | sent | returned |  |
                | --- | --- | --- | --- | --- |
                | client → rate | 2.3k req/s (1.2k … 4.6k) | 2 MB/s (16 Mbit/s) | – |  |
                | rate ⇢ store | 800 req/s | – | 13 MB/s | nobody waits |

                </details>

                ### Use cases

                | use case | average | at peak | mean | p99 | up | fails alone with |
                | --- | --- | --- | --- | --- | --- | --- |
                | read rate | 1.1k req/s | 2.3k req/s (1.2k … 4.6k) | 31 ms | 90 ms | 99.91% (3 nines) | rate, store (for 20% of requests) |
                | pair | 3 req/s | 4 req/s | – | – | 99.95% | nothing |
                | ask | 5 req/s | 6 req/s | – | – | – | – |
                """);
    }

    /** Of a plain report the headings are a level higher. */
    @Test
    void markdown_withoutChapters() {
        assertThat(Pages.of(new Block.Text(List.of("Words"))).markdown()).isEqualTo("""
                # Page

                ## Part

                - Words
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\"',
            value = {
                "a|b a\\|b",
                "x_y x\\_y",
                "a*b a\\*b",
                "`a` \\`a\\`",
                "[a](b) \\[a\\](b)",
                "a\\b a\\\\b",
                "$5 \\$5",
                "~1~ \\~1\\~",
                "a&b a&amp;b",
                "&lt; &amp;lt;",
                "<script> &lt;script&gt;"
            })
    void markdown_escapes(String name, String escaped) {
        Page page = new Page(
                name,
                List.of(Pages.section(
                        name,
                        2,
                        new Block.Text(List.of(name)),
                        new Block.Answers(List.of(new Block.Answer(name, Pages.number(7, name)))))));
        assertThat(page.markdown()).isEqualTo("""
                # NAME

                ## NAME

                - NAME

                | result | value |
                | --- | --- |
                | NAME | NAME |
                """.replace("NAME", escaped));
    }

    /** Every row keeps its cells, whatever stands in them. */
    @Property
    void markdown_rowsKeepTheirCells(
            @ForAll
                    @Chars({'|', '\\', '`', '\n', '\r'})
                    @CharRange(from = 'a', to = 'c')
                    @StringLength(min = 1, max = 9)
                    String name) {
        Page page = Pages.of(new Block.Answers(List.of(new Block.Answer(name, Pages.number(7, name)))));
        List<String> lines = page.markdown().lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(6).replaceAll("\\\\.", "").chars().filter(c -> c == '|'))
                .hasSize(3);
    }

    @Test
    void markdown_lineEnds() {
        Page page = Pages.of(
                new Block.Text(List.of("one\n\n  two\r\nthree")),
                new Block.Answers(List.of(new Block.Answer("peak\nrate", Pages.number(7, "7")))));
        assertThat(page.markdown()).isEqualTo("""
                # Page

                ## Part

                - one two three

                | result | value |
                | --- | --- |
                | peak rate | 7 |
                """);
    }

    /** What would begin a list or a heading of its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# one;\\# one",
                "- one;\\- one",
                "+ one;\\+ one",
                "=====;\\=====",
                "1. one;1\\. one",
                "12) one;12\\) one",
                "2.5 times;2\\.5 times",
                "a - b # c;a - b # c"
            })
    void markdown_firstSign(String words, String escaped) {
        Block ranking = new Block.Ranking(
                new Block.Answer("rate", Pages.number(7, "7")),
                List.of(new Block.Driver("users", 1, null, null)),
                words);
        assertThat(Pages.of(new Block.Text(List.of(words)), ranking).markdown())
                .contains("\n- " + escaped + "\n")
                .endsWith("\n\n" + escaped + "\n");
    }

    /** Within tags a backslash is a backslash. */
    @ParameterizedTest
    @CsvSource({"x_y, x_y", "a|b, a|b", "a<b>&c, a&lt;b&gt;&amp;c"})
    void markdown_summaryOfADerivation(String name, String inTags) {
        Page page = Pages.of(new Block.Derivation(
                List.of(name, "other"), List.of(new Block.Step(name, "a_b × 2", "3 × 2", Pages.number(6, "6")))));
        assertThat(page.markdown())
                .isEqualTo(
                        """
                # Page

                ## Part

                <details>
                <summary>How it was reached: TAGS, other</summary>

                ```text
                  NAME = a_b × 2
                  FILL = 3 × 2
                  FILL = 6
                ```

                </details>
                """.replace("TAGS", inTags).replace("NAME", name).replace("FILL", " ".repeat(name.length())));
    }

    /** Backticks of a name do not end the block in which it stands: an end has nothing behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"```", "a\n```\nb"})
    void markdown_fences(String name) {
        List<String> lines = Pages.everyKind(name).markdown().lines().toList();
        assertThat(lines).filteredOn(line -> line.matches("```[a-z]+")).hasSize(5);
        assertThat(lines).filteredOn(line -> line.matches(" {0,3}```\\s*")).hasSize(5);
    }
}
