package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.examples.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The help says what is so: its topics are listed, fit on a screen, and their lines run. */
class HelpTest {
    private static final Path DIRECTORY = Path.of("src/main/resources/dev/estimator/examples/shell/help");

    @Test
    void help_listsEachTopicOnOneScreen() throws IOException {
        try (Prompt prompt = new Prompt()) {
            prompt.run("help()");
            List<String> lines = new ArrayList<>(prompt.printed().lines().toList());
            assertThat(lines).hasSizeLessThanOrEqualTo(30).allMatch(line -> line.length() <= 100);
            Files.readAllLines(DIRECTORY.resolve("theory.txt")).stream()
                    .filter(line -> line.matches("  \\w+  .*"))
                    .forEach(lines::add);
            for (Path file : topics()) {
                String[] title = Files.readAllLines(file).get(0).split(": ", 2);
                assertThat(file).hasFileName(title[0] + ".txt");
                assertThat(lines).anyMatch(line -> line.matches("  " + title[0] + " +" + Pattern.quote(title[1])));
            }
            assertThat(lines.stream().filter(line -> line.matches("  \\w+  .*")))
                    .hasSize(topics().size());
            assertThat(prompt.run("var users = assume(\"daily active users\", between(million(5), million(20)))"))
                    .containsExactly("10M (5M … 20M)");
        }
    }

    @Test
    void help_unknownTopic() {
        assertThatThrownBy(() -> Shell.help("storge"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "there is no topic 'storge': did you mean storage? There are architecture, assumptions, ")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Shell.help(""))
                .hasMessageStartingWith("there is no topic ''. There are architecture, ");
        assertThatThrownBy(() -> Shell.help("bogus")).hasMessageStartingWith("there is no topic 'bogus'. There are ");
    }

    @ParameterizedTest
    @CsvSource({
        "LoadTest, 'scalability: '",
        "ErlangC, 'queueing: '",
        "'load test', 'scalability: '",
        "callchain, 'calls: '",
        "checks, 'check: '",
        "sheets, 'sheet: '",
        "assumption, 'assumptions: '",
        "drivers, 'see help(...) of\n  questions '",
        "p99, 'latency: '",
        "partition, 'kafka: '",
        "KV cache, 'llm: '",
        "ttft, 'llm: '",
        "iops, 'servers: '",
        "backup, 'retention: '",
        "Cold, 'retention: '",
        "egress, 'cost: '",
        "fan-out, 'architecture: '",
        "fallback, 'architecture: '",
        "retry, 'reliability: '",
        "little, 'queueing: '",
        "cardinality, 'metrics: '",
        "Samples, 'metrics: '",
        "series, 'metrics: '",
        "prometheus, 'metrics: '",
        "tokens/s, 'llm: '",
        "GPUs, 'llm: '",
        "price per token, 'llm: '",
        "leaderboards, 'cache: '",
        "transactions, 'records: '",
        "databases, 'storage: '",
        "durable, 'durability: '",
        "concurrent users, 'traffic: '",
    })
    void help_findsWords(String word, String beginning) throws IOException {
        try (Prompt prompt = new Prompt()) {
            prompt.run("help(\"" + word + "\")");
            assertThat(prompt.printed()).startsWith(beginning);
        }
    }

    /** Of a method it also says of what it is asked, below the topics. */
    @ParameterizedTest
    @CsvSource({
        "toCount, 'toCount(...) is asked of Ratio'",
        "p99, 'p99(...) is asked of Latency'",
        "availability, 'availability(...) is asked of '",
        "serviceTime, 'serviceTime(...) is asked of '",
    })
    void help_ofAMethod_saysOfWhatItIsAsked(String word, String line) throws IOException {
        try (Prompt prompt = new Prompt()) {
            prompt.run("help(\"" + word + "\")");
            assertThat(prompt.printed().lines())
                    .anySatisfy(printed -> assertThat(printed).startsWith(line));
        }
    }

    /** Each leads to a topic, and each topic has lines to type. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "iops",
                "tokens",
                "gpu",
                "kafka",
                "shards",
                "backup",
                "egress",
                "cdn",
                "wal",
                "index",
                "zones",
                "peak",
                "fan-out",
                "retry",
                "queue",
                "threads",
                "little",
                "cold",
                "hot",
                "tier",
                "replica",
                "full",
                "growth",
                "disk",
                "memory",
                "websocket",
                "connections",
                "cpu",
                "network",
                "ssd",
                "headroom",
                "lag",
                "failover",
                "rps",
                "bandwidth",
                "dau",
                "sla",
                "partition",
                "percentile",
                "timeout",
                "object storage",
                "metrics",
                "monitoring",
                "scrape",
                "churn",
                "tps",
                "players",
                "attachments",
                "search index",
                "documents",
                "events",
                "video",
                "consistency",
                "kv"
            })
    void help_wordsOfTheTrade(String word) {
        assertThatCode(() -> Shell.help(word)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void topic_fitsOnAScreen(Path file) throws IOException {
        assertThat(Files.readAllLines(file))
                .hasSizeLessThanOrEqualTo(25)
                .allMatch(line -> line.length() <= 100)
                .contains("try");
    }

    @Test
    void topics_showLinesThatRun() throws IOException {
        try (Prompt prompt = new Prompt()) {
            for (Path file : topics()) {
                for (String line : samples(file)) {
                    for (String echo : prompt.run(line)) {
                        assertThat(echo)
                                .as("%s: %s", file.getFileName(), line)
                                .matches(answer -> printsNothing(line) ? answer.isEmpty() : Prompt.isAnswer(answer));
                    }
                }
                prompt.forget();
            }
        }
    }

    /** Topics named them without arguments, or in an order that does not compile. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            architecture | hedged(percent(5), a)
            architecture | retried(3, percent(9), a)
            architecture | cacheAside(a, percent(80), b)
            architecture | writeBehind(a, percent(9), b)
            architecture | refreshAhead(a, percent(80), percent(9), b)
            cost         | db.charge("disk", tb(5).times(usd(0.02).per(gb(1)).per(MONTH)))
            questions    | largest(size).withConfidence(percent(90)).suchThat(limit(disk).atMost(tb(9)))
            """)
    void topic_showsWhatRuns(String topic, String line) throws IOException {
        assertThat(DIRECTORY.resolve(topic + ".txt")).content().contains(line);
        try (Prompt prompt = new Prompt()) {
            prompt.run("var a = Component.named(\"a\").serviceTime(ms(3), count(4))");
            prompt.run("var b = Component.named(\"b\").serviceTime(ms(6), count(8))");
            prompt.run("var db = Component.named(\"db\").serviceTime(ms(2), count(4))");
            prompt.run("var size = assume(\"photo\", between(mb(1), mb(4)))");
            prompt.run("var disk = size.times(million(3))");
            assertThat(prompt.run(line)).hasSize(1).allMatch(Prompt::isAnswer);
        }
    }

    static List<Path> topics() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().toList();
        }
    }

    static List<String> samples(Path file) throws IOException {
        List<String> samples = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("  jshell> "))
                .map(line -> line.substring("  jshell> ".length()))
                .toList();
        assertThat(samples).as("samples of " + file).hasSizeBetween(3, 7);
        return samples;
    }

    /** Whether a line only does something: what has no value has no echo. */
    private static boolean printsNothing(String line) {
        return line.matches("\\{.*|println\\(.*|.*\\.verify\\(.*");
    }
}
