package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.estimator.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens the HTML of the design sheets, and of a report, in Chromium. */
class HtmlPagesTest {
    private static final Map<String, Page> PAGES = new LinkedHashMap<>();

    /** WCAG 2.2, success criterion 1.4.3, for text of the usual size. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final int WIDE = 1200;
    private static final int USUAL = 1000;
    private static final int NARROW = 390;
    private static final int LEAST_FIGURE = 200;

    @TempDir
    private static Path scratch;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Optional<Browser> found = Browser.find();
        assumeTrue(found.isPresent(), "no Chromium found: HTML was not opened");
        browser = found.orElseThrow();
        DesignSheetsTest.sheets().forEach(sheet -> PAGES.put(sheet, DesignSheetsTest.page(sheet)));
        PAGES.put("report", UrlShortener.uncertain().page());
        for (Map.Entry<String, Page> page : PAGES.entrySet()) {
            page.getValue().write(file(page.getKey()));
        }
    }

    static Stream<String> pages() {
        return Stream.concat(DesignSheetsTest.sheets(), Stream.of("report"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_opensWithoutErrorsAndRequests(String name) throws Exception {
        Browser.Visit visit = browser.open(file(name), scratch);
        assertThat(visit.console()).isEmpty();
        assertThat(visit.requests()).isEmpty();
        String dom = visit.dom();
        assertThat(dom)
                .containsPattern("<html lang=\"en\"")
                .contains("<title>" + page(name).title());
        assertFigures(dom, figures(page(name)));
        assertHeadings(dom);
        assertThat(tags(dom, "th")).isNotEmpty().allMatch(th -> th.matches(".* scope=\"(col|row|rowgroup)\".*"));
    }

    private static void assertFigures(String dom, long expected) {
        assertThat(expected).isPositive();
        assertThat(Pattern.compile("<svg\\b.*?</svg>", Pattern.DOTALL)
                        .matcher(dom)
                        .results()
                        .map(svg -> svg.group()))
                .hasSize((int) expected)
                .allSatisfy(svg -> assertThat(svg)
                        .containsPattern("\\A<svg[^>]* role=\"img\"")
                        .containsPattern("<title id=\"[^\"]+\">[^<]+</title>")
                        .containsPattern("<desc id=\"[^\"]+\">[^<]+</desc>")
                        .containsPattern("<(rect|path|line|polygon)\\b"));
    }

    /** Those blocks that have a figure; a ranking only if there is something to draw. */
    private static long figures(Page page) {
        return StreamSupport.stream(
                        JsonParser.parseString(page.json())
                                .getAsJsonObject()
                                .getAsJsonArray("sections")
                                .spliterator(),
                        false)
                .flatMap(section -> StreamSupport.stream(
                        section.getAsJsonObject().getAsJsonArray("blocks").spliterator(), false))
                .map(JsonElement::getAsJsonObject)
                .filter(block -> hasFigure(block.get("kind").getAsString(), block))
                .count();
    }

    private static boolean hasFigure(String kind, JsonObject block) {
        return switch (kind) {
            case "distribution", "outlook", "utilization", "architecture" -> true;
            case "ranking" ->
                StreamSupport.stream(block.getAsJsonArray("drivers").spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .anyMatch(driver -> driver.has("atLow") && driver.has("atHigh"));
            default -> false;
        };
    }

    private static void assertHeadings(String dom) {
        List<Integer> levels = Pattern.compile("<h([1-6])\\b")
                .matcher(dom)
                .results()
                .map(heading -> Integer.valueOf(heading.group(1)))
                .toList();
        assertThat(levels).containsOnlyOnce(1).startsWith(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).as("heading %s", i).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    private static List<String> tags(String dom, String name) {
        return Pattern.compile("<" + name + "\\b[^>]*>")
                .matcher(dom)
                .results()
                .map(tag -> tag.group())
                .toList();
    }

    /** That what the test above looks for would be seen. */
    @Test
    void browser_tellsOfErrorsAndRequests() throws Exception {
        Path page = scratch.resolve("bad.html");
        Files.writeString(
                page,
                "<!DOCTYPE html><title>bad</title><img src=\"https://example.invalid/a.png\">"
                        + "<script>throw new Error('seen')</script>");
        Browser.Visit visit = browser.open(page, scratch);
        assertThat(visit.console()).hasSize(1).first().asString().contains("seen");
        assertThat(visit.requests()).hasSize(1).first().asString().contains("https://example.invalid/a.png");
    }

    /** All pages at both widths, each in a frame because a window cannot be that narrow. */
    @ParameterizedTest
    @CsvSource({"false, 1", "true, 0"})
    void page_fitsAndCanBeRead(boolean isDark, int preferredColorScheme) throws Exception {
        Path frames = frames();
        String dom = browser.open(
                        frames,
                        scratch,
                        "--window-size=1300,1000",
                        "--blink-settings=preferredColorScheme=" + preferredColorScheme)
                .dom();
        List<Measured> measured = Pattern.compile("<li>(.*?)</li>")
                .matcher(dom)
                .results()
                .map(found -> Measured.parse(found.group(1)))
                .toList();
        assertThat(measured).hasSize(3 * PAGES.size());
        for (Measured page : measured) {
            assertThat(page.isDark).as(page.name).isEqualTo(isDark);
            assertFits(page);
            assertReadable(page);
        }
    }

    private static void assertFits(Measured page) {
        assertThat(page.all("beyond"))
                .as("pixels of %s beside its window", page.name)
                .containsExactly("0");
        if (Integer.parseInt(page.width) < WIDE) {
            assertThat(page.all("table"))
                    .as("pixels of tables of %s beside their places", page.name)
                    .isNotEmpty()
                    .containsOnly("0");
        }
        List<String> figures = page.all("figure");
        assertThat(figures).as("figures of %s", page.name).hasSize((int) figures(page(page.page())));
        assertThat(figures).as(page.name).allSatisfy(box -> {
            String[] sides = box.split(" ", -1);
            assertThat(Double.parseDouble(sides[1]) - Double.parseDouble(sides[0]))
                    .as("width of a figure")
                    .isGreaterThan(LEAST_FIGURE);
            assertThat(Double.parseDouble(sides[0])).isNotNegative();
            assertThat(Double.parseDouble(sides[1])).isLessThanOrEqualTo(Double.parseDouble(page.width));
            assertThat(Double.parseDouble(sides[2])).as("height of a figure").isPositive();
        });
        assertThat(page.all("cut"))
                .as("labels of %s that stick out of their figure", page.name)
                .isEmpty();
    }

    private static void assertReadable(Measured page) {
        List<String> colors = page.all("color");
        assertThat(colors).as(page.name).hasSizeGreaterThan(4).allSatisfy(line -> {
            String[] parts = line.split("/", -1);
            assertThat(contrast(luminance(parts[1]), luminance(parts[2])))
                    .as("contrast of %s on %s: %s", page.name, parts[0], line)
                    .isGreaterThanOrEqualTo(LEAST_CONTRAST);
        });
        double paper = luminance(page.all("paper").get(0));
        assertThat(page.isDark ? 1 - paper : paper).as("paper of %s", page.name).isGreaterThan(0.9);
    }

    /** As WCAG 2.2 defines the contrast ratio. */
    private static double contrast(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** As WCAG 2.2 defines the relative luminance. */
    private static double luminance(String rgb) {
        Matcher parts = Pattern.compile("rgb\\((\\d+), (\\d+), (\\d+)\\)").matcher(rgb);
        assertThat(parts.matches()).as(rgb).isTrue();
        return 0.2126 * linear(parts.group(1)) + 0.7152 * linear(parts.group(2)) + 0.0722 * linear(parts.group(3));
    }

    private static double linear(String part) {
        double s = Integer.parseInt(part) / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }

    /** What a page says of itself. */
    private record Measured(String name, String width, boolean isDark, List<String> facts) {
        static Measured parse(String line) {
            List<String> facts = List.of(line.split("; ", -1));
            String[] first = facts.get(0).split(" ", -1);
            return new Measured(first[0] + " " + first[1], first[1], Boolean.parseBoolean(first[2]), facts);
        }

        String page() {
            return name.substring(0, name.indexOf(' '));
        }

        List<String> all(String kind) {
            return facts.stream()
                    .filter(fact -> fact.startsWith(kind + "="))
                    .map(fact -> fact.substring(kind.length() + 1))
                    .toList();
        }
    }

    /** Copies of the pages that measure themselves; their security policy would forbid the script. */
    private static Path frames() throws IOException {
        var html = new StringBuilder("<!DOCTYPE html><title>frames</title><ul></ul><script>"
                + "addEventListener('message', e => document.querySelector('ul')"
                + ".appendChild(document.createElement('li')).textContent = e.data)</script>");
        for (Map.Entry<String, Page> page : PAGES.entrySet()) {
            String plain = page.getValue().html();
            String open = plain.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
            assertThat(open).as("without its policy").isNotEqualTo(plain);
            Path copy = scratch.resolve(page.getKey() + "-measured.html");
            Files.writeString(copy, open.replace("</body>", MEASURE.replace("NAME", page.getKey()) + "</body>"));
            for (int width : new int[] {WIDE, USUAL, NARROW}) {
                html.append("<iframe src=\"").append(copy.toUri()).append("\" style=\"height:900px;border:0;width:");
                html.append(width).append("px\"></iframe>");
            }
        }
        Path frames = scratch.resolve("frames.html");
        Files.writeString(frames, html);
        return frames;
    }

    private static final String MEASURE = """
            <script>
            addEventListener('load', () => {
              const said = ['NAME ' + innerWidth + ' ' + matchMedia('(prefers-color-scheme: dark)').matches];
              const page = document.documentElement;
              said.push('beyond=' + Math.max(0, page.scrollWidth - page.clientWidth));
              const paper = e => {
                for (; e; e = e.parentElement) {
                  const color = getComputedStyle(e).backgroundColor;
                  if (color !== 'rgba(0, 0, 0, 0)') return color;
                }
                return 'rgb(255, 255, 255)';
              };
              said.push('paper=' + paper(document.body));
              const color = (what, e, c) => e && said.push('color=' + what + '/' + c + '/' + paper(e));
              for (const what of ['h1', 'p', 'td', 'th', 'td.source', 'dt', 'dd', 'dd small', 'summary', 'figcaption', 'pre']) {
                const e = document.querySelector(what);
                color(what, e, e && getComputedStyle(e).color);
              }
              for (const place of document.querySelectorAll('.scroll:has(> table)')) {
                said.push('table=' + Math.max(0, place.scrollWidth - place.clientWidth));
              }
              for (const svg of document.querySelectorAll('svg')) {
                const box = svg.getBoundingClientRect();
                const seen = (svg.closest('.scroll') || svg).getBoundingClientRect();
                said.push('figure=' + seen.left + ' ' + seen.right + ' ' + seen.height);
                for (const text of svg.querySelectorAll('text')) {
                  const inner = text.getBoundingClientRect();
                  if (inner.left < box.left - 1 || inner.right > box.right + 1 || inner.top < box.top - 1
                      || inner.bottom > box.bottom + 1) said.push('cut=' + text.textContent);
                  color('figure', svg, getComputedStyle(text).fill);
                }
              }
              parent.postMessage(said.join('; '), '*');
            });
            </script>
            """;

    private static Page page(String name) {
        return Objects.requireNonNull(PAGES.get(name), name);
    }

    private static Path file(String name) {
        return scratch.resolve(name + ".html");
    }
}
