package dev.estimator.internal.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first step that rejects some rows, and how many of all rows those are. Several threads may note. */
final class RejectedRows {
    private final String rows;
    private long total;
    private int rejected;
    private double example;
    private @Nullable Guard first;

    /** Starts with no rejected rows, which the message will call by the given word. */
    RejectedRows(String rows) {
        this.rows = rows;
    }

    /** Adds rows that were checked. */
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

    /** Throws an exception with the reason if a row was rejected. */
    synchronized void throwIfAny() {
        if (first != null) {
            String when = total == 1 ? "" : " in " + count(rejected) + " of " + count(total) + " " + rows;
            throw new ArithmeticException(first.message(when, example));
        }
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
