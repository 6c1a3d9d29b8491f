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

    /** Words in a cell or a heading, without a meaning that Markdown would see in their signs. */
    public static String escaped(String words) {
        return html(words).replaceAll(SIGNS, "\\\\$1");
    }

    /** Words of which the first sign must not make a heading or a list. */
    public static String paragraph(String words) {
        return escaped(words).replaceFirst("^([-+#=])", "\\\\$1").replaceFirst("^([0-9]+)([.)])", "$1\\\\$2");
    }

    /** In one line, and within tags, where a backslash is a backslash. */
    public static String html(String words) {
        return WrappedText.oneLine(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
