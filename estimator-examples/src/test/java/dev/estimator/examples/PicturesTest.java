package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The pictures of README are those that the library draws today; no font is measured, so they are the same everywhere.
 */
class PicturesTest {
    private static final Path FOLDER = Path.of("pictures");

    @Test
    void page_hasTheAnswerAndItsLimit() throws IOException {
        assertThat(Pictures.page()).contains(">limit 60<", ">best guess 32<", "prefers-color-scheme: dark");
        verify("page.svg", Pictures.page());
    }

    @Test
    void system_hasAllComponents() throws IOException {
        assertThat(Pictures.system()).contains(">cdn<", ">api<", ">store<", ">bottleneck<");
        verify("system.svg", Pictures.system());
    }

    private static void verify(String file, String picture) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Pictures.main(new String[] {FOLDER.toString()});
        }
        assertThat(Files.readString(FOLDER.resolve(file))).isEqualTo(picture);
    }
}
