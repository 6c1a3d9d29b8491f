package dev.estimator.internal.text;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one text from left to right; every refusal names the place. */
final class Scanner {
    /** No amount needs more; a longer text takes long to read. */
    static final int LONGEST = 1000;

    /** What a message repeats of a text. */
    private static final int SHOWN = 40;

    /**
     * A comma stands between thousands, as it is printed, if three digits follow it each time: 1,825; 1,5 is refused.
     * In India two digits follow each but the last: 12,50,000.
     */
    private static final Pattern NUMBER = Pattern.compile(
            "\\+?([1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?|[1-9]\\d?(,\\d{2})+,\\d{3}(\\.\\d+)?|\\d[\\d_]*(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d{1,3})?(?![\\d_.,])");

    /** A comma between thousands, where it is no decimal comma. */
    static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=(\\d{2},)*\\d{3}(?!\\d))");

    private static final Pattern POWER = Pattern.compile(
            "(?<ten>\\s*[×x*·]\\s*10)?(?:\\^(?=[-−+\\d])|(?=[⁻⁰¹²³⁴-⁹]))(?<exponent>[-−+⁻]?[\\d⁰¹²³⁴-⁹]{1,3})(?!\\d)");

    /** Before an amount that is only known so far. */
    static final Pattern ABOUT =
            Pattern.compile("[~≈]|(?i:ca\\.?|circa|approx\\.?|approximately|about|around|roughly)\\s+");

    /** Before what is a limit: '< 200 ms'. */
    private static final Pattern BOUND =
            Pattern.compile("[<>≤≥]=?|(?i:(?:at (?:least|most)|up to|less than|more than|under|over)\\b)");

    /** '500+ cities', '10 TB+'. */
    private static final Pattern OR_MORE = Pattern.compile("(?<![\\p{L}\\d])[\\d.,_]++\\s?\\p{L}{0,3}\\+(?=\\s|/|$)");

    /** From one to twenty, and then by tens. */
    private static final String ONES = "one|two|three|four|five|six|seven|eight|nine";

    private static final String TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private static final String COUNTED =
            ONES + "|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|" + TENS;

    private static final int BY_TENS = 20;

    /** Makes something else of a number: 'a few users', 'two thirds', but not of 'a third-party call'. */
    private static final String CHANGED =
            "\\s+(?:few|thirds?|(?:four|fif|six|seven|eigh|nin|ten)ths?|" + COUNTED + ")\\b(?!-)";

    /** 'a' of 'a day' but not of 'a lot of users', 'half' of 'half an hour', 'five' of 'five nines'. */
    private static final String IN_WORDS = "half(?=\\s*$)|half(?=\\s+an?\\s)|an?(?=\\s+\\p{L})(?!\\s+\\p{L}+\\s+of\\b)"
            + "|once|twice" + "|(?:" + TENS + ")(?:-|\\s+)(?:" + ONES + ")\\b(?!-)|" + COUNTED;

    private static final String AFTER_WORDS = "\\b(?:(?<=half)\\s+an?\\b)?(?!" + CHANGED + ")";

    private static final Pattern NUMBER_WORD = Pattern.compile("(?i)(" + IN_WORDS + ")" + AFTER_WORDS);

    /** The same within another pattern. */
    static final String NUMBER_IN_WORDS = "(?i:(?:" + IN_WORDS + ")" + AFTER_WORDS + ")";

    private static final Map<String, BigDecimal> NUMBER_WORDS = numberWords();

    /** Characters that are fractions. */
    private static final Map<Character, BigDecimal> FRACTIONS =
            Map.of('¼', new BigDecimal("0.25"), '½', new BigDecimal("0.5"), '¾', new BigDecimal("0.75"));

    private static final Pattern WHOLE = Pattern.compile("[\\d,_]+");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** 'a hundred GB'; a thousand hundreds and three hundred dozen are nothing that people write. */
    private static final Pattern HUNDREDS =
            Pattern.compile("(?i)\\s*hundred\\b(?!\\s+(?:and|hundred|dozen|" + COUNTED + ")\\b(?!-))");

    private static final Pattern HYPHEN = Pattern.compile("(?<=[\\d\\p{L}])-(?=\\p{L})");

    private static final Pattern COMMA = Pattern.compile("\\d+,\\d+");
    private static final Pattern STARTS_WITH_NUMBER = Pattern.compile("(?:[A-Z]{3}|[$€£₹×+.-])?\\s*\\d");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L}\\s-]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+");

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d(?:\\.\\d+)?))?(?=\\s*$)");

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String text;
    private int position;

    Scanner(String text) {
        this.text = text;
        if (text.length() > LONGEST) {
            throw refuse("there are " + text.length() + " characters, more than " + LONGEST);
        }
        Matcher more = OR_MORE.matcher(text);
        if (more.find()) {
            throw refuseAt(more.end() - 1, "\"+\" makes it a limit and no amount: leave it out");
        }
        skipSpace();
        Matcher about = ABOUT.matcher(text).region(position, text.length());
        if (about.lookingAt()) {
            move(about.end());
        }
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** Whether the text goes on with a digit, so that a number must follow. */
    boolean atNumber() {
        char next = atEnd() ? ' ' : text.charAt(position);
        return Character.isDigit(next) || next == '.' || FRACTIONS.containsKey(next);
    }

    /** Whether the text goes on with a number in words. */
    boolean atNumberInWords() {
        return NUMBER_WORD.matcher(text).region(position, text.length()).lookingAt();
    }

    /** A number in digits or words, of which there may be hundreds: 5, 1,825, twenty-five, a hundred. */
    BigDecimal number() {
        int start = position;
        BigDecimal number = ones();
        Matcher hundreds = HUNDREDS.matcher(text).region(position, text.length());
        if (text.substring(start, position).indexOf(',') >= 0 || !hundreds.lookingAt()) {
            return number;
        }
        move(hundreds.end());
        return number.multiply(HUNDRED);
    }

    /** A number without its hundreds. */
    BigDecimal ones() {
        Matcher word = NUMBER_WORD.matcher(text).region(position, text.length());
        if (word.lookingAt()) {
            move(word.end());
            BigDecimal number = BigDecimal.ZERO;
            for (String part : word.group(1).toLowerCase(Locale.ROOT).split("[-\\s]+", -1)) {
                number = number.add(Objects.requireNonNull(NUMBER_WORDS.get(part)));
            }
            return number;
        }
        BigDecimal fraction = fraction();
        if (fraction.signum() > 0) {
            return fraction;
        }
        Matcher matcher = NUMBER.matcher(text).region(position, text.length());
        matcher.useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            throw refuseNumber();
        }
        move(matcher.end());
        BigDecimal number = exactly(matcher.group());
        boolean isWhole = WHOLE.matcher(matcher.group()).matches() && attached();
        return isWhole ? raised(number.add(fraction())) : raised(number);
    }

    /** The '¾' of '1¾ h', or zero. */
    private BigDecimal fraction() {
        @Nullable BigDecimal fraction = atEnd() ? null : FRACTIONS.get(text.charAt(position));
        if (fraction == null) {
            return BigDecimal.ZERO;
        }
        move(position + 1);
        return fraction;
    }

    /** The number, or the power that follows it: 10^6, 2^20, 3 × 10^12, 3.5 × 10⁹. */
    private BigDecimal raised(BigDecimal number) {
        Matcher power = POWER.matcher(text).region(position, text.length());
        if (!power.lookingAt()) {
            return number;
        }
        boolean isOfTen = power.group("ten") != null || number.compareTo(BigDecimal.TEN) == 0;
        if (!isOfTen
                && number.compareTo(TWO) != 0
                && !(isBase(number) && power.group().contains("^"))) {
            return number;
        }
        int exponent = Integer.parseInt(Normalizer.normalize(power.group("exponent"), Normalizer.Form.NFKC)
                .replace('−', '-'));
        move(power.end());
        if (power.group("ten") != null) {
            return number.scaleByPowerOfTen(exponent);
        }
        return isOfTen ? BigDecimal.ONE.scaleByPowerOfTen(exponent) : power(number, exponent);
    }

    /** Of an alphabet, as that of short links: 62^7. */
    private static boolean isBase(BigDecimal number) {
        return number.scale() <= 0 && number.compareTo(TWO) >= 0 && number.compareTo(HUNDRED) < 0;
    }

    private BigDecimal power(BigDecimal base, int exponent) {
        if (exponent < 0) {
            throw refuse("only powers of 10 have negative exponents");
        }
        return base.pow(exponent);
    }

    /** Without commas between thousands. */
    static String withoutCommas(String number) {
        return THOUSANDS.matcher(number).replaceAll("");
    }

    private static BigDecimal exactly(String number) {
        return new BigDecimal(number.replace("_", "").replace(",", ""));
    }

    /** The letters that follow, or an empty text. */
    String word() {
        Matcher matcher = WORD.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        move(matcher.end());
        return matcher.group();
    }

    /** Takes the text if it follows. */
    boolean take(String expected) {
        if (!text.startsWith(expected, position)) {
            return false;
        }
        move(position + expected.length());
        return true;
    }

    /** Takes the word if it follows, and no longer one. */
    boolean takeWord(String expected) {
        int start = position;
        if (word().equals(expected)) {
            return true;
        }
        reset(start);
        return false;
    }

    /** Takes what stands between an amount and what it is for: '/', 'per', or the article of 'a day'. */
    boolean takePer() {
        if (takeWord("per")) {
            takeHyphen();
            return true;
        }
        return take("/") || takeWord("a") || takeWord("an");
    }

    /** As {@link #takePer} of a time, which may also be 'every hour' or 'each hour'. */
    boolean takePerTime() {
        return takePer() || takeWord("every") || takeWord("each");
    }

    /** Whether what is left is one word behind a mark. */
    boolean isLastWord(String mark) {
        return text.substring(position).strip().matches(Pattern.quote(mark) + "\\p{L}+");
    }

    /** Takes the hyphen between a number and its unit, or 'per' and what it is of: 18-hour, per-GB. */
    boolean takeHyphen() {
        boolean isHyphen = HYPHEN.matcher(text)
                .region(position, text.length())
                .useTransparentBounds(true)
                .lookingAt();
        return isHyphen && take("-");
    }

    /** Everything up to the end. */
    String rest() {
        String rest = text.substring(position).strip();
        position = text.length();
        return rest;
    }

    /** What follows up to where one of the patterns is found, the first that is; nothing is taken. */
    String upTo(Pattern... endings) {
        for (Pattern ending : endings) {
            Matcher matcher = ending.matcher(text).region(position, text.length());
            matcher.useTransparentBounds(true);
            if (matcher.find()) {
                return text.substring(position, matcher.start());
            }
        }
        return text.substring(position).strip();
    }

    /** Whether no space stands before the place that is read next. */
    boolean attached() {
        return position > 0 && !isSpace(text.charAt(position - 1));
    }

    /** Whether a text is an amount, perhaps of money, and not words. */
    static boolean startsWithNumber(String text) {
        return STARTS_WITH_NUMBER.matcher(text).lookingAt();
    }

    /** What stands before a place. */
    String before(int mark) {
        return text.substring(0, mark);
    }

    /** The seconds of '01:30:00', which can only be hours, minutes and seconds; of two fields nobody can say. */
    @Nullable BigDecimal clock() {
        Matcher clock = CLOCK.matcher(text).region(position, text.length());
        if (!clock.lookingAt()) {
            return null;
        }
        String first = clock.group(1);
        String second = clock.group(2);
        if (clock.group(3) == null) {
            throw refuse("\"" + first + ":" + second + "\" could mean " + first + " h " + second + " min or " + first
                    + " min " + second + " s: write the one you mean");
        }
        move(clock.end());
        BigDecimal minutes = new BigDecimal(first).multiply(SIXTY).add(new BigDecimal(second));
        return minutes.multiply(SIXTY).add(new BigDecimal(clock.group(3)));
    }

    /** The seconds of a duration as ISO 8601 writes it, 'PT8H', if that is the text. */
    @Nullable BigDecimal isoDuration() {
        if (!text.startsWith("P", position)) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text.substring(position).strip());
            BigDecimal seconds =
                    BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
            if (seconds.signum() >= 0) {
                position = text.length();
                return seconds;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw refuse("a duration of ISO 8601 may have days, hours, minutes and seconds, as in P1DT8H30M");
    }

    int mark() {
        return position;
    }

    void reset(int mark) {
        position = mark;
    }

    /**
     * The end, before which a remark in brackets may stand as toString writes it: '125 MB/s (1 Gbit/s)'. Returns the
     * remark, or null if there are no brackets.
     */
    @Nullable String end() {
        String rest = text.substring(position).strip();
        boolean remark = rest.startsWith("(") && rest.indexOf(')') == rest.length() - 1;
        if (!rest.isEmpty() && !remark) {
            throw refuse("\"" + shortened(rest) + "\" is not understood" + (isRemark(rest) ? ": leave it out" : ""));
        }
        return remark ? rest.substring(1, rest.length() - 1).strip() : null;
    }

    /** The RAM of '32 GB RAM', which says of what it is. */
    private static boolean isRemark(String rest) {
        String first = WHITE_SPACE.split(rest, 2)[0];
        return WORDS.matcher(rest).matches()
                && !UnitTable.NO_NOUNS.contains(first)
                && UnitTable.time(first) == null
                && UnitTable.nounProblem(first) == null;
    }

    /** The text, or where it is long its beginning. */
    static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /**
     * The part of a text's number by which it may be off if it is rounded, downwards and upwards: two digits are meant
     * at least, of a whole number from 100 on three, as it is printed. What is just below a power of ten is printed ten
     * times as finely, but for 100, below which there are two digits. 0 if there are several numbers.
     */
    static double[] rounding(String text) {
        String written = withoutCommas(text);
        Matcher matcher = NUMBER.matcher(written);
        BigDecimal number = matcher.find() ? exactly(matcher.group()) : BigDecimal.ZERO;
        if (number.signum() == 0 || hasAnother(matcher, written)) {
            return new double[2];
        }
        BigDecimal digits = number.scale() > 0 ? number : number.stripTrailingZeros();
        int least = number.compareTo(HUNDRED) < 0 ? 2 : 3;
        double coefficient = digits.unscaledValue().doubleValue();
        double half = 0.5 * Math.pow(10, Math.min(0, digits.precision() - least)) / coefficient;
        boolean isFinerBelow = coefficient == 1 && number.compareTo(HUNDRED) != 0;
        return new double[] {isFinerBelow ? half / 10 : half, half};
    }

    /** Whether there is a number that is no part of a word, as it is of S3, nor the one of '$3/1 caches'. */
    private static boolean hasAnother(Matcher numbers, String text) {
        while (numbers.find()) {
            char before = text.charAt(numbers.start() - 1);
            boolean isOne = before == '/' && numbers.group().equals("1");
            if (!Character.isLetter(before) && !isOne) {
                return true;
            }
        }
        return false;
    }

    /** What it found instead of something known, in quotation marks. */
    UnreadableText refuse(String problem) {
        return refuseAt(position, problem);
    }

    UnreadableText refuseAt(int mark, String problem) {
        return new UnreadableText(mark, problem);
    }

    /** Refuses one comma at a place, '1,5': which it is nobody can say. */
    void refuseComma(int mark) {
        Matcher comma = COMMA.matcher(text).region(mark, text.length());
        if (comma.lookingAt()) {
            throw twoReadings(mark, shortened(comma.group()));
        }
    }

    private UnreadableText twoReadings(int mark, String written) {
        return refuseAt(
                mark,
                "\"" + written + "\" could mean " + written.replace(',', '.') + " or " + written.replace(",", "")
                        + ": write the one you mean, without a comma");
    }

    private UnreadableText refuseNumber() {
        refuseComma(position);
        Matcher bound = BOUND.matcher(text).region(position, text.length());
        if (bound.lookingAt()) {
            throw refuse("\"" + bound.group() + "\" is a limit and no amount: leave it out");
        }
        if (!atEnd() && "-−".indexOf(text.charAt(position)) >= 0) {
            return refuse("the amount is negative, which no quantity can be");
        }
        return refuse(atEnd() ? "a number is missing" : "a number was expected");
    }

    private void move(int to) {
        position = to;
        skipSpace();
    }

    private void skipSpace() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
    }

    private static Map<String, BigDecimal> numberWords() {
        Map<String, BigDecimal> words = new HashMap<>(Map.of("a", BigDecimal.ONE, "an", BigDecimal.ONE));
        List<String> counted = List.of(COUNTED.split("\\|", -1));
        for (int i = 0; i < counted.size(); i++) {
            int number = i < BY_TENS ? i + 1 : BY_TENS + 10 * (i - BY_TENS + 1);
            words.put(counted.get(i), BigDecimal.valueOf(number));
        }
        words.putAll(Map.of("once", BigDecimal.ONE, "twice", BigDecimal.valueOf(2), "half", new BigDecimal("0.5")));
        return words;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
