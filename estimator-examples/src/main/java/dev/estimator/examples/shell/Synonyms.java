package dev.estimator.examples.shell;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to type for names that others use. */
final class Synonyms {
    /** Words for how many there are of a thing. */
    private static final String INSTANCES = "replicas?|copies|nodes|servers|machines|hosts|instances";

    private static final Map<String, String> WORDS = words();

    /** Of a type and a name, with a point between them. */
    private static final Map<Pattern, String> OF_TYPES = ofTypes();

    private Synonyms() {}

    /** What to type for a name, or null. Words that only a method can be meant by end with a bracket. */
    static @Nullable String of(String name, boolean isMethod) {
        String word = name.toLowerCase(Locale.ROOT);
        return isMethod && WORDS.containsKey(word + "(") ? WORDS.get(word + "(") : WORDS.get(word);
    }

    /**
     * What to type for a method of a type, or null.
     *
     * @param owner the type; empty if the prompt does not say it
     * @param method what it lacks
     */
    static @Nullable String of(String owner, String method) {
        String ofTypes = OF_TYPES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(owner + "." + method).matches())
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("; "));
        return ofTypes.isEmpty() ? of(method, true) : ofTypes;
    }

    /** The one of some names that means the same number of things; else nothing. */
    static String among(Set<String> names, String name) {
        return name.matches(INSTANCES)
                ? names.stream()
                        .filter(known -> known.matches(INSTANCES))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "did you mean plus?", "add", "sum");
        put(words, "did you mean minus?", "subtract", "sub");
        put(words, "did you mean times?", "multiply", "mul", "multiplyby");
        put(words, "did you mean div?", "divide", "divideby", "dividedby");
        put(words, "did you mean atMost?", "lessthan", "below", "under");
        put(words, "did you mean atLeast?", "greaterthan", "morethan", "above");
        put(words, "did you mean between?", "range");
        put(words, "did you mean percent?", "share");
        put(words, "did you mean ratio?", "factor");
        put(words, "did you mean qps?", "rps");
        put(words, "write seconds(3)", "s(", "sec(", "secs(");
        put(words, "write hours(3)", "h(", "hrs(");
        put(words, "write days(3)", "d(");
        put(words, "write anyOf(a, b): b is called while a is down", "fallback(", "orelse(", "failover(");
        put(words, "did you mean println?", "print");
        put(words, "/exit leaves", "exit", "quit");
        put(words, "help() lists what there is", "help");
        put(
                words,
                "to(unit) is the number, as in to(SECONDS) or to(GB); format(GB) is a text",
                "value",
                "getvalue",
                "doublevalue",
                "in",
                "as",
                "convert",
                "tomillis",
                "tobytes");
        put(words, "ceil() is rounded up; rounded(digits, mode) is as you say", "round", "roundup");
        put(words, "write var", "let", "val", "const", "def");
        return words;
    }

    private static Map<Pattern, String> ofTypes() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        put(
                words,
                "Component",
                "availability|uptime|sla",
                "a Component has up(nines(3)) for the whole, upPerInstance(nines(2)) for each instance");
        put(
                words,
                "Component",
                "costs?|pricePer(Month|Hour|Instance)|spending",
                "a Component has price(usd(300).per(MONTH)) for each instance, charge(\"licence\", usd(90).per(MONTH))");
        put(words, "Component", INSTANCES, "a Component has instances(count(3))");
        put(
                words,
                "Component",
                "workers|cores|concurrency",
                "a Component has serviceTime(ms(5), count(20)) for 20 workers");
        String quantity = "Count|Ratio|Share|Bytes|Bandwidth|Qps|TimeSpan|Availability|Money|Spending";
        put(words, quantity, "[pP]\\d+", "a range has percentile(99); only a Latency has p99()");
        put(
                words,
                "Count|Qps|Bytes|Bandwidth|TimeSpan|Money|Spending",
                "toCount",
                "a number or rate has withNoun(\"trips\"), sizes have tb(5).div(mb(3)).toCount(\"photos\")");
        put(
                words,
                "Architecture|Component|Visit|UseCase",
                "given",
                "ask the answer, as in shop.cost().given(\"daily users\", million(9)); after provisioned(90) the"
                        + " instances stay, so ask of the system before that");
        put(words, "Architecture", "downtime", "write availability(\"chat\").downtime(MONTH)");
        put(
                words,
                "Architecture",
                "growth|grown|grow|after|scaled?",
                "a system has times(ratio(3)), or times(growth.after(years(2))) for a Growth");
        put(
                words,
                "(?!Shards|Architecture)\\w+",
                "growth|grown|grow",
                "an answer grows by Growth.compound(percent(30), YEAR).at(answer, years(2))");
        put(words, quantity, "fits", "of a quantity write limit(x).atMost(y), or growth.fits(x, y)");
        return words;
    }

    /** Of a type, or where the prompt does not say of which. */
    private static void put(Map<Pattern, String> words, String types, String names, String advice) {
        words.put(Pattern.compile("(?:" + types + ")?\\.(?:" + names + ")"), advice);
    }

    private static void put(Map<String, String> words, String advice, String... names) {
        for (String name : names) {
            words.put(name, advice);
        }
    }
}
