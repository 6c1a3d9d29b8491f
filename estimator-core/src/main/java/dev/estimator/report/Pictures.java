package dev.estimator.report;

import dev.estimator.internal.plot.Bar;
import dev.estimator.internal.plot.Labels;
import dev.estimator.internal.plot.Mark;
import dev.estimator.internal.plot.Plots;
import dev.estimator.internal.plot.Point;
import dev.estimator.internal.plot.Swing;
import dev.estimator.internal.plot.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plots of blocks that have one. */
final class Pictures {
    private static final double DAY_SECONDS = 86_400;
    private static final String UNTIL = "until ";
    private static final int YEAR_AND_MONTH = "2029-07".length();

    private Pictures() {}

    static Optional<String> of(Block block, String id) {
        if (block instanceof Block.Distribution distribution) {
            return Optional.of(histogram(distribution, id));
        } else if (block instanceof Block.Ranking ranking) {
            return tornado(ranking, id);
        } else if (block instanceof Block.Outlook outlook) {
            return Optional.of(growth(outlook, id));
        } else if (block instanceof Block.Utilization utilization) {
            return Optional.of(utilization(utilization, id));
        }
        return Optional.empty();
    }

    private static String histogram(Block.Distribution distribution, String id) {
        Value value = distribution.result().value();
        List<Mark> marks = new ArrayList<>();
        Value.Spread spread = value.spread();
        if (spread != null) {
            marks.add(new Mark(spread.p5(), "p5 " + value.textOf(spread.p5())));
            marks.add(new Mark(value.amount(), "best guess " + value.main()));
            marks.add(new Mark(spread.p95(), "p95 " + value.textOf(spread.p95())));
        }
        List<Bar> bars = distribution.bins().stream()
                .map(bin -> new Bar(bin.from(), bin.to(), bin.share()))
                .toList();
        return Plots.histogram(labels(id, distribution.result(), "How likely each value is."), bars, marks, null);
    }

    private static Optional<String> tornado(Block.Ranking ranking, String id) {
        List<Swing> swings = new ArrayList<>();
        for (Block.Driver driver : ranking.drivers()) {
            Value low = driver.atLow();
            Value high = driver.atHigh();
            if (low != null && high != null) {
                swings.add(new Swing(driver.name(), low.amount(), high.amount()));
            }
        }
        Value value = ranking.result().value();
        Labels labels = labels(
                id, ranking.result(), "From its value with an assumption at its low end to that at its high end.");
        return swings.isEmpty()
                ? Optional.empty()
                : Optional.of(Plots.tornado(labels, swings, new Mark(value.amount(), "best guess " + value.main())));
    }

    private static String growth(Block.Outlook outlook, String id) {
        List<Point> points = outlook.points().stream()
                .map(point -> point(point.days(), point.value()))
                .toList();
        Labels labels = labels(id, outlook.now(), outlook.words());
        Value limit = outlook.limit();
        return Plots.growth(
                labels,
                days -> timeText(outlook, days),
                points,
                end(outlook),
                new Mark(limit.amount(), "room for " + limit.text()));
    }

    private static Point point(double days, Value value) {
        Value.Spread spread = value.spread();
        return spread == null
                ? new Point(days, value.amount(), value.amount(), value.amount())
                : new Point(days, spread.p5(), value.amount(), spread.p95());
    }

    /** When it no longer fits, if that is on the picture. */
    private static List<Mark> end(Block.Outlook outlook) {
        Value runway = outlook.runway();
        double last = outlook.points().get(outlook.points().size() - 1).days();
        if (runway == null || runway.amount() == 0 || runway.amount() / DAY_SECONDS > last) {
            return List.of();
        }
        return List.of(new Mark(runway.amount() / DAY_SECONDS, endText(outlook.words())));
    }

    /** The date if there is one, without the range: 'until 2029-09-17', or 'fits 2 y 10 months'. */
    private static String endText(String words) {
        String best = words.substring(Math.max(0, words.indexOf(UNTIL)));
        int range = best.indexOf(" (");
        return range < 0 ? best : best.substring(0, range);
    }

    private static String timeText(Block.Outlook outlook, double days) {
        String when = outlook.points().stream()
                .filter(point -> point.days() == days)
                .findFirst()
                .map(Block.Point::when)
                .orElse("");
        boolean isDate = !when.isEmpty() && Character.isDigit(when.charAt(0));
        return isDate
                ? when.substring(0, YEAR_AND_MONTH)
                : when.replace("after ", "").replace("months", "mo");
    }

    private static String utilization(Block.Utilization utilization, String id) {
        List<Usage> usages = utilization.usages().stream()
                .map(u -> new Usage(u.name(), u.used().amount(), u.target().amount()))
                .toList();
        var labels = new Labels(id, "Utilization", "How much of each resource is used.", Findings::percent);
        return Plots.utilization(labels, usages);
    }

    private static Labels labels(String id, Block.Answer result, String description) {
        return new Labels(id, result.name(), description, result.value()::axisTextOf);
    }
}
