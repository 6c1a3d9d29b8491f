package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFileTest {
    private static final Page PAGE = Pages.everyKind();

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("forms")
    void write(String ending, Function<Page, String> form) throws IOException {
        Path file = directory.resolve("a.page" + ending);
        PAGE.write(file);
        assertThat(Files.readString(file)).isEqualTo(form.apply(PAGE));
        assertThat(names(directory)).containsExactly("a.page" + ending);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                form(".txt", page -> page.text() + "\n"),
                form(".md", Page::markdown),
                form(".html", Page::html),
                form(".csv", Page::csv),
                form(".json", Page::json));
    }

    private static Arguments form(String ending, Function<Page, String> form) {
        return Arguments.of(ending, form);
    }

    @Test
    void write_readBack() throws IOException {
        Path file = directory.resolve("page.json");
        PAGE.write(file);
        assertThat(Page.fromJson(Files.readString(file))).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.pdf", "page", "page.TXT", "page.md.bak", "json", "page.", ".htm"})
    void write_unknownEnding(String name) throws IOException {
        Path file = directory.resolve(name);
        assertThatThrownBy(() -> PAGE.write(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file must end with one of .txt, .md, .html, .csv, .json but was '" + file + "'");
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void write_root() {
        Path root = directory.getRoot();
        assertThatThrownBy(() -> PAGE.write(root))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file must end with one of .txt, .md, .html, .csv, .json but was '" + root + "'");
    }

    @Test
    void write_makesFolders() throws IOException {
        PAGE.write(directory.resolve("docs/design/page.md"));
        assertThat(names(directory.resolve("docs/design"))).containsExactly("page.md");
    }

    @Test
    void write_replaces() throws IOException {
        Path file = Files.writeString(directory.resolve("page.csv"), "old ".repeat(10_000));
        PAGE.write(file);
        assertThat(Files.readString(file)).isEqualTo(PAGE.csv());
        assertThat(names(directory)).containsExactly("page.csv");
    }

    @Test
    void write_aDirectory() throws IOException {
        Path file = Files.createDirectory(directory.resolve("page.txt"));
        assertThatThrownBy(() -> PAGE.write(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": it is a directory");
        assertThat(names(directory)).containsExactly("page.txt");
        assertThat(names(file)).isEmpty();
    }

    @Test
    void write_belowAFile() throws IOException {
        Path parent = Files.writeString(directory.resolve("docs"), "a file");
        Path file = parent.resolve("page.txt");
        assertThatThrownBy(() -> PAGE.write(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": file already exists: " + parent);
        assertThat(names(directory)).containsExactly("docs");
        assertThat(Files.readString(parent)).isEqualTo("a file");
    }

    /** Half of a character cannot be written as UTF-8, which is found when the file beside has been begun. */
    @Test
    void write_fails_keepsTheOld() throws IOException {
        Path file = Files.writeString(directory.resolve("page.txt"), "old");
        Page page = Pages.of(new Block.Text(List.of("\ud800")));
        assertThatThrownBy(() -> page.write(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write " + file + ": ");
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names(directory)).containsExactly("page.txt");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
