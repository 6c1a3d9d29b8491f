package dev.estimator.internal.input;

/** What a builder says at a prompt. */
public final class Unbuilt {
    private Unbuilt() {}

    /** The text of a builder of what is named: 'servers'. */
    public static String of(String model) {
        return model + ", not built yet: go on with what is known, end with build()";
    }
}
