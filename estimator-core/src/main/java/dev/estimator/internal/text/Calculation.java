package dev.estimator.internal.text;

import java.util.List;
import java.util.stream.Collectors;

/** The steps of a calculation as lines of text, with the equals signs of each step below each other. */
public final class Calculation {
    private static final String INDENT = "  ";
    /** The longest name that stands before its equals sign; a longer one stands above it. */
    private static final int LONGEST = 48;

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

    /** A formula that is too long for the width goes on below its right side. */
    public static String of(List<Step> steps, int width) {
        return steps.stream()
                .flatMap(step -> text(step).lines())
                .flatMap(line -> WrappedText.of(line, width, indent(line)).stream())
                .collect(Collectors.joining("\n"));
    }

    /** How far what does not fit into a line of a calculation is indented: to below the right side of the formula. */
    public static int indent(String line) {
        int equals = line.indexOf(" = ");
        return equals < 0 ? 2 * INDENT.length() : equals + " = ".length();
    }

    private static String text(Step step) {
        boolean isLong = step.name.length() > LONGEST;
        String continuation = "\n" + INDENT + " ".repeat(isLong ? INDENT.length() : step.name.length()) + " = ";
        var text = new StringBuilder(INDENT + step.name + (isLong ? continuation : " = ") + step.formula);
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
