package dev.estimator.internal.input;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound;
import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.graph.Trace;
import dev.estimator.internal.text.WrappedText;
import dev.estimator.internal.unit.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Refusals of bad input, which all say name, rule and value. */
public final class Refusal {
    private static final MathContext NO_NOISE = new MathContext(12);

    private Refusal() {}

    /**
     * Refuses an argument unless it keeps its rule.
     *
     * @param isAllowed the rule, written as what is allowed, so that NaN does not pass
     * @param name the argument
     * @param rule what it must be, such as 'above zero' or 'below servers, which is 12'
     * @param value what it is
     * @throws IllegalArgumentException if it is not allowed, as 'servers must be above zero but was 0'
     */
    public static void unless(boolean isAllowed, String name, String rule, Object value) {
        if (!isAllowed) {
            throw new IllegalArgumentException(name + " must be " + rule + " but was " + value);
        }
    }

    /** As {@link #unless(boolean, String, String, Object)}, with what to do instead. */
    public static void unless(boolean isAllowed, String name, String rule, Object value, String advice) {
        if (!isAllowed) {
            throw new IllegalArgumentException(name + " must be " + rule + " but was " + value + ": " + advice);
        }
    }

    /** Gives an argument its name, unless the caller has named it. */
    public static <Q> Q named(Q quantity, String name) {
        return named(quantity, name, name);
    }

    /** Gives an argument a name in plain words, unless the caller has named it. */
    public static <Q> Q named(Q quantity, String argument, String name) {
        return Inside.named(requireNonNull(quantity, argument), name);
    }

    /**
     * Finds the one of a name among others.
     *
     * @throws IllegalArgumentException if there is none, as 'limit must be one of 'disk', 'memory' but was 'disc''
     */
    public static <T> T find(List<T> all, Function<T, String> name, String argument, String wanted) {
        requireNonNull(wanted, argument);
        return all.stream()
                .filter(one -> name.apply(one).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        argument + " must be one of " + names(all, name) + " but was '" + wanted + "'"));
    }

    /** As in ''disk', 'memory''. */
    public static <T> String names(List<T> all, Function<T, String> name) {
        return all.stream().map(one -> "'" + name.apply(one) + "'").collect(Collectors.joining(", "));
    }

    /** Copies a list that must hold no null; the refusal names, for example, 'each of kinds'. */
    public static <T> List<T> copy(Collection<? extends T> list, String name) {
        for (Object element : requireNonNull(list, name)) {
            if (element == null) {
                throw new NullPointerException("each of " + name);
            }
        }
        return List.copyOf(list);
    }

    /** Refuses a map that holds a null. */
    public static <K, V> Map<K, V> whole(Map<K, V> map, String name) {
        copy(requireNonNull(map, name).keySet(), name);
        copy(map.values(), name);
        return map;
    }

    /** Copies an array that must hold no null. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> List<T> copy(String name, T... elements) {
        return copy(Arrays.asList(requireNonNull(elements, name)), name);
    }

    /** Refuses a name or a text that is blank, or that holds control characters, which a terminal would obey. */
    public static String unreadable(String text, String name) {
        if (requireNonNull(text, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        String visible = WrappedText.visible(text);
        unless(visible.equals(text), name, "without control characters", "'" + visible + "'");
        return text;
    }

    /** Refuses a quantity that is zero, now or when a what-if replaces it. */
    public static <Q> Q aboveZero(Q quantity, String name) {
        Node node = Inside.node(requireNonNull(quantity, name));
        boolean isShare = node.kind().dimension() == Dimension.SHARE;
        unless(node.value() > 0, name, isShare ? "above 0%" : "above zero", quantity);
        return kept(quantity, name, Side.ABOVE, new Node.Constant(node.kind(), 0));
    }

    /** Refuses a quantity that is less than a number of its canonical units, now or when a what-if replaces it. */
    public static <Q> Q atLeast(Q quantity, String name, double bound) {
        Node node = Inside.node(requireNonNull(quantity, name));
        return kept(quantity, name, Side.AT_LEAST, new Node.Constant(node.kind(), bound));
    }

    /** Refuses a quantity that is not above one and below another, now or when a what-if replaces it. */
    public static <Q> Q between(Q quantity, String name, Q low, Q high) {
        return kept(kept(quantity, name, Side.ABOVE, low), name, Side.BELOW, high);
    }

    /** A number of things that is not whole as a refusal writes it: 12.4, a range with the way to make it whole. */
    public static String notWhole(Object count) {
        return Inside.node(count).isUncertain()
                ? count + ": numbers between the ends of a range are not whole, so say between(...).ceil()"
                : new BigDecimal(Inside.value(count), NO_NOISE)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /**
     * Refuses a number of things that is not whole, now or when a what-if replaces it; an uncertain number need not be
     * whole.
     */
    public static <Q> Q whole(Q quantity, String name) {
        Node node = Inside.node(requireNonNull(quantity, name));
        return kept(quantity, name, Side.WHOLE, new Node.Constant(node.kind(), 1));
    }

    /** Refuses a quantity that is not on the given side of another, now or when a what-if replaces either of them. */
    public static <Q> Q kept(Q quantity, String name, Side side, Q bound) {
        return kept(quantity, name, side, Inside.node(bound));
    }

    /** As {@link #kept(Object, String, Side, Object)}, for a question that has no answer if the rule is broken. */
    public static <Q> Q answerable(Q quantity, String name, Side side, Object bound) {
        try {
            return kept(quantity, name, side, Inside.node(bound));
        } catch (IllegalArgumentException e) {
            throw new ArithmeticException(e.getMessage());
        }
    }

    private static <Q> Q kept(Q quantity, String name, Side side, Node bound) {
        Node node = Inside.node(requireNonNull(quantity, name));
        boolean isPlain = node instanceof Node.Constant && bound instanceof Node.Constant;
        if (isPlain && Bound.holds(side, node, bound)) {
            return quantity;
        }
        var note = Bound.of(name, side, bound);
        String fault = note.fault(node, bound);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
        return Inside.quantity(Trace.apply(note, node.kind(), List.of(node, bound)));
    }
}
