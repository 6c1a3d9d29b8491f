package dev.estimator.internal.plot;

import java.util.Arrays;
import java.util.List;

/** The values from one end of an axis to the other; each has a place from 0 to 1. */
record AxisRange(double low, double high, boolean isLog) {
    /** Beyond this ratio the small values of a linear axis can no longer be told apart. */
    private static final double LOG_FROM = 30;

    /** The axis is stretched to reach a mark, unless that would take more than this part of it. */
    private static final double MARKS_SHARE = 0.7;

    private static final double PADDING = 0.04;

    /** Covers all values; wide enough to be divided, even where they are all equal. */
    static AxisRange of(boolean isLog, double... values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        if (high - low > high * 1e-12 && high - low > Double.MIN_NORMAL * 1e20) {
            return new AxisRange(low, high, isLog);
        }
        // all values are equal: put them in the middle, or at the left if they are zero
        return high > Double.MIN_NORMAL * 1e20
                ? new AxisRange(low / 2, Math.min(high * 1.5, Double.MAX_VALUE), false)
                : new AxisRange(0, 1, false);
    }

    static boolean isWide(double... values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        return low > 0 && high / low > LOG_FROM;
    }

    /** Widens the axis to reach the marks that leave the data enough room; the other marks lie off the axis. */
    AxisRange with(List<Mark> marks) {
        AxisRange wide = this;
        for (Mark mark : marks) {
            if (isLog && mark.at() == 0) {
                continue;
            }
            AxisRange next = new AxisRange(Math.min(wide.low, mark.at()), Math.max(wide.high, mark.at()), isLog);
            if (next.place(high) - next.place(low) > 1 - MARKS_SHARE) {
                wide = next;
            }
        }
        return wide;
    }

    /** Adds a little room at both ends, so that nothing touches the frame; never goes below zero. */
    AxisRange padded() {
        return new AxisRange(Math.max(isLog ? Double.MIN_NORMAL : 0, value(-PADDING)), value(1 + PADDING), isLog);
    }

    /** Where a value lies, 0 at the low end, 1 at the high end. */
    double place(double value) {
        return isLog ? (Math.log(value) - Math.log(low)) / logRatio() : (value - low) / (high - low);
    }

    /** The value at a place. */
    double value(double place) {
        double value = isLog ? low * Math.exp(logRatio() * place) : low + (high - low) * place;
        return Math.min(value, Double.MAX_VALUE);
    }

    /** The natural logarithm of {@code high ÷ low}, as a difference, since the ratio itself may overflow. */
    private double logRatio() {
        return Math.log(high) - Math.log(low);
    }

    boolean contains(double value) {
        return low <= value && value <= high;
    }
}
