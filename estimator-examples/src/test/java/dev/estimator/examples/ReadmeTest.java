package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what the README shows. */
class ReadmeTest {
    private static final Pattern JAVA =
            Pattern.compile("```java\\n(.*?)```(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("```mermaid\\n.*?```", Pattern.DOTALL);
    private static final Pattern PROMPT = Pattern.compile("```jshell\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("jshell> (.*?)\\n(.*?)(?=\\n*jshell> |\\n*$)", Pattern.DOTALL);

    private static final Pattern MODEL =
            Pattern.compile("^public (?:abstract|final|sealed) (?:class|interface) (\\w+)", Pattern.MULTILINE);

    @Test
    void java_printsTheTextBelowIt() throws IOException {
        List<MatchResult> samples = blocks(JAVA);
        assertThat(samples).hasSize(5);
        try (Prompt prompt = new Prompt()) {
            for (MatchResult sample : samples) {
                prompt.run(sample.group(1));
                assertThat(prompt.printed()).isEqualTo(sample.group(2) == null ? "" : sample.group(2));
                prompt.forget();
            }
        }
    }

    /** The picture below the sample of a system is the one that the library makes of it. */
    @Test
    void picture_isThatOfTheSystem() throws IOException {
        String sample = blocks(JAVA).stream()
                .map(block -> block.group(1))
                .filter(code -> code.contains("Architecture.of"))
                .findFirst()
                .orElseThrow();
        try (Prompt prompt = new Prompt()) {
            prompt.run(sample);
            prompt.run("System.out.println(Report.titled(\"Shop\").architecture(shop).page().markdown());");
            List<String> made = PICTURE.matcher(prompt.printed())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(blocks(PICTURE).stream().map(MatchResult::group)).isEqualTo(made);
            assertThat(made).hasSize(1);
        }
    }

    @Test
    void prompt_echoesTheTextBelowEachLine() throws IOException {
        String session = String.join(
                "\n", blocks(PROMPT).stream().map(block -> block.group(1)).toList());
        try (Prompt prompt = new Prompt()) {
            for (MatchResult line : LINE.matcher(session).results().toList()) {
                List<String> echoes = prompt.run(line.group(1));
                if (line.group(2).contains("==> ")) {
                    assertThat(echoes).containsExactly(line.group(2).split("==> ", 2)[1]);
                }
            }
        }
    }

    /** Whoever adds a model says in the README which question it answers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "model",
                "queueing",
                "reliability",
                "slo",
                "caching",
                "sharding",
                "scaling",
                "flow",
                "network",
                "reference"
            })
    void questions_nameTheClassThatAnswers(String subject) throws IOException {
        Path sources = Path.of("..", "estimator-core", "src", "main", "java", "dev", "estimator", subject);
        List<String> models = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(sources, "*.java")) {
            for (Path file : files) {
                MODEL.matcher(Files.readString(file)).results().forEach(model -> models.add(model.group(1)));
            }
        }
        assertThat(models).isNotEmpty();
        String readme = Files.readString(Path.of("..", "README.md"));
        assertThat(models).allSatisfy(model -> assertThat(readme).containsPattern("`" + model + "\\b"));
    }

    private static List<MatchResult> blocks(Pattern pattern) throws IOException {
        List<MatchResult> blocks = pattern.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .toList();
        assertThat(blocks).isNotEmpty();
        return blocks;
    }
}
