package dev.estimator.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that somebody may have meant. */
public final class Nearest {
    private static final int SHOWN = 3;
    private static final int FEW = 6;

    private Nearest() {}

    /** All names if they are few, 'a', 'b'; else '31 assumptions, nearest 'a', 'b', 'c' (explain() lists all)'. */
    public static String listed(String wanted, Collection<String> known, String what, String howToList) {
        List<String> names = known.stream().distinct().sorted().toList();
        return names.size() <= FEW
                ? quoted(names)
                : names.size() + " " + what + ", nearest " + quoted(of(wanted, names)) + "; " + howToList
                        + " lists all";
    }

    /** The three that take the fewest changes of letters; what holds the whole word, or is in it, is nearest. */
    static List<String> of(String wanted, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(name -> distance(lower(wanted), lower(name))))
                .limit(SHOWN)
                .toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private static int distance(String one, String other) {
        return one.contains(other) || other.contains(one) ? 0 : changes(one, other);
    }

    /** How many letters have to be put in, taken out or changed. */
    private static int changes(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
