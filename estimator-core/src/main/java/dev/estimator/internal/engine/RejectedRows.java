package dev.estimator.internal.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first step that rejects some rows, and how many of all rows those are. Several threads may note. */
final class RejectedRows {
    private final String rows;
    private int total;
    private int rejected;
    private double example;
    private @Nullable Guard first;

    /** Of rows that are called so in the message. */
    RejectedRows(String rows) {
        this.rows = rows;
    }

    /** More rows are looked at. */
    synchronized void look(int more) {
        total += more;
    }

    /** Notes that a step rejects some rows; a step behind the first one only passes on what that one did. */
    synchronized void note(Guard guard, int some, double value) {
        if (first != null && guard.step() > first.step()) {
            return;
        }
        if (first == null || guard.step() < first.step()) {
            first = guard;
            rejected = 0;
            example = value;
        }
        rejected += some;
    }

    /** Throws what is to be said if a row was rejected. */
    synchronized void throwIfAny() {
        if (first != null) {
            String when = total == 1 ? "" : " in " + count(rejected) + " of " + count(total) + " " + rows;
            throw new ArithmeticException(first.message(when, example));
        }
    }

    private static String count(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
