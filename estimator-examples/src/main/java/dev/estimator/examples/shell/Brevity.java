package dev.estimator.examples.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a compiler or an exception says at length, in one or two lines that say what to type. */
final class Brevity {
    /** Of the compiler: a single method that does not fit is told like several of one name. */
    static final String COMPILER_OPTION = "-Xdiags:verbose";

    private static final Pattern SINGLE =
            Pattern.compile("(method|constructor) (\\w+) in (\\w+) (\\S+) cannot be applied to given types;");
    private static final Pattern NONE_OF =
            Pattern.compile("no suitable (method|constructor) found for (\\w+)\\((.*)\\)");
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?:method|constructor) (?:(\\S+?)\\.)?(?:<[^>]*>)?\\w+(?:<[^(]*>)?\\((.*)\\) is not applicable");
    private static final Pattern REQUIRED = Pattern.compile("required: +(.*)");
    private static final Pattern FOUND = Pattern.compile("found: +(.*)");
    private static final Pattern SYMBOL = Pattern.compile("symbol: +(.*)");
    /** Of what type that is which lacks a name: 'location: variable users of type Count', 'location: class Qps'. */
    private static final Pattern LOCATION =
            Pattern.compile("location: +(?:variable .* of type|class|interface) (\\w+).*");

    private static final Pattern OPERAND = Pattern.compile("(first|second) type: .*");
    private static final Pattern DETAIL = Pattern.compile(
            "(location|required|found|reason|lower bounds|upper bounds|equality constraints|(first|second) type): .*"
                    + "|\\(.*|where .* type-variables?:|\\w+ extends .* declared in .*");
    private static final Pattern PACKAGE =
            Pattern.compile("\\b(?:dev\\.estimator|java\\.(?:lang|math|util|time))\\.(?:[a-z]+\\.)*(?=[A-Z])");
    private static final Pattern VARIABLE_IS_NULL =
            Pattern.compile("Cannot .* because \"REPL\\.\\$JShell\\$\\w+\\.(\\w+)\" is null");
    /** As in 'factor' and, of one of several, 'each of answers'. */
    private static final Pattern ARGUMENT_IS_NULL = Pattern.compile("(each of )?(\\w+)");

    private static final String NO_ARGUMENTS = "no arguments";

    private Brevity() {}

    /** Whether a line only says more of an error that the lines before it have told. */
    static boolean isDetail(String line) {
        String words = line.strip();
        return CANDIDATE.matcher(words).matches()
                || SYMBOL.matcher(words).matches()
                || DETAIL.matcher(words).matches();
    }

    /**
     * What the compiler says, without packages: 'cannot find symbol: method foo(int)', and of a method that does not
     * take such arguments 'fanOut does not take (Count, Component)'; in a second line what it takes, or what to type.
     *
     * @param message the lines of the compiler
     * @param source what was typed, empty if that is not known
     */
    static List<String> problem(List<String> message, String source) {
        String first = message.isEmpty() ? "" : message.get(0).strip();
        Matcher single = SINGLE.matcher(first);
        if (single.matches()) {
            if (single.group(1).equals("constructor") && !single.group(3).equals("record")) {
                return List.of("new " + single.group(2) + "(...) cannot be called here", Advice.maker(single.group(2)));
            }
            List<String> taken = types(detail(message, REQUIRED));
            List<Misfit.Candidate> candidates = List.of(new Misfit.Candidate(plain(single.group(4)), taken));
            return new Misfit(single.group(2), types(detail(message, FOUND)), candidates, source).lines();
        }
        Matcher none = NONE_OF.matcher(first);
        if (none.matches()) {
            return new Misfit(none.group(2), types(none.group(3)), candidates(message), source).lines();
        }
        List<String> words = new ArrayList<>();
        String owner = "";
        for (String line : message) {
            String text = plain(line.strip());
            Matcher symbol = SYMBOL.matcher(text);
            Matcher location = LOCATION.matcher(text);
            owner = location.matches() ? location.group(1) : owner;
            if (symbol.matches()) {
                words.add(symbol.group(1));
            } else if (!DETAIL.matcher(text).matches() || OPERAND.matcher(text).matches()) {
                words.add(text.replaceAll(" {2,}", " "));
            }
        }
        String problem = String.join(": ", words);
        List<String> lines = new ArrayList<>(List.of(problem));
        Advice.on(problem, owner, source).ifPresent(lines::add);
        return lines;
    }

    private static String detail(List<String> message, Pattern pattern) {
        return message.stream()
                .map(String::strip)
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse(NO_ARGUMENTS);
    }

    private static List<Misfit.Candidate> candidates(List<String> message) {
        return message.stream()
                .map(line -> CANDIDATE.matcher(line.strip()))
                .filter(Matcher::matches)
                .map(found -> new Misfit.Candidate(
                        found.group(1) == null ? "" : plain(found.group(1)), types(found.group(2))))
                .toList();
    }

    private static String plain(String text) {
        return PACKAGE.matcher(text).replaceAll("");
    }

    /** The types of a list, of which some have commas of their own. */
    private static List<String> types(String list) {
        List<String> types = new ArrayList<>();
        if (list.isEmpty() || list.equals(NO_ARGUMENTS)) {
            return types;
        }
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                types.add(plain(list.substring(start, i)));
                start = i + 1;
            }
        }
        types.add(plain(list.substring(start)));
        return types;
    }

    /** What a null pointer came of: at the prompt nearly always of a line before that failed. */
    static String nullPointer(String message) {
        Matcher variable = VARIABLE_IS_NULL.matcher(message);
        if (variable.matches()) {
            return variable.group(1) + " is null, for the line that should have set it failed or set nothing";
        }
        if (message.isEmpty()) {
            return "something given there is null: did the line that should have set it fail?";
        }
        Matcher argument = ARGUMENT_IS_NULL.matcher(message);
        return argument.matches()
                ? (argument.group(1) == null ? "" : "one of ") + argument.group(2)
                        + " is null: did the line that should have set what is given there fail?"
                : message;
    }
}
