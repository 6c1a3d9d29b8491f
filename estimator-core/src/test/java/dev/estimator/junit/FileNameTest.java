package dev.estimator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @Test
    void of_plainWords() {
        assertThat(FileName.of("fit [1] most=30.0")).isEqualTo("fit-1-most-30-0");
        assertThat(FileName.of("!?")).isEqualTo("estimate");
    }

    /** RC-FILES: umlauts, 90 CJK letters, half of a surrogate pair at the cut, line breaks. */
    @ParameterizedTest
    @ValueSource(strings = {"größe", "\u5bb9", "😀", "a\nb\u2028c", "é", "x"})
    void of_anyWords_isShortAscii(String part) {
        for (int times : new int[] {1, 90, 99, 100, 300}) {
            assertThat(FileName.of("a" + part.repeat(times))).matches("[a-z0-9-]{1,110}");
        }
    }

    @Test
    void of_otherLetters_staysAnotherName() {
        assertThat(FileName.of("größe")).startsWith("gro").isNotEqualTo(FileName.of("grosse"));
        assertThat(FileName.of("容量")).isNotEqualTo(FileName.of("延迟"));
        assertThat(FileName.of("y".repeat(101))).isNotEqualTo(FileName.of("y".repeat(102)));
    }
}
