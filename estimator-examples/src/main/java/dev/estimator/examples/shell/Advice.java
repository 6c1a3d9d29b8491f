package dev.estimator.examples.shell;

import dev.estimator.quantity.Quantities;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What to type instead of what the compiler refused. */
final class Advice {
    /** How each type is written; what is not here is left to the Tab key. */
    private static final Map<String, String> SAMPLES = samples();

    /** Where text is read. */
    private static final Map<String, String> TEXTS = texts();

    /** What is usual where a method takes a period, rather than how long a request takes. */
    private static final Map<String, String> PERIODS = Map.ofEntries(
            Map.entry("per", "DAY"),
            Map.entry("compound", "YEAR"),
            Map.entry("linear", "YEAR"),
            Map.entry("after", "years(2)"),
            Map.entry("at", "years(2)"),
            Map.entry("table", "MONTH"),
            Map.entry("downtime", "MONTH"),
            Map.entry("retention", "days(30)"),
            Map.entry("withRetention", "days(30)"),
            Map.entry("logs", "days(30)"),
            Map.entry("writes", "days(30)"),
            Map.entry("sessionLength", "minutes(10)"),
            Map.entry("day", "hours(8)"),
            Map.entry("readsPeriod", "DAY"),
            Map.entry("actionsPeriod", "DAY"));

    /** What a number of things counts, where its type does not say it. */
    private static final Map<String, String> COUNTED =
            Map.of("serviceTime", ", the workers of each instance", "stage", ", the workers");

    private static final Set<String> NO_QUANTITIES = Set.of("String", "LocalDate", "Latency", "Limit<?>");
    private static final Set<String> NUMBERS = Set.of("int", "long", "double");
    /** In the place of a letter that stands for any of them. */
    static final String QUANTITY = "Quantity";

    private static final Set<String> VARIABLES = Set.of(QUANTITY, "Quantity<?>", "Amount<?>");

    /** What a model is asked for where a quantity is wanted. */
    private static final Map<String, String> ANSWERS = Map.of(
            "Storage", "physical()",
            "Traffic", "peakQps()",
            "Servers", "total()",
            "Backlog", "drainTime()",
            "Latency", "p99()");

    /** A line that makes a name anew out of itself. */
    private static final Pattern AGAIN = Pattern.compile("^\\s*var\\s+(\\w+)\\s*=\\s*\\1(\\b[^;]*)");

    private static final Pattern CONVERTED = Pattern.compile("incompatible types: (.*) cannot be converted to (.*)");
    private static final Pattern OPERATOR =
            Pattern.compile("bad operand types for binary operator '(.+)': first type: (\\w+).*");
    private static final Pattern MISSING = Pattern.compile("cannot find symbol: (method|variable|class) (\\w+).*");
    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("\\b\\d[\\d_.]* ?(%|[a-zA-Z]{1,})");

    private Advice() {}

    static boolean isNumber(String type) {
        return NUMBERS.contains(type);
    }

    static boolean isQuantity(String type) {
        return SAMPLES.containsKey(type)
                && !isNumber(type)
                && Character.isUpperCase(type.charAt(0))
                && !NO_QUANTITIES.contains(type);
    }

    /** A value of a type. */
    static String written(String type) {
        return SAMPLES.getOrDefault(type, type);
    }

    /** A value of a type as a method takes it: a period is a year rather than 5 ms, and workers are called so. */
    static String written(String type, String method) {
        if (type.equals("TimeSpan") && PERIODS.containsKey(method)) {
            return PERIODS.get(method);
        }
        return written(type) + (type.equals("Count") ? COUNTED.getOrDefault(method, "") : "");
    }

    /** How a value of the wanted type is written where a method takes it; empty if what was given will do, or may. */
    static Optional<String> sample(String found, String wanted, String method) {
        String usual = written("TimeSpan");
        if (method.equals("serviceTime") && found.equals("Latency") && wanted.equals("TimeSpan")) {
            return Optional.of("its mean, .mean(), and say how much it varies by .serviceVariability(l.variability())");
        }
        return sample(found, wanted)
                .map(sample -> sample.equals(usual) && wanted.equals("TimeSpan") ? written(wanted, method) : sample);
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
        if (ANSWERS.containsKey(found) && (isVariable || isQuantity(wanted))) {
            return Optional.of("what the " + found + " answers, as in ." + ANSWERS.get(found));
        }
        Optional<String> ofSoMany = ofSoMany(found, wanted);
        if (ofSoMany.isPresent()) {
            return ofSoMany;
        }
        if (isVariable) {
            return isNumber(found) ? Optional.of("million(5)") : Optional.empty();
        }
        return SAMPLES.containsKey(found) ? Optional.ofNullable(SAMPLES.get(wanted)) : Optional.empty();
    }

    /**
     * The sample with the number that was typed, as in 'ratio(2)' for count(2); one of another kind as it is, and where
     * less than one was typed, which may be meant in percent.
     */
    static String ofTyped(String sample, String number) {
        Matcher plain = Pattern.compile("((?:count|ratio)\\(|a plain |)[\\d.]+(\\)?(?:, .*)?)")
                .matcher(sample);
        boolean isWhole = sample.matches("(a plain )?3|count.*");
        boolean isMeantSo = number.matches("[1-9].*") && !(isWhole && number.contains("."));
        return plain.matches() && isMeantSo ? plain.group(1) + number + plain.group(2) : sample;
    }

    /** What so many of them cost where a price of each was given. */
    private static Optional<String> ofSoMany(String found, String wanted) {
        Matcher each = Pattern.compile("(Rent|Price)<(Count|Bytes)>").matcher(found);
        return each.matches() && wanted.equals(each.group(1).equals("Rent") ? "Spending" : "Money")
                ? Optional.of("what so many cost, as in .times(" + written(each.group(2)) + ")")
                : Optional.empty();
    }

    /** What division by it makes of a quantity of which there is no rate for each. */
    private static Optional<String> quotient(List<Misfit.Candidate> candidates, String divisor) {
        return candidates.stream()
                .map(Misfit.Candidate::owner)
                .filter(Advice::isQuantity)
                .flatMap(owner -> owner.equals(divisor)
                        ? Stream.of("Ratio")
                        : Missing.type(owner).stream()
                                .flatMap(type -> Arrays.stream(type.getMethods()))
                                .filter(div -> div.getName().equals("div")
                                        && div.getParameterTypes()[0]
                                                .getSimpleName()
                                                .equals(divisor))
                                .map(div -> div.getReturnType().getSimpleName()))
                .findFirst()
                .map(type -> "write .div(" + written(divisor) + "), which makes a " + type
                        + (divisor.equals("Count") && type.equals("Ratio") ? "; .div(20) keeps what is counted" : ""));
    }

    /** What a near miss should have been. */
    static Optional<String> instead(String method, List<String> found, List<Misfit.Candidate> candidates) {
        String first = found.isEmpty() ? "" : found.get(0);
        if (method.matches("div|per") && first.equals("TimeSpan")) {
            boolean isRate = candidates.stream().anyMatch(c -> c.owner().matches("Qps|Bandwidth|Spending"));
            return Optional.of(
                    isRate
                            ? "it is a rate already: .times(DAY) is a day of it"
                            : "for a rate say .per(time), as in .per(DAY)");
        }
        if (method.equals("per") && found.size() == 1) {
            Optional<String> quotient = quotient(candidates, first);
            if (quotient.isPresent()) {
                return quotient;
            }
        }
        boolean isText = !found.isEmpty() && found.stream().allMatch("String"::equals);
        if (method.matches("between|uniform|triangular") && isText) {
            return Optional.of("text is read by parse, as in Bytes.parse(\"3 GB to 5 GB\")");
        }
        if (method.equals("firstOf")) {
            return Optional.of("as in firstOf(2, 3, store), 2 answers of 3; for a fallback say anyOf(a, b)");
        }
        if (method.equals("rounded") && isNumber(first)) {
            return Optional.of("with that many digits format(digits) is a text");
        }
        if (method.equals("assume") && isQuantity(first)) {
            return Optional.of("the name comes first: assume(\"name\", " + SAMPLES.get(first) + ")");
        }
        if (method.equals("per") && isText) {
            return Optional.of("a time is one of the units or a quantity: .per(MONTH), .per(hours(8))");
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
        return Optional.empty();
    }

    /**
     * What to do about an error that names no method, or one that does not exist.
     *
     * @param owner the type that lacks a name, empty if that is not known
     */
    static Optional<String> on(String problem, String owner, String source) {
        Matcher again = AGAIN.matcher(source);
        if (problem.startsWith("cannot infer type") && again.find()) {
            String name = again.group(1);
            return Optional.of("where " + name + " is set already, write " + name + " = " + name + again.group(2)
                    + "; else it needs a value first");
        }
        if (problem.equals("cannot find symbol: method per(TimeSpan)")) { // of what type the prompt does not say
            return Optional.of("money or a rate for a time already? .times(MONTH) is the money or number of a month");
        }
        Matcher missing = MISSING.matcher(problem);
        if (missing.matches()) {
            return Optional.of(new Missing(missing.group(1), missing.group(2), owner, source.strip()).advice());
        }
        Matcher converted = CONVERTED.matcher(problem);
        if (converted.matches() && isQuantity(converted.group(1)) && !isQuantity(converted.group(2))) {
            return Optional.of(
                    converted.group(2).equals("String")
                            ? "toString() is its text, or format(unit)"
                            : number(converted.group(1)) + " is its number");
        }
        if (converted.matches()) {
            return sample(converted.group(1), converted.group(2))
                    .map(sample -> "for " + converted.group(2) + " write " + sample);
        }
        Matcher operator = OPERATOR.matcher(problem);
        if (operator.matches() && operator.group(2).equals("Limit")) {
            return Optional.of("write .atMost(b) or .atLeast(b)");
        }
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

    private static String number(String type) {
        String unit = SAMPLES.get("Unit<" + type + ">");
        return unit == null ? "value()" : "to(" + unit + ")";
    }

    /** What reads a text as a type. */
    static Optional<String> reader(String type) {
        return Optional.ofNullable(TEXTS.get(type)).map(reader -> "text is read by " + reader);
    }

    /** What to do where a type is named like a method, or made by {@code new}. */
    static String maker(String type) {
        return Shell.topic(type.toLowerCase(Locale.ROOT))
                .map(topic -> "help(\"" + topic + "\") says what makes one")
                .orElse(type + ". and the Tab key list what makes one");
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
        samples.put("Limit<?>", "limit(million(4)).atMost(million(5))");
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

    /** All types that advice is given for. */
    static Set<String> types() {
        return SAMPLES.keySet();
    }

    /** All that is advised to write. */
    static List<String> written() {
        return Stream.concat(SAMPLES.values().stream(), TEXTS.values().stream()).toList();
    }
}
