package dev.estimator.check;

import dev.estimator.analysis.Drivers.Driver;
import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Search;
import dev.estimator.analysis.Solution;
import dev.estimator.analysis.Verdict;
import dev.estimator.internal.engine.Engine;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.range.Shape;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.BoundText;
import dev.estimator.internal.text.Nouns;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values of single assumptions with which a failed limit would hold. */
final class Remedies<Q extends Quantity<Q>> {
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

    private static final Pattern MEAN = Pattern.compile("(?i)\\b(mean|average)\\b");

    /** 'disks per server', 'comments on each node', 'posts a day': what there is, and of what each has it. */
    private static final Pattern OF_EACH =
            Pattern.compile("(?i)(?:(?:number|count) of )?(.*?)(?: (?:of|in|on|at|to|from|by|for|with)\\b.*?)?"
                    + " (?:per|each|every|an?)\\b ?(.*?)(?: (?:of|in|on|at|to|from|by|for|with)\\b.*)?");

    /** What stands in or on a server and is whole, besides what {@link Nouns} knows. */
    private static final Pattern PART = Pattern.compile("(?i).*\\b(database|set|slot|handler|process|queue|pool|gateway"
            + "|balancer|volume|port|socket|cache|table|topic|bucket|service)(e?s)?");

    private static final double P5 = 0.05;

    /** Of an end of a range that follows from its law. */
    private static final double ROUNDING = 1e-9;

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
        this.confidence = evaluation.isUncertain() ? Optional.of(evaluation.confidenceOfEach()) : Optional.empty();
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
        candidates.forEach(candidate ->
                remedy(candidate).ifPresent(words -> rows.add(List.of(candidate.name, words.get(0), words.get(1)))));
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

    @SuppressWarnings("unchecked") // a quantity is of its own type
    private static <A extends Quantity<A>> String now(Quantity<?> assumption, Kind kind, String... found) {
        A own = (A) assumption;
        if (own.isUncertain()) {
            return Wording.range(kind, own, Simulation.of(own).summary(own), Digits.MORE);
        }
        double value = Inside.value(own);
        String usual = Digits.MORE.text(kind, value);
        return Stream.of(found)
                .filter(text -> BoundText.read(kind, text) == BoundText.read(kind, usual))
                .findFirst()
                .map(text -> BoundText.beside(kind, value, BoundText.read(kind, text), usual))
                .orElse(usual);
    }

    /** In words, and what it is now, written in one unit so that they can be compared. */
    private Optional<List<String>> remedy(Candidate candidate) {
        try {
            return mended(candidate.assumption);
        } catch (RuntimeException e) {
            return Optional.of(found(
                    candidate.assumption, "", Shown.kind(Inside.node(candidate.assumption)), Wording.notFound(e)));
        }
    }

    private static List<String> found(Quantity<?> assumption, String relation, Kind kind, String... found) {
        return List.of(relation + String.join(" and ", found), "now " + now(assumption, kind, found));
    }

    @SuppressWarnings("unchecked") // each assumption is of its own type
    private <A extends Quantity<A>> Optional<List<String>> mended(Quantity<?> assumption) {
        Limit<?>[] limits = band.limits().toArray(Limit<?>[]::new);
        Iterator<Solution<A>> ends =
                new Search<>((A) assumption, true, confidence).bothWays(limits).iterator();
        Solution<A> largest = ends.next();
        Mended most = new Mended(largest, isDrawn, value -> isKept(assumption, value));
        Kind kind = kind(assumption, most);
        Optional<String> atMost = most.text(kind);
        if (atMost.isPresent() && !band.isTwoSided() && !isKeptNow(largest)) {
            return atMost.map(to -> found(assumption, limit(assumption, "at most "), kind, to));
        }
        Mended least = new Mended(ends.next(), isDrawn, value -> isKept(assumption, value));
        Kind ofLeast = kind(assumption, least);
        Optional<String> atLeast = least.text(ofLeast);
        if (atMost.isPresent() && atLeast.isPresent()) {
            String from = atLeast.get();
            return most.text(ofLeast).map(to -> found(assumption, limit(assumption, "between "), ofLeast, from, to));
        }
        return atMost.isPresent()
                ? atMost.map(to -> found(assumption, limit(assumption, "at most "), kind, to))
                : atLeast.map(from -> found(assumption, limit(assumption, "at least "), ofLeast, from));
    }

    /** That in which the assumption was typed; of what is checked itself, that of the check. */
    private Kind kind(Quantity<?> assumption, Mended found) {
        boolean isByClock =
                Inside.kind(assumption).writtenIn() != null || band.shownKind().writtenIn() != null;
        boolean isRate = Inside.kind(assumption).dimension() == Dimension.RATE;
        return isRate && isByClock && isSame(assumption, band.quantity()) ? band.kindOfClock(0) : found.kind();
    }

    /** Whether it is less than the most already, so that the limit asks for more: the most is a rule of the model. */
    private static <A extends Quantity<A>> boolean isKeptNow(Solution<A> most) {
        A now = most.search().assumption();
        return !now.isUncertain()
                && most.value().filter(found -> now.compareTo(found) < 0).isPresent();
    }

    /** What holds for all of a range is said so, that nobody takes a value within it for no change. */
    private static String limit(Quantity<?> assumption, String relation) {
        return assumption.isUncertain() ? RELATION_OF_ALL.getOrDefault(relation, relation) : relation;
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
        boolean isWhole = isCounted && isOfWhole(Inside.node(assumption)) && !isMean(name);
        boolean isFactor = isCounted || Inside.kind(assumption).dimension() == Dimension.RATIO;
        return isWhole || (isFactor && AT_LEAST_ONE.matcher(name).find());
    }

    /** Whether it may be below 1 though it is whole now, as what is no machine and no part of one: posts per server. */
    private static boolean isMean(String name) {
        Matcher each = OF_EACH.matcher(name);
        return MEAN.matcher(name).find()
                || (each.matches() && !(isThing(each.group(1)) && Nouns.isServing(each.group(2))));
    }

    private static boolean isThing(String noun) {
        return Nouns.isActor(noun) || PART.matcher(noun).matches();
    }

    /** Whether a number, or both ends of a range, are whole: 3 … 8 servers. */
    private static boolean isOfWhole(Node node) {
        Shape shape = node.shape();
        return shape == null
                ? node.value() == Math.rint(node.value())
                : isNearlyWhole(shape.quantile(P5)) && isNearlyWhole(shape.quantileFromTop(P5));
    }

    private static boolean isNearlyWhole(double end) {
        return Math.abs(end - Math.rint(end)) <= ROUNDING * end;
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
