package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> MANY = List.of(
            "users", "user growth", "photo size", "photo rate", "retention", "peak", "copies", "free space", "users");

    /** The eighth is there twice. */
    @Test
    void listed_ofMany() {
        assertThat(Nearest.listed("userz", MANY, "assumptions", "explain()"))
                .isEqualTo("8 assumptions, nearest 'users', 'peak', 'copies'; explain() lists all");
        assertThat(Nearest.listed("photo", MANY, "assumptions", "explain()"))
                .startsWith("8 assumptions, nearest 'photo rate', 'photo size', ");
    }

    @Test
    void listed_ofFew() {
        assertThat(Nearest.listed("userz", MANY.subList(0, 3), "assumptions", "explain()"))
                .isEqualTo("'photo size', 'user growth', 'users'");
    }

    /** K. S. Larsen's example: kitten becomes sitting by three changes, and so does nothing nearer. */
    @Test
    void of_fewestChanges() {
        assertThat(Nearest.of("kitten", List.of("sitting", "mitten", "a wholly other name", "kitchen", "smitten")))
                .containsExactly("mitten", "kitchen", "smitten");
    }
}
