package dev.estimator.examples.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Runs scripts of the prompt one after the other in this JVM and stops at the first line that fails, which the
 * {@code jshell} tool does not: {@code bad.jsh:12: IllegalArgumentException: peakToAverage must be at least 1 but was
 * 0.5}.
 *
 * <p>Nothing is echoed; what a script prints is printed. Of the commands of the prompt {@code /exit} ends a script,
 * {@code /exit 3} ends them all with exit code 3, {@code /open other.jsh} runs another; the others are passed over.
 */
public final class ScriptRunner {
    private final JShell shell;
    private final PrintStream errors;

    /** Where each snippet is, such as 'my.jsh:12'. */
    private final Map<Snippet, String> places = new HashMap<>();

    private ScriptRunner(JShell shell, PrintStream errors) {
        this.shell = shell;
        this.errors = errors;
    }

    /**
     * Runs scripts. The exit code is 0 if all lines have run, and 1 if one has failed or a script cannot be read.
     *
     * @param args the scripts, of which a later one sees what an earlier one has defined; {@code -} is the standard
     *     input
     */
    public static void main(String[] args) {
        int exitCode = run(List.of(args), System.err);
        System.out.flush();
        System.exit(exitCode); // a script may have left threads behind
    }

    static int run(List<String> scripts, PrintStream errors) {
        try (JShell shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions(Brevity.COMPILER_OPTION)
                .out(System.out)
                .err(errors)
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            var runner = new ScriptRunner(shell, errors);
            for (String script : scripts) {
                runner.run(script);
            }
            runner.requireResolved();
            return 0;
        } catch (Stop stop) {
            return stop.exitCode;
        }
    }

    private void run(String script) throws Stop {
        String name = script.equals("-") ? "standard input" : script;
        String pending = "";
        int start = 1; // the line on which the pending source begins
        int line = 0;
        for (String text : read(script, name)) {
            line++;
            if (pending.isBlank()) {
                pending = "";
                start = line;
                if (text.matches("/ex(it?)?\\b.*")) {
                    exit(text);
                    return;
                }
                if (text.matches("/[a-z!?-].*")) {
                    command(text);
                    continue;
                }
            }
            pending += text + "\n";
            CompletionInfo info = analyze(pending);
            while (info.completeness().isComplete() && !pending.isBlank()) {
                evaluate(info.source(), name, start);
                pending = info.remaining();
                start = line;
                info = analyze(pending);
            }
            if (info.completeness() == Completeness.EMPTY) {
                pending = "";
            }
        }
        if (!pending.isBlank()) {
            if (analyze(pending).completeness() == Completeness.DEFINITELY_INCOMPLETE) {
                throw failure(name + ":" + start, "the script ends in the middle of a statement");
            }
            evaluate(pending, name, start);
        }
    }

    private CompletionInfo analyze(String source) {
        return shell.sourceCodeAnalysis().analyzeCompletion(source);
    }

    private void command(String text) throws Stop {
        if (text.matches("/o(p|pe|pen)?\\s.*")) {
            run(text.split("\\s+", 2)[1].strip());
        }
    }

    private static void exit(String text) throws Stop {
        String code = text.replaceFirst("/\\w+\\s*", "").strip();
        if (code.matches("\\d{1,3}") && Integer.parseInt(code) != 0) {
            throw new Stop(Integer.parseInt(code));
        }
    }

    private void evaluate(String source, String name, int start) throws Stop {
        for (SnippetEvent event : shell.eval(source)) {
            places.put(event.snippet(), name + ":" + start);
            if (event.status() == Status.REJECTED) {
                throw failure(name + ":" + (start + lineOfProblem(event.snippet())), problem(event.snippet()));
            }
            if (event.exception() != null) {
                throw failure(name + ":" + start, message(event.exception()));
            }
        }
    }

    /** What is used but defined nowhere only shows at the end, as a method may use what a later line defines. */
    private void requireResolved() throws Stop {
        for (Snippet snippet : shell.snippets().toList()) {
            Status status = shell.status(snippet);
            if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
                throw failure(
                        places.getOrDefault(snippet, "script"),
                        shell.unresolvedDependencies((DeclarationSnippet) snippet)
                                .collect(Collectors.joining(", ", "cannot find ", "")));
            }
        }
    }

    private int lineOfProblem(Snippet snippet) {
        return shell.diagnostics(snippet)
                .findFirst()
                .map(problem -> (int) snippet.source()
                        .substring(0, (int) Math.max(
                                0,
                                Math.min(problem.getPosition(), snippet.source().length())))
                        .chars()
                        .filter(c -> c == '\n')
                        .count())
                .orElse(0);
    }

    /** What the compiler says, on one line: 'cannot find symbol: method foo(int)'. */
    private String problem(Snippet snippet) {
        return shell.diagnostics(snippet)
                .filter(problem -> problem.isError())
                .findFirst()
                .map(problem -> String.join(
                        "; ",
                        Brevity.problem(problem.getMessage(Locale.ROOT).lines().toList(), snippet.source())))
                .orElse("this is not Java");
    }

    private static String message(JShellException exception) {
        if (!(exception instanceof EvalException thrown)) {
            return "something is used that is not defined yet: " + exception.getMessage();
        }
        String type = thrown.getExceptionClassName();
        String text = exception.getMessage() == null ? "" : exception.getMessage();
        if (type.equals(AssertionError.class.getName())) {
            return "check failed: " + text;
        }
        String words = type.equals(NullPointerException.class.getName()) ? Brevity.nullPointer(text) : text;
        return type.substring(type.lastIndexOf('.') + 1) + (words.isEmpty() ? "" : ": " + words);
    }

    private Stop failure(String place, String message) {
        errors.println(place + ": " + message);
        return new Stop(1);
    }

    private List<String> read(String script, String name) throws Stop {
        try {
            if (script.equals("-")) {
                return new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
            return Files.readAllLines(Path.of(script));
        } catch (NoSuchFileException e) {
            errors.println("script must be a file but there is none at '" + script + "'");
        } catch (IOException e) {
            errors.println("cannot read " + name + ": " + e);
        }
        throw new Stop(1);
    }

    /** The end of all scripts. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;
        private final int exitCode;

        Stop(int exitCode) {
            super(null, null, false, false);
            this.exitCode = exitCode;
        }
    }
}
