package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlignedTextTest {
    private static final List<List<String>> ROWS = List.of(
            List.of("users", "10M", "(launch plan of the marketing department)"),
            List.of("requests per user", "20"),
            List.of("log line", "250 B", "(measured)"));

    @Test
    void of_columns() {
        assertThat(AlignedText.of(ROWS)).isEqualTo("""
                users              10M    (launch plan of the marketing department)
                requests per user  20
                log line           250 B  (measured)""");
    }

    @Test
    void of_width() {
        assertThat(AlignedText.of(ROWS, 50)).isEqualTo("""
                users              10M    (launch plan of the
                                          marketing department)
                requests per user  20
                log line           250 B  (measured)""");
    }

    /** Where the last column would have less than 24 characters, it goes on further left. */
    @Test
    void of_narrow() {
        assertThat(AlignedText.of(ROWS, 40)).isEqualTo("""
                users              10M    (launch plan
                                    of the marketing
                                    department)
                requests per user  20
                log line           250 B  (measured)""");
    }

    @Test
    void each_rowByItself() {
        assertThat(AlignedText.each(ROWS, 50))
                .containsExactly(
                        "users              10M    (launch plan of the\n                          marketing department)",
                        "requests per user  20",
                        "log line           250 B  (measured)");
    }

    @Test
    void of_nothing() {
        assertThat(AlignedText.of(List.of())).isEmpty();
        assertThat(AlignedText.of(List.of(List.of()), 40)).isEmpty();
        assertThat(AlignedText.each(List.of(), 40)).isEmpty();
        assertThat(AlignedText.of(List.of(List.of("", "a"), List.of("b", "")), 40))
                .isEqualTo("   a\nb");
    }
}
