package dev.estimator.reference;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The catalogue of reference figures: how long a read from a disk takes, how much a node serves, how large a page is,
 * what a gigabyte costs.
 *
 * <p>Compiled in November 2026 from published figures. Each row says when and by whom; a measurement of one's own is
 * better than any of them.
 */
public final class ReferenceFigures {
    private static final int NEAREST = 3;

    private ReferenceFigures() {}

    /** Read when first asked for. */
    private static final class Catalogue {
        static final List<ReferenceFigure> ALL = new ReferenceTable(CatalogueFile.rates());

        private Catalogue() {}
    }

    /**
     * Returns a reference figure: {@code ReferenceFigures.get("ssd-rand").timeSpan()} is an assumption.
     *
     * @param id its short name, as the lists show it
     * @return the reference figure
     * @throws IllegalArgumentException if there is none of that name; the message says which are near
     */
    public static ReferenceFigure get(String id) {
        return all().stream().filter(rate -> rate.id().equals(id)).findAny().orElseThrow(() -> unknown(id));
    }

    /**
     * Returns the reference figures that mention something.
     *
     * @param text one or more words, all of which occur in the id, the group, the description or the note, in any case;
     *     with none of them all reference figures are returned
     * @return the reference figures, which a prompt shows as a table; none if nothing is found
     */
    public static List<ReferenceFigure> search(String text) {
        List<String> words = List.of(
                requireNonNull(text, "text").strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return new ReferenceTable(
                all().stream().filter(rate -> mentions(rate, words)).toList());
    }

    /**
     * Returns the groups in which reference figures are listed.
     *
     * @return their names
     */
    public static List<String> groups() {
        return all().stream().map(ReferenceFigure::group).distinct().toList();
    }

    /**
     * Returns the reference figures of a group.
     *
     * @param group its name or the beginning of it, in any case: 'storage'
     * @return the reference figures, which a prompt shows as a table
     * @throws IllegalArgumentException if there is no such group, or several begin so; the message names them all
     */
    public static List<ReferenceFigure> inGroup(String group) {
        String beginning = requireNonNull(group, "group").strip().toLowerCase(Locale.ROOT);
        List<String> found =
                groups().stream().filter(name -> name.startsWith(beginning)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("group must be one of " + groups() + " but was '" + group + "'");
        }
        return new ReferenceTable(
                all().stream().filter(rate -> rate.group().equals(found.get(0))).toList());
    }

    /**
     * Returns the whole catalogue.
     *
     * @return all reference figures, which a prompt shows as a table
     */
    public static List<ReferenceFigure> all() {
        return Catalogue.ALL;
    }

    private static boolean mentions(ReferenceFigure rate, List<String> words) {
        String text = String.join("\n", rate.id(), rate.group(), rate.what(), rate.note())
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    private static IllegalArgumentException unknown(String id) {
        String asked = requireNonNull(id, "id").strip().toLowerCase(Locale.ROOT);
        String problem = "id must be that of a reference figure but was '" + id + "': ";
        if (asked.isEmpty()) {
            return new IllegalArgumentException(problem + "ReferenceFigures.all() shows them");
        }
        String nearest = all().stream()
                .map(ReferenceFigure::id)
                .sorted(Comparator.comparing((String known) -> !known.contains(asked))
                        .thenComparingInt(known -> distance(known, asked)))
                .limit(NEAREST)
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException(problem + "the nearest are " + nearest + "; ReferenceFigures.search(\""
                + id.strip() + "\") looks further");
    }

    /** How many letters must be put in, left out or changed to make one text of the other (Levenshtein). */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
