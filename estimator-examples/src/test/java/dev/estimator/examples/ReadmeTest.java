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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what the README and the guide show. */
class ReadmeTest {
    private static final Pattern JAVA =
            Pattern.compile("```java\\n(.*?)```(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("```mermaid\\n.*?```", Pattern.DOTALL);
    private static final Pattern PROMPT = Pattern.compile("```jshell\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("jshell> (.*?)\\n(.*?)(?=\\n*jshell> |\\n*$)", Pattern.DOTALL);

    private static final Pattern MODEL =
            Pattern.compile("^public (?:abstract|final|sealed) (?:class|interface) (\\w+)", Pattern.MULTILINE);

    private static final Pattern CHECK = Pattern.compile("check\\(.*;\\n");
    private static final String FAILING = "try { %s } catch (AssertionError e) { System.out.println(e.getMessage()); }";

    /** What a check says goes on with all that the failed estimate rests on. */
    @ParameterizedTest
    @EnumSource(Document.class)
    void java_printsTheTextBelowIt(Document document) throws IOException {
        try (Prompt prompt = new Prompt()) {
            for (MatchResult sample : blocks(document, JAVA)) {
                boolean isCheck = CHECK.matcher(sample.group(1)).matches();
                prompt.run(isCheck ? FAILING.formatted(sample.group(1).strip()) : sample.group(1));
                String text = sample.group(2) == null ? "" : sample.group(2);
                assertThat(isCheck ? prompt.printed().substring(0, text.length()) : prompt.printed())
                        .isEqualTo(text);
                prompt.clear();
            }
        }
    }

    /** The pictures that it shows are those of its own samples. */
    @Test
    void readme_picturesAreThoseOfItsSamples() throws IOException {
        assertThat(Document.README.text())
                .contains("(estimator-examples/pictures/page.svg)", "(estimator-examples/pictures/system.svg)");
        try (Prompt prompt = new Prompt()) {
            blocks(Document.README, JAVA).stream()
                    .map(block -> block.group(1))
                    .filter(code -> !CHECK.matcher(code).matches())
                    .forEach(prompt::run);
            assertThat(picture(
                            prompt,
                            "section(\"Servers\", servers).fits(limit(servers).atMost(count(60))).headline(servers)"))
                    .isEqualTo(Files.readString(Path.of("pictures", "page.svg")));
            assertThat(picture(prompt, "architecture(shop)"))
                    .isEqualTo(Files.readString(Path.of("pictures", "system.svg")));
        }
    }

    private static String picture(Prompt prompt, String report) {
        prompt.clear();
        prompt.run("System.out.println(Report.titled(\"A\")." + report + ".page().html());");
        return Pictures.standalone(prompt.printed());
    }

    /** The picture below the sample of a system is the one that the library makes of it. */
    @Test
    void guide_pictureIsThatOfTheSystem() throws IOException {
        Document document = Document.GUIDE;
        String sample = blocks(document, JAVA).stream()
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
            assertThat(blocks(document, PICTURE).stream().map(MatchResult::group))
                    .isEqualTo(made);
            assertThat(made).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void prompt_echoesTheTextBelowEachLine(Document document) throws IOException {
        String session = String.join(
                "\n",
                blocks(document, PROMPT).stream().map(block -> block.group(1)).toList());
        try (Prompt prompt = new Prompt()) {
            for (MatchResult line : LINE.matcher(session).results().toList()) {
                List<String> echoes = prompt.run(line.group(1));
                if (line.group(2).contains("==> ")) {
                    assertThat(echoes).containsExactly(line.group(2).split("==> ", 2)[1]);
                }
            }
        }
    }

    /** Whoever adds a model says in the guide which question it answers. */
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
        String guide = Document.GUIDE.text();
        assertThat(models).allSatisfy(model -> assertThat(guide).containsPattern("`" + model + "\\b"));
    }

    /** Who has ninety seconds reads all of it. */
    @Test
    void readme_isShort() throws IOException {
        assertThat(Document.README.text().lines().count()).isLessThan(150);
    }

    /** What is said by hand. */
    enum Document {
        README(Path.of("..", "README.md")),
        GUIDE(Path.of("GUIDE.md"));

        private final Path path;

        Document(Path path) {
            this.path = path;
        }

        String text() throws IOException {
            return Files.readString(path);
        }
    }

    private static List<MatchResult> blocks(Document document, Pattern pattern) throws IOException {
        List<MatchResult> blocks = pattern.matcher(document.text()).results().toList();
        assertThat(blocks).isNotEmpty();
        return blocks;
    }
}
