package dev.estimator.internal.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Chooses the values that are written at an axis: those that have the shortest texts. A step that is round in seconds
 * is not round in hours, and an axis knows no unit; but {@code 1 h} is shorter than {@code 1.39 h}.
 *
 * @param text writes a value
 * @param length of the axis, in pixels
 * @param room what a text needs of the axis, in pixels
 */
record Ticks(Reach reach, DoubleFunction<String> text, double length, ToDoubleFunction<String> room) {
    private static final int MOST = 6;

    /** Of a decimal unit; of minutes, hours and days in seconds; of bits in bytes. */
    private static final double[] UNITS = {1, 60, 3600, 86_400, 0.125};

    private static final double[][] MANTISSAS = {{1}, {1, 3}, {1, 2, 5}};

    /** Texts must be this much shorter to be worth a step that is not decimal. */
    private static final double ODD_UNIT = 1.5;

    /** What two, three, ... ticks cost, in letters: two say little about what is between them. */
    private static final double[] TOO_FEW = {4, 1.5, 0.5, 0, 0};

    private static final double ROUNDING = 1e-9;

    static Ticks across(Reach reach, DoubleFunction<String> text, double length) {
        return new Ticks(reach, text, length, label -> Lettering.width(label) + Lettering.SIZE);
    }

    static Ticks up(Reach reach, DoubleFunction<String> text, double length) {
        return new Ticks(reach, text, length, label -> 1.5 * Lettering.LINE);
    }

    private record Choice(List<Tick> ticks, double cost) {}

    List<Tick> best() {
        List<Choice> choices = new ArrayList<>();
        for (double unit : UNITS) {
            for (List<Double> values : reach.isLog() ? logarithmic(unit) : linear(unit)) {
                List<Tick> ticks = values.stream().map(this::tick).toList();
                if (ticks.size() > 1 && isReadable(ticks)) {
                    choices.add(new Choice(ticks, cost(ticks) + (unit == 1 ? 0 : ODD_UNIT)));
                }
            }
        }
        return choices.stream()
                .min(Comparator.comparingDouble(Choice::cost))
                .map(Choice::ticks)
                .orElseGet(this::ends);
    }

    private Tick tick(double value) {
        return new Tick(reach.place(value), text.apply(value));
    }

    private static double cost(List<Tick> ticks) {
        int longest = ticks.stream().mapToInt(t -> t.text().length()).max().orElseThrow();
        return longest + TOO_FEW[ticks.size() - 2];
    }

    /** At both ends, where no round values fit between them. */
    private List<Tick> ends() {
        List<Tick> both = List.of(tick(reach.low()), tick(reach.high()));
        return isReadable(both) ? both : both.subList(0, 1);
    }

    boolean isReadable(List<Tick> ticks) {
        for (int i = 1; i < ticks.size(); i++) {
            Tick one = ticks.get(i - 1);
            Tick next = ticks.get(i);
            double needed = (room.applyAsDouble(one.text()) + room.applyAsDouble(next.text())) / 2;
            if (one.text().equals(next.text()) || (next.place() - one.place()) * length < needed) {
                return false;
            }
        }
        return true;
    }

    private List<List<Double>> linear(double unit) {
        List<List<Double>> all = new ArrayList<>();
        int decade = (int) Math.floor(Math.log10((reach.high() - reach.low()) / unit));
        for (int e = decade - 1; e <= decade; e++) {
            for (double mantissa : new double[] {1, 2, 5}) {
                double step = unit * mantissa * Math.pow(10, e);
                double first = Math.ceil(reach.low() / step - ROUNDING);
                double last = Math.floor(reach.high() / step + ROUNDING);
                if (last - first < MOST && last < 1 / ROUNDING) {
                    all.add(multiples(first, last, step));
                }
            }
        }
        return all;
    }

    private static List<Double> multiples(double first, double last, double step) {
        List<Double> values = new ArrayList<>();
        for (double i = first; i <= last; i++) {
            values.add(i * step);
        }
        return values;
    }

    private List<List<Double>> logarithmic(double unit) {
        List<List<Double>> all = new ArrayList<>();
        for (double[] mantissas : MANTISSAS) {
            all.add(powers(unit, mantissas, 1));
        }
        int decades = (int) Math.ceil(Math.log10(reach.high()) - Math.log10(reach.low()));
        for (int stride = 2; stride <= decades / 2; stride++) {
            all.add(powers(unit, MANTISSAS[0], stride));
        }
        all.removeIf(values -> values.size() > MOST);
        return all;
    }

    private List<Double> powers(double unit, double[] mantissas, int stride) {
        List<Double> values = new ArrayList<>();
        int first = Math.floorDiv((int) Math.floor(Math.log10(reach.low() / unit)), stride) * stride;
        for (int e = first; unit * Math.pow(10, e) <= reach.high(); e += stride) {
            for (double mantissa : mantissas) {
                double value = unit * mantissa * Math.pow(10, e);
                if (reach.contains(value)) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
