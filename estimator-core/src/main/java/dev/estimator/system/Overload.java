package dev.estimator.system;

/** Why there is no time where somebody waits for what is certainly overloaded. */
final class Overload extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    Overload(String message) {
        super(message);
    }
}
