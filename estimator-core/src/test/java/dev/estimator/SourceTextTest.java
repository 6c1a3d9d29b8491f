package dev.estimator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
    private static final String SOURCE = """
            class A {
                // "same"
                char quote = '"';
                String one = "same" + " text";
                String other = "same text";
                String block = \"""
                        first
                          second
                        \""";
                String tab = "a\\t\\"b\\"";
            }
            """;

    @Test
    void replaced_theNearest() {
        assertThat(SourceText.replaced(SOURCE, "same text", "42 MB", 6))
                .isEqualTo(SOURCE.replace("other = \"same text\"", "other = \"42 MB\""));
        assertThat(SourceText.replaced(SOURCE, "same text", "42 MB", 2))
                .isEqualTo(SOURCE.replace("\"same\" + \" text\"", "\"42 MB\""));
    }

    @Test
    void replaced_blocksAndEscapes() {
        assertThat(SourceText.replaced(SOURCE, "first\n  second\n", "third\n fourth", 1))
                .contains("block = \"\"\"\n            third\n             fourth\"\"\";");
        assertThat(SourceText.replaced(SOURCE, "a\t\"b\"", "\\ \"c\"", 1)).contains("tab = \"\\\\ \\\"c\\\"\";");
    }

    @Test
    void replaced_longTextInTwo() {
        String text = "word ".repeat(30).strip();
        assertThat(SourceText.replaced("x = \"a\";", "a", text, 1))
                .isEqualTo("x = \"" + "word ".repeat(18).strip() + "\"\n        + \" "
                        + "word ".repeat(12).strip() + "\";");
    }

    /** A group that calls itself for each character overflows the stack. */
    @Test
    void replaced_inLongBlock() {
        String block = "\"\"\"\n" + "a \"long\" line\\n\n".repeat(20_000) + "\"\"\"";
        String source = "String page = " + block + ";\nString last = \"same\";\n";
        assertThat(SourceText.replaced(source, "same", "42 MB", 40_002)).endsWith("String last = \"42 MB\";\n");
    }

    /** What stands in comments and nowhere else is left alone. */
    @Test
    void replaced_nowhere() {
        assertThat(SourceText.replaced(SOURCE, "same", "other", 1)).isEqualTo(SOURCE);
        assertThat(SourceText.replaced(SOURCE, "", "other", 1)).isEqualTo(SOURCE);
    }
}
