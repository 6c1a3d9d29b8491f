package dev.estimator.internal.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TornadoPlotTest {
    private static final PlotLabels LABELS = new PlotLabels("t", "Drivers", "What moves it.", Double::toString);

    @Test
    void linear() {
        // the second falls where its driver rises
        Picture picture = drawn(40, new Swing("users", 20, 70), new Swing("hits", 55, 30), new Swing("size", 38, 41));
        List<Element> bars = picture.bars(Ink.FILL);
        assertThat(bars).hasSize(3);
        double left = Picture.left(bars.get(0));
        double scale = (Picture.right(bars.get(0)) - left) / (70 - 20);
        assertEnds(bars.get(1), left + (30 - 20) * scale, left + (55 - 20) * scale);
        assertEnds(bars.get(2), left + (38 - 20) * scale, left + (41 - 20) * scale);
        Element line = picture.upright(Ink.MARK).get(0);
        assertThat(Picture.number(line, "x1")).isCloseTo(left + (40 - 20) * scale, within(0.05));
        assertThat(picture.xOf("60.0")).isCloseTo(left + (60 - 20) * scale, within(0.05));
    }

    @Test
    void logarithmic() {
        Picture picture = drawn(100, new Swing("users", 1, 10_000), new Swing("hits", 10, 1000));
        List<Element> bars = picture.bars(Ink.FILL);
        double left = Picture.left(bars.get(0));
        double decade = (Picture.right(bars.get(0)) - left) / 4;
        assertEnds(bars.get(1), left + decade, left + 3 * decade);
        assertThat(Picture.number(picture.upright(Ink.MARK).get(0), "x1")).isCloseTo(left + 2 * decade, within(0.05));
        assertThat(picture.xOf("100.0")).isCloseTo(left + 2 * decade, within(0.05));
    }

    /** By the month, although they are held by the second: not every cent a second, which is $26.28k a month. */
    @Test
    void ticks_areRoundByTheMonth() {
        double month = 2_628_000;
        var labels = new PlotLabels(
                "t",
                "Drivers",
                "What moves it.",
                value -> BigDecimal.valueOf(value * month / 1000)
                                .round(new MathContext(6))
                                .stripTrailingZeros()
                                .toPlainString()
                        + "k");
        var users = new Swing("users", 24_500 / month, 31_000 / month);
        var best = new Mark(27_000 / month, "best guess");
        Picture picture = Picture.of(Plots.tornado(labels, List.of(users), best));
        assertThat(picture.texts()).contains("26k", "28k", "30k");
    }

    /** A ratio of just 30 is linear still, and so is any ratio to zero. */
    @Test
    void linearUpToAFactorOf30() {
        for (double low : new double[] {10, 0}) {
            List<Element> bars = drawn(155, new Swing("users", low, 300), new Swing("hits", 155, 300))
                    .bars(Ink.FILL);
            double half = Picture.number(bars.get(0), "width") * (300 - 155) / (300 - low);
            assertThat(Picture.number(bars.get(1), "width")).isCloseTo(half, within(0.05));
        }
    }

    @Test
    void longName_standsInTwoLines() {
        Picture picture = drawn(40, new Swing("position compression ratio", 30, 50), new Swing("hits", 20, 70));
        assertThat(picture.texts()).contains("position compression", "ratio", "hits");
        Element bar = picture.bars(Ink.FILL).get(0);
        double top = Picture.number(bar, "y");
        double bottom = top + Picture.number(bar, "height");
        double first = Picture.number(picture.textElement("position compression"), "y");
        double second = Picture.number(picture.textElement("ratio"), "y");
        assertThat(second - first).isCloseTo(17, within(0.01));
        assertThat((first + second) / 2 - 0.35 * 13).isCloseTo((top + bottom) / 2, within(1.0));
    }

    @Test
    void firstOnTop_namesBesideTheirBars() {
        Picture picture = drawn(40, new Swing("users", 30, 50), new Swing("hits", 20, 70));
        List<Element> bars = picture.bars(Ink.FILL);
        for (int i = 0; i < 2; i++) {
            double top = Picture.number(bars.get(i), "y");
            double y =
                    Picture.number(picture.textElement(List.of("users", "hits").get(i)), "y");
            assertThat(y).isBetween(top, top + Picture.number(bars.get(i), "height"));
        }
        assertThat(Picture.number(bars.get(0), "y")).isLessThan(Picture.number(bars.get(1), "y"));
    }

    @Test
    void driverThatMovesNothing_isSeen() {
        Element bar = drawn(40, new Swing("users", 30, 50), new Swing("none", 40, 40))
                .bars(Ink.FILL)
                .get(1);
        assertThat(Picture.number(bar, "width")).isCloseTo(2, within(0.02));
    }

    @Test
    void describesDirections() {
        assertThat(drawn(40, new Swing("users", 20, 70), new Swing("hits", 55, 30))
                        .all("desc")
                        .get(0)
                        .getTextContent())
                .isEqualTo("What moves it.\nbest guess\nusers: 20.0 to 70.0\nhits: 55.0 to 30.0");
    }

    private static void assertEnds(Element bar, double left, double right) {
        assertThat(Picture.left(bar)).isCloseTo(left, within(0.05));
        assertThat(Picture.right(bar)).isCloseTo(right, within(0.05));
    }

    private static Picture drawn(double bestGuess, Swing... swings) {
        return Picture.of(Plots.tornado(LABELS, List.of(swings), new Mark(bestGuess, "best guess")));
    }
}
