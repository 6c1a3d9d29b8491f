package dev.estimator.internal.input;

import java.io.InvalidObjectException;
import java.util.function.Supplier;

/** Values that are read from a stream. */
public final class FromStream {
    private FromStream() {}

    /** Makes what was written; what cannot have been written by this library is refused in words. */
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
