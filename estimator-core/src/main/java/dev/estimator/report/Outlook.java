package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something grows until a limit is reached.
 *
 * @param now what grows
 * @param limit what there is room for
 * @param growth how it grows, in words
 * @param runway how long it fits; nothing if that never ends
 * @param words how long it fits, in words; or why that never ends
 * @param points how much there is later
 * @param later when there is so much of what grows, as in 'once 7 y are full', or 'in 7 y' or 'now, with disk as in 7
 *     y', if a growth of its own is counted; else null
 * @param note how that is counted, in a sentence; else null
 */
record Outlook(
        Block.Answer now,
        Value limit,
        String growth,
        @Nullable Value runway,
        String words,
        List<Point> points,
        @Nullable String later,
        @Nullable String note)
        implements Block {
    Outlook {
        requireNonNull(now, "now");
        requireNonNull(limit, "limit");
        requireNonNull(growth, "growth");
        requireNonNull(words, "words");
        points = Page.copyOfSome(points, "points");
    }

    /** Returns 'now', or when it is. */
    String when() {
        return later == null ? "now" : later;
    }

    @Override
    public void writeTo(Form form) {
        form.write(this);
    }

    /**
     * How much there is at one time.
     *
     * @param when the time in words, or the date
     * @param days the time from now, in days of 86,400 s
     * @param value how much there is
     */
    record Point(String when, double days, Value value) {
        Point {
            requireNonNull(when, "when");
            Refusal.unless(0 <= days && days <= Double.MAX_VALUE, "days", "finite and not negative", days);
            requireNonNull(value, "value");
        }
    }
}
