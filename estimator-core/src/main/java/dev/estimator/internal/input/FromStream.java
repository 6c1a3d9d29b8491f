package dev.estimator.internal.input;

import java.io.InvalidObjectException;
import java.util.function.Supplier;

/** Makes values that are read from a stream of serial forms. */
public final class FromStream {
    private FromStream() {}

    /** Makes the value that was written; refuses, in words, a stream that this library cannot have written. */
    public static <T> T checked(String what, Supplier<T> made) throws InvalidObjectException {
        try {
            return made.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw refusal(what, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw refusal(what, "what was written does not fit together", e);
        }
    }

    private static InvalidObjectException refusal(String what, String why, RuntimeException cause) {
        var refusal = new InvalidObjectException(what + " cannot be read from the stream: " + why);
        refusal.initCause(cause);
        return refusal;
    }
}
