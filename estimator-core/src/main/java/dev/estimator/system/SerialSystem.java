package dev.estimator.system;

import dev.estimator.internal.input.FromStream;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * The serial form of a system: what was said of it, from which the rest follows.
 *
 * @param useCases the use cases
 * @param setting what was changed
 */
record SerialSystem(ArrayList<UseCase> useCases, Setting setting) implements Serializable {
    private Object readResolve() throws InvalidObjectException {
        return FromStream.checked(
                "a system",
                () -> Architecture.of(useCases.toArray(UseCase[]::new)).whatIf(setting));
    }
}
