package dev.estimator.internal.text;

/** What keeps a text from being read, and where; whoever reads for a user says the rest. */
public final class UnreadableText extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int position;

    /** With the number of characters before the place. */
    public UnreadableText(int position, String problem) {
        super(problem);
        this.position = position;
    }

    /** How many characters stand before the place. */
    public int position() {
        return position;
    }

    /** What is wrong there. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
