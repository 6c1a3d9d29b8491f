package dev.estimator.system;

/** Which waits count. */
enum Waits {
    /** Those in lines, and those without an end where a resource without a line is full. */
    ALL,
    /** Those in lines. */
    IN_LINES,
    NONE
}
