package dev.estimator.quantity;

import dev.estimator.internal.graph.Derived;
import dev.estimator.internal.graph.Function;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Node.Assumption;
import dev.estimator.internal.graph.Node.Named;
import dev.estimator.internal.graph.Node.Operation;
import dev.estimator.internal.graph.Node.Range;
import dev.estimator.internal.graph.Note;
import dev.estimator.internal.graph.OfRequests;
import dev.estimator.internal.graph.Op;
import dev.estimator.internal.graph.Shown;
import dev.estimator.internal.graph.Tape;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.text.Nouns;
import dev.estimator.internal.text.QuantityWriter;
import dev.estimator.internal.unit.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a derivation down, in one pass over its steps from the assumptions up.
 *
 * <p>A value stands on a line of its own if it has a name, is asked for, or is long and used more than once; what lies
 * between is written out inside the formulas that use it, unless they would grow too long to read.
 */
final class Explainer {
    /** A formula with more operands than this is broken into two lines. */
    private static final int READABLE_OPERANDS = 10;

    private final Tape tape;
    private final BitSet lines = new BitSet();
    private final List<WrittenFormula> formulas = new ArrayList<>();
    private final String[] labels;
    private final UnsetOperands unset;

    /** The answers, behind notes on them. */
    private final int[] roots;

    /** Each step with the noun that all who use it give it. */
    private final Node[] called;

    private int unnamed;

    Explainer(List<? extends Quantity<?>> quantities) {
        tape = Tape.written(Refusal.copy(quantities, "quantities").stream()
                .map(Quantity::node)
                .toList());
        labels = new String[tape.size()];
        unset = new UnsetOperands(tape);
        called = called(tape);
        roots = Arrays.stream(tape.roots()).map(unset::behindNotes).toArray();
        markLines();
        label();
        for (int i = 0; i < tape.size(); i++) {
            formulas.add(formula(i));
        }
    }

    /**
     * What has a noun keeps it on its own line, whatever those count who use it; an answer has the one that it was
     * asked with. Requests and what nobody named are called as all who use them say: a query rate of 40 req/s is one of
     * queries. But 3,000 alert rules that somebody assumed are rules, also where each makes a query, and a rate called
     * 'queries' is not one of samples.
     */
    private static Node[] called(Tape tape) {
        Node[] called = new Node[tape.size()];
        Arrays.stream(tape.roots()).forEach(root -> called[root] = tape.node(root));
        for (int i = tape.size() - 1; i >= 0; i--) {
            List<Integer> operands = tape.operands(i);
            for (int k = 0; k < operands.size(); k++) {
                Node own = tape.node(operands.get(k));
                boolean isPassedOn = k == 0
                        && tape.node(i) instanceof Operation operation
                        && operation.function() instanceof Note
                        && !called[i].kind().isSame(own.kind())
                        && !keepsThings(own, called[i].kind().thing())
                        && (own.kind().things().noun() == null || (own instanceof Named && isAsked(tape, i)));
                Node use = isPassedOn ? called[i] : own;
                Node known = called[operands.get(k)];
                called[operands.get(k)] = known == null || known.kind().isSame(use.kind()) ? use : own;
            }
        }
        return called;
    }

    /** Whether it was assumed as so many of other things: a count, or a rate that is named after them. */
    private static boolean keepsThings(Node node, @Nullable String noun) {
        String name = node.name();
        return node instanceof Assumption
                && (node.kind().dimension() == Dimension.COUNT
                        || (name != null && noun != null && Nouns.isOfOthers(name, noun)));
    }

    private static boolean isAsked(Tape tape, int step) {
        return Arrays.stream(tape.roots()).anyMatch(root -> root == step);
    }

    /** With the formulas down to a level, that of the answer being the first, and what they use. */
    Explanation explanation(int levels) {
        List<Explanation.Assumption> assumptions = new ArrayList<>();
        List<Explanation.Assumption> defaults = new ArrayList<>();
        List<Explanation.Step> steps = new ArrayList<>();
        hideUnwritten();
        int[] users = levels == Integer.MAX_VALUE ? new int[tape.size()] : levels();
        for (int i = 0; i < tape.size(); i++) {
            Node node = tape.node(i);
            if (users[i] > levels || (lines.get(i) && !isNamedRange(i) && users[i] >= levels)) {
                continue;
            }
            if (node instanceof Assumption leaf) {
                (leaf.isDefault() ? defaults : assumptions)
                        .add(new Explanation.Assumption(labels[i], QuantityFactory.of(called[i]), leaf.source()));
            } else if (isNamedRange(i)) {
                assumptions.add(new Explanation.Assumption(labels[i], QuantityFactory.of(node), null));
            } else if (lines.get(i)) {
                WrittenFormula formula = formulas.get(i);
                String numbers = formula.numbers() + decided(i);
                steps.add(new Explanation.Step(labels[i], formula.names(), numbers, QuantityFactory.of(called[i])));
            }
        }
        Arrays.stream(roots)
                .mapToObj(tape::node)
                .filter(Explainer::isUnnamedRange)
                .forEach(node -> assumptions.add(
                        new Explanation.Assumption("a range without a name", QuantityFactory.of(node), null)));
        return new Explanation(assumptions, defaults, steps, approximations(users, levels));
    }

    private static boolean isUnnamedRange(Node node) {
        return node instanceof Range && node.name() == null;
    }

    /**
     * Which operand a greatest or least value is, as ', the greatest is servers by disk'; nothing if none stands out.
     */
    private String decided(int line) {
        int i = tape.node(line) instanceof Named ? unset.written(line).get(0) : line;
        if ((lines.get(i) && i != line) || !isExtreme(i)) {
            return "";
        }
        Function extreme = ((Operation) tape.node(i)).function();
        List<Integer> among = new ArrayList<>(unset.written(i));
        for (int k = 0; k < among.size(); k++) {
            int inner = among.get(k);
            while (!lines.get(inner) && isExtreme(inner) && ((Operation) tape.node(inner)).function() == extreme) {
                among.set(k, unset.written(inner).get(0));
                among.addAll(unset.written(inner).subList(1, 2));
                inner = among.get(k);
            }
        }
        double value = tape.node(i).value();
        List<Integer> deciding =
                among.stream().filter(o -> tape.node(o).value() == value).toList();
        boolean isNamed = deciding.size() == 1 && labels[deciding.get(0)] != null;
        String which = extreme == Op.MAX ? "greatest" : "least";
        return isNamed ? ", the " + which + " is " + labels[deciding.get(0)] : "";
    }

    private boolean isExtreme(int i) {
        return tape.node(i) instanceof Operation operation
                && (operation.function() == Op.MAX || operation.function() == Op.MIN);
    }

    /** What the formulas down to a level say of themselves, each once. */
    private List<String> approximations(int[] users, int levels) {
        BitSet shown = shown();
        return IntStream.range(0, tape.size())
                .filter(i -> shown.get(unset.behindNotes(i)) && users[unset.behindNotes(i)] <= levels)
                .filter(i -> tape.node(i) instanceof Operation)
                .mapToObj(i -> ((Operation) tape.node(i)).function().approximation())
                .filter(approximation -> !approximation.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * For each step the level of the first formula in which it is written, 0 for an answer; for a default that no
     * formula shows that of the first that would.
     */
    private int[] levels() {
        int[] users = levels(roots, unset::written);
        int[] all = levels(tape.roots(), tape::operands);
        for (int i = 0; i < users.length; i++) {
            users[i] = tape.operands(i).isEmpty() && users[i] == Integer.MAX_VALUE ? all[i] : users[i];
        }
        return users;
    }

    private int[] levels(int[] answers, IntFunction<List<Integer>> operands) {
        int[] users = new int[tape.size()];
        Arrays.fill(users, Integer.MAX_VALUE);
        Arrays.stream(answers).forEach(root -> users[root] = 0);
        for (int i = tape.size() - 1; i >= 0; i--) {
            if (users[i] < Integer.MAX_VALUE) {
                int level = lines.get(i) ? users[i] + 1 : users[i];
                operands.apply(i).forEach(operand -> users[operand] = Math.min(users[operand], level));
            }
        }
        return users;
    }

    /** Whether the step does nothing but name a range, which makes an assumption of it. */
    private boolean isNamedRange(int i) {
        return tape.node(i) instanceof Named named
                && Note.resolve(named.operands().get(0)) instanceof Range;
    }

    private void markLines() {
        int[] uses = uses(true);
        int[] usesInFormulas = uses(false);
        int[] sizes = new int[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            Node node = tape.node(i);
            int size = node instanceof Operation
                    ? unset.written(i).stream().mapToInt(o -> sizes[o]).sum()
                    : 1;
            boolean isShared = usesInFormulas[i] > 1 && size > WrittenFormula.SHORT && !passesOn(i);
            lines.set(i, node instanceof Named || isShared);
            sizes[i] = isShared ? 1 : size;
        }
        BitSet shown = shown();
        shown.stream().filter(i -> tape.node(i) instanceof Named).forEach(i -> {
            int named = unset.written(i).get(0);
            boolean isNameEnough = tape.node(named) instanceof Named && uses[named] == 1 && !isNamedRange(named);
            lines.set(named, lines.get(named) && !isNameEnough);
        });
        for (int root : roots) {
            if (tape.node(root) instanceof Operation || tape.node(root) instanceof Named) {
                lines.set(root);
            }
        }
    }

    /**
     * How often each step is written: what a step passes on unchanged is used by those who use the step. What only has
     * several names is written under each, so names can be left out of the count.
     */
    private int[] uses(boolean inNames) {
        int[] uses = new int[tape.size()];
        BitSet shown = shown();
        for (int i = tape.size() - 1; i >= 0; i--) {
            if (shown.get(i)) {
                int once = inNames || !(tape.node(i) instanceof Named) ? 1 : 0;
                int times = passesOn(i) ? Math.max(once, uses[i]) : once;
                unset.written(i).forEach(operand -> uses[operand] += times);
            }
        }
        return uses;
    }

    private boolean passesOn(int i) {
        return tape.node(i) instanceof Operation operation
                && (operation.function() == Derived.SAME || operation.function() instanceof Note);
    }

    /** Names the leaves and the lines known so far; names that stand for several things are told apart. */
    private void label() {
        StepLabels.of(tape).toArray(labels);
        unnamedLines().forEach(this::labelUnnamed);
    }

    private List<Integer> unnamedLines() {
        return lines.stream().filter(i -> tape.node(i).name() == null).boxed().toList();
    }

    private void labelUnnamed(int i) {
        String word = tape.node(i).kind().dimension().word();
        boolean isOnlyAnswer = roots.length == 1 && roots[0] == i;
        boolean isFree = isOnlyAnswer && !Arrays.asList(labels).contains(word);
        labels[i] = isFree ? word : word + " (" + ++unnamed + ")";
    }

    private WrittenFormula formula(int i) {
        Node node = tape.node(i);
        if (node instanceof Named) {
            return operand(unset.written(i).get(0));
        }
        if (!(node instanceof Operation operation)) {
            return reference(i);
        }
        List<Integer> operands = unset.written(i);
        keepReadable(operands);
        List<WrittenFormula> written = operands.stream().map(this::operand).toList();
        Function function = operation.function();
        boolean isPassedOn =
                function == Derived.SAME || function instanceof Note || unset.isAvailability(i) || unset.roundsWhole(i);
        if (isPassedOn || written.size() < tape.operands(i).size()) {
            boolean isOfOther = function instanceof OfRequests
                    || (function == Derived.SAME && node.kind().noun() != null);
            boolean isNamed = written.get(0).size() == 1 && isOfOther;
            return isNamed
                    ? WrittenFormula.atom(
                            written.get(0).names(), QuantityWriter.derivation(Shown.kind(node), node.value()))
                    : written.get(0);
        }
        return function == Op.PLUS
                ? written.get(0).summand().plus(written.get(1).summand())
                : WrittenFormula.of(function, written);
    }

    /** Takes back lines that only formulas would show from which they were left out. */
    private void hideUnwritten() {
        lines.and(shown());
    }

    /** The answers and what their formulas show, directly or inside another formula. */
    private BitSet shown() {
        BitSet shown = new BitSet();
        Arrays.stream(roots).forEach(shown::set);
        for (int i = tape.size() - 1; i >= 0; i--) {
            if (shown.get(i)) {
                unset.written(i).forEach(shown::set);
            }
        }
        return shown;
    }

    /** What stands for a value inside a larger formula: its label, or its own formula. */
    private WrittenFormula operand(int i) {
        return lines.get(i) ? reference(i) : formulas.get(i);
    }

    private WrittenFormula reference(int i) {
        Node node = tape.node(i);
        String number = Shown.inFormula(node instanceof Assumption || node instanceof Named ? called[i] : node);
        String unnamed = node instanceof Range ? QuantityFactory.of(node).toString() : number;
        String inFormula = number.contains(" − ") ? "(" + number + ")" : number;
        return WrittenFormula.atom(labels[i] == null ? unnamed : labels[i], inFormula);
    }

    /** Puts the longest operands on lines of their own until the rest fits on one. */
    private void keepReadable(List<Integer> operands) {
        while (operands.stream().mapToInt(o -> operand(o).size()).sum() > READABLE_OPERANDS) {
            int longest = operands.get(0);
            for (int operand : operands) {
                longest = operand(operand).size() > operand(longest).size() ? operand : longest;
            }
            if (operand(longest).size() == 1) {
                return;
            }
            lines.set(longest);
            labelUnnamed(longest);
        }
    }
}
