package dev.estimator.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The two tables of the catalogue beside this class: lines with tabs between the columns, under a line with their
 * names.
 */
final class CatalogueFile {
    private CatalogueFile() {}

    static List<ReferenceFigure> rates() {
        Map<String, ReferenceFigure.Source> sources = sources();
        return lines("base-rates.tsv").stream().map(line -> rate(line, sources)).toList();
    }

    private static Map<String, ReferenceFigure.Source> sources() {
        Map<String, ReferenceFigure.Source> sources = new LinkedHashMap<>();
        for (String[] column : lines("sources.tsv")) {
            sources.put(
                    column[0],
                    new ReferenceFigure.Source(
                            column[0], column[1], column[2], Integer.parseInt(column[3]), column[4]));
        }
        return sources;
    }

    private static ReferenceFigure rate(String[] column, Map<String, ReferenceFigure.Source> sources) {
        double value = Double.parseDouble(column[4]);
        return new ReferenceFigure(
                column[0],
                column[1],
                column[2],
                column[3].isEmpty() ? value : Double.parseDouble(column[3]),
                value,
                column[5].isEmpty() ? value : Double.parseDouble(column[5]),
                column[6],
                Integer.parseInt(column[7]),
                Arrays.stream(column[8].split(" ", -1))
                        .map(key -> Objects.requireNonNull(sources.get(key), key))
                        .toList(),
                column[9]);
    }

    private static List<String[]> lines(String file) {
        try (InputStream in = CatalogueFile.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
