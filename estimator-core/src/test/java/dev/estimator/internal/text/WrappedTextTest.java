package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WrappedTextTest {
    @Test
    void of_fits() {
        assertThat(WrappedText.of("", 40, 2)).containsExactly("");
        assertThat(WrappedText.of("one two", 7, 2)).containsExactly("one two");
        assertThat(WrappedText.of("  one  two", 40, 2)).containsExactly("  one  two");
    }

    /** The first line keeps its own indentation, and spaces at a break vanish. */
    @Test
    void of_breaksBetweenWords() {
        assertThat(WrappedText.of("  the quick brown fox   jumps over the lazy dog", 26, 2))
                .containsExactly("  the quick brown fox", "  jumps over the lazy dog");
        assertThat(WrappedText.of("the quick brown fox", 15, 0)).containsExactly("the quick brown", "fox");
        assertThat(WrappedText.of("the quick brown fox", 14, 0)).containsExactly("the quick", "brown fox");
    }

    /** 30 of 40 characters would leave 10, which is too narrow: half of the width is indented. */
    @Test
    void of_indentsLessWhereThatWouldLeaveNoRoom() {
        assertThat(WrappedText.of("name                          one two three four", 40, 30))
                .containsExactly("name                          one two", " ".repeat(20) + "three four");
        assertThat(WrappedText.of("name             one two three four five", 40, 16))
                .containsExactly("name             one two three four five");
        assertThat(WrappedText.of("name            one two three four five six", 40, 16))
                .containsExactly("name            one two three four five", " ".repeat(16) + "six");
    }

    @Test
    void of_longWord() {
        assertThat(WrappedText.of("see abcdefghijklmnopqrstuvwxyz there", 10, 2))
                .containsExactly("see", "  abcdefghijklmnopqrstuvwxyz", "  there");
        assertThat(WrappedText.of("abcdefghijklmnopqrstuvwxyz", 10, 2)).containsExactly("abcdefghijklmnopqrstuvwxyz");
        assertThat(WrappedText.of("    abcdefghijklmnopqrstuvwxyz on", 10, 2))
                .containsExactly("    abcdefghijklmnopqrstuvwxyz", "  on");
    }

    @Property
    void of_keepsTheWordsAndTheWidth(
            @ForAll("texts") String text,
            @ForAll @IntRange(min = 10, max = 120) int width,
            @ForAll @IntRange(max = 90) int indent) {
        List<String> lines = WrappedText.of(text, width, indent);
        assertThat(words(String.join(" ", lines))).isEqualTo(words(text));
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line.length() <= width || words(line).size() == 1)
                                .as(line)
                                .isTrue());
    }

    /** Not sooner than needed: the first word of a line had no room in the line before. */
    @Property
    void of_fillsTheLines(@ForAll("texts") String text, @ForAll @IntRange(min = 10, max = 120) int width) {
        List<String> lines = WrappedText.of(text.strip().replaceAll(" +", " "), width, 0);
        for (int i = 1; i < lines.size(); i++) {
            String first = words(lines.get(i)).get(0);
            assertThat(lines.get(i - 1).length() + 1 + first.length()).isGreaterThan(width);
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split(" +"));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abc    =…").ofMinLength(1).ofMaxLength(300);
    }
}
