package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** RC-FILES. */
    @Test
    void write_danglingLink_isRefused() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.txt"), directory.resolve("nowhere.txt"));
        assertThatThrownBy(() -> SafeFile.write(link, "new"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + link + ": it is a link to a file that does not exist");
        assertThat(names(directory)).containsExactly("link.txt");
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    /** A device stands for all that is neither file nor directory; a named pipe is another. */
    @Test
    void write_device_isRefused() {
        assumeThat(Path.of("/dev/null")).exists();
        assertThatThrownBy(() -> SafeFile.write(Path.of("/dev/null"), "new"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write /dev/null: it is not a regular file");
    }

    @Test
    void write_keepsPermissions() throws IOException {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path file = Files.writeString(directory.resolve("secret.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        SafeFile.write(file, "new");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    /** 255 bytes are the longest name that usual file systems take. */
    @ParameterizedTest
    @ValueSource(ints = {214, 215, 255})
    void write_longName(int length) throws IOException {
        Path file = directory.resolve("n".repeat(length));
        SafeFile.write(file, "text");
        assertThat(Files.readString(file)).isEqualTo("text");
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
                .hasMessage("cannot write " + file + ": file already exists: " + parent);
        assertThat(names(directory)).containsExactly("parent");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
