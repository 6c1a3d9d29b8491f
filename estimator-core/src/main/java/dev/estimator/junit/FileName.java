package dev.estimator.junit;

import java.util.Locale;

/** Names of files that every system takes. */
final class FileName {
    private static final int LONGEST = 100;

    private FileName() {}

    static String of(String words) {
        String plain = words.replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
        if (plain.length() <= LONGEST) {
            return plain.isEmpty() ? "estimate" : plain;
        }
        // Two long names that begin alike stay two.
        return plain.substring(0, LONGEST) + "-" + Integer.toHexString(plain.hashCode());
    }
}
