package dev.estimator.system;

/** The refusal of a latency where a use case waits for a component that is certainly overloaded. */
final class Overload extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    Overload(String message) {
        super(message);
    }
}
