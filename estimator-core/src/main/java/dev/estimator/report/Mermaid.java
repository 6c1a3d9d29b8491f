package dev.estimator.report;

import dev.estimator.internal.text.WrappedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Pictures in the language of Mermaid, which GitHub draws. */
final class Mermaid {
    private static final int BARS = 10;
    private static final int PERCENT = 100;

    /**
     * The colours of the best guess and bars, of the limit, and of the ends of the range; those of the theme are too
     * pale for lines.
     */
    private static final String COLORS = "%%{init: {\"themeVariables\": {\"xyChart\":"
            + " {\"plotColorPalette\": \"#4a86c5, #c2410c, #93b5dc, #93b5dc\"}}}}%%\n";

    private Mermaid() {}

    /** The components and how busy they are; warnings have a style and a line of their own. */
    static String architecture(SystemBlock.Architecture architecture) {
        Map<String, String> ids = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        architecture
                .components()
                .forEach(component -> lines.add(id(ids, component.name()) + "[" + box(component) + "]"));
        architecture
                .flows()
                .forEach(flow -> Stream.of(flow.caller(), flow.callee())
                        .filter(end -> !ids.containsKey(end))
                        .forEach(end -> lines.add(id(ids, end) + "([" + quoted(end) + "])")));
        for (SystemBlock.Flow flow : architecture.flows()) {
            lines.add(id(ids, flow.caller()) + (flow.remark().isEmpty() ? " -->|" : " -.->|") + quoted(flow.label())
                    + "| " + id(ids, flow.callee()));
        }
        for (SystemBlock.Component component : architecture.components()) {
            if (component.isBottleneck()) {
                lines.add("style " + id(ids, component.name()) + " stroke:#c2410c,stroke-width:4px");
            } else if (component.isSinglePoint()) {
                lines.add(
                        "style " + id(ids, component.name()) + " stroke:#c2410c,stroke-width:2px,stroke-dasharray:5 3");
            }
        }
        return fenced("flowchart TB", lines.stream());
    }

    private static String box(SystemBlock.Component component) {
        return quoted(Stream.of(Stream.of(component.name()), component.lines().stream(), component.markList().stream())
                .flatMap(lines -> lines)
                .toList());
    }

    private static String quoted(List<String> lines) {
        return '"' + lines.stream().map(Mermaid::entities).collect(Collectors.joining("<br/>")) + '"';
    }

    private static String id(Map<String, String> ids, String stop) {
        return ids.computeIfAbsent(stop, name -> "n" + (ids.size() + 1));
    }

    /** A histogram of few bars, so that their labels have room. */
    static String histogram(Block.Distribution distribution) {
        List<Block.Bin> bins = merged(distribution.bins());
        String labels = distribution
                .result()
                .value()
                .textsOf(bins.stream().map(Block.Bin::from).toList())
                .stream()
                .map(Mermaid::quoted)
                .collect(Collectors.joining(", "));
        return chart(Stream.of(
                "title "
                        + quoted(distribution.result().name() + ": "
                                + distribution.result().value().text()),
                "x-axis \"from\" [" + labels + "]",
                "y-axis \"probability in %\" 0 --> " + top(bins.stream().mapToDouble(bin -> bin.share() * PERCENT)),
                "bar " + numbers(bins, bin -> bin.share() * PERCENT)));
    }

    private static List<Block.Bin> merged(List<Block.Bin> bins) {
        int each = Math.max(1, (bins.size() + BARS - 1) / BARS);
        List<Block.Bin> merged = new ArrayList<>();
        for (int i = 0; i < bins.size(); i += each) {
            List<Block.Bin> part = bins.subList(i, Math.min(bins.size(), i + each));
            double share = part.stream().mapToDouble(Block.Bin::share).sum();
            merged.add(
                    new Block.Bin(part.get(0).from(), part.get(part.size() - 1).to(), share));
        }
        return merged;
    }

    /** The amount over time, in percent of the limit, with the ends of its range if it has one. */
    static String growth(Outlook outlook) {
        double limit = outlook.limit().size();
        List<Outlook.Point> points = outlook.points();
        if (limit == 0 || limit == Double.POSITIVE_INFINITY || !areNumbers(points, Value::size)) {
            return "";
        }
        List<String> lines = new ArrayList<>(List.of(
                "title "
                        + quoted(outlook.now().name() + " in % of "
                                + outlook.limit().text()),
                "x-axis \"months\" 0 --> "
                        + Math.round(points.get(points.size() - 1).days() / (365.0 / 12)),
                "y-axis \"%\" 0 --> "
                        + top(DoubleStream.concat(
                                DoubleStream.of(PERCENT),
                                points.stream()
                                        .mapToDouble(
                                                point -> PERCENT * point.value().high() / limit)
                                        .filter(Double::isFinite))),
                "line " + numbers(points, point -> PERCENT * point.value().size() / limit),
                "line " + numbers(points, point -> PERCENT)));
        if (points.stream().allMatch(point -> point.value().spread() != null) && areNumbers(points, Value::high)) {
            lines.add("line " + numbers(points, point -> PERCENT * point.value().low() / limit));
            lines.add("line " + numbers(points, point -> PERCENT * point.value().high() / limit));
        }
        return chart(lines.stream());
    }

    private static boolean areNumbers(List<Outlook.Point> points, ToDoubleFunction<Value> number) {
        return points.stream()
                .mapToDouble(point -> number.applyAsDouble(point.value()))
                .allMatch(Double::isFinite);
    }

    private static <T> String numbers(List<T> rows, ToDoubleFunction<T> number) {
        return rows.stream()
                .map(row -> String.format(Locale.ROOT, "%.3f", number.applyAsDouble(row)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The end of an axis from zero. By default Mermaid begins at the least value, so that bars would mislead. */
    private static String top(DoubleStream values) {
        return String.format(Locale.ROOT, "%.3f", values.max().orElse(1));
    }

    private static String chart(Stream<String> lines) {
        return fenced(COLORS + "xychart-beta", lines);
    }

    private static String fenced(String kind, Stream<String> lines) {
        return lines.map(line -> "    " + line + "\n")
                .collect(Collectors.joining("", "```mermaid\n" + kind + "\n", "```\n"));
    }

    private static String quoted(String words) {
        return '"' + entities(words) + '"';
    }

    private static String entities(String words) {
        return WrappedText.oneLine(words)
                .replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;")
                .replace("`", "#96;");
    }
}
