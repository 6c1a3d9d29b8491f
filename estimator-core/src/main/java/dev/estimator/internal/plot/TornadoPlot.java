package dev.estimator.internal.plot;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** A bar for each driver, between the results at the driver's low and high end. */
record TornadoPlot(PlotLabels labels, List<Swing> swings, Mark bestGuess) {
    private static final double THINNEST = 2;

    String svg() {
        AxisRange reach = reach();
        Rows rows = Rows.of(swings.stream().map(Swing::name).toList());
        Flags flags = Flags.of(List.of(bestGuess), List.of(), reach, rows.left(), rows.right(0));
        Rectangle2D area = rows.area(flags.height(), 0);
        List<Tick> ticks = Ticks.across(reach, labels.valueText(), area.getMinX(), area.getWidth())
                .best();
        XYPlot plot = PlotFrame.rows(data(reach, area.getWidth()), swings.size(), PlotFrame.bars(Ink.FILL));
        PlotFrame.grid(plot, ticks);
        Canvas canvas = new Canvas(area.getMaxY() + PlotFrame.FOOT);
        PlotFrame.draw(plot, canvas, area);
        flags.draw(canvas, area);
        rows.names(canvas, area);
        arrows(canvas, area, rows);
        PlotFrame.foot(canvas, area, ticks);
        return canvas.svg(labels, details());
    }

    private AxisRange reach() {
        double[] ends = DoubleStream.concat(
                        DoubleStream.of(bestGuess.at()),
                        swings.stream().flatMapToDouble(s -> DoubleStream.of(s.low(), s.high())))
                .filter(TornadoPlot::isNumber)
                .toArray();
        if (ends.length == 0) {
            return AxisRange.of(false, 0);
        }
        return AxisRange.of(AxisRange.isWide(ends), ends).padded();
    }

    /** An infinite result is drawn at the end of the axis. */
    private static boolean isNumber(double value) {
        return value < Double.MAX_VALUE;
    }

    /** A driver that does not move the result is still drawn, as a thin bar. */
    private XYIntervalSeriesCollection data(AxisRange reach, double width) {
        XYIntervalSeries series = new XYIntervalSeries("");
        for (int row = 0; row < swings.size(); row++) {
            double low = place(reach, swings.get(row).low());
            double high = place(reach, swings.get(row).high());
            double middle = (low + high) / 2;
            double half = Math.max(Math.abs(high - low), THINNEST / width) / 2;
            series.add(row, row - Rows.HALF_BAR, row + Rows.HALF_BAR, middle, middle - half, middle + half);
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        return data;
    }

    private void arrows(Canvas canvas, Rectangle2D area, Rows rows) {
        for (int row = 0; row < swings.size(); row++) {
            if (!isNumber(Math.max(swings.get(row).low(), swings.get(row).high()))) {
                canvas.text("→", area.getMaxX(), rows.baseline(area, row), Canvas.Anchor.START, Ink.INK);
            }
        }
    }

    private static double place(AxisRange reach, double value) {
        return isNumber(value) ? reach.place(value) : 1;
    }

    /** The full names, and the direction of each driver, which the bar does not show. */
    private Stream<String> details() {
        DoubleFunction<String> text = labels.valueText();
        return Stream.concat(
                Stream.of(bestGuess.text()),
                swings.stream().map(s -> s.name() + ": " + text.apply(s.low()) + " to " + text.apply(s.high())));
    }
}
