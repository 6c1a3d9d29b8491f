package dev.estimator.internal.plot;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * A bar for each limit, as long as the part of it that is used; bars far beyond the limit are cut, or the others would
 * be too short to see.
 */
record UtilizationPlot(PlotLabels labels, List<LimitUsage> usages) {
    private static final double ALL = 1;
    private static final double LONGEST = 1.5;
    private static final double THINNEST = 1;
    private static final double GAP = 6;

    String svg() {
        AxisRange reach = new AxisRange(0, longest(), false);
        Rows rows = Rows.of(usages.stream().map(LimitUsage::name).toList());
        double beside = usages.stream()
                        .mapToDouble(u -> Lettering.width(shown(u)))
                        .max()
                        .orElseThrow()
                + GAP;
        Rectangle2D area = rows.area(0, beside);
        List<Tick> ticks = Ticks.across(reach, labels.valueText(), area.getMinX(), area.getWidth())
                .best();
        XYPlot plot = PlotFrame.rows(data(reach, area.getWidth()), usages.size(), PlotFrame.bars(Ink.FILL, Ink.WARN));
        PlotFrame.grid(plot, ticks);
        Canvas canvas = new Canvas(area.getMaxY() + PlotFrame.FOOT);
        PlotFrame.draw(plot, canvas, area);
        if (longest() > ALL) {
            double x = area.getMinX() + reach.place(ALL) * area.getWidth();
            canvas.line(x, area.getMinY(), x, area.getMaxY(), Ink.WARN, Canvas.THICK_DASHED);
        }
        rows.names(canvas, area);
        marksAndTexts(canvas, area, rows, reach);
        PlotFrame.foot(canvas, area, ticks);
        return canvas.svg(labels, details());
    }

    private double longest() {
        double most = usages.stream()
                .mapToDouble(u -> u.target() == null ? u.used() : Math.max(u.used(), u.target()))
                .max()
                .orElseThrow();
        return Math.max(ALL, Math.min(most, LONGEST));
    }

    private XYIntervalSeriesCollection data(AxisRange reach, double width) {
        XYIntervalSeries within = new XYIntervalSeries("within");
        XYIntervalSeries beyond = new XYIntervalSeries("beyond");
        for (int row = 0; row < usages.size(); row++) {
            double used = usages.get(row).used();
            double end = Math.max(reach.place(Math.min(used, reach.high())), THINNEST / width);
            XYIntervalSeries series = used > ALL ? beyond : within;
            series.add(row, row - Rows.HALF_BAR, row + Rows.HALF_BAR, end, 0, end);
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(within);
        data.addSeries(beyond);
        return data;
    }

    private void marksAndTexts(Canvas canvas, Rectangle2D area, Rows rows, AxisRange reach) {
        for (int row = 0; row < usages.size(); row++) {
            LimitUsage usage = usages.get(row);
            Double target = usage.target();
            if (target != null && reach.contains(target)) {
                double x = area.getMinX() + reach.place(target) * area.getWidth();
                double y = rows.middle(area, row);
                canvas.line(x, y - 12, x, y + 12, Ink.MARK, Canvas.MEDIUM);
            }
            canvas.text(shown(usage), Canvas.WIDTH, rows.baseline(area, row), Canvas.Anchor.END, Ink.INK);
        }
    }

    private String text(LimitUsage usage) {
        return labels.valueText().apply(usage.used());
    }

    /** Says where a bar is cut. */
    private String shown(LimitUsage usage) {
        return (usage.used() > LONGEST ? "→ " : "") + text(usage);
    }

    private Stream<String> details() {
        return usages.stream()
                .map(u -> u.name() + ": " + text(u)
                        + (u.target() == null
                                ? ""
                                : ", target " + labels.valueText().apply(u.target())));
    }
}
