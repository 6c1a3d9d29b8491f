package dev.estimator.examples.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a compiler or an exception says at length, in one or two lines. */
final class Brevity {
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?:method|constructor) (?:<[^>]*>)?(?:\\S+?\\.)?(\\w+)(?:<[^(]*>)?\\((.*)\\) is not applicable");
    private static final Pattern SYMBOL = Pattern.compile("symbol: +(.*)");
    private static final Pattern DETAIL = Pattern.compile("(location|required|found|reason): .*|\\(.*\\)|where .*");
    private static final Pattern PACKAGE =
            Pattern.compile("\\b(?:dev\\.estimator|java\\.(?:lang|util))\\.(?:[a-z]+\\.)*(?=[A-Z])");
    private static final Pattern VARIABLE_IS_NULL =
            Pattern.compile("Cannot .* because \"REPL\\.\\$JShell\\$\\w+\\.(\\w+)\" is null");
    private static final Pattern ARGUMENT_IS_NULL = Pattern.compile("\\w+");

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
     * take such arguments in a second line what it takes.
     */
    static List<String> problem(List<String> message) {
        var first = new StringBuilder();
        Set<String> taken = new LinkedHashSet<>();
        String method = "";
        for (String line : message) {
            String words = PACKAGE.matcher(line.strip()).replaceAll("");
            Matcher candidate = CANDIDATE.matcher(words);
            Matcher symbol = SYMBOL.matcher(words);
            if (candidate.matches()) {
                method = candidate.group(1);
                taken.add(arguments(candidate.group(2)));
            } else if (symbol.matches()) {
                first.append(": ").append(symbol.group(1));
            } else if (!DETAIL.matcher(words).matches()) {
                first.append(first.isEmpty() ? "" : ": ").append(words);
            }
        }
        List<String> lines = new ArrayList<>(List.of(first.toString()));
        if (!taken.isEmpty()) {
            lines.add(method + " takes " + String.join(", ", taken));
        }
        return lines;
    }

    private static String arguments(String types) {
        return types.isEmpty() ? "nothing" : types.contains(",") ? "(" + types.replace(",", ", ") + ")" : types;
    }

    /** What a null pointer came of: at the prompt nearly always of a line before that failed. */
    static String nullPointer(String message) {
        Matcher variable = VARIABLE_IS_NULL.matcher(message);
        if (variable.matches()) {
            return variable.group(1) + " is null, for the line that should have set it failed or set nothing";
        }
        return ARGUMENT_IS_NULL.matcher(message).matches()
                ? message + " is null: did the line that should have set what is given there fail?"
                : message;
    }
}
