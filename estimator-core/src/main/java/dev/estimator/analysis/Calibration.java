package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.numeric.Binomial;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How good guesses were: where measured values lie in the ranges that were stated before.
 *
 * <p>Of a well calibrated estimator 90 % of the measured values lie inside the 90 % ranges, half of them above the
 * median and half in the middle half. How likely a count is by chance follows from the binomial distribution, for
 * assumptions that are independent of each other. A result that at most 5 % of well calibrated estimators would have is
 * taken for a habit; as several habits are looked for, 4 % to 15 % of well calibrated estimators, depending on the
 * number of values, are suspected of one.
 *
 * <p>A calibration is immutable.
 *
 * @see "S. Lichtenstein, B. Fischhoff and L. D. Phillips, Calibration of probabilities, in: Judgment under uncertainty,
 *     Cambridge 1982"
 */
public final class Calibration {
    private static final double INSIDE = 0.9;
    private static final double HALF = 0.5;
    private static final double RARE = 0.05;

    private final List<Finding> findings;

    private Calibration(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    /**
     * Looks where a measured value lies in a range.
     *
     * @param assumption what was assumed, a range, or a result that was computed from one
     * @param measured what turned out, a number
     * @param <Q> their type
     * @return the calibration by this one value; {@link #and} adds others
     * @throws IllegalArgumentException if the assumption is no range or the measured value is one, or they are money in
     *     different currencies
     */
    public static <Q extends Quantity<Q>> Calibration of(Q assumption, Q measured) {
        return new Calibration(List.of(Finding.of(assumption, measured)));
    }

    /**
     * Obtains the calibration by several findings.
     *
     * @param findings at least one
     * @return the calibration
     * @throws IllegalArgumentException if there is none, or two are about the same assumption
     */
    public static Calibration of(List<Finding> findings) {
        if (Refusal.copy(findings, "findings").isEmpty()) {
            throw new IllegalArgumentException("findings must not be empty: there is nothing to learn from");
        }
        var calibration = new Calibration(findings.subList(0, 1));
        for (Finding finding : findings.subList(1, findings.size())) {
            calibration = calibration.and(finding);
        }
        return calibration;
    }

    /**
     * Adds a measured value.
     *
     * @param assumption what was assumed, a range, or a result that was computed from one
     * @param measured what turned out, a number
     * @param <Q> their type
     * @return the calibration by these as well
     * @throws IllegalArgumentException if the assumption is no range or has been added before, the measured value is a
     *     range, or they are money in different currencies
     */
    public <Q extends Quantity<Q>> Calibration and(Q assumption, Q measured) {
        return and(Finding.of(assumption, measured));
    }

    /**
     * Returns where each measured value lies.
     *
     * @return the findings in the order in which they were added
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Returns how many measured values lie inside their 90 % ranges.
     *
     * @return the number, 0 to that of the findings
     */
    public int inside() {
        return count(Finding::isInside);
    }

    /**
     * Returns how many measured values would be expected inside their ranges: 90 % of them.
     *
     * @return the number, not whole
     */
    public double expectedInside() {
        return INSIDE * findings.size();
    }

    /**
     * Returns how likely it is that a well calibrated estimator has at most this many, k, inside: {@code P(X ≤ k)} of a
     * binomial distribution with 90 %.
     *
     * @return the probability
     */
    public Share chanceOfSoFew() {
        return Share.of(atMost(inside(), findings.size(), INSIDE));
    }

    /**
     * Returns how likely it is that a well calibrated estimator has at least this many, k, inside: {@code P(X ≥ k)} of
     * a binomial distribution with 90 %.
     *
     * @return the probability
     */
    public Share chanceOfSoMany() {
        return Share.of(atLeast(inside(), findings.size(), INSIDE));
    }

    /**
     * Returns whether the ranges leave out more measured values than chance explains.
     *
     * @return whether {@link #chanceOfSoFew()} is at most 5 %
     */
    public boolean isTooNarrow() {
        return chanceOfSoFew().value() <= RARE;
    }

    /**
     * Returns whether the measured values are nearer to the middle of the ranges than chance explains.
     *
     * @return whether at most 5 % of well calibrated estimators have as many inside, or as many in the middle half
     */
    public boolean isTooWide() {
        return chanceOfSoMany().value() <= RARE || atLeast(inMiddleHalf(), findings.size(), HALF) <= RARE;
    }

    /**
     * Returns whether more measured values lie above the medians than chance explains.
     *
     * @return whether at most 2.5 % of well calibrated estimators have this many above; with as many for
     *     {@link #isTooHigh()} these are 5 %
     */
    public boolean isTooLow() {
        return atLeast(above(), findings.size(), HALF) <= RARE / 2;
    }

    /**
     * Returns whether more measured values lie below the medians than chance explains.
     *
     * @return whether at most 2.5 % of well calibrated estimators have this many below
     */
    public boolean isTooHigh() {
        return atLeast(below(), findings.size(), HALF) <= RARE / 2;
    }

    /** Returns a line for each finding and, for several, what they say about the estimator. */
    @Override
    public String toString() {
        if (findings.size() == 1) {
            return findings.get(0).toString();
        }
        String lines = AlignedText.of(findings.stream().map(Finding::cells).toList());
        return lines + "\n" + insideText() + "\n" + positionText() + "\n" + verdict();
    }

    /**
     * Where a measured value lies in its range.
     *
     * @param name the name of what was assumed; empty if it has none
     * @param assumption what was assumed
     * @param measured what turned out
     * @param low the low end of the 90 % range
     * @param high the high end of the 90 % range
     * @param percentile how likely at most the measured value was by the assumption
     */
    public record Finding(
            String name,
            Quantity<?> assumption,
            Quantity<?> measured,
            Quantity<?> low,
            Quantity<?> high,
            Share percentile) {
        private static final int PERCENT = 100;

        /**
         * Checks that no component is null.
         *
         * @param name the name of what was assumed; empty if it has none
         * @param assumption what was assumed
         * @param measured what turned out
         * @param low the low end of the 90 % range
         * @param high the high end of the 90 % range
         * @param percentile how likely at most the measured value was by the assumption
         */
        public Finding {
            requireNonNull(name, "name");
            requireNonNull(assumption, "assumption");
            requireNonNull(measured, "measured");
            requireNonNull(low, "low");
            requireNonNull(high, "high");
            requireNonNull(percentile, "percentile");
        }

        /**
         * Looks where a measured value lies in a range.
         *
         * @param assumption what was assumed, a range, or a result that was computed from one
         * @param measured what turned out, a number
         * @param <Q> their type
         * @return the finding
         * @throws IllegalArgumentException if the assumption is no range or the measured value is one, or they are
         *     money in different currencies
         */
        public static <Q extends Quantity<Q>> Finding of(Q assumption, Q measured) {
            String name = nameOf(requireNonNull(assumption, "assumption"));
            String named = name.isEmpty() ? "" : name + " = ";
            if (!assumption.isUncertain()) {
                throw new IllegalArgumentException("assumption must be a range but was " + named + assumption
                        + ": a number is never hit; state between(low, high)");
            }
            if (requireNonNull(measured, "measured").isUncertain()) {
                throw new IllegalArgumentException("measured must be a number but was the range " + measured);
            }
            Summary<Q> summary = Simulation.of(assumption).summary(assumption);
            Share percentile = summary.probabilityAtMost(measured).value();
            return new Finding(name, assumption, measured, summary.p5(), summary.p95(), percentile);
        }

        /**
         * Returns whether the measured value lies in the 90 % range.
         *
         * @return whether it is neither below the 5th nor above the 95th percentile
         */
        public boolean isInside() {
            return side() == 0;
        }

        /** Returns 'users: measured 7M is at the 20th percentile of 5M … 20M: inside'. */
        @Override
        public String toString() {
            return cells().stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" "));
        }

        List<String> cells() {
            String prefix = name.isEmpty() ? "" : name + ":";
            String verdict = side() == 0 ? "inside" : side() < 0 ? "guessed too high" : "guessed too low";
            return List.of(
                    prefix,
                    "measured " + measured,
                    "is " + place() + " percentile of " + (low.isBeyond() ? low : low + " … " + high) + ": " + verdict);
        }

        /** −1 below the range, 0 inside, 1 above. */
        private int side() {
            return compare(measured, low) < 0 ? -1 : compare(measured, high) > 0 ? 1 : 0;
        }

        /** The percentile in words, rounded so that a value outside the range does not look as if it were inside. */
        private String place() {
            double percent = percentile.value() * PERCENT;
            double shown = side() == 0 ? Math.rint(percent) : side() < 0 ? Math.floor(percent) : Math.ceil(percent);
            if (shown < 1) {
                return "below the 1st";
            }
            return shown > PERCENT - 1 ? "above the 99th" : "at the " + ordinal((int) shown);
        }

        private static String ordinal(int number) {
            boolean isTeen = number / 10 == 1;
            return number
                    + switch (isTeen ? 0 : number % 10) {
                        case 1 -> "st";
                        case 2 -> "nd";
                        case 3 -> "rd";
                        default -> "th";
                    };
        }

        private static String nameOf(Quantity<?> assumption) {
            String name = assumption.name();
            return name == null ? "" : name;
        }

        @SuppressWarnings("unchecked") // of() made sure that both have the same type
        private static <Q extends Quantity<Q>> int compare(Quantity<?> a, Quantity<?> b) {
            return ((Q) a).compareTo((Q) b);
        }
    }

    private Calibration and(Finding finding) {
        for (Finding before : findings) {
            boolean isSameName = !finding.name.isEmpty() && finding.name.equals(before.name);
            if (isSameName || finding.assumption.equals(before.assumption)) {
                throw new IllegalArgumentException("assumption '"
                        + (finding.name.isEmpty() ? finding.assumption : finding.name)
                        + "' must be measured once but was twice: " + before.measured + " and " + finding.measured);
            }
        }
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new Calibration(more);
    }

    private String insideText() {
        boolean isFew = inside() < expectedInside();
        return inside() + " of " + findings.size() + " inside their 90% ranges, where " + decimal(expectedInside())
                + " were to be expected; so " + (isFew ? "few" : "many") + " happen to a well calibrated estimator in "
                + (isFew ? chanceOfSoFew() : chanceOfSoMany()) + " of cases";
    }

    private String positionText() {
        return above() + " above and " + below() + " below the median; " + inMiddleHalf()
                + " in the middle half, where " + decimal(HALF * findings.size()) + " were to be expected";
    }

    private String verdict() {
        List<String> habits = new ArrayList<>();
        if (isTooLow()) {
            habits.add("too low");
        }
        if (isTooHigh()) {
            habits.add("too high");
        }
        if (isTooNarrow()) {
            habits.add("too narrow");
        }
        if (isTooWide()) {
            habits.add("too wide");
        }
        return habits.isEmpty()
                ? "nothing that chance would not explain"
                : "the guesses are " + String.join(" and ", habits);
    }

    private int above() {
        return count(finding -> finding.percentile.value() > HALF);
    }

    private int below() {
        return count(finding -> finding.percentile.value() < HALF);
    }

    private int inMiddleHalf() {
        return count(finding -> Math.abs(finding.percentile.value() - HALF) <= HALF / 2);
    }

    private int count(Predicate<Finding> wanted) {
        return (int) findings.stream().filter(wanted).count();
    }

    private static double atLeast(int successes, int trials, double p) {
        return successes == 0 ? 1 : Binomial.moreThan(successes - 1, trials, p);
    }

    /** Counts failures, since the complement of a probability near one has lost its digits. */
    private static double atMost(int successes, int trials, double p) {
        return atLeast(trials - successes, trials, 1 - p);
    }

    /** Writes a number with one decimal, unless that is zero. */
    private static String decimal(double number) {
        double tenths = Math.rint(number * 10) / 10;
        return tenths == Math.rint(tenths) ? String.valueOf((long) tenths) : String.valueOf(tenths);
    }
}
