package dev.estimator.examples.shell;

import dev.estimator.analysis.Questions;
import dev.estimator.check.Checks;
import dev.estimator.latency.Latencies;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import dev.estimator.system.Step;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name that the compiler does not find.
 *
 * @param kind what was looked for: method, variable or class
 * @param name the name
 * @param owner the type that lacks it, empty if that is not known
 * @param source what was typed
 */
record Missing(String kind, String name, String owner, String source) {
    private static final Pattern HELP = Pattern.compile("help\\((\\w+)\\);?");
    private static final Pattern PER = Pattern.compile("(?i)(?:per|an?|every)_?(\\w+)");
    private static final Pattern TO = Pattern.compile("(?i)(?:to|in|as|get)_?(\\w+)");
    private static final Pattern SPACED = Pattern.compile("\\)\\s+(per|times|div|plus|minus)\\s+(\\w+)");
    private static final Pattern NAME =
            Pattern.compile("\\b(?:[A-Z]\\w+(?=\\.\\w)|[a-zA-Z]\\w*(?=\\()|[a-z]+[A-Z]\\w{2,}|[A-Z_]{3,}\\b)");

    /** What the prompt imports the methods and constants of. */
    private static final List<Class<?>> IMPORTED = List.of(
            Quantities.class, Units.class, Questions.class, Checks.class, Latencies.class, Step.class, Shell.class);

    private static final String LIBRARY = "dev.estimator.";
    private static final List<String> PACKAGES = List.of(
            "analysis",
            "caching",
            "check",
            "flow",
            "latency",
            "model",
            "network",
            "quantity",
            "queueing",
            "reference",
            "reliability",
            "report",
            "scaling",
            "sharding",
            "slo",
            "system");

    /** So long must the common end of two names be to take one for the other. */
    private static final int LONG_END = 7;

    /** So long must a word be to be looked for within the names of a builder. */
    private static final int LONG_WORD = 4;

    /** So many ways to make a thing are listed. */
    private static final int FEW = 4;

    /** What to type instead. */
    String advice() {
        Matcher help = HELP.matcher(source);
        if (help.matches()) {
            return "write help(\"" + help.group(1) + "\")";
        }
        if (!isMethod()
                && Pattern.compile("\\s*" + name + "\\s*=[^=].*")
                        .matcher(source)
                        .matches()) {
            boolean isOfItself = source.substring(source.indexOf('=')).matches(".*\\b" + name + "\\b.*");
            return isOfItself
                    ? name + " is not set yet, and needs a value first, as in var " + name + " = count(20)"
                    : "a new name begins with var: var " + source;
        }
        Optional<String> built = onBuilder();
        @Nullable String known = isMethod() && isAfterPoint() ? Synonyms.of(owner, name) : Synonyms.of(name, isMethod());
        if (known != null && built.isEmpty()) {
            return known;
        }
        return Stream.<Optional<String>>of(ofType(), built, inUnit(), exactly())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(this::nearby);
    }

    private boolean isMethod() {
        return kind.equals("method");
    }

    /** Of a type that has no such method: where it is, or what makes one. */
    private Optional<String> ofType() {
        Matcher typed = Pattern.compile("\\b([A-Z]\\w*)\\s*\\.\\s*(" + name + "\\b(?:\\([^()]*\\))?)")
                .matcher(source);
        if (!typed.find()) {
            return Optional.empty();
        }
        return type(typed.group(1)).flatMap(type -> {
            String call = typed.group(2).contains("(") ? typed.group(2) : name + "(...)";
            if (methods(builder(type), method -> true).contains(name)) {
                return Optional.of("it is set before build(): write " + type.getSimpleName() + ".builder()." + call);
            }
            if (isImported(name)) {
                return Optional.of("it stands alone: write " + call);
            }
            return makers(type);
        });
    }

    private static Optional<String> makers(Class<?> type) {
        String simple = type.getSimpleName();
        if (builder(type) != null) {
            return Optional.of("write " + simple + ".builder(), then what is known, then build()");
        }
        Set<String> makers =
                methods(type, method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type);
        return makers.isEmpty() || makers.size() > FEW
                ? Optional.empty()
                : Optional.of(makers.stream()
                        .map(maker -> simple + "." + maker + "(...)")
                        .collect(Collectors.joining(", ", "one is made by ", "")));
    }

    /** Of a builder that has no such setting: the one that is called nearly so. */
    private Optional<String> onBuilder() {
        Matcher builder = Pattern.compile("\\b([A-Z]\\w*)\\s*\\.\\s*builder\\(\\).*\\.\\s*" + name + "\\b")
                .matcher(source);
        if (!isMethod() || !builder.find()) {
            return Optional.empty();
        }
        return type(builder.group(1)).map(type -> {
            if (!source.contains("build()") && methods(type, method -> true).contains(name)) {
                return "a builder is asked nothing: say build() first";
            }
            Set<String> settings =
                    methods(builder(type), method -> !method.getName().startsWith("from"));
            String near = Stream.of(nearest(name, settings, true), Synonyms.among(settings, name))
                    .filter(known -> !known.isEmpty())
                    .findFirst()
                    .orElse("");
            String word = name.toLowerCase(Locale.ROOT);
            String within = settings.stream()
                    .filter(setting -> word.length() >= LONG_WORD
                            && setting.toLowerCase(Locale.ROOT).contains(word))
                    .collect(Collectors.joining(" or "));
            return !near.isEmpty() || !within.isEmpty()
                    ? "did you mean " + (near.isEmpty() ? within : near) + "?"
                    : elsewhere().map(words -> words + "; ").orElse("") + settable(type);
        });
    }

    /** The topic of such a setting, or another builder that has it. */
    private Optional<String> elsewhere() {
        String lower = name.toLowerCase(Locale.ROOT);
        return Shell.TOPICS.stream()
                .filter(lower::startsWith)
                .map(topic -> "help(\"" + topic + "\") speaks of it")
                .findFirst()
                .or(() -> names().stream()
                        .filter(known -> Character.isUpperCase(known.charAt(0)))
                        .filter(known -> type(known)
                                .filter(type ->
                                        methods(builder(type), method -> true).contains(name))
                                .isPresent())
                        .findFirst()
                        .map(known -> "it is set on " + known + ".builder()"));
    }

    /** What can be set, but for what the code of builders is generated with beside. */
    private static String settable(Class<?> type) {
        return methods(
                        builder(type),
                        method -> method.getParameterCount() > 0
                                && !method.getName().matches("(from|addAll|add|putAll|put)(\\p{Lu}.*)?"))
                .stream()
                .collect(Collectors.joining(", ", type.getSimpleName() + ".builder() takes ", ""));
    }

    /** 'perDay' and 'toMB', where the unit is what is given. */
    private Optional<String> inUnit() {
        if (!isMethod() || !isAfterPoint()) {
            Matcher spaced = SPACED.matcher(source);
            return spaced.find() && spaced.group(1).equals(name)
                    ? Optional.of("write ." + name + "(" + spaced.group(2) + ")")
                    : Optional.empty();
        }
        Matcher per = PER.matcher(name);
        Optional<String> time = per.matches() ? unit(per.group(1)) : Optional.empty();
        if (time.isPresent()) {
            return time.map(unit -> "write .per(" + unit + ")");
        }
        Matcher to = TO.matcher(name);
        return (to.matches() ? unit(to.group(1)) : unit(name))
                .map(unit -> "to(" + unit + ") is the number, format(" + unit + ") is a text");
    }

    private static Optional<String> unit(String word) {
        String one = word.endsWith("s") && word.length() > 2 ? word.substring(0, word.length() - 1) : word;
        return Stream.of(Units.class, Quantities.class)
                .flatMap(units -> Arrays.stream(units.getFields()))
                .map(Field::getName)
                .filter(unit -> unit.equalsIgnoreCase(word) || unit.equalsIgnoreCase(one))
                .findFirst();
    }

    /** A name that there is, but not here or not like this. */
    private Optional<String> exactly() {
        String lower = name.toLowerCase(Locale.ROOT);
        Set<String> names = names();
        if (isMethod()) {
            Matcher value = Pattern.compile(name + "\\((\\p{Lower}\\w*)(\\)|,)").matcher(source);
            boolean isTopic = Shell.TOPICS.contains(name) && !isOfQuantities();
            if (!isAfterPoint() && isTopic) {
                return Optional.of("help(\"" + name + "\") says what there is");
            }
            if (!isAfterPoint() && (names.contains(name) || isOfQuantities()) && value.find()) {
                String rest = value.group(2).equals(",") ? "...)" : ")";
                return Optional.of("it is asked of a value: write " + value.group(1) + "." + name + "(" + rest);
            }
            if (!isAfterPoint() && isOfQuantities()) {
                return Optional.of("it is asked of a value, as in x." + name + "(...)");
            }
            return isAfterPoint() && names.contains(name) ? asked(name, owner) : Optional.empty();
        }
        if (isAfterPoint()) {
            return names.contains(name) || isOfQuantities()
                    ? Optional.of("a method has brackets: ." + name + "()")
                    : Optional.empty();
        }
        if (isImported(name)) {
            return Optional.of("it is a method: write " + name + "(...)");
        }
        if (names.stream().anyMatch(known -> isTypeOf(name, known)) && source.contains(name + ".")) {
            return Optional.empty(); // it is that type
        }
        Optional<String> topic =
                Shell.TOPICS.stream().filter(lower::startsWith).max(Comparator.comparingInt(String::length));
        boolean isMethodOf = topic.isEmpty() && names.contains(name) && Character.isLowerCase(name.charAt(0));
        return isMethodOf
                ? Optional.of("it is asked of a value, as in x." + name + "(): help(\"" + name + "\") says of what")
                : topic.filter(known -> known.equals(lower) || isCapital())
                        .map(known -> "help(\"" + known + "\") says what there is");
    }

    /** Of what a method is asked, where it is not of what it was asked of: 'it is asked of Latency'. */
    private static Optional<String> asked(String method, String but) {
        if (isImported(method)) {
            return Optional.of("it stands alone: write " + method + "(...)");
        }
        Set<String> questions = method.equals("explain") ? questions(but) : Set.of();
        if (method.equals("explain") && questions.isEmpty()) { // the prompt does not say of what
            return Optional.of(
                    "it is asked of an answer: write x.question().explain(), the Tab key after x. lists them");
        }
        if (!questions.isEmpty()) {
            return Optional.of(
                    "it is asked of an answer, as in x." + questions.iterator().next() + "().explain(); " + but
                            + " answers " + String.join(", ", questions));
        }
        Set<String> owners = owners(method);
        owners.remove(but);
        return owners.isEmpty()
                ? Optional.empty()
                : Optional.of("it is asked of " + owners.stream().limit(FEW).collect(Collectors.joining(", "))
                        + (owners.size() > FEW ? " and others" : ""));
    }

    /** What of a type has a quantity for its answer, and needs nothing more. */
    private static Set<String> questions(String type) {
        return type(type)
                .map(known -> methods(
                        known,
                        method -> method.getParameterCount() == 0
                                && !Modifier.isStatic(method.getModifiers())
                                && Quantity.class.isAssignableFrom(method.getReturnType())))
                .orElse(Set.of());
    }

    /** The types and builders that the help names and that have such a method. */
    static Set<String> owners(String method) {
        Set<String> owners = new TreeSet<>();
        Set<String> all = names();
        all.addAll(Advice.types());
        for (String known : all) {
            Optional<Class<?>> type = Character.isUpperCase(known.charAt(0)) ? type(known) : Optional.empty();
            if (type.isPresent() && Modifier.isPublic(type.get().getModifiers())) {
                @Nullable Class<?> builder = builder(type.get());
                if (methods(type.get(), found -> true).contains(method)) {
                    owners.add(known);
                } else if (methods(builder, found -> true).contains(method)) {
                    owners.add(known + ".builder()");
                }
            }
        }
        return owners;
    }

    private boolean isOfQuantities() {
        return Stream.of(Count.class, TimeSpan.class)
                .anyMatch(type -> Arrays.stream(type.getMethods())
                        .anyMatch(method -> method.getName().equals(name)));
    }

    private boolean isCapital() {
        return Character.isUpperCase(name.charAt(0));
    }

    private String nearby() {
        String near = nearest(name, names(), isMethod());
        boolean isMaker = isMethod() && near.equals(name) && isCapital();
        if (isMaker || !(near.isEmpty() || near.equals(name))) {
            return isMethod() && Character.isUpperCase(near.charAt(0))
                    ? Advice.reader(near)
                            .filter(reader -> source.contains("(\""))
                            .orElse(Advice.maker(near))
                    : "did you mean " + near + "?";
        }
        if (kind.equals("class")) {
            return "import it first, or see help() for what there is";
        }
        return isAfterPoint() ? "the Tab key after the point lists what there is" : "help() lists what there is";
    }

    private boolean isAfterPoint() {
        return Pattern.compile("\\.\\s*" + Pattern.quote(name)).matcher(source).find();
    }

    private static boolean isImported(String method) {
        return IMPORTED.stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .anyMatch(known -> Modifier.isStatic(known.getModifiers())
                        && known.getName().equals(method));
    }

    /** Whether it is a type of the library that nobody outside can name. */
    static boolean isHidden(String simple) {
        return type(simple)
                .filter(type -> !Modifier.isPublic(type.getModifiers()))
                .isPresent();
    }

    static Optional<Class<?>> type(String simple) {
        for (String of : PACKAGES) {
            try {
                return Optional.of(Class.forName(LIBRARY + of + "." + simple));
            } catch (ClassNotFoundException e) {
                // perhaps in the next
            }
        }
        return Optional.empty();
    }

    private static @Nullable Class<?> builder(Class<?> type) {
        try {
            return type.getMethod("builder").getReturnType();
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Set<String> methods(@Nullable Class<?> type, Predicate<Method> condition) {
        return type == null
                ? Set.of()
                : Arrays.stream(type.getMethods())
                        .filter(method -> method.getDeclaringClass() != Object.class)
                        .filter(condition)
                        .map(Method::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
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
}
