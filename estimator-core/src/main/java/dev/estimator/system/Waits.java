package dev.estimator.system;

/** Which waits count. */
enum Waits {
    /** Those in lines, and those without an end where a resource without a line is full. */
    ALL,
    /** Those in lines. */
    IN_LINES,
    NONE;

    /** Whether visits wait without an end where such a resource is full. */
    boolean areEndless(Resource.Kind kind) {
        return kind.grows() && (this == ALL || (this == IN_LINES && kind.hasLine()));
    }
}
