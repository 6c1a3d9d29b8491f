package dev.estimator.analysis;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.text.Nouns;
import dev.estimator.internal.text.QuantityReader;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import dev.estimator.quantity.Amount;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an assumption can go, such as 'daily active users can be 38.1M at most, room for ×3.81: then servers ≤ 40
 * binds'; or why there is no answer.
 *
 * @param search what was asked
 * @param value the largest or smallest value for which all limits hold
 * @param stated the value as it is stated on paper, such as '38.1M' or '8 y 9 months': with its unit and four
 *     significant digits, a longer time in words, whole things whole, rounded to where the limits hold
 * @param binding the limit that fails beyond it; nothing if the calculation has no answer there
 * @param reason why there is no such value; blank if there is one
 * @param <Q> the type of the assumption
 */
public record Solution<Q extends Quantity<Q>>(
        Search<Q> search, Optional<Q> value, Optional<String> stated, Optional<Limit<?>> binding, String reason) {
    /**
     * Checks that no component is null.
     *
     * @param search what was asked
     * @param value the largest or smallest value for which all limits hold
     * @param stated the value rounded to where the limits hold
     * @param binding the limit that fails beyond it; nothing if the calculation has no answer there
     * @param reason why there is no such value; blank if there is one
     */
    public Solution {
        requireNonNull(search, "search");
        requireNonNull(value, "value");
        requireNonNull(stated, "stated");
        requireNonNull(binding, "binding");
        requireNonNull(reason, "reason");
    }

    static <Q extends Quantity<Q>> Solution<Q> of(
            Search<Q> search, Q value, String stated, @Nullable Limit<?> binding) {
        return new Solution<>(search, Optional.of(value), Optional.of(stated), Optional.ofNullable(binding), "");
    }

    static <Q extends Quantity<Q>> Solution<Q> none(Search<Q> search, String reason) {
        return new Solution<>(search, Optional.empty(), Optional.empty(), Optional.empty(), reason);
    }

    /**
     * Returns the value if there is one.
     *
     * @return the largest or smallest value for which all limits hold
     * @throws ArithmeticException if there is none; the message says why
     */
    public Q orThrow() {
        return value.orElseThrow(() -> new ArithmeticException(toString()));
    }

    /**
     * Returns the factor from the best guess of the assumption to the value that was found.
     *
     * @return found ÷ best guess; nothing if there is no value, or the assumption is a part of a whole or zero
     */
    public Optional<Ratio> room() {
        double before = Inside.node(search.assumption()).value();
        return value.filter(v -> v instanceof Amount<?> && before > 0)
                .map(v -> Ratio.of(Inside.node(v).value() / before));
    }

    /** The factor to the number of whole things that is stated, so that '9 at most' of 8 is 'room for ×1.13'. */
    private Optional<Ratio> roomToStated() {
        Node best = Inside.node(search.assumption());
        Optional<Ratio> whole = stated.filter(text -> best.kind().dimension() == Dimension.COUNT && best.value() >= 1)
                .map(text -> QuantityReader.read(text.replace(",", ""), Dimension.COUNT)
                        .value())
                .filter(shown -> shown == Math.rint(shown) && shown < SafeRounding.WRITTEN_WHOLE)
                .map(shown -> Ratio.of(shown / best.value()));
        return whole.isPresent() ? whole : room();
    }

    /** Returns the value, the room and the limit that binds; or why there is no answer. */
    @Override
    public String toString() {
        String name = Derivation.name(search.assumption());
        String confidently =
                search.confidence().map(c -> " with " + c + " confidence").orElse("");
        if (stated.isEmpty()) {
            return "no " + (search.isLargest() ? "largest " : "smallest ") + name + confidently + ": " + reason;
        }
        String value = Nouns.behind(name, Inside.kind(search.assumption()), stated.get());
        return name + " can be " + value + (search.isLargest() ? " at most" : " at least") + confidently
                + roomToStated().map(this::written).orElse("")
                + binding.map(b -> ": then " + b.inWords() + " binds").orElse(": beyond it there is no answer")
                + (search.confidence().isEmpty() && isDoubtful() ? ", all else at its best guess" : "");
    }

    /** Whether the limit that binds depends on other ranges. */
    private boolean isDoubtful() {
        return binding.filter(limit ->
                        value.filter(v -> isDoubtful(limit.quantity(), v)).isPresent())
                .isPresent();
    }

    private boolean isDoubtful(Quantity<?> limited, Q found) {
        try {
            return limited.given(search.assumption(), found).isUncertain();
        } catch (ArithmeticException | IllegalArgumentException e) {
            return false; // it was found, so this is an answer in the cases of no range
        }
    }

    /** Writes the room; a best guess that is already too large or too small leaves none. */
    private String written(Ratio room) {
        String times = QuantityWriter.summary(Kind.RATIO, room.value());
        boolean isMissed = search.isLargest() ? room.value() < 1 : room.value() > 1;
        return isMissed
                ? ", " + times + " the best guess"
                : (search.isLargest() ? ", room for " : ", down to ") + times;
    }
}
