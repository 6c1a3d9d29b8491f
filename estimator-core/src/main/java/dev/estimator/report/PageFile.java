package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.optional.OptionalLibrary;
import dev.estimator.internal.text.SafeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A form that a page can be written in.
 *
 * @param ending how its files end
 * @param text writes the page
 * @param needed the optional libraries that it needs
 */
record PageFile(String ending, Function<Page, String> text, List<OptionalLibrary> needed) {
    private static final List<PageFile> FORMS = List.of(
            new PageFile(".txt", page -> page.text() + "\n", List.of()),
            new PageFile(".md", Page::markdown, List.of()),
            new PageFile(
                    ".html",
                    Page::html,
                    List.of(
                            OptionalLibrary.JMUSTACHE,
                            OptionalLibrary.DESKTOP,
                            OptionalLibrary.JFREECHART,
                            OptionalLibrary.BATIK)),
            new PageFile(".csv", Page::csv, List.of()),
            new PageFile(".json", Page::json, List.of(OptionalLibrary.GSON)));

    static void write(Page page, Path file) {
        String name = String.valueOf(requireNonNull(file, "file").getFileName());
        PageFile form = FORMS.stream()
                .filter(candidate -> name.endsWith(candidate.ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("file must end with one of "
                        + FORMS.stream().map(PageFile::ending).collect(Collectors.joining(", ")) + " but was '" + file
                        + "'"));
        SafeFile.write(file, form.text.apply(page));
    }

    /** What each form lacks whose libraries are not all there. */
    static List<String> missing() {
        return FORMS.stream()
                .filter(form -> !form.lacks().isEmpty())
                .map(form -> form.ending + " needs " + String.join(" and ", form.lacks())
                        + (form.lacks().size() == 1
                                ? ", which is optional and not there"
                                : ", which are optional and not there"))
                .toList();
    }

    private List<String> lacks() {
        return needed.stream()
                .filter(one -> !one.isPresent())
                .map(OptionalLibrary::coordinates)
                .toList();
    }

    /** The endings of forms whose libraries are there. */
    static List<String> endings() {
        return FORMS.stream()
                .filter(form -> form.lacks().isEmpty())
                .map(PageFile::ending)
                .toList();
    }
}
