package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Model;
import dev.estimator.quantity.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks the inputs of reports. */
final class ReportInputs {
    private ReportInputs() {}

    static String text(String text, String argument) {
        return Refusal.unreadable(text, argument);
    }

    /** Checks a text that becomes a heading or a cell. */
    static String line(String text, String argument) {
        if (requireNonNull(text, argument).lines().count() > 1) {
            throw new IllegalArgumentException(argument + " must be one line but was '" + text + "'");
        }
        return text(text, argument);
    }

    static void notEmpty(int size, String argument, String advice) {
        if (size == 0) {
            throw new IllegalArgumentException(argument + " must not be empty: " + advice);
        }
    }

    static List<Quantity<?>> named(String argument, String advice, Quantity<?>... answers) {
        List<Quantity<?>> all = Refusal.copy(argument, answers);
        notEmpty(all.size(), argument, advice);
        all.forEach(ReportInputs::named);
        return all;
    }

    /** What a model says; users write models, too. */
    static List<Model.Answers> answers(Model model) {
        List<Model.Answers> said = model.answers();
        Refusal.unless(
                said != null && said.stream().allMatch(Objects::nonNull),
                "answers() of " + model.getClass().getSimpleName(),
                "a list of answers without null",
                String.valueOf(said),
                "List.of() says that there are none");
        return List.copyOf(said);
    }

    /** Refuses different answers of one name, which readers could not tell apart. */
    static void distinct(List<? extends Quantity<?>> answers) {
        Map<String, Quantity<?>> known = new HashMap<>();
        AnswerNames names = AnswerNames.of(answers);
        for (Quantity<?> answer : answers) {
            String name = answer.name() == null ? null : names.of(answer);
            Quantity<?> other = name == null ? null : known.putIfAbsent(name, answer);
            if (other != null && !other.equals(answer)) {
                throw new IllegalArgumentException("answers must have names of their own but two are called '" + name
                        + "', " + other + " and " + answer);
            }
        }
    }

    static Quantity<?> named(Quantity<?> answer) {
        if (requireNonNull(answer, "answer").name() == null) {
            throw new IllegalArgumentException(
                    "answers must have names but " + answer + " has none: give it one with named(...)");
        }
        return answer;
    }
}
