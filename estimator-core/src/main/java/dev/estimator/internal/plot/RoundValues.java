package dev.estimator.internal.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Candidates for the values that are written at an axis, in even steps.
 *
 * @param oddness how much shorter, in letters, the texts must be than those of rounder values
 */
record RoundValues(List<Double> values, double oddness) {
    static final int MOST = 6;

    /**
     * Units that a step may be round in: the decimal unit; minutes, hours and days in seconds; bits in bytes; by the
     * hour, day, month and year in what is by the second.
     */
    private static final double[] UNITS = {
        1, 60, 3600, 86_400, 0.125, 1.0 / 3600, 1.0 / 86_400, 1.0 / 2_628_000, 1.0 / 31_536_000
    };

    private static final double ODD_UNIT = 1.5;
    private static final double[] STEPS = {1, 2, 5};

    /** Steps that divide no power of ten. */
    private static final double[] ODD_STEPS = {3, 4};

    private static final double ODD_STEP = 1;
    private static final double[][] IN_A_DECADE = {{1}, {1, 3}, {1, 2, 5}};
    private static final double MOST_DECADES = 308;
    private static final double ROUNDING = 1e-9;

    /** All candidates with no more values than the axis has room for. */
    static List<RoundValues> of(AxisRange reach) {
        List<RoundValues> all = new ArrayList<>();
        for (double unit : UNITS) {
            double oddness = unit == 1 ? 0 : ODD_UNIT;
            if (reach.isLog()) {
                addLogarithmic(reach, unit, oddness, all);
            } else {
                addLinear(reach, unit, STEPS, oddness, all);
                addLinear(reach, unit, ODD_STEPS, oddness + ODD_STEP, all);
            }
        }
        all.removeIf(round -> round.values.size() > MOST);
        return all;
    }

    private static void addLinear(AxisRange reach, double unit, double[] steps, double oddness, List<RoundValues> all) {
        int decade = decade((reach.high() - reach.low()) / unit);
        for (int e = decade - 1; e <= decade; e++) {
            for (double multiple : steps) {
                double step = unit * multiple * Math.pow(10, e);
                double first = Math.ceil(reach.low() / step - ROUNDING);
                double last = Math.floor(reach.high() / step + ROUNDING);
                // finer steps would be lost in the rounding of the values
                if (last - first < MOST && last < 1 / ROUNDING) {
                    all.add(new RoundValues(multiples(first, last, step), oddness));
                }
            }
        }
    }

    private static List<Double> multiples(double first, double last, double step) {
        List<Double> values = new ArrayList<>();
        for (double i = first; i <= last; i++) {
            values.add(i * step);
        }
        return values;
    }

    private static void addLogarithmic(AxisRange reach, double unit, double oddness, List<RoundValues> all) {
        for (double[] inADecade : IN_A_DECADE) {
            all.add(new RoundValues(powers(reach, unit, inADecade, 1), oddness));
        }
        int decades = (int) Math.ceil(Math.log10(reach.high()) - Math.log10(reach.low()));
        for (int stride = 2; stride <= decades / 2; stride++) {
            all.add(new RoundValues(powers(reach, unit, IN_A_DECADE[0], stride), oddness));
        }
    }

    private static List<Double> powers(AxisRange reach, double unit, double[] inADecade, int stride) {
        List<Double> values = new ArrayList<>();
        int first = Math.floorDiv(decade(reach.low() / unit), stride) * stride;
        for (int e = first; unit * Math.pow(10, e) <= reach.high(); e += stride) {
            for (double multiple : inADecade) {
                double value = unit * multiple * Math.pow(10, e);
                if (reach.contains(value)) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /** The power of ten below, and a number to count from where a value in another unit is infinite or zero. */
    private static int decade(double value) {
        return (int) Math.max(-MOST_DECADES, Math.min(Math.floor(Math.log10(value)), MOST_DECADES));
    }
}
