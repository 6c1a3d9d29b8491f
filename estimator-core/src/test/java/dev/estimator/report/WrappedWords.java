package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads each cell of a page again where it was wrapped: its words one after the other, and where a line ends on the
 * next line below. A cell is what two spaces end, or the end of the line; a row without columns is read as a text.
 */
final class WrappedWords {
    private static final Pattern CELL = Pattern.compile("\\S+(?: \\S+)*");
    private static final Pattern RULE = Pattern.compile("[═─]+");

    /** A piece of a cell on one line. */
    private record Piece(int line, int column, List<String> words) {}

    private final List<Piece> left = new ArrayList<>();

    private WrappedWords(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            CELL.matcher(lines.get(i))
                    .results()
                    .map(found -> new Piece(line, found.start(), words(found)))
                    .forEach(left::add);
        }
    }

    private static List<String> words(MatchResult found) {
        return List.of(found.group().split(" "));
    }

    /** The sections stand in their order, and in each are the same cells; only names of rows may come again. */
    static void assertKeptInOrder(String wide, String narrow) {
        List<List<String>> sections = sections(wide);
        List<List<String>> wrapped = sections(narrow);
        assertThat(wrapped).hasSameSizeAs(sections);
        for (int i = 0; i < sections.size(); i++) {
            new WrappedWords(wrapped.get(i)).assertHas(sections.get(i));
        }
    }

    /** What stands between empty lines, without the rules below headings. */
    private static List<List<String>> sections(String text) {
        return Stream.of(text.split("\n\n"))
                .map(part -> part.lines()
                        .filter(line -> !RULE.matcher(line).matches())
                        .toList())
                .toList();
    }

    private void assertHas(List<String> wide) {
        List<List<String>> cells = wide.stream()
                .filter(line -> !takeLines(List.of(line.strip().split("\\s+"))))
                .flatMap(line -> CELL.matcher(line).results().map(WrappedWords::words))
                .sorted(Comparator.comparing(List<String>::size).reversed())
                .toList();
        Set<String> names = new HashSet<>();
        wide.forEach(line -> CELL.matcher(line).results().limit(1).forEach(name -> names.addAll(words(name))));
        for (List<String> cell : cells) {
            assertThat(take(cell)).as("%s in %s", cell, left).isTrue();
        }
        assertThat(left.stream().flatMap(piece -> piece.words.stream())).isSubsetOf(names);
    }

    /** A row that is too wide for columns goes on in the next line, word by word. */
    private boolean takeLines(List<String> row) {
        int lines = left.isEmpty() ? 0 : left.get(left.size() - 1).line + 1;
        for (int from = 0; from < lines; from++) {
            List<String> words = new ArrayList<>();
            for (int to = from; to < lines && words.size() < row.size(); to++) {
                int first = from;
                int last = to;
                left.stream().filter(piece -> piece.line == last).forEach(piece -> words.addAll(piece.words));
                if (words.equals(row)) {
                    left.removeIf(piece -> piece.line >= first && piece.line <= last);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean take(List<String> cell) {
        for (Piece first : left) {
            List<Piece> taken = from(first, cell);
            if (taken != null) {
                left.removeAll(taken);
                return true;
            }
        }
        return false;
    }

    /** What goes on below the column; of the last one farther left, if it is all that stands there. */
    private @Nullable Piece below(int line, int column) {
        List<Piece> there = left.stream().filter(piece -> piece.line == line).toList();
        return there.stream()
                .filter(piece -> piece.column >= column || there.size() == 1)
                .findFirst()
                .orElse(null);
    }

    /** The pieces that begin with one and make up a cell; null if they do not. */
    private @Nullable List<Piece> from(Piece first, List<String> cell) {
        List<Piece> taken = new ArrayList<>();
        Piece next = first;
        int known = 0;
        while (next != null) {
            List<String> words = next.words;
            if (known + words.size() > cell.size()
                    || !cell.subList(known, known + words.size()).equals(words)) {
                return null;
            }
            taken.add(next);
            known += words.size();
            if (known == cell.size()) {
                return taken;
            }
            next = below(next.line + 1, first.column);
        }
        return null;
    }
}
