package dev.estimator.check;

/**
 * The outcome of several checks none of which failed: '3 checks hold'.
 *
 * @param number how many there were, at least 1
 */
public record AllChecked(int number) {
    /**
     * Checks the number.
     *
     * @param number how many there were
     * @throws IllegalArgumentException if it is below 1
     */
    public AllChecked {
        if (number < 1) {
            throw new IllegalArgumentException("number must be at least 1 but was " + number);
        }
    }

    /** Returns how many checks hold. */
    @Override
    public String toString() {
        return number == 1 ? "1 check holds" : number + " checks hold";
    }
}
