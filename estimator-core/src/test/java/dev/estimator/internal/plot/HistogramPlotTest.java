package dev.estimator.internal.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class HistogramPlotTest {
    private static final PlotLabels LABELS = new PlotLabels("h", "Histogram", "Shares.", Double::toString);
    private static final List<Bar> BARS =
            List.of(new Bar(20, 40, 0.1), new Bar(40, 61, 0.55), new Bar(61, 83, 0.3), new Bar(83, 106, 0.05));
    private static final List<Bar> DECADES = List.of(new Bar(1, 10, 3), new Bar(10, 100, 7), new Bar(100, 1000, 4));

    @Test
    void heightsAreProportionalToShares() {
        List<Element> bars = drawn(BARS, List.of()).bars(Ink.FILL);
        assertThat(bars).hasSize(4);
        double highest = Picture.number(bars.get(1), "height");
        assertThat(highest).isGreaterThan(150);
        for (int i = 0; i < 4; i++) {
            assertThat(Picture.number(bars.get(i), "height"))
                    .isCloseTo(highest * BARS.get(i).share() / 0.55, within(0.02));
            assertThat(Picture.number(bars.get(i), "y") + Picture.number(bars.get(i), "height"))
                    .isCloseTo(237, within(0.02));
        }
    }

    @Test
    void placesAreProportionalToValues() {
        Picture picture = drawn(BARS, List.of(new Mark(50, "fifty"), new Mark(30, "thirty")), new Mark(90, "limit"));
        List<Element> bars = picture.bars(Ink.FILL);
        double left = Picture.left(bars.get(0));
        double scale = (Picture.right(bars.get(3)) - left) / (106 - 20);
        for (int i = 0; i < 4; i++) {
            assertThat(Picture.left(bars.get(i))).isCloseTo(left + (BARS.get(i).from() - 20) * scale, within(1.1));
            assertThat(Picture.right(bars.get(i))).isCloseTo(left + (BARS.get(i).to() - 20) * scale, within(1.1));
        }
        assertThat(xs(picture, Ink.MARK)).hasSize(2);
        assertThat(xs(picture, Ink.MARK).get(0)).isCloseTo(left + 10 * scale, within(1.1));
        assertThat(xs(picture, Ink.MARK).get(1)).isCloseTo(left + 30 * scale, within(1.1));
        assertThat(xs(picture, Ink.WARN)).hasSize(1);
        assertThat(xs(picture, Ink.WARN).get(0)).isCloseTo(left + 70 * scale, within(1.1));
        assertThat(picture.upright(Ink.WARN).get(0).hasAttribute("stroke-dasharray"))
                .isTrue();
        // ticks at round values, the grid at the ticks
        assertThat(picture.texts()).contains("20.0", "40.0", "60.0", "80.0", "100.0");
        assertThat(picture.xOf("80.0")).isCloseTo(left + 60 * scale, within(1.1));
        assertThat(xs(picture, Ink.GRID)).hasSize(5).contains(picture.xOf("80.0"));
    }

    /** A cost by the second, written by the month of 730 hours: round there, and no text touches the next. */
    @Test
    void ticks_areRoundInTheUnitThatIsShown() {
        double month = 730 * 3600;
        var labels = new PlotLabels(
                "h", "Cost", "Shares.", x -> new BigDecimal(x * month / 1000).round(new MathContext(4)) + "k$/month");
        List<Bar> bars =
                List.of(new Bar(21_000 / month, 65_000 / month, 0.7), new Bar(65_000 / month, 109_000 / month, 0.3));
        Picture picture = Picture.of(new HistogramPlot(labels, bars, List.of(), List.of()).svg());
        assertThat(picture.texts()).isNotEmpty().allMatch(text -> text.matches("[0-9]+[05](\\.0+)?k\\$/month"));
        double last = -1e3;
        for (String text : picture.texts()) {
            assertThat(picture.xOf(text) - last).isGreaterThan(Lettering.width(text));
            last = picture.xOf(text);
        }
    }

    @Test
    void barsOfEqualRatio_takeALogarithmicAxis() {
        Picture picture = drawn(DECADES, List.of(new Mark(Math.sqrt(1000), "middle")));
        List<Element> bars = picture.bars(Ink.FILL);
        double width = Picture.number(bars.get(0), "width");
        assertThat(bars).allSatisfy(b -> assertThat(Picture.number(b, "width")).isCloseTo(width, within(0.02)));
        double middle = (Picture.left(bars.get(1)) + Picture.right(bars.get(1))) / 2;
        assertThat(xs(picture, Ink.MARK).get(0)).isCloseTo(middle, within(0.02));
        assertThat(picture.xOf("10.0")).isCloseTo(Picture.left(bars.get(1)), within(1.1));
        assertThat(picture.xOf("100.0")).isCloseTo(Picture.right(bars.get(1)), within(1.1));
    }

    @Test
    void limitFarOut_isNamedOnly() {
        Picture picture = drawn(BARS, List.of(), new Mark(4000, "limit"));
        assertThat(picture.upright(Ink.WARN)).isEmpty();
        assertThat(picture.texts()).contains("limit →");
        assertThat(picture.bars(Ink.FILL)).allMatch(b -> Picture.number(b, "width") > 80);
    }

    @Test
    void limitFartherOut_widensTheAxis() {
        Picture picture = drawn(BARS, List.of(), new Mark(200, "limit"));
        List<Element> bars = picture.bars(Ink.FILL);
        double scale = (Picture.right(bars.get(3)) - Picture.left(bars.get(0))) / (106 - 20);
        assertThat(xs(picture, Ink.WARN).get(0)).isCloseTo(Picture.left(bars.get(0)) + (200 - 20) * scale, within(2.5));
    }

    @Test
    void marksCloseTogether_areWrittenApart() {
        List<Mark> marks = List.of(new Mark(50, "p5 of it"), new Mark(52, "best guess"), new Mark(54, "p95 of it"));
        Picture picture = drawn(BARS, marks, new Mark(53, "limit of all"));
        for (Mark one : marks) {
            Element text = picture.textElement(one.text());
            double width = Lettering.width(one.text());
            double left = Picture.number(text, "x")
                    - (text.getAttribute("text-anchor").equals("end") ? width : 0);
            double row = Picture.number(text, "y");
            assertThat(picture.upright(Ink.MARK))
                    .as("lines through %s", one.text())
                    .noneMatch(l -> Picture.number(l, "x1") > left
                            && Picture.number(l, "x1") < left + width
                            && Picture.number(l, "y1") < row);
        }
    }

    private static List<Double> xs(Picture picture, Ink ink) {
        return picture.upright(ink).stream().map(l -> Picture.number(l, "x1")).toList();
    }

    private static Picture drawn(List<Bar> bars, List<Mark> marks, Mark... limits) {
        return Picture.of(Plots.histogram(LABELS, bars, marks, List.of(limits)));
    }
}
