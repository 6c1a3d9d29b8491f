package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPageTest {
    private static final String ESCAPE = "\u001b";

    @Test
    void text_everyKind() {
        assertThat(Pages.everyKind().text()).isEqualTo("""
                Title rate
                ══════════

                Chapter rate
                ────────────

                Words
                  First rate
                  Second

                Assumptions
                  rate    2.3k req/s (1.2k … 4.6k)  (from rate)
                  keeping rate
                    size  40 TB
                  peak rate ×2, spares 0

                Answers
                  rate  2.3k req/s (1.2k … 4.6k)
                  size  40 TB
                  In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.

                Fits
                  limit            found                     does it hold?
                  rate ≤ 5k req/s  2.3k req/s (1.2k … 4.6k)  holds: 96.6%, exact
                  size ≤ 30 TB     40 TB                     fails
                  size ≥ 7 TB      40 TB                     holds

                Outlook
                  now       40 TB
                  growth    5% every month, compound
                  room for  100 TB
                  so it     fits 1 y 5 months (1 y … 2 y)
                  now       40 TB
                  growth    0% every month, compound, from 2027-01-31
                  room for  100 TB
                  so it     it does not grow

                Used
                  rate    71%  ██████████████  target 70%
                  memory  29%  ██████          target 60%

                Drivers
                  rate   57% ███████████           1.5k req/s … 3.5k req/s
                  other  43% █████████             no answer at one of its ends
                  some of these move together: rate

                Derivation
                  rate  ▅█▃  2.3k req/s (1.2k … 4.6k)
                  half of rate = whole ÷ 2
                               = 4,600 req/s ÷ 2
                               = 2,300 req/s
                  rate = half of rate + 0.5
                       = 2,300 req/s + 0.5
                       = 2.3k req/s (1.2k … 4.6k)

                Table
                  part of rate  needed                    busy rate
                  rate          2.3k req/s (1.2k … 4.6k)  93%
                  store         –                         7

                System
                  component  at peak        instances  used at peak  p99         up      a month
                  rate       2.3k req/s     12         workers 68%   28 ms       99.93%  $2.3k
                             (1.2k … 4.6k)             (40% … 90%)
                  store      800 req/s      –          –             overloaded  –       –
                  bottleneck: rate
                  components that are single points of failure: store

                  client → rate  2.3k req/s (1.2k … 4.6k)  sent 2 MB/s
                  rate ⇢ store   800 req/s                              returned 13 MB/s  nobody waits

                Use cases
                  use case   average     at peak                   mean   p99    up      fails alone with
                  read rate  1.1k req/s  2.3k req/s (1.2k … 4.6k)  31 ms  90 ms  99.91%  rate, store (for 20% of
                                                                                         requests)
                  pair       3 req/s     4 req/s                   –      –      99.95%  nothing
                  ask        5 req/s     6 req/s                   –      –      –       –""");
    }

    @Test
    void text_wrapped() {
        Page page = new Page(
                "A report on what a reader of feeds and of mail needs",
                List.of(
                        Pages.section("Where the numbers of this estimate were taken from", 1),
                        Pages.section(
                                "How long the data of all customers of all regions fits",
                                2,
                                new Block.Text(
                                        List.of("What crawlers ask for is not counted, nor is what is retried.")),
                                new Block.Answers(List.of(
                                        new Block.Answer(
                                                "rate", Pages.number(7, "7 (no range: below zero in some draws)")),
                                        new Block.Answer("users of all", Pages.number(9, "9")))),
                                new Block.Derivation(
                                        List.of("sum"),
                                        List.of(new Block.Step(
                                                "sum",
                                                "first summand + second summand + third",
                                                "1 + 2 + 3",
                                                Pages.number(6, "6")))))));
        assertThat(page.text(40)).isEqualTo("""
                A report on what a reader of feeds and
                of mail needs
                ══════════════════════════════════════

                Where the numbers of this estimate were
                taken from
                ───────────────────────────────────────

                How long the data of all customers of
                all regions fits
                  What crawlers ask for is not counted,
                  nor is what is retried.
                  rate          7 (no range: below zero
                                in some draws)
                  users of all  9
                  sum = first summand + second summand +
                        third
                      = 1 + 2 + 3
                      = 6""");
    }

    /** A line end in a name or a note would be read as a new row. */
    @Test
    void text_lineEnds() {
        Page page = Pages.of(
                new Block.Text(List.of("one\r\n  two\nthree")),
                new Block.Answers(List.of(
                        new Block.Answer("peak\nrate", Pages.number(7, "7")),
                        new Block.Answer("users", Pages.number(9, "9")))),
                new Block.Derivation(
                        List.of("peak\nrate"),
                        List.of(new Block.Step("peak\nrate", "rate\n× 2", "3.5\n× 2", Pages.number(7, "7")))));
        assertThat(page.text()).isEqualTo("""
                Page
                ════

                Part
                  one two three
                  peak rate  7
                  users      9
                  peak rate = rate × 2
                            = 3.5 × 2
                            = 7""");
    }

    /** All that is left out of a block leaves an empty line at most. */
    @Test
    void text_emptyLists() {
        Page page = Pages.of(
                new Block.Text(List.of()),
                new Block.Assumptions(List.of()),
                new Block.Answers(List.of()),
                new Block.Fits(List.of()),
                new Block.Ranking(new Block.Answer("rate", Pages.number(7, "7")), List.of(), ""),
                new Block.Derivation(List.of(), List.of()));
        assertThat(page.text()).isEqualTo("Page\n════\n\nPart");
    }

    @Property(tries = 100)
    void text_noLineIsTooLong(@ForAll("names") String name, @ForAll @IntRange(min = 40, max = 200) int width) {
        assertThat(Pages.everyKind(name).text(width).lines())
                .allSatisfy(line -> assertThat(line.length() <= width || isOneWord(line))
                        .as(line)
                        .isTrue());
    }

    /** A range beside a word that is longer than its column was longer than the page. */
    @Test
    void text_rangeBesideALongWord() {
        text_noLineIsTooLong("a".repeat(25), 107);
    }

    /** What is before the last word of a row, such as the equals sign, may be as wide as the words there. */
    private static boolean isOneWord(String line) {
        return !line.strip().contains(" ");
    }

    @Property(tries = 100)
    void text_keepsEveryWord(@ForAll("names") String name, @ForAll @IntRange(min = 40, max = 200) int width) {
        Page page = Pages.everyKind(name);
        WrappedWords.assertKeptInOrder(page.text(100_000), page.text(width));
    }

    @Test
    void wrappedWords_seeWhatIsOutOfOrder() {
        WrappedWords.assertKeptInOrder("Page\n\nPart\n  one  two three", "Page\n\nPart\n  one  two\n       three");
        assertThatThrownBy(() -> WrappedWords.assertKeptInOrder("  one  two three", "  one  three\n       two"))
                .hasMessageContaining("[two, three]");
        assertThatThrownBy(() -> WrappedWords.assertKeptInOrder("  one  two", "  one  two\n       two"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> WrappedWords.assertKeptInOrder("a\n\nb", "b\n\na"))
                .isInstanceOf(AssertionError.class);
    }

    /** The range is next to its value, not below all words of the last column. */
    @Test
    void table_rangeBesideWords() {
        assertThat(Pages.everyKind("a").text(85)).contains("""
                  read a    1.1k req/s  2.3k req/s     31 ms  90 ms  99.91%  a, store (for 20% of
                                        (1.2k … 4.6k)                        requests)
                  pair""".indent(2).stripTrailing());
    }

    /** 40 characters hold no name, value and 36 characters of a source beside each other; 100 do. */
    @Test
    void source_belowItsValue() {
        var rate = new Assumption("rate", Pages.number(7, "7"), "what the load balancer counted", false, null);
        var each = new Assumption("each", Pages.number(3, "3"), null, false, null);
        Page page = new Page("P", List.of(Pages.section("Assumptions", 2, new Block.Assumptions(List.of(rate, each)))));
        assertThat(page.text(100)).contains("  rate  7  (what the load balancer counted)\n  each  3");
        assertThat(page.text(40)).contains("  rate  7\n        (what the load balancer counted)\n  each  3");
    }

    /** Lines below headings are as long as those. */
    @Property(tries = 100)
    void coloredText_isTheTextInColours(
            @ForAll("names") String name, @ForAll @IntRange(min = 40, max = 200) int width) {
        Page page = Pages.everyKind(name);
        assertThat(page.coloredText(width).replaceAll(ESCAPE + "\\[[0-9]+m", ""))
                .isEqualTo(page.text(width));
        assertThat(page.text(width)).doesNotContain(ESCAPE);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> words =
                Arbitraries.strings().withChars("abcxyz|=…").ofMinLength(1).ofMaxLength(30);
        return words.list().ofMinSize(1).ofMaxSize(20).map(list -> String.join(" ", list));
    }

    /** Bold headings; of what is certain green if it is kept and red if not. */
    @Test
    void coloredText() {
        Value found = Pages.number(5, "5");
        Value ranged = new Value("Count", "", 5, new Value.Spread(2, 5, 9, 5.5, false), "5 (2 … 9)");
        Page page = new Page(
                "Page",
                List.of(
                        Pages.section("Chapter", 1),
                        Pages.section(
                                "Fits",
                                2,
                                new Block.Fits(List.of(
                                        new Block.Fit(
                                                "a", "a ≤ 4", found, Pages.number(4, "4"), true, false, 0, "fails"),
                                        new Block.Fit(
                                                "b", "b ≤ 10", found, Pages.number(10, "10"), true, true, 1, "holds"),
                                        new Block.Fit(
                                                "c",
                                                "c ≤ 6",
                                                ranged,
                                                Pages.number(6, "6"),
                                                true,
                                                true,
                                                0.7,
                                                "fails: 70%"))))));
        assertThat(page.coloredText(40))
                .isEqualTo("""
                <1>Page<0>
                ════

                <1>Chapter<0>
                ───────

                <1>Fits<0>
                  limit   found      does it hold?
                  a ≤ 4   5          <31>fails<0>
                  b ≤ 10  5          <32>holds<0>
                  c ≤ 6   5 (2 … 9)  fails: 70%
                  In brackets: p5 … p95, 9 cases in 10.
                  Before: all inputs at best guess,
                  often not the median.""".replace("<", ESCAPE + "[").replace(">", "m"));
    }

    @ParameterizedTest
    @ValueSource(ints = {39, 0, -1})
    void text_tooNarrow(int width) {
        Page page = Pages.everyKind();
        String message = "width must be at least 40 but was " + width;
        assertThatThrownBy(() -> page.text(width))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> page.coloredText(width))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void toString_isOfTheUsualWidth() {
        Page page = Pages.of(new Block.Text(List.of("absolute ".repeat(30))));
        assertThat(page).hasToString(page.text(100));
        assertThat(page.text()).isEqualTo(page.text(100)).isNotEqualTo(page.text(99));
    }

    /** A swing of nothing is no swing. */
    @Test
    void driver_withoutSwing() {
        Value same = new Value("Count", "1", 65_700, null, "65.7k");
        assertThat(new Block.Driver("tokens", 0.02, same, same).swing()).isEqualTo("65.7k at both ends");
        assertThat(new Block.Driver("tokens", 0.02, same, null).swing()).isEqualTo("no answer at one of its ends");
    }
}
