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
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the scripts as JShell would, and fails where JShell would only print an error and go on. */
class JShellScriptsTest {
    private static final Path DIRECTORY = Path.of("jshell");

    /** What JShell imports by itself. */
    private static final String DEFAULT_IMPORTS = "import java.io.*; import java.math.*; import java.net.*;"
            + " import java.nio.file.*; import java.util.*; import java.util.concurrent.*; import java.util.function.*;"
            + " import java.util.prefs.*; import java.util.regex.*; import java.util.stream.*;";

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".jsh"))
                    .filter(file -> !file.endsWith("startup.jsh"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void script_printsItsEstimate(Path script) throws IOException {
        String name = "jshell/" + script.getFileName().toString().replace(".jsh", ".txt");
        try (Session session = new Session()) {
            session.run(Files.readString(script));
            Golden.verify(name, session.printed());
        }
    }

    @Test
    void prompt_echoesTheAnswer() throws IOException {
        try (Session session = new Session()) {
            assertThat(session.run("var users = assume(\"daily active users\", million(10), \"launch plan\")"))
                    .containsExactly("10M");
            assertThat(session.run("var average = users.times(count(20)).per(DAY).named(\"average rate\")"))
                    .containsExactly("2.3k req/s");
            assertThat(session.run("average.times(ratio(3))")).containsExactly("6.9k req/s");
            assertThat(session.run("average.explain()")).containsExactly("""
                            assumed
                              daily active users = 10M  (launch plan)
                            calculated
                              average rate = daily active users × 20 ÷ 1 d
                                           = 10M × 20 ÷ 1 d
                                           = 2,315 req/s""");
            assertThat(session.run("average.given(users, million(50))")).containsExactly("12k req/s");
        }
    }

    @Test
    void help_namesTheModels() throws IOException {
        try (Session session = new Session()) {
            session.run("help()");
            assertThat(session.printed())
                    .contains("Traffic", "Storage", "CacheMemory", "Servers", "CallChain", "/exit");
        }
    }

    /** One prompt, with the start-up script loaded. */
    private static final class Session implements AutoCloseable {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final JShell shell;

        Session() throws IOException {
            shell = JShell.builder()
                    .remoteVMOptions("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8")
                    .out(new PrintStream(out, true, StandardCharsets.UTF_8))
                    .build();
            shell.addToClasspath(System.getProperty("java.class.path"));
            run(DEFAULT_IMPORTS);
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
                    shell.eval(info.source()).forEach(event -> echoes.add(echo(event)));
                    pending = info.remaining();
                    info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
                }
            }
            assertThat(pending).as("unfinished").isBlank();
            return echoes;
        }

        @Override
        public void close() {
            shell.close();
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
}
