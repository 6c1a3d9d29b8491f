package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide says about embedding is what the consumers do, which the build runs after the tests. */
class EmbedTest {
    private static final Path CONSUMERS = Path.of("consumers");

    @ParameterizedTest
    @ValueSource(strings = {"class-path", "module-path", "kotlin"})
    void maven_isWhatConsumersDeclare(String consumer) throws IOException {
        String dependency = blocks("xml").get(0).group(1).strip();
        String pom = Files.readString(CONSUMERS.resolve(consumer).resolve("pom.xml"));
        assertThat(pom.replaceAll("(?m)^ +", "")).contains(dependency.replaceAll("(?m)^ +", ""));
    }

    @Test
    void readme_declaresTheSame() throws IOException {
        assertThat(Path.of("..", "README.md"))
                .content()
                .contains(blocks("xml").get(0).group());
    }

    @Test
    void versions_areThatOfThisBuild() throws IOException {
        String parent = Files.readString(Path.of("..", "pom.xml"));
        Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(parent);
        assertThat(version.find()).isTrue();
        assertThat(guide())
                .contains("<version>" + version.group(1) + "</version>")
                .contains("implementation(\"dev.estimator:estimator-core:" + version.group(1) + "\")");
        assertThat(version.group(1).startsWith("0.1.0") || parent.contains("<api.skip>false</api.skip>"))
                .as("from 0.1.0 on, versions are compared with the last release")
                .isTrue();
    }

    @Test
    void module_isWhatTheConsumerRequires() throws IOException {
        String requires = "requires dev.estimator.core;";
        assertThat(guide()).contains(requires);
        assertThat(CONSUMERS.resolve("module-path/src/main/java/module-info.java"))
                .content()
                .contains(requires);
    }

    @Test
    void kotlin_isTheConsumerWithItsOutput() throws IOException {
        MatchResult sample = blocks("kotlin").get(1);
        assertThat(sample.group(1)).isEqualTo(Files.readString(CONSUMERS.resolve("kotlin/src/main/kotlin/Launch.kt")));
        assertThat(sample.group(2)).isEqualTo(Files.readString(CONSUMERS.resolve("kotlin/expected.txt")));
    }

    private static List<MatchResult> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\\n(.*?)```(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL)
                .matcher(guide())
                .results()
                .toList();
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("GUIDE.md"));
    }
}
