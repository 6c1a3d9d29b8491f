package dev.estimator.check;

import dev.estimator.analysis.Drivers.Driver;
import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Search;
import dev.estimator.analysis.Solution;
import dev.estimator.analysis.Verdict;
import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.numeric.Rounding;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.QuantityReader;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values of single assumptions with which a failed limit would hold. */
final class Remedies<Q extends Quantity<Q>> {
    /** Above it a number is written with four digits, whole or not. */
    private static final double WRITTEN_WHOLE = 10_000;

    /** From here on a day is little enough to round to. */
    private static final double LEAST_DAYS = 30;

    private static final double DAY_SECONDS = 86_400;

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

    private final Band<Q> band;
    private final Optional<Share> confidence;

    /** Whether the probability is known by draws, so that of what was found three digits are right. */
    private final boolean isDrawn;

    /** Those that would have to be what they cannot be. */
    private final Set<String> impossible = new LinkedHashSet<>();

    /** Whether one of them is a number of things. */
    private boolean isOfThings;

    /** What factors are called that are at least 1, whatever calculation they are in. */
    private static final Pattern AT_LEAST_ONE =
            Pattern.compile("(?i)\\b(peak|replication|replicas|copies|overhead factor|index factor)\\b");

    /** What a mean is called, which may be below 1 though it is a whole number now. */
    private static final Pattern MEAN = Pattern.compile("(?i)\\b(per|each|a|an|every|of a|mean|average)\\b");

    /** What is said of an assumption that is a range: none of it may be beyond. */
    private static final Map<String, String> RELATION_OF_ALL =
            Map.of("at most ", "never above ", "at least ", "never below ", "between ", "always between ");

    /** An assumption, with its name in the explanation. */
    record Candidate(String name, Quantity<?> assumption) {}

    Remedies(Evaluation<Q> evaluation) {
        this.band = evaluation.band();
        this.isDrawn = evaluation
                .probability()
                .filter(probability -> !probability.figure().isExact())
                .isPresent();
        this.confidence = evaluation.isUncertain() ? Optional.of(each(evaluation)) : Optional.empty();
    }

    /** The confidence for each side: if each fails with half of the allowed probability, both hold together. */
    private static Share each(Evaluation<?> evaluation) {
        double confidence = evaluation.confidence().value();
        return Share.of(evaluation.band().isTwoSided() ? (1 + confidence) / 2 : confidence);
    }

    /** The assumptions that the user made, those that drive the quantity first; if there are none, the defaults. */
    static List<Candidate> candidates(Explanation explanation, List<? extends Driver<?>> drivers) {
        List<Candidate> found = new ArrayList<>();
        List<Explanation.Assumption> stated = explanation.assumptions();
        drivers.forEach(driver -> found.add(stated.stream()
                .filter(given -> isSame(driver.assumption(), given.value()))
                .findFirst()
                .map(given -> new Candidate(driver.name(), given.value())) // by the noun of its line
                .orElseGet(() -> new Candidate(driver.name(), driver.assumption()))));
        (stated.isEmpty() && found.isEmpty() ? explanation.defaults() : stated)
                .stream()
                        .filter(given -> found.stream().noneMatch(known -> isSame(known.assumption, given.value())))
                        .forEach(given -> found.add(new Candidate(given.name(), given.value())));
        return found;
    }

    private static boolean isSame(Quantity<?> one, Quantity<?> other) {
        return Note.resolve(Inside.node(one)) == Note.resolve(Inside.node(other)); // by whatever noun it goes
    }

    /** A line for each assumption that would mend the failure. */
    List<String> of(List<Candidate> candidates) {
        List<List<String>> rows = new ArrayList<>();
        candidates.forEach(candidate -> remedy(candidate)
                .ifPresent(found ->
                        rows.add(List.of(candidate.name, found.text, "now " + now(candidate.assumption, found.kind)))));
        if (candidates.isEmpty()) {
            return List.of();
        }
        if (rows.isEmpty()) {
            return List.of(nothing(candidates));
        }
        return Stream.concat(AlignedText.of(rows).lines(), onEachSide()).toList();
    }

    /** Why there is no line. */
    private String nothing(List<Candidate> candidates) {
        if (!impossible.isEmpty()) {
            return "nothing possible: " + String.join(" or ", impossible) + " would have to be below "
                    + (isOfThings ? "1" : "×1");
        }
        boolean arePartsOfAWhole = candidates.stream()
                .allMatch(candidate ->
                        Inside.kind(candidate.assumption).dimension().largest() == 1);
        return "nothing found: no single assumption mends it, "
                + (arePartsOfAWhole ? "not even at 0% or 100%" : "from a millionth to a million times its best guess");
    }

    private static <A extends Quantity<A>> String now(Quantity<A> assumption, Kind kind) {
        return assumption.isUncertain()
                ? Wording.range(kind, assumption, summary(assumption), Digits.MORE)
                : Digits.MORE.text(kind, Inside.value(assumption));
    }

    @SuppressWarnings("unchecked") // a quantity is of its own type
    private static <A extends Quantity<A>> Summary<A> summary(Quantity<A> assumption) {
        return Simulation.of(assumption).summary((A) assumption);
    }

    /**
     * What an assumption would have to be.
     *
     * @param text in words
     * @param kind in whose unit all numbers of the line are written, so that they can be compared
     */
    private record Remedy(String text, Kind kind) {}

    private Optional<Remedy> remedy(Candidate candidate) {
        try {
            return mended(candidate.assumption);
        } catch (RuntimeException e) {
            return Optional.of(new Remedy(Wording.notFound(e), Shown.kind(Inside.node(candidate.assumption))));
        }
    }

    @SuppressWarnings("unchecked") // each assumption is of its own type
    private <A extends Quantity<A>> Optional<Remedy> mended(Quantity<?> assumption) {
        Limit<?>[] limits = band.limits().toArray(Limit<?>[]::new);
        Iterator<Solution<A>> ends =
                new Search<>((A) assumption, true, confidence).bothWays(limits).iterator();
        Solution<A> most = ends.next();
        Kind kind = kind(most);
        Optional<String> atMost = kept(most, kind);
        if (atMost.isPresent() && !band.isTwoSided() && !isKeptNow(most)) {
            return atMost.map(text -> new Remedy(limit(most, "at most ") + text, kind));
        }
        Solution<A> least = ends.next();
        Kind ofLeast = kind(least);
        if (atMost.isPresent()) {
            Optional<String> atLeast = kept(least, ofLeast);
            if (atLeast.isPresent()) {
                String from = limit(most, "between ") + atLeast.get();
                return kept(most, ofLeast).map(text -> new Remedy(from + " and " + text, ofLeast));
            }
        }
        return atMost.map(text -> new Remedy(limit(most, "at most ") + text, kind))
                .or(() -> kept(least, ofLeast).map(text -> new Remedy(limit(least, "at least ") + text, ofLeast)));
    }

    /** Whether it is less than the most already, so that the limit asks for more: the most is a rule of the model. */
    private static <A extends Quantity<A>> boolean isKeptNow(Solution<A> most) {
        A now = most.search().assumption();
        return !now.isUncertain()
                && most.value().filter(found -> now.compareTo(found) < 0).isPresent();
    }

    /** The kind in whose unit a solution and what is now are written: that in which the assumption was typed. */
    private static Kind kind(Solution<?> solution) {
        Quantity<?> best = solution.search().assumption();
        double now = Inside.value(best);
        double found = best.isUncertain()
                ? now
                : solution.value().map(value -> Inside.value(value)).orElse(now);
        Kind typed = best.isUncertain()
                ? Shown.kindOfLine(Inside.node(best))
                : Shown.kindBeside(Inside.node(best), Inside.node(best));
        return typed.writtenIn() == null ? QuantityWriter.kindBeside(typed, now, found) : typed;
    }

    /**
     * A solution in words, if the check holds when it is put in. Of ranges a probability just at the confidence is
     * undecided, as it is drawn, and the search has fewer draws than the check, so that the last value nearby with
     * which the check itself holds is taken; of a slow formula with the usual draws only. Nothing at all is no remedy.
     */
    private Optional<String> kept(Solution<?> solution, Kind shown) {
        if (solution.value().isEmpty()) {
            return Optional.empty();
        }
        Quantity<?> best = solution.search().assumption();
        Kind kind = Shown.kind(Inside.node(best));
        return keptText(solution, best, kind)
                .filter(text -> read(text, kind) > 0)
                .map(text -> shown.writtenIn() == null
                        ? text
                        : keeping(solution, shown, rounded(solution, text), Digits.MORE));
    }

    /** What was found, or of what is uncertain the value that was tried. */
    private double rounded(Solution<?> solution, String text) {
        return confidence.isEmpty()
                ? Inside.value(solution.orThrow())
                : read(text, Shown.kind(Inside.node(solution.search().assumption())));
    }

    private Optional<String> keptText(Solution<?> solution, Quantity<?> best, Kind kind) {
        if (confidence.isEmpty()) {
            return isKept(solution) ? Optional.of(stated(solution)) : Optional.empty();
        }
        Map<Double, String> texts = new HashMap<>();
        Map<String, Boolean> known = new HashMap<>();
        return lastKept(part -> known.computeIfAbsent(
                        texts.computeIfAbsent(
                                part, p -> p == 0 && !isDrawn ? stated(solution) : text(solution, kind, p)),
                        text -> isKept(best, read(text, kind))))
                .map(texts::get);
    }

    /** The part that is least far inside of those with which the check holds, next to one with which it does not. */
    private Optional<Double> lastKept(Predicate<Double> isKept) {
        int i = AS_FOUND;
        while (!isKept.test(STEPS[i])) {
            if (++i == STEPS.length) {
                return Optional.empty();
            }
        }
        int first = isDrawn ? 0 : AS_FOUND;
        while (i > first && isKept.test(STEPS[i - 1])) {
            i--;
        }
        double inside = STEPS[i];
        double outside = i == first ? inside : STEPS[i - 1];
        while (inside - outside > NEAR) {
            double middle = (inside + outside) / 2;
            if (isKept.test(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return Optional.of(inside);
    }

    /** Further inside of what is allowed; with the digits that are right if it was drawn. */
    private String text(Solution<?> solution, Kind kind, double part) {
        double further = further(solution, kind, part);
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
    private static double further(Solution<?> solution, Kind kind, double part) {
        boolean isDown = solution.search().isLargest() != kind.dimension().isReversed();
        double found = Inside.value(solution.orThrow());
        double step = part * (kind.dimension().largest() == 1 ? Math.min(found, 1 - found) : found);
        double further = isDown ? found - step : found + step;
        Quantity<?> best = solution.search().assumption();
        boolean isCounted = kind.dimension() == Dimension.COUNT
                && !best.isUncertain()
                && Inside.value(best) == Math.rint(Inside.value(best))
                && further >= 1;
        return isCounted ? (isDown ? Math.floor(further) : Math.ceil(further)) : further;
    }

    private static double read(String text, Kind kind) {
        return QuantityReader.read(text.replace(",", ""), kind.dimension()).value();
    }

    /** What holds for all of a range is said so, that nobody takes a value within it for no change. */
    private static String limit(Solution<?> solution, String relation) {
        return solution.search().assumption().isUncertain()
                ? RELATION_OF_ALL.getOrDefault(relation, relation)
                : relation;
    }

    /** Writes a solution with enough digits to differ from the best guess. */
    private String stated(Solution<?> solution) {
        Quantity<?> best = solution.search().assumption();
        Quantity<?> found = solution.orThrow();
        Kind kind = Shown.kind(Inside.node(best));
        Digits digits = best.isUncertain()
                ? Digits.MORE
                : Digits.between(kind, Inside.value(best), Inside.value(found)).or(Digits.MORE);
        return digits.equals(Digits.MORE)
                ? inDays(solution).orElseGet(() -> solution.stated().orElseThrow())
                : keeping(solution, kind, Inside.value(found), digits);
    }

    /** With the fewest digits, as many at least, rounded to the side on which the check holds. */
    private String keeping(Solution<?> solution, Kind kind, double found, Digits least) {
        Quantity<?> best = solution.search().assumption();
        double inside = solution.search().isLargest() == kind.dimension().isReversed() ? 1 : -1;
        Digits digits = least;
        while (!digits.areAll()) {
            double step = inside * HALF * Math.pow(10, -digits.number()) * found;
            for (int i = 0; i <= STEPS_OF_A_DIGIT; i++) {
                String text = digits.text(kind, found + i * step);
                if (isKept(best, read(text, kind))) {
                    return text;
                }
            }
            digits = digits.next();
        }
        return digits.text(kind, found);
    }

    /** A long time in whole days, as what it is now stands beside it: 'at most 400 d', 'now 3,600 d'. */
    private Optional<String> inDays(Solution<?> solution) {
        Quantity<?> best = solution.search().assumption();
        Kind kind = Shown.kind(Inside.node(best));
        double days = Inside.value(solution.orThrow()) / DAY_SECONDS;
        double whole = (solution.search().isLargest() ? Math.floor(days) : Math.ceil(days)) * DAY_SECONDS;
        boolean isLong = kind.dimension() == Dimension.TIME && days >= LEAST_DAYS && days < WRITTEN_WHOLE;
        return isLong && isKept(best, whole) ? Optional.of(Digits.MORE.text(kind, whole)) : Optional.empty();
    }

    /** Whether there is a solution that mends the check when it is put in: beyond overload there may be no answer. */
    private boolean isKept(Solution<?> solution) {
        return solution.value()
                .filter(found -> isKept(solution.search().assumption(), Inside.value(found)))
                .isPresent();
    }

    private boolean isKept(Quantity<?> assumption, double value) {
        if (isImpossible(assumption, value)) {
            impossible.add(String.valueOf(assumption.name()));
            isOfThings |= Inside.kind(assumption).dimension() == Dimension.COUNT;
            return false;
        }
        try {
            return band.limits().stream().allMatch(limit -> isKept(limit, assumption, value));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    /**
     * Whether a factor that is at least 1 by what it is called would be less, for no peak is below the average; or a
     * number of whole things would be a part of one.
     */
    private static boolean isImpossible(Quantity<?> assumption, double value) {
        String name = assumption.name();
        double now = Inside.value(assumption);
        if (name == null || value >= 1 || now < 1) {
            return false;
        }
        boolean isCounted = Inside.kind(assumption).dimension() == Dimension.COUNT;
        boolean isWhole = isCounted
                && !assumption.isUncertain()
                && now == Math.rint(now)
                && !MEAN.matcher(name).find();
        boolean isFactor = isCounted || Inside.kind(assumption).dimension() == Dimension.RATIO;
        return isWhole || (isFactor && AT_LEAST_ONE.matcher(name).find());
    }

    @SuppressWarnings("unchecked") // an assumption is of its own type
    private <L extends Quantity<L>, A extends Quantity<A>> boolean isKept(
            Limit<L> limit, Quantity<?> assumption, double value) {
        L changed = limit.quantity().given((A) assumption, Inside.like((A) assumption, value));
        var kept = new Limit<>(changed, limit.bound(), limit.isUpper());
        if (!changed.isUncertain() || confidence.isEmpty()) {
            return kept.holds();
        }
        Share needed = confidence.orElseThrow();
        var usual = Simulation.of(changed);
        Verdict verdict = kept.probability(usual).isAtLeast(needed);
        if (verdict == Verdict.UNDECIDED && !Engine.isSlow(Inside.node(changed))) {
            verdict = kept.probability(usual.withSamples(Evaluation.MANY_DRAWS)).isAtLeast(needed);
        }
        return verdict == Verdict.HOLDS;
    }

    private Stream<String> onEachSide() {
        return confidence.filter(c -> band.isTwoSided()).stream().map(c -> "(each side with " + c + " confidence)");
    }
}
