package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs what the README shows. */
class ReadmeTest {
    private static final Pattern JAVA =
            Pattern.compile("```java\\n(.*?)```(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern PROMPT = Pattern.compile("```jshell\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("jshell> (.*?)\\n(.*?)(?=\\n*jshell> |\\n*$)", Pattern.DOTALL);

    @Test
    void java_printsTheTextBelowIt() throws IOException {
        List<MatchResult> samples = blocks(JAVA);
        assertThat(samples).hasSize(3);
        for (MatchResult sample : samples) {
            try (Prompt prompt = new Prompt()) {
                prompt.run(sample.group(1));
                assertThat(prompt.printed()).isEqualTo(sample.group(2) == null ? "" : sample.group(2));
            }
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

    private static List<MatchResult> blocks(Pattern pattern) throws IOException {
        List<MatchResult> blocks = pattern.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .toList();
        assertThat(blocks).isNotEmpty();
        return blocks;
    }
}
