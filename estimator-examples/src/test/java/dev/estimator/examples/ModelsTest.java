package dev.estimator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Model;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every public model of the library has: a help topic that names what can be set and asked, with defaults, a row
 * in the guide, and a place on a design sheet. That nulls are refused by name is tested for all public classes in the
 * core.
 */
class ModelsTest {
    /** Names at the beginning of a line, each with its default in parentheses if it has one. */
    private static final Pattern NAMES =
            Pattern.compile("(?m)^  (\\w+(?: \\([^)]*\\))?(?:, \\w+(?: \\([^)]*\\))?)*)(?=  |$)");

    private static final Pattern NAME = Pattern.compile("(\\w+)(?: \\(([^)]*)\\))?");
    private static final Pattern EXAMPLE = Pattern.compile("var (\\w+) = .*\\.build\\(\\)$");

    static List<Class<?>> models() throws IOException, URISyntaxException, ClassNotFoundException {
        Path core = Path.of(
                Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> models = new ArrayList<>();
        try (ModuleReader classes =
                ModuleFinder.of(core).find("dev.estimator.core").orElseThrow().open()) {
            for (String file : classes.list()
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .toList()) {
                String name = file.replace(".class", "").replace('/', '.');
                Class<?> type = name.contains("-info") ? Model.class : Class.forName(name, false, core());
                if (Model.class.isAssignableFrom(type)
                        && Modifier.isPublic(type.getModifiers())
                        && !type.isInterface()) {
                    models.add(type);
                }
            }
        }
        assertThat(models).isNotEmpty();
        return models;
    }

    private static ClassLoader core() {
        return Model.class.getClassLoader();
    }

    @ParameterizedTest
    @MethodSource("models")
    void guide_namesTheModel(Class<?> model) throws IOException {
        assertThat(Files.readString(Path.of("GUIDE.md"))).containsPattern("\\| .*`" + model.getSimpleName() + "\\b");
    }

    @ParameterizedTest
    @MethodSource("models")
    void topic_namesWhatCanBeSet(Class<?> model) throws IOException {
        Class<?> builder = builder(model);
        Set<String> settable = Arrays.stream(builder.getMethods())
                .filter(method -> builder.equals(method.getReturnType()) && !isForMany(method))
                .map(Method::getName)
                .filter(name -> !name.matches("from|(add|put)[A-Z].*") && !isGivenAtOnce(model, name))
                .collect(Collectors.toSet());
        assertThat(names(model, "set on ").keySet()).isEqualTo(settable);
    }

    @ParameterizedTest
    @MethodSource("models")
    void topic_namesWhatCanBeAsked(Class<?> model) throws IOException {
        Set<String> attributes =
                Arrays.stream(builder(model).getMethods()).map(Method::getName).collect(Collectors.toSet());
        Set<String> answers = Arrays.stream(model.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !attributes.contains(name) && !name.matches("builder|answers"))
                .collect(Collectors.toSet());
        assertThat(names(model, "ask").keySet()).isEqualTo(answers);
    }

    /** The last model that the lines to try build has nothing set that has a default. */
    @ParameterizedTest
    @MethodSource("models")
    void example_hasTheDefaultsAndAPlaceOnASheet(Class<?> model) throws IOException {
        try (Prompt prompt = new Prompt()) {
            String example = "";
            for (String line : HelpTest.samples(topic(model))) {
                prompt.run(line);
                Matcher built = EXAMPLE.matcher(line);
                example = built.find() ? built.group(1) : example;
            }
            for (Map.Entry<String, String> name : names(model, "set on ").entrySet()) {
                if (hasDefault(model, name.getKey())) {
                    assertThat(prompt.run(example + "." + name.getKey() + "()"))
                            .as(name.getKey())
                            .containsExactly(name.getValue());
                } else {
                    assertThat(name.getValue()).as(name.getKey()).isEmpty();
                }
            }
            prompt.run("println(DesignSheet.titled(\"sheet\").models(" + example + "))");
            prompt.run("println(Report.titled(\"report\").section(\"model\", " + example + "))");
        }
    }

    private static boolean hasDefault(Class<?> model, String attribute) {
        return Arrays.stream(model.getMethods())
                .filter(method -> method.getName().equals(attribute) && method.getParameterCount() == 0)
                .anyMatch(method -> !Modifier.isAbstract(method.getModifiers()));
    }

    private static Path topic(Class<?> model) throws IOException {
        for (Path file : HelpTest.topics()) {
            if (Files.readString(file).contains("\nset on " + model.getSimpleName() + ".builder(")) {
                return file;
            }
        }
        throw new AssertionError("no help topic has a heading 'set on " + model.getSimpleName() + ".builder()'");
    }

    /** The names below a heading, with their defaults. */
    private static Map<String, String> names(Class<?> model, String heading) throws IOException {
        String text = Files.readString(topic(model));
        String block = text.substring(text.indexOf("\n" + heading) + 1).split("\n\n", 2)[0];
        assertThat(block).startsWith(heading);
        return NAMES.matcher(block)
                .results()
                .flatMap(line -> NAME.matcher(line.group(1)).results())
                .collect(Collectors.toMap(
                        (MatchResult name) -> name.group(1), name -> name.group(2) == null ? "" : name.group(2)));
    }

    private static Class<?> builder(Class<?> model) {
        return Stream.of(model.getClasses())
                .filter(type -> type.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a method sets all things of a kind at once, where another adds one. */
    private static boolean isForMany(Method method) {
        return Stream.of(method.getParameterTypes()).anyMatch(type -> type == Iterable.class || type == Map.class);
    }

    /** Whether it is an argument of the method that makes the builder, as the name of a kind of record. */
    private static boolean isGivenAtOnce(Class<?> model, String name) {
        return name.equals("name")
                && Arrays.stream(model.getMethods())
                        .anyMatch(method -> method.getName().equals("builder") && method.getParameterCount() > 0);
    }
}
