package dev.estimator.internal.html;

import com.samskivert.mustache.Mustache;
import dev.estimator.internal.optional.OptionalLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;

/** A Mustache template. Its data may be maps, lists, records and texts; they are escaped. */
public final class Template {
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
     * The text with the data filled in.
     *
     * @throws IllegalStateException if the library is missing
     */
    public String filled(Map<String, Object> data, DoubleFunction<String> numberText) {
        OptionalLibrary.JMUSTACHE.require("HTML");
        return Mustache.compiler()
                .nullValue("")
                .emptyStringIsFalse(true)
                .withFormatter(
                        value -> value instanceof Double number ? numberText.apply(number) : String.valueOf(value))
                .compile(text)
                .execute(data);
    }
}
