package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.analysis.Questions;
import dev.estimator.check.Checks;
import dev.estimator.examples.shell.Shell;
import dev.estimator.latency.Latencies;
import dev.estimator.quantity.Quantities;
import dev.estimator.system.Step;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the scripts and what the Javadoc shows. */
class JShellScriptsTest {
    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Prompt.DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".jsh"))
                    .filter(file -> !file.endsWith("startup.jsh") && !file.endsWith("walkthrough.jsh"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void script_printsItsEstimate(Path script) throws IOException {
        String name = "jshell/" + script.getFileName().toString().replace(".jsh", ".txt");
        try (Prompt prompt = new Prompt()) {
            prompt.run(Files.readString(script));
            Golden.verify(name, prompt.printed());
        }
    }

    /** The walk-through as one reads it at the prompt: below each line its echo, or what it prints. */
    @Test
    void walkthrough_echoesAnAnswerToEachLine() throws IOException {
        StringBuilder transcript = new StringBuilder();
        try (Prompt prompt = new Prompt()) {
            for (String line : Files.readAllLines(Prompt.DIRECTORY.resolve("walkthrough.jsh"))) {
                if (line.isEmpty() || line.startsWith("//")) {
                    transcript.append(line).append('\n');
                    continue;
                }
                int printedBefore = prompt.printed().length();
                transcript.append("jshell> ").append(line).append('\n');
                for (String echo : prompt.run(line)) {
                    if (!line.startsWith("println(")) {
                        assertThat(echo).as(line).matches(Prompt::isAnswer);
                        transcript.append(echo).append('\n');
                    }
                }
                transcript.append(prompt.printed().substring(printedBefore));
            }
        }
        Golden.verify("jshell/walkthrough.txt", transcript.toString());
    }

    @Test
    void prompt_echoesTheAnswer() throws IOException {
        try (Prompt prompt = new Prompt()) {
            assertThat(prompt.run("var users = assume(\"daily active users\", million(10), \"launch plan\")"))
                    .containsExactly("10M");
            assertThat(prompt.run("var average = users.times(count(20)).per(DAY).named(\"average rate\")"))
                    .containsExactly("2.3k/s");
            assertThat(prompt.run("average.times(ratio(3))")).containsExactly("6.9k/s");
            assertThat(prompt.run("average.explain()")).containsExactly("""
                            assumed
                              daily active users = 10M  (launch plan)
                            calculated
                              average rate = daily active users × 20 ÷ 1 d
                                           = 10M × 20 ÷ 1 d
                                           = 2,315/s""");
            assertThat(prompt.run("average.given(users, million(50))")).containsExactly("12k/s");
        }
    }

    @Test
    void javadoc_showsWhatThePromptEchoes() throws IOException {
        Map<String, String> samples = Map.of(
                "million(10).times(count(20)).per(DAY)", "2.3k/s",
                "million(10).per(seconds(2.5e6))", "4/s",
                "million(10).per(MONTH)", "3.8/s",
                "usd(0.02).per(gb(1))", "$0.02/GB",
                "usd(0.4).per(million(1))", "$0.40/1M",
                "usd(15).per(MONTH)", "$15/month ($0.0205/h)",
                "ratio(1.15)", "×1.15",
                "tb(1500).format(PB)", "\"1.5 PB\"",
                "Price.parse(\"$0.02/GB\", Bytes.class)", "$0.02/GB",
                "Traffic.builder().requestRate(qps(50)).build().withPeakToAverage(ratio(3))",
                        "traffic of 50 req/s, 150 req/s at peak");
        try (Prompt prompt = new Prompt()) {
            samples.forEach((line, echo) -> assertThat(prompt.run(line)).containsExactly(echo));
        }
    }

    /** The setters are inherited from a generated builder; were that hidden, Tab would not show them. */
    @Test
    void tab_completesWhatCanFollow() throws IOException {
        try (Prompt prompt = new Prompt()) {
            prompt.run("var disk = assume(\"photos\", between(million(1), million(5))).times(mb(3)).named(\"disk\")");
            assertThat(prompt.completions("Traffic.builder().d"))
                    .containsExactlyInAnyOrder("dailyActiveUsers(", "dailyShareOfMonthly(", "day(");
            assertThat(prompt.completions("betw")).contains("between(");
            assertThat(prompt.completions("Quantities.uni")).contains("uniform(");
            assertThat(prompt.completions("Servers.builder().")).contains("limit(", "zones(", "build()");
            assertThat(own(prompt.completions("check(disk).")))
                    .containsExactlyInAnyOrder(
                            "atLeast(", "atMost(", "between(", "growing(", "within(", "withConfidence(");
            assertThat(own(prompt.completions("limit(disk)."))).containsExactlyInAnyOrder("atLeast(", "atMost(");
            assertThat(own(prompt.completions("Report.titled(\"x\").")))
                    .containsExactlyInAnyOrder(
                            "architecture(",
                            "digits(",
                            "drivers(",
                            "fits(",
                            "headline(",
                            "note(",
                            "outlook(",
                            "page()",
                            "scenarios(",
                            "section(",
                            "unit(",
                            "units(",
                            "utilization(");
            assertThat(prompt.completions("prob")).containsExactly("probabilityThat(");
            assertThat(prompt.completions("var x = mill")).containsExactly("million(");
            assertThat(prompt.completions("disk.p")).contains("p5()", "p50()", "p95()", "percentile(", "per(", "plus(");
            assertThat(prompt.completions("help")).containsExactly("help(");
        }
    }

    /** What the Tab key offers where nothing is typed yet. Whoever adds a name here makes all others harder to find. */
    @Test
    void tab_findsFewNames() {
        Map<Class<?>, Integer> names = new LinkedHashMap<>();
        for (Class<?> type :
                List.of(Quantities.class, Latencies.class, Questions.class, Checks.class, Shell.class, Step.class)) {
            names.put(type, (int) Stream.of(type.getMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers()))
                    .map(Method::getName)
                    .distinct()
                    .count());
        }
        assertThat(names)
                .isEqualTo(Map.of(
                        Quantities.class,
                        58,
                        Latencies.class,
                        2,
                        Questions.class,
                        6,
                        Checks.class,
                        2,
                        Shell.class,
                        2,
                        Step.class,
                        17));
    }

    /** Without what everything has. */
    private static List<String> own(List<String> completions) {
        return completions.stream()
                .filter(name -> !name.matches("(equals|hashCode|toString|getClass|notify|notifyAll|wait)\\(.*"))
                .toList();
    }
}
