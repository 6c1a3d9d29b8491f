package dev.estimator.quantity;

/**
 * A text that is no quantity of the type that was asked for, or that has two readings: a slip of whoever typed it, and
 * no bug. Every {@code parse} of a quantity throws it, and nothing else, whatever the text is.
 *
 * <p>The message says all of it: what was read as what, where the problem is, and what would have been read.
 */
public final class QuantityFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The whole text. */
    private final String text;
    /** Where the problem is, 1 for the first character. */
    private final int position;
    /** What is wrong there. */
    private final String problem;
    /** Texts that are read. */
    private final String examples;

    QuantityFormatException(String text, String shownText, String type, int position, String problem, String examples) {
        super("cannot read \"" + shownText + "\" as " + type + ": at position " + position + " " + problem
                + "; write for example " + examples);
        this.text = text;
        this.position = position;
        this.problem = problem;
        this.examples = examples;
    }

    /**
     * Returns the whole text, however long it is; the message shows its beginning.
     *
     * @return what was to be read
     */
    public String text() {
        return text;
    }

    /**
     * Returns where the problem is, in the whole text, also if that is at the second end of a range.
     *
     * @return the number of the character, 1 for the first; one more than there are if something is missing at the end
     */
    public int position() {
        return position;
    }

    /**
     * Returns what is wrong there; of a text with two readings both.
     *
     * @return the problem, such as '"m" could mean min (minutes) or month (730 h): write the one you mean'
     */
    public String problem() {
        return problem;
    }

    /**
     * Returns some texts of the type that are read.
     *
     * @return the examples, such as '95% or 0.95'
     */
    public String examples() {
        return examples;
    }
}
