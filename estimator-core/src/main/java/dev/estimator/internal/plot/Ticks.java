package dev.estimator.internal.plot;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Chooses the values that are written at an axis: those with the shortest texts. A step that is round in seconds is not
 * round in hours, and an axis knows no unit; but {@code 1 h} is shorter than {@code 1.39 h}.
 *
 * @param text writes a value
 * @param length the length of the axis, in pixels
 * @param room how much of the axis a text takes, in pixels
 */
record Ticks(AxisRange reach, DoubleFunction<String> text, double length, ToDoubleFunction<String> room) {
    /** The cost of two, three, ... ticks, in letters: two ticks say little about the values between them. */
    private static final double[] TOO_FEW = {4, 1.5, 0.5, 0, 0};

    static Ticks across(AxisRange reach, DoubleFunction<String> text, double length) {
        return new Ticks(reach, text, length, label -> Lettering.width(label) + Lettering.SIZE);
    }

    static Ticks up(AxisRange reach, DoubleFunction<String> text, double length) {
        return new Ticks(reach, text, length, label -> 1.5 * Lettering.LINE);
    }

    List<Tick> best() {
        List<Tick> best = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (RoundValues round : RoundValues.of(reach)) {
            List<Tick> ticks = round.values().stream().map(this::tick).toList();
            if (ticks.size() > 1 && isReadable(ticks) && cost(ticks) + round.oddness() < least) {
                best = ticks;
                least = cost(ticks) + round.oddness();
            }
        }
        return best.isEmpty() ? ends() : best;
    }

    private Tick tick(double value) {
        return new Tick(reach.place(value), text.apply(value));
    }

    private static double cost(List<Tick> ticks) {
        int longest = ticks.stream().mapToInt(t -> t.text().length()).max().orElseThrow();
        return longest + TOO_FEW[ticks.size() - 2];
    }

    /** Ticks at both ends only, for an axis between whose ends no round value lies. */
    private List<Tick> ends() {
        List<Tick> both = List.of(tick(reach.low()), tick(reach.high()));
        return isReadable(both) ? both : both.subList(0, 1);
    }

    /** Whether no text touches or repeats the one before it. */
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
}
