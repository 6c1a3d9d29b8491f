package dev.estimator.check;

import dev.estimator.analysis.Solution;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Quantity;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * The value that a search found for an assumption, in words with which the check holds: rounded to the side on which it
 * does. Of ranges a probability just at the confidence is undecided, as it is drawn, and the search has fewer draws
 * than the check, so that the last value nearby with which the check itself holds is taken.
 */
final class Mended {
    /** Above it a number is written with four digits, whole or not. */
    private static final double WRITTEN_WHOLE = 10_000;

    /** From here on a day is little enough to round to. */
    private static final double LEAST_DAYS = 30;

    private static final double DAY_SECONDS = 86_400;

    /** Less of a day reads better in hours or seconds. */
    private static final double LEAST_IN_UNIT = 0.1;

    private static final double HALF = 0.5;

    /** Halves of the last digit of 1.000, as parts of it. */
    private static final int STEPS_OF_A_DIGIT = 20;

    private static final int DRAWN_DIGITS = 3;
    private static final double LEAST_ROUNDED = 1000;

    /** How much further inside of what was found is tried, as parts of it; what is below 0 is beyond it. */
    private static final double[] STEPS = {-0.1, -0.03, -0.01, 0, 0.003, 0.01, 0.03, 0.1};

    private static final int AS_FOUND = 3;

    /** How near a value that holds and one that does not have to be, as a part of them. */
    private static final double NEAR = 0.005;

    private final Solution<?> solution;
    private final Quantity<?> best;
    private final boolean isDrawn;
    private final DoublePredicate isKept;

    /**
     * Prepares the words for what was found.
     *
     * @param isDrawn whether a probability was asked for that is known by draws, so that three digits are right
     * @param isKept whether the check holds with a value of the assumption
     */
    Mended(Solution<?> solution, boolean isDrawn, DoublePredicate isKept) {
        this.solution = solution;
        this.best = solution.search().assumption();
        this.isDrawn = isDrawn;
        this.isKept = isKept;
    }

    /** The kind in whose unit the value and what is now are written: that in which the assumption was typed. */
    Kind kind() {
        double now = Inside.value(best);
        double found = best.isUncertain() || solution.value().isEmpty() ? now : found();
        Kind typed = best.isUncertain()
                ? Shown.kindOfLine(Inside.node(best))
                : Shown.kindBeside(Inside.node(best), Inside.node(best));
        if (typed.writtenIn() == null) {
            return QuantityWriter.kindBeside(typed, now, found);
        }
        boolean isOfClock = typed.dimension() == Dimension.TIME || typed.dimension() == Dimension.RATE;
        boolean isSmall = typed.writtenIn().fromCanonical(found) < LEAST_IN_UNIT;
        return isOfClock && isSmall ? Shown.kind(Inside.node(best)) : typed; // 11.7 s, now 4 d
    }

    private double found() {
        return Inside.value(solution.orThrow());
    }

    /** As numbers of a kind are written; empty if the check holds with none. Nothing at all is no remedy. */
    Optional<String> text(Kind shown) {
        if (solution.value().isEmpty()) {
            return Optional.empty();
        }
        Kind kind = shown.writtenIn() == null ? Shown.kind(Inside.node(best)) : shown;
        return (solution.search().confidence().isEmpty() ? asFound(kind) : asChecked(kind))
                .filter(text -> BoundText.read(kind, text) > 0);
    }

    private Optional<String> asFound(Kind kind) {
        return isKept.test(found()) ? Optional.of(stated(kind)) : Optional.empty();
    }

    private Optional<String> asChecked(Kind kind) {
        Map<Double, String> texts = new HashMap<>();
        Map<String, Boolean> known = new HashMap<>();
        return lastKept(part -> known.computeIfAbsent(
                        texts.computeIfAbsent(part, p -> p == 0 && !isDrawn ? stated(kind) : further(kind, p)),
                        text -> isKept.test(BoundText.read(kind, text))))
                .map(texts::get);
    }

    /** The part that is least far inside of those with which the check holds, next to one with which it does not. */
    private Optional<Double> lastKept(Predicate<Double> isKeptAt) {
        int i = AS_FOUND;
        while (!isKeptAt.test(STEPS[i])) {
            if (++i == STEPS.length) {
                return Optional.empty();
            }
        }
        int first = isDrawn ? 0 : AS_FOUND;
        while (i > first && isKeptAt.test(STEPS[i - 1])) {
            i--;
        }
        double inside = STEPS[i];
        double outside = i == first ? inside : STEPS[i - 1];
        while (inside - outside > NEAR) {
            double middle = (inside + outside) / 2;
            if (isKeptAt.test(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return Optional.of(inside);
    }

    /** Further inside of what is allowed; with the digits that are right if it was drawn. */
    private String further(Kind kind, double part) {
        double further = valueFurther(part);
        if (!isDrawn || (kind.dimension() == Dimension.COUNT && further < LEAST_ROUNDED)) {
            return Digits.MORE.text(kind, further);
        }
        return kind.dimension() == Dimension.COUNT
                ? Digits.MORE.text(kind, Rounding.significant(further, DRAWN_DIGITS, RoundingMode.HALF_EVEN))
                : new Digits(DRAWN_DIGITS + ninesBefore(kind, further)).text(kind, further);
    }

    /** The nines that a share near 100 % begins with, which say nothing of the part that is left. */
    private static int ninesBefore(Kind kind, double share) {
        return kind.dimension().largest() == 1 ? (int) -Math.log10(1 - share) : 0;
    }

    /** A value further inside of what is allowed; of what is counted a whole one. */
    private double valueFurther(double part) {
        Dimension dimension = Inside.kind(best).dimension();
        double step = part * (dimension.largest() == 1 ? Math.min(found(), 1 - found()) : found());
        double further = isDown() ? found() - step : found() + step;
        boolean isCounted = dimension == Dimension.COUNT
                && !best.isUncertain()
                && Inside.value(best) == Math.rint(Inside.value(best))
                && further >= 1;
        return isCounted ? (isDown() ? Math.floor(further) : Math.ceil(further)) : further;
    }

    /** Whether smaller values are inside of what is allowed. */
    private boolean isDown() {
        return solution.search().isLargest() != Inside.kind(best).dimension().isReversed();
    }

    /** Writes what was found with enough digits to differ from the best guess. */
    private String stated(Kind kind) {
        Digits digits = best.isUncertain() || kind.writtenIn() != null
                ? Digits.MORE
                : Digits.between(kind, Inside.value(best), found()).or(Digits.MORE);
        return kind.writtenIn() == null && digits.equals(Digits.MORE)
                ? inDays(kind).orElseGet(() -> solution.stated().orElseThrow())
                : keeping(kind, digits);
    }

    /** With the fewest digits, as many at least, rounded to the side on which the check holds. */
    private String keeping(Kind kind, Digits least) {
        Digits digits = least;
        while (!digits.areAll()) {
            double step = (isDown() ? -1 : 1) * HALF * Math.pow(10, -digits.number()) * found();
            for (int i = 0; i <= STEPS_OF_A_DIGIT; i++) {
                String text = digits.text(kind, found() + i * step);
                if (isKept.test(BoundText.read(kind, text))) {
                    return text;
                }
            }
            digits = digits.next();
        }
        return digits.text(kind, found());
    }

    /** A long time in whole days, as what it is now stands beside it: 'at most 400 d', 'now 3,600 d'. */
    private Optional<String> inDays(Kind kind) {
        double days = found() / DAY_SECONDS;
        double whole = (isDown() ? Math.floor(days) : Math.ceil(days)) * DAY_SECONDS;
        boolean isLong = kind.dimension() == Dimension.TIME && days >= LEAST_DAYS && days < WRITTEN_WHOLE;
        return isLong && isKept.test(whole) ? Optional.of(Digits.MORE.text(kind, whole)) : Optional.empty();
    }
}
