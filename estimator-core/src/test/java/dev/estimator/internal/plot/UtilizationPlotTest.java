package dev.estimator.internal.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class UtilizationPlotTest {
    private static final PlotLabels LABELS = new PlotLabels("u", "Limits", "Used.", v -> Math.round(v * 100) + " %");

    @Test
    void lengthsAreProportionalToUse() {
        Picture picture = drawn(
                new LimitUsage("cpu", 0.72, 0.6), new LimitUsage("disk", 0.18, 0.8), new LimitUsage("net", 0, 0.7));
        List<Element> bars = picture.bars(Ink.FILL);
        double left = Picture.left(bars.get(0));
        double all = picture.xOf("100 %") - left;
        assertThat(bars).hasSize(3);
        assertThat(Picture.number(bars.get(0), "width")).isCloseTo(0.72 * all, within(0.05));
        assertThat(Picture.number(bars.get(1), "width")).isCloseTo(0.18 * all, within(0.05));
        assertThat(Picture.number(bars.get(2), "width")).isCloseTo(1, within(0.05));
        assertThat(picture.upright(Ink.MARK))
                .extracting(l -> (Picture.number(l, "x1") - left) / all)
                .satisfiesExactly(
                        x -> assertThat(x).isCloseTo(0.6, within(1e-3)),
                        x -> assertThat(x).isCloseTo(0.7, within(1e-3)),
                        x -> assertThat(x).isCloseTo(0.8, within(1e-3)));
        assertThat(picture.bars(Ink.WARN)).isEmpty();
        assertThat(picture.upright(Ink.WARN)).isEmpty();
        assertThat(picture.texts()).contains("72 %", "18 %", "0 %", "cpu", "disk", "net");
    }

    @Test
    void beyondTheLimit_warns() {
        Picture picture = drawn(new LimitUsage("cpu", 0.5, 0.6), new LimitUsage("disk", 1.25, 0.8));
        assertThat(picture.bars(Ink.FILL)).hasSize(1);
        Element beyond = picture.bars(Ink.WARN).get(0);
        double half = Picture.number(picture.bars(Ink.FILL).get(0), "width");
        assertThat(Picture.number(beyond, "width")).isCloseTo(half * 2.5, within(0.05));
        Element line = picture.upright(Ink.WARN).get(0);
        assertThat(Picture.number(line, "x1")).isCloseTo(Picture.left(beyond) + 2 * half, within(0.05));
    }

    @Test
    void farBeyond_isCut() {
        Picture picture = drawn(new LimitUsage("cpu", 0.5, 0.6), new LimitUsage("disk", 40, 0.8));
        double half = Picture.number(picture.bars(Ink.FILL).get(0), "width");
        assertThat(Picture.number(picture.bars(Ink.WARN).get(0), "width")).isCloseTo(half * 3, within(0.05));
        assertThat(picture.texts()).contains("→ 4000 %");
    }

    @Test
    void describesEachLimit() {
        assertThat(drawn(new LimitUsage("cpu", 0.5, 0.6)).all("desc").get(0).getTextContent())
                .isEqualTo("Used.\ncpu: 50 %, target 60 %");
    }

    private static Picture drawn(LimitUsage... usages) {
        return Picture.of(Plots.utilization(LABELS, List.of(usages)));
    }
}
