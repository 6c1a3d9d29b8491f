package dev.estimator.junit;

import static dev.estimator.internal.text.Markdown.escaped;

import dev.estimator.check.Checked;
import dev.estimator.internal.text.Markdown;
import dev.estimator.internal.text.SafeFile;
import dev.estimator.report.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the tests of one class published. Test classes may run in JVMs of their own, so that they meet in the files
 * only.
 */
final class Published {
    private static final String CHECKS = "checks.md";
    private static final List<String> HEADER =
            List.of("test", "estimate", "limit", "found", "holds", "probability", "room");

    /** Classes may run side by side, and write one summary. */
    private static final Object SUMMARY = new Object();

    private record Row(String test, String file, Checked<?> checked) {}

    private final Path directory;
    private final String testClass;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> reports = new TreeSet<>();

    Published(Path directory, String testClass) {
        this.directory = directory;
        this.testClass = testClass;
    }

    synchronized void add(Estimates estimates) {
        estimates.pages().forEach(this::write);
        estimates
                .reports()
                .forEach((name, title) ->
                        reports.add("- [" + escaped(title) + "](" + testClass + "/" + name + ".md)\n"));
        estimates
                .checks()
                .forEach(checked -> rows.add(new Row(estimates.test(), FileName.of(estimates.test()), checked)));
        if (!rows.isEmpty() || !reports.isEmpty()) {
            String separator = rows.isEmpty() || reports.isEmpty() ? "" : "\n";
            String all = (rows.isEmpty() ? "" : table()) + separator + String.join("", reports);
            SafeFile.write(folder().resolve(CHECKS), "## " + escaped(testClass) + "\n\n" + all);
            synchronized (SUMMARY) {
                SafeFile.write(directory.resolve("summary.md"), "# Estimates\n\n" + checksOfAllClasses());
            }
        }
    }

    private void write(String name, Page page) {
        for (String ending : Page.endings()) {
            page.write(folder().resolve(name + ending));
        }
    }

    private Path folder() {
        return directory.resolve(testClass);
    }

    private String table() {
        List<Row> ordered =
                rows.stream().sorted(Comparator.comparing(Row::test)).toList(); // whatever the order of the tests
        return Markdown.table(HEADER, ordered, this::cells);
    }

    private List<String> cells(Row row) {
        Checked<?> checked = row.checked;
        String name = checked.quantity().name();
        return List.of(
                "[" + escaped(row.test) + "](" + testClass + "/" + row.file + ".md)",
                escaped(name == null ? "unnamed" : name),
                escaped(checked.limit()),
                escaped(checked.quantity().toString()),
                verdict(checked),
                checked.probability().map(p -> escaped(p.toString())).orElse(""),
                checked.room().map(room -> escaped(room.toString())).orElse(""));
    }

    private static String verdict(Checked<?> checked) {
        return switch (checked.verdict()) {
            case HOLDS -> "✓";
            case FAILS -> "✗";
            case UNDECIDED -> "undecided";
        };
    }

    private String checksOfAllClasses() {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.map(folder -> folder.resolve(CHECKS))
                    .filter(Files::exists)
                    .sorted()
                    .map(Published::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory + ": " + e, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e, e);
        }
    }
}
