package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The description of the JSON form in the Javadoc of the package, against the records themselves. */
class JsonSchemaTest {
    private static final Path DESCRIPTION = Path.of("src/main/java/dev/estimator/report/package-info.java");

    @Test
    void description_isThatOfTheRecords() throws IOException {
        assertThat(described()).containsExactlyEntriesOf(records());
    }

    private static Map<String, String> described() throws IOException {
        String text = Files.readString(DESCRIPTION);
        Map<String, String> described = new LinkedHashMap<>();
        text.substring(text.indexOf("<pre>") + "<pre>".length(), text.indexOf("</pre>"))
                .replaceAll("\n \\* {10,}", " ") // the rest of a line
                .lines()
                .map(line -> line.replaceFirst("^ \\*", "").strip())
                .filter(line -> !line.isEmpty() && !line.endsWith(":"))
                .map(line -> line.split(" +", 2))
                .forEach(words -> described.put(words[0], words[1]));
        return described;
    }

    private static Map<String, String> records() {
        Map<String, String> records = new LinkedHashMap<>();
        records.put("page", "schema " + components(Page.Content.class) + " answers{}");
        records.put("section", components(Page.Section.class));
        records.put(name(Named.class), components(Named.class));
        for (Class<?> kind : Block.class.getPermittedSubclasses()) {
            records.put(name(kind), "kind " + components(kind));
        }
        Stream.concat(parts(), Stream.of(Value.class, Value.Spread.class, Value.Beyond.class))
                .forEach(part -> records.put(name(part), components(part)));
        return records;
    }

    /** In the order in which blocks speak of them. */
    private static Stream<Class<?>> parts() {
        List<String> order = List.of(
                "Assumption",
                "Answer",
                "Fit",
                "Driver",
                "Bin",
                "Step",
                "Point",
                "Usage",
                "Row",
                "Cell",
                "Component",
                "Flow",
                "UseCase");
        Stream<Class<?>> held = Stream.of(Block.class, SystemBlock.class, Outlook.class)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()));
        List<Class<?>> parts = Stream.concat(held, Stream.of(Assumption.class))
                .filter(type -> type.isRecord() && !Block.class.isAssignableFrom(type))
                .<Class<?>>map(type -> type)
                .toList();
        assertThat(parts.stream().map(Class::getSimpleName)).containsExactlyInAnyOrderElementsOf(order);
        return parts.stream().sorted(Comparator.comparing(part -> order.indexOf(part.getSimpleName())));
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component ->
                        component.getName() + (component.getType() == List.class ? "[]" : "") + optional(component))
                .collect(Collectors.joining(" "));
    }

    private static String optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "";
    }
}
