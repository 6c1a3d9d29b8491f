package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.range.Line;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks how far one assumption can go: {@code largest(users).suchThat(limit(servers).atMost(count(40)))}.
 *
 * <p>The search goes between a millionth of and a million times the assumption's best guess, for a share between 0.0001
 * % and 99.9999 %; only among whole numbers if a count has an answer for those alone. Each limited quantity must rise
 * or fall steadily with the assumption there; that is checked at 41 places and the best guess; where one look takes a
 * thousand draws of a slow formula, with all other ranges at their best guess. An infinite value, such as the wait in
 * an overloaded queue, breaks upper limits and keeps lower ones.
 *
 * @param assumption what may vary
 * @param isLargest whether the largest value is wanted, else the smallest
 * @param confidence how likely the limits have to hold; nothing if it is enough that they hold at the best guess
 * @param <Q> the type of the assumption
 */
public record Search<Q extends Quantity<Q>>(Q assumption, boolean isLargest, Optional<Share> confidence) {
    private static final int PLACES = 41;
    private static final double MILLION = 1e6;

    /**
     * Checks that the quantity is an assumption.
     *
     * @param assumption what may vary
     * @param isLargest whether the largest value is wanted, else the smallest
     * @param confidence how likely the limits have to hold
     * @throws IllegalArgumentException if it is a plain number or a result, or the confidence is 0 % or 100 %
     */
    public Search {
        Derivation.leaf(requireNonNull(assumption, "assumption"), "assumption");
        requireNonNull(confidence, "confidence").ifPresent(c -> {
            if (!(c.value() > 0 && c.value() < 1)) {
                throw new IllegalArgumentException("confidence must be above 0% and below 100% but was " + c
                        + (c.value() == 1 ? ": nothing uncertain is certain" : ""));
            }
        });
    }

    /**
     * Asks for limits that hold with a confidence, rather than at the best guess only.
     *
     * @param newConfidence how likely each limit has to hold, above 0 % and below 100 %
     * @return the changed search
     */
    public Search<Q> withConfidence(Share newConfidence) {
        return new Search<>(assumption, isLargest, Optional.of(requireNonNull(newConfidence, "newConfidence")));
    }

    /**
     * Finds the largest or smallest value of the assumption for which all limits hold.
     *
     * @param limits the limits, each on a quantity that depends on the assumption
     * @return the value and the limit that binds; or why there is none
     * @throws IllegalArgumentException if there is no limit, or one does not depend on the assumption
     */
    public Solution<Q> suchThat(Limits limits) {
        Search<Q> search = requireNonNull(limits, "limits")
                .confidence()
                .map(this::withConfidence)
                .orElse(this);
        return search.suchThat(limits.all().toArray(Limit<?>[]::new));
    }

    /**
     * Finds the largest or smallest value of the assumption for which all limits hold.
     *
     * @param limits the limits, each on a quantity that depends on the assumption
     * @return the value and the limit that binds; or why there is none
     * @throws IllegalArgumentException if there is no limit, or one does not depend on the assumption
     */
    public Solution<Q> suchThat(Limit<?>... limits) {
        return solution(look(true, limits));
    }

    /**
     * Finds the largest and then the smallest value of the assumption for which all limits hold, each only once it is
     * asked for; the second takes hardly any time. Of a limit that never holds it does not say how far it is from that.
     *
     * @param limits the limits, each on a quantity that depends on the assumption
     * @return the largest and then the smallest value, or why there is none
     * @throws IllegalArgumentException if there is no limit, or one does not depend on the assumption
     */
    public Stream<Solution<Q>> bothWays(Limit<?>... limits) {
        Looked looked = look(false, limits);
        return Stream.of(true, false).map(isMost -> new Search<>(assumption, isMost, confidence).solution(looked));
    }

    /** Returns what is searched, and that limits are still to be stated: it is a question, and no answer yet. */
    @Override
    public String toString() {
        return (isLargest ? "largest " : "smallest ") + Derivation.name(assumption)
                + ", asked by .suchThat(limit(...))";
    }

    /**
     * What was seen of the limits.
     *
     * @param responses how each quantity responds
     * @param least the least place that was looked at
     * @param most the greatest
     * @param problem why no value can be found; blank if one can
     */
    private record Looked(List<Response> responses, double least, double most, String problem) {}

    private Looked look(boolean mustSayHowFar, Limit<?>... limits) {
        if (Refusal.copy("limits", limits).isEmpty()) {
            throw new IllegalArgumentException("limits must not be empty: without a limit there is nothing to find");
        }
        Node leaf = Derivation.leaf(assumption, "assumption");
        double[] anywhere = places(leaf);
        List<Response> responses = Arrays.stream(limits)
                .map(limit -> new Response(leaf, limit, confidence))
                .toList();
        responses.forEach(response -> response.look(anywhere, false));
        boolean isWhole =
                leaf.kind().dimension() == Dimension.COUNT && responses.stream().anyMatch(Response::isOfWholeNumbers);
        double[] places = isWhole ? Arrays.stream(anywhere).map(Math::rint).toArray() : anywhere;
        String problem = "";
        for (Response response : responses) {
            if (isWhole) {
                response.look(places, true);
            }
            response.lookAtEnds(mustSayHowFar);
            problem = response.problem(this::text).orElse("");
            if (!problem.isEmpty()) {
                break;
            }
        }
        return new Looked(responses, places[0], places[places.length - 1], problem);
    }

    private Solution<Q> solution(Looked looked) {
        if (!looked.problem.isEmpty()) {
            return Solution.none(this, looked.problem);
        }
        boolean isReversed = Inside.isReversed(assumption);
        boolean wantsHigh = isLargest != isReversed;
        boolean hasBoth = looked.responses.size() > 1; // they may leave nothing between them
        AllowedRange reach = looked.responses.stream()
                .map(response -> response.reach(hasBoth || !wantsHigh, hasBoth || wantsHigh))
                .reduce(AllowedRange.unlimited(), AllowedRange::and);
        var found = new SafeRounding(Inside.node(assumption), wantsHigh, looked.responses);
        if (reach.isEmpty() && !found.holdsAt(reach.low())) {
            boolean areAlike = text(reach.low()).equals(text(reach.high()));
            DoubleFunction<String> text = areAlike ? found::exact : this::text;
            return Solution.none(this, reach.conflict(text, isReversed));
        }
        if (wantsHigh ? reach.high() == Double.POSITIVE_INFINITY : reach.low() == 0) {
            double last = wantsHigh ? looked.most : looked.least;
            return Solution.none(
                    this, "the limits hold for anything " + (isLargest ? "up" : "down") + " to " + text(last));
        }
        double value = found.besideStep(reach);
        return Solution.of(
                this, Inside.like(assumption, value), found.stated(value), wantsHigh ? reach.upper() : reach.lower());
    }

    /** Writes a value of the assumption as people read it. */
    private String text(double value) {
        return Inside.like(assumption, value).toString();
    }

    /**
     * The places to try, in ascending order, spread evenly: for sizes on a logarithmic line around the best guess, for
     * shares on a logit line around one half.
     */
    private static double[] places(Node leaf) {
        Line line = line(leaf);
        double widest = Math.log(MILLION);
        double best = leaf.value();
        double center = line == Line.ODDS ? 0 : best > 0 ? line.to(best) : 0;
        return IntStream.range(0, PLACES)
                .mapToDouble(i -> line.from(center + widest * (2.0 * i / (PLACES - 1) - 1)))
                .toArray();
    }

    /** The line on which values of an assumption are spread evenly. */
    static Line line(Node leaf) {
        return leaf.kind().dimension().largest() == 1 ? Line.ODDS : Line.LOG;
    }
}
