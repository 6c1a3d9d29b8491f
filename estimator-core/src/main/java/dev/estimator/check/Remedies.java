package dev.estimator.check;

import dev.estimator.analysis.Drivers.Driver;
import dev.estimator.analysis.Limit;
import dev.estimator.analysis.Search;
import dev.estimator.analysis.Solution;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Explanation;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of single assumptions with which a failed limit would hold. */
final class Remedies<Q extends Quantity<Q>> {
    private static final int MOST = 4;

    private final Band<Q> band;
    private final Optional<Share> confidence;

    /** An assumption, with its name in the explanation. */
    record Candidate(String name, Quantity<?> assumption) {}

    Remedies(Evaluation<Q> evaluation) {
        this.band = evaluation.band();
        this.confidence = evaluation.isUncertain() ? Optional.of(each(evaluation)) : Optional.empty();
    }

    /** The confidence for each side: if each fails with half of the allowed probability, both hold together. */
    private static Share each(Evaluation<?> evaluation) {
        double confidence = evaluation.confidence().value();
        return Share.of(evaluation.band().isTwoSided() ? (1 + confidence) / 2 : confidence);
    }

    /** The assumptions that the user made; if there are none, the defaults. */
    static List<Candidate> candidates(Explanation explanation) {
        List<Explanation.Assumption> stated = explanation.assumptions();
        return (stated.isEmpty() ? explanation.defaults() : stated)
                .stream().map(a -> new Candidate(a.name(), a.value())).toList();
    }

    static <Q extends Quantity<Q>> List<Candidate> candidates(List<Driver<Q>> drivers) {
        return drivers.stream()
                .map(d -> new Candidate(d.name(), d.assumption()))
                .toList();
    }

    /** A line for each assumption that would mend the failure, at most four. */
    List<String> of(List<Candidate> candidates) {
        List<List<String>> rows = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (rows.size() == MOST) {
                break;
            }
            remedy(candidate).ifPresent(text -> rows.add(List.of(candidate.name, text)));
        }
        if (candidates.isEmpty()) {
            return List.of();
        }
        return rows.isEmpty()
                ? List.of(
                        "nothing found: no single assumption mends it, from a millionth to a million times its best guess")
                : AlignedText.of(rows).lines().toList();
    }

    private Optional<String> remedy(Candidate candidate) {
        try {
            return mended(candidate.assumption);
        } catch (RuntimeException e) {
            return Optional.of(Wording.notFound(e));
        }
    }

    @SuppressWarnings("unchecked") // each assumption is of its own type
    private <A extends Quantity<A>> Optional<String> mended(Quantity<?> assumption) {
        Limit<?>[] limits = band.limits().toArray(Limit<?>[]::new);
        Solution<A> most = new Search<>((A) assumption, true, confidence).suchThat(limits);
        if (most.value().isPresent() && !band.isTwoSided()) {
            return text("at most ", most);
        }
        Solution<A> least = new Search<>((A) assumption, false, confidence).suchThat(limits);
        if (most.value().isPresent() && least.value().isPresent()) {
            return Optional.of("between " + stated(least) + " and " + stated(most) + confidently());
        }
        return text("at most ", most).or(() -> text("at least ", least));
    }

    private Optional<String> text(String side, Solution<?> solution) {
        if (solution.value().isEmpty()) {
            return Optional.empty();
        }
        String room = solution.room()
                .map(r -> " (" + QuantityWriter.summary(Kind.RATIO, r.value()) + ")")
                .orElse("");
        return Optional.of(side + stated(solution) + confidently() + room);
    }

    /** Writes a solution with enough digits to differ from the best guess. */
    private static String stated(Solution<?> solution) {
        Quantity<?> best = solution.search().assumption();
        Quantity<?> found = solution.orThrow();
        Kind kind = Inside.kind(best);
        Digits digits =
                Digits.between(kind, Inside.value(best), Inside.value(found)).or(Digits.MORE);
        return digits == Digits.MORE ? solution.stated().orElseThrow() : digits.text(kind, Inside.value(found));
    }

    private String confidently() {
        return confidence
                .map(c -> " with " + c + " confidence" + (band.isTwoSided() ? " on each side" : ""))
                .orElse("");
    }
}
