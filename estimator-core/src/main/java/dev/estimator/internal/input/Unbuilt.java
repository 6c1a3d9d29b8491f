package dev.estimator.internal.input;

/** The texts by which builders show themselves at a prompt. */
public final class Unbuilt {
    private Unbuilt() {}

    /** The text of a builder; {@code what} is what it builds, such as 'servers'. */
    public static String of(String model) {
        return model + ", not built yet: go on with what is known, end with build()";
    }
}
