package dev.estimator.internal.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What all plots have in common, and what is refused. */
class PlotsTest {
    private static final PlotLabels LABELS =
            new PlotLabels("p7", "A <title> & more", "It's \"shown\".", PlotsTest::text);
    private static final String LONG = "requests of each user and day, in all of the regions together";

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    static Stream<String> plots() {
        return Stream.of(
                Plots.histogram(
                        LABELS,
                        List.of(new Bar(1, 2, 3)),
                        List.of(new Mark(1.5, "a < b")),
                        List.of(new Mark(2, "limit"))),
                Plots.tornado(LABELS, List.of(new Swing(LONG, 3, 9)), new Mark(5, "best & guess")),
                Plots.growth(
                        LABELS,
                        PlotsTest::text,
                        List.of(new GrowthPoint(0, 1, 2, 3), new GrowthPoint(1, 2, 4, 7)),
                        List.of(new Mark(0.5, "full")),
                        new Mark(5, "limit")),
                Plots.utilization(LABELS, List.of(new LimitUsage(LONG, 0.3, 0.7), new LimitUsage("disk", 1.3, 0.8))));
    }

    @ParameterizedTest
    @MethodSource("plots")
    void isAnElementOfAPage(String svg) {
        Element root = Picture.of(svg).root();
        assertThat(svg).startsWith("<svg ").endsWith("</svg>");
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(root.getAttribute("viewBox")).startsWith("0 0 480 ");
        assertThat(root.hasAttribute("width") || root.hasAttribute("height")).isFalse();
        assertThat(root.getAttribute("role")).isEqualTo("img");
    }

    @ParameterizedTest
    @MethodSource("plots")
    void isNamedAndDescribed(String svg) {
        Picture picture = Picture.of(svg);
        Element title = picture.all("title").get(0);
        Element desc = picture.all("desc").get(0);
        assertThat(title.getParentNode()).isSameAs(picture.root());
        assertThat(title.getTextContent()).isEqualTo("A <title> & more");
        assertThat(desc.getTextContent()).startsWith("It's \"shown\".");
        assertThat(picture.root().getAttribute("aria-labelledby"))
                .isEqualTo(title.getAttribute("id") + " " + desc.getAttribute("id"));
    }

    @ParameterizedTest
    @MethodSource("plots")
    void idsArePrefixed(String svg) {
        List<String> ids = Picture.of(svg).all("*").stream()
                .map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith("p7-"));
        assertThat(svg).doesNotContain("url(", "clip-path", "<defs", "genericDefs");
    }

    @ParameterizedTest
    @MethodSource("plots")
    void coloursAreVariables(String svg) {
        Set<String> allowed = Stream.of(Ink.values()).map(Ink::css).collect(Collectors.toCollection(HashSet::new));
        allowed.add("none");
        for (Element element : Picture.of(svg).all("*")) {
            for (String attribute : List.of("fill", "stroke")) {
                if (element.hasAttribute(attribute)) {
                    assertThat(allowed).contains(element.getAttribute(attribute));
                }
            }
            assertThat(element.hasAttribute("style")).isFalse();
        }
        // what says nothing would be black
        assertThat(Picture.of(svg).all("text")).allMatch(t -> t.hasAttribute("fill"));
        assertThat(svg).doesNotContain("rgb(", "#", "opacity");
    }

    @ParameterizedTest
    @MethodSource("plots")
    void textsLieInside(String svg) {
        for (Element text : Picture.of(svg).all("text")) {
            assertThat(Picture.number(text, "x")).isBetween(0.0, 480.0);
            double height = Double.parseDouble(
                    Picture.of(svg).root().getAttribute("viewBox").split(" ", -1)[3]);
            assertThat(Picture.number(text, "y")).isBetween(9.0, height);
        }
    }

    @Test
    void sameInputSameText() {
        assertThat(plots().toList()).isEqualTo(plots().toList());
    }

    @Test
    void longNames_areShortenedInThePictureOnly() {
        for (String svg : plots().filter(s -> s.contains("…")).toList()) {
            Picture picture = Picture.of(svg);
            Element shown = picture.textElement("and day, in all of the r…");
            assertThat(shown.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(LONG);
            assertThat(picture.all("desc").get(0).getTextContent()).contains(LONG);
        }
        assertThat(plots().filter(s -> s.contains("…"))).hasSize(2);
    }

    @Test
    void emptyLists() {
        refused("bars must have at least one", () -> Plots.histogram(LABELS, List.of(), List.of(), List.of()));
        refused("swings must have at least one", () -> Plots.tornado(LABELS, List.of(), new Mark(1, "")));
        refused(
                "points must have at least one",
                () -> Plots.growth(LABELS, PlotsTest::text, List.of(), List.of(), null));
        refused("usages must have at least one", () -> Plots.utilization(LABELS, List.of()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void badValues(double bad) {
        refused("from must be finite and >= 0 but was " + bad, () -> new Bar(bad, 2, 1));
        refused("to must be finite", () -> new Bar(1, bad, 1));
        refused("share must be finite", () -> new Bar(1, 2, bad));
        refused("at must be finite", () -> new Mark(bad, ""));
        refused("low must be finite", () -> new Swing("", bad, 1));
        refused("high must be finite", () -> new Swing("", 1, bad));
        refused("x must be finite", () -> new GrowthPoint(bad, 1, 2, 3));
        refused("low must be finite", () -> new GrowthPoint(0, bad, 2, 3));
        refused("middle must be finite", () -> new GrowthPoint(0, 1, bad, 3));
        refused("high must be finite", () -> new GrowthPoint(0, 1, 2, bad));
        refused("used must be finite", () -> new LimitUsage("", bad, 1.0));
        refused("target must be finite", () -> new LimitUsage("", 1, bad));
    }

    @Test
    void badOrder() {
        refused("from must be at most to (2.0) but was 3.0", () -> new Bar(3, 2, 1));
        refused("low must be at most high (2.0) but was 3.0", () -> new GrowthPoint(0, 3, 2, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7p", "a b", "a\"b", "é"})
    void badIds(String bad) {
        refused("id must be letters", () -> new PlotLabels(bad, "", "", PlotsTest::text));
    }

    private static void refused(String message, Runnable plot) {
        assertThatIllegalArgumentException().isThrownBy(plot::run).withMessageStartingWith(message);
    }

    /** Nothing to see, or too much: no crash, no picture that is not one. */
    @Timeout(20)
    @ParameterizedTest
    @ValueSource(doubles = {0, Double.MIN_VALUE, 1e-300, 1e-9, 1, 1e21, 1e300, Double.MAX_VALUE})
    void anyMagnitude(double v) {
        Mark mark = new Mark(v, "mark");
        List<Mark> marks = List.of(mark, mark, new Mark(v / 2, "half"), new Mark(v / 1e5, "little"));
        check(Plots.histogram(LABELS, List.of(new Bar(v, v, 1)), marks, List.of(new Mark(1, "limit"))));
        check(Plots.histogram(LABELS, List.of(new Bar(0, v, 0), new Bar(v, v, 0)), marks, List.of()));
        check(Plots.tornado(LABELS, List.of(new Swing("s", v, v), new Swing("t", v / 100, v)), mark));
        check(Plots.tornado(LABELS, List.of(new Swing("s", v, v)), mark));
        check(Plots.growth(LABELS, PlotsTest::text, List.of(new GrowthPoint(v, v, v, v)), marks, mark));
        check(Plots.growth(
                LABELS,
                PlotsTest::text,
                List.of(new GrowthPoint(0, 0, v, v), new GrowthPoint(v, v, v, v)),
                marks,
                new Mark(7, "l")));
        check(Plots.utilization(LABELS, List.of(new LimitUsage("u", v, v))));
    }

    @Test
    void manyMagnitudes() {
        List<Swing> swings = IntStream.range(0, 12)
                .mapToObj(i -> new Swing("driver " + i, 1e-9 * (i + 1), 1e21 / (i + 1)))
                .toList();
        String svg = Plots.tornado(LABELS, swings, new Mark(1, "best guess"));
        check(svg);
        assertThat(Picture.of(svg).bars(Ink.FILL)).hasSize(12);
        check(Plots.histogram(
                LABELS,
                List.of(new Bar(1e-9, 1, 1), new Bar(1, 1e21, 2)),
                IntStream.range(0, 9).mapToObj(i -> new Mark(i, "mark " + i)).toList(),
                List.of()));
    }

    private static void check(String svg) {
        assertThat(svg).doesNotContain("NaN", "Infinity", "E");
        for (Element element : Picture.of(svg).all("rect")) {
            assertThat(Picture.left(element)).isBetween(-1.5, 480.0);
            assertThat(Picture.right(element)).isCloseTo(240, within(241.5));
        }
    }
}
