package dev.estimator.internal.text;

import dev.estimator.internal.unit.Dimension;
import dev.estimator.internal.unit.Kind;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
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
    private static final Pattern PLAIN_ONE = Pattern.compile("\\p{Ll}{2,}|[a-z]?[A-Z]PU|VM|SSD|HDD");

    /** 'boxes', 'queries', 'leaves', 'heroes', 'data', 'women', 'software', 'traffic'. */
    private static final Pattern UNSURE_MANY = Pattern.compile(".*(?:[sxzofai]|[cs]h|[^aeiou]y|fe|m[ae]n|ware|ic)");

    /** Words that are many already, or are not counted. */
    private static final Pattern NO_ONE = Pattern.compile("people|sheep|percent|children|feet|geese|mice|teeth|aircraft"
            + "|bandwidth|equipment|feedback|information|storage|.*(?:data|media|men)");

    /**
     * Who asks and what answers: these have a rate, and do not come at one. Places, what stands in them, what that is
     * made of, who asks, and parts of what is stored.
     */
    private static final Pattern ACTOR = Pattern.compile("(?i)(?:.*[ -])?(?:(rack|zone|region|cluster|site)"
            + "|(server|host|machine|node|instance|broker|consumer|vm|pod|container)"
            + "|([gtcv]{1,2}pu|core|worker|thread|disk|drive|ssd)"
            + "|(user|client|customer|device|sensor|camera|stream|tenant|driver|rider|player|viewer|visitor|subscriber|vehicle|phone)"
            + "|(shard|partition|replica))s?");

    /** 'number of servers', 'posts per users', 'posts / users'. */
    private static final Pattern OF_OTHERS = Pattern.compile("(?i)\\S\\s+(?:of|per|in|for|each|every)\\s|/");

    private static final Pattern OTHERS = Pattern.compile("(?i)\\s+(?:of|per|in|for|each|every|at|by)\\s|\\s*[/(]");

    /** Not 'access', nor what is a rate itself: 'qps', 'IOPS'. */
    private static final Pattern MAYBE_MANY = Pattern.compile(".*[^s]s(?<!\\b(?:[a-z]|io)ps)");

    private static final String PER = " per ";

    private static final int MADE_OF = 3;
    private static final int STORED = 5;
    private static final int OTHER = 6;

    private Nouns() {}

    /** Whether it is of what serves or asks: GPUs, shards, users. */
    public static boolean isActor(String noun) {
        return place(noun) != OTHER;
    }

    /** Whether it is of what stands in a place, or keeps data, or is a place: servers, shards, zones. */
    public static boolean isServing(String noun) {
        int place = place(noun);
        return place < MADE_OF || place == STORED;
    }

    /**
     * Whether each of the first surely has some of the second: racks have servers, servers GPUs, users posts. Of
     * servers that have racks, and of partitions that have replicas or topics, nobody can be sure.
     */
    public static boolean has(String noun, String each) {
        int holder = place(noun);
        int held = place(each);
        return held == OTHER ? holder < STORED : holder < held && held <= MADE_OF;
    }

    /** What these have in all if each of them has that, or that each of those has this: users × posts per user. */
    public static Optional<String> ofAll(String these, String each) {
        Optional<String> all = beforePer(each, these).or(() -> beforePer(these, each));
        return all.isPresent() || !has(these, each) ? all : Optional.of(each);
    }

    private static Optional<String> beforePer(String noun, String others) {
        int per = noun.lastIndexOf(PER);
        boolean isOfThem = per > 0 && many(noun.substring(per + PER.length())).equals(others);
        return isOfThem ? Optional.of(noun.substring(0, per)) : Optional.empty();
    }

    private static int place(String noun) {
        Matcher actor = ACTOR.matcher(noun.split(PER, 2)[0]);
        int place = OTHER;
        if (actor.matches()) {
            for (place = 1; actor.group(place) == null; ) {
                place++;
            }
        }
        return place;
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

    /** Whether a name is surely one of many things: 'servers', 'API servers'; a 'number of servers' is one number. */
    public static boolean isMany(String name) {
        if (OF_OTHERS.matcher(name).find()) {
            return false;
        }
        String last = name.substring(name.lastIndexOf(' ') + 1);
        String one = one(last);
        return one != null && !last.equals(one);
    }

    /** Whether a name may be one of many things, and not of these: of samples 'queries', but not 'rate' or 'QPS'. */
    public static boolean isOfOthers(String name, String things) {
        String many = OTHERS.split(name, 2)[0].toLowerCase(Locale.ROOT);
        return MAYBE_MANY.matcher(many).matches() && !(" " + many).endsWith(" " + things.toLowerCase(Locale.ROOT));
    }

    /** Whether a name says what is counted: 'servers', 'API servers'. */
    private static boolean saysNoun(String name, Kind kind) {
        String noun = kind.noun();
        return noun != null && kind.dimension() == Dimension.COUNT && (" " + name).endsWith(" " + noun);
    }

    /** '5 (3 … 9)' of '5 partitions (3 … 9)' behind a name that says what they are. */
    public static String behind(String name, Kind kind, String text) {
        String noun = kind.noun();
        if (noun == null || !saysNoun(name, kind)) {
            return text;
        }
        String one = Objects.requireNonNullElse(one(noun), noun);
        String either = "(?:" + Pattern.quote(noun) + "|" + Pattern.quote(one) + ")";
        return text.replaceFirst("^(\\S*\\d\\S*) " + either + "(?= \\(|,|$)", "$1");
    }

    /** 'requests' of 'request'; the same where nobody can be sure what many are called. */
    public static String many(String noun) {
        boolean isPlain = PLAIN_ONE.matcher(noun).matches()
                && !UNSURE_MANY.matcher(noun).matches()
                && !NO_ONE.matcher(noun).matches();
        return isPlain ? noun + "s" : noun;
    }
}
