package dev.estimator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** String literals in Java source: found by what they mean, and written anew. */
final class SourceText {
    /** Possessive, as a group that may be given back calls itself for each character of a long text. */
    private static final Pattern LITERAL = Pattern.compile(
            "\"\"\"[ \\t]*\\n((?:[^\\\\\"]++|\\\\.|\"(?!\"\"))*+)\"\"\"|\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"",
            Pattern.DOTALL);

    private static final Pattern COMMENT_OR_CHAR =
            Pattern.compile("//[^\\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'", Pattern.DOTALL);
    private static final Pattern PLUS = Pattern.compile("\\s*\\+\\s*");
    private static final int WIDTH = 90;

    private SourceText() {}

    /** Literals that are added up, as one text. */
    private record Literal(int start, int end, String value) {}

    /** With another text where one stands; of several the nearest to a line. The same source if it stands nowhere. */
    static String replaced(String source, String expected, String actual, int line) {
        int at = offset(source, line);
        return literals(source).stream()
                .filter(literal -> literal.value.equals(expected))
                .min(Comparator.comparing(literal -> Math.abs(literal.start - at)))
                .map(literal -> source.substring(0, literal.start)
                        + written(actual, source, literal.start)
                        + source.substring(literal.end))
                .orElse(source);
    }

    private static int offset(String source, int line) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = source.indexOf('\n', at) + 1;
        }
        return at;
    }

    private static List<Literal> literals(String source) {
        List<Literal> found = new ArrayList<>();
        Matcher literal = LITERAL.matcher(source);
        Matcher other = COMMENT_OR_CHAR.matcher(source);
        int at = 0;
        while (literal.find(at)) {
            if (other.find(at) && other.start() < literal.start()) {
                at = other.end();
                continue;
            }
            add(found, new Literal(literal.start(), literal.end(), value(literal)), source);
            at = literal.end();
        }
        return found;
    }

    /** One more, or the rest of the one before. */
    private static void add(List<Literal> found, Literal next, String source) {
        if (!found.isEmpty()) {
            Literal last = found.get(found.size() - 1);
            if (PLUS.matcher(source.substring(last.end, next.start)).matches()) {
                found.set(found.size() - 1, new Literal(last.start, next.end, last.value + next.value));
                return;
            }
        }
        found.add(next);
    }

    private static String value(Matcher literal) {
        String block = literal.group(1);
        return block == null
                ? literal.group(2).translateEscapes()
                : block.stripIndent().translateEscapes();
    }

    private static String written(String text, String source, int start) {
        int lineStart = source.lastIndexOf('\n', start) + 1;
        int spaces = lineStart;
        while (source.charAt(spaces) == ' ') {
            spaces++;
        }
        String indent = source.substring(lineStart, spaces) + "        ";
        return text.contains("\n") ? block(text, indent) : line(text, indent);
    }

    private static String block(String text, String indent) {
        String escaped =
                text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").replaceAll(" (?=\\n)", "\\\\s");
        return "\"\"\"\n"
                + escaped.lines()
                        .map(line -> line.isEmpty() ? "" : indent + line)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("")
                + (text.endsWith("\n") ? "\n" + indent : "") + "\"\"\"";
    }

    private static String line(String text, String indent) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            int cut = space > 0 ? space : WIDTH;
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        parts.add(rest);
        return parts.stream()
                .map(part -> '"' + part.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .reduce((a, b) -> a + "\n" + indent + "+ " + b)
                .orElse("\"\"");
    }
}
