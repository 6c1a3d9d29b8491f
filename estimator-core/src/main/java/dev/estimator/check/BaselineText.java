package dev.estimator.check;

import dev.estimator.check.Approved.Ends;
import dev.estimator.check.Approved.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes and reads approved estimates: a line for each value, with the text for people first, then the type and the
 * exact value in the canonical unit, and for a range those of its ends.
 */
final class BaselineText {
    private static final String HEADER = "# approved estimates, format 1";
    private static final Pattern HEADER_LINE = Pattern.compile("# approved estimates, format (\\d+)");
    private static final String BEYOND = "beyond";
    private static final String NUMBER = "(\\d[^ ,\\]]*+|" + BEYOND + ")";
    /**
     * The brackets at the end of a line. The rest of it is found without a pattern, which could take very long on a
     * damaged line.
     */
    private static final Pattern VALUE = Pattern.compile(
            "([^\\[\\],]+?) " + NUMBER + "(?:, p5 " + NUMBER + ", p95 " + NUMBER + "(?:, beyond " + NUMBER + ")?)?]");

    private static final String INDENT = "  ";
    private static final String EQUALS = " = ";
    private static final String BRACKET = "  [";
    private static final List<String> SECTIONS = List.of("answers", "assumptions", "defaults");

    private final Path file;
    private final Map<String, List<Entry>> sections = new LinkedHashMap<>();
    private String section = "";
    private int number;

    private BaselineText(Path file) {
        this.file = file;
        SECTIONS.forEach(name -> sections.put(name, new ArrayList<>()));
    }

    static String of(Approved approved) {
        var text = new StringBuilder(HEADER).append('\n');
        List<List<Entry>> all = List.of(approved.answers(), approved.assumptions(), approved.defaults());
        for (int i = 0; i < all.size(); i++) {
            text.append(SECTIONS.get(i)).append('\n');
            all.get(i).forEach(entry -> text.append(line(entry)).append('\n'));
        }
        return text.toString();
    }

    private static String line(Entry entry) {
        return "  " + escaped(entry.name()) + " = " + escaped(entry.stated()) + "  " + exact(entry);
    }

    /**
     * The numbers with all their digits: '[TimeSpan 0.02, p5 0.01, p95 beyond, beyond 0.14]'; infinite ones in words.
     */
    static String exact(Entry entry) {
        return "[" + entry.type() + " " + text(entry.value())
                + entry.range().map(BaselineText::text).orElse("") + "]";
    }

    private static String text(Ends ends) {
        String beyond = ends.beyond() == 0 ? "" : ", beyond " + ends.beyond();
        return ", p5 " + text(ends.p5()) + ", p95 " + text(ends.p95()) + beyond;
    }

    private static String text(double number) {
        return number == Double.POSITIVE_INFINITY ? BEYOND : String.valueOf(number);
    }

    static Approved parse(String text, Path file) {
        var reader = new BaselineText(file);
        text.lines().forEach(reader::read);
        if (reader.number == 0) {
            reader.read("");
        }
        return reader.approved();
    }

    private Approved approved() {
        List<List<Entry>> all = List.copyOf(sections.values());
        return new Approved(all.get(0), all.get(1), all.get(2));
    }

    private void read(String line) {
        number++;
        if (number == 1) {
            header(line);
        } else if (SECTIONS.contains(line)) {
            section = line;
        } else if (!line.isBlank()) {
            List<Entry> entries = sections.get(section);
            if (entries == null) {
                throw refused("must be 'answers', 'assumptions' or 'defaults'", line);
            }
            entries.add(entry(line, entries));
        }
    }

    private void header(String line) {
        Matcher header = HEADER_LINE.matcher(line);
        if (!header.matches()) {
            throw refused("must be '" + HEADER + "'", line);
        }
        if (!line.equals(HEADER)) {
            throw refused("must be format 1, all that this version reads,", "format " + header.group(1));
        }
    }

    private Entry entry(String line, List<Entry> before) {
        int equals = line.indexOf(EQUALS, INDENT.length() + 1);
        int bracket = line.lastIndexOf(BRACKET);
        Matcher parts = VALUE.matcher(bracket < 0 ? "" : line.substring(bracket + BRACKET.length()));
        boolean inOrder = equals > 0 && bracket >= equals + EQUALS.length();
        if (!line.startsWith(INDENT) || !inOrder || !parts.matches()) {
            throw refused("must be like '  name = value  [Type number]'", line);
        }
        String name = unescaped(line.substring(INDENT.length(), equals));
        if (Approved.find(name, before).isPresent()) {
            throw refused("must have another name than the lines before", line);
        }
        Optional<Ends> range = parts.group(3) == null
                ? Optional.empty()
                : Optional.of(new Ends(
                        number(group(parts, 3), line),
                        number(group(parts, 4), line),
                        parts.group(5) == null ? 0 : number(group(parts, 5), line)));
        String stated = unescaped(line.substring(equals + EQUALS.length(), bracket));
        return new Entry(name, group(parts, 1), stated, number(group(parts, 2), line), range);
    }

    private static String group(Matcher matcher, int group) {
        return Objects.requireNonNull(matcher.group(group));
    }

    private double number(String text, String line) {
        if (text.equals(BEYOND)) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double parsed = Double.parseDouble(text);
            if (parsed < Double.POSITIVE_INFINITY) { // the pattern admits neither signs nor NaN
                return parsed;
            }
        } catch (NumberFormatException e) {
            throw refused("must have a number in place of '" + text + "'", line);
        }
        throw refused("must have a finite number in place of '" + text + "'", line);
    }

    private IllegalArgumentException refused(String rule, String was) {
        return new IllegalArgumentException(file + ", line " + number + ", " + rule + " but was '" + was
                + "': restore the file, or write it anew with -Destimates.approve=true");
    }

    /** Keeps a name on one line and apart from its value. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = text.charAt(i) == 'n' ? '\n' : text.charAt(i) == 'r' ? '\r' : text.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
