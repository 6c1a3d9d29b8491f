package dev.estimator.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell sees: the real tools, each in a process of its own. */
class LauncherTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private Path directory;

    @Test
    void estimate_failingScript_failsTheStep() throws Exception {
        Path script = directory.resolve("bad.jsh");
        Files.writeString(script, "println(qps(3))\nqps(-3)\n");
        Run run = bash("set -e; jshell/estimate " + script + "; echo not reached", "");
        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.output)
                .isEqualTo("3 req/s\n" + script
                        + ":2: IllegalArgumentException: amount must be finite and not negative but was -3.0\n");
    }

    @Test
    void estimate_standardInput() throws Exception {
        assertThat(bash("jshell/estimate - && echo reached", "println(tb(3).div(mb(4)))\n"))
                .isEqualTo(new Run(0, "×750k\nreached\n"));
    }

    @Test
    void estimate_prompt_saysErrorsInOneLine() throws Exception {
        Run run = bash("jshell/estimate", """
                ratio(-1)
                Qps.parse("3 apples")
                help("storge")
                List.of(1).get(3)
                mb(3).times(usd(2))
                var q = qps(-1)
                q.times(ratio(2))
                million(10).times(count(20)).per(DAY)
                CacheMemory.builder().items(count(400)).itemSize(kb(8)).hotShare(percent(9)).build().residualLoad()
                million(3).div(count(0))
                Report.titled("x").section("Users", million(3).named("users")).page().write(Path.of("/dev/null/x.html"))
                """);
        assertThat(run.exitCode).isZero();
        assertThat(run.output)
                .contains("|  Error: factor must be finite and not negative but was -1.0\n")
                .contains("|  Error: cannot read \"3 apples\" as Qps")
                .contains("|  Error: there is no topic 'storge': did you mean storage? There are architecture, ")
                .contains("|  Error: times does not take Money\n|  times takes double, Ratio, ")
                .contains("|  Error: q is null, for the line that should have set it failed")
                .contains("|  Exception java.lang.IndexOutOfBoundsException: Index: 3 Size: 1\n")
                .contains("==> 2.3k/s\n")
                .contains("|  Error: hitRatio or popularity is not set: it is needed for the residual load\n")
                .contains("|  Error: 3M ÷ 0 has no answer: the divisor is zero\n")
                .contains("|  Error: cannot write /dev/null/x.html: ")
                .doesNotContain("Caused by", "|        ...", "Exception java.lang.Ill")
                .doesNotContainPattern("(?m)^\\|  +at ");
    }

    /** With whatever flags, also where the lines are a file among the options, which the tool reads in another way. */
    @ParameterizedTest
    @ValueSource(strings = {"-s", "-q", "-v", "-s -", "-q -", "-s /dev/stdin", "--feedback=concise -", "-R-Dx=y -"})
    void estimate_flags_sayErrorsInOneLine(String flags) throws Exception {
        Run run = bash("jshell/estimate " + flags + " 2>&1", """
                help("blorp")
                mb(3).times(usd(2))
                var q = qps(-1)
                q.times(ratio(2))
                println(foo(
                  3))
                println(qps(5))
                """);
        assertThat(run.output)
                .contains(
                        "Error: there is no topic 'blorp'. There are architecture, ",
                        "Error: times does not take Money\n",
                        "times takes double, Ratio, ",
                        "Error: q is null, for the line that should have set it failed",
                        "Error: cannot find symbol: method foo(int)\n",
                        "5 req/s\n")
                .doesNotContain("not applicable", "  symbol:", "REPL")
                .doesNotContainPattern("(?m)^[| ]*at |\\^--");
    }

    /** Each time, also where nothing else is echoed. */
    @ParameterizedTest
    @ValueSource(strings = {"", "-s", "-q"})
    void estimate_methodThatNeedsMore_saysWhat(String flags) throws Exception {
        Run run = bash("jshell/estimate " + flags, "int f(int x) { return x / y; }\nf(2)\nf(3)\n");
        assertThat(run.output
                        .lines()
                        .filter(line -> line.contains("variable y"))
                        .count())
                .as(run.output)
                .isGreaterThanOrEqualTo(2);
    }

    /** What a new user gets wrong: each answer is one or two lines, and says what to type. */
    @Test
    void estimate_wrongLines_sayWhatToType() throws Exception {
        Path script = Path.of("src/test/resources/dev/estimator/examples/jshell/wrong-lines.jsh");
        List<String> lines = Files.readAllLines(script);
        Run run = bash("jshell/estimate", String.join("\n", lines) + "\n");
        List<String> answers = Arrays.asList(run.output.replace("\b", "").split("\njshell> +"));
        assertThat(answers).hasSizeGreaterThan(lines.size());
        var transcript = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String shown = answers.get(i + 1);
            // JDK 25 may show what was typed, or as much of it as had come when it looked
            int echoed = Arrays.mismatch(shown.toCharArray(), line.toCharArray());
            String answer = shown.substring(echoed).strip();
            assertThat(answer.lines().count()).as(line).isBetween(1L, 2L);
            transcript
                    .append("jshell> ")
                    .append(line)
                    .append('\n')
                    .append(answer)
                    .append('\n');
        }
        Golden.verify("jshell/wrong-lines.txt", transcript.toString());
    }

    @Test
    void estimate_longEchoes_areWhole() throws Exception {
        Run run =
                bash("jshell/estimate", "ReferenceFigures.all()\nvar all = ReferenceFigures.all()\n/reset\ncount(3)\n");
        assertThat(run.output)
                .contains("$1 ==> ", "all ==> ", "$1 ==> 3")
                .doesNotContain(" ... ", "|  ")
                .satisfies(text -> assertThat(text.lines().count()).isGreaterThan(320));
        assertThat(bash("jshell/estimate -s", "println(count(3))\n").output).contains("3\n");
    }

    @Test
    void estimate_keepsAnArchiveOfClasses() throws Exception {
        Path jar = jar(directory.resolve("est.jar"));
        Path script = Files.writeString(directory.resolve("good.jsh"), "println(tb(3).div(mb(4)))\n");
        String launch = "ESTIMATE_CLASS_PATH=" + jar + " jshell/estimate " + script;
        assertThat(bash(launch, ""))
                .isEqualTo(new Run(0, "preparing a faster start, a few seconds the first time ...\n×750k\n"));
        assertThat(bash(launch, "")).isEqualTo(new Run(0, "×750k\n"));
        Path archive = archives().get(0);
        Run run = run(
                List.of(
                        JAVA.toString(),
                        "-XX:SharedArchiveFile=" + archive,
                        "-Xlog:class+load",
                        "--class-path",
                        jar.toString(),
                        "dev.estimator.examples.UrlShortener"),
                "");
        assertThat(run.output)
                .containsPattern("dev\\.estimator\\.quantity\\.Bytes source: shared objects file \\(top\\)");
        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
        assertThat(bash(launch, "").output).startsWith("preparing");
        assertThat(archives()).containsExactly(archive);
    }

    /** What stands for an archive that could not be made is passed over, and nothing is made again. */
    @Test
    void estimate_emptyArchive_isPassedOver() throws Exception {
        Path jar = jar(directory.resolve("est.jar"));
        Path script = Files.writeString(directory.resolve("good.jsh"), "println(tb(3).div(mb(4)))\n");
        Path jdk = JAVA.toRealPath();
        Path archive = Files.createFile(directory.resolve("est" + jdk.toString().replace('/', '-') + ".jsa"));
        assertThat(bash("ESTIMATE_CLASS_PATH=" + jar + " jshell/estimate " + script, ""))
                .isEqualTo(new Run(0, "×750k\n"));
        assertThat(archives()).containsExactly(archive);
        assertThat(archive).isEmptyFile();
    }

    @Test
    void estimate_withoutJava_saysWhatToDo() throws Exception {
        String launch = "JAVA_HOME=" + directory + " jshell/estimate -";
        assertThat(bash(launch, "println(qps(3))\n"))
                .isEqualTo(new Run(1, "there is no java: set JAVA_HOME to a JDK\n"));
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    /** The classes of the library in one jar, as an archive cannot hold those of folders; it names other jars. */
    private static Path jar(Path jar) throws IOException {
        List<Path> path =
                Stream.of(CLASS_PATH.split(File.pathSeparator)).map(Path::of).toList();
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        path.stream()
                                .filter(file -> !isOurs(file))
                                .map(file -> file.toUri().toString())
                                .collect(joining(" ")));
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            var written = new HashSet<>(Set.of("", JarFile.MANIFEST_NAME));
            for (Path classes : path.stream().filter(LauncherTest::isOurs).toList()) {
                if (Files.isDirectory(classes)) {
                    copy(classes, out, written);
                } else {
                    try (FileSystem files = FileSystems.newFileSystem(classes)) {
                        copy(files.getPath("/"), out, written);
                    }
                }
            }
        }
        return jar;
    }

    private static boolean isOurs(Path path) {
        return Files.isDirectory(path) || String.valueOf(path.getFileName()).startsWith("estimator-");
    }

    private static void copy(Path root, JarOutputStream out, Set<String> written) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace(File.separatorChar, '/');
                if (written.add(name)) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                }
            }
        }
    }

    @Test
    void singleFile_passesAndFails() throws Exception {
        assertThat(singleFile()).isEqualTo(new Run(0, """
                13 (8 … 21)
                daily active users can be 27.73M at most, room for ×5.55: then servers ≤ 60 binds, all else at its best guess
                """));
        Run run = singleFile("50");
        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.output).contains("107 (55 … 188)\n", "expected at most  60 with 95% confidence", "assumed");
    }

    private static Run singleFile(String... args) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(JAVA.toString(), "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-Dsun.stdout.encoding=UTF-8", "--class-path", CLASS_PATH, "jshell/CapacityCheck.java"));
        command.addAll(List.of(args));
        return run(command, "");
    }

    private static Run bash(String line, String input) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");
        return run(List.of("/bin/bash", "-c", line), input);
    }

    private static Run run(List<String> command, String input) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ESTIMATE_CLASS_PATH", CLASS_PATH);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output.replace("\r\n", "\n"));
    }

    private record Run(int exitCode, String output) {}
}
