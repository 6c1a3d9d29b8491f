package dev.estimator.examples;

import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.qps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.examples.shell.Shell;
import dev.estimator.model.CacheMemory;
import dev.estimator.model.CallChain;
import dev.estimator.model.Quorum;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.model.Traffic;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The help says what is so: its lines run, and it names all that can be set on a model and asked of it, with defaults. */
class HelpTest {
    private static final Path DIRECTORY = Path.of("src/main/resources/dev/estimator/examples/shell/help");
    private static final RecordKind KIND =
            RecordKind.builder("post").rate(qps(3)).size(bytes(7)).build();
    private static final Map<String, Object> MODELS = Map.of(
            "traffic", Traffic.builder().requestRate(qps(3)).build(),
            "records", KIND,
            "storage", Storage.builder().kind(KIND).build(),
            "cache", CacheMemory.builder().workingSet(bytes(7)).build(),
            "servers", Servers.builder().limit("requests", qps(3), qps(5)).build(),
            "calls", CallChain.builder().call("auth", nines(3)).build(),
            "quorum",
                    Quorum.builder()
                            .copies(3)
                            .readsFrom(2)
                            .writesTo(2)
                            .availabilityOfCopy(nines(3))
                            .build());

    /** Names at the beginning of a line, each with its default in parentheses if it has one. */
    private static final Pattern NAMES =
            Pattern.compile("(?m)^  (\\w+(?: \\([^)]*\\))?(?:, \\w+(?: \\([^)]*\\))?)*)(?=  |$)");

    private static final Pattern NAME = Pattern.compile("(\\w+)(?: \\(([^)]*)\\))?");

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
                .hasMessageStartingWith("topic must be one of storage, ")
                .hasMessageEndingWith(" but was 'storge'")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Shell.help("")).hasMessageEndingWith(" but was ''");
    }

    @ParameterizedTest
    @CsvSource({
        "LoadTest, 'scalability: '",
        "ErlangC, 'queueing: '",
        "'load test', 'scalability: '",
        "callchain, 'calls: '",
        "drivers, 'see help(...) of\n  questions '",
        "p99, 'latency: '",
    })
    void help_findsWords(String word, String beginning) throws IOException {
        try (Prompt prompt = new Prompt()) {
            prompt.run("help(\"" + word + "\")");
            assertThat(prompt.printed()).startsWith(beginning);
        }
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

    static Stream<String> models() {
        return MODELS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("models")
    void topic_namesWhatCanBeSet(String topic) throws IOException {
        Class<?> builder = builder(topic);
        Set<String> settable = Arrays.stream(builder.getMethods())
                .filter(method -> builder.equals(method.getReturnType()))
                .filter(method -> !isForMany(method))
                .map(Method::getName)
                .filter(name ->
                        !name.matches("from|(add|put)[A-Z].*") && !(topic.equals("records") && name.equals("name")))
                .collect(Collectors.toSet());
        assertThat(names(topic, "set on ").keySet()).isEqualTo(settable);
    }

    @ParameterizedTest
    @MethodSource("models")
    void topic_namesWhatCanBeAsked(String topic) throws IOException {
        Class<?> model = model(topic);
        Set<String> attributes =
                Arrays.stream(builder(topic).getMethods()).map(Method::getName).collect(Collectors.toSet());
        Set<String> answers = Arrays.stream(model.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !attributes.contains(name) && !name.equals("builder"))
                .collect(Collectors.toSet());
        assertThat(names(topic, "ask").keySet()).isEqualTo(answers);
    }

    @ParameterizedTest
    @MethodSource("models")
    void topic_statesTheDefaults(String topic) throws ReflectiveOperationException, IOException {
        for (Map.Entry<String, String> name : names(topic, "set on ").entrySet()) {
            Optional<Method> accessor = Arrays.stream(model(topic).getMethods())
                    .filter(method -> method.getName().equals(name.getKey()) && method.getParameterCount() == 0)
                    .filter(method -> !Modifier.isAbstract(method.getModifiers()))
                    .findFirst();
            String value = accessor.isPresent() ? String.valueOf(accessor.get().invoke(example(topic))) : "";
            assertThat(name.getValue()).as(name.getKey()).isEqualTo(value);
        }
    }

    static List<Path> topics() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().toList();
        }
    }

    private static List<String> samples(Path file) throws IOException {
        List<String> samples = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("  jshell> "))
                .map(line -> line.substring("  jshell> ".length()))
                .toList();
        assertThat(samples).as("samples of " + file).hasSizeBetween(3, 7);
        return samples;
    }

    /** The names below a heading, with their defaults. */
    private static Map<String, String> names(String topic, String heading) throws IOException {
        String text = Files.readString(DIRECTORY.resolve(topic + ".txt"));
        String block = text.substring(text.indexOf("\n" + heading) + 1).split("\n\n", 2)[0];
        assertThat(block).startsWith(heading);
        return NAMES.matcher(block)
                .results()
                .flatMap(line -> NAME.matcher(line.group(1)).results())
                .collect(Collectors.toMap(
                        (MatchResult name) -> name.group(1), name -> name.group(2) == null ? "" : name.group(2)));
    }

    /** Whether a line only does something: what has no value has no echo. */
    private static boolean printsNothing(String line) {
        return line.matches("\\{.*|println\\(.*|.*\\.(verify|write)\\(.*");
    }

    /** Whether a method sets all things of a kind at once, where another adds one. */
    private static boolean isForMany(Method method) {
        return Stream.of(method.getParameterTypes()).anyMatch(type -> type == Iterable.class || type == Map.class);
    }

    private static Object example(String topic) {
        return Objects.requireNonNull(MODELS.get(topic), topic);
    }

    private static Class<?> model(String topic) {
        return example(topic).getClass().getSuperclass();
    }

    private static Class<?> builder(String topic) {
        return Stream.of(model(topic).getClasses())
                .filter(type -> type.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow();
    }
}
