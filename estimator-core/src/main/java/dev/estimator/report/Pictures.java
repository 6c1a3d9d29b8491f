package dev.estimator.report;

import dev.estimator.internal.plot.Arrow;
import dev.estimator.internal.plot.Bar;
import dev.estimator.internal.plot.Box;
import dev.estimator.internal.plot.GrowthPoint;
import dev.estimator.internal.plot.LimitUsage;
import dev.estimator.internal.plot.Mark;
import dev.estimator.internal.plot.PlotLabels;
import dev.estimator.internal.plot.Plots;
import dev.estimator.internal.plot.Swing;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The plots of blocks that have one. */
final class Pictures {
    private static final double DAY_SECONDS = 86_400;
    private static final String UNTIL = "until ";
    private static final String DATE = "[+-]?[0-9]+-[0-9]{2}-[0-9]{2}";

    private Pictures() {}

    static String network(SystemBlock.Architecture architecture, String id) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        architecture.components().forEach(component -> boxes.put(component.name(), box(component)));
        List<Arrow> arrows = new ArrayList<>();
        for (SystemBlock.Flow flow : architecture.flows()) {
            Stream.of(flow.caller(), flow.callee())
                    .forEach(end -> boxes.computeIfAbsent(
                            end, name -> new Box(name, List.of(), null, List.of(), Box.Frame.ROUND)));
            arrows.add(new Arrow(
                    flow.caller(), flow.callee(), flow.label(), !flow.remark().isEmpty()));
        }
        var labels = new PlotLabels(
                id, "System", "What comes to each component at peak, and who calls whom.", Findings::percent);
        return Plots.network(labels, List.copyOf(boxes.values()), arrows);
    }

    private static Box box(SystemBlock.Component component) {
        Value busy = component.utilization();
        return new Box(
                component.name(),
                component.lines(),
                busy == null ? null : (Double) drawn(busy.size()),
                component.markList(),
                component.isBottleneck()
                        ? Box.Frame.THICK
                        : component.isSinglePoint() ? Box.Frame.DOUBLE : Box.Frame.PLAIN);
    }

    static String histogram(Block.Distribution distribution, String id) {
        Value value = distribution.result().value();
        List<Mark> marks = new ArrayList<>();
        Value.Spread spread = value.spread();
        if (spread != null) {
            List<String> texts = value.textsOf(List.of(value.low(), value.size(), value.high()));
            marks.add(mark(value.low(), "p5 " + texts.get(0)));
            marks.add(mark(value.size(), "best guess " + texts.get(1)));
            marks.add(mark(value.high(), "p95 " + texts.get(2)));
        }
        List<Bar> bars = distribution.bins().stream()
                .map(bin -> new Bar(bin.from(), bin.to(), bin.share()))
                .toList();
        List<Mark> limits = distribution.limits().stream()
                .map(limit -> mark(limit.size(), "limit " + limit.main()))
                .toList();
        return Plots.histogram(labels(id, distribution.result(), "How likely each value is."), bars, marks, limits);
    }

    private static String bestGuess(Value value) {
        return "best guess " + value.textOf(value.size());
    }

    private static Mark mark(double at, String text) {
        return new Mark(drawn(at), text);
    }

    /** A size to draw; an infinite one is drawn, or named, at the end of the axis. */
    private static double drawn(double size) {
        return Math.min(size, Double.MAX_VALUE);
    }

    static Optional<String> tornado(Block.Ranking ranking, String id) {
        List<Swing> swings = new ArrayList<>();
        for (Block.Driver driver : ranking.drivers()) {
            Value low = driver.atLow();
            Value high = driver.atHigh();
            if (low != null && high != null) {
                swings.add(new Swing(driver.name(), drawn(low.size()), drawn(high.size())));
            }
        }
        Value value = ranking.result().value();
        PlotLabels labels = labels(
                id, ranking.result(), "From its value with an assumption at its low end to that at its high end.");
        return swings.isEmpty()
                ? Optional.empty()
                : Optional.of(Plots.tornado(labels, swings, mark(value.size(), bestGuess(value))));
    }

    static Optional<String> growth(Outlook outlook, String id) {
        List<GrowthPoint> points = outlook.points().stream()
                .filter(point -> Double.isFinite(point.value().size()))
                .map(point -> point(point.days(), point.value()))
                .toList();
        PlotLabels labels = labels(id, outlook.now(), outlook.words());
        Value limit = outlook.limit();
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(Plots.growth(
                        labels,
                        days -> timeText(outlook, days),
                        points,
                        end(outlook),
                        mark(limit.size(), "room for " + limit.main())));
    }

    /** A point of the outlook; without a band if the range has no upper end. */
    private static GrowthPoint point(double days, Value value) {
        double middle = value.size();
        return Double.isFinite(value.high())
                ? new GrowthPoint(days, value.low(), middle, value.high())
                : new GrowthPoint(days, middle, middle, middle);
    }

    /** A mark at the time at which the limit is reached, if the picture shows that time. */
    private static List<Mark> end(Outlook outlook) {
        Value runway = outlook.runway();
        double last = outlook.points().get(outlook.points().size() - 1).days();
        if (runway == null || runway.size() == 0 || runway.size() / DAY_SECONDS > last) {
            return List.of();
        }
        return List.of(new Mark(runway.size() / DAY_SECONDS, endText(outlook.words())));
    }

    /** The words without their range: 'until 2029-09-17' if there is a date, else 'fits 2 y 10 months'. */
    private static String endText(String words) {
        String best = words.substring(Math.max(0, words.indexOf(UNTIL)));
        int range = best.indexOf(" (");
        return range < 0 ? best : best.substring(0, range);
    }

    private static String timeText(Outlook outlook, double days) {
        String when = outlook.points().stream()
                .filter(point -> point.days() == days)
                .findFirst()
                .map(Outlook.Point::when)
                .orElse("");
        return when.matches(DATE)
                ? when.substring(0, when.lastIndexOf('-')) // year and month
                : when.replaceFirst(", .*", "").replace("after ", "").replaceFirst("months?", "mo");
    }

    static String utilization(Block.Utilization utilization, String id) {
        List<LimitUsage> usages = utilization.usages().stream()
                .map(u -> new LimitUsage(
                        u.name(),
                        drawn(u.used().size()),
                        u.target() == null ? null : drawn(u.target().size())))
                .toList();
        var labels = new PlotLabels(id, "Utilization", "How much of each resource is used.", Findings::percent);
        return Plots.utilization(labels, usages);
    }

    /** The start of an axis needs no unit, and of an availability is none: nothing down is 100 %. */
    private static String axisText(Value value, double size) {
        if (size == 0 && !Kind.of(value.type(), value.unit()).dimension().isReversed()) {
            return "0";
        }
        return size < Double.MAX_VALUE ? value.axisTextOf(size) : QuantityWriter.BEYOND;
    }

    private static PlotLabels labels(String id, Block.Answer result, String description) {
        return new PlotLabels(id, result.name(), description, size -> axisText(result.value(), size));
    }
}
