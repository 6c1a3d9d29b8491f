package dev.estimator.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The percentile distribution that HdrHistogram prints: a value, its percentile, and how many were at most that, in
 * each line.
 *
 * @param values the values, in the unit of the histogram
 * @param counts how many had each of them
 */
record HdrText(List<Double> values, List<Double> counts) {
    /** Such as {@code 12.743 0.990625000000 4954 106.67}; the last column is missing in the last line. */
    private static final Pattern ROW =
            Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)[\\s,]+([01](?:\\.\\d+)?)[\\s,]+(\\d+)(?:[\\s,]+\\S+)?\\s*");

    /**
     * Reads the lines that are rows; those of head and foot are skipped.
     *
     * @throws IllegalArgumentException if there is no row, or the percentiles or the counts do not ascend
     */
    static HdrText parse(String text) {
        List<Double> values = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        double before = 0;
        double shareBefore = 0; // 1 in several lines if the tool, such as wrk2, rounds to six digits
        for (String line : text.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                double share = Double.parseDouble(row.group(2));
                if (share < shareBefore) {
                    throw new IllegalArgumentException(
                            "text must be one distribution but is two: another begins with '" + line.strip() + "'");
                }
                shareBefore = share;
                double upTo = Double.parseDouble(row.group(3));
                if (upTo < before) {
                    throw new IllegalArgumentException("counts must ascend but do not in '" + line.strip() + "'");
                }
                values.add(Double.parseDouble(row.group(1)));
                counts.add(upTo - before);
                before = upTo;
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    "text must have lines with value, percentile and total count, as HdrHistogram prints them, but has none");
        }
        return new HdrText(values, counts);
    }
}
