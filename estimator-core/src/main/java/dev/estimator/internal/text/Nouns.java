package dev.estimator.internal.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The noun of what is counted or paid for, of one and of many: '$3/request', '$0.40/1M requests'. Only a plain 's' is
 * added or taken away, and only where no other reading is likely: 'caches' may be some of a 'cache' or of a 'cach', so
 * it stays.
 */
public final class Nouns {
    /** A small word, perhaps behind another and a hyphen, or initials: 'requests', 'GB-seconds', 'vCPUs'. */
    private static final Pattern PLAIN_MANY = Pattern.compile("(?:\\p{L}+-)?(?:\\p{Ll}{2,}|\\p{L}*\\p{Lu})s");

    /** 'buses', 'boxes', 'movies', 'leaves', 'caches', 'indices', 'access', 'status', 'axis', 'alias', 'metrics'. */
    private static final Pattern UNSURE_ONE = Pattern.compile(".*(?:[sxzoiv]e|[cs]he|ice|[suiao]|ic)s");

    /** Words that end as a plural does, and are one. */
    private static final Pattern NO_MANY =
            Pattern.compile("(?:.*-)?(?:lens|news|means|goods|summons|corps|diabetes|kubernetes)");

    private static final Pattern HAS_MANY = Pattern.compile(".*(?<!s)s\\b.*");
    private static final Pattern PLAIN_ONE = Pattern.compile("\\p{Ll}{2,}");

    /** 'boxes', 'queries', 'leaves', 'heroes', 'data', 'women', 'software', 'traffic'. */
    private static final Pattern UNSURE_MANY = Pattern.compile(".*(?:[sxzofai]|[cs]h|[^aeiou]y|fe|m[ae]n|ware|ic)");

    /** Words that are many already, or are not counted. */
    private static final Pattern NO_ONE = Pattern.compile("people|sheep|percent|children|feet|geese|mice|teeth|aircraft"
            + "|bandwidth|equipment|feedback|information|storage|.*(?:data|media|men)");

    /** Who asks and what answers: these have a rate, and do not come at one. */
    private static final Pattern ACTOR =
            Pattern.compile("(?i)(?:.*[ -])?(?:server|host|machine|node|instance|[gtcv]{1,2}pu"
                    + "|core|vm|pod|container|worker|thread|broker|consumer|shard|partition|replica|disk|drive|ssd|rack|zone|region"
                    + "|cluster|site|user|client|customer|device|sensor|camera|stream|tenant)s?");

    private Nouns() {}

    /** Whether it is of what serves or asks: GPUs, shards, users. */
    public static boolean isActor(String noun) {
        return ACTOR.matcher(noun).matches();
    }

    /** 'request' of 'requests'; null where nobody can be sure what one is called. */
    static @Nullable String one(String noun) {
        if (noun.endsWith("series")) {
            return noun; // one and many
        }
        boolean isPlain = PLAIN_MANY.matcher(noun).matches()
                && !UNSURE_ONE.matcher(noun).matches()
                && !NO_MANY.matcher(noun).matches();
        if (isPlain) {
            return noun.substring(0, noun.length() - 1);
        }
        return HAS_MANY.matcher(noun).matches() || NO_ONE.matcher(noun).matches() ? null : noun;
    }

    /** 'requests' of 'request'; the same where nobody can be sure what many are called. */
    public static String many(String noun) {
        boolean isPlain = PLAIN_ONE.matcher(noun).matches()
                && !UNSURE_MANY.matcher(noun).matches()
                && !NO_ONE.matcher(noun).matches();
        return isPlain ? noun + "s" : noun;
    }
}
