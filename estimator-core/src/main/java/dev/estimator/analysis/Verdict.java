package dev.estimator.analysis;

/** Whether a limit holds with a stated confidence. */
public enum Verdict {
    /** The limit holds. */
    HOLDS,
    /** The limit does not hold. */
    FAILS,
    /** The probability is so near to the confidence asked for that more draws would be needed to tell. */
    UNDECIDED
}
