package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares each design sheet, whole, with the files of its name among the test resources. */
class DesignSheetsTest {
    private static final Map<String, Page> PAGES = new ConcurrentHashMap<>();

    static Stream<String> sheets() {
        return DesignSheets.SHEETS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void text(String sheet) throws IOException {
        Golden.verify("sheets/" + sheet + ".txt", page(sheet) + "\n");
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void markdown(String sheet) throws IOException {
        Golden.verify("sheets/" + sheet + ".md", page(sheet).markdown());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void json_readBackIsTheSamePage(String sheet) {
        Page page = page(sheet);
        Page again = Page.fromJson(page.json());
        assertThat(again).isEqualTo(page);
        assertThat(again.text()).isEqualTo(page.text());
        assertThat(again.markdown()).isEqualTo(page.markdown());
        assertThat(again.html()).isEqualTo(page.html());
        assertThat(again.csv()).isEqualTo(page.csv());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void csv_rowsAreOfOneLength(String sheet) {
        List<List<String>> rows = rows(page(sheet).csv());
        List<String> header = rows.get(0);
        assertThat(header)
                .contains("section", "kind", "name", "unit", "amount", "p5", "p95")
                .doesNotHaveDuplicates();
        assertThat(rows)
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(header));
        int amount = header.indexOf("amount");
        int cause = header.indexOf("cause");
        assertThat(rows.subList(1, rows.size())).allSatisfy(row -> {
            if (row.get(amount).isEmpty()) { // beyond every number
                assertThat(row.get(cause)).isNotEmpty();
            } else {
                assertThat(Double.parseDouble(row.get(amount))).isNotNegative();
            }
        });
    }

    /** Chapters in the order of the discussion; what nobody filled in stands in one line. */
    @ParameterizedTest
    @MethodSource("sheets")
    void chapters(String sheet) {
        assertThat(page(sheet).markdown().lines().filter(line -> line.startsWith("## ")))
                .containsSubsequence(
                        "## In short",
                        "## Feature expectations",
                        "## Estimations",
                        "## Design goals",
                        "## High-level design",
                        "## Deep dive",
                        "## Justification");
        assertThat(page(sheet).text().matches("(?s).*\nLeft out\n[^\n]*Memory.*"))
                .isEqualTo(List.of("shop", "messenger", "video-service", "checkout-path")
                        .contains(sheet));
    }

    @Test
    void main_writesEachSheetInEachForm(@TempDir Path directory) throws IOException {
        DesignSheets.main(new String[] {directory.toString()});
        List<String> files = new ArrayList<>();
        for (String sheet : DesignSheets.SHEETS.keySet()) {
            Stream.of(".txt", ".md", ".html", ".csv", ".json")
                    .map(sheet::concat)
                    .forEach(files::add);
        }
        try (Stream<Path> written = Files.list(directory)) {
            assertThat(written.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(files);
        }
        for (String sheet : DesignSheets.SHEETS.keySet()) {
            assertThat(directory.resolve(sheet + ".md")).hasContent(page(sheet).markdown());
            assertThat(Page.fromJson(Files.readString(directory.resolve(sheet + ".json"))))
                    .isEqualTo(page(sheet));
        }
    }

    /** Computed once for all tests. */
    static Page page(String sheet) {
        return PAGES.computeIfAbsent(
                sheet,
                name -> Objects.requireNonNull(DesignSheets.SHEETS.get(name)).page());
    }

    /** Cells as RFC 4180 defines them, read sign by sign. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char sign = csv.charAt(i);
            if (sign == '"') {
                boolean isDoubled = isQuoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (isDoubled) {
                    cell.append(csv.charAt(++i));
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (isQuoted || (sign != ',' && sign != '\r' && sign != '\n')) {
                cell.append(sign);
            } else if (sign != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (sign == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            }
        }
        assertThat(cell).as("after the last end of line").isEmpty();
        return rows;
    }
}
