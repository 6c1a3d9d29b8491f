package dev.estimator.quantity;

import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A formula, written in names and in numbers. Sums are kept as lists of terms, so that a long sum can be abridged and
 * equal terms be counted.
 */
final class WrittenFormula {
    /** A sum of more terms than this shows the first few and the last. */
    private static final int READABLE_TERMS = 9;

    /** A formula of no more operands is written wherever it is used: a name such as 'size (1)' would say nothing. */
    static final int SHORT = 3;

    private static final int LONG = 1000;

    private static final int FEW_EQUAL = 2;

    private final Map<Term, Integer> terms;
    private final int binding;
    private final int size;
    private final @Nullable Function outermost;

    /** One summand. */
    private record Term(String names, String numbers) {}

    private WrittenFormula(Map<Term, Integer> terms, int binding, int size, @Nullable Function outermost) {
        this.terms = terms;
        this.binding = binding;
        this.size = size;
        this.outermost = outermost;
    }

    /** A value that is referred to. */
    static WrittenFormula atom(String name, String number) {
        return new WrittenFormula(Map.of(new Term(name, number), 1), Function.ATOM, 1, null);
    }

    static WrittenFormula of(Function function, List<WrittenFormula> operands) {
        List<String> names = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            WrittenFormula operand = operands.get(i);
            boolean inBrackets = operand.binding < function.bindingOf(i);
            names.add(operand.within(function, operand.names(), inBrackets));
            numbers.add(operand.within(function, operand.numbers(), inBrackets));
        }
        int size = operands.stream().mapToInt(w -> w.size).sum();
        Term term = new Term(function.write(names), function.write(numbers));
        int binding = function == Derived.SAME ? operands.get(0).binding : function.binding();
        return new WrittenFormula(Map.of(term, 1), binding, size, function);
    }

    /** As a term of a sum, where it must not look as if a percentage of the whole sum were added: a + (b + 10%). */
    WrittenFormula summand() {
        if (outermost != Derived.MORE && outermost != Derived.LESS) {
            return this;
        }
        Term term = new Term("(" + names() + ")", "(" + numbers() + ")");
        return new WrittenFormula(Map.of(term, 1), Function.ATOM, size, null);
    }

    /**
     * The sum. If this formula is very long it must not be used any more, for its terms become those of the sum: a
     * chain of thousands costs no copies.
     */
    WrittenFormula plus(WrittenFormula other) {
        Map<Term, Integer> sum = terms.size() > LONG ? terms : new LinkedHashMap<>(terms);
        other.terms.forEach((term, count) -> sum.merge(term, count, Integer::sum));
        int longestTerm = Math.max(size, other.size);
        return new WrittenFormula(sum, Function.SUM, Math.max(Math.min(sum.size(), READABLE_TERMS), longestTerm), null);
    }

    /** How many operands a reader sees. */
    int size() {
        return size;
    }

    String names() {
        return join(terms.entrySet().stream()
                .map(e -> counted(e.getKey().names, e.getValue()))
                .toList());
    }

    String numbers() {
        return join(terms.entrySet().stream()
                .map(e -> counted(e.getKey().numbers, e.getValue()))
                .toList());
    }

    /** As an operand: max(max(a, b), c) is max(a, b, c). */
    private String within(Function function, String written, boolean inBrackets) {
        boolean isNested = (function == Op.MAX || function == Op.MIN) && function.equals(outermost);
        if (isNested) {
            return written.substring(written.indexOf('(') + 1, written.length() - 1);
        }
        return inBrackets ? "(" + written + ")" : written;
    }

    private static String counted(String term, int count) {
        if (count <= FEW_EQUAL) {
            return String.join(" + ", Collections.nCopies(count, term));
        }
        return QuantityWriter.derivation(Kind.COUNT, count) + " × " + term;
    }

    private static String join(List<String> written) {
        int n = written.size();
        if (n <= READABLE_TERMS) {
            return String.join(" + ", written);
        }
        int shown = READABLE_TERMS - 2;
        String first = String.join(" + ", written.subList(0, shown));
        String left = QuantityWriter.derivation(Kind.COUNT, n - shown - 1.0);
        return first + " + … " + left + " more … + " + written.get(n - 1);
    }
}
