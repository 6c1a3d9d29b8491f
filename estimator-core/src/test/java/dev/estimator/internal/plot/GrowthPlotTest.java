package dev.estimator.internal.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class GrowthPlotTest {
    private static final PlotLabels LABELS = new PlotLabels("g", "Growth", "Over time.", Double::toString);
    private static final List<GrowthPoint> POINTS =
            List.of(new GrowthPoint(0, 9, 10, 11), new GrowthPoint(3, 16, 20, 25), new GrowthPoint(10, 30, 40, 55));

    /** One coordinate of the picture, as its path says it. */
    private record At(double x, double y) {}

    @Test
    void lineGoesThroughThePoints_fromZero() {
        Picture picture = drawn(POINTS, List.of(new Mark(6.5, "full")), new Mark(30, "limit"));
        List<At> line = path(picture, "stroke", Ink.FILL);
        assertThat(line).hasSize(3);
        At first = line.get(0);
        At last = line.get(2);
        assertThat(line.get(1).x()).isCloseTo(first.x() + 0.3 * (last.x() - first.x()), within(0.05));
        double scale = (first.y() - last.y()) / (40 - 10);
        assertThat(line.get(1).y()).isCloseTo(first.y() - 10 * scale, within(0.05));
        double zero = Picture.number(picture.level(Ink.MUTED).get(0), "y1");
        assertThat(first.y() + 10 * scale).isCloseTo(zero, within(0.1));
        Element full = picture.upright(Ink.MARK).get(0);
        assertThat(Picture.number(full, "x1")).isCloseTo((line.get(1).x() + last.x()) / 2, within(0.05));
        Element limit = picture.level(Ink.WARN).get(0);
        assertThat(Picture.number(limit, "y1")).isCloseTo((line.get(1).y() + last.y()) / 2, within(0.05));
        assertThat(Picture.number(limit, "x1")).isCloseTo(first.x(), within(0.05));
        assertThat(picture.texts()).contains("full", "limit", "0.0", "3.0", "10.0");
    }

    /** Half a year from point to point, and a year from text to text: nine texts would be too many. */
    @Test
    void timesAreWritten_inStepsOfACalendar() {
        List<GrowthPoint> points = IntStream.rangeClosed(0, 9)
                .mapToObj(i -> new GrowthPoint(i * 182.5, 9 + i, 10 + i, 11 + i))
                .toList();
        Picture picture = Picture.of(
                Plots.growth(LABELS, days -> Math.round(days / 365 * 12) + " months later", points, List.of(), null));
        assertThat(picture.texts().stream().filter(text -> text.endsWith(" months later")))
                .containsExactly("0 months later", "24 months later", "48 months later");
        Picture shorter =
                Picture.of(Plots.growth(LABELS, days -> Math.round(days / 365 * 12) + "mo", points, List.of(), null));
        assertThat(shorter.texts().stream().filter(text -> text.endsWith("mo")))
                .containsExactly("0mo", "12mo", "24mo", "36mo", "48mo");
    }

    @Test
    void bandGoesFromLowToHigh() {
        Picture picture = drawn(POINTS, List.of(), null);
        List<At> line = path(picture, "stroke", Ink.FILL);
        double scale = (line.get(0).y() - line.get(2).y()) / (40 - 10);
        double zero = line.get(0).y() + 10 * scale;
        List<At> band = path(picture, "fill", Ink.BAND);
        for (int i = 0; i < 3; i++) {
            double x = line.get(i).x();
            for (double value : new double[] {POINTS.get(i).low(), POINTS.get(i).high()}) {
                assertThat(band)
                        .anyMatch(at -> Math.abs(at.x() - x) < 0.05 && Math.abs(at.y() - (zero - value * scale)) < 0.1);
            }
        }
    }

    @Test
    void manyfoldGrowth_isLogarithmic() {
        List<GrowthPoint> points =
                List.of(new GrowthPoint(0, 1, 1, 1), new GrowthPoint(1, 8, 10, 12), new GrowthPoint(2, 90, 100, 120));
        List<At> line = path(drawn(points, List.of(), null), "stroke", Ink.FILL);
        assertThat(line.get(1).y()).isCloseTo((line.get(0).y() + line.get(2).y()) / 2, within(0.05));
    }

    @Test
    void monthsAreWrittenByTheYear() {
        List<GrowthPoint> months = IntStream.rangeClosed(0, 36)
                .mapToObj(m -> new GrowthPoint(m, m, m, m))
                .toList();
        PlotLabels values = new PlotLabels("g", "", "", v -> "v" + v);
        Picture picture = Picture.of(Plots.growth(values, m -> "month " + (int) m, months, List.of(), null));
        assertThat(picture.texts())
                .contains("month 0", "month 12", "month 24", "month 36")
                .doesNotContain("month 18");
    }

    @Test
    void limitFarAbove_isNamedOnly() {
        Picture picture = drawn(POINTS, List.of(), new Mark(1000, "limit"));
        assertThat(picture.level(Ink.WARN)).isEmpty();
        assertThat(picture.texts()).contains("limit ↑");
    }

    @Test
    void onePoint_isADot() {
        Picture picture = drawn(POINTS.subList(0, 1), List.of(), null);
        assertThat(picture.all("*"))
                .filteredOn(e -> e.getAttribute("fill").equals(Ink.FILL.css()))
                .hasSize(1);
    }

    private static List<At> path(Picture picture, String attribute, Ink ink) {
        Element path = picture.all("*").stream()
                .filter(e -> e.getAttribute(attribute).equals(ink.css())
                        && (e.hasAttribute("d") || e.hasAttribute("points")))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("(-?[\\d.]+)[ ,]+(-?[\\d.]+)")
                .matcher(path.getAttribute("d") + path.getAttribute("points"))
                .results()
                .map(m -> new At(Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2))))
                .toList();
    }

    private static Picture drawn(List<GrowthPoint> points, List<Mark> marks, @Nullable Mark limit) {
        return Picture.of(Plots.growth(LABELS, Double::toString, points, marks, limit));
    }
}
