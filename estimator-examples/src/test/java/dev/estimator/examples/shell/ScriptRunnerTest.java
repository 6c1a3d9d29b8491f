package dev.estimator.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptRunnerTest {
    @TempDir
    private Path directory;

    @Test
    void run_good() throws IOException {
        Run run = run("""
                // Two lines of prose,
                // and a command that is passed over.
                /set feedback silent
                int twice(int number) { return 2 * half(number) * 2; }
                int half(int number) { return number / 2; }
                var disk = million(twice(3)).
                    times(mb(3))
                println(disk); println("done")
                /exit
                println("not reached")""");
        assertThat(run).isEqualTo(new Run(0, "12 TB\ndone\n", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ratio(-1)                               | IllegalArgumentException: factor must be finite and not negative but was -1.0
            List.of(1).get(3)                       | IndexOutOfBoundsException: Index: 3 Size: 1
            throw new IllegalStateException()       | IllegalStateException
            help("storge")                          | IllegalArgumentException: there is no topic 'storge': did you mean storage. There are architecture, .*
            mb(3).times(usd(2))                     | times does not take Money; times takes double, Ratio, .*
            Qps q = null; q.times(2)                | NullPointerException: q is null, .*
            var x = fooo(3)                         | cannot find symbol: method fooo(int); help() lists what there is
            gb(3).plus(qps(3))                      | plus does not take Qps; plus takes Bytes, Share; only what is of one type can be added or taken away
            int x = "a";                            | incompatible types: String cannot be converted to int; for int write 3
            1 +* 3                                  | illegal start of expression
            println((3)                             | the script ends in the middle of a statement
            int f() { return g(7); }                | cannot find method g(int)
            """)
    void run_failingLine(String line, String message) throws IOException {
        Run run = run("println(1)\n\n" + line);
        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.printed).isEqualTo("1\n");
        assertThat(run.errors)
                .matches(directory.resolve("script0.jsh") + ":3: "
                        + message.replace("(", "\\(").replace(")", "\\)").replace(".\\*", ".*") + "\n");
    }

    @Test
    void run_failedCheck_saysAllOfIt() throws IOException {
        Run run = run("var disk = million(3).times(mb(3)).named(\"disk\")\ncheck(disk).atMost(tb(3))\nprintln(4)");
        assertThat(run).isEqualTo(new Run(1, "", directory.resolve("script0.jsh") + """
                :2: check failed: disk
                  expected at most  3 TB
                  but is            9 TB
                  over by           6 TB (it is ×3 the limit)
                  fits with         disk  at most 3 TB  now 9 TB
                assumed
                  disk = 9 TB
                """));
    }

    @Test
    void run_problemInsideAStatement_namesItsLine() throws IOException {
        Run run = run("var t = Traffic.builder().\n    requestRate(qps(3)).\n    foo(3).\n    build()\n");
        assertThat(run.errors)
                .isEqualTo(directory.resolve("script0.jsh")
                        + ":2: cannot find symbol: method foo(int); the Tab key after the point lists what there is\n");
    }

    @Test
    void run_severalScripts_shareWhatTheyDefine() throws IOException {
        assertThat(run("var a = 3;\n/exit", "println(a)")).isEqualTo(new Run(0, "3\n", ""));
        Files.writeString(directory.resolve("other.jsh"), "var b = 5;");
        assertThat(run("/open " + directory.resolve("other.jsh") + "\nprintln(b)"))
                .isEqualTo(new Run(0, "5\n", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void run_exitCode(int code) throws IOException {
        assertThat(run("/exit " + code).exitCode).isEqualTo(code);
    }

    @Test
    void run_missing() {
        assertThat(runAll(List.of("none.jsh")))
                .isEqualTo(new Run(1, "", "script must be a file but there is none at 'none.jsh'\n"));
        assertThat(runAll(List.of("jshell")).errors).startsWith("cannot read jshell: ");
    }

    /** What the prompt advises to write is right. */
    @Test
    void run_whatIsAdvised() throws IOException {
        String lines = Advice.written().stream()
                .map(sample -> "println(" + sample + ");\n")
                .collect(Collectors.joining());
        assertThat(run(lines).errors).isEmpty();
    }

    private Run run(String... sources) throws IOException {
        List<String> scripts = new ArrayList<>(List.of("jshell/startup.jsh"));
        for (int i = 0; i < sources.length; i++) {
            Path script = directory.resolve("script" + i + ".jsh");
            Files.writeString(script, sources[i]);
            scripts.add(script.toString());
        }
        return runAll(scripts);
    }

    private static Run runAll(List<String> scripts) {
        var printed = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int exitCode = ScriptRunner.run(scripts, new PrintStream(errors, true, StandardCharsets.UTF_8));
            return new Run(exitCode, text(printed), text(errors));
        } finally {
            System.setOut(before);
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private record Run(int exitCode, String printed, String errors) {}
}
