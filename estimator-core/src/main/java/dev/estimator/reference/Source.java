package dev.estimator.reference;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Where a reference figure comes from.
 *
 * @param key a short name, such as 'NM26'
 * @param title what was published
 * @param author by whom
 * @param year when
 * @param where where to find it
 */
public record Source(String key, String title, String author, int year, String where) {
    /** Collections for interviews, whose figures were never measured by anybody they name. */
    private static final Set<String> CHEAT_SHEETS = Set.of("CHEAT", "HI25", "AX", "KPS");

    /**
     * Checks that all is there.
     *
     * @param key a short name, such as 'NM26'
     * @param title what was published
     * @param author by whom
     * @param year when
     * @param where where to find it
     */
    public Source {
        requireNonNull(key, "key");
        requireNonNull(title, "title");
        requireNonNull(author, "author");
        requireNonNull(where, "where");
    }

    /**
     * Returns whether this is a collection for interviews, which states figures and no measurement.
     *
     * @return whether nobody is named who measured
     */
    public boolean isCheatSheet() {
        return CHEAT_SHEETS.contains(key);
    }

    /**
     * Returns author, title, year and place, as in 'Simon Eskildsen, napkin-math, 2026, GitHub sirupsen/napkin-math'.
     */
    @Override
    public String toString() {
        return author + ", " + title + ", " + year + ", " + where;
    }

    /** The beginning of the title, which is what people call it. */
    String shortTitle() {
        return title.split("[,:;(]", 2)[0].strip();
    }
}
