package dev.estimator.model;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Amount;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What models ask of their inputs. Every refusal names the input, the rule and the value. */
final class ModelInputs {
    private ModelInputs() {}

    static void notBlank(String text, String name) {
        Refusal.unreadable(text, name);
    }

    /** Refuses two ways of saying one thing. */
    static void atMostOne(Input<?>... inputs) {
        List<String> set = Arrays.stream(inputs)
                .filter(i -> i.value.isPresent())
                .map(i -> i.name)
                .toList();
        if (set.size() > 1) {
            throw new IllegalArgumentException(
                    "set only one of " + String.join(", ", set) + ": they say the same thing");
        }
    }

    /** The value of an input without which the question has no answer. */
    static <T> T required(Optional<T> value, String name, String question) {
        return value.orElseThrow(
                () -> new IllegalStateException(name + " is not set: it is needed for the " + question));
    }

    /** An optional input with its name, for messages. */
    record Input<T>(String name, Optional<T> value) {}

    static <T> Input<T> input(String name, Optional<T> value) {
        return new Input<>(name, value);
    }

    /** The answer for a prompt to echo, or what has to be set before there is one. */
    static String orWhatIsMissing(String model, Supplier<String> answer) {
        try {
            return model + " of " + answer.get();
        } catch (IllegalStateException e) {
            return model + ", incomplete: " + e.getMessage();
        }
    }

    /** The sum of those that there are. */
    static <Q extends Amount<Q>> Optional<Q> sumOf(Optional<Q> first, Optional<Q> second) {
        return first.isPresent() && second.isPresent()
                ? Optional.of(first.get().plus(second.get()))
                : first.or(() -> second);
    }
}
