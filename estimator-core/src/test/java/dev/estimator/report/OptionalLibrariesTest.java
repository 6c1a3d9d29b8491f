package dev.estimator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said, and what still works, where an optional library is missing from the class path. */
class OptionalLibrariesTest {
    private static final List<String> OPTIONAL = List.of("gson", "jmustache", "jfreechart", "batik", "org.eclipse");

    /** What this test runs with, on the class path or on the module path, without the jars of some libraries. */
    private static URLClassLoader without(List<String> libraries) {
        Stream<String> jars = Stream.of("java.class.path", "jdk.module.path")
                .map(name -> System.getProperty(name, ""))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .filter(entry ->
                        libraries.stream().noneMatch(library -> fileName(entry).matches(library + "[-.].*")));
        URL[] all = Stream.concat(Stream.of(root(Page.class), root(Pages.class)), jars.map(OptionalLibrariesTest::url))
                .toArray(URL[]::new);
        // Without a parent, for that of the platform finds the modules of this test as well.
        return new URLClassLoader(all, null);
    }

    /** The directory of compiled classes in which one lies. */
    private static URL root(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        String place = String.valueOf(type.getResource("/" + file));
        try {
            return URI.create(place.substring(0, place.length() - file.length()))
                    .toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(place, e);
        }
    }

    private static String fileName(String entry) {
        return String.valueOf(Path.of(entry).getFileName());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(entry, e);
        }
    }

    /** Calls a method of the page that {@link Pages} makes there, through reflection since its class is another one. */
    private static Object call(ClassLoader loader, String method) throws Throwable {
        var everyKind = loader.loadClass(Pages.class.getName()).getDeclaredMethod("everyKind");
        everyKind.setAccessible(true);
        Object page = everyKind.invoke(null);
        assertThat(page).isNotInstanceOf(Page.class);
        return invoke(() -> page.getClass().getMethod(method).invoke(page));
    }

    private interface Reflective {
        Object run() throws ReflectiveOperationException;
    }

    private static Object invoke(Reflective call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Test
    void page_withoutAny() throws Throwable {
        Page page = Pages.everyKind();
        try (URLClassLoader loader = without(OPTIONAL)) {
            assertThat(call(loader, "text")).isEqualTo(page.text());
            assertThat(call(loader, "markdown")).isEqualTo(page.markdown());
            assertThat(call(loader, "csv")).isEqualTo(page.csv());
        }
    }

    /** Links to pages as text, and a line for each form that is missing. */
    @Test
    void index_withoutAny() throws Throwable {
        try (URLClassLoader loader = without(OPTIONAL)) {
            Class<?> index = loader.loadClass("dev.estimator.junit.IndexPage");
            var ending = index.getDeclaredMethod("ending");
            var of = index.getDeclaredMethod("of", String.class);
            ending.setAccessible(true);
            of.setAccessible(true);
            assertThat(invoke(() -> ending.invoke(null))).isEqualTo(".txt");
            assertThat(String.valueOf(invoke(() -> of.invoke(null, "<table></table>\n"))))
                    .contains("<table></table>")
                    .contains("com.google.code.gson:gson")
                    .contains("com.samskivert:jmustache");
        }
    }

    @Test
    void page_withAll() throws Throwable {
        Page page = Pages.everyKind();
        try (URLClassLoader loader = without(List.of())) {
            assertThat(call(loader, "json")).isEqualTo(page.json());
            assertThat(call(loader, "html")).isEqualTo(page.html());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gson, json, JSON needs com.google.code.gson:gson, com.google.gson",
        "jmustache, html, HTML needs com.samskivert:jmustache, com.samskivert.jmustache",
        "jfreechart, html, A plot needs org.jfree:jfreechart, org.jfree.jfreechart",
        "batik, html, A plot needs org.apache.xmlgraphics:batik-svggen, org.apache.xmlgraphics.batik.svggen"
    })
    void page_missing(String library, String method, String need, String module) throws IOException {
        try (URLClassLoader loader = without(List.of(library))) {
            assertThatThrownBy(() -> call(loader, method))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(need + ", which is optional: add it to the class path"
                            + " (on the module path also --add-modules " + module + ")");
        }
    }

    /** A table of rows as CSV needs nothing; JSON Lines say what is missing before the first row. */
    @Test
    void rowTable_withoutGson() throws Throwable {
        try (URLClassLoader loader = without(List.of("gson"))) {
            Class<?> table = loader.loadClass(RowTable.class.getName());
            assertThat(table).isNotEqualTo(RowTable.class);
            var csv = table.getMethod("writeCsv", Stream.class, Appendable.class);
            var json = table.getMethod("writeJsonLines", Stream.class, Appendable.class);
            var out = new StringBuilder();
            assertThat(invoke(() -> csv.invoke(null, Stream.of(), out))).isNull();
            assertThatThrownBy(() -> invoke(() -> json.invoke(null, Stream.of(), out)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("JSON needs com.google.code.gson:gson, which is optional");
            assertThat(out).isEmpty();
        }
    }

    /** Only the picture of a system is missing; its tables are there, open. */
    @Test
    void html_withoutElk() throws Throwable {
        try (URLClassLoader loader = without(List.of("org.eclipse"))) {
            String html = String.valueOf(call(loader, "html"));
            assertThat(html)
                    .contains(
                            "<p>A picture of a system needs org.eclipse.elk:org.eclipse.elk.alg.layered, which is optional:"
                                    + " add it to the class path (on the module path also --add-modules"
                                    + " org.eclipse.elk.alg.layered)</p>")
                    .contains("<details open><summary>who calls whom</summary>");
            assertThat(html.split("<svg ", -1)).hasSize(1 + 5);
            assertThat(Pages.everyKind().html()).doesNotContain("org.eclipse");
        }
    }

    @Test
    void fromJson_withoutGson() throws Exception {
        try (URLClassLoader loader = without(List.of("gson"))) {
            Class<?> page = loader.loadClass(Page.class.getName());
            assertThatThrownBy(() -> invoke(
                            () -> page.getMethod("fromJson", String.class).invoke(null, "{}")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("JSON needs com.google.code.gson:gson, which is optional: add it to the class path"
                            + " (on the module path also --add-modules com.google.gson)");
        }
    }

    /** Only what needs a library asks for it. */
    @ParameterizedTest
    @CsvSource({"gson, html", "jmustache, json", "jfreechart, json", "batik, json", "org.eclipse, json"})
    void page_ofOthers(String library, String method) throws Throwable {
        Page page = Pages.everyKind();
        try (URLClassLoader loader = without(List.of(library))) {
            assertThat(call(loader, method)).isEqualTo("json".equals(method) ? page.json() : page.html());
        }
    }
}
