package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Growth;
import dev.estimator.analysis.GrowthTable;
import dev.estimator.analysis.Runway;
import dev.estimator.internal.graph.Grown;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.PartOf;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.graph.Tape;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.VerdictText;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the outlook of a growing quantity, to a quarter beyond the time at which the limit is reached. */
final class OutlookPart<Q extends Amount<Q>> {
    private static final double BEYOND = 1.25;
    private static final int LEAST_MONTHS = 12;
    private static final int MOST_MONTHS = 1200;
    private static final int POINTS = 12;
    /** The months from one point to the next, in steps of a calendar. */
    private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 60, 120};

    /** So that its growth is not taken for that of a model. */
    private static final PartOf OUTLOOK = new PartOf("outlook");

    private final Growth growth;
    private final Q now;
    private final Grown.When when;
    private final Q limit;
    private final Optional<TimeSpan> runway;
    private final String reason;
    private final List<GrowthTable.Row<Q>> rows;

    OutlookPart(Growth growth, Q now, Q limit) {
        requireNonNull(limit, "limit");
        requireNonNull(growth, "growth");
        this.growth = growth;
        this.now = now;
        this.when = Grown.when(now);
        this.limit = Inside.ofBounded(limit, now).orNamed("room for " + Parts.name(now)); // it is among the assumptions
        Optional<TimeSpan> found = Optional.empty();
        String none = "";
        try {
            found = Optional.of(Note.mark(growth.runway(now, this.limit), OUTLOOK));
        } catch (ArithmeticException e) { // it never ends
            none = String.valueOf(e.getMessage());
        }
        this.runway = found;
        this.reason = none;
        this.rows = rows();
    }

    private List<GrowthTable.Row<Q>> rows() {
        double months = runway.filter(time -> !time.isBeyond())
                .map(time -> time.to(Units.MONTHS))
                .orElse(0.0);
        int shown = (int) Math.max(LEAST_MONTHS, Math.min(MOST_MONTHS, Rounding.ceil(BEYOND * months)));
        int step = IntStream.of(STEPS)
                .filter(each -> each * POINTS >= shown)
                .findFirst()
                .orElseThrow();
        int last = (shown + step - 1) / step * step;
        return growth.table(now, last).rows().stream()
                .filter(row -> row.month() % step == 0)
                .map(row -> row.month() == 0 ? row : ofOutlook(row))
                .toList();
    }

    private static <Q extends Quantity<Q>> GrowthTable.Row<Q> ofOutlook(GrowthTable.Row<Q> row) {
        return new GrowthTable.Row<>(row.month(), row.time(), row.date(), Note.mark(row.quantity(), OUTLOOK));
    }

    List<Quantity<?>> quantities() {
        List<Quantity<?>> quantities = new ArrayList<>(List.of(now));
        runway.ifPresent(quantities::add);
        rows.forEach(row -> quantities.add(row.quantity()));
        return quantities;
    }

    Block block(Findings findings) {
        return new Outlook(
                new Block.Answer(findings.name(now), findings.value(now, limit)),
                findings.bound(limit, now.name()),
                growth.toString(),
                runway.map(findings::value).orElse(null),
                runway.map(time -> words(time, findings)).orElse(reason),
                rows.stream().map(row -> point(row, findings)).toList(),
                isNow() ? null : when.words(),
                isNow() ? null : note());
    }

    private boolean isNow() {
        return when.counted().isEmpty();
    }

    /** That growth is counted twice, of all or a part. */
    private String note() {
        return "That " + when.counted()
                + (when.isOnlyKept()
                        ? " counts as if all were there at the start: with less today it fits longer."
                        : " has its own growth counted: this one comes on top, as if all were there at the start.");
    }

    private Outlook.Point point(GrowthTable.Row<Q> row, Findings findings) {
        Value found = findings.value(row.quantity(), limit);
        boolean isInUnitOfNow = Shown.isAssumed(Inside.node(now)) && found.spread() == null;
        return new Outlook.Point(
                when(row),
                row.time().to(Units.DAYS),
                isInUnitOfNow ? found.inUnitOf(findings.value(now, limit)) : found);
    }

    private String when(GrowthTable.Row<?> row) {
        LocalDate date = row.date();
        if (date != null) {
            return date.toString();
        }
        if (row.month() == 0) {
            return when.words();
        }
        return "after " + row.month() + (row.month() == 1 ? " month" : " months");
    }

    private String words(TimeSpan time, Findings findings) {
        Summary<TimeSpan> summary = findings.summary(time);
        Runway asked = summary == null ? Runway.of(time) : Runway.of(summary);
        Runway words = new Runway(asked.time(), asked.p5(), asked.p95(), asked.neverReached(), when.words());
        LocalDate start = rows.get(0).date();
        String until = start == null || !words.isFitting() ? "" : ", until " + growth.reachedOn(words);
        return words + until + (Tape.isRoundedUp(Inside.node(now)) ? "; " + VerdictText.ROUNDED_UP : "");
    }
}
