package dev.estimator.internal.plot;

import com.google.common.base.CharMatcher;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a plot.
 *
 * @param id begins each id in the picture; unique in the page, of letters, digits, '-' and '_', a letter first
 * @param title what the picture is, for those who do not see it
 * @param description what the picture shows, for those who do not see it; names and marks are added to it
 * @param valueText writes a value as people read it, such as '6.9k req/s'
 */
public record PlotLabels(String id, String title, String description, DoubleFunction<String> valueText) {
    private static final CharMatcher LETTERS = CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z'));
    private static final CharMatcher ID =
            LETTERS.or(CharMatcher.inRange('0', '9')).or(CharMatcher.anyOf("-_"));

    /** Refuses an id that could not be referred to. */
    public PlotLabels {
        if (id.isEmpty() || !LETTERS.matches(id.charAt(0)) || !ID.matchesAllOf(id)) {
            throw new IllegalArgumentException(
                    "id must be letters, digits, '-' and '_', a letter first, but was '" + id + "'");
        }
    }

    /** The description, followed by the names and marks that the picture shows. */
    String described(Stream<String> details) {
        return Stream.concat(Stream.of(description), details).collect(Collectors.joining("\n"));
    }
}
