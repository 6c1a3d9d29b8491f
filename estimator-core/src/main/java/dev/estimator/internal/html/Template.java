package dev.estimator.internal.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template.Fragment;
import dev.estimator.internal.optional.OptionalLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;

/** A Mustache template. Its data may be maps, lists, records and texts; they are escaped. */
public final class Template {
    private static final String NOTHING = "–";

    /** What is longer is a sentence rather than a number. */
    private static final int MOST_UNBROKEN = 32;

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** Obtains the template that is a resource beside a class. */
    public static Template beside(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            return new Template(
                    new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text with the data filled in. What stands in <code>{{#number}}…{{/number}}</code> is written as a number.
     *
     * @throws IllegalStateException if the library is missing
     */
    public String filled(Map<String, Object> data, DoubleFunction<String> numberText) {
        OptionalLibrary.JMUSTACHE.require("HTML");
        Map<String, Object> all = new HashMap<>(data);
        all.put("number", (Mustache.Lambda) Template::number);
        return Mustache.compiler()
                .nullValue("")
                .emptyStringIsFalse(true)
                .withFormatter(
                        value -> value instanceof Double number ? numberText.apply(number) : String.valueOf(value))
                .compile(text)
                .execute(all);
    }

    /**
     * Writes a number, which breaks into lines only before its range: '12k req/s' never does between number and unit.
     * Where there is none there is a dash.
     */
    private static void number(Fragment fragment, Writer out) throws IOException {
        String number = fragment.execute();
        int range = number.indexOf(" (");
        if (number.isEmpty()) {
            out.write(NOTHING);
        } else if (range < 0) {
            out.write(unbroken(number));
        } else {
            out.write(unbroken(number.substring(0, range)) + " " + unbroken(number.substring(range + 1)));
        }
    }

    private static String unbroken(String words) {
        boolean isOne = words.indexOf(' ') < 0;
        return isOne || words.length() > MOST_UNBROKEN ? words : "<span class=\"unbroken\">" + words + "</span>";
    }
}
