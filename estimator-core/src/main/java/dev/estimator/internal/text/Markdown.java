package dev.estimator.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables and words in Markdown. */
public final class Markdown {
    private static final String SIGNS = "([\\\\`*_\\[\\]|$~])";

    private Markdown() {}

    /** A table; its cells are Markdown already. */
    public static <T> String table(List<String> header, List<T> rows, Function<T, List<String>> cells) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(header);
        lines.add(header.stream().map(h -> "---").toList());
        rows.forEach(row -> lines.add(cells.apply(row)));
        return lines.stream()
                .map(line -> "| " + String.join(" | ", line) + " |\n")
                .collect(Collectors.joining());
    }

    /** Words in one line, without a meaning that Markdown would see in their signs. */
    public static String escaped(String words) {
        String html = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return html.lines().map(line -> line.replaceAll(SIGNS, "\\\\$1")).collect(Collectors.joining(" "));
    }
}
