package dev.estimator.junit;

import static dev.estimator.internal.text.Markdown.escaped;

import dev.estimator.analysis.Probability;
import dev.estimator.analysis.Verdict;
import dev.estimator.check.Checked;
import dev.estimator.internal.text.Markdown;
import dev.estimator.internal.text.SafeFile;
import dev.estimator.quantity.Ratio;
import dev.estimator.report.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the tests of one class published. Test classes may run in JVMs of their own, so that they meet in the files
 * only.
 */
final class Published {
    private static final String CHECKS = "checks.md";
    private static final String INDEX = "checks.part";
    private static final int VERDICT = 4;
    private static final List<String> HEADER =
            List.of("test", "estimate", "limit", "found", "holds", "probability", "room");

    /** Classes may run side by side, and write one summary. */
    private static final Object SUMMARY = new Object();

    private record Row(String test, String file, Checked<?> checked) {}

    private final Path directory;
    private final String testClass;
    private final List<Row> rows = new ArrayList<>();
    /** The titles of reports by their files. */
    private final Map<String, String> reports = new TreeMap<>();

    Published(Path directory, String testClass) {
        this.directory = directory;
        this.testClass = testClass;
    }

    synchronized void add(Estimates estimates) {
        estimates.pages().forEach(this::write);
        reports.putAll(estimates.reports());
        estimates
                .checks()
                .forEach(checked -> rows.add(new Row(estimates.test(), FileName.of(estimates.test()), checked)));
        if (!rows.isEmpty() || !reports.isEmpty()) {
            SafeFile.write(folder().resolve(CHECKS), markdown());
            SafeFile.write(folder().resolve(INDEX), html());
            synchronized (SUMMARY) {
                SafeFile.write(directory.resolve("summary.md"), "# Estimates\n\n" + ofAllClasses(CHECKS) + lacks());
                SafeFile.write(directory.resolve("index.html"), IndexPage.of(ofAllClasses(INDEX)));
            }
        }
    }

    private String markdown() {
        List<String> links = new ArrayList<>();
        reports.forEach((file, title) -> links.add("- [" + escaped(title) + "](" + at(file) + ".md)\n"));
        String separator = rows.isEmpty() || links.isEmpty() ? "" : "\n";
        String checks = rows.isEmpty() ? "" : Markdown.table(HEADER, ordered(), this::cells);
        return "## " + escaped(testClass) + "\n\n" + checks + separator + String.join("", links);
    }

    private String html() {
        var html = new StringBuilder("<h2>" + Markdown.html(testClass) + "</h2>\n");
        if (!rows.isEmpty()) {
            html.append(IndexPage.table(
                    HEADER, ordered().stream().map(this::htmlCells).toList(), VERDICT));
        }
        reports.forEach((file, title) -> html.append("<p>")
                .append(IndexPage.link(at(file) + IndexPage.ending(), title))
                .append("</p>\n"));
        return html.toString();
    }

    private static String lacks() {
        return Page.missingForms().stream()
                .map(line -> "\n" + escaped(line) + "\n")
                .collect(Collectors.joining());
    }

    /** Where a file of this class lies, as seen from the index. */
    private String at(String file) {
        return testClass + "/" + file;
    }

    private List<Row> ordered() {
        return rows.stream().sorted(Comparator.comparing(Row::test)).toList(); // whatever the order of the tests
    }

    private void write(String name, Page page) {
        for (String ending : Page.endings()) {
            page.write(folder().resolve(name + ending));
        }
    }

    private Path folder() {
        return directory.resolve(testClass);
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(List.of("[" + escaped(row.test) + "](" + at(row.file) + ".md)"));
        words(row.checked, sign(row.checked)).forEach(words -> cells.add(escaped(words)));
        return cells;
    }

    private List<String> htmlCells(Row row) {
        List<String> cells = new ArrayList<>(List.of(IndexPage.link(at(row.file) + IndexPage.ending(), row.test)));
        String verdict = row.checked.verdict().name().toLowerCase(Locale.ROOT);
        words(row.checked, verdict).forEach(words -> cells.add(Markdown.html(words)));
        return cells;
    }

    private static List<String> words(Checked<?> checked, String verdict) {
        String name = checked.quantity().name();
        return List.of(
                name == null ? "unnamed" : name,
                checked.limit(),
                checked.quantity().toString(),
                verdict,
                checked.probability().map(Probability::toString).orElse(""),
                checked.room().map(Ratio::toString).orElse(""));
    }

    private static String sign(Checked<?> checked) {
        Verdict verdict = checked.verdict();
        return verdict == Verdict.HOLDS ? "✓" : verdict == Verdict.FAILS ? "✗" : "undecided";
    }

    private String ofAllClasses(String part) {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.map(folder -> folder.resolve(part))
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
