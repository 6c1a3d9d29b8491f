package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class HtmlPageTest {
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    // In attributes of a picture the names stand as well, but there without tags.
    private static final Pattern TAG = Pattern.compile("<[/!]?([a-zA-Z]+)[^<>]*>");
    private static final Set<String> VOID = Set.of("meta", "link", "br");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-zA-Z-]+)=\"");
    private static final List<String> PLAIN_TAGS = tags(Pages.everyKind("plain").html());

    /** What is read, without the style and with a word in place of each plot. */
    @Test
    void html_everyKind() {
        assertThat(body(Pages.everyKind().html())).isEqualTo("""
                <h1>Title rate <span class="badge bad">✗ 1 of 3 limits fails</span></h1>
                <section>
                <h2>Chapter rate</h2>
                </section>
                <section>
                <h3>Words</h3>
                <p>First rate</p>
                <p>Second</p>
                </section>
                <section>
                <h3>Assumptions</h3>
                <details><summary>2 assumptions</summary>
                <div class="scroll"><table class="given"><thead><tr><th scope="col">assumption</th><th scope="col">value</th><th scope="col">source</th></tr></thead>
                <tbody>
                <tr><th scope="row">rate</th><td><span class="unbroken">2.3k req/s</span> <span class="unbroken">(1.2k … 4.6k)</span></td><td class="source">from rate</td></tr>
                </tbody>
                <tbody>
                <tr><th scope="rowgroup" colspan="3">keeping rate</th></tr>
                <tr><th scope="row">size</th><td><span class="unbroken">40 TB</span></td><td class="source"></td></tr>
                </tbody>
                </table></div>
                </details>
                <details><summary>2 defaults</summary>
                <div class="scroll"><table class="given"><thead><tr><th scope="col">assumption</th><th scope="col">value</th><th scope="col">source</th></tr></thead>
                <tbody>
                <tr><th scope="row">peak rate</th><td>×2</td><td class="source">habit of rate</td></tr>
                <tr><th scope="row">spares</th><td>0</td><td class="source"></td></tr>
                </tbody>
                </table></div></details>
                </section>
                <section>
                <h3>Answers</h3>
                <dl class="cards">
                <div><dt>rate</dt><dd>2.3k req/s<small>1.2k … 4.6k</small></dd><dd class="badge good">✓ limit holds</dd></div>
                <div><dt>size</dt><dd>40 TB</dd><dd class="badge bad">✗ 1 of 2 limits fails</dd></div>
                </dl>
                <p>In brackets: p5 … p95, 9 cases in 10. Before: all inputs at best guess, often not the median.</p>
                </section>
                <section>
                <h3>Fits</h3>
                <div class="scroll"><table class="limits"><thead><tr><th scope="col">limit</th><th scope="col">found</th><th scope="col">does it hold?</th></tr></thead><tbody>
                <tr><th scope="row">rate ≤ 5k req/s</th><td><span class="unbroken">2.3k req/s</span> <span class="unbroken">(1.2k … 4.6k)</span></td><td><span class="badge good">✓ holds: 96.6%, exact</span></td></tr>
                <tr><th scope="row">size ≤ 30 TB</th><td><span class="unbroken">40 TB</span></td><td><span class="badge bad">✗ fails</span></td></tr>
                <tr><th scope="row">size ≥ 7 TB</th><td><span class="unbroken">40 TB</span></td><td><span class="badge good">✓ holds</span></td></tr>
                </tbody></table></div>
                </section>
                <section>
                <h3>Outlook</h3>
                <p class="wide"><span class="unbroken">40 TB</span> now, 5% every month, compound. Room for <span class="unbroken">100 TB</span>: <strong>fits 1 y 5 months (1 y … 2 y)</strong>.</p>
                <div class="beside">
                <figure>PLOT</figure>
                <div class="scroll"><table><thead><tr><th scope="col">when</th><th scope="col">rate</th></tr></thead><tbody>
                <tr><th scope="row" class="unbroken">now</th><td><span class="unbroken">40 TB</span></td></tr>
                <tr><th scope="row" class="unbroken">after 1 y</th><td><span class="unbroken">50 TB</span> <span class="unbroken">(45 … 60)</span></td></tr>
                </tbody></table></div>
                </div>
                <p class="wide"><span class="unbroken">40 TB</span> now, 0% every month, compound, from 2027-01-31. Room for <span class="unbroken">100 TB</span>: <strong>it does not grow</strong>.</p>
                <div class="beside">
                <figure>PLOT</figure>
                <div class="scroll"><table><thead><tr><th scope="col">when</th><th scope="col">old rate</th></tr></thead><tbody>
                <tr><th scope="row" class="unbroken">2027-01-31</th><td><span class="unbroken">40 TB</span></td></tr>
                <tr><th scope="row" class="unbroken">2027-02-28</th><td><span class="unbroken">40 TB</span></td></tr>
                </tbody></table></div>
                </div>
                </section>
                <section>
                <h3>Used</h3>
                <div class="beside">
                <figure>PLOT</figure>
                <div class="scroll"><table><thead><tr><th scope="col">resource</th><th scope="col">used</th><th scope="col">target</th></tr></thead><tbody>
                <tr><th scope="row">rate</th><td>71%</td><td>70%</td></tr>
                <tr><th scope="row">memory</th><td>29%</td><td>60%</td></tr>
                </tbody></table></div>
                </div>
                </section>
                <section>
                <h3>Drivers</h3>
                <div class="beside">
                <figure>PLOT</figure>
                <div class="scroll"><table class="stacked"><thead><tr><th scope="col">assumption</th><th scope="col">share of the variance</th><th scope="col">result of rate at its low end</th><th scope="col">at its high end</th></tr></thead><tbody>
                <tr><th scope="row">rate</th><td data-label="share of the variance">57%</td><td data-label="result of rate at its low end"><span class="unbroken">1.5k req/s</span></td><td data-label="at its high end"><span class="unbroken">3.5k req/s</span></td></tr>
                <tr><th scope="row">other</th><td data-label="share of the variance">43%</td><td data-label="result of rate at its low end">–</td><td data-label="at its high end">–</td></tr>
                </tbody></table></div>
                </div>
                <p>some of these move together: rate</p>
                </section>
                <section>
                <h3>Derivation</h3>
                <figure>PLOT<figcaption>rate: <span class="unbroken">2.3k req/s</span> <span class="unbroken">(1.2k … 4.6k)</span></figcaption></figure>
                <details open><summary>how it was reached</summary>
                <pre><span style="--indent:17ch">  half of rate &#x3D; whole ÷ 2</span>\
                <span style="--indent:17ch">               &#x3D; 4,600 req/s ÷ 2</span>\
                <span style="--indent:17ch">               &#x3D; 2,300 req/s</span>\
                <span style="--indent:9ch">  rate &#x3D; half of rate + 0.5</span>\
                <span style="--indent:9ch">       &#x3D; 2,300 req/s + 0.5</span>\
                <span style="--indent:9ch">       &#x3D; 2.3k req/s (1.2k … 4.6k)</span></pre></details>
                </section>
                <section>
                <h3>Table</h3>
                <div class="scroll" tabindex="0"><table class="numbers stacked"><thead><tr><th scope="col">part of rate</th><th scope="col">needed</th><th scope="col">busy rate</th></tr></thead><tbody>
                <tr><th scope="row">rate</th><td data-label="needed"><span class="unbroken">2.3k req/s</span> <span class="unbroken">(1.2k … 4.6k)</span></td><td data-label="busy rate">93%</td></tr>
                <tr><th scope="row">store</th><td class="none" data-label="needed">–</td><td data-label="busy rate">7</td></tr>
                </tbody></table></div>
                </section>
                <section>
                <h3>System</h3>
                <figure class="scroll" tabindex="0">PLOT<figcaption>Numbers beside arrows are rates at peak. A thick frame is the bottleneck. A doubled frame is a single point of failure. Nobody waits for what a dashed arrow calls.</figcaption></figure>
                <div class="scroll"><table class="components stacked"><thead><tr><th scope="col">component</th><th scope="col">at peak</th><th scope="col">instances</th><th scope="col">used at peak</th><th scope="col">p99</th><th scope="col">up</th><th scope="col">a month</th></tr></thead><tbody>
                <tr><th scope="row">rate<br><small class="warn">bottleneck</small></th><td data-label="at peak"><span class="unbroken">2.3k req/s</span> <span class="unbroken">(1.2k … 4.6k)</span></td><td data-label="instances">12</td><td data-label="used at peak"><span class="unbroken">workers 68%</span> <span class="unbroken">(40% … 90%)</span></td><td data-label="p99"><span class="unbroken">28 ms</span></td><td data-label="up">99.93%</td><td data-label="a month">$2.3k</td></tr>
                <tr><th scope="row">store<br><small class="warn">single point of failure</small></th><td data-label="at peak"><span class="unbroken">800 req/s</span></td><td class="none" data-label="instances">–</td><td class="none" data-label="used at peak">–</td><td data-label="p99">overloaded</td><td class="none" data-label="up">–</td><td class="none" data-label="a month">–</td></tr>
                </tbody></table></div>
                <details><summary>who calls whom</summary>
                <div class="scroll"><table class="stacked"><thead><tr><th scope="col">flow</th><th scope="col">at peak</th><th scope="col">sent</th><th scope="col">returned</th><th scope="col">remark</th></tr></thead><tbody>
                <tr><th scope="row">client → rate</th><td data-label="at peak"><span class="unbroken">2.3k req/s</span> <span class="unbroken">(1.2k … 4.6k)</span></td><td data-label="sent"><span class="unbroken">2 MB/s</span> <span class="unbroken">(16 Mbit/s)</span></td><td class="none" data-label="returned">–</td><td data-label="remark"></td></tr>
                <tr><th scope="row">rate ⇢ store</th><td data-label="at peak"><span class="unbroken">800 req/s</span></td><td class="none" data-label="sent">–</td><td data-label="returned"><span class="unbroken">13 MB/s</span></td><td data-label="remark">nobody waits</td></tr>
                </tbody></table></div></details>
                </section>
                <section>
                <h3>Use cases</h3>
                <div class="scroll"><table class="stacked"><thead><tr><th scope="col">use case</th><th scope="col">average</th><th scope="col">at peak</th><th scope="col">mean</th><th scope="col">p99</th><th scope="col">up</th><th scope="col">fails alone with</th></tr></thead><tbody>
                <tr><th scope="row">read rate</th><td data-label="average"><span class="unbroken">1.1k req/s</span></td><td data-label="at peak"><span class="unbroken">2.3k req/s</span> <span class="unbroken">(1.2k … 4.6k)</span></td><td data-label="mean"><span class="unbroken">31 ms</span></td><td data-label="p99"><span class="unbroken">90 ms</span></td><td data-label="up">99.91% <span class="unbroken">(3 nines)</span></td><td data-label="fails alone with">rate, store (for 20% of requests)</td></tr>
                <tr><th scope="row">pair</th><td data-label="average"><span class="unbroken">3 req/s</span></td><td data-label="at peak"><span class="unbroken">4 req/s</span></td><td class="none" data-label="mean">–</td><td class="none" data-label="p99">–</td><td data-label="up">99.95%</td><td data-label="fails alone with">nothing</td></tr>
                <tr><th scope="row">ask</th><td data-label="average"><span class="unbroken">5 req/s</span></td><td data-label="at peak"><span class="unbroken">6 req/s</span></td><td class="none" data-label="mean">–</td><td class="none" data-label="p99">–</td><td class="none" data-label="up">–</td><td data-label="fails alone with">–</td></tr>
                </tbody></table></div>
                </section>
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'&<b>", "]]>", "{{title}}"})
    void html_escapesNames(String name) {
        String html = Pages.everyKind(name).html();
        if (name.contains("<")) {
            assertThat(html).doesNotContain(name);
        }
        assertThat(tags(html)).isEqualTo(PLAIN_TAGS);
        assertThat(html)
                .contains("<h2>Chapter "
                        + name.replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")
                                .replace("\"", "&quot;")
                                .replace("'", "&#39;")
                                .replace("=", "&#x3D;")
                        + "</h2>");
    }

    /** The same elements in the same order, but for the texts of a plot, which break into lines. */
    @Property(tries = 30)
    void html_elementsDoNotDependOnNames(
            @ForAll @Chars({'<', '>', '&', '"', '\'', '/', '=', '{', 's', '\n'}) @StringLength(min = 1, max = 6)
                    String name) {
        assertThat(tags(Pages.everyKind(name).html())).isEqualTo(PLAIN_TAGS);
    }

    private static List<String> tags(String html) {
        return TAG.matcher(withoutPlots(html))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** A parser of XML, which is stricter than a browser, finds the name as it was in each plot that shows it. */
    @ParameterizedTest
    @ValueSource(strings = {"</svg><script>alert(1)</script>", "\"&'", "]]>", "a<b"})
    void html_plotsAreWellFormed(String name) throws Exception {
        List<MatchResult> plots = Pattern.compile("(?s)<svg .*?</svg>")
                .matcher(Pages.everyKind(name).html())
                .results()
                .toList();
        assertThat(plots).hasSize(6);
        for (MatchResult plot : plots) {
            var source = new InputSource(new StringReader(plot.group()));
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(source)
                            .getDocumentElement()
                            .getTextContent())
                    .contains(name);
        }
    }

    /** A kind without its section in the template would be left out, and nobody would be told. */
    @Test
    void html_showsEachKind() {
        String without = Pages.of().html();
        Pages.everyKind().sections().stream()
                .flatMap(section -> section.blocks().stream())
                .forEach(block -> assertThat(Pages.of(block).html())
                        .as(block.getClass().getSimpleName())
                        .isNotEqualToIgnoringWhitespace(without));
    }

    @Test
    void html_loadsNothing() {
        String html = Pages.everyKind().html();
        assertThat(html.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContainPattern("(?i)https?:")
                .doesNotContainPattern("(?i)<(script|iframe|img|object|embed|link rel=\"stylesheet)")
                .doesNotContainPattern("(?i)url\\((?!#)");
        assertThat(html)
                .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'; img-src data:\">")
                .contains("<meta charset=\"utf-8\">");
    }

    /** Two outlooks, a utilization, a ranking, a distribution and a system. */
    @Test
    void html_aPlotForEachBlockThatHasOne() {
        String html = Pages.everyKind().html();
        assertThat(html.split("<svg ", -1)).hasSize(1 + 6);
        assertThat(html.split("</svg>", -1)).hasSize(1 + 6);
    }

    @Test
    void html_idsAreUnique() {
        List<String> ids = ids(Pages.everyKind().html());
        assertThat(ids).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
    }

    @Test
    void html_referencesLeadSomewhere() {
        String html = Pages.everyKind().html();
        assertThat(Pattern.compile("aria-labelledby=\"([^\"]*)\"")
                        .matcher(html)
                        .results()
                        .flatMap(found -> Stream.of(found.group(1).split(" "))))
                .hasSize(12)
                .isSubsetOf(ids(html));
    }

    /** Every element is closed, and in the order in which it was opened; no attribute stands twice. */
    @Test
    void html_elementsAreClosed() {
        String html = Pages.everyKind().html();
        Deque<String> open = new ArrayDeque<>();
        Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>")
                .matcher(html.replaceAll("(?s)<style>.*?</style>", ""))
                .results()
                .filter(tag -> !VOID.contains(tag.group(2)) && !tag.group(3).endsWith("/"))
                .forEach(tag -> {
                    if (tag.group(1).isEmpty()) {
                        open.push(tag.group(2));
                    } else {
                        assertThat(open.pop()).as(tag.group()).isEqualTo(tag.group(2));
                    }
                    assertThat(ATTRIBUTE.matcher(tag.group(3)).results().map(attribute -> attribute.group(1)))
                            .as(tag.group())
                            .doesNotHaveDuplicates();
                });
        assertThat(open).isEmpty();
    }

    /** Each row and each column says what it is of, each picture what it shows, and no heading skips a level. */
    @Test
    void html_canBeHeard() {
        String html = Pages.everyKind().html();
        assertThat(html).doesNotContainPattern("<th(?![a-z])(?![^>]* scope=\"(col|row|rowgroup)\")");
        assertThat(html).doesNotContainPattern("<tr>(\\s*)<td");
        assertThat(html).doesNotContainPattern("<svg (?![^>]*role=\"img\")");
        List<Integer> levels = Pattern.compile("<h([1-6])>")
                .matcher(html)
                .results()
                .map(heading -> Integer.valueOf(heading.group(1)))
                .toList();
        assertThat(levels).startsWith(1).containsOnlyOnce(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    /** On a phone the cells of a row stand below each other, each with the heading of its column. */
    @Test
    void html_stackedCellsHaveTheirColumns() {
        List<String> tables = Pattern.compile("(?s)<table class=\"[^\"]*stacked\">.*?</table>")
                .matcher(Pages.everyKind().html())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(tables).hasSize(5).allSatisfy(table -> {
            List<String> columns = all(table, "<th scope=\"col\">([^<]*)</th>");
            List<String> labels = all(table, "<td[^>]* data-label=\"([^\"]*)\"");
            assertThat(labels).hasSizeGreaterThanOrEqualTo(columns.size() - 1);
            for (int i = 0; i < labels.size(); i++) {
                assertThat(labels.get(i)).isEqualTo(columns.get(1 + i % (columns.size() - 1)));
            }
            assertThat(table.split("<td", -1)).hasSize(labels.size() + 1);
        });
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> ids(String html) {
        return ID.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Drivers of which no end has an answer have no plot, and nothing to say besides. */
    @Test
    void html_driversWithoutSwing() {
        Block ranking = new Block.Ranking(
                new Block.Answer("rate", Pages.number(7, "7")),
                List.of(new Block.Driver("users", 0.75, null, null)),
                "");
        String html = Pages.of(ranking).html();
        assertThat(html)
                .contains("<tr><th scope=\"row\">users</th><td data-label=\"share of the variance\">75%</td>")
                .doesNotContain("<figure>")
                .doesNotContain("<p>");
    }

    /** A line ends before a range, but not between number and unit; a long remark may break anywhere. */
    @Test
    void html_numbersDoNotBreak() {
        Value ranged =
                new Value("Qps", "req/s", 12e3, new Value.Spread(7e3, 12e3, 2e4, 12e3, true), "12k req/s (7k … 20k)");
        Value remarked =
                new Value("Qps", "req/s", 9, null, "9 req/s (no range: users must be at most 10 in each draw)");
        String html = Pages.of(new Block.Table(
                        "part",
                        List.of("found"),
                        List.of(
                                new Block.Row("a", List.of(new Block.Cell(ranged))),
                                new Block.Row("b", List.of(new Block.Cell(remarked))),
                                new Block.Row("c", List.of(new Block.Cell(null))))))
                .html();
        assertThat(html)
                .contains("<td data-label=\"found\"><span class=\"unbroken\">12k req/s</span>"
                        + " <span class=\"unbroken\">(7k … 20k)</span></td>")
                .contains("<td data-label=\"found\"><span class=\"unbroken\">9 req/s</span>"
                        + " (no range: users must be at most 10 in each draw)</td>")
                .contains("<th scope=\"row\">c</th><td class=\"none\" data-label=\"found\">–</td>")
                .contains(".unbroken { white-space: nowrap; }");
    }

    /** A headline figure says what became of its limit, and so does the title. */
    @Test
    void html_verdictsAreSeenAtOnce() {
        Value size = Pages.number(7, "7");
        Block.Fit fit = new Block.Fit("size", "size ≤ 5", size, Pages.number(5, "5"), true, false, 0, "fails");
        String html = Pages.of(
                        new Block.Answers(List.of(new Block.Answer("size", size), new Block.Answer("rate", size))),
                        new Block.Fits(List.of(fit)))
                .html();
        assertThat(html)
                .contains("<h1>Page <span class=\"badge bad\">✗ limit fails</span></h1>")
                .contains("<dt>size</dt><dd>7</dd><dd class=\"badge bad\">✗ limit fails</dd></div>")
                .contains("<dt>rate</dt><dd>7</dd></div>")
                .contains("<td><span class=\"badge bad\">✗ fails</span></td>");
    }

    @ParameterizedTest
    @MethodSource("emptyBlocks")
    void html_emptyLists(Block block) {
        assertThat(Pages.of(block).html()).contains("<h2>Part</h2>").endsWith("</html>\n");
    }

    static Stream<Block> emptyBlocks() {
        return Stream.of(
                new Block.Text(List.of()),
                new Block.Assumptions(List.of()),
                new Block.Answers(List.of()),
                new Block.Fits(List.of()),
                new Block.Ranking(new Block.Answer("rate", Pages.number(7, "7")), List.of(), ""),
                new Block.Derivation(List.of(), List.of()),
                new SystemBlock.UseCases(List.of()));
    }

    /** One that is one line without chapters has a heading less. */
    @Test
    void html_withoutChapters() {
        assertThat(body(Pages.of(new Block.Text(List.of("Words"))).html())).isEqualTo("""
                <h1>Page</h1>
                <section>
                <h2>Part</h2>
                <p>Words</p>
                </section>
                """);
    }

    private static String body(String html) {
        String body = html.substring(html.indexOf("<main>") + "<main>\n".length(), html.indexOf("</main>"));
        return withoutPlots(body).replaceAll("\n{2,}", "\n");
    }

    private static String withoutPlots(String html) {
        return html.replaceAll("(?s)<svg .*?</svg>", "PLOT");
    }
}
