package dev.estimator.check;

import dev.estimator.analysis.Growth;
import dev.estimator.analysis.Runway;
import dev.estimator.analysis.Verdict;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what was found into what people read. */
final class Outcome<Q extends Quantity<Q>> {
    private final Finding<Q> finding;
    private final Digits digits;
    private Optional<Runway> runway = Optional.empty();
    /** How long it fits, or why it always does. */
    private Optional<String> runwayText = Optional.empty();

    Outcome(Finding<Q> finding, Optional<Growth> growth) {
        this.finding = finding;
        this.digits = finding.digits();
        growth.ifPresent(this::grow);
    }

    Checked<Q> checked() {
        Band<Q> band = finding.band();
        boolean isHeld = finding.verdict() == Verdict.HOLDS;
        return new Checked<>(
                band.quantity(),
                band.limits(),
                band.relation() + " " + finding.expected(digits),
                finding.verdict(),
                finding.probability(),
                finding.room(),
                runway,
                isHeld ? line() : new Failure<>(finding, digits, runwayText).text());
    }

    private void grow(Growth growth) {
        try {
            runway = Optional.of(
                    runway(growth, finding.band().quantity(), finding.band().bound()));
            runwayText = runway.map(Runway::toString);
        } catch (ArithmeticException e) {
            runwayText = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked") // only amounts grow, and both are of one type
    private static <A extends Amount<A>> Runway runway(Growth growth, Quantity<?> now, Quantity<?> limit) {
        return growth.fits((A) now, (A) limit);
    }

    /** 'disk is 18 TB, at most 20 TB: holds; room for ×1.11'. */
    private String line() {
        List<String> parts = new ArrayList<>();
        parts.add(finding.probability().map(p -> "holds with " + p).orElse("holds"));
        finding.room().map(this::roomText).ifPresent(parts::add);
        runwayText.ifPresent(parts::add);
        Band<Q> band = finding.band();
        return Wording.name(band.quantity()) + " is " + finding.found(digits) + ", " + band.relation() + " "
                + finding.expected(digits) + ": " + String.join("; ", parts);
    }

    private String roomText(Ratio room) {
        return (finding.band().high() != null ? "room for " : "down to ")
                + QuantityWriter.summary(Kind.RATIO, room.value());
    }
}
