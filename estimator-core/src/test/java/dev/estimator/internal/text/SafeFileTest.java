package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
    @TempDir
    Path directory;

    @Test
    void write_newWithDirectories() throws IOException {
        Path file = directory.resolve("a/b/estimate.txt");
        SafeFile.write(file, "9 (2 … 64)\n");
        assertThat(Files.readString(file)).isEqualTo("9 (2 … 64)\n");
        assertThat(names(file.resolveSibling(""))).containsExactly("estimate.txt");
    }

    @Test
    void write_replaces() throws IOException {
        Path file = directory.resolve("estimate.txt");
        SafeFile.write(file, "a long text that was there before");
        SafeFile.write(file, "short");
        assertThat(Files.readString(file)).isEqualTo("short");
        assertThat(names(directory)).containsExactly("estimate.txt");
    }

    @Test
    void write_throughLink() throws IOException {
        Path file = Files.writeString(directory.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.txt"), file);
        SafeFile.write(link, "new");
        assertThat(Files.readString(file)).isEqualTo("new");
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    /** Half of a character cannot be written; by then the file beside has been begun. */
    @Test
    void write_unwritableText_leavesTheOld() throws IOException {
        Path file = Files.writeString(directory.resolve("estimate.txt"), "old");
        assertThatThrownBy(() -> SafeFile.write(file, "\ud800"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write " + file + ": ");
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names(directory)).containsExactly("estimate.txt");
    }

    @Test
    void write_directory() throws IOException {
        Path file = Files.createDirectory(directory.resolve("estimate.txt"));
        assertThatThrownBy(() -> SafeFile.write(file, "text"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": it is a directory");
        assertThat(names(directory)).containsExactly("estimate.txt");
        assertThat(names(file)).isEmpty();
    }

    @Test
    void write_belowAFile() throws IOException {
        Path parent = Files.writeString(directory.resolve("parent"), "a file");
        Path file = parent.resolve("estimate.txt");
        assertThatThrownBy(() -> SafeFile.write(file, "text"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": java.nio.file.FileAlreadyExistsException: " + parent);
        assertThat(names(directory)).containsExactly("parent");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
