package dev.estimator.internal.plot;

import java.util.List;

/** Refuses, by name, inputs that no plot can draw. */
final class PlotInputs {
    private PlotInputs() {}

    static double value(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and >= 0 but was " + value);
        }
        return value;
    }

    static void ascending(String lower, double low, String upper, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException(lower + " must be at most " + upper + " (" + high + ") but was " + low);
        }
    }

    static <T> List<T> some(String name, List<T> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(name + " must have at least one element but was empty");
        }
        return List.copyOf(list);
    }
}
