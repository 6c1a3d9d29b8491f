package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** A JShell prompt with the start-up script loaded; it fails where JShell would only print an error and go on. */
final class Prompt implements AutoCloseable {
    static final Path DIRECTORY = Path.of("jshell");

    private static final Pattern NO_ANSWER = Pattern.compile(
            "\\bnull\\b|\\w@[0-9a-f]{4,}|Exception|\\bat [\\w&&\\D][\\w$]*[.(]|Optional\\.empty|\\[L?\\w+;");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    /** Runs in this process, which is quicker than in one of its own, so what is printed comes here as well. */
    private final JShell shell;

    private final PrintStream usual = System.out;

    Prompt() throws IOException {
        shell = JShell.builder().executionEngine("local").build();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        shell.addToClasspath(System.getProperty("java.class.path"));
        run(Files.readString(DIRECTORY.resolve("startup.jsh")));
        out.reset();
    }

    /** Runs the source line by line, as the tool does, and returns what JShell would echo. */
    List<String> run(String source) {
        List<String> echoes = new ArrayList<>();
        String pending = "";
        for (String line : source.lines().filter(l -> !l.startsWith("/")).toList()) {
            pending += line + "\n";
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
            while (info.completeness().isComplete() && !pending.isBlank()) {
                shell.eval(info.source()).stream()
                        .filter(event -> event.causeSnippet() == null)
                        .forEach(event -> echoes.add(echo(event)));
                pending = info.remaining();
                info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
            }
        }
        assertThat(pending).as("unfinished").isBlank();
        return echoes;
    }

    @Override
    public void close() {
        System.setOut(usual);
        shell.close();
    }

    /** What the Tab key offers at the end of the line. */
    List<String> completions(String line) {
        return shell.sourceCodeAnalysis().completionSuggestions(line, line.length(), new int[1]).stream()
                .map(Suggestion::continuation)
                .distinct()
                .toList();
    }

    /** Forgets all variables and what was printed, as if the prompt had just been opened, which takes much longer. */
    void forget() {
        shell.variables().toList().forEach(shell::drop);
        clear();
    }

    /** Forgets what was printed. */
    void clear() {
        out.reset();
    }

    /** Whether an echo says something to a person: no class with a hash, no null, nothing that went wrong. */
    static boolean isAnswer(String echo) {
        return !echo.isBlank() && !NO_ANSWER.matcher(echo).find();
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String echo(SnippetEvent event) {
        assertThat(event.exception()).as(event.snippet().source()).isNull();
        assertThat(event.status())
                .as(() -> event.snippet().source()
                        + shell.diagnostics(event.snippet())
                                .map(problem -> problem.getMessage(null))
                                .toList())
                .isEqualTo(Snippet.Status.VALID);
        return String.valueOf(event.value());
    }
}
