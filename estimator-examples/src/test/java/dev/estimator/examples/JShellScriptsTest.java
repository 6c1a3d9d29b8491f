package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    .filter(file -> !file.endsWith("startup.jsh"))
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

    @Test
    void prompt_echoesTheAnswer() throws IOException {
        try (Prompt prompt = new Prompt()) {
            assertThat(prompt.run("var users = assume(\"daily active users\", million(10), \"launch plan\")"))
                    .containsExactly("10M");
            assertThat(prompt.run("var average = users.times(count(20)).per(DAY).named(\"average rate\")"))
                    .containsExactly("2.3k req/s");
            assertThat(prompt.run("average.times(ratio(3))")).containsExactly("6.9k req/s");
            assertThat(prompt.run("average.explain()")).containsExactly("""
                            assumed
                              daily active users = 10M  (launch plan)
                            calculated
                              average rate = daily active users × 20 ÷ 1 d
                                           = 10M × 20 ÷ 1 d
                                           = 2,315 req/s""");
            assertThat(prompt.run("average.given(users, million(50))")).containsExactly("12k req/s");
        }
    }

    @Test
    void help_namesTheModels() throws IOException {
        try (Prompt prompt = new Prompt()) {
            prompt.run("help()");
            assertThat(prompt.printed()).contains("Traffic", "Storage", "CacheMemory", "Servers", "CallChain", "/exit");
        }
    }

    /** Each of these stands in the help, and is run in the order in which it stands there. */
    @Test
    void help_showsLinesThatRun() throws IOException {
        List<String> lines = List.of(
                "var users = assume(\"users\", million(10), \"launch plan\")",
                "rate.explain()",
                "rate.given(users, million(50))",
                "rate.given(\"peak to average\", ratio(3))",
                "var size = assume(\"photo\", between(mb(1), mb(4)))",
                "plusOrMinus(tb(5), percent(20))",
                "uniform(a, b)",
                "oneOf(a, b)",
                "measured(list)",
                "correlated(a, b, 0.5)",
                "drivers(disk)",
                "probabilityThat(disk).isAtMost(tb(9))",
                "disk.p95()",
                "disk.given(size, mb(5))",
                "largest(size).suchThat(limit(disk).atMost(tb(9)))",
                "limit(disk).atMost(tb(9)).holdsWith(percent(95))",
                "Report.titled(\"My system\").section(\"Traffic\", rate).fits(limit(rate).atMost(qps(99)))");
        Map<String, String> before = Map.of(
                "rate.explain()",
                        "var rate = Traffic.builder().dailyActiveUsers(users).actionsPerUser(count(3)).build().peakQps();",
                "uniform(a, b)", "var a = count(3); var b = count(5); var list = List.of(a, b);",
                "correlated(a, b, 0.5)", "var a = between(count(3), count(5)); var b = between(count(7), count(9));",
                "drivers(disk)", "var disk = million(4).times(size).named(\"disk\");");
        try (Prompt prompt = new Prompt()) {
            prompt.run("help()");
            assertThat(prompt.printed()).containsSubsequence(lines);
            for (String line : lines) {
                prompt.run(before.getOrDefault(line, ""));
                assertThat(prompt.run(line)).as(line).hasSize(1).doesNotContain("null");
            }
        }
    }

    @Test
    void javadoc_showsWhatThePromptEchoes() throws IOException {
        Map<String, String> samples = Map.of(
                "million(10).times(count(20)).per(DAY)", "2.3k req/s",
                "million(10).per(seconds(2.5e6))", "4 req/s",
                "million(10).per(MONTH)", "3.9 req/s",
                "usd(0.02).per(gb(1))", "$0.02/GB",
                "usd(0.4).per(million(1))", "$0.4/1M",
                "usd(15).per(MONTH)", "$15/month ($0.0208/h)",
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
    void tab_completesTheSetters() throws IOException {
        try (Prompt prompt = new Prompt()) {
            assertThat(prompt.completions("Traffic.builder().d")).contains("dailyActiveUsers(", "day(");
            assertThat(prompt.completions("Servers.builder().")).contains("limit(", "zones(", "build()");
        }
    }
}
