package dev.estimator.junit;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names of files that every system takes: of ASCII letters and digits, as under {@code LANG=C} Java knows no others.
 */
final class FileName {
    private static final int LONGEST = 100;

    private FileName() {}

    static String of(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
        String name = plain.isEmpty() ? "estimate" : plain;
        if (name.length() <= LONGEST && words.chars().allMatch(c -> c < 0x80)) {
            return name;
        }
        // Two names that begin alike, or differ in other letters only, stay two.
        return name.substring(0, Math.min(name.length(), LONGEST)) + "-" + Integer.toHexString(words.hashCode());
    }
}
