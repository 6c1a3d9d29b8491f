package dev.estimator.internal.plot;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.IntervalXYDataset;

/**
 * The look that all plots share: flat, a thin grid, no frame. Axes go from 0 to 1, or over the rows. JFreeChart writes
 * no texts at them: we do, as texts that the browser sets in a font that only it knows.
 */
final class PlotFrame {
    static final double FOOT = Lettering.LINE + 6;

    private PlotFrame() {}

    /** An axis without a line or texts. */
    static NumberAxis axis(double low, double high) {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(low, high);
        axis.setTickUnit(new NumberTickUnit(high - low), false, false);
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        return axis;
    }

    static XYPlot plot(IntervalXYDataset data, NumberAxis domain, NumberAxis range, XYItemRenderer renderer) {
        XYPlot plot = new XYPlot(data, domain, range, renderer);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setFixedDomainAxisSpace(new AxisSpace());
        plot.setFixedRangeAxisSpace(new AxisSpace());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return plot;
    }

    static XYPlot rows(IntervalXYDataset data, int rows, XYItemRenderer renderer) {
        NumberAxis domain = axis(-0.5, rows - 0.5);
        domain.setInverted(true);
        XYPlot plot = plot(data, domain, axis(0, 1), renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        return plot;
    }

    /** Flat bars, with a colour for each series. */
    static XYBarRenderer bars(Ink... inks) {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setUseYInterval(true);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        for (int i = 0; i < inks.length; i++) {
            renderer.setSeriesPaint(i, inks[i].marker());
        }
        return renderer;
    }

    /** A thin line behind the data at each tick of the range axis. */
    static void grid(XYPlot plot, List<Tick> ticks) {
        for (Tick tick : ticks) {
            plot.addRangeMarker(line(tick.place(), Ink.GRID), Layer.BACKGROUND);
        }
    }

    static ValueMarker line(double place, Ink ink) {
        return new ValueMarker(place, ink.marker(), Canvas.THIN);
    }

    /**
     * Draws into an area of whole pixels; JFreeChart would round any other, and move the plot away from our own lines.
     */
    static void draw(Plot plot, Canvas canvas, Rectangle2D area) {
        plot.draw(canvas.pen(), area, null, null, null);
    }

    /** Writes the ticks under the plot. */
    static void foot(Canvas canvas, Rectangle2D area, List<Tick> ticks) {
        for (Tick tick : ticks) {
            double x = area.getMinX() + tick.place() * area.getWidth();
            canvas.text(tick.text(), x, area.getMaxY() + Lettering.LINE, Canvas.Anchor.MIDDLE, Ink.MUTED);
        }
    }

    /** Writes the ticks to the left of the plot. */
    static void side(Canvas canvas, Rectangle2D area, List<Tick> ticks) {
        for (Tick tick : ticks) {
            double y = area.getMaxY() - tick.place() * area.getHeight() + Lettering.SIZE * 0.35;
            canvas.text(tick.text(), area.getMinX() - 6, y, Canvas.Anchor.END, Ink.MUTED);
        }
    }
}
