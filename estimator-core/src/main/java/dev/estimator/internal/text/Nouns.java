package dev.estimator.internal.text;

import java.util.regex.Pattern;

/** The noun of what a price is for, of one and of many: '$3/request', '$0.4/1M requests'. */
final class Nouns {
    /** Words that end like a plural and are none, or are one in the same form: 'status', 'access', 'series', 'DNS'. */
    private static final Pattern NO_PLURAL = Pattern.compile(".*(?:ss|us|is|[^\\p{Ll}]s|series|species)|.*[^s]");

    private static final Pattern OF_Y = Pattern.compile("ies$");
    private static final Pattern Y = Pattern.compile("(?<=[^aeiou\\W])y$");
    private static final Pattern OF_HISS = Pattern.compile("(?<=ss|sh|ch|x|zz)es$");
    private static final Pattern HISS = Pattern.compile(".*(?:ss|sh|ch|x|zz)");
    private static final Pattern INITIALS = Pattern.compile(".*\\p{Lu}s");
    private static final Pattern LETTERS = Pattern.compile(".*[a-zA-Z]");

    private static final Pattern MANY = Pattern.compile(".*(?:(?<!s)s|S)");

    private Nouns() {}

    /** 'request' of 'requests', 'query' of 'queries'; what is no plural stays. */
    static String one(String noun) {
        if (INITIALS.matcher(noun).matches()) {
            return noun.substring(0, noun.length() - 1);
        }
        if (NO_PLURAL.matcher(noun).matches()) {
            return noun;
        }
        String ofY = OF_Y.matcher(noun).replaceFirst("y");
        String ofHiss = OF_HISS.matcher(noun).replaceFirst("");
        return !ofY.equals(noun) ? ofY : !ofHiss.equals(noun) ? ofHiss : noun.substring(0, noun.length() - 1);
    }

    /** 'requests' of 'request'; a plural stays, and so does what has none. */
    static String many(String noun) {
        boolean isOne = LETTERS.matcher(noun).matches() && !MANY.matcher(noun).matches();
        if (!isOne) {
            return noun;
        }
        String ofY = Y.matcher(noun).replaceFirst("ies");
        return !ofY.equals(noun) ? ofY : noun + (HISS.matcher(noun).matches() ? "es" : "s");
    }
}
