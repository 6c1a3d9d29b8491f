package dev.estimator.internal.plot;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Bars as high as their shares, marks above them. Shares have no axis, since they depend on how wide the bars are. */
record HistogramPlot(PlotLabels labels, List<Bar> bars, List<Mark> marks, List<Mark> limits) {
    private static final double SIDE = 16;
    private static final double WIDTH = Canvas.WIDTH - 2 * SIDE;

    /** Bars of equal ratio differ in width by more than this factor; bars of equal width, only by rounding. */
    private static final double UNEQUAL = 1.5;

    private static final double GAP = 1;
    private static final double THINNEST = 2;

    String svg() {
        AxisRange reach = reach();
        Flags flags = Flags.of(marks, limits, reach, SIDE, SIDE + WIDTH);
        double top = flags.height() + 4;
        double height = Canvas.HEIGHT + flags.more();
        Rectangle2D area = new Rectangle2D.Double(SIDE, top, WIDTH, height - top - PlotFrame.FOOT);
        List<Tick> ticks = Ticks.across(reach, labels.valueText(), SIDE, WIDTH).best();
        XYPlot plot = PlotFrame.plot(data(reach), PlotFrame.axis(0, 1), PlotFrame.axis(0, 1), PlotFrame.bars(Ink.FILL));
        for (Tick tick : ticks) {
            plot.addDomainMarker(PlotFrame.line(tick.place(), Ink.GRID), Layer.BACKGROUND);
        }
        Canvas canvas = new Canvas(height);
        PlotFrame.draw(plot, canvas, area);
        canvas.line(area.getMinX(), area.getMaxY(), area.getMaxX(), area.getMaxY(), Ink.MUTED, Canvas.THIN);
        flags.draw(canvas, area);
        PlotFrame.foot(canvas, area, ticks);
        return canvas.svg(labels, Stream.concat(marks.stream(), limits.stream()).map(Mark::text));
    }

    /** Chooses the axis, linear or logarithmic, on which all bars look equally wide. */
    private AxisRange reach() {
        Bar first = bars.get(0);
        Bar last = bars.get(bars.size() - 1);
        boolean isLog = first.from() > 0 && last.to() - last.from() > UNEQUAL * (first.to() - first.from());
        double[] ends = bars.stream()
                .flatMapToDouble(b -> DoubleStream.of(b.from(), b.to()))
                .toArray();
        AxisRange reach = AxisRange.of(isLog, ends);
        return reach.with(Stream.concat(marks.stream(), limits.stream()).toList())
                .padded();
    }

    private XYIntervalSeriesCollection data(AxisRange reach) {
        double most = bars.stream().mapToDouble(Bar::share).max().orElseThrow();
        XYIntervalSeries series = new XYIntervalSeries("");
        for (Bar bar : bars) {
            double from = reach.place(bar.from());
            double to = reach.place(bar.to());
            double middle = (from + to) / 2;
            double half = Math.max((to - from) / 2 - GAP / WIDTH / 2, THINNEST / WIDTH / 2);
            double height = most == 0 ? 0 : bar.share() / most;
            series.add(middle, middle - half, middle + half, height, 0, height);
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        return data;
    }
}
