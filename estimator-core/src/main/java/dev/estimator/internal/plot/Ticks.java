package dev.estimator.internal.plot;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Chooses the values that are written at an axis: those with the shortest texts. A step that is round in seconds is not
 * round in hours, and an axis knows no unit; but {@code 1 h} is shorter than {@code 1.39 h}, and has fewer digits.
 *
 * @param text writes a value
 * @param start where the axis starts in the picture, in pixels
 * @param length the length of the axis, in pixels
 * @param most where a text has to end, in pixels
 * @param room how much of the axis a text takes, in pixels
 */
record Ticks(
        AxisRange reach,
        DoubleFunction<String> text,
        double start,
        double length,
        double most,
        ToDoubleFunction<String> room) {
    /** The cost of two, three, ... ticks, in letters: two ticks say little about the values between them. */
    private static final double[] TOO_FEW = {4, 1.5, 0.5, 0, 0};

    /** The cost of a digit that is not a zero at the end, in letters, beside its own. */
    private static final double DIGIT = 2;

    static Ticks across(AxisRange reach, DoubleFunction<String> text, double start, double length) {
        return new Ticks(reach, text, start, length, Canvas.WIDTH, label -> Lettering.width(label) + Lettering.SIZE);
    }

    static Ticks up(AxisRange reach, DoubleFunction<String> text, double length) {
        double free = 1.5 * Lettering.LINE;
        return new Ticks(reach, text, free, length, length + 2 * free, label -> free);
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
        int digits = ticks.stream().mapToInt(t -> digits(t.text())).max().orElseThrow();
        return longest + DIGIT * digits + TOO_FEW[ticks.size() - 2];
    }

    /** How many digits a text has without zeros at either end: what is round in its unit has few. */
    private static int digits(String text) {
        return text.replaceAll("[^0-9]", "").replaceAll("^0+|0+$", "").length();
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
            if (one.text().equals(next.text()) || middle(next) - middle(one) < needed) {
                return false;
            }
        }
        return true;
    }

    /** The middle of a text, which is moved so that it stays inside of the picture. */
    private double middle(Tick tick) {
        double half = (room.applyAsDouble(tick.text()) - Lettering.SIZE) / 2;
        return Math.max(half, Math.min(start + tick.place() * length, most - half));
    }
}
