package dev.estimator.internal.plot;

import java.util.Arrays;
import java.util.List;

/** The values from one end of an axis to the other; each has a place from 0 to 1. */
record AxisRange(double low, double high, boolean isLog) {
    /** Beyond this ratio the small values of a linear axis can no longer be told apart. */
    private static final double LOG_FROM = 30;

    /** A mark is brought into the picture unless it would take more of it than this. */
    private static final double MARKS_SHARE = 0.7;

    private static final double PADDING = 0.04;

    /** From the smallest to the largest value, wide enough to be divided even where they are equal. */
    static AxisRange of(boolean isLog, double... values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        if (high - low > high * 1e-12 && high - low > Double.MIN_NORMAL * 1e20) {
            return new AxisRange(low, high, isLog);
        }
        // nothing but one value: put it into the middle, or at the left if it is zero
        return high > Double.MIN_NORMAL * 1e20
                ? new AxisRange(low / 2, Math.min(high * 1.5, Double.MAX_VALUE), false)
                : new AxisRange(0, 1, false);
    }

    static boolean isWide(double... values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        return low > 0 && high / low > LOG_FROM;
    }

    /** Widened to the marks that leave what is there enough room; the others lie off the axis. */
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

    /** With a little room at both ends, so that nothing sticks to the frame; not below zero. */
    AxisRange padded() {
        return new AxisRange(Math.max(isLog ? Double.MIN_NORMAL : 0, value(-PADDING)), value(1 + PADDING), isLog);
    }

    /** Where a value lies, 0 at the low end, 1 at the high end. */
    double place(double value) {
        return isLog ? (Math.log(value) - Math.log(low)) / decades() : (value - low) / (high - low);
    }

    /** The value at a place. */
    double value(double place) {
        double value = isLog ? low * Math.exp(decades() * place) : low + (high - low) * place;
        return Math.min(value, Double.MAX_VALUE);
    }

    /** Of the base e; a difference of logarithms, since the ratio may overflow. */
    private double decades() {
        return Math.log(high) - Math.log(low);
    }

    boolean contains(double value) {
        return low <= value && value <= high;
    }
}
