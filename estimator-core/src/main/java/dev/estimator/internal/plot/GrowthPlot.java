package dev.estimator.internal.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** A line in its band over time, limits across it, marks above it. */
record GrowthPlot(
        PlotLabels labels,
        DoubleFunction<String> timeText,
        List<GrowthPoint> points,
        List<Mark> marks,
        List<Mark> limits) {
    private static final double MOST_OF_TICKS = 120;
    private static final double SIDE = 16;
    private static final double GAP = 6;

    /** A tick at the top of the axis reaches so far above it. */
    private static final double ABOVE_TICKS = 5;

    /** How many months apart written times may be: steps of a calendar. */
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};

    private static final double MONTH_DAYS = 365.25 / 12;

    String svg() {
        AxisRange values = values();
        AxisRange times = AxisRange.of(
                        false, points.stream().mapToDouble(GrowthPoint::x).toArray())
                .with(marks);
        List<Tick> side =
                Ticks.up(values, labels.valueText(), Canvas.HEIGHT / 2).best();
        double left =
                side.stream().mapToDouble(t -> Lettering.width(t.text())).max().orElseThrow();
        left = Math.ceil(Math.min(left, MOST_OF_TICKS) + 2 * GAP);
        double right = Math.floor(Canvas.WIDTH - Math.max(SIDE, Lettering.width(timeText.apply(times.high())) / 2));
        Flags flags = Flags.of(marks, List.of(), times, left, right);
        double top = flags.height() + Lettering.SIZE;
        double height = Canvas.HEIGHT + flags.more();
        Rectangle2D area = new Rectangle2D.Double(left, top, right - left, height - top - PlotFrame.FOOT);
        Canvas canvas = new Canvas(height);
        XYPlot plot = PlotFrame.plot(data(times, values), PlotFrame.axis(0, 1), PlotFrame.axis(0, 1), renderer());
        PlotFrame.grid(plot, side);
        PlotFrame.draw(plot, canvas, area);
        canvas.line(left, area.getMaxY(), right, area.getMaxY(), Ink.MUTED, Canvas.THIN);
        limits.forEach(limit -> limit(canvas, area, values, limit, flags));
        flags.draw(
                canvas, new Rectangle2D.Double(left, top - ABOVE_TICKS, right - left, area.getHeight() + ABOVE_TICKS));
        PlotFrame.side(canvas, area, side);
        PlotFrame.foot(canvas, area, timeTicks(times, area));
        return canvas.svg(labels, Stream.concat(marks.stream(), limits.stream()).map(Mark::text));
    }

    /** An axis from zero, since growth is a ratio; logarithmic if the ratio is too large to be seen on a linear one. */
    private AxisRange values() {
        double[] all = points.stream()
                .flatMapToDouble(p -> DoubleStream.of(p.low(), p.middle(), p.high()))
                .toArray();
        if (AxisRange.isWide(all)) {
            return AxisRange.of(true, all).with(limits).padded();
        }
        double high = DoubleStream.of(all).max().orElseThrow();
        return AxisRange.of(false, 0, high).with(limits).padded();
    }

    private DeviationRenderer renderer() {
        // a single point makes no line
        DeviationRenderer renderer = new DeviationRenderer(true, points.size() == 1);
        renderer.setAlpha(1);
        renderer.setSeriesPaint(0, Ink.FILL.marker());
        renderer.setSeriesFillPaint(0, Ink.BAND.marker());
        renderer.setSeriesStroke(0, Canvas.MEDIUM);
        return renderer;
    }

    private YIntervalSeriesCollection data(AxisRange times, AxisRange values) {
        YIntervalSeries series = new YIntervalSeries("");
        for (GrowthPoint p : points) {
            series.add(times.place(p.x()), values.place(p.middle()), values.place(p.low()), values.place(p.high()));
        }
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        data.addSeries(series);
        return data;
    }

    /** Writes the text of the limit between marks, nearest the side where the growing line is farther away from it. */
    private void limit(Canvas canvas, Rectangle2D area, AxisRange values, Mark limit, Flags flags) {
        boolean isOff = !values.contains(limit.at());
        double place = isOff ? (limit.at() < values.low() ? 0 : 1) : values.place(limit.at());
        double y = area.getMaxY() - place * area.getHeight();
        if (!isOff) {
            canvas.line(area.getMinX(), y, area.getMaxX(), y, Ink.WARN, Canvas.THICK_DASHED);
        }
        double atStart = Math.abs(values.place(points.get(0).middle()) - place);
        double atEnd = Math.abs(values.place(points.get(points.size() - 1).middle()) - place);
        String text = isOff ? limit.text() + (place == 0 ? " ↓" : " ↑") : limit.text();
        boolean isStart = atStart >= atEnd;
        Line2D room = room(flags, area, Lettering.width(text), isStart);
        double from = isStart ? room.getX1() : Math.max(room.getX1(), room.getX2() - Lettering.width(text));
        double to = isStart ? Math.min(room.getX2(), from + Lettering.width(text)) : room.getX2();
        // above the line; inside the plot if the limit lies off its top, or the text of a mark stands there
        boolean isUnder = isOff ? place == 1 : y - area.getMinY() < Lettering.SIZE && flags.isAbove(from, to);
        canvas.shortened(
                text,
                room.getX2() - room.getX1(),
                isStart ? from : to,
                isUnder ? y + Lettering.SIZE : y - 5,
                isStart ? Canvas.Anchor.START : Canvas.Anchor.END,
                Ink.INK);
    }

    /** The first place between marks that is wide enough for a text, from a side on; else the widest. */
    private static Line2D room(Flags flags, Rectangle2D area, double width, boolean fromStart) {
        List<Line2D> rooms = new ArrayList<>();
        double from = area.getMinX() + 4;
        for (double mark : flags.lines()) {
            rooms.add(new Line2D.Double(from, 0, mark - 4, 0));
            from = mark + 4;
        }
        rooms.add(new Line2D.Double(from, 0, area.getMaxX(), 0));
        if (!fromStart) {
            Collections.reverse(rooms);
        }
        return rooms.stream()
                .filter(room -> room.getX2() - room.getX1() >= width)
                .findFirst()
                .orElseGet(
                        () -> Collections.max(rooms, Comparator.comparingDouble(room -> room.getX2() - room.getX1())));
    }

    /** Points are where the reader expects a time: at months, or at dates. */
    private List<Tick> timeTicks(AxisRange times, Rectangle2D area) {
        Ticks across = Ticks.across(times, timeText, area.getMinX(), area.getWidth());
        for (int stride : strides()) {
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i < points.size(); i += stride) {
                double x = points.get(i).x();
                ticks.add(new Tick(times.place(x), timeText.apply(x)));
            }
            if (ticks.size() <= 8 && across.isReadable(ticks)) {
                return ticks;
            }
        }
        return across.best();
    }

    /** How many points apart written times may be; points are equally many months apart. */
    private int[] strides() {
        double apart = points.size() < 2 ? 0 : points.get(1).x() - points.get(0).x();
        int months = (int) Math.max(1, Math.min(Math.round(apart / MONTH_DAYS), MONTHS[MONTHS.length - 1] + 1));
        return IntStream.of(MONTHS)
                .filter(stride -> stride % months == 0)
                .map(stride -> stride / months)
                .toArray();
    }
}
