package dev.estimator.internal.text;

import java.util.List;

/** Text in columns. */
public final class AlignedText {
    private static final String GAP = "  ";

    private AlignedText() {}

    /** The rows with every column as wide as its longest text; rows may be short. */
    public static String of(List<List<String>> rows) {
        return of(rows, Integer.MAX_VALUE);
    }

    /** The same; a row that is too wide goes on in its last column. */
    public static String of(List<List<String>> rows, int width) {
        return String.join("\n", each(rows, width));
    }

    /** The same, each row by itself. */
    public static List<String> each(List<List<String>> rows, int width) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths, width)).toList();
    }

    private static String line(List<String> row, int[] widths, int width) {
        var line = new StringBuilder();
        int last = 0;
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            last = line.length();
            line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
        }
        return String.join("\n", WrappedText.of(line.toString().stripTrailing(), width, last));
    }
}
