package dev.estimator.internal.input;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;
import dev.estimator.internal.text.WrappedText;
import dev.estimator.internal.unit.Dimension;

/** Refusals of bad input, which all say name, rule and value. */
public final class Refusal {
    private Refusal() {}

    /**
     * Refuses an argument that breaks its rule.
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

    /** Refuses a name or a text that nobody could see, or that a terminal would obey. */
    public static String unreadable(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        String visible = WrappedText.visible(text);
        unless(visible.equals(text), name, "without control characters", "'" + visible + "'");
        return text;
    }

    /** Refuses a quantity that is zero. */
    public static void aboveZero(Object quantity, String name) {
        Node node = Inside.get().node(quantity);
        boolean isShare = node.kind().dimension() == Dimension.SHARE;
        unless(node.value() > 0, name, isShare ? "above 0%" : "above zero", quantity);
    }
}
