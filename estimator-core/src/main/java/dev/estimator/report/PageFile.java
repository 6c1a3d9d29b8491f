package dev.estimator.report;

import dev.estimator.internal.text.SafeFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Writes a page in the form that the name of its file ends with. */
final class PageFile {
    private static final Map<String, Function<Page, String>> FORMS = forms();

    private PageFile() {}

    static void write(Page page, Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        Function<Page, String> form = FORMS.get(ending);
        if (form == null) {
            throw new IllegalArgumentException(
                    "file must end with one of " + String.join(", ", FORMS.keySet()) + " but was '" + file + "'");
        }
        SafeFile.write(file, form.apply(page));
    }

    private static Map<String, Function<Page, String>> forms() {
        Map<String, Function<Page, String>> forms = new LinkedHashMap<>();
        forms.put(".txt", page -> page.text() + "\n");
        forms.put(".md", Page::markdown);
        forms.put(".html", Page::html);
        forms.put(".csv", Page::csv);
        forms.put(".json", Page::json);
        return forms;
    }
}
