package dev.estimator.internal.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The spellings that are read, each with its exact value, and those that are refused because they have two readings.
 */
final class UnitTable {
    private static final BigDecimal EIGHT = BigDecimal.valueOf(8);
    private static final String PREFIXES = "kMGTPEZYRQ";
    private static final List<String> DECIMAL = List.of("kilo", "mega", "giga", "tera", "peta", "exa");
    private static final List<String> BINARY = List.of("kibi", "mebi", "gibi", "tebi", "pebi", "exbi");

    /** Bytes in one unit of data. */
    static final Map<String, BigDecimal> DATA = data();

    /** Seconds in one unit of time. */
    static final Map<String, BigDecimal> TIME = time();

    /** What may follow a number without being of what it is. */
    static final Set<String> NO_NOUNS = Set.of("per", "an", "each", "every", "to", "or", "and", "times", "in", "of");

    /** What says how or when an amount is meant, and not of what it is: 463 peak QPS, 2 KB on average. */
    static final Set<String> WHEN = Set.of(
            "peak", "average", "avg", "mean", "median", "max", "maximum", "min", "minimum", "sustained", "total");

    /** Seconds in 'daily', 'monthly' and so on. */
    static final Map<String, BigDecimal> ADVERBS = adverbs();

    /** Things in 'thousand', 'k', 'million' and so on. */
    private static final Map<String, BigDecimal> SCALE = scale();

    /** Of these there may be crores: '7 lakh crore'. */
    static final Set<String> OF_CRORES = Set.of("hundred", "thousand", "lakh", "lakhs", "lac", "lacs");

    /** Words for 'a second' or 'a minute' after a number of events, with the seconds: 500 rps. */
    static final Map<String, BigDecimal> PER_TIME = perTime();

    /**
     * What they count, where it is no requests: the T of TPS may be a token or a transaction, so it is nothing in
     * particular.
     */
    static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("tps", ""),
            Map.entry("TPS", ""),
            Map.entry("tpm", ""),
            Map.entry("TPM", ""),
            Map.entry("ops", "operations"),
            Map.entry("iops", UnitTable.IO),
            Map.entry("IOPS", UnitTable.IO),
            Map.entry("fps", "frames"),
            Map.entry("FPS", "frames"),
            Map.entry("pps", "packets"),
            Map.entry("PPS", "packets"),
            Map.entry("eps", "events"),
            Map.entry("EPS", "events"));

    /** Inputs and outputs of a disk, of which so many a second are 'IOPS'. */
    static final String IO = "IO";

    /** Bits or bytes per second as network people abbreviate them; the prefix must be spelled as SI does. */
    static final Map<String, BigDecimal> BIT_RATE = bitRate();

    /** A unit of data in other letters, as in '5 MBit/s' and '125 MEB/s'. */
    private static final Pattern LIKE_DATA = Pattern.compile(
            "(?i)[kmgtpezyrq]?([ie]?(b|bits?|bytes?|b(it)?ps)|i|be)|(kilo|mega|giga|tera|peta|exa|[a-z]{2}bi)b(yte|it)s?");

    /** Operations of arithmetic, which are counted with prefixes. */
    static final String FLOP = "FLOPs?";

    /** Words after a number that change it, or another number would follow: '5 crore', '5 to 10', '5 kk'. */
    private static final Set<String> OTHER_MULTIPLES = Set.of(
            "hundred",
            "dozen",
            "milliard",
            "mrd",
            "mm",
            "kk",
            "kilo",
            "mega",
            "giga",
            "tera",
            "to",
            "or",
            "and",
            "plus",
            "minus",
            "time");

    /** 'kreq', 'Mops': a multiple that sticks to the noun. */
    private static final Pattern PREFIXED_NOUN = Pattern.compile(
            "[kKMGBT](req(uest)?s?|i?ops|IOPS|[rqt]p[sm]|[RQT]P[SM]|msgs?|messages?|events?|reads?|writes?|quer(y|ies)"
                    + "|users?|char(acter)?s?|calls?|images?|pages?|invocations?|operations?|transactions?)");

    /** 'MTok', as prices of language models are published. */
    private static final Pattern PREFIXED_TOKENS = Pattern.compile("(?i)([kmgbt])tok(en)?s?");

    /** A multiple that was misspelled: '10 milion' must not be ten of something. */
    private static final Pattern MISSPELLED_MULTIPLE =
            Pattern.compile("(mil+i?o?|bil+i?o?|tril+i?o?|thou[sz]?[ae]?n?d?)n?s?|mille|mio?s?");

    /** Multiples of other languages, and fanciful ones: 'Millionen', 'bilhões', 'миллиона', '万', 'zillion'. */
    private static final Pattern OTHER_MULTIPLE = Pattern.compile(
            "(?!pavilion|[mb]illionaire)\\p{L}*(?:ill?i(?:on|ón|ard)|ill(?:ones|ón)|ilh(?:õe|ão))\\p{L}*|мил+и\\p{L}*|м?лн|мл?рд|тыс\\p{L}*"
                    + "|[万亿億萬千百만억조]\\p{L}*");

    /** A letter that is, or looks like, a prefix: 'P', the Cyrillic 'М'. */
    private static final Pattern SINGLE_LETTER = Pattern.compile("[kKmMgGbBtTpPeE]|[\\p{IsCyrillic}\\p{IsGreek}]");

    private static final Pattern CAPITALIZED = Pattern.compile("[A-Z][a-z]{2,}");

    private UnitTable() {}

    /** Seconds in a unit of time, or null: '3 Days' too. */
    static @Nullable BigDecimal time(String word) {
        return TIME.get(uncapitalized(TIME, word));
    }

    /** Bytes in a unit of data, or null: '114 Megabits' too. */
    static @Nullable BigDecimal data(String word) {
        return DATA.get(uncapitalized(DATA, word));
    }

    private static String uncapitalized(Map<String, BigDecimal> units, String word) {
        return units.containsKey(word) || !CAPITALIZED.matcher(word).matches() ? word : word.toLowerCase(Locale.ROOT);
    }

    /** The multiple that a word is, which may begin with a capital letter, 'Million'; null if it is none. */
    static @Nullable BigDecimal scale(String word) {
        return SCALE.get(word.length() > 2 ? word.toLowerCase(Locale.ROOT) : word);
    }

    /** 'TFLOP', whose multiple is that of a unit. */
    static boolean isPrefixed(String word) {
        return word.matches("[" + PREFIXES + "]" + FLOP);
    }

    static BigDecimal prefix(char prefix) {
        return BigDecimal.valueOf(1000).pow(PREFIXES.indexOf(prefix) + 1);
    }

    /** Says which two readings an ambiguous unit of data has, or what is wrong with an unknown one. */
    static String dataProblem(String unit) {
        String upper = unit.toUpperCase(Locale.ROOT);
        if (upper.matches("[KMGTPE]?B") && !unit.isEmpty()) {
            String prefix = upper.length() == 1 ? "" : upper.startsWith("K") ? "k" : upper.substring(0, 1);
            return "\"" + unit + "\" could mean " + prefix + "B (bytes) or " + prefix
                    + "bit (bits): write the one you mean";
        }
        if (upper.matches("[KMGTPE]IB") && !unit.endsWith("iB")) {
            String prefix = upper.charAt(0) + "i";
            return "\"" + unit + "\" could mean " + prefix + "B (bytes) or " + prefix
                    + "bit (bits): write the one you mean";
        }
        if (upper.matches("[KMGTPE]")) {
            String prefix = upper.equals("K") ? "k" : upper;
            return "\"" + unit + "\" could mean " + prefix + "B (powers of 1000) or " + upper
                    + "iB (powers of 1024): write the one you mean";
        }
        return unknown(unit)
                + DATA.keySet().stream()
                        .filter(known -> unit.equalsIgnoreCase(known) && !known.matches("[a-z]{4}B.*"))
                        .sorted() // 'KiB' before 'Kib'
                        .map(known -> ": did you mean " + known + "?")
                        .findFirst()
                        .orElse("");
    }

    /** What keeps a word from being a noun, or null: 'GB' in '5 GB/s' is no kind of request. */
    static @Nullable String nounProblem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
        boolean timeSymbol = TIME.containsKey(word) && word.length() <= 3;
        String shown = "\"" + Scanner.shortened(word) + "\" ";
        if (DATA.containsKey(word) || BIT_RATE.containsKey(word) || timeSymbol || MoneyReader.isCurrency(word)) {
            return shown + "is a unit of another quantity, not a noun";
        }
        if (word.length() > 1 && LIKE_DATA.matcher(word).matches()) {
            return shown + "is like a unit of data, so it is no noun";
        }
        Matcher tokens = PREFIXED_TOKENS.matcher(word);
        if (tokens.matches()) {
            String prefix = tokens.group(1).toUpperCase(Locale.ROOT);
            String multiple =
                    prefix.equals("K") ? "k" : prefix.matches("[GB]") ? "bn" : prefix.equals("T") ? "tn" : "M";
            return shown + "is a multiple and a noun in one word: write them apart, as in 1" + multiple + " tokens";
        }
        if (isPrefixed(word)) {
            return shown + "is a multiple and a noun in one word: the noun is " + word.substring(1);
        }
        boolean multiple = SINGLE_LETTER.matcher(word).matches() || OTHER_MULTIPLES.contains(singular);
        return multiple
                        || isScale(lower)
                        || isScale(singular)
                        || MISSPELLED_MULTIPLE.matcher(lower).matches()
                        || OTHER_MULTIPLE.matcher(lower).matches()
                        || PREFIXED_NOUN.matcher(word).matches()
                ? shown + "is not a multiple that is known here, nor a noun"
                : null;
    }

    private static boolean isScale(String word) {
        return word.length() > 1 && scale(word) != null;
    }

    static String timeProblem(String unit) {
        if (unit.equalsIgnoreCase("m")) {
            return "\"" + unit + "\" could mean min (minutes) or month (730 h): write the one you mean";
        }
        return unknown(unit);
    }

    static String unknown(String unit) {
        return unit.isEmpty()
                ? "the unit is missing"
                : "\"" + Scanner.shortened(unit) + "\" is not a unit that is known here";
    }

    private static Map<String, BigDecimal> data() {
        Map<String, BigDecimal> units = new HashMap<>();
        putData(units, "", "", BigDecimal.ONE);
        for (int i = 0; i < DECIMAL.size(); i++) {
            String prefix = PREFIXES.substring(i, i + 1);
            putData(units, prefix, DECIMAL.get(i), BigDecimal.valueOf(1000).pow(i + 1));
            putData(
                    units,
                    prefix.toUpperCase(Locale.ROOT) + "i",
                    BINARY.get(i),
                    BigDecimal.valueOf(1024).pow(i + 1));
        }
        for (int i = DECIMAL.size(); i < PREFIXES.length(); i++) {
            BigDecimal bytes = BigDecimal.valueOf(1000).pow(i + 1);
            units.put(PREFIXES.charAt(i) + "B", bytes);
            units.put(PREFIXES.charAt(i) + "bit", bytes.divide(EIGHT));
        }
        units.put("ZiB", BigDecimal.valueOf(1024).pow(7));
        units.put("YiB", BigDecimal.valueOf(1024).pow(8));
        for (String prefix : List.of("K", "M", "G", "T", "P", "E")) {
            units.put(prefix + "i", Objects.requireNonNull(units.get(prefix + "iB"))); // Kubernetes
        }
        // Kelvin has nothing to do with data: people who write KB mean a thousand bytes, as the standard's kB.
        units.put("KB", BigDecimal.valueOf(1000));
        putWords(units, "K", BigDecimal.valueOf(1000));
        return Map.copyOf(units);
    }

    private static void putData(Map<String, BigDecimal> units, String prefix, String word, BigDecimal factor) {
        units.put(prefix + "B", factor);
        putWords(units, prefix, factor);
        putWords(units, word, factor);
        if (prefix.endsWith("i")) {
            units.put(prefix + "b", factor.divide(EIGHT));
        }
    }

    /** A word has one reading whatever its letters: 'MByte', 'Mbyte', 'Mbit', 'MBit'. */
    private static void putWords(Map<String, BigDecimal> units, String prefix, BigDecimal factor) {
        for (String plural : List.of("", "s")) {
            units.put(prefix + "byte" + plural, factor);
            units.put(prefix + "Byte" + plural, factor);
            units.put(prefix + "bit" + plural, factor.divide(EIGHT));
            units.put(prefix + "Bit" + plural, factor.divide(EIGHT));
        }
    }

    private static Map<String, BigDecimal> bitRate() {
        Map<String, BigDecimal> units = new HashMap<>();
        BigDecimal bytes = BigDecimal.ONE;
        for (String prefix : List.of("", "k", "M", "G", "T")) {
            units.put(prefix + "bps", bytes.divide(EIGHT));
            units.put(prefix + "Bps", bytes);
            units.put(prefix + "bE", bytes.divide(EIGHT)); // Ethernet
            bytes = bytes.movePointRight(3);
        }
        units.put("Kbps", BigDecimal.valueOf(125));
        units.put("KBps", BigDecimal.valueOf(1000));
        return Map.copyOf(units);
    }

    private static Map<String, BigDecimal> perTime() {
        Map<String, BigDecimal> units = new HashMap<>();
        put(units, "1", "rps", "qps", "tps", "ops", "iops", "IOPS", "RPS", "QPS", "TPS");
        put(units, "1", "fps", "FPS", "pps", "PPS", "eps", "EPS");
        put(units, "60", "rpm", "qpm", "tpm", "RPM", "QPM", "TPM");
        return Map.copyOf(units);
    }

    private static Map<String, BigDecimal> time() {
        Map<String, BigDecimal> units = new HashMap<>();
        put(units, "1e-9", "ns", "nsec", "nanosecond", "nanoseconds");
        put(units, "1e-6", "us", "µs", "μs", "usec", "microsecond", "microseconds");
        put(units, "1e-3", "ms", "msec", "millisecond", "milliseconds");
        put(units, "1", "s", "sec", "secs", "second", "seconds");
        put(units, "60", "min", "mins", "minute", "minutes");
        put(units, "3600", "h", "hr", "hrs", "hour", "hours");
        put(units, "86400", "d", "day", "days");
        put(units, "604800", "w", "wk", "wks", "week", "weeks");
        put(units, "1209600", "fortnight", "fortnights");
        put(units, "2628000", "mo", "month", "months");
        put(units, "7884000", "quarter", "quarters");
        put(units, "31536000", "y", "yr", "yrs", "year", "years");
        return Map.copyOf(units);
    }

    private static Map<String, BigDecimal> adverbs() {
        Map<String, BigDecimal> units = new HashMap<>();
        put(units, "3600", "hourly");
        put(units, "86400", "daily");
        put(units, "604800", "weekly");
        put(units, "2628000", "monthly");
        put(units, "7884000", "quarterly");
        put(units, "31536000", "yearly", "annually");
        return Map.copyOf(units);
    }

    private static Map<String, BigDecimal> scale() {
        Map<String, BigDecimal> units = new HashMap<>();
        put(units, "12", "dozen");
        put(units, "100", "hundred");
        put(units, "1e3", "k", "K", "thousand");
        put(units, "1e5", "lakh", "lakhs", "lac", "lacs");
        put(units, "1e7", "crore", "crores", "Cr");
        put(units, "1e6", "M", "mn", "mio", "mln", "million");
        put(units, "1e9", "G", "bn", "bln", "billion");
        put(units, "1e12", "T", "tn", "trillion");
        put(units, "1e15", "quadrillion");
        put(units, "1e18", "quintillion");
        return Map.copyOf(units);
    }

    private static void put(Map<String, BigDecimal> units, String value, String... spellings) {
        for (String spelling : spellings) {
            units.put(spelling, new BigDecimal(value));
        }
    }
}
