package dev.estimator.examples.shell;

import dev.estimator.quantity.Quantities;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What to type instead of what the compiler refused. */
final class Advice {
    /** How each type is written; what is not here is left to the Tab key. */
    private static final Map<String, String> SAMPLES = samples();

    /** Where text is read. */
    private static final Map<String, String> TEXTS = texts();

    /** What others call it. */
    private static final Map<String, String> WORDS = words();

    private static final Set<String> NUMBERS = Set.of("int", "long", "double");
    private static final Set<String> VARIABLES = Set.of("Q", "A", "R", "Quantity<?>", "Amount<?>");

    private static final Pattern CONVERTED = Pattern.compile("incompatible types: (.*) cannot be converted to (.*)");
    private static final Pattern OPERATOR =
            Pattern.compile("bad operand types for binary operator '(.+)': first type: (\\w+).*");
    private static final Pattern MISSING = Pattern.compile("cannot find symbol: (method|variable|class) (\\w+).*");
    private static final Pattern HELP = Pattern.compile("help\\((\\w+)\\);?");
    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("\\b\\d[\\d_.]* ?(%|[a-zA-Z]{1,})");
    private static final Pattern NAME =
            Pattern.compile("\\b(?:[A-Z]\\w+(?=\\.\\w)|[a-zA-Z]\\w*(?=\\()|[a-z]+[A-Z]\\w{2,}|[A-Z_]{3,}\\b)");

    /** So long must the common end of two names be to take one for the other. */
    private static final int LONG_END = 7;

    private Advice() {}

    static boolean isNumber(String type) {
        return NUMBERS.contains(type);
    }

    /** How a value of the wanted type is written; empty if what was given will do, or may. */
    static Optional<String> sample(String found, String wanted) {
        boolean isVariable = VARIABLES.contains(wanted);
        if (found.equals(wanted) || (isNumber(found) && wanted.equals("double"))) {
            return Optional.empty();
        }
        if (found.equals("String")) {
            return Optional.ofNullable(TEXTS.getOrDefault(isVariable ? "Count" : wanted, SAMPLES.get(wanted)));
        }
        if (isNumber(wanted) && SAMPLES.containsKey(found)) {
            return Optional.of("a plain " + SAMPLES.get(wanted));
        }
        if (isVariable) {
            return isNumber(found) ? Optional.of("million(5)") : Optional.empty();
        }
        return SAMPLES.containsKey(found) ? Optional.ofNullable(SAMPLES.get(wanted)) : Optional.empty();
    }

    /** What a near miss should have been. */
    static Optional<String> instead(String method, List<String> found, List<Misfit.Candidate> candidates) {
        String first = found.isEmpty() ? "" : found.get(0);
        if (method.equals("div") && first.equals("TimeSpan")) {
            boolean isRate = candidates.stream().anyMatch(c -> c.owner().matches("Qps|Bandwidth|Spending"));
            return Optional.of(
                    isRate
                            ? "it is a rate already: .times(DAY) is a day of it"
                            : "for a rate say .per(time), as in .per(DAY)");
        }
        if (method.matches("between|uniform|triangular") && first.equals("String")) {
            return Optional.of("a name is given by assume: assume(\"servers\", " + method + "(...))");
        }
        if (method.matches("plus|minus") && SAMPLES.containsKey(first) && !isNumber(first) && !first.equals("String")) {
            return Optional.of("only what is of one type can be added or taken away");
        }
        if (first.equals("String") && found.size() == 1) {
            Optional<String> text = Arrays.stream(Quantities.class.getMethods())
                    .filter(known -> known.getName().equals(method))
                    .map(known -> TEXTS.get(known.getReturnType().getSimpleName()))
                    .filter(Objects::nonNull)
                    .findAny();
            if (text.isPresent()) {
                return Optional.of("text is read by " + text.get());
            }
        }
        return found.stream().anyMatch(type -> type.matches("int|long|double|String"))
                ? Optional.empty()
                : candidates.stream()
                                .filter(c -> c.types().size() == found.size())
                                .anyMatch(c -> c.types().stream()
                                                .filter(VARIABLES::contains)
                                                .count()
                                        > 1)
                        ? Optional.of("all that is called Q must be of one type")
                        : Optional.empty();
    }

    /** What to do about an error that names no method, or one that does not exist. */
    static Optional<String> on(String problem, String source) {
        if (problem.equals("cannot find symbol: method per(TimeSpan)")) { // of what type the prompt does not say
            return Optional.of("money or a rate for a time already? .times(MONTH) is the money or number of a month");
        }
        Matcher missing = MISSING.matcher(problem);
        if (missing.matches()) {
            return Optional.of(onMissing(missing.group(1), missing.group(2), source));
        }
        Matcher converted = CONVERTED.matcher(problem);
        if (converted.matches()) {
            return sample(converted.group(1), converted.group(2))
                    .map(sample -> "for " + converted.group(2) + " write " + sample);
        }
        Matcher operator = OPERATOR.matcher(problem);
        if (operator.matches() && SAMPLES.containsKey(operator.group(2))) {
            return Optional.of(
                    switch (operator.group(1)) {
                        case "+" -> "write a.plus(b)";
                        case "-" -> "write a.minus(b)";
                        case "*" -> "write a.times(b)";
                        case "/" -> "write a.div(b), or a.per(DAY) for a rate";
                        default -> "write limit(a).atMost(b), or a.compareTo(b) for plain numbers";
                    });
        }
        if (problem.endsWith("is abstract; cannot be instantiated")) {
            return Optional.of(maker(problem.substring(0, problem.indexOf(' '))));
        }
        if (problem.startsWith("integer number too large")) {
            return Optional.of("write billion(5), or 5e9 where a double is taken");
        }
        return NUMBER_WITH_UNIT.matcher(source).find()
                        && (problem.startsWith("illegal start") || problem.endsWith("expected"))
                ? Optional.of("a unit goes before its number: percent(20), million(5), gb(3), ms(8)")
                : Optional.empty();
    }

    /** What to do where a type is named like a method, or made by {@code new}. */
    static String maker(String type) {
        return type + ". and the Tab key list what makes one";
    }

    private static String onMissing(String kind, String name, String source) {
        Matcher help = HELP.matcher(source.strip());
        if (help.matches()) {
            return "write help(\"" + help.group(1) + "\")";
        }
        String known = WORDS.get(name.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        Set<String> names = names();
        boolean isMethod = kind.equals("method");
        if (isMethod && source.contains("builder()") && !source.contains("build()") && names.contains(name)) {
            return "a builder is asked nothing: say build() first";
        }
        if (isMethod && isAfterPoint(name, source) && names.contains(name)) {
            return "help(\"" + name + "\") says of what it is asked";
        }
        Matcher value = Pattern.compile(name + "\\((\\p{Lower}\\w*)\\)").matcher(source);
        if (isMethod && names.contains(name) && value.find()) {
            return "it is asked of a value: write " + value.group(1) + "." + name + "()";
        }
        String near = nearest(name, names, isMethod);
        if (!near.isEmpty()) {
            return isMethod && Character.isUpperCase(near.charAt(0)) ? maker(near) : "did you mean " + near + "?";
        }
        if (kind.equals("class")) {
            return "import it first, or see help() for what there is";
        }
        return isAfterPoint(name, source)
                ? "the Tab key after the point lists what there is"
                : "help() lists what there is" + (isMethod ? "" : "; or did the line that sets it fail?");
    }

    private static boolean isAfterPoint(String name, String source) {
        return Pattern.compile("\\.\\s*" + Pattern.quote(name)).matcher(source).find();
    }

    /** What the help names: methods, types and constants. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String topic : Shell.TOPICS) {
            Matcher name = NAME.matcher(Shell.text(topic));
            while (name.find()) {
                names.add(name.group());
            }
        }
        return names;
    }

    /** The nearest name; of methods rather than a type, unless it is that type. */
    private static String nearest(String name, Set<String> names, boolean isMethod) {
        return names.stream()
                .filter(known -> distance(name, known) < Integer.MAX_VALUE)
                .filter(known -> !isMethod || !Character.isUpperCase(known.charAt(0)) || isTypeOf(name, known))
                .min(Comparator.<String>comparingInt(known -> distance(name, known))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    private static boolean isTypeOf(String name, String known) {
        return known.equalsIgnoreCase(name) && !known.equals(known.toUpperCase(Locale.ROOT));
    }

    /** How far a name is from a known one: only in capitals, in a letter or two, or at its beginning. */
    private static int distance(String name, String known) {
        String end = name.substring(lastWords(name));
        if (name.equalsIgnoreCase(known)) {
            return 0;
        }
        int edits = Shell.edits(name.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
        if (edits <= Math.min(2, name.length() / 3)) {
            return edits;
        }
        return end.length() >= LONG_END && known.endsWith(end) ? end.length() : Integer.MAX_VALUE;
    }

    /** Where the second word of a name begins. */
    private static int lastWords(String name) {
        int at = 1;
        while (at < name.length() && !Character.isUpperCase(name.charAt(at))) {
            at++;
        }
        return Math.min(at, name.length());
    }

    private static Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("int", "3");
        samples.put("long", "3");
        samples.put("double", "3.5");
        samples.put("String", "\"name\"");
        samples.put("Count", "count(20)");
        samples.put("Ratio", "ratio(3)");
        samples.put("Share", "percent(20)");
        samples.put("Bytes", "kb(3)");
        samples.put("Bandwidth", "mbPerSecond(5)");
        samples.put("Qps", "qps(500)");
        samples.put("TimeSpan", "ms(5)");
        samples.put("Availability", "nines(3)");
        samples.put("Money", "usd(5)");
        samples.put("Spending", "usd(5).per(MONTH)");
        samples.put("Price<Count>", "usd(5).per(million(1))");
        samples.put("Price<Bytes>", "usd(0.09).per(gb(1))");
        samples.put("Latency", "latencyP50P99(ms(20), ms(90))");
        samples.put("LocalDate", "LocalDate.of(2027, 1, 1)");
        samples.put("Unit<Bytes>", "GB");
        samples.put("Unit<TimeSpan>", "SECONDS");
        samples.put("Unit<Qps>", "PER_DAY");
        return samples;
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Count", "Count.parse(\"5M\")");
        texts.put("Ratio", "Ratio.parse(\"×3\")");
        texts.put("Share", "Share.parse(\"20%\")");
        texts.put("Bytes", "Bytes.parse(\"3 GB\")");
        texts.put("Bandwidth", "Bandwidth.parse(\"5 MB/s\")");
        texts.put("Qps", "Qps.parse(\"500/s\")");
        texts.put("TimeSpan", "TimeSpan.parse(\"1 d\")");
        texts.put("Availability", "Availability.parse(\"99.9%\")");
        texts.put("Money", "Money.parse(\"$5\")");
        texts.put("Spending", "Spending.parse(\"$5/month\")");
        return texts;
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "did you mean plus?", "add", "sum");
        put(words, "did you mean minus?", "subtract", "sub");
        put(words, "did you mean times?", "multiply", "mul", "multiplyby");
        put(words, "did you mean div?", "divide", "divideby");
        put(words, "did you mean atMost?", "lessthan", "below", "under");
        put(words, "did you mean atLeast?", "greaterthan", "morethan", "above");
        put(words, "did you mean between?", "range");
        put(words, "did you mean percent?", "share");
        put(words, "did you mean ratio?", "factor");
        put(words, "did you mean qps?", "rps");
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
                "seconds",
                "toseconds",
                "inseconds",
                "tomillis",
                "tobytes");
        return words;
    }

    private static void put(Map<String, String> words, String advice, String... names) {
        for (String name : names) {
            words.put(name, advice);
        }
    }

    /** All that is advised to write. */
    static List<String> written() {
        return Stream.concat(SAMPLES.values().stream(), TEXTS.values().stream()).toList();
    }
}
