package dev.estimator.internal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in columns, each as wide as its longest text. Where lines would be too wide for that, names, which are in the
 * first column, stand on lines of their own if they are long.
 */
public final class AlignedText {
    /** How many characters a line has where nothing else is said. */
    public static final int USUAL_WIDTH = 100;
    /** No name is long with fewer characters than this. */
    private static final int NAME = 32;

    private static final String GAP = "  ";
    /** The room that the last column needs at least, unless its texts are shorter. */
    private static final int LEAST = 12;

    private AlignedText() {}

    /** The rows, which may be short; a row of a single text is a heading across all columns. */
    public static String of(List<List<String>> rows) {
        return String.join("\n", each(rows));
    }

    /** The same; a row that is too wide goes on in its last column. */
    public static String of(List<List<String>> rows, int width) {
        return String.join("\n", each(rows, width));
    }

    /** The same without an end of its last column, with what stands between a name and the rest. */
    public static String of(List<List<String>> rows, String firstGap) {
        return String.join("\n", each(rows, USUAL_WIDTH, Integer.MAX_VALUE, firstGap));
    }

    /** The rows as {@link #of(List)}, each by itself. */
    public static List<String> each(List<List<String>> rows) {
        return each(rows, USUAL_WIDTH, Integer.MAX_VALUE, GAP);
    }

    /** The rows as {@link #of(List, int)}, each by itself. */
    public static List<String> each(List<List<String>> rows, int width) {
        return each(rows, width, width, GAP);
    }

    private static List<String> each(List<List<String>> rows, int usual, int width, String firstGap) {
        int[] widths = widths(rows);
        int rest = firstGap.length();
        for (int i = 1; i < widths.length; i++) {
            boolean goesOn = i == widths.length - 1 && width == usual;
            rest += (goesOn ? Math.min(widths[i], LEAST) : widths[i]) + (i < widths.length - 1 ? GAP.length() : 0);
        }
        int longest = Math.max(Math.min(NAME, usual / 2), usual - rest);
        if (widths.length > 1 && widths[0] > longest) {
            widths[0] = widthOfNames(rows, longest);
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(
                    row.size() > 1 && row.get(0).length() > widths[0]
                            ? belowItsName(row, widths, usual, width, firstGap)
                            : line(row, widths, width, firstGap));
        }
        return lines;
    }

    private static int[] widths(List<List<String>> rows) {
        int columns = 0;
        for (List<String> row : rows) {
            columns = Math.max(columns, row.size());
        }
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size() && row.size() > 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    /** How wide the first column is without those that are longer. */
    private static int widthOfNames(List<List<String>> rows, int longest) {
        int widest = 0;
        for (List<String> row : rows) {
            int length = row.size() > 1 ? row.get(0).length() : 0;
            widest = length > longest ? widest : Math.max(widest, length);
        }
        return widest;
    }

    private static String belowItsName(List<String> row, int[] widths, int usual, int width, String firstGap) {
        String name = row.get(0);
        int indent = name.length() - name.stripLeading().length() + GAP.length();
        List<String> rest = new ArrayList<>(row);
        rest.set(0, " ".repeat(Math.min(indent, widths[0])));
        return String.join("\n", WrappedText.of(name, usual, indent)) + "\n" + line(rest, widths, width, firstGap);
    }

    private static String line(List<String> row, int[] widths, int width, String firstGap) {
        var line = new StringBuilder();
        int last = 0;
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            last = line.length();
            line.append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length())));
            line.append(i == 0 ? firstGap : GAP);
        }
        return String.join("\n", WrappedText.of(line.toString().stripTrailing(), width, last));
    }
}
