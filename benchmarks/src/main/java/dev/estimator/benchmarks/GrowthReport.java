package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Units.PER_SECOND;

import dev.estimator.analysis.Sweep;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Simulation;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.Step;
import dev.estimator.system.UseCase;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.w3c.dom.Document;

/**
 * How the cost of an answer grows with its size, a picture for each way in which it can be large: {@code java -cp
 * benchmarks.jar dev.estimator.benchmarks.GrowthReport folder}. The fastest of several on one thread.
 */
public final class GrowthReport {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 280;
    private static final int LEAST_TRIES = 5;
    private static final double ENOUGH = 1_000;

    private GrowthReport() {}

    /** One way to be large, and what is asked at each size. */
    record Axis(String name, List<Integer> sizes, IntFunction<?> answer) {}

    /** What an answer of a size took. */
    record Point(int size, double milliseconds) {}

    /**
     * Measures, prints and draws.
     *
     * @param arguments the folder for pictures, {@code growth} by default
     * @throws IOException if they cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments.length == 0 ? "growth" : arguments[0]));
        for (Axis axis : axes()) {
            milliseconds(axis.answer, axis.sizes.get(1)); // until it is compiled
            List<Point> points = axis.sizes.stream()
                    .map(size -> new Point(size, milliseconds(axis.answer, size)))
                    .toList();
            points.forEach(point -> System.out.printf(
                    Locale.ROOT, "%-12s %,10d  %10.3f ms%n", axis.name, point.size, point.milliseconds));
            System.out.printf(Locale.ROOT, "%-12s grows with the power %.2f at its end%n", axis.name, slope(points));
            draw(axis, points, folder.resolve(axis.name + ".svg"));
        }
    }

    static List<Axis> axes() {
        return List.of(
                new Axis("samples", List.of(1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20), GrowthReport::samples),
                new Axis("steps", List.of(10, 30, 100, 300, 1000, 3000), GrowthReport::steps),
                new Axis("assumptions", List.of(10, 30, 100, 300, 1000), GrowthReport::assumptions),
                new Axis("components", List.of(3, 10, 30, 100), GrowthReport::components),
                new Axis("rows", List.of(100, 1000, 10_000, 100_000), GrowthReport::rows));
    }

    /** A size that is a sum of ranges, drawn. */
    private static Object samples(int samples) {
        Bytes size = assume("text", between(bytes(200), bytes(1_000)))
                .times(assume("copies", between(ratio(1), ratio(3))))
                .plus(assume("picture", between(kb(5), kb(80))));
        return Simulation.of(size).withSamples(samples).summary(size).toString();
    }

    /** A chain of steps from one range to its 95th percentile. */
    private static Object steps(int steps) {
        Count value = assume("begin", between(million(1), million(2)));
        for (int i = 1; i <= steps; i++) {
            value = i % 2 == 0 ? value.plus(count(i)) : value.times(ratio(1 + 1e-3 / i));
        }
        return Simulation.of(value).summary(value).p95();
    }

    /** A sum of ranges, each an assumption, and its 95th percentile. */
    private static Object assumptions(int assumptions) {
        Count sum = IntStream.range(0, assumptions)
                .mapToObj(i -> assume("part " + i, between(count(10 + i), count(30 + 2 * i))))
                .reduce(count(0), Count::plus);
        return Simulation.of(sum).summary(sum).p95();
    }

    /** The table of a system: a gateway calls services, each with a time that is a range. */
    private static Object components(int components) {
        Step[] services = IntStream.range(1, components)
                .mapToObj(i -> Component.named("service " + i)
                        .serviceTime(assume("time " + i, between(ms(1 + i % 5), ms(3 + i % 5))), count(8))
                        .upPerInstance(percentUp(99.5)))
                .toArray(Step[]::new);
        Component gateway =
                Component.named("gateway").serviceTime(us(300), count(8)).upPerInstance(percentUp(99.9));
        Qps rate =
                assume("users", between(million(2), million(8))).times(count(3)).per(DAY);
        return Architecture.of(UseCase.read("look", rate, rate.times(ratio(3)), gateway.calling(services)))
                .toString();
    }

    /** Scenarios of one estimate, a row each, with its 5th and 95th percentiles. */
    private static Object rows(int rows) {
        Count users = assume("users", million(10));
        Ratio peak = assume("peak to average", between(ratio(2), ratio(5)));
        Qps requests = users.times(count(20)).per(DAY).times(peak);
        Sweep sweep = Sweep.of(requests).over(users).withPercentiles(5, 95);
        return sweep.rows(IntStream.range(0, rows).mapToObj(i -> Map.of("users", million(1 + i))))
                .mapToDouble(row -> row.percentile(requests, 95).to(PER_SECOND))
                .sum();
    }

    /** The fastest of tries for a second or more, of which the first warm up. */
    private static double milliseconds(IntFunction<?> answer, int size) {
        double fastest = Double.POSITIVE_INFINITY;
        double spent = 0;
        for (int i = 0; i < LEAST_TRIES || spent < ENOUGH; i++) {
            long start = System.nanoTime();
            if (answer.apply(size) == null) {
                throw new IllegalStateException("an answer is missing");
            }
            double taken = (System.nanoTime() - start) / 1e6;
            fastest = Math.min(fastest, taken);
            spent += taken;
        }
        return fastest;
    }

    /** The power of the size with which the last step grows. */
    static double slope(List<Point> points) {
        Point last = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        return Math.log(last.milliseconds / before.milliseconds) / Math.log((double) last.size / before.size);
    }

    /** Both axes are logarithmic, so that what grows in proportion climbs as the grey line does. */
    static void draw(Axis axis, List<Point> points, Path file) throws IOException {
        var measured = new XYSeries("measured");
        points.forEach(point -> measured.add(point.size, point.milliseconds));
        Point last = points.get(points.size() - 1);
        var proportional = new XYSeries("in proportion");
        points.forEach(point -> proportional.add(point.size, last.milliseconds * point.size / last.size));
        var data = new XYSeriesCollection(measured);
        data.addSeries(proportional);
        JFreeChart chart = ChartFactory.createXYLineChart(null, axis.name, "milliseconds", data);
        XYPlot plot = chart.getXYPlot();
        plot.setDomainAxis(decades(axis.name));
        plot.setRangeAxis(decades("milliseconds"));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        var renderer = new XYLineAndShapeRenderer();
        renderer.setSeriesPaint(0, new Color(0x2c, 0x6f, 0xb3));
        renderer.setSeriesPaint(1, Color.GRAY);
        renderer.setSeriesShapesVisible(1, false);
        plot.setRenderer(renderer);
        var pen = new SVGGraphics2D(document());
        pen.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        chart.draw(pen, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        try (Writer out = Files.newBufferedWriter(file)) {
            pen.stream(out, true);
        }
    }

    private static LogAxis decades(String label) {
        LogAxis axis = new LogAxis(label);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setMinorTickMarksVisible(false);
        return axis;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVGGraphics2D.SVG_NAMESPACE_URI, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("a JDK without documents", e);
        }
    }
}
