package dev.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Refusals, with their messages compared whole. */
public final class Refusals {
    private Refusals() {}

    public static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    public static void assertNoAnswer(String message, Executable call) {
        assertEquals(message, assertThrows(ArithmeticException.class, call).getMessage());
    }
}
