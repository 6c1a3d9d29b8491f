package dev.estimator.analysis;

import com.google.common.primitives.Doubles;
import dev.estimator.internal.engine.Varied;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Share;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** How a limited quantity responds to changes of one assumption, in canonical values. */
final class Response {
    /** The relative difference up to which two values of a quantity count as equal. */
    static final double NOISE = 1e-9;

    private static final int MOST_HALVINGS = 100;

    private final Node leaf;
    private final Node root;
    private final Limit<?> limit;
    private final double bound;
    /** Whether the canonical value must be at most the bound. */
    private final boolean isUpper;

    private final Optional<Share> confidence;
    private final Looks looks;

    /**
     * The value of the quantity at each place that was tried: NaN where it has no answer, infinity where it is
     * infinite. Where a look is slow, that at the best guess of all other ranges.
     */
    private final TreeMap<Double, Double> seen = new TreeMap<>();

    /** The value that has to keep the limit, at each place; where a look is slow, at few of them. */
    private final TreeMap<Double, Double> decisive;

    private boolean isWhole;
    private boolean isHopeless;

    Response(Node leaf, Limit<?> limit, Optional<Share> confidence) {
        this.leaf = leaf;
        this.root = Inside.node(limit.quantity());
        this.limit = limit;
        this.bound = Inside.node(limit.bound()).value();
        this.isUpper = limit.isUpper() != Inside.isReversed(limit.quantity());
        this.confidence = confidence;
        this.looks = new Looks(leaf, root, confidence.map(c -> isUpper ? c.value() : 1 - c.value()));
        this.decisive = looks.isSlow() ? new TreeMap<>() : seen;
        if (!Varied.of(List.of(root), List.of(leaf)).dependsOn(0)) {
            throw new IllegalArgumentException(
                    "limits must be on quantities that depend on the assumption but " + limit.name() + " does not");
        }
    }

    /** Computes the quantity at these places and at the best guess; if told so, from then on at whole numbers only. */
    void look(double[] places, boolean onlyAtWholeNumbers) {
        isWhole = onlyAtWholeNumbers;
        seen.clear();
        for (double place : places) {
            seen.put(place, guide(place));
        }
        seen.put(leaf.value(), guide(leaf.value()));
    }

    /** What shows where the quantity has an answer, and which way it goes. */
    private double guide(double place) {
        return looks.isSlow() ? looks.guessAt(place) : looks.at(place);
    }

    /**
     * Computes the quantity at the last places that have an answer; unless it has to say how far it is from a limit
     * that never holds, only as far as shows that.
     */
    void lookAtEnds(boolean mustSayHowFar) {
        double before = Double.NaN;
        for (double place : List.copyOf(seen.keySet())) {
            if (!Double.isNaN(before) && isAnswered(before) != isAnswered(place)) {
                double end = isAnswered(before) ? last(before, place, false) : last(place, before, false);
                seen.put(end, guide(end));
            }
            before = place;
        }
        if (looks.isSlow()) {
            lookWhereItMatters(mustSayHowFar);
        }
    }

    /**
     * Looks on both sides of where the best guess passes the limit; if it never does, or always, at the end that comes
     * nearest.
     */
    private void lookWhereItMatters(boolean mustSayHowFar) {
        double[] places = answered();
        if (places.length == 0) {
            return;
        }
        double first = value(places[0]);
        double last = value(places[places.length - 1]);
        if (isUpper ? first > last : first < last) {
            Doubles.reverse(places);
        }
        int kept = 0;
        while (kept < places.length && isKept(value(places[kept]))) {
            kept++;
        }
        isHopeless = kept == 0 && !mustSayHowFar && looks.isMissedByFew(places[0], bound, isUpper);
        if (isHopeless) {
            return;
        }
        boolean isAlike = !(Math.abs(first - last) > NOISE * Math.min(first, last));
        boolean isFound = lookUntil(true, places, Math.max(0, kept - 1), -1);
        if (isFound || isAlike) {
            lookUntil(false, places, Math.min(places.length - 1, kept), 1);
        }
    }

    /** Looks at places in ever longer steps until the limit is kept, or until it is not; whether it came to that. */
    private boolean lookUntil(boolean mustKeep, double[] places, int from, int direction) {
        int step = 1;
        for (int i = from; ; step *= 2) {
            double value = looks.at(places[i]);
            decisive.put(places[i], value);
            if (isKept(value) == mustKeep) {
                return true;
            }
            int next = Math.max(0, Math.min(places.length - 1, i + direction * step));
            if (next == i) {
                return false;
            }
            i = next;
        }
    }

    private double[] answered() {
        return seen.keySet().stream()
                .mapToDouble(place -> place)
                .filter(this::isAnswered)
                .toArray();
    }

    private boolean isAnswered(double place) {
        return !Double.isNaN(value(place));
    }

    private double value(double place) {
        @Nullable Double known = seen.get(place);
        return known == null ? guide(place) : known;
    }

    /**
     * Whether, at one of the places or at the best guess, the quantity has an answer for the whole numbers around it
     * but none for the number itself.
     */
    boolean isOfWholeNumbers() {
        boolean isSo = isBetweenAnswers(leaf.value() - 0.5) || isBetweenAnswers(leaf.value() + 0.5);
        for (double place : seen.keySet()) {
            isSo = isSo || isBetweenAnswers(place);
        }
        return isSo;
    }

    private boolean isBetweenAnswers(double place) {
        return place > 0
                && place != Math.rint(place)
                && !isAnswered(place)
                && isAnswered(Math.floor(place))
                && isAnswered(Math.ceil(place));
    }

    /** The reason why no largest or smallest value can be found, if there is one. */
    Optional<String> problem(DoubleFunction<String> text) {
        double[] places = answered();
        double[] found = decisive.values().stream()
                .mapToDouble(v -> v)
                .filter(v -> !Double.isNaN(v))
                .toArray();
        if (found.length == 0 && !isHopeless) {
            String why = looks.refusalAt(leaf.value());
            return Optional.of(limit.name() + " has no answer at any of " + seen.size() + " places looked at "
                    + between(seen.firstKey(), seen.lastKey(), text)
                    + (why.isEmpty() ? "" : ": at the best guess " + why));
        }
        boolean rises = false;
        boolean falls = false;
        double before = value(places[0]);
        for (double place : places) {
            double value = value(place);
            rises |= value > before * (1 + NOISE);
            falls |= value < before * (1 - NOISE);
            before = value;
        }
        String between = between(places[0], places[places.length - 1], text);
        if (rises && falls) {
            return Optional.of(limit.name() + " neither rises nor falls steadily " + between
                    + ", so no single value divides what fits from what does not");
        }
        if (isHopeless) {
            return Optional.of(limit.inWords() + " never holds " + between);
        }
        double nearest = isUpper ? Doubles.min(found) : Doubles.max(found);
        return isKept(nearest) ? Optional.empty() : Optional.of(neverHolds(between, nearest));
    }

    private String between(double low, double high, DoubleFunction<String> text) {
        boolean isReversed = leaf.kind().dimension().isReversed();
        return "between " + text.apply(isReversed ? high : low) + " and " + text.apply(isReversed ? low : high);
    }

    /** Says which value comes nearest to the bound, with enough digits to tell the two apart. */
    private String neverHolds(String between, double nearest) {
        Kind kind = Shown.kind(root);
        String words = QuantityWriter.summary(kind, nearest);
        if (words.equals(QuantityWriter.summary(kind, bound))) {
            words = QuantityWriter.exact(kind, nearest);
        }
        String side = nearest == Double.POSITIVE_INFINITY ? "" : limit.isUpper() ? "at least " : "at most ";
        return limit.inWords() + " never holds " + between + ": " + limit.name() + " is " + side + words + " there"
                + (confidence.isPresent() ? " at that confidence" : "");
    }

    /** The values of the assumption for which the limit holds; where an end is not asked for, without it. */
    AllowedRange reach(boolean hasLow, boolean hasHigh) {
        double least = Double.NaN;
        double most = Double.NaN;
        for (Map.Entry<Double, Double> look : decisive.entrySet()) {
            if (isKept(look.getValue())) {
                least = Double.isNaN(least) ? look.getKey() : least;
                most = look.getKey();
            }
        }
        @Nullable Double below = hasLow
                ? beyond(decisive.lowerKey(least), seen.headMap(least, false).descendingMap())
                : null;
        @Nullable Double above = hasHigh ? beyond(decisive.higherKey(most), seen.tailMap(most, false)) : null;
        double low = below == null ? 0 : last(least, below, true);
        double high = above == null ? Double.POSITIVE_INFINITY : last(most, above, true);
        return new AllowedRange(
                low, below == null ? null : binding(low, 0), high, above == null ? null : binding(high, high * 2));
    }

    /** The next place that does not keep the limit: one that was looked at, else the first without an answer. */
    private static @Nullable Double beyond(@Nullable Double looked, NavigableMap<Double, Double> guides) {
        for (Map.Entry<Double, Double> guide : guides.entrySet()) {
            if (looked != null || Double.isNaN(guide.getValue())) {
                return looked != null ? looked : guide.getKey();
            }
        }
        return looked;
    }

    /** The limit that fails beyond a place; null if there is no answer beyond it. */
    private @Nullable Limit<?> binding(double last, double towards) {
        double next = isWhole ? last + Math.signum(towards - last) : Math.nextAfter(last, towards);
        return isAnswered(next) ? limit : null;
    }

    /**
     * The last place with an answer, which may also have to keep the limit, on the way from a place with such an answer
     * to one without.
     */
    private double last(double from, double to, boolean mustKeep) {
        if (mustKeep && looks.isSlow()) {
            @Nullable Double end = isAnswered(to) ? null : from < to ? seen.lowerKey(to) : seen.higherKey(to);
            if (end != null && isKept(looks.at(end))) {
                return end;
            }
            return new Crossing(looks, this::isKept, bound, isWhole, Search.line(leaf)).between(from, to);
        }
        double inside = from;
        double outside = to;
        for (int i = 0; i < MOST_HALVINGS && !isDrawnAlike(inside, outside); i++) {
            double halfway = inside + (outside - inside) / 2;
            double middle = isWhole ? Math.floor(halfway) : halfway;
            if (middle == inside || middle == outside) {
                break;
            }
            double value = guide(middle);
            if (mustKeep ? isKept(value) : !Double.isNaN(value)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    /** Whether two places are nearer than draws can tell. */
    private boolean isDrawnAlike(double a, double b) {
        return looks.isDrawn() && Math.abs(a - b) <= NOISE * Math.min(a, b);
    }

    /** Whether the limit holds at a place, or is missed by no more than rounding. */
    boolean holdsAt(double place) {
        if (isWhole && place != Math.rint(place)) {
            return false;
        }
        List<Double> around = looks.isSlow() ? looks.around(place) : List.of();
        boolean isKnown = !around.isEmpty() && isMet(around.get(0)) == isMet(around.get(1));
        return isMet(isKnown ? around.get(0) : looks.at(place));
    }

    private boolean isMet(double value) {
        boolean isPart = root.kind().dimension().largest() == 1;
        double slack = NOISE * (isPart ? Math.min(bound, 1 - bound) : bound) + 4 * Math.ulp(bound);
        return isUpper ? value <= bound + slack : value >= bound - slack;
    }

    /** Whether the quantity is constant from one place up to the next, a whole number, and steps just beyond that. */
    boolean stepsAt(double place, double next) {
        double value = looks.at(next);
        return looks.at(place) == value && looks.at(next + Math.signum(next - place) * NOISE * next) != value;
    }

    private boolean isKept(double value) {
        return isUpper ? value <= bound : value >= bound;
    }
}
