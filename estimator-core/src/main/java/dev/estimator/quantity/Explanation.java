package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.AlignedText;
import dev.estimator.internal.text.Calculation;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.text.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How values were reached, as an engineer would show it on a whiteboard.
 *
 * <p>The steps come in the order of calculation, each shared step once; the last is the answer. Long formulas that were
 * not given a name and are used more than once are called after what they are, as in 'rate (1)'; short ones are written
 * wherever they are used. Two assumptions or two different steps of one name are told apart in words, as in 'users
 * (15M)'. On paper numbers have four significant digits; the values themselves are not rounded. A factor of exactly 1
 * that comes from a default that nobody set is left out of the formulas.
 *
 * @param assumptions what was assumed, with its source
 * @param defaults what was not set, and so taken from a default
 * @param steps the calculation
 * @param approximations what is approximate about the formulas, and how far off that may be; none if they are exact
 */
public record Explanation(
        List<Assumption> assumptions, List<Assumption> defaults, List<Step> steps, List<String> approximations) {
    private static final String INDENT = "  ";

    /** Of more steps than this only the answer is shown with its range. */
    private static final int MOST_RANGES = 100;

    /**
     * One named input.
     *
     * @param name what is assumed
     * @param value the assumed value
     * @param source why it is believed, if that was said
     */
    public record Assumption(
            String name, Quantity<?> value, @Nullable String source) {
        /**
         * Checks that no component is null.
         *
         * @param name what is assumed
         * @param value the assumed value
         * @param source why it is believed, if that was said
         */
        public Assumption {
            requireNonNull(name, "name");
            requireNonNull(value, "value");
        }

        /**
         * Returns the value as it is stated on paper, with four significant digits; a bandwidth in bits as well.
         *
         * @return the value with its unit
         */
        public String stated() {
            boolean isInUsualUnit = value.shownKind().writtenIn() == null;
            return value instanceof Bandwidth && !value.isUncertain() && isInUsualUnit
                    ? QuantityWriter.statedFlow(value.value)
                    : value.stated();
        }
    }

    /**
     * One step of the calculation.
     *
     * @param name what it yields
     * @param formula the formula in names, such as 'average rate × peak to average'
     * @param numbers the formula in numbers with units, such as '2,315 req/s × 2'
     * @param result what it yields, unrounded
     */
    public record Step(String name, String formula, String numbers, Quantity<?> result) {
        /**
         * Checks that no component is null.
         *
         * @param name what it yields
         * @param formula the formula in names, such as 'average rate × peak to average'
         * @param numbers the formula in numbers with units, such as '2,315 req/s × 2'
         * @param result what it yields, unrounded
         */
        public Step {
            requireNonNull(name, "name");
            requireNonNull(formula, "formula");
            requireNonNull(numbers, "numbers");
            requireNonNull(result, "result");
        }
    }

    /**
     * Copies the lists.
     *
     * @param assumptions what was assumed, with its source
     * @param defaults what was not set, and so taken from a default
     * @param steps the calculation
     * @param approximations what is approximate about the formulas
     */
    public Explanation {
        assumptions = Refusal.copy(assumptions, "assumptions");
        defaults = Refusal.copy(defaults, "defaults");
        steps = Refusal.copy(steps, "steps");
        approximations = Refusal.copy(approximations, "approximations");
    }

    /**
     * Explains several values together: what they share is shown once.
     *
     * @param quantities the values
     * @return the explanation
     */
    public static Explanation of(List<? extends Quantity<?>> quantities) {
        return new Explainer(quantities).explanation(Integer.MAX_VALUE);
    }

    /**
     * Returns the calculation alone.
     *
     * @return the steps as text, the answer last
     */
    public String calculation() {
        List<Calculation.Step> lines = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String bare = step.result.withoutRange();
            String result = showsRange(i) ? step.result.stated() : bare;
            lines.add(new Calculation.Step(step.name, step.formula, step.numbers, result, bare));
        }
        return Calculation.of(lines, Integer.MAX_VALUE);
    }

    /**
     * Returns whether a step is shown with its range: in a long calculation only the answer is, or it would take too
     * long.
     *
     * @param step the index of the step
     * @return whether it is
     */
    public boolean showsRange(int step) {
        return step == steps.size() - 1 || steps.size() <= MOST_RANGES;
    }

    /**
     * Returns the assumptions, what was not set, the calculation, and what is approximate about it, ready to be read.
     */
    @Override
    public String toString() {
        var text = new StringBuilder();
        list(text, "assumed", assumptions);
        list(text, "not set, so left at the default", defaults);
        if (!steps.isEmpty()) {
            text.append("calculated\n").append(calculation());
        }
        List<String> approximate =
                Stream.concat(approximations.stream(), stepsInDoubt().stream()).toList();
        if (!approximate.isEmpty()) {
            text.append("\napproximate\n");
            approximate.forEach(one -> text.append(INDENT).append(one).append('\n'));
        }
        return text.isEmpty()
                ? "a plain number: nothing was assumed"
                : text.toString().stripTrailing();
    }

    /** Of the answer. */
    private List<String> stepsInDoubt() {
        return steps.isEmpty() ? List.of() : Summary.stepsInDoubt(steps.get(steps.size() - 1).result);
    }

    private static void list(StringBuilder text, String title, List<Assumption> assumptions) {
        if (assumptions.isEmpty()) {
            return;
        }
        text.append(title).append('\n');
        List<List<String>> rows = new ArrayList<>();
        for (Assumption a : assumptions) {
            String name = WrappedText.oneLine(a.name);
            rows.add(
                    a.source == null
                            ? List.of(name, a.stated())
                            : List.of(name, a.stated(), "(" + WrappedText.oneLine(a.source) + ")"));
        }
        text.append(AlignedText.of(rows, " = ").indent(INDENT.length()));
    }
}
