package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what Javadoc shows: each block of code, which begins on a line of its own, unlike a formula. */
class JavadocSamplesTest {
    private static final Path SOURCES = Path.of("../estimator-core/src/main/java");
    private static final Pattern BLOCK = Pattern.compile("<pre>\\{@code\\n(.*?)\\}</pre>", Pattern.DOTALL);
    /** A line that goes on with a call, before which the prompt would think that all is said. */
    private static final Pattern NEXT_CALL = Pattern.compile("\\n *\\.");

    private static final Pattern MARGIN = Pattern.compile("^ *\\* ?", Pattern.MULTILINE);

    /** What samples mention without saying where they have it from. */
    private static final String GIVEN = """
            import dev.estimator.junit.*;
            import org.junit.jupiter.api.Test;
            import org.junit.jupiter.api.extension.ExtendWith;
            var users = assume("daily active users", million(10));
            var size = assume("size", kb(3));
            var servers = users.times(count(20)).per(DAY).div(qps(700)).ceil().named("servers");
            var kept = users.times(size).per(DAY).times(assume("retention", years(5)));
            var storage = kept.times(assume("replication factor", ratio(2.5))).named("storage");
            var disk = assume("records", count(6)).times(tb(3)).named("disk");
            Bytes disk() { return disk; }
            var cache = Component.named("cache").serviceTime(ms(0.4), count(2));
            var shop = Architecture.of(UseCase.read("browse", qps(900), qps(2700), cache));
            """;

    /** These compare with a file of the user, which is not there. */
    private static final Set<String> ONLY_COMPILED = Set.of("Baseline");

    private static Prompt prompt;

    private record Sample(String type, String code) {
        @Override
        public String toString() {
            return type;
        }
    }

    @BeforeAll
    static void open() throws IOException {
        prompt = new Prompt();
    }

    @AfterAll
    static void close() {
        prompt.close();
    }

    static List<Sample> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .flatMap(JavadocSamplesTest::samples)
                    .toList();
        }
    }

    private static Stream<Sample> samples(Path file) {
        String type = file.getFileName().toString().replace(".java", "");
        return BLOCK.matcher(read(file))
                .results()
                .map(block -> new Sample(
                        type, MARGIN.matcher(block.group(1)).replaceAll("").strip()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    @Test
    void samples_areFound() throws IOException {
        assertThat(samples().stream().map(Sample::type).collect(Collectors.toSet()))
                .contains("Architecture", "Baseline", "Checks", "Estimates", "Model", "Scenarios", "Sweep");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sample_runs(Sample sample) {
        prompt.run(GIVEN);
        String code = NEXT_CALL.matcher(sample.code).replaceAll(".");
        prompt.run(ONLY_COMPILED.contains(sample.type) ? "void sample() { " + code + "; }" : code);
        prompt.forget();
    }
}
