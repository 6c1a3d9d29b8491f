package dev.estimator.quantity;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.input.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * An estimation model that a report or a design sheet can show in one call: it says itself what it answers, and where
 * that stands.
 *
 * <p>The models of this library are such, and so can be a class of yours:
 *
 * <pre>{@code
 * record Disks(Count photos, Bytes each) implements Model {
 *     public List<Answers> answers() {
 *         return List.of(Answers.of("Storage", List.of(() -> photos.times(each).named("disk"))));
 *     }
 * }
 * }</pre>
 */
public interface Model {
    /**
     * Returns what people ask a model of this kind first. What it cannot tell, because an input was not set, it says in
     * words. A report takes any topics; a design sheet those that it has, such as 'Use cases', 'Storage' and 'Memory'.
     *
     * @return the answers, topic by topic
     */
    List<Answers> answers();

    /**
     * What a model has to say on one topic.
     *
     * @param topic the heading under which that stands on a design sheet, such as 'Storage'
     * @param quantities the answers, each with a name
     * @param words what else is to be said, each a paragraph
     */
    record Answers(String topic, List<Quantity<?>> quantities, List<String> words) {
        private static final String UNSET = " is not set: ";
        private static final String NEEDED = "it is needed for the ";
        private static final Pattern CODE = Pattern.compile("(?<=\\p{Ll})\\p{Lu}");

        /**
         * Copies the lists.
         *
         * @param topic the heading
         * @param quantities the answers
         * @param words what else is to be said
         */
        public Answers {
            requireNonNull(topic, "topic");
            quantities = Refusal.copy(quantities, "quantities");
            words = Refusal.copy(words, "words");
        }

        /**
         * Obtains the answers that a model has. Why it lacks the others stands below them, in the words of their
         * {@link IllegalStateException}s.
         *
         * @param topic the heading under which they stand
         * @param questions the methods that answer
         * @return what they answer, in this order
         */
        public static Answers of(String topic, List<? extends Supplier<? extends Quantity<?>>> questions) {
            requireNonNull(topic, "topic");
            List<Quantity<?>> known = new ArrayList<>();
            Set<String> missing = new LinkedHashSet<>();
            for (Supplier<? extends Quantity<?>> question : Refusal.copy(questions, "questions")) {
                try {
                    known.add(requireNonNull(question.get(), "answer"));
                } catch (IllegalStateException e) {
                    missing.add("left out: " + inWords(String.valueOf(e.getMessage())));
                }
            }
            return new Answers(topic, known, List.copyOf(missing));
        }

        /** What is left out and why, for those who never see the code: 'bandwidth in (write size not stated)'. */
        private static String inWords(String message) {
            int unset = message.indexOf(UNSET);
            if (unset < 0) {
                return message;
            }
            String input = CODE.matcher(message.substring(0, unset))
                    .replaceAll(letter -> " " + letter.group().toLowerCase(Locale.ROOT))
                    .replaceAll(" qps\\b", " rate");
            String rest = message.substring(unset + UNSET.length());
            return rest.startsWith(NEEDED)
                    ? rest.substring(NEEDED.length()) + " (" + input + " not stated)"
                    : input + " not stated";
        }

        /**
         * Obtains something that is said in words.
         *
         * @param topic the heading under which it stands
         * @param words one paragraph
         * @return the words
         */
        public static Answers words(String topic, String words) {
            return new Answers(topic, List.of(), List.of(Refusal.unreadable(words, "words")));
        }
    }
}
