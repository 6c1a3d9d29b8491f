package dev.estimator.internal.text;

import java.util.List;
import java.util.stream.Collectors;

/** The steps of a calculation as lines of text, with the equals signs of each step below each other. */
public final class Calculation {
    private static final String INDENT = "  ";

    private Calculation() {}

    /**
     * One step.
     *
     * @param name what it yields
     * @param formula the formula in names
     * @param numbers the formula in numbers with units
     * @param result what it yields, with four digits
     * @param bareResult the same without its range
     */
    public record Step(String name, String formula, String numbers, String result, String bareResult) {
        public Step {
            name = WrappedText.oneLine(name);
            formula = WrappedText.oneLine(formula);
            numbers = WrappedText.oneLine(numbers);
            result = WrappedText.oneLine(result);
        }
    }

    public static String of(List<Step> steps) {
        return steps.stream().map(Calculation::text).collect(Collectors.joining("\n"));
    }

    private static String text(Step step) {
        String continuation = "\n" + INDENT + " ".repeat(step.name.length()) + " = ";
        var text = new StringBuilder(INDENT + step.name + " = " + step.formula);
        String last = step.formula;
        boolean isCopy = step.numbers.equals(step.bareResult); // of a step that the result repeats, with its range
        if (!isCopy && !step.numbers.equals(last)) {
            last = step.numbers;
            text.append(continuation).append(last);
        }
        if (!step.result.equals(last)) {
            text.append(continuation).append(step.result);
        }
        return text.toString();
    }
}
